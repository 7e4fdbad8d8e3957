#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads everything, as a screen reader would.

usage: test-read-all.py TREATYLINE [WORD-OF-A-TEST…]
"""
import json
import os
import sys

from program import main, wait_for


def load_dataset():
    folder = os.environ["TREATYLINE_DATASETS_DIR"]
    name = next(name for name in sorted(os.listdir(folder))
                if name.endswith(".json"))
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


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


def read_views(program):
    """All records in the list, and each quotation; nothing is nameless."""
    dataset = load_dataset()
    for key, title in (("alt+2", "List"), ("alt+3", "Quotes")):
        program.press(key)
        program.find("tab", title, lambda tab: tab.has("selected"))
        program.wait_focus(lambda thing: thing.role != "window", title)
        assert_named(program.window)
        if title == "Quotes":
            heard = "\n".join(program.window.texts())
            said = [quote for quote in dataset["quotes"]
                    if quote["text"][:40] in heard]
            assert len(said) > 2, "no quotations are read"


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


def read_dialogs(program):
    for key in ("ctrl+comma", "F1", "ctrl+e"):
        program.press(key)
        dialog = wait_for(
            lambda: next((window for window in program.windows()
                          if not window.is_called(program.title) and
                          window.find_all("button")), None),
            f"the dialog of {key}")
        assert_named(dialog)
        program.close_dialog()


TESTS = [
    ("window", read_window),
    ("timeline", read_timeline),
    ("details", read_details),
    ("views", read_views),
    ("popovers", read_popovers),
    ("dialogs", read_dialogs),
]

if __name__ == "__main__":
    sys.exit(main(TESTS, __doc__))
