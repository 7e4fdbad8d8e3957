#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads back what treatyline-cli writes for other programs, with programs that
are not ours: Python's csv and json, bibutils (RIS and BibTeX), pandoc (CSL-JSON
and BibTeX), biber (BibTeX).
Calendars are read back by libical in test-listing.

Usage: test-cli-second-programs.py PROJECT. $TREATYLINE_CLI is the program.
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MODS = {"m": "http://www.loc.gov/mods/v3"}
# The fields of the schema of CSL 1.0.2 that we write, and their types.
CSL_FIELDS = {"id": str, "type": str, "title": str, "author": list,
              "container-title": str, "issued": dict, "language": str,
              "URL": str, "note": str, "annote": str}
CSL_NAME_FIELDS = {"family", "given", "literal"}
CSL_TYPES = {"article-newspaper", "webpage"}


def run_cli(*arguments):
    """What the program printed, as bytes."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    result = subprocess.run([os.environ["TREATYLINE_CLI"], *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            env=environment, check=False)
    assert result.returncode == 0, (arguments, result.returncode)
    return result.stdout


def run_json(*arguments):
    return json.loads(run_cli(*arguments))


def check_csv(command, arguments):
    """The same rows as in JSON, but for the apostrophes before formulas.

    Translations stand in JSON only: a table has the words alone."""
    text = run_cli(command, "--format=csv", *arguments).decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    expected = run_json(command, "--format=json", *arguments)
    assert len(rows) == len(expected) > 0, (len(rows), len(expected))
    for row, record in zip(rows, expected):
        record.pop("translation", None)
        assert list(row) == list(record), list(row)
        for key, cell in row.items():
            value = record[key]
            if isinstance(value, list):
                value = ";".join(value)
            if isinstance(value, bool):
                value = "true" if value else "false"
            assert cell in (value or "", "'" + (value or "")), (key, cell)
            assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell), cell


def check_csl_date(date):
    assert set(date) <= {"date-parts", "circa"}, date
    assert date.get("circa", True) is True, date
    assert 1 <= len(date["date-parts"]) <= 2, date
    for parts in date["date-parts"]:
        assert 1 <= len(parts) <= 3, parts
        assert all(isinstance(part, int) for part in parts), parts
        assert parts[0] != 0, "CSL has no year 0"
        assert parts[1:2] == [] or 1 <= parts[1] <= 12, parts
        assert parts[2:3] == [] or 1 <= parts[2] <= 31, parts


def check_csl(arguments):
    items = run_json("cite", "--format=csl-json", *arguments)
    assert len({item["id"] for item in items}) == len(items) > 0
    for item in items:
        assert item["type"] in CSL_TYPES, item["type"]
        for key, value in item.items():
            assert isinstance(value, CSL_FIELDS[key]), (key, value)
        for name in item.get("author", []):
            assert name and set(name) <= CSL_NAME_FIELDS, name
            assert ("literal" in name) != ("family" in name), name
        if "issued" in item:
            check_csl_date(item["issued"])


def find_items(arguments):
    """What CSL-JSON says of the same sources, by key."""
    return {item["id"]: item
            for item in run_json("cite", "--format=csl-json", *arguments)}


def read_mods(program, text):
    """What a program of bibutils makes of the text: a list of MODS records."""
    with tempfile.NamedTemporaryFile(suffix=".in") as file:
        file.write(text)
        file.flush()
        result = subprocess.run(
            [program, "-i", "utf8", "-o", "utf8", file.name],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 0, result.stderr
    assert b"Processed" in result.stderr, result.stderr
    root = ElementTree.fromstring(result.stdout.decode("utf-8-sig"))
    return root.findall("m:mods", MODS)


def get_text(record, path):
    return record.findtext(path, default="", namespaces=MODS)


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def check_ris(arguments):
    text = run_cli("cite", "--format=ris", *arguments)
    assert text.count(b"\n") == text.count(b"\r\n")
    items = find_items(arguments)
    records = read_mods("ris2xml", text)
    assert [record.get("ID") for record in records] == list(items)
    for record in records:
        item = items[record.get("ID")]
        # bibutils takes what follows a colon for the subtitle.
        title = ": ".join(part.text for part in
                          record.findall("m:titleInfo/*", MODS))
        assert squeeze(title) == squeeze(item["title"]), title
        date = get_text(record, "m:originInfo/m:dateIssued") or \
            get_text(record, "m:relatedItem/m:originInfo/m:dateIssued")
        parts = item.get("issued", {}).get("date-parts", [[0]])[0]
        if parts[0] > 0:
            assert date.startswith(f"{parts[0]:04d}"), (date, parts)
        assert get_text(record, "m:location/m:url") == item.get("URL", "")
        families = [name.text for name in record.findall(
            "m:name/m:namePart[@type='family']", MODS)]
        for author in item.get("author", []):
            assert author.get("family", families[0]) in families, families


def check_bibtex_with_bibutils(arguments):
    text = run_cli("cite", "--format=bibtex", *arguments)
    items = find_items(arguments)
    records = read_mods("biblatex2xml", text)
    assert [record.get("ID") for record in records] == list(items)
    for record in records:
        item = items[record.get("ID")]
        literals = [name["literal"] for name in item.get("author", [])
                    if "literal" in name]
        names = [name.text for name in
                 record.findall("m:name/m:namePart[@type='family']", MODS)]
        assert all(literal in names for literal in literals), names


def check_bibtex_with_biber(arguments):
    """biber knows the fields and dates of biblatex, and warns of others. Only
    that a source names no author it may miss: so it is."""
    text = run_cli("cite", "--format=bibtex", *arguments)
    items = find_items(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sources.bib"
        path.write_bytes(text)
        result = subprocess.run(
            ["biber", "--tool", "--validate-datamodel", "--nolog",
             "--output-file", str(path.with_suffix(".out")), str(path)],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False)
        assert result.returncode == 0, result.stdout
        for line in result.stdout.splitlines():
            unsigned = re.search(r"Entry '([^']+)' .* field 'author'$", line)
            assert line.startswith("INFO") or (
                unsigned and "author" not in items[unsigned[1]]), line
        written = path.with_suffix(".out").read_text(encoding="utf-8")
    keys = re.findall(r"^@\w+\{([^,]+),", written, re.MULTILINE)
    assert sorted(keys) == sorted(items), keys


def read_with_pandoc(form, text):
    result = subprocess.run(
        ["pandoc", "--fail-if-warnings", "-f", form, "-t", "csljson"],
        input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        check=False)
    assert result.returncode == 0 and not result.stderr, result.stderr
    return {item["id"]: item for item in json.loads(result.stdout)}


def get_words(text):
    """The letters of a text: pandoc sets quotes and braces in its own way."""
    return re.sub(r"\W", "", text)


def check_with_pandoc(form, arguments):
    """pandoc understands every entry: its id, date and title."""
    text = run_cli("cite", f"--format={form}", *arguments)
    items = find_items(arguments)
    read = read_with_pandoc({"csl-json": "csljson",
                             "bibtex": "biblatex"}[form], text)
    assert sorted(read) == sorted(items), list(read)
    for name, item in items.items():
        assert get_words(read[name]["title"]) == get_words(item["title"]), name
        if item.get("issued", {}).get("date-parts"):
            year = item["issued"]["date-parts"][0][0]
            assert read[name]["issued"]["date-parts"][0][0] == year, name


# All records, some that a filter lets pass, and a part of their time.
FIGURES = [(), ("--kind=talk,test",), ("--from=2020-04", "--to=2020-07-20")]


def check_figure_sources(arguments):
    """The sources beside a picture are those of the records that stand in it,
    as an XML parser finds them there."""
    records = {record["id"]: record["sources"]
               for record in run_json("list", "--format=json", *arguments)}
    for options in FIGURES:
        with tempfile.TemporaryDirectory() as folder:
            picture = pathlib.Path(folder) / "figure.svg"
            sources = pathlib.Path(folder) / "sources.json"
            run_cli("export", "--width=6000", *options,
                    f"--sources={sources}", *arguments, str(picture))
            root = ElementTree.parse(picture).getroot()
            cited = [item["id"] for item in
                     json.loads(sources.read_text(encoding="utf-8"))]
        drawn = {element.get("id")[len("record-"):] for element in root.iter()
                 if element.get("id", "").startswith("record-")}
        drawn = {name.split(".")[0] for name in drawn}
        assert not any(element.get("id", "").startswith("cluster")
                       for element in root.iter()), "too dense to compare"
        expected = {source for name in drawn for source in records[name]}
        assert len(set(cited)) == len(cited), cited
        assert set(cited) == expected, (options, set(cited) ^ expected)


CHECKS = [
    # name, program it needs (None: Python), function, its arguments
    ("csv of records", None, check_csv, ("list",)),
    ("csv of quotations", None, check_csv, ("quotes",)),
    ("CSL-JSON", None, check_csl, ()),
    ("sources of a figure", None, check_figure_sources, ()),
    ("RIS, bibutils", "ris2xml", check_ris, ()),
    ("BibTeX, bibutils", "biblatex2xml", check_bibtex_with_bibutils, ()),
    ("CSL-JSON, pandoc", "pandoc", check_with_pandoc, ("csl-json",)),
    ("BibTeX, pandoc", "pandoc", check_with_pandoc, ("bibtex",)),
    ("BibTeX, biber", "biber", check_bibtex_with_biber, ()),
]


def main():
    fixtures = pathlib.Path(sys.argv[1]) / "tests" / "fixtures"
    files = [("built-in", ())]
    files += [(name, (str(fixtures / f"{name}.json"),))
              for name in ("exports", "facets")]
    print(f"1..{len(CHECKS) * len(files)}")
    number = 0
    for name, program, check, first in CHECKS:
        for file_name, arguments in files:
            number += 1
            point = f"{number} - {name}: {file_name}"
            if program and not shutil.which(program):
                print(f"ok {point} # SKIP {program} is not installed")
                continue
            try:
                check(*first, arguments)
                print(f"ok {point}")
            except (AssertionError, ValueError, LookupError,
                    ElementTree.ParseError) as error:
                print(f"not ok {point}")
                for line in f"{type(error).__name__}: {error}".splitlines():
                    print(f"# {line}")


if __name__ == "__main__":
    main()
