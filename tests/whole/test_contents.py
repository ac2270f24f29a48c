"""The contents in the Word file are what an update of them gives: the same lines, and the same pages.

A heading may fall on the page before or after, where two programs break a long table or set a chart on the next page
differently, but hardly ever; no heading is further off.
"""

import json
import subprocess
from pathlib import Path

from papers import Built

WITH_CONTENTS = ("som-24/strategic-plan", "nfp-2/background", "ex-1/herons")


def test_nothing_changes_when_the_contents_are_brought_up_to_date(built: Built) -> None:
    script = Path(__file__).parents[1] / "contents_now.py"
    files = [built.file(paper, "docx") for paper in WITH_CONTENTS]
    told = subprocess.run(["/usr/bin/python3", script, *files], check=True, capture_output=True, timeout=300).stdout
    for paper, contents in zip(WITH_CONTENTS, json.loads(told), strict=True):
        # LibreOffice sets a space where Word sets a tab after a number.
        stands, now = ([" ".join(line.split()) for line in contents[key]] for key in ("as it stands", "up to date"))
        assert len(stands) > 10, paper
        assert [_words(line) for line in stands] == [_words(line) for line in now], paper
        moved = [(here, there) for here, there in zip(stands, now, strict=True) if here != there]
        assert all(abs(_page(here) - _page(there)) == 1 for here, there in moved), paper
        assert len(moved) <= len(stands) / 10, moved


def _words(line: str) -> str:
    return line.rpartition(" ")[0]


def _page(line: str) -> int:
    return int(line.rpartition(" ")[2])
