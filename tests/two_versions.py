"""Blocks, or a project on disk and an edit of its files -> two versions of a paper, resolved, and what changed."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from every_block import MEETING

from neaspec_docs.diff import changes
from neaspec_docs.diff.changes import Snapshot
from neaspec_docs.load import tree
from neaspec_docs.model.block import Block
from neaspec_docs.model.change import Change, Changes
from neaspec_docs.model.document import Annex, Content, Document, Footnote
from neaspec_docs.project import Project
from neaspec_docs.resolve.passes import Resolver

NAME = "som-24/report"

Edit = Callable[[str, str], str]
"""What becomes of the text of a file of content, by its path below content/."""


def content(
    *body: Block, footnotes: tuple[Footnote, ...] = (), annexes: tuple[Annex, ...] = (), name: str = NAME
) -> Content:
    """Return content with the one paper that has this body."""
    document = Document(name, "report", (), body=body, footnotes=footnotes, annexes=annexes)
    meeting = replace(MEETING, papers=(name,))
    return Content({meeting.id: meeting}, {name: document})


def resolved(*body: Block, footnotes: tuple[Footnote, ...] = ()) -> Document:
    """Return a paper with this body, resolved."""
    return version("one", content(*body, footnotes=footnotes)).papers[NAME].document


def version(name: str, found: Content) -> Snapshot:
    """Return content as a version, with all its papers resolved."""
    resolver = Resolver(found)
    return Snapshot(name, found, {paper: resolver.resolve(paper)[0] for paper in found.papers})


def told(old: Content, new: Content) -> tuple[Change, ...]:
    """Return the changes of the only paper that changed."""
    (paper,) = changes.of(version("old", old), version("new", new)).papers
    return paper.changes


def edited(root: Path, edit: Edit) -> Content:
    """Return the content of a project after an edit of its files."""
    with TemporaryDirectory() as folder:
        copy = Project(Path(folder))
        shutil.copytree(root / "content", copy.content)
        for file in sorted(copy.content.rglob("*")):
            if file.suffix in {".yaml", ".csv"}:
                text = file.read_text("utf-8")
                new = edit(file.relative_to(copy.content).as_posix(), text)
                if new != text:
                    file.write_text(new, "utf-8")
        return tree.content(copy)


def between(root: Path, edit: Edit, first: Edit = lambda _, text: text) -> Changes:
    """Return what an edit of a project's files changes; `first` is an edit that both versions have."""
    old = edited(root, first)
    new = edited(root, lambda name, text: edit(name, first(name, text)))
    return changes.of(version("old", old), version("new", new))


def replacing(file: str, *pairs: tuple[str, str]) -> Edit:
    """Return an edit that puts other words for words that must stand in a file."""

    def edit(name: str, text: str) -> str:
        if name != file:
            return text
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new, 1)
        return text

    return edit
