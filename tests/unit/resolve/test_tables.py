"""Where the columns of a table stand whose author left that open."""

from pathlib import Path

from neaspec_docs.load import tree
from neaspec_docs.model.block import Align, Table
from neaspec_docs.project import Project
from neaspec_docs.resolve.passes import Resolver

MEETING = "title: M\nshort: M-1\ndates: {start: 2026-03-02}\nvenue: Strelsau\npapers: [p]\n"
PAPER = """
kind: paper
title: Costs
body:
  - table: Costs
    columns: [Year, Crowns, {title: Boats, align: left}, Seen]
    rows: [["2025", 1200, 3, by day], ["2026", 0, 4, by night]]
"""


def test_figures_stand_at_the_right_but_the_years_in_the_first_column_at_the_left(tmp_path: Path) -> None:
    (tmp_path / "content/m").mkdir(parents=True)
    (tmp_path / "content/m/meeting.yaml").write_text(MEETING, "utf-8")
    (tmp_path / "content/m/p.yaml").write_text(PAPER, "utf-8")
    resolved, faults = Resolver(tree.content(Project(tmp_path))).resolve("m/p")
    assert not faults
    (table,) = resolved.document.body
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == [None, Align.RIGHT, Align.LEFT, None]
