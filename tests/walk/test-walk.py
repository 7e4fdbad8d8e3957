#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through what the window can do, by keys, pointer and actions.

usage: test-walk.py TREATYLINE [WORD-OF-A-TEST…]
"""
import re
import sys

from program import Program, main, wait_for
from steps import (ALL, go_to, marks, wait_details, wait_shown,
                   wait_toast)


def search(program):
    program.press("ctrl+f")
    program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.type("HYPERSONIC test")
    wait_shown(program, 3)
    wait_for(lambda: len(marks(program)) == 3, "three marks")
    program.press("ctrl+g")
    wait_details(program, "US hypersonic prototype test")
    program.press("ctrl+g")
    wait_details(program, "US announces hypersonic test")
    program.press("ctrl+shift+g")
    wait_details(program, "US hypersonic prototype test")
    program.press("ctrl+shift+x")
    wait_shown(program, ALL)


def search_folds_case_and_accents(program):
    program.press("ctrl+f")
    program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.type("ulyánov VIENNA")
    wait_for(lambda: not program.look_for(name=f"{ALL} of {ALL} shown"),
             "fewer to be shown")
    wait_shown(program, 2)
    wait_for(lambda: len(marks(program)) == 2 and
             marks(program, "Ulyanov speaks to Interfax"), "what was searched")


def filter_by_facets(program):
    program.press("ctrl+shift+f")
    program.tab_to("Test, 5 records")
    program.press("space")
    wait_shown(program, 5)
    program.tab_to("Contested only")
    program.press("space")
    wait_for(lambda: not program.look_for(name=f"5 of {ALL} shown"),
             "fewer to be shown")
    program.press("Escape")
    chip = program.find("button", where=lambda thing:
                        thing.name.startswith("Remove filter: Contested"))
    chip.do()
    wait_shown(program, 5)
    assert len(marks(program)) == 5
    program.press("ctrl+shift+x")
    wait_shown(program, ALL)


def dim_instead_of_hiding(program):
    program.press("ctrl+shift+f")
    program.tab_to("Test, 5 records")
    program.press("space")
    wait_shown(program, 5)
    program.find("check box", "Dim others instead of hiding them").do()
    program.find("status bar", f"5 of {ALL} match")
    program.press("Escape")
    wait_for(lambda: any(f" of {ALL}." in mark.name for mark in marks(program)),
             "all marks to be there")


def group_by_participant(program):
    """Who takes part in several groups is selected in all of them."""
    program.press("ctrl+2", "Home")
    item = program.wait_focus(lambda thing: thing.role == "list item",
                              "the first mark")
    program.press("Return")
    wait_details(program, item.name.split(",")[0])
    title = item.name.split(",")[0]
    for _ in range(30):
        if len(marks(program, title)) > 1:
            break
        before = item.name
        program.press("Right", "Return")
        item = program.wait_focus(lambda thing: thing.name != before,
                                  "the next mark")
        title = item.name.split(",")[0]
        wait_details(program, title.split(":")[0])
    same = wait_for(lambda: marks(program, title), "marks")
    assert len(same) > 1, "no record stands in two groups in sight"
    wait_for(lambda: all(mark.has("selected")
                         for mark in marks(program, title)),
             "all of them to be selected")


def fold_groups(program):
    program.press("Home", "ctrl+shift+j")
    wait_for(lambda: any("records together" in thing.name
                         for thing in marks(program)), "clusters")
    program.press("ctrl+alt+j")
    wait_for(lambda: not any("records together" in thing.name
                             for thing in marks(program)), "all marks")


def known_on(program):
    program.press("ctrl+k")
    slider = program.find("slider", "Known on")
    last = slider.value
    program.press("ctrl+alt+Left")
    wait_for(lambda: slider.value < last, "an earlier day")
    assert "Known on" in program.window.texts()
    shown = wait_for(lambda: re.search(r"of (\d+)\.", marks(program)[0].name)[1]
                     if marks(program) else None, "marks")
    program.press("ctrl+alt+Left")
    wait_for(lambda: marks(program) and
             f" of {shown}." not in marks(program)[0].name,
             "fewer records to be known")
    program.find("button", "Show All That Is Known").do()
    wait_for(lambda: marks(program) and
             f" of {ALL}." in marks(program)[0].name, "all records")


def disagreement(program):
    go_to(program, "Space security talks in Vienna")
    program.press("Return")
    wait_details(program, "27 or 28 July 2020")
    texts = program.details.texts()
    assert any("Contested" in text for text in texts), texts
    assert sum("The report says" in text for text in texts) >= 2, texts


def relations(program):
    """By keyboard from record to record, in both directions."""
    go_to(program, "Strategic stability consultations")
    program.press("Return")
    wait_details(program, "about 27–28 July 2020")
    link = program.details.find("button", where=lambda thing:
                                thing.name.startswith("Space security talks"))
    assert "Includes" in link.name, link
    link.do()
    wait_details(program, "27 or 28 July 2020")
    program.details.find("button", where=lambda thing: thing.name.startswith(
        "Strategic stability consultations"))


def back_and_forward(program):
    go_to(program, "Space talks to be continued")
    program.press("Return")
    wait_details(program, "29 July 2020 or later")
    go_to(program, "Trump speaks with Putin")
    program.press("Return")
    wait_details(program, "23 July 2020")
    program.press("alt+Left")
    wait_details(program, "29 July 2020 or later")
    program.press("alt+Right")
    wait_details(program, "23 July 2020")


def copy_link(program):
    go_to(program, "Trump speaks with Putin")
    program.press("Return")
    wait_details(program, "23 July 2020")
    program.press("ctrl+shift+c", "ctrl+f")
    entry = program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.press("ctrl+v")
    wait_for(lambda: entry.text.startswith("treatyline:"), "the link")


def open_on_a_record(program):
    wait_details(program, "27 or 28 July 2020")


def select_several(program):
    go_to(program, "Ford briefs reporters")
    program.press("ctrl+space")
    wait_for(lambda: any(mark.has("selected") for mark in
                         marks(program, "Ford briefs")), "one selected")
    program.press("Right", "ctrl+space")
    wait_for(lambda: sum(mark.has("selected") for mark in marks(program)) == 2,
             "two selected")
    program.press("ctrl+a")
    wait_for(lambda: all(mark.has("selected") for mark in marks(program)),
             "all selected")
    program.press("Escape")
    wait_for(lambda: not any(mark.has("selected") for mark in marks(program)),
             "none selected")


def focus_is_not_selection(program):
    go_to(program, "Trump speaks with Putin")
    assert not any(mark.has("selected") for mark in marks(program))
    program.press("Return")
    wait_details(program, "23 July 2020")
    program.press("Down")
    item = program.wait_focus(lambda thing: not thing.name.startswith("Trump"),
                              "the row below")
    assert not item.has("selected")
    assert marks(program, "Trump speaks with Putin")[0].has("selected")
    program.press("Up")
    program.wait_focus(lambda thing: thing.name.startswith("Trump"),
                       "the row above")


def zoom_and_pan(program):
    in_sight = len(wait_for(lambda: marks(program), "marks"))
    program.press("plus", "plus", "plus")
    wait_for(lambda: len(marks(program)) < in_sight, "fewer marks")
    program.press("shift+Right")
    names = [mark.name for mark in marks(program)]
    program.press("Page_Up")
    wait_for(lambda: [mark.name for mark in marks(program)] != names,
             "other marks")
    program.press("0")
    wait_for(lambda: len(marks(program)) == in_sight, "all marks again")


def pointer(program):
    mark = wait_for(lambda: marks(program, "Trump and Lavrov"), "a mark")[0]
    program.click(mark)
    wait_details(program, "10 May 2017")
    other = marks(program, "Lavrov denies")[0]
    program.click(other, modifier="ctrl")
    wait_for(lambda: sum(mark.has("selected") for mark in marks(program)) == 2,
             "two selected")
    place = other.place
    program.click(other, button=4, times=3, modifier="ctrl")
    wait_for(lambda: not marks(program, "Trump and Lavrov in the Oval") or
             marks(program, "Lavrov denies")[0].place != place, "a closer look")


def regions(program):
    program.press("Home")
    item = program.wait_focus(lambda thing: thing.role == "list item", "a mark")
    program.press("Return")
    wait_details(program, item.name.split(",")[0])
    program.press("F6")
    program.wait_focus(lambda thing: thing.role != "list item", "the details")
    program.press("F6")
    program.wait_focus(lambda thing: thing.role == "button", "the header bar")
    program.press("F6")
    program.wait_focus(lambda thing: thing.role == "list item", "the mark")
    program.press("shift+F6")
    program.wait_focus(lambda thing: thing.role == "button", "the header bar")


def remembers(program):
    """What one did with a dataset is there the next time."""
    program.press("ctrl+f")
    program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.type("missile")
    wait_for(lambda: not program.look_for(name=f"{ALL} of {ALL} shown"),
             "fewer to be shown")
    shown = program.find(where=lambda thing:
                         thing.name.endswith(f"of {ALL} shown")).name
    program.quit()
    with Program(home=program.home) as again:
        again.find(name=shown)


def list_view(program):
    """One selection: what is chosen in the list is so on the timeline."""
    program.press("alt+2")
    program.wait_focus(lambda thing: thing.role != "window", "the list")
    program.press("Down", "Down", "Return")
    title = wait_for(lambda: next(
        (thing.name for thing in program.window.walk()
         if thing.role == "heading" or
         (thing.role == "label" and thing.has("focusable") and
          thing.accessible.get_parent() is not None and
          program.details.says(thing.name))), None), "the details")
    assert title
    program.press("alt+1")
    wait_for(lambda: any(mark.has("selected") for mark in marks(program)),
             "the same to be selected on the timeline")


def quotes_view(program):
    program.press("alt+3")
    program.find(name="14 quotations")
    program.press("ctrl+f")
    program.wait_focus(lambda thing: thing.role == "entry", "the entry")
    program.type("outer space")
    wait_for(lambda: not program.look_for(name="14 quotations"),
             "fewer quotations")


def bookmark(program):
    go_to(program, "Trump speaks with Putin")
    program.press("Return")
    wait_details(program, "23 July 2020")
    program.press("ctrl+d")
    wait_toast(program, "Bookmark added")
    program.quit()
    with Program(home=program.home) as again:
        again.find("status bar")
        again.press("F10")
        again.find(where=lambda thing: thing.name.startswith("Bookmarks"))


TESTS = [
    ("search", search),
    ("search/case-and-accents", search_folds_case_and_accents),
    ("filter/facets", filter_by_facets),
    ("filter/dim", dim_instead_of_hiding),
    ("group/participant", group_by_participant),
    ("group/fold", fold_groups),
    ("known-on", known_on),
    ("disagreement", disagreement),
    ("relations", relations),
    ("navigation/back-and-forward", back_and_forward),
    ("navigation/copy-link", copy_link),
    ("navigation/select", open_on_a_record,
     "--select=space-security-exchange"),
    ("select/several", select_several),
    ("keyboard/focus", focus_is_not_selection),
    ("keyboard/zoom", zoom_and_pan),
    ("keyboard/regions", regions),
    ("pointer", pointer),
    ("views/list", list_view),
    ("views/quotes", quotes_view),
    ("state/bookmark", bookmark),
    ("state/remembers", remembers),
]

if __name__ == "__main__":
    sys.exit(main(TESTS, __doc__))
