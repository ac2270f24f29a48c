"""Insert a paragraph and a table in the middle of a paper: every number and reference after them moves."""

import shutil
from pathlib import Path

import pytest
import readers
from papers import PROJECT, Built
from readers import solid

from neaspec_docs.project import Project

INSERTED = """
      - para: A paragraph that nobody expected.
        id: unexpected
      - table: A table that nobody expected
        columns: [Herring, Gull]
        rows: [[one, two]]
"""

PAPER = """
kind: paper
title: A paper of examples
body:
  - section: First
    id: first
    body:
      - para: One leads to [](#last) and [](#late).
{inserted}      - para: Two.
  - section: Second
    body:
      - table: The late table
        id: late
        columns: [A, B]
        rows: [[x, y]]
      - para: Three, after [](#late), with a second look at [](#last "short").
        id: last
"""

MEETING = """
title: Meeting of examples
short: EX-1
dates: {start: 2026-01-02}
venue: Nowhere
papers: [paper]
"""


def _built(folder: Path, inserted: str) -> Built:
    meeting = folder / "content" / "ex-1"
    meeting.mkdir(parents=True)
    (meeting / "meeting.yaml").write_text(MEETING, "utf-8")
    (meeting / "paper.yaml").write_text(PAPER.replace("{inserted}", inserted.lstrip("\n")), "utf-8")
    return Built(folder / "out", Project(folder))


def test_numbers_and_references_after_the_place_move(tmp_path: Path) -> None:
    before, after = _built(tmp_path / "before", ""), _built(tmp_path / "after", INSERTED)
    for built, words in (
        (before, ("1.Oneleadstoparagraph3andTable1.", "2.Two.", "Table1.Thelatetable",
                  "3.Three,afterTable1,withasecondlookatpara.3.")),
        (after, ("1.Oneleadstoparagraph4andTable2.", "2.Aparagraphthatnobodyexpected.",
                 "Table1.Atablethatnobodyexpected", "3.Two.", "Table2.Thelatetable",
                 "4.Three,afterTable2,withasecondlookatpara.4.")),
    ):  # fmt: skip
        for file in (built.file("ex-1/paper", "pdf"), built.laid_out("ex-1/paper")):
            read = solid("".join(readers.pdf_pages(file)))
            assert all(said in read for said in words), (file, read)


def test_in_the_middle_of_a_real_paper(tmp_path: Path, built: Built) -> None:
    """A paragraph and a table come first in the plan: its own stand one further on, and so does what cites them."""
    shutil.copytree(PROJECT.content, tmp_path / "content")
    plan = tmp_path / "content" / "som-24" / "strategic-plan.yaml"
    source = plan.read_text("utf-8")
    first = source.index("\n      - para: |")
    plan.write_text(source[:first] + INSERTED.rstrip("\n") + "\n" + source[first:], "utf-8")
    moved = Built(tmp_path / "out", Project(tmp_path))
    old, new = built.outline("som-24/strategic-plan"), moved.outline("som-24/strategic-plan")
    for kind in ("paragraph", "table"):
        numbers = [int((entry.number or "0").rstrip(".")) for entry in new.entries if entry.type == kind]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) == sum(entry.type == kind for entry in old.entries) + 1
    was = [reference.text for reference in old.references if "Table" in reference.text]
    now = [reference.text for reference in new.references if "Table" in reference.text]
    assert was
    assert [_plus_one(text) for text in was if "NFP" not in text] == [text for text in now if "NFP" not in text]
    captions = [solid(f"{entry.label}. {entry.title}") for entry in new.entries if entry.type == "table"]
    for file in (moved.file("som-24/strategic-plan", "pdf"), moved.laid_out("som-24/strategic-plan")):
        read = solid("".join(readers.pdf_pages(file)))
        assert "1.Aparagraphthatnobodyexpected." in read
        assert all(caption in read for caption in captions), file
        assert solid("(Table 3)") in read


def _plus_one(label: str) -> str:
    lead, number = label.rsplit(" ", 1)
    return f"{lead} {int(number) + 1}"


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_other_formats_say_so_too(tmp_path: Path, ending: str) -> None:
    after = _built(tmp_path, INSERTED)
    file = after.file("ex-1/paper", ending)
    said = solid(readers.pandoc(file, ending))
    assert solid("1. One leads to paragraph 4 and Table 2.")[2:] in said
    assert solid("Table 1. A table that nobody expected") in said
