#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations, and the texts of the built-in datasets, against the
glossary: where English has one of its terms, they have the term of their
language.

Usage: test-glossary.py PROJECT
"""
import json
import pathlib
import re
import sys

from catalogue import (Report, get_name, get_originals, get_translations,
                       read_catalogue, read_languages)

# Words that stand for themselves: what the program takes literally.
LITERAL = re.compile(
    r"--[a-z-]+|\{[^}]*\}|[a-z]+(?:, [a-z-]+){3,}|\b[a-z]+\|[a-z]+\b"
    r"|\bpng, svg\b|treatyline-cli \w+|%[\d$]*\w")
# Languages of datasets are BCP 47 tags.
TAGS = {"zh_CN": "zh-Hans"}
MARKS = str.maketrans("", "", "_\u200e\u200f\u2066\u2067\u2068\u2069\u00ad")


def read_glossary(path):
    """By English term, by language: the patterns that may stand for it."""
    glossary = {}
    languages = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "en":
            languages = cells[1:]
        elif cells[0].strip("-"):
            glossary[cells[0]] = {
                language: [make_pattern(term) for term in cell.split(" / ")]
                for language, cell in zip(languages, cells[1:])}
    return glossary


def make_pattern(term):
    """The unchanging parts of its words, with any letters after each."""
    words = [re.escape(word.split("·")[0]) + (r"\w*" if "·" in word else "")
             for word in fold(term).split()]
    return re.compile(r"\s+".join(words))


def fold(text):
    """Without mnemonics, marks, harakat, or differences of case and space."""
    plain = re.sub(r"\(_\w\)", "", text).translate(MARKS).lower()
    return re.sub("[\u00a0\u202f]", " ", plain)


def make_english_pattern(terms):
    """The longest term that begins at a place wins."""
    alternatives = "|".join(re.escape(term).replace(r"\ ", r"\s+")
                            for term in sorted(terms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({alternatives})(?:s|es)?(?![\w-])",
                      re.IGNORECASE)


def find_terms(english, pattern, terms):
    by_fold = {term.lower(): term for term in terms}
    plain = LITERAL.sub(" ", english.replace("_", ""))
    return {by_fold[re.sub(r"\s+", " ", match.group(1).lower())]
            for match in pattern.finditer(plain)}


def check(english, text, language, glossary, pattern):
    """The terms of the English text that the translation lacks."""
    folded = fold(text)
    for term in sorted(find_terms(english, pattern, glossary)):
        if not any(wanted.search(folded)
                   for wanted in glossary[term][language]):
            yield term


def check_catalogue(catalogue, language, glossary, pattern):
    for entry in catalogue:
        if entry.obsolete:
            continue
        for text in filter(None, get_translations(entry)):
            for term in check(get_originals(entry)[-1], text, language,
                              glossary, pattern):
                yield f"{term}: {get_name(entry)} → {text}"


def find_maps(value):
    """The language maps of a dataset."""
    if isinstance(value, dict):
        if isinstance(value.get("en"), str):
            yield value
        else:
            for member in value.values():
                yield from find_maps(member)
    elif isinstance(value, list):
        for member in value:
            yield from find_maps(member)


def check_dataset(dataset, language, glossary, pattern):
    tag = TAGS.get(language, language)
    for texts in find_maps(dataset):
        if tag in texts:
            for term in check(texts["en"], texts[tag], language, glossary,
                              pattern):
                yield f"{term}: {texts['en']} → {texts[tag]}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    glossary = read_glossary(root / "po" / "glossary.md")
    # A new language begins without.
    languages = [language for language in read_languages(root)
                 if all(language in terms for terms in glossary.values())]
    pattern = make_english_pattern(glossary)
    datasets = sorted((root / "data" / "datasets").glob("*.json"))
    report = Report()

    report.add("glossary", [] if glossary and languages else ["it is empty"])
    for language in languages:
        catalogue = read_catalogue(root / "po" / f"{language}.po")
        report.add(f"{language} catalogue",
                   check_catalogue(catalogue, language, glossary, pattern))
        for path in datasets:
            dataset = json.loads(path.read_text(encoding="utf-8"))
            report.add(f"{language} {path.stem}",
                       check_dataset(dataset, language, glossary, pattern))
    report.print()


if __name__ == "__main__":
    main()
