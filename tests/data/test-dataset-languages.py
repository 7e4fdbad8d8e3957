#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations in the built-in dataset against its English texts.

What no program can judge is left to readers; but a text that is missing, that
was left in English or has another number in it is found here. Prints TAP.

Usage: test-dataset-languages.py DATASET
"""
import json
import pathlib
import re
import sys
import unicodedata

LANGUAGES = ["en", "ar", "de", "es", "fr", "ru", "zh-Hans"]

# Articles and their authors stay as they were published.
AS_PUBLISHED = re.compile(r"/sources/[^/]+/(title|author)")

# Names that are the same as in English, and why.
SAME = {
    # Acronyms of publishers whose full names the reports do not give.
    "/sources/amn-2020-04-17/publisher": "ar de es fr ru zh-Hans",
    "/sources/eirns-2020-07-29/publisher": "ar de es fr ru zh-Hans",
    # Papers and agencies keep their names in Latin script, and in Russian
    # foreign papers do.
    "/sources/tass-2020-04/agency": "de es fr",
    "/sources/china-daily-2020-04-16/publisher": "de es fr ru",
    "/sources/china-daily-2020-04-16/agency": "de es fr",
    "/sources/amn-2020-04-17/agency": "de es fr",
    "/sources/eirns-2020-07-29/agency": "de es fr",
    "/actors/interfax/name": "de es fr",
    # Persons and countries that are written alike.
    "/actors/trump/name": "de es fr",
    "/actors/pompeo/name": "de es fr",
    "/actors/ford/name": "de es fr",
    "/actors/china/name": "de es",
    "/places/europe/name": "fr",
    # Treaties that go by their English short names.
    "/treaties/inf/short": "de es",
    "/treaties/new-start/title": "de fr",
    "/treaties/new-start/short": "de fr",
    "/treaties/open-skies/short": "de",
    "/treaties/ctbt/short": "de",
}

MONTHS = ["january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december"]
# Those that write a month as a number.
NUMBERED_MONTHS = {"zh-Hans"}


def get_numbers(text):
    """The numbers in a text, whatever its digits and its grouping."""
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c
                    for c in text)
    plain = re.sub(r"(?<=\d)[,.\u00a0\u2009\u202f\u066c](?=\d{3}(?!\d))", "",
                   plain)
    return set(re.findall(r"\d+", plain))


def get_months(text):
    words = re.findall(r"\w+", text.lower())
    return {str(number) for number, name in enumerate(MONTHS, start=1)
            if name in words}


def find_maps(node, path=""):
    """Every language map with its path; elements of lists go by their ids."""
    if isinstance(node, dict):
        if "en" in node:
            yield path, node
            return
        for key, value in node.items():
            yield from find_maps(value, f"{path}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            name = value.get("id", number) if isinstance(value, dict) else number
            yield from find_maps(value, f"{path}/{name}")


def collect(dataset):
    """Of each text its path, its English, and a map of translations."""
    texts = [(path, texts["en"], texts)
             for path, texts in find_maps(dataset)
             if not AS_PUBLISHED.fullmatch(path)]
    for quote in dataset["quotes"]:
        assert quote["language"] == "en", quote["id"]
        texts.append((f"/quotes/{quote['id']}", quote["text"],
                      {"en": quote["text"], **quote["translation"]}))
    return texts


def check_complete(path, english, texts):
    if list(texts) != LANGUAGES:
        yield f"{path}: has {' '.join(texts)}"


def check_translated(path, english, texts):
    same = {language for language, text in texts.items()
            if language != "en" and text == english}
    known = set(SAME.get(path, "").split())
    if same != known:
        yield (f"{path}: as in English: {sorted(same)}, expected: "
               f"{sorted(known)}")


def check_numbers(path, english, texts):
    expected = get_numbers(english)
    for language, text in texts.items():
        found = get_numbers(text)
        allowed = set(expected)
        if language in NUMBERED_MONTHS:
            allowed |= get_months(english)
        if not expected <= found <= allowed:
            yield f"{path}: {language}: {sorted(found)} for {sorted(expected)}"


def check_typography(path, english, texts):
    for language, text in texts.items():
        if text != text.strip() or text != unicodedata.normalize("NFC", text):
            yield f"{path}: {language}: spaces at an end, or not composed"
        if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")
               for c in text):
            yield f"{path}: {language}: invisible characters"
        if language != "en" and '"' in text:
            yield f"{path}: {language}: straight quotation marks"


def check_omissions(path, english, texts):
    """Marks of a quotation that tell where it was cut or explained."""
    for language, text in texts.items():
        for mark in ("<...>", "[", "]"):
            if text.count(mark) != english.count(mark):
                yield f"{path}: {language}: {mark}"


CHECKS = [("all languages, in order", check_complete),
          ("nothing left in English", check_translated),
          ("the same numbers", check_numbers),
          ("typography", check_typography),
          ("omissions and explanations", check_omissions)]


def main():
    path = pathlib.Path(sys.argv[1])
    texts = collect(json.loads(path.read_text(encoding="utf-8")))
    print(f"1..{len(CHECKS) + 1}")
    unknown = set(SAME) - {path for path, _, _ in texts}
    print(f"{'not ok' if unknown or len(texts) < 200 else 'ok'} 1 {len(texts)} texts")
    for name in sorted(unknown):
        print(f"# no such text: {name}")
    for number, (name, check) in enumerate(CHECKS, start=2):
        wrong = [line for text in texts for line in check(*text)]
        print(f"{'not ok' if wrong else 'ok'} {number} {name}")
        for line in wrong[:20]:
            print(f"# {line}")


if __name__ == "__main__":
    main()
