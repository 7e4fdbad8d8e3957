#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds datasets against the JSON Schema, with a validator that is not ours.

Usage: test-dataset-schema.py PROJECT
"""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

# Fixtures of the reader, by what the schema must say of them. The other ones
# are wrong in ways that a schema cannot tell.
SOUND = ("minimal", "complete", "nothing-in-it", "unknown-keys", "circles",
         "duplicate-ids")
WRONG = ("accounts", "bad-ids", "dangling", "dates", "newer-version",
         "no-header", "no-version", "not-an-object", "numbers", "other-format",
         "sections-of-wrong-type", "set-aside", "sources", "texts",
         "translations", "words")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def report(number, passed, name, errors=()):
    print(f"{'ok' if passed else 'not ok'} {number} {name}")
    for error in errors:
        print(f"# {error.json_path}: {error.message[:200]}")


def main():
    root = pathlib.Path(sys.argv[1])
    schema = load(root / "data" / "treatyline-dataset-1.schema.json")
    validator = jsonschema.Draft202012Validator(schema)
    fixtures = root / "tests" / "fixtures" / "reader"
    cases = [(path, True) for path in
             sorted((root / "data" / "datasets").glob("*.json"))]
    cases += [(fixtures / f"{name}.json", True) for name in SOUND]
    cases += [(fixtures / f"{name}.json", False) for name in WRONG]

    print(f"1..{len(cases) + 1}")
    jsonschema.Draft202012Validator.check_schema(schema)
    report(1, True, "the schema itself")
    for number, (path, sound) in enumerate(cases, start=2):
        errors = list(validator.iter_errors(load(path)))
        report(number, (not errors) == sound, path.name,
               errors if sound else ())


if __name__ == "__main__":
    main()
