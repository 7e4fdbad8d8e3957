#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as a terminal gets them: every row fits, columns stand below each
other, letters are cut whole, and what is written from right to left is
isolated; and nothing of the sort where the output is no terminal.

Usage: test-cli-terminal.py. $TREATYLINE_CLI is the program.
"""
import fcntl
import json
import os
import pathlib
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

WIDTH = 72
ISOLATES = "\u2068\u2069\u200e\u200f"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
TITLES = {
    "latin": "Talks in Vienna that have a title which is much too long for it",
    "chinese": "維也納的太空安全會談以及關於戰略穩定的一切其他會談都沒有結果還在繼續",
    "accents": "e\u0301\u0323" * 60,
    "hangul": "\u1112\u1161\u11ab" * 40,
    "emoji": FAMILY * 12,
    "arabic": "محادثات أمن الفضاء في فيينا ومحادثات أخرى كثيرة حول الاستقرار",
    "short": "Short",
}


def make_dataset():
    return {
        "format": "treatyline-dataset", "version": 1, "id": "wide",
        "title": {"en": "Wide"}, "language": "en",
        "sources": [{"id": "alpha", "title": {"en": "A"},
                     "publisher": {"en": "A"}, "published": "2020-01-01",
                     "language": "en"}],
        "actors": [], "places": [], "treaties": [], "quotes": [],
        "events": [{"id": name, "kind": "talk", "status": "occurred",
                    "title": {"en": title}, "date": f"2020-01-{day:02}",
                    "accounts": [{"source": "alpha"}]}
                   for day, (name, title) in enumerate(TITLES.items(), 1)],
    }


def get_command(path):
    return [os.environ["TREATYLINE_CLI"], "list", path]


def get_environment():
    return dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")


def run_in_terminal(path):
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ,
                struct.pack("HHHH", 24, WIDTH, 0, 0))
    output = b""
    with subprocess.Popen(get_command(path), stdout=follower,
                          env=get_environment()) as process:
        os.close(follower)
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            output += part
        assert process.wait() == 0
    os.close(leader)
    return output.decode().replace("\r\n", "\n")


def run_in_pipe(path):
    return subprocess.run(get_command(path), stdout=subprocess.PIPE,
                          env=get_environment(),
                          check=True).stdout.decode()


def get_width(text):
    """Columns, by the rules of wcwidth()."""
    width = 0
    for c in text:
        if unicodedata.category(c) in ("Mn", "Me", "Cf"):
            continue
        if 0x1160 <= ord(c) < 0x1200:
            continue
        width += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return width


def find_row(lines, name):
    """Below the headings, in the order of their days."""
    return lines[1 + list(TITLES).index(name)]


def test_fits(lines):
    for line in lines:
        assert get_width(line) <= WIDTH, (get_width(line), line)


def test_columns(lines):
    """The source's id stands in the same column of every row."""
    places = {get_width(line[:line.rindex("alpha")]) for line in lines[1:]}
    assert len(places) == 1, places


def test_whole_letters(lines):
    for name, letter in (("accents", TITLES["accents"][:3]),
                         ("hangul", TITLES["hangul"][:3]),
                         ("emoji", FAMILY)):
        row = find_row(lines, name)
        text = row[row.index(letter):row.index("…")]
        assert text == letter * (len(text) // len(letter)), (name, text)
        assert text, name


def test_isolated(lines):
    for name in TITLES:
        row = find_row(lines, name)
        isolated = "\u2068" in row and "\u2069" in row
        assert isolated == (name == "arabic"), (name, row)


def test_files(_lines):
    """Nothing invisible in any file, also where the program speaks Arabic."""
    for command in ("list --format=json", "list --format=csv",
                    "list --format=ics", "list --format=md", "list",
                    "quotes --format=json", "quotes --format=md",
                    "cite --format=text", "cite --format=bibtex",
                    "cite --format=csl-json", "cite --format=ris"):
        output = subprocess.run(
            [os.environ["TREATYLINE_CLI"], *command.split(), "--lang=ar"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=get_environment(), check=True).stdout.decode()
        assert output
        found = [line for line in output.splitlines()
                 if "\u2068" in line or "\u2069" in line]
        assert not found, (command, found[0])


def test_plain(text):
    assert not any(c in text for c in ISOLATES), text
    for title in TITLES.values():
        assert title in text, title


def has_terminals():
    """A container need not have any."""
    try:
        for descriptor in pty.openpty():
            os.close(descriptor)
    except OSError:
        return False
    return True


def main():
    if not has_terminals():
        print("1..0 # SKIP there are no pseudo-terminals here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder) / "wide.json")
        pathlib.Path(path).write_text(json.dumps(make_dataset()), "utf-8")
        lines = run_in_terminal(path).splitlines()
        plain = run_in_pipe(path)
    tests = [(test_fits, lines), (test_columns, lines),
             (test_whole_letters, lines), (test_isolated, lines),
             (test_files, lines), (test_plain, plain)]
    print(f"1..{len(tests)}")
    failed = 0
    for number, (test, what) in enumerate(tests, 1):
        name = test.__name__.replace("test_", "")
        try:
            test(what)
            print(f"ok {number} - {name}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {name}")
            print(f"# {error!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
