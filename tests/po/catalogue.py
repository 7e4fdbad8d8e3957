# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the catalogues share: the languages, the catalogues, and
the report."""
import sys

try:
    import polib
except ImportError:
    print("1..0 # SKIP python3-polib is not installed")
    sys.exit(0)


def read_languages(root):
    lines = (root / "po" / "LINGUAS").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_catalogue(path):
    return polib.pofile(str(path))


def get_name(entry):
    """The English of a message, with its context, on one line."""
    name = entry.msgid.replace("\n", "\\n")
    return f"[{entry.msgctxt}] {name}" if entry.msgctxt else name


def get_originals(entry):
    return [entry.msgid] + ([entry.msgid_plural] if entry.msgid_plural else [])


def get_translations(entry):
    if entry.msgid_plural:
        return [text for _, text in sorted(entry.msgstr_plural.items())]
    return [entry.msgstr]


class Report:
    """The Test Anything Protocol."""

    def __init__(self):
        self.cases = []

    def add(self, name, problems):
        self.cases.append((name, list(problems)))

    def print(self):
        print(f"1..{len(self.cases)}")
        for number, (name, problems) in enumerate(self.cases, start=1):
            print(f"{'not ok' if problems else 'ok'} {number} {name}")
            for problem in problems:
                print(f"# {problem}")
