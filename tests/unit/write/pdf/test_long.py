"""Long words and many notes: WeasyPrint does as it would, with a part of the work."""

from pathlib import Path
from typing import Any

import pytest
from weasyprint.text import line_break

from neaspec_docs import pipeline
from neaspec_docs.project import Project
from neaspec_docs.write.pdf import line_breaks
from neaspec_docs.write.pdf.notes import FaithfulContext

MEETING = "title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n"


def pdf(root: Path, more: str, body: str) -> bytes:
    folder = root / "content" / "m"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meeting.yaml").write_text(MEETING)
    (folder / "p.yaml").write_text(f"kind: paper\ntitle: A\n{more}body:\n  - para: {body}\n")
    order = pipeline.Order(Project(root), ["m"], ("pdf",), root / "out", jobs=1)
    (made,) = pipeline.build(order).made
    data = made.path.read_bytes()
    made.path.unlink()
    return data


def test_a_word_is_broken_as_if_the_whole_paragraph_were_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []
    split = line_break.split_first_line

    def counted(text: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        looked_at.append(len(text))
        return split(text, *arguments, **options)

    monkeypatch.setattr(line_breaks, "split_first_line", counted)
    body = " ".join(f"{'x' * 1_500} of some words" for _ in range(4))
    short = pdf(tmp_path, "", body)
    assert len([length for length in looked_at if length > 4_000]) < 3
    monkeypatch.setattr(line_breaks, "_FIRST_TRY", 1_000_000)
    assert pdf(tmp_path, "", body) == short
    assert len([length for length in looked_at if length > 4_000]) > 20


def test_each_note_is_measured_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pages end and what stands on them is as if all notes of a page were laid out with each that comes."""
    measured: list[int] = []
    height = FaithfulContext._height

    def counted(context: FaithfulContext, notes: list[Any]) -> float:
        measured.append(len(notes))
        return height(context, notes)

    monkeypatch.setattr(FaithfulContext, "_height", counted)
    notes = "".join(f"  n{n}: {'A note of some words, and on. ' * (n % 4 + 1)}\n" for n in range(80))
    body = " ".join(f"word[^n{n}] and some words" for n in range(80))
    once = pdf(tmp_path, f"footnotes:\n{notes}", body)
    assert set(measured) == {1, 2}
    assert 80 < len(measured) < 4 * 80
    monkeypatch.setattr(
        FaithfulContext, "_update_footnote_area", lambda context: context._laid_out_anew(list(context._notes))
    )
    assert pdf(tmp_path, f"footnotes:\n{notes}", body) == once
