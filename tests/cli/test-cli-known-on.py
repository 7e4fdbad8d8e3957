#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds --known-on against the dataset's file itself: on every day, exactly
what the sources tell that were published until then, as they told it. What is
expected is worked out here from the JSON, with dates read by a few lines that
know only the forms in it.

Usage: test-cli-known-on.py PROJECT. $TREATYLINE_CLI is the program.
"""
import calendar
import datetime
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = list(calendar.month_name)


def run_cli(*arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    result = subprocess.run([os.environ["TREATYLINE_CLI"], *arguments],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env=environment, check=False)
    assert result.returncode == 0, (arguments, result.stderr)
    return result.stdout


def run_json(*arguments):
    return json.loads(run_cli(*arguments))


def read_single(text):
    """First and last day of YYYY, YYYY-MM or YYYY-MM-DD, as ordinals."""
    parts = [int(part) for part in text.rstrip("~").split("-")]
    year, month, day = (parts + [None, None])[:3]
    first = datetime.date(year, month or 1, day or 1)
    last = datetime.date(
        year, month or 12,
        day or calendar.monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()


def read_date(text):
    """First and last day it can be."""
    if text.startswith("["):
        ends = re.split(r"\.\.|,", text.strip("[]"))
    else:
        ends = text.split("/")
    first = read_single(ends[0])[0] if ends[0] else -math.inf
    last = read_single(ends[-1])[1] if ends[-1] else math.inf
    return first, last


def write_day(ordinal):
    if math.isinf(ordinal):
        return ""
    return datetime.date.fromordinal(ordinal).isoformat()


class Oracle:
    """What the file tells."""

    def __init__(self, path):
        data = json.loads(path.read_text(encoding="utf-8"))
        self.published = {source["id"]: read_date(source["published"])[1]
                          for source in data["sources"]}
        self.quotes = data["quotes"]
        self.records = list(data["events"])
        for treaty in data["treaties"]:
            self.records += treaty["acts"]
        self.days = sorted(set(self.published.values()))

    def list_sources(self, day):
        return {source for source, published in self.published.items()
                if published <= day}

    def find_record(self, record, day):
        """As it was known, or None."""
        sources = self.list_sources(day)
        accounts = [account for account in record["accounts"]
                    if account["source"] in sources]
        if not accounts:
            return None
        first = read_date(record["date"])[0]
        known = {
            "id": record["id"],
            "status": record["status"],
            "date": record["date"],
            "contested": are_contested(accounts),
            "sources": list(dict.fromkeys(account["source"]
                                          for account in accounts)),
        }
        if record["status"] == "occurred" and all(
                self.announces(account, first) for account in accounts):
            known["status"] = "planned"
            if all("date" in account for account in accounts):
                known["date"] = join_dates([account["date"]
                                            for account in accounts])
        return known

    def announces(self, account, first):
        """Told as something that was still to come."""
        if "status" in account:
            return account["status"] in ("planned", "announced")
        return self.published[account["source"]] < first

    def list_records(self, day):
        known = [self.find_record(record, day) for record in self.records]
        return sorted((record for record in known if record),
                      key=lambda record: (*read_date(record["date"]),
                                          record["id"]))


def are_contested(accounts):
    if any(account.get("stance", "supports") != "supports"
           for account in accounts):
        return True
    dates = [read_date(account["date"]) for account in accounts
             if "date" in account]
    return bool(dates) and (max(first for first, _ in dates) >
                            min(last for _, last in dates))


def join_dates(dates):
    if len(set(dates)) == 1:
        return dates[0]
    spans = [read_date(date) for date in dates]
    first = write_day(min(first for first, _ in spans))
    last = write_day(max(last for _, last in spans))
    return f"[{first}..{last}]"


def check_list(oracle, day, option):
    found = run_json("list", "--format=json", option)
    expected = oracle.list_records(day)
    assert [record["id"] for record in found] == \
        [record["id"] for record in expected], \
        [record["id"] for record in found]
    for record, known in zip(found, expected):
        for key, value in known.items():
            assert record[key] == value, (record["id"], key, record[key], value)


def check_quotes(oracle, day, option):
    sources = oracle.list_sources(day)
    records = {record["id"] for record in oracle.list_records(day)}
    expected = [quote for quote in oracle.quotes if quote["source"] in sources]
    ids = {quote["id"] for quote in expected}
    found = run_json("quotes", "--format=json", option)
    assert {quote["id"] for quote in found} == ids, found
    by_id = {quote["id"]: quote for quote in found}
    for quote in expected:
        told = by_id[quote["id"]]
        assert told["text"] == quote["text"], told
        event = quote.get("event")
        assert told["event"] == (event if event in records else None), told
        same = quote.get("same_as")
        assert told["same_as"] == (same if same in ids else None), told


def check_cite(oracle, day, option):
    found = run_json("cite", "--format=csl-json", option)
    told = {source for record in oracle.list_records(day)
            for source in record["sources"]}
    assert sorted(item["id"] for item in found) == sorted(told), found


def check_export(oracle, day, option):
    """Exactly these records are drawn, and the picture says of which day."""
    root = ElementTree.fromstring(run_cli("export", "--format=svg", option,
                                          "-"))
    drawn = {group.get("id")[len("record-"):] for group in root.iter(f"{SVG}g")
             if (group.get("id") or "").startswith("record-")}
    expected = oracle.list_records(day)
    assert drawn == {record["id"] for record in expected}, drawn
    words = [" ".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    date = datetime.date.fromordinal(day)
    spoken = f"As known on {date.day} {MONTHS[date.month]} {date.year}"
    assert any(spoken in word for word in words), (spoken, words[:4])
    assert "Happened" in words, words[:8]
    n_contested = sum(record["contested"] for record in expected)
    assert any(word.startswith(f"{len(expected)} record") and
               word.endswith(f"{n_contested} contested")
               for word in words), words[:4]


def list_days(oracle, every_day):
    first, last = oracle.days[0], oracle.days[-1]
    if every_day:
        return list(range(first - 2, last + 3)) + [first - 4000, last + 4000]
    near = {day + step for day in oracle.days for step in (-1, 0, 1)}
    return sorted(near | {first - 4000, last + 4000})


CHECKS = [
    # name, function, on every day
    ("list", check_list, True),
    ("quotes", check_quotes, False),
    ("cite", check_cite, False),
    ("export", check_export, False),
]


def main():
    project = pathlib.Path(sys.argv[1])
    oracle = Oracle(
        project / "data" / "datasets" / "strategic-stability-2020.json")
    print(f"1..{len(CHECKS)}")
    for number, (name, check, every_day) in enumerate(CHECKS, 1):
        failures = []
        for day in list_days(oracle, every_day):
            date = datetime.date.fromordinal(day).isoformat()
            try:
                check(oracle, day, f"--known-on={date}")
            except (AssertionError, ValueError, LookupError,
                    ElementTree.ParseError) as error:
                failures.append(f"{date}: {type(error).__name__}: {error}")
        print(f"{'not ok' if failures else 'ok'} {number} - {name}")
        for failure in failures:
            print("\n".join(f"# {line}" for line in failure.splitlines()))


if __name__ == "__main__":
    main()
