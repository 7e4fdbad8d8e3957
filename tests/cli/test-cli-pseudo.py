#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the command line says to people, in a language that nobody speaks,
on a dataset in Greek letters: a word in plain Latin letters is not translated.

Usage: test-cli-pseudo.py PROJECT. $TREATYLINE_CLI is the program.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = [SVG + name for name in ("text", "tspan", "title", "desc")]
LANGUAGE = "--lang=en_XA"
COMMANDS = ("export", "list", "quotes", "cite", "check", "date")

# What is rightly in Latin letters.
FOREIGN = re.compile("|".join((
    # Of GLib, in the language that it speaks.
    r"Usage:", r"Help Options:", r"Application Options:", r"Show help options",
    r"\[OPTION…\]", r"Unknown option", r"Error opening file",
    r"No such file or directory",
    # The program, its commands and options, and what they take.
    r"treatyline-cli(?: (?:" + "|".join(COMMANDS) + "))?",
    r"^  (?:" + "|".join(COMMANDS) + ")",
    r"--[a-z-]+", r": [a-z-]+(?:, [a-z-]+)+", r": talk\b", r"\S*[\d-]X\S*",
    # Paths, ids, codes of problems; what stands in a file.
    r"\S*/\S*", r"[a-z0-9]+(?:-[a-z0-9]+)+", r"\[[a-z-]+\]$", r"“[^”]*”",
    # Dates, by ICU.
    r"\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|or|BC)\b",
)), re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+")

# name, exit status, arguments
CASES = [
    ("help", 0, ["--help"]),
    *((f"help of {command}", 0, [command, "--help"]) for command in COMMANDS),
    ("list", 0, ["list"]),
    ("list as Markdown", 0, ["list", "--format=md"]),
    ("quotes", 0, ["quotes"]),
    ("quotes as Markdown", 0, ["quotes", "--format=md"]),
    ("cite", 0, ["cite"]),
    ("check", 0, ["check"]),
    ("dates", 0, ["date", "2020-07-27/2020-07-28", "2020~", "[..2021-02-05]",
                  "20XX-06", "-0044", "../2020-06", "2020-21", "201X",
                  "2020-01-01/", "1560-XX-25", "Y170000002"]),
    ("dates that are none", 1, ["date", "2020-13", "soon", "2020-02-30"]),
    ("no command", 2, []),
    ("unknown command", 2, ["foo"]),
    ("unknown kind", 2, ["list", "--kind=tolk"]),
    ("unknown format", 2, ["list", "--format=xml"]),
    ("unknown option", 2, ["list", "--foo"]),
    ("no number", 2, ["export", "--width=-3", "x.svg"]),
    ("no ending", 2, ["export", "x.foo"]),
    ("no file", 3, ["list", "/nowhere.json"]),
    ("no folder", 3, ["export", "/nowhere/x.svg"]),
    ("unknown record", 2, ["cite", "--record=ξ"]),
]


def run(*arguments):
    return subprocess.run(
        [os.environ["TREATYLINE_CLI"], *arguments, LANGUAGE],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        check=False)


def find_plain(text):
    """Words that no message has, and no dataset in Greek."""
    return [word for word in WORD.findall(FOREIGN.sub(" ", text))
            if len(word) > 1 and word.isascii()]


def check_words(status, arguments):
    result = run(*arguments)
    assert result.returncode == status, (result.returncode, result.stderr)
    text = result.stdout + result.stderr
    assert "⟦" in text, f"nothing is translated:\n{text}"
    for line in text.splitlines():
        plain = find_plain(line)
        assert not plain, f"{plain} in: {line}"


def check_problems(project):
    """What is wrong in all the files that have something wrong."""
    folder = pathlib.Path(project, "tests", "fixtures")
    files = sorted(map(str, folder.rglob("*.json")))
    assert len(files) > 50
    check_words(1, ["check", *files])


def read_picture(folder, *arguments):
    path = pathlib.Path(folder, "x.svg")
    result = run("export", "--overwrite", *arguments, str(path))
    assert result.returncode == 0, result.stderr
    for element in ElementTree.parse(path).iter():
        if element.text and element.tag in TEXTS:
            yield element.text
        for name in ("aria-label", "aria-description", "aria-roledescription"):
            if name in element.attrib:
                yield element.attrib[name]


def check_picture(*arguments):
    with tempfile.TemporaryDirectory() as folder:
        texts = list(read_picture(folder, *arguments))
    assert sum("⟦" in text for text in texts) > 10, texts
    for text in texts:
        plain = find_plain(text)
        assert not plain, f"{plain} in: {text}"


def main():
    tests = [(name, lambda status=status, arguments=arguments:
              check_words(status, arguments))
             for name, status, arguments in CASES]
    tests.append(("problems", lambda: check_problems(sys.argv[1])))
    for option in ("--relations", "--proportional", "--width=500",
                   "--contested", "--known-on=2020-04-17", "--group-by=actor",
                   "--group-by=source", "--group-by=place",
                   "--group-by=treaty"):
        tests.append((f"picture {option}",
                      lambda option=option: check_picture(option)))
    print(f"1..{len(tests)}")
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {name}")
        except AssertionError as problem:
            print(f"not ok {number} - {name}")
            for line in str(problem).splitlines():
                print(f"# {line}")


if __name__ == "__main__":
    main()
