# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the messages of the sources, and catalogues of translations."""
import ast
import subprocess

KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2",
            "g_dngettext:2,3", "g_dpgettext2:2c,3")


def extract(root):
    """The messages of the files of po/POTFILES.in, as parse() gives them."""
    command = ["xgettext", "--directory", str(root), "--files-from",
               str(root / "po" / "POTFILES.in"), "--output=-", "--no-wrap",
               "--from-code=UTF-8", "--add-comments", "--add-location=file"]
    command += [f"--keyword={keyword}" for keyword in KEYWORDS]
    return parse(subprocess.run(command, stdout=subprocess.PIPE, text=True,
                                encoding="utf-8", check=True).stdout)


def parse(text):
    """A list of entries: dicts of msgctxt, msgid, msgid_plural, msgstr,
    msgstr[0], …, comment, flags and files; without the header, what is
    obsolete, and what is not certain."""
    entries = []
    for block in text.split("\n\n"):
        entry = {"comment": "", "flags": "", "files": []}
        field = None
        for line in block.splitlines():
            keyword, _, rest = line.partition(" ")
            if keyword == "#.":
                entry["comment"] += rest + " "
            elif keyword == "#,":
                entry["flags"] += rest
            elif keyword == "#:":
                entry["files"] += rest.split()
            elif line.startswith('"'):
                entry[field] += ast.literal_eval(line)
            elif keyword.startswith("msg"):
                field = keyword
                entry[field] = ast.literal_eval(rest)
        if entry.get("msgid") and "fuzzy" not in entry["flags"]:
            entries.append(entry)
    return entries
