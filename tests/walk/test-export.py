#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk to what can be taken out of the window, and to what it remembers.

usage: test-export.py TREATYLINE [WORD-OF-A-TEST…]
"""
import sys

from program import Program, main, wait_for
from steps import (ALL, choose, marks, read_clipboard, run_cli, save_as,
                   search_for, show, wait_details, wait_dialog,
                   wait_shown, wait_toast)


def copy_citations(program):
    show(program, "Trump speaks with Putin")
    choose(program, "Copy Citation As", "BibTeX (biblatex)")
    wait_toast(program, "Citation copied as BibTeX (biblatex)")
    text = read_clipboard()
    if text is not None:
        assert text.startswith("@"), text
        assert "Vienna" in text, text  # in the title of its source


def pick(program, name, choice):
    """Chooses in a row that offers a list, by keys."""
    row = program.step_to("Tab", lambda thing: thing.name == name, name)
    program.press("space")
    for _ in range(8):
        focus = program.wait_focus(lambda thing: thing.name != name or
                                   thing.role != "combo box", "the choices")
        if focus.says(choice):
            break
        before = focus.texts()
        program.press("Down")
        program.wait_focus(lambda thing: thing.texts() != before, "the next")
    program.press("Return")
    wait_for(lambda: row.says(choice), f"{name}: {choice}")


def export_list(program):
    """What the file says is what the command line says."""
    search_for(program, "missile")
    wait_for(lambda: not program.look_for("status bar",
                                          f"{ALL} of {ALL} shown"), "fewer")
    program.press("ctrl+shift+e")
    wait_dialog(program, "Export List")
    data = save_as(program, "Save List", "out.csv")
    wait_toast(program, "List saved")
    assert data == run_cli("list", "--format=csv", "--search=missile"), data


def export_sources(program):
    choose(program, "Export", "Sources…")
    wait_dialog(program, "Export List")
    data = save_as(program, "Save List", "sources.txt")
    assert data == run_cli("cite"), data


def export_picture(program):
    """A picture carries the day on which what it shows was known."""
    program.press("ctrl+k", "ctrl+alt+Left")
    wait_shown(program, 37)
    program.press("ctrl+e")
    wait_dialog(program, "Export Picture")
    pick(program, "Format", "SVG")
    data = save_as(program, "Save Picture", "out.svg").decode()
    wait_toast(program, "Picture saved")
    assert "<svg" in data
    assert "27 July 2020" in data and "nown on" in data


def start_afresh(program):
    search_for(program, "hypersonic test")
    wait_shown(program, 3)
    choose(program, "Start Afresh")
    wait_toast(program, "Started afresh")
    wait_shown(program, ALL)
    program.find("button", where=lambda thing:
                 thing.name.endswith("Undo")).do()
    wait_shown(program, 3)


def remembers_the_view(program):
    """View, filter, folded groups, selection and zoom."""
    show(program, "Lavrov’s online interview")
    search_for(program, "Lavrov")
    wait_for(lambda: not program.look_for("status bar",
                                          f"{ALL} of {ALL} shown"), "fewer")
    program.press("ctrl+8")
    strip = program.find("slider", "Overview of the whole time")
    words = wait_for(lambda: strip.description, "the time")
    shown = program.find("status bar").name
    program.press("alt+2")
    program.find("tab", "List", lambda tab: tab.has("selected"))
    program.quit()
    with Program(home=program.home) as again:
        again.find("tab", "List", lambda tab: tab.has("selected"))
        again.find("status bar", shown)
        wait_details(again, "Lavrov’s online interview")
        again.press("alt+1")
        wait_for(lambda: again.find(
            "slider", "Overview of the whole time").description == words,
            f"the same time in view: {words}")


def remembers_folds(program):
    program.press("Home", "ctrl+shift+j")
    wait_for(lambda: any("records together" in mark.name
                         for mark in marks(program)), "folded groups")
    program.quit()
    with Program(home=program.home) as again:
        wait_for(lambda: any("records together" in mark.name
                             for mark in marks(again)), "folded groups")


TESTS = [
    ("copy/citations", copy_citations),
    ("export/list", export_list),
    ("export/sources", export_sources),
    ("export/picture", export_picture),
    ("state/afresh", start_afresh),
    ("state/view", remembers_the_view),
    ("state/folds", remembers_folds),
]

if __name__ == "__main__":
    sys.exit(main(TESTS, __doc__))
