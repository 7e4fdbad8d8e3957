#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in each language: chosen in the preferences on a machine that has
only C.UTF-8, and asked for by the environment with a locale made for that.
What it says is compared with the catalogues themselves.

usage: test-language.py TREATYLINE [WORD-OF-A-TEST…]
"""
import functools
import gettext
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from program import Program, main, wait_for

DOMAIN = "treatyline"
VIEWS = ("_Timeline", "_List", "_Quotes", "E_xpirations")
# With their contexts.
BUTTONS = (("Search", "button"), ("Filter", "button"), ("Main Menu", None),
           ("Zoom In", None), ("Show Everything", None))
# Code, locale, and how July is written in a date of a day.
LANGUAGES = (
    ("ar", "ar_EG", "يوليو"),
    ("de", "de_DE", "Juli"),
    ("en", "en_US", "July"),
    ("es", "es_ES", "julio"),
    ("fr", "fr_FR", "juillet"),
    ("ru", "ru_RU", "июля"),
    ("zh_CN", "zh_CN", "7月"),
)
RECORD = "trump-putin-conversation"
DATASET = "strategic-stability-2020.json"
OWN_TITLE = "Mine, 2020"
# As the preferences list them.
NAMES = ("Deutsch", "English", "Español", "Français", "Русский", "العربية",
         "中文")
SCHEMA = "org/treatyline/Treatyline"
CATALOGUES = {
    code: gettext.translation(
        DOMAIN, os.environ.get("TREATYLINE_LOCALE_DIR"), [code],
        fallback=code == "en")
    for code, _, _ in LANGUAGES}


def translate(code, text, context=None):
    """As it is shown: without the underscore before a letter."""
    catalogue = CATALOGUES[code]
    translated = (catalogue.pgettext(context, text) if context
                  else catalogue.gettext(text))
    return translated.replace("_", "")


def make_home(language):
    """A home where a language was chosen in the preferences."""
    home = tempfile.mkdtemp(prefix="treatyline-walk-")
    folder = os.path.join(home, "config", "glib-2.0", "settings")
    os.makedirs(folder)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as out:
        out.write(f"[{SCHEMA}]\nlanguage='{language}'\n")
    return home


def read_chosen(program):
    with open(os.path.join(program.home, "config", "glib-2.0", "settings",
                           "keyfile"), encoding="utf-8") as file:
        return re.search(r"^language='(.*)'$", file.read(), re.MULTILINE)[1]


def find_view(program, code, view):
    name = translate(code, view, "view")
    return program.find("tab", name, lambda thing: thing.place[2] > 0)


def check_words(program, code):
    for view in VIEWS:
        find_view(program, code, view)
    for button in BUTTONS:
        program.find("button", translate(code, *button))


def check_direction(program, code):
    """Where the views begin, and the buttons that zoom end."""
    first, last = (find_view(program, code, view).place[0]
                   for view in (VIEWS[0], VIEWS[-1]))
    assert (first > last) == (code == "ar"), (first, last)
    zoom = program.find("button", translate(code, "Zoom In")).place[0]
    assert (zoom < 640) == (code == "ar"), zoom


def check_dates(program, code, month):
    """Of the record that is selected, which was on a day in July."""
    details = program.find("scroll pane", translate(code, "Selected Record"))
    wait_for(lambda: any(month in text for text in details.texts()),
             f"“{month}” in the details")


def check_all(code, month):
    def check(program):
        check_words(program, code)
        check_direction(program, code)
        check_dates(program, code, month)
    return check


class Chosen(Program):
    """Begins in a home where somebody has chosen a language."""

    def __init__(self, language, *arguments):
        super().__init__(f"--select={RECORD}", *arguments,
                         home=make_home(language))
        self.owns_home = True


class Asked(Program):
    """Runs where the environment asks for a language that has a locale."""

    def __init__(self, locale):
        self.locales = tempfile.mkdtemp(prefix="treatyline-locales-")
        self.name = locale
        super().__init__(f"--select={RECORD}", environment={
            "LOCPATH": self.locales, "LC_ALL": f"{locale}.UTF-8",
            "LANGUAGE": locale})

    def start(self):
        subprocess.run(
            ["localedef", "-i", self.name, "-f", "UTF-8", "--no-archive",
             os.path.join(self.locales, f"{self.name}.UTF-8")], check=True)
        super().start()

    def stop(self):
        super().stop()
        shutil.rmtree(self.locales, ignore_errors=True)


class Opened(Program):
    """Shows a file of one's own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="treatyline-walk-")
        path = os.path.join(self.folder, "mine.json")
        with open(os.path.join(os.environ["TREATYLINE_DATASETS_DIR"], DATASET),
                  encoding="utf-8") as file:
            dataset = json.load(file)
        dataset["title"] = {"en": OWN_TITLE}
        with open(path, "w", encoding="utf-8") as out:
            json.dump(dataset, out)
        super().__init__(path, f"--select={RECORD}")

    def stop(self):
        super().stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def choose_language(program, now, name):
    """In the preferences, by keys alone."""
    program.press("ctrl+comma")
    program.wait_focus(lambda thing: thing.role == "combo box", "a choice")
    program.press("Down")
    program.wait_focus(
        lambda thing: thing.name == translate(now, "Language"), "the languages")
    program.press("space")
    for _ in range(1 + sorted(NAMES).index(name)):
        program.press("Down")
    program.press("Return")


def choose_in_window(program):
    """All words change at once; file, view and selection stay."""
    wait_for(lambda: program.window.says(OWN_TITLE), "the file")
    program.press("alt+2")
    wait_for(lambda: find_view(program, "en", "_List").has("selected"),
             "the list")
    choose_language(program, "en", "Русский")
    program.window = wait_for(
        lambda: next((window for window in program.windows()
                      if window.look_for("tab",
                                         translate("ru", "_List", "view"))),
                     None), "a window in Russian")
    program.kept.clear()
    assert read_chosen(program) == "ru"
    check_words(program, "ru")
    assert not program.look_for("tab", "List"), "two languages at once"
    assert program.window.says(OWN_TITLE), "another file"
    assert find_view(program, "ru", "_List").has("selected"), "another view"
    check_dates(program, "ru", "июля")
    # The preferences are open again, in the language that was chosen.
    wait_for(lambda: any(window.look_for("combo box",
                                         translate("ru", "Language"))
                         for window in program.windows()), "the preferences")


def lang_wins(program):
    check_words(program, "de")
    assert read_chosen(program) == "ru", "what was chosen is forgotten"


if __name__ == "__main__":
    sys.exit(main([
        *((f"chosen {code}", check_all(code, month),
           functools.partial(Chosen, code))
          for code, _, month in LANGUAGES),
        *((f"asked for {locale}", check_all(code, month),
           functools.partial(Asked, locale))
          for code, locale, month in LANGUAGES),
        ("chosen while it runs", choose_in_window, Opened),
        ("lang wins", lang_wins,
         functools.partial(Chosen, "ru", "--lang=de")),
    ], __doc__))
