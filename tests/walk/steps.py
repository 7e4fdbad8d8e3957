# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that several walks take."""
import json
import os
import shutil
import subprocess

from program import wait_for

ALL = 41


def wait_shown(program, n, total=ALL):
    """What stands above the view, for everybody to see."""
    program.find("status bar", f"{n} of {total} shown")


def marks(program, title=None):
    """The marks in sight, in the order of time."""
    return [thing for thing in program.timeline.children
            if thing.role == "list item" and
            (title is None or thing.name.startswith(title))]


def go_to(program, title):
    """The keyboard goes to a mark by the arrow key."""
    program.timeline.accessible.clear_cache()
    program.press("Home")
    item = program.wait_focus(lambda thing: " 1 of " in thing.name, "the first")
    while not item.name.startswith(title):
        before = item.name
        program.press("Right")
        item = program.wait_focus(lambda thing: thing.name != before,
                                  f"what comes after “{before}”")
    return item


def wait_details(program, text):
    wait_for(lambda: program.details.says(text), f"details that say “{text}”")


def show(program, title):
    """Shows the record of a mark in the details."""
    go_to(program, title)
    program.press("Return")
    wait_details(program, title)


def search_for(program, words):
    program.press("ctrl+f")
    entry = program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.type(words)
    return entry


def wait_toast(program, text):
    wait_for(lambda: any(thing.name == text for thing in
                         program.window.find_all("label", text)),
             f"the message “{text}”")


def paste(program):
    """What is in the clipboard, as the entry of the search takes it."""
    entry = search_for(program, "")
    program.press("ctrl+a", "ctrl+v")
    text = wait_for(lambda: entry.text, "what was copied")
    program.press("ctrl+a", "BackSpace")
    wait_for(lambda: not entry.text, "an empty entry")
    program.press("Escape")
    return text


def read_clipboard():
    """What another program gets; None where there is no such program."""
    if not shutil.which("xclip"):
        return None
    return subprocess.run(["xclip", "-o", "-selection", "clipboard"],
                          check=True, stdout=subprocess.PIPE, timeout=10,
                          encoding="utf-8").stdout


def choose(program, *names):
    """Goes through the main menu."""
    program.press("F10")
    for name in names:
        program.find("menu item", name).do()
    wait_for(lambda: not program.look_for("menu item", names[-1]),
             "the menu to be closed")


def wait_dialog(program, name):
    """A dialog by its name; some have no state “active”."""
    return wait_for(lambda: next(
        (window for window in program.windows()
         if window.is_called(name) and window.has("visible")), None),
        f"the dialog “{name}”")


def wait_gone(program, name):
    wait_for(lambda: not any(window.is_called(name)
                             for window in program.windows()),
             f"the dialog “{name}” to be gone")


def run_cli(*arguments):
    """What the command line says of the built-in dataset."""
    return subprocess.run([os.environ["TREATYLINE_CLI"], *arguments],
                          check=True, stdout=subprocess.PIPE).stdout


def list_expirations():
    """What runs out or ends; breaches stand elsewhere."""
    return [act for act in list_records("--kind=treaty")
            if not act["act"].startswith("breach")]


def list_records(*arguments):
    return json.loads(run_cli("list", "--format=json", *arguments))


def save_as(program, dialog, name):
    """Presses Export, types a name of a file, and returns what is in it."""
    path = os.path.join(program.home, name)
    program.press("alt+e")
    chooser = wait_dialog(program, dialog)
    entry = chooser.find("text", "Name:", lambda thing: thing.has("focused"))
    program.press("ctrl+a")
    program.type(path)
    wait_for(lambda: entry.text == path, "the name of the file")
    program.press("Return")
    wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0,
             f"the file {name}")
    wait_gone(program, dialog)
    with open(path, "rb") as file:
        return file.read()
