#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through time and from record to record.

usage: test-navigate.py TREATYLINE [WORD-OF-A-TEST…]
"""
import datetime
import re
import sys

from program import Program, main, wait_for
from steps import (ALL, choose, go_to, list_expirations, list_records, marks,
                   paste, search_for, show, wait_details, wait_dialog,
                   wait_gone, wait_shown, wait_toast)

NEW_START = datetime.date(2021, 2, 5)


def rows(program):
    """What the rows say."""
    return [row.name for row in
            program.find("list", "Expirations").find_all("list item")]


def wait_row(program, text):
    wait_for(lambda: any(row.startswith(text) for row in rows(program)),
             f"a row “{text}”")


def expirations(program):
    """What runs out, counted from today, and from the day of knowing."""
    program.press("alt+4")
    program.find("tab", "Expirations", lambda tab: tab.has("selected"))
    today = datetime.date.today()
    acts = list_expirations()
    found = wait_for(lambda: (lambda found: found if len(found) == len(acts)
                              else None)(rows(program)), "rows")
    days = {f"{(day - NEW_START).days:,} days ago: New START: expiration"
            for day in (today, datetime.date.today())}
    assert any(found[0].startswith(text) for text in days), found
    for act in acts:
        assert any(act["title"] in row for row in found), act

    program.press("Down", "Return")
    wait_details(program, "INF: withdrawal (Russia)")
    program.press("ctrl+k", "ctrl+alt+Left")
    program.find(name="As known on 27 July 2020, and counted from that day.")
    left = (NEW_START - datetime.date(2020, 7, 27)).days
    wait_row(program, f"{left} days to run: New START: expiration")
    program.press("ctrl+k")
    wait_row(program, found[0].split(":")[0])


def nothing_expires(program):
    """The empty view explains itself, and leads out."""
    program.press("alt+4")
    search_for(program, "hypersonic test")
    program.find(name="Nothing Runs Out")
    program.find("button", "Clear Filters").do()
    wait_for(lambda: len(rows(program)) == 4, "all rows")
    wait_shown(program, ALL)


def overview_words(program):
    strip = program.look_for("slider", "Overview of the whole time")
    return strip.description if strip else ""


def wait_view(program, text):
    wait_for(lambda: overview_words(program) == text, f"a view of {text}")


def overview(program):
    """Hidden while everything is in sight; a handle for keys and pointer."""
    show(program, "Trump speaks with Putin")
    assert not overview_words(program)
    program.press("ctrl+8")
    wait_view(program, "21 June – 5 August 2020")
    program.step_to("Tab", lambda thing: thing.role == "slider", "overview")
    program.press("Left", "Left", "Left", "Left")
    wait_for(lambda: overview_words(program) not in
             ("", "21 June – 5 August 2020"), "an earlier time")
    program.press("Home")
    earliest = wait_for(lambda: (lambda words: words if
                                 "2020" not in words else None)(
                                     overview_words(program)), "the beginning")
    assert earliest, earliest
    program.press("End")
    wait_for(lambda: "2021" in overview_words(program), "the end")
    before = overview_words(program)
    strip = program.find("slider", "Overview of the whole time")
    program.drag(strip, -strip.place[2] // 2, 0, 0.97, 0.5)
    wait_for(lambda: overview_words(program) not in ("", before),
             "what the handle was dragged to")
    program.press("F6", "ctrl+0")
    wait_for(lambda: not program.look_for(
        "slider", "Overview of the whole time"), "nothing to be hidden")


def type_date(program, dialog, text, answer):
    program.press("ctrl+a")
    program.type(text)
    dialog.find("label", where=lambda thing: thing.name.startswith(answer))


def go_to_date(program):
    """A date in words or EDTF; what is wrong is said, and cannot be gone to."""
    show(program, "Trump speaks with Putin")
    program.press("ctrl+8", "ctrl+l")
    dialog = wait_dialog(program, "Go to Date")
    program.wait_focus(lambda thing: thing.name == "Date", "the entry")
    go = dialog.find("button", where=lambda thing:
                     thing.name.endswith("Go"))
    type_date(program, dialog, "nonsense", "Not a date; write it like")
    assert not go.has("sensitive")
    type_date(program, dialog, "1900", "1900: before everything on the")
    type_date(program, dialog, "28 July 2020", "28 July 2020")
    type_date(program, dialog, "[2020-07-27,2020-07-28]", "27 or 28 July 2020")
    type_date(program, dialog, "2019-08", "August 2019")
    wait_for(lambda: go.has("sensitive"), "the date to be gone to")
    program.press("Return")
    wait_gone(program, "Go to Date")
    wait_for(lambda: "2019" in overview_words(program), "2019 in view")
    wait_for(lambda: marks(program, "Pentagon confirms missile test"),
             "what happened in August 2019")
    wait_for(lambda: not marks(program, "US military accuses Russia"),
             "what is later to be out of sight")


def select_two(program, first, second):
    for title in (first, second):
        go_to(program, title)
        program.press("ctrl+space")
        wait_for(lambda: marks(program, title)[0].has("selected"),
                 f"“{title}” to be selected")


def measure(program):
    """The time between two records; an interval when they are inexact."""
    program.press("ctrl+m")
    wait_toast(program, "Select two records to measure")
    select_two(program, "Trump speaks with Putin", "New START: expiration")
    program.press("ctrl+m")
    dialog = wait_dialog(program, "6 months and 13 days")
    for text in ("197 days", "23 July 2020", "5 February 2021"):
        assert dialog.look_for("label", text), text
    program.press("alt+o")
    wait_gone(program, "6 months and 13 days")
    text = paste(program)
    assert text == ("From “Trump speaks with Putin” (23 July 2020) to “New "
                    "START: expiration” (5 February 2021): 6 months and 13 "
                    "days (197 days)"), text


def measure_inexact(program):
    select_two(program, "Ford briefs reporters", "New START: expiration")
    program.press("ctrl+m")
    dialog = wait_for(lambda: next(
        (window for window in program.windows()
         if window.name.startswith("between")), None), "an interval")
    first, last = (datetime.date(2020, 7, day) for day in (15, 27))
    dialog.find("label", f"between {(NEW_START - last).days} and "
                         f"{(NEW_START - first).days} days")


def zoom_presets(program):
    show(program, "Trump speaks with Putin")
    for key, view in (("ctrl+7", "22–24 July 2020"),
                      ("ctrl+8", "21 June – 5 August 2020"),
                      ("ctrl+9", "December 2019 – January 2021"),
                      ("ctrl+Return", "16 July – 3 August 2020")):
        program.press(key)
        wait_view(program, view)
    program.press("ctrl+0")
    wait_for(lambda: not overview_words(program), "everything in view")


def known_on(program):
    """Each publication brings what it tells; the command line agrees."""
    program.press("ctrl+k")
    program.find("slider", "Known on")
    wait_shown(program, ALL)
    for day in ("2020-07-27", "2020-04-20", "2020-04-17", "2020-04-16"):
        program.press("ctrl+alt+Left")
        wait_shown(program, len(list_records(f"--known-on={day}")))
    program.press("ctrl+alt+Right")
    wait_shown(program, len(list_records("--known-on=2020-04-17")))
    assert any(text.startswith("17 April 2020")
               for text in program.window.texts())
    program.press("ctrl+k")
    wait_shown(program, ALL)


def contested(program):
    """The reports on one scale; each of them with its own words."""
    show(program, "Space security talks in Vienna")
    wait_details(program, "27 or 28 July 2020")
    scale = program.details.find("image", "Reports on one scale of time")
    assert "27 July 2020" in scale.description, scale.description
    assert "28 July 2020" in scale.description, scale.description
    for text in ("“will take place in Vienna on July 27”",
                 "“completed 13 hours of discussion on July 28”"):
        program.details.find("label", text)
    program.press("ctrl+shift+f")
    program.tab_to("Contested only")
    program.press("space")
    wait_shown(program, len(list_records("--contested")))


def related(program):
    """By keys alone through what belongs together, and back."""
    show(program, "Space security talks in Vienna")
    program.press("ctrl+bracketright")
    wait_details(program, "about 27–28 July 2020")
    program.press("alt+Left")
    wait_details(program, "“will take place in Vienna on July 27”")
    link = program.details.find("button", where=lambda thing:
                                "Follows · 2013" in thing.name)
    link.do()
    wait_details(program, "US–Russian space security meeting")
    program.details.find("button", where=lambda thing: thing.name.startswith(
        "Space security talks in Vienna, Precedes"))


def back_through_views(program):
    show(program, "Trump speaks with Putin")
    for key, view in (("alt+2", "List"), ("alt+3", "Quotes"),
                      ("alt+Left", "List"), ("alt+Left", "Timeline"),
                      ("alt+Right", "List")):
        program.press(key)
        program.find("tab", view, lambda tab: tab.has("selected"))


def bookmarks(program):
    show(program, "Trump speaks with Putin")
    program.press("ctrl+d")
    wait_toast(program, "Bookmark added")
    show(program, "Space security talks in Vienna")
    choose(program, "Bookmarks", "Trump speaks with Putin")
    wait_details(program, "23 July 2020")


def link_from_outside(program):
    """A link that was copied opens on the same record."""
    show(program, "Trump speaks with Putin")
    program.press("ctrl+shift+c")
    wait_toast(program, "Link copied")
    link = paste(program)
    assert re.match(r"treatyline:[\w-]+", link), link
    program.quit()
    with Program(link) as again:
        wait_details(again, "Trump speaks with Putin")
        wait_for(lambda: any(mark.has("selected") for mark in
                             marks(again, "Trump speaks with Putin")),
                 "the mark to be selected")


def menu_by_arrows(program):
    """Down leads from the choice of themes into the menu."""
    program.press("F10")
    program.wait_focus(lambda focus: focus.is_called("Follow the System"),
                       "the themes")
    program.press("Down")
    program.wait_focus(lambda focus: focus.is_called("New Window"),
                       "the first entry")
    program.press("Escape")


TESTS = [
    ("expirations", expirations),
    ("expirations/none", nothing_expires),
    ("overview", overview),
    ("go-to-date", go_to_date),
    ("measure", measure),
    ("measure/inexact", measure_inexact),
    ("zoom/presets", zoom_presets),
    ("known-on", known_on),
    ("disagreement", contested),
    ("relations", related),
    ("history/views", back_through_views),
    ("bookmarks", bookmarks),
    ("menu/arrows", menu_by_arrows),
    ("link", link_from_outside),
]

if __name__ == "__main__":
    sys.exit(main(TESTS, __doc__))
