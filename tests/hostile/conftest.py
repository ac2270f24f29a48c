"""A project of one paper, and what is said of it: `m/p`, whose body a test writes, and whatever it lays beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.diagnostics import show
from neaspec_docs.project import Project

MEETING = "title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n"
HEAD = "kind: paper\ntitle: A\nbody:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the meeting; there is something secret outside the project."""
    folder = tmp_path / "project" / "content" / "m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(MEETING)
    (tmp_path / "secret.yaml").write_text(f"{HEAD}  - para: secret\n")
    return folder


@pytest.fixture
def project(folder: Path) -> Project:
    return Project(folder.parents[1])


@pytest.fixture
def said(folder: Path, project: Project) -> Callable[..., list[str]]:
    """Return what gives each fault of a paper with this body in one line: its place, code and message.

    It is shown as a terminal shows it too.
    """

    def say(body: str | None = None, head: str = HEAD) -> list[str]:
        if body is not None:
            (folder / "p.yaml").write_bytes((head + body).encode("utf-8", "surrogatepass"))
        faults = pipeline.faults(project)
        shown = show.text(faults, project.root)
        assert "\x1b" not in shown
        return [
            f"{fault.at.file.removeprefix('content/m/')}:{fault.at.line}:{fault.at.column} {fault.code} {fault.message}"
            for fault in faults
        ]

    return say


@pytest.fixture
def made(project: Project, tmp_path: Path) -> Callable[..., tuple[dict[str, bytes], list[str]]]:
    """Return what builds the paper: its files by their endings, and what is said of them."""

    def make(*formats: str) -> tuple[dict[str, bytes], list[str]]:
        order = pipeline.Order(project, ["m"], formats or ("docx", "html", "pdf"), tmp_path / "out", jobs=1)
        built = pipeline.build(order)
        return (
            {made.path.suffix[1:]: made.path.read_bytes() for made in built.made},
            [f"{fault.code} {fault.message}" for fault in built.diagnostics],
        )

    return make
