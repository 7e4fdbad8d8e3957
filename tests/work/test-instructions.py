#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds counted instructions against bounds.

Runs fixed pieces of work under valgrind's callgrind, which counts nearly the
same in every run. The unit is what json-glib's tree takes for one event of the
same data, measured in the same run, so that the bounds are ratios and hold for
other compilers and versions of the libraries. Prints TAP.

usage: test-instructions.py COUNT_WORK BENCH_GENERATE [REASON]
With a reason, everything is skipped.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

SMALL, LARGE = 1000, 10000
PAN_SMALL, PAN_LARGE, STEPS = 5000, 50000, 40
# A quarter above what was measured, in instructions of json-glib's tree for an
# event: reading an event, and a step of panning.
MAX_READ = 0.15
MAX_PAN = 145
# The same for what a step costs at ten times the records.
MAX_PAN_GROWTH = 1.45


class Work:
    """Counts instructions of count-work with datasets in a folder."""

    def __init__(self, count_work, generate, folder):
        # Old valgrind cannot read the debugging information of new clang.
        self.program = os.path.join(folder, "count-work")
        subprocess.run(["strip", "-o", self.program, count_work], check=True)
        self.paths = {n: os.path.join(folder, f"{n}.json")
                      for n in (SMALL, LARGE, PAN_SMALL, PAN_LARGE)}
        for n, path in self.paths.items():
            with open(path, "wb") as out:
                subprocess.run([generate, str(n)], stdout=out, check=True)

    def count(self, work, n, *arguments):
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             self.program, work, self.paths[n], *arguments],
            stderr=subprocess.PIPE, encoding="utf-8", check=True)
        return int(re.search(r"Collected : (\d+)", run.stderr)[1])

    def per_event(self, work):
        """What one event more costs, without what the start costs."""
        return (self.count(work, LARGE) - self.count(work, SMALL)) / (LARGE - SMALL)

    def per_step(self, n):
        return (self.count("pan", n, str(STEPS)) - self.count("pan", n, "0")) / STEPS


class Points:
    """Numbers the points of a TAP stream."""

    def __init__(self):
        self.total = self.failed = 0

    def at_most(self, name, value, bound):
        self.total += 1
        passed = value <= bound
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.total} {name}: "
              f"{value:.3f}, at most {bound}", flush=True)


def main():
    if len(sys.argv) > 3 or not shutil.which("valgrind"):
        reason = sys.argv[3] if len(sys.argv) > 3 else "valgrind is not installed"
        print(f"1..0 # SKIP {reason}")
        return 0
    points = Points()
    print("1..3")
    with tempfile.TemporaryDirectory() as folder:
        work = Work(sys.argv[1], sys.argv[2], folder)
        tree = work.per_event("tree")
        small, large = work.per_step(PAN_SMALL), work.per_step(PAN_LARGE)
        print(f"# json-glib's tree of an event: {tree:.0f} instructions")
        points.at_most("reading an event / json-glib's tree of it",
                       work.per_event("read") / tree, MAX_READ)
        points.at_most(f"a pan step at {PAN_LARGE} / json-glib's tree of an event",
                       large / tree, MAX_PAN)
        points.at_most(f"a pan step at {PAN_LARGE} / at {PAN_SMALL} records",
                       large / small, MAX_PAN_GROWTH)
    return 1 if points.failed else 0


if __name__ == "__main__":
    sys.exit(main())
