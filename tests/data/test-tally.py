#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/tally makes of a log: argument 1 is the program."""
import json
import subprocess
import sys
import tempfile

CASES = [
    # name, entries of the log, stages that failed, last line, exit status
    ("one point a test", [("core / a", "OK", "")], 0, "1 passed, 0 failed", 0),
    ("points", [("core / a", "OK", "1..2\nok 1 /tl/a\nok 2 /tl/b\n")], 0,
     "2 passed, 0 failed", 0),
    ("a point failed", [("core / a", "FAIL", "ok 1 /a\nnot ok 2 /b\n")], 0,
     "1 passed, 1 failed", 1),
    ("crash after the last point", [("core / a", "ERROR", "ok 1 /a\n")], 0,
     "1 passed, 1 failed", 1),
    ("timeout", [("core / a", "TIMEOUT", "")], 0, "0 passed, 1 failed", 1),
    ("skipped", [("data / a", "SKIP", "")], 0,
     "0 passed, 0 failed, 1 skipped", 0),
    ("a point skipped", [("core / a", "OK", "ok 1 /a # SKIP why\nok 2 /b\n")],
     0, "1 passed, 0 failed, 1 skipped", 0),
    ("window test skipped", [("treatyline:gui / a", "SKIP", "1..0 # SKIP\n")],
     0, "0 passed, 1 failed", 1),
    ("a point of a window test skipped",
     [("treatyline:gui / a", "OK", "ok 1 /a # SKIP why\nok 2 /b\n")],
     0, "1 passed, 0 failed, 1 skipped", 0),
    ("stage", [("core / a", "OK", "")], 2, "1 passed, 2 failed", 1),
]


def tally(program, entries, stages):
    lines = [json.dumps({"name": name, "result": result, "stdout": stdout})
             for name, result, stdout in entries]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.write("\n".join(lines) + "\n")
        log.flush()
        result = subprocess.run([program, "--failed", str(stages), log.name],
                                stdout=subprocess.PIPE, text=True, check=False)
    return result.stdout.splitlines()[-1], result.returncode


def main():
    print(f"1..{len(CASES)}")
    for number, (name, entries, stages, line, status) in enumerate(CASES, 1):
        found = tally(sys.argv[1], entries, stages)
        good = found == (line, status)
        print(f"{'' if good else 'not '}ok {number} - {name}")
        if not good:
            print(f"# {found} instead of {(line, status)}")


if __name__ == "__main__":
    main()
