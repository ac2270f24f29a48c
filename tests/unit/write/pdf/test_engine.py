"""Whose fault it is that a paper can't be laid out: a style sheet of the project's own, or the program."""

import logging
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from weasyprint import CSS

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf import engine
from neaspec_docs.write.pdf.document import FaithfulDocument
from neaspec_docs.write.pdf.fetcher import ProjectFetcher
from neaspec_docs.write.steps import returned

ROOT = fromstring("<html lang='en'><head/><body><table><tr><td>One</td></tr></table></body></html>")  # noqa: S314
RUNNING = "tr { display: block; position: running(x) } @page { @top-left { content: element(x) } }"


def styled(folder: Path, sheet: str) -> Project:
    (folder / "content").mkdir()
    (folder / "templates").mkdir()
    (folder / "templates/style.css").write_text(sheet, "utf-8")
    return Project(folder)


def test_what_only_a_sheet_of_the_projects_own_brings_about_is_its_fault(tmp_path: Path) -> None:
    made = returned(engine.making(ROOT, Page("ex-1/herons", ROOT), styled(tmp_path, RUNNING)))
    (fault,) = made.refused
    assert (fault.code, fault.at and fault.at.file, made.data) == (Code.TEMPLATE_FAULT, "templates/style.css", b"")


def test_a_bug_of_ours_is_not_blamed_on_a_sheet_of_the_projects_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(FaithfulDocument, "_build_layout_context", broken)
    with pytest.raises(ZeroDivisionError, match="ours"):
        returned(engine.making(ROOT, Page("ex-1/herons", ROOT), styled(tmp_path, "p { color: red }")))


def test_what_is_said_of_the_shipped_sheet_is_not_said_of_the_projects_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ProjectFetcher] = []
    laid_out = engine._laid_out

    def heard(root: Element, sheet: CSS, fetcher: ProjectFetcher) -> FaithfulDocument:
        asked.append(fetcher)
        logging.getLogger("weasyprint").warning("said of sheet %s", len(asked))
        return laid_out(root, sheet, fetcher)

    monkeypatch.setattr(engine, "_laid_out", heard)
    made = returned(engine.making(ROOT, Page("ex-1/herons", ROOT), styled(tmp_path, RUNNING)))
    assert [one for one in made.warnings if one.startswith("said")] == ["said of sheet 1"]
    assert len({*map(id, asked)}) == 2  # each has its own list of what was refused


def test_the_shipped_sheet_names_no_other_file_so_it_can_be_kept_for_all_papers() -> None:
    sheet = engine.shipped_sheet()
    assert engine.shipped_sheet() is sheet
    assert not [word for word in ("url(", "@import", "@font-face", "@counter-style") if word in sheet.text]
