"""Who writes a paper's formats, by which workers, and what each format is made from."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from papers import PROJECT

from neaspec_docs import plain_files, stages
from neaspec_docs.load import tree
from neaspec_docs.model.page import Page
from neaspec_docs.model.progress import Begun, Done, Step
from neaspec_docs.orders import Order
from neaspec_docs.project import Project
from neaspec_docs.write import jobs, workers

STYLES = {"templates/style.css", "templates/styles.docx"}


@pytest.fixture(scope="module")
def pages() -> Sequence[Page]:
    """Return a paper with contents, and one without."""
    content = tree.content(PROJECT)
    resolved, _ = stages.resolve(content, ["som-24/strategic-plan", "som-24/documents"])
    return stages.render(resolved, PROJECT)[0]


def _order(*targets: str, formats: Sequence[str] = (), jobs: int = 0) -> Order:
    return Order(PROJECT, targets, formats, Path(), jobs)


def test_contents_of_word_are_made_from_what_lays_the_pages_out(pages: Sequence[Page]) -> None:
    """Their page numbers are the PDF's, so a new style sheet makes the Word file again; its source text does not."""
    (plan, documents) = pages
    assert plan.root.find(".//nav") is not None
    assert documents.root.find(".//nav") is None
    pdf, word, plain = jobs.write([(plan, ("pdf", "docx")), (documents, ("docx",))], PROJECT, 1, lambda _: None)
    assert {*pdf.read} >= {"templates/style.css", plan.source}
    assert {*word.read} >= STYLES
    assert plan.source not in word.read
    assert {*plain.read} == {"templates/styles.docx"}
    assert all(digest is not None for file in (pdf, word, plain) for digest in file.read.values())


@pytest.mark.parametrize(
    ("order", "number", "importing"),
    [
        (_order("som-24/report"), 1, "pdf"),
        (_order("som-24"), 2, "pdf"),
        (_order("som-24/report", "nfp-2"), 2, "pdf"),
        (_order("som-24/strategic-plan", formats=("docx",)), 1, "pdf"),
        (_order("som-24/report", formats=("docx",)), 0, ""),
        (_order("som-24/report", formats=("docx", "html")), 0, ""),
        (_order("som-24/report", formats=("html", "pdf")), 1, "pdf"),
        (_order("som-24/report", "som-24/agenda", formats=("docx",)), 2, "docx"),
        (_order("som-24", formats=("docx",)), 2, "pdf"),
        (_order("som-24", jobs=1), 0, ""),
        (_order("som-24", formats=("html",)), 0, ""),
        (_order("nowhere"), 0, ""),
        (_order("som-24/nowhere", formats=("docx",)), 0, ""),
    ],
)
def test_there_are_workers_where_they_help(
    monkeypatch: pytest.MonkeyPatch, order: Order, number: int, importing: str
) -> None:
    """Pages are laid out for a PDF and for the contents of a Word file, of which the strategic plan has some."""
    asked: list[tuple[int, str]] = []
    started = workers.started

    def counted(number: int, before: str) -> AbstractContextManager[workers.Crew]:
        asked.append((number, before if number else ""))
        return started(0)

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "started", counted)
    with jobs.ready(order):
        assert asked == [(number, jobs._WARM.format(importing) if number else "")]


@pytest.mark.parametrize(("form", "imported", "left"), [("pdf", "weasyprint", "docx"), ("docx", "docx", "weasyprint")])
def test_a_worker_imports_what_its_format_takes(form: str, imported: str, left: str) -> None:
    program = f"import sys; {jobs._WARM.format(form)}; print({imported!r} in sys.modules, {left!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]


@pytest.mark.parametrize("line", ["toc: true\n", "toc: false\n", ""])
def test_a_paper_with_contents_is_known_by_its_file(line: str, tmp_path: Path) -> None:
    project, file = Project(tmp_path), tmp_path / "content" / "m" / "a.yaml"
    file.parent.mkdir(parents=True)
    for text in (f"title: The protocol\n{line}body: []\n", f"{line}title: The protocol\n"):
        file.write_text(text)
        assert jobs._has_contents("m/a", project) is (line == "toc: true\n")
    assert not jobs._has_contents("m/b", project)


@pytest.mark.parametrize("target", ["m/p", "m/../../../away", "m/\0", "../../away"])
def test_nothing_outside_the_project_is_opened_to_know_it(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names such a file is told so, when the content is loaded."""
    meeting = tmp_path / "project" / "content" / "m"
    meeting.mkdir(parents=True)
    (tmp_path / "away.yaml").write_text("toc: true\n")
    (meeting / "p.yaml").symlink_to(tmp_path / "away.yaml")
    monkeypatch.setattr(plain_files, "read", lambda path, _: pytest.fail(f"{path} was opened"))
    order = Order(Project(tmp_path / "project"), (target,), ("docx",), Path(), 2)
    with jobs.ready(order) as crew:
        assert not crew


@pytest.mark.parametrize("formats", [("docx",), ("docx", "pdf"), ("html", "pdf", "docx")])
def test_a_crew_writes_what_one_process_writes(pages: Sequence[Page], formats: Sequence[str]) -> None:
    wanted = [(page, formats) for page in reversed(pages)]
    told: list[Step] = []
    with workers.started(1, jobs._WARM.format("pdf")) as crew:
        by_crew = jobs.write(wanted, PROJECT, 0, told.append, crew)
    alone = [file for one in wanted for file in jobs.write([one], PROJECT, 1, lambda _: None)]
    assert [file.path for file in by_crew] == [f"{page.paper}.{name}" for page, _ in wanted for name in formats]
    assert [file.written.data for file in by_crew] == [file.written.data for file in alone]
    assert [file.read for file in by_crew] == [file.read for file in alone]
    plan, documents = (page.paper for page in pages)
    lengths = (14, 1) if "pdf" in formats else (None, None)
    assert told == [
        Begun(plan),
        Done(plan, lengths[0]),
        Begun(documents),
        Done(documents, lengths[1]),
    ]  # the longest first


def test_a_paper_is_not_painted_for_word_alone(pages: Sequence[Page], monkeypatch: pytest.MonkeyPatch) -> None:
    def painted(*_: object, **__: object) -> None:
        raise AssertionError("nobody wants the PDF")

    both = jobs.write([(pages[0], ("pdf", "docx"))], PROJECT, 1, lambda _: None)
    monkeypatch.setattr("weasyprint.document.Document.write_pdf", painted)
    (word,) = jobs.write([(pages[0], ("docx",))], PROJECT, 1, lambda _: None)
    assert (word.written.data, word.read) == (both[1].written.data, both[1].read)


def test_a_crew_is_gone_afterwards_even_if_it_was_never_called() -> None:
    with workers.started(2, "import time; time.sleep(60)") as crew:
        processes = [*crew._workers]
        assert [process.poll() for process in processes] == [None, None]
    assert all(process.returncode is not None for process in processes)
