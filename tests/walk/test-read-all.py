#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads everything, as a screen reader would.

usage: test-read-all.py TREATYLINE [WORD-OF-A-TEST…]
"""
import json
import os
import sys

from program import main, wait_for
from steps import (list_expirations, list_records, run_cli, show,
                   wait_dialog)


def load_dataset():
    folder = os.environ["TREATYLINE_DATASETS_DIR"]
    name = next(name for name in sorted(os.listdir(folder))
                if name.endswith(".json"))
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


BROKEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..",
                      "fixtures", "broken.json")
# Rows speak through what is in them, and lists and scrolled areas hand the
# focus on to that.
ROWS = ("list", "list item", "table", "table row", "table cell", "tree table",
        "scroll pane")
# Parts of windows of the libraries that a program cannot name.
OF_THE_LIBRARY = {
    "Preferences": (("tab", "GtkLabel"), ("entry", "GtkSearchEntry"),
                    ("scroll pane", ""), ("list", "GtkListBox")),
    "GtkShortcutsWindow": (("entry", "GtkSearchEntry"), ("button", "GtkImage"),
                           ("button", "GtkMenuButton")),
}


def is_spoken(thing, window):
    if thing.is_named or (thing.role, thing.name) in OF_THE_LIBRARY.get(
            window, ()):
        return True
    return thing.role in ROWS and any(part.is_named for part in thing.walk())


def assert_named(root):
    nameless = [f"{thing.role} “{thing.name}” in “{root.name}”"
                for thing in root.walk()
                if thing.has("focusable") and not is_spoken(thing, root.name)]
    assert not nameless, "nameless:\n" + "\n".join(nameless)


def read_window(program):
    assert_named(program.window)
    for text in ("Open a Dataset", "Recent Datasets", "Main Menu"):
        program.find("button", where=lambda thing: thing.name.startswith(text))


def read_timeline(program):
    """From the first record to the last, by the arrow key alone."""
    titles = {event["title"]["en"] for event in load_dataset()["events"]}
    program.press("Home")
    heard = []
    while True:
        item = program.wait_focus(
            lambda thing: thing.role == "list item" and
            thing.name not in heard, "the next mark")
        heard.append(item.name)
        if " 41 of 41." in item.name:
            break
        program.press("Right")
    assert len(heard) == 41, f"{len(heard)} heard"
    for number, sentence in enumerate(heard, 1):
        assert f" {number} of 41." in sentence, sentence
    for title in titles:
        assert any(sentence.startswith(title + ",") for sentence in heard), title


def read_details(program):
    """Each record is shown with its quotations, and all of it has a name."""
    dataset = load_dataset()
    program.press("Home")
    seen = set()
    for number in range(1, 42):
        item = program.wait_focus(
            lambda thing: f" {number} of 41." in thing.name, f"mark {number}")
        program.press("Return")
        title = item.name.split(",")[0].split(":")[0]
        wait_for(lambda: program.details.says(title), f"details of {title}")
        seen.update(program.details.texts())
        assert_named(program.details)
        program.press("Right")
    text = "\n".join(seen)
    for quote in dataset["quotes"]:
        assert quote["text"] in text, f"quotation {quote['id']}"


def read_rows(program, name, n, what):
    """Each row from the first to the last, by the arrow key alone."""
    view = program.find(name=name, where=lambda thing: thing.role in ROWS)
    program.press("ctrl+Home")
    heard = []
    for _ in range(n):
        row = program.wait_focus(
            lambda thing: thing.role in ("list item", "table row") and
            thing.is_named and thing.name not in heard, what)
        heard.append(row.name)
        program.press("Down")
    assert_named(view)
    return heard


def read_list(program):
    """Every record, in the order of the command line."""
    program.press("alt+2")
    program.find("tab", "List", lambda tab: tab.has("selected"))
    records = list_records()
    heard = read_rows(program, "Records", len(records), "the next record")
    for record, text in zip(records, heard):
        assert record["title"] in text, f"{record['title']}: {text}"
    assert_named(program.window)


def read_quotes(program):
    """Every quotation, with who said it."""
    program.press("alt+3")
    program.find("tab", "Quotes", lambda tab: tab.has("selected"))
    quotes = json.loads(run_cli("quotes", "--format=json"))
    # What several sources print stands there once.
    missing = [quote for quote in quotes if quote["same_as"] is None]
    assert len(missing) > 10
    for _ in range(len(quotes)):
        heard = "\n".join(program.window.texts())
        missing = [quote for quote in missing if quote["text"] not in heard]
        if not missing:
            break
        program.press("Page_Down")
    assert not missing, [quote["id"] for quote in missing]
    assert_named(program.window)


def read_expirations(program):
    program.press("alt+4")
    acts = list_expirations()
    heard = read_rows(program, "Expirations", len(acts), "the next act")
    for act in acts:
        assert any(act["title"] in text for text in heard), act["title"]
    assert_named(program.window)


def read_popovers(program):
    program.press("ctrl+f")
    program.wait_focus(lambda thing: thing.role == "entry", "the search")
    assert_named(program.window)
    program.press("Escape", "ctrl+shift+f")
    program.find("check box", "Contested only")
    assert_named(program.window)
    program.press("Escape", "ctrl+k")
    program.find("slider", "Known on")
    assert_named(program.window)
    program.press("ctrl+k", "F10")
    program.wait_focus(lambda thing: "menu" in thing.role or
                       thing.role in ("check box", "radio button", "button"),
                       "the main menu")
    assert_named(program.window)


def read_context_menus(program):
    """Of a mark, and of a row of the list; by the key that is for them."""
    show(program, "Trump speaks with Putin")
    for key in (None, "alt+2"):
        if key is not None:
            program.press(key, "ctrl+Home")
            program.wait_focus(lambda thing: thing.role in ROWS, "a row")
        program.press("shift+F10")
        program.find("menu item")
        assert_named(program.window)
        program.press("Escape")
        wait_for(lambda: not program.look_for("menu item"), "no menu")


def read_menus(program):
    """All that the main menu leads to, and both menus of the header bar."""
    for name in ("Recent Datasets", "Other Exports", "Main Menu"):
        button = next(thing for thing in
                      program.window.find_all("button", name)
                      if thing.has("focusable"))
        button.do()
        program.find(where=lambda thing: "popover" in thing.name.lower() or
                     thing.role in ("menu", "menu item") or
                     thing.name == "Clear List")
        assert_named(program.window)
        program.press("Escape")
        wait_for(lambda: not program.look_for("menu item"), "no menu")


def read_dialog(program, name, open_it):
    """A dialog, or several that are named so."""
    before = len(program.windows())
    open_it()
    wait_for(lambda: len(program.windows()) > before, f"the dialog {name}")
    dialog = wait_for(
        lambda: next((window for window in program.windows()
                      if not window.is_called(program.title) and
                      window.find_all("button")), None), f"the dialog {name}")
    assert_named(dialog)
    program.close_dialog()


def read_dialogs(program):
    for key in ("ctrl+comma", "F1", "ctrl+e", "ctrl+shift+e", "ctrl+l"):
        read_dialog(program, key, lambda key=key: program.press(key))


def read_measure(program):
    show(program, "Trump speaks with Putin")
    program.press("Down", "ctrl+space", "ctrl+m")
    wait_for(lambda: len(program.windows()) > 1, "the time between them")
    assert_named(program.windows()[-1])


def read_problems(program):
    """What is wrong in a file is said, and the window still has names."""
    program.find("button", where=lambda thing: "Problems" in thing.name)
    assert_named(program.window)
    program.press("F8")
    dialog = wait_dialog(program, "Problems")
    assert_named(dialog)
    assert any("comma" in text for text in dialog.texts()), dialog.texts()


TESTS = [
    ("window", read_window),
    ("timeline", read_timeline),
    ("details", read_details),
    ("list", read_list),
    ("quotes", read_quotes),
    ("expirations", read_expirations),
    ("popovers", read_popovers),
    ("context-menus", read_context_menus),
    ("menus", read_menus),
    ("dialogs", read_dialogs),
    ("measure", read_measure),
    ("problems", read_problems, BROKEN),
]

if __name__ == "__main__":
    sys.exit(main(TESTS, __doc__))
