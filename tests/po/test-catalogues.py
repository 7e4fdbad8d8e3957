#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the translations against the texts of the program: complete, and with
everything that a translation has to keep.

Usage: test-catalogues.py PROJECT
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

from catalogue import (Report, get_name, get_originals, get_translations,
                       read_catalogue, read_languages)

# As the preset of meson for GLib, and the one comment that is extracted.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3", "ngettext:1,2")
PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?[-+ #0]*[\d.]*(?:hh|h|ll|l|z)?"
                         r"([diouxXeEfFgGcsp%])")
MARKUP = re.compile(r"</?[a-z]+[^<>]*>|&[a-z]+;")
OPTION = re.compile(r"(?<![A-Za-z0-9-])--[a-z][a-z-]*")
MNEMONIC = re.compile(r"_(?=[^\W_])")
ELLIPSIS = re.compile(r"…(\(_\w\))?$|\(_\w\)…$")
# Contexts of what is no text but a rule for the formatter of dates.
RULES = re.compile(r"pattern|\bCLDR\b|contractions|first day of|\bBCP\b")
# Names and formats, and words that two languages share.
SAME = pathlib.Path(__file__).with_name("same-in-all-languages.txt")


def extract(root, target):
    """The texts of the program as they are now."""
    subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES.in",
         "--add-comments=Translators", f"--output={target}",
         *(f"--keyword={word}" for word in KEYWORDS)],
        cwd=root, check=True, stderr=subprocess.DEVNULL)
    return read_catalogue(target)


def find_missing(template, catalogue):
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural): entry
             for entry in catalogue if not entry.obsolete}
    wanted = {(entry.msgctxt, entry.msgid, entry.msgid_plural): entry
              for entry in template}
    for key, entry in wanted.items():
        if key not in known:
            yield f"missing: {get_name(entry)}"
        elif not all(get_translations(known[key])):
            yield f"not translated: {get_name(entry)}"
    for key in known.keys() - wanted.keys():
        yield f"no longer in the program: {get_name(known[key])}"


def find_unfinished(catalogue):
    for entry in catalogue:
        if entry.obsolete:
            yield f"obsolete: {get_name(entry)}"
        elif entry.fuzzy:
            yield f"fuzzy: {get_name(entry)}"


def run_msgfmt(path):
    """msgfmt's own check: formats, plural forms, header."""
    result = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", str(path)],
        stderr=subprocess.PIPE, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    if result.returncode != 0:
        yield from result.stderr.splitlines()


def count_placeholders(text):
    places = collections.Counter()
    following = 0
    for number, kind in PLACEHOLDER.findall(text):
        if kind == "%":
            continue
        following += 1
        places[int(number) if number else following, kind] += 1
    return places


def is_mnemonic(text):
    """One underscore before a letter, in what is no name in capitals."""
    return len(MNEMONIC.findall(text)) == 1 and "__" not in text and \
        not re.search(r"[A-Z]_[A-Z]|[a-z]_[a-z]+_", text)


def compare(original, text, says_number):
    """What of the original the translation has lost or changed. The form for
    exactly one or two may say that in words."""
    if says_number and \
            count_placeholders(original) != count_placeholders(text):
        yield "placeholders"
    if sorted(MARKUP.findall(original)) != sorted(MARKUP.findall(text)):
        yield "markup"
    if sorted(OPTION.findall(original)) != sorted(OPTION.findall(text)):
        yield "names of options"
    if is_mnemonic(original) != is_mnemonic(text):
        yield "mnemonic"
    if original.endswith("…") != bool(ELLIPSIS.search(text)):
        yield "ellipsis at the end"
    if original.startswith("\n") != text.startswith("\n") or \
            original.endswith("\n") != text.endswith("\n"):
        yield "line break at an end"
    if '"' in text and '"' not in original:
        yield "straight quotation marks"
    if "'" in text and "'" not in original:
        yield "straight apostrophe"
    if text != text.strip(" ") and original == original.strip(" "):
        yield "spaces at an end"
    if "  " in text and "  " not in original:
        yield "two spaces"


def is_rule(entry):
    return bool(entry.msgctxt and RULES.search(entry.msgctxt))


def find_changed(catalogue):
    for entry in catalogue:
        if is_rule(entry):
            continue
        original = get_originals(entry)[-1]
        texts = get_translations(entry)
        for number, text in enumerate(texts):
            for problem in compare(original, text, number >= len(texts) - 3):
                if text:
                    yield f"{problem}: {get_name(entry)} → {text}"


def read_same():
    """By English text: the languages in which it may stay, "*" for all."""
    same = {}
    for line in SAME.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, languages = line.partition("\t")
            same[text] = languages.split()
    return same


def find_english(language, catalogue, same):
    for entry in catalogue:
        if is_rule(entry):
            continue
        for original in get_originals(entry):
            if original in get_translations(entry) and \
                    re.search("[A-Za-z]{2}", PLACEHOLDER.sub("", original)):
                languages = same.get(original.replace("\n", "\\n"), [])
                if "*" not in languages and language not in languages:
                    yield f"as in English: {original}"


def find_needless(catalogues, same):
    """Exceptions that no catalogue needs any more."""
    used = collections.defaultdict(set)
    for language, catalogue in catalogues.items():
        for entry in catalogue:
            for original in get_originals(entry):
                if original in get_translations(entry):
                    used[original.replace("\n", "\\n")].add(language)
    for text, languages in same.items():
        for language in languages:
            if not used[text] if language == "*" else \
                    language not in used[text]:
                yield f"not needed for {language}: {text}"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    languages = read_languages(root)
    files = {path.stem for path in (root / "po").glob("*.po")}
    catalogues = {language: read_catalogue(root / "po" / f"{language}.po")
                  for language in languages}
    same = read_same()
    report = Report()

    report.add("LINGUAS", [f"LINGUAS and the files differ: {name}"
                           for name in sorted(files ^ set(languages))])
    if languages != sorted(languages):
        report.add("LINGUAS is sorted", ["it is not"])
    with tempfile.TemporaryDirectory() as folder:
        template = extract(root, pathlib.Path(folder) / "treatyline.pot")
    for language, catalogue in catalogues.items():
        path = root / "po" / f"{language}.po"
        report.add(f"{language} complete", find_missing(template, catalogue))
        report.add(f"{language} finished", find_unfinished(catalogue))
        report.add(f"{language} msgfmt", run_msgfmt(path))
        report.add(f"{language} formats", find_changed(catalogue))
        report.add(f"{language} English",
                   find_english(language, catalogue, same))
    report.add("exceptions", find_needless(catalogues, same))
    report.print()


if __name__ == "__main__":
    main()
