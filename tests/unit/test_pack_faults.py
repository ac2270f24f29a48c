"""What the pipeline says of a pack, and that it saves nothing of one at fault."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from neaspec_docs import pipeline, stages, writing
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Page, Written
from neaspec_docs.model.progress import unwatched
from neaspec_docs.project import Project
from neaspec_docs.write import jobs
from neaspec_docs.write.pack import archive, joined
from neaspec_docs.write.paper import File

PAPER, FRONT = Page("m-1/p", Element("html")), Page("m-1", Element("html"))
FORMATS = ("docx", "pdf")
Packed = Callable[[Diagnostic | None], pipeline.Built]


def fault(message: str, file: str = "content/m-1/p.yaml", severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(Code.UNPRINTABLE, message, Span(file, 1, 1), severity=severity)


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packed:
    def pack(of_index: Diagnostic | None) -> pipeline.Built:
        def write(*_: object) -> tuple[File, ...]:
            pack = File("m-1.pdf", Written(b"%PDF", diagnostics=(fault("a rule"), fault("a form", "m-1"))), 0)
            paper = (File(f"m-1/p.{form}", Written(b"PK", diagnostics=(fault("a rule"),)), 0) for form in FORMATS)
            return pack, *paper

        found = () if of_index is None else (of_index,)
        zipped = File("m-1.zip", Written(b"PK", diagnostics=found), 0)
        monkeypatch.setattr(jobs, "write", write)
        monkeypatch.setattr(stages, "sources", lambda *_: ())
        monkeypatch.setattr(joined, "joined", lambda front, _: front)
        monkeypatch.setattr(archive, "archive", lambda *_: zipped)
        order = pipeline.Order(Project(tmp_path), ("m-1",), (), tmp_path / "build")
        return writing.pack(FRONT, (PAPER,), (), Content(), writing.begun("pack", order, unwatched))

    return pack


def test_what_is_said_of_a_paper_is_not_said_of_the_pack_again_and_all_else_is(packed: Packed) -> None:
    built = packed(None)
    assert [said.message for said in built.diagnostics] == ["a rule", "a form"]
    assert [made.path.read_bytes() for made in built.made] == [b"%PDF", b"PK"]


def test_an_error_in_the_index_saves_nothing(packed: Packed, tmp_path: Path) -> None:
    built = packed(fault("a style", severity=Severity.ERROR))
    assert [said.message for said in built.diagnostics] == ["a rule", "a style", "a form"]
    assert built.made == ()
    assert not (tmp_path / "build").exists()
