"""The Word file of a redline, all changes accepted, is the new paper; all rejected, it is the old one.

Three readers that are not ours decide on the changes, each in its own way: pandoc, LibreOffice, and a reading of the
standard (`decided`), whose files LibreOffice then reads. LibreOffice itself carries the number of a paragraph that goes
over to the next one, so of what it decides in papers edited by chance the words count, and in `calm` ones all.
"""

import html
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pypandoc
import pytest
from decided import W, decided
from edited_papers import broken_in_two, edited
from every_block import t, w
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from papers import PAPERS, PROJECT
from written_papers import Author, made, meeting, resolved

from neaspec_docs.diff.matching.align import counterparts
from neaspec_docs.diff.redline.merge import merged
from neaspec_docs.load import tree
from neaspec_docs.model.block import Cell, Column, Item, Paragraph, Row, Section, Table, Unnumbered
from neaspec_docs.model.document import Content, Document, Footnote
from neaspec_docs.model.inline import FootnoteCall, Reference, Text
from neaspec_docs.model.node import Anchored, Node
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.signature import OneHand, Signature
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.project import Project
from neaspec_docs.render import page as render
from neaspec_docs.resolve.passes import Resolver
from neaspec_docs.write import jobs
from neaspec_docs.write.docx import writer

SIGNATURE = Signature("A. Editor", datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
HERE = Path(__file__).parent


def rendered(found: Resolved, project: Project) -> Page:
    page, _ = render.render(found, project)
    assert page is not None
    return page


def redlined(old: Resolved, new: Resolved, project: Project) -> Mapping[str, Page]:
    """Return the Pages of two versions, and that which holds both."""
    was, now = rendered(old, project), rendered(new, project)
    redline = merged(was, now, counterparts(old.document, new.document), OneHand(SIGNATURE))
    return {"old": was, "new": now, "redline": redline}


def by_chance(seed: int, project: Project) -> Mapping[str, Page]:
    chance = Random(seed)  # noqa: S311 -- no secret
    paper = made(chance)
    other, where = edited(paper, chance, 4), meeting(chance)
    return redlined(resolved(paper, where), resolved(other, where), project)


def write(pages: Mapping[str, Page], project: Project, folder: Path, name: str) -> dict[str, Path]:
    """Write the versions and their redline, and the redline as the standard has it accepted and rejected."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for kind, page in pages.items():
        data = writer.write(page, project, Layout(9, {})).data
        made = {kind: data}
        if kind == "redline":
            made |= {"accepted": decided(data, accept=True), "rejected": decided(data, accept=False)}
        for part, content in made.items():
            files[part] = folder / f"{name}.{part}.docx"
            files[part].write_bytes(content)
    return files


def faults(file: Path) -> list[str]:
    versions = (FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365)
    return [str(error) for version in versions for error in OpenXmlValidator(version).validate(str(file)).errors]


# ---------------------------------------------------------------- readers

_UNSURE = re.compile(
    r"<(caption|figcaption)\b.*?</\1>|<p>(?:<(?!/p>)[^>]+>|\s)*(?:Figure|Table) .*?</p>|<a [^>]*footnote-back.*?</a>",
    re.DOTALL,
)
"""Pandoc gives a table or picture the caption that it finds, and the next one's where its own is gone."""

_BETWEEN = re.compile(r"</?(?:p|li|td|th|tr|br|h\d|div)\b")


def said(file: Path, *, decide: str = "accept") -> list[str]:
    """Return the words that pandoc reads in a file, cells and notes too, the changes accepted or rejected."""
    markup = pypandoc.convert_file(str(file), "html", extra_args=["--wrap=none", f"--track-changes={decide}"])
    text = re.sub(r"<[^>]+>", lambda tag: " " if _BETWEEN.match(tag[0]) else "", _UNSURE.sub("", markup))
    return html.unescape(text).split()


def office(*words: str) -> Iterator[dict[str, list[str]]]:
    """Give what LibreOffice reads, for words such as `accept:FILE`."""
    script = HERE.parent / "revisions_now.py"
    told = subprocess.run(["/usr/bin/python3", script, *words], check=True, capture_output=True, timeout=600).stdout
    yield from json.loads(told)


def letters(words: list[str]) -> list[str]:
    return [word for word in words if re.search(r"[^\W\d_]{2}", word)]


# ---------------------------------------------------------------- shipped papers


def calm(paper: Document) -> tuple[Document, set[str]]:
    """Return a paper after edits of many sorts, each where the next block is one like it, and which were made."""
    led = {node.target for node in nodes((paper,)) if isinstance(node, Reference)}
    seen: Counter[type] = Counter()
    made: set[str] = set()

    def edit(node: Node) -> object:
        seen[type(node)] += 1
        match node, seen[type(node)]:
            case Paragraph(), 2:
                made.add("paragraph inserted")
                return node, Paragraph(w("Focal points met twice in the year."))
            case Paragraph(body=()), at if at > 3 and "paragraph deleted" not in made and bare(node, led):
                made.add("paragraph deleted")
                return ()
            case Text(), at if at % 40 == 7 and len(node.value.split()) > 4:
                made.add("words changed")
                first, second, *rest = node.value.split(" ")
                return replace(node, value=" ".join([first, second, "quite", "anew", *rest[1:]]))
            case Row(group=False), 3 if all(cell.rows == 1 for cell in node.cells):
                made.add("row inserted")
                return node, replace(node, cells=tuple(Cell(w("New")) for _ in node.cells))
            case Item(), 3 if bare(node, led):
                made.add("item deleted")
                return ()
            case Item(), 6:
                made.add("item inserted")
                return node, Item(w("an item that nobody expected"))
            case Section(), 3:
                made.add("heading changed")
                return replace(node, title=(*node.title, Text(" anew")))
            case Footnote(), _:
                made.add("footnote changed")
                return replace(node, text=(*node.text, *w("A second paragraph of the note.")))
            case Unnumbered(), 2:
                made.add("table inserted")
                columns = (Column(w("Herring")), Column(w("Gull")))
                return node, Table(t("A table that nobody expected"), columns, (Row((Cell(w("one")), Cell(w("two")))),))
            case _:
                return node

    return rewrite(paper, edit), made


def bare(node: Node, led: set[str | None]) -> bool:
    """Return whether nothing leads to a node or what it holds, and no footnote is called there."""
    return not any(
        isinstance(each, FootnoteCall) or (isinstance(each, Anchored) and each.id in led) for each in nodes((node,))
    )


@cache
def shipped() -> Content:
    return tree.content(PROJECT)


def edited_paper(name: str) -> tuple[Mapping[str, Page], set[str]]:
    content = shipped()
    paper, made = calm(content.papers[name])
    meeting_id = name.partition("/")[0]
    moved = replace(content.meetings[meeting_id], venue="Ulaanbaatar")
    other = replace(content, papers={**content.papers, name: paper}, meetings={**content.meetings, meeting_id: moved})
    old, new = (Resolver(each).resolve(name)[0] for each in (content, other))
    return redlined(old, new, PROJECT), made


@pytest.fixture(scope="module")
def shipped_papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, dict[str, Path]]:
    """Return for each shipped paper the files of a redline of edits of it."""
    folder = tmp_path_factory.mktemp("redlines")
    return {name: write(edited_paper(name)[0], PROJECT, folder, name.replace("/", "-")) for name in PAPERS}


def test_the_edits_are_of_many_sorts() -> None:
    made = [edited_paper(name)[1] for name in PAPERS]
    assert len(set().union(*made)) == 9


def test_shipped_papers_edited_are_office_open_xml(shipped_papers: Mapping[str, dict[str, Path]]) -> None:
    for name, files in shipped_papers.items():
        assert faults(files["redline"]) == [], name


def test_pandoc_reads_either_version_of_shipped_papers(shipped_papers: Mapping[str, dict[str, Path]]) -> None:
    for name, files in shipped_papers.items():
        assert said(files["old"]) != said(files["new"]), name
        for decide, version in (("accept", "new"), ("reject", "old")):
            assert said(files["redline"], decide=decide) == said(files[version]), (name, decide)


def test_libreoffice_makes_either_version_of_shipped_papers(shipped_papers: Mapping[str, dict[str, Path]]) -> None:
    """Words, numbers, what references and captions come to, footnotes: it works all of them out anew."""
    wanted = []
    for files in shipped_papers.values():
        wanted += [f"as-it-is:{files['new']}", f"accept:{files['redline']}"]
        wanted += [f"as-it-is:{files['old']}", f"reject:{files['redline']}"]
    read = office(*wanted)
    for name in PAPERS:
        new, accepted, old, rejected = (next(read) for _ in range(4))
        assert len(new["lines"]) > 20
        for decided_on, version in ((accepted, new), (rejected, old)):
            assert decided_on["lines"] == version["lines"], name
            assert decided_on["rows"] == version["rows"], name


def listed(word: bytes) -> list[str]:
    """Return the lines of the contents of a Word file, with what their fields ask for."""
    with ZipFile(BytesIO(word)) as file:
        document = etree.fromstring(file.read("word/document.xml"))
    lines = [line for line in document.iter(f"{W}p") if line.find(f"{W}pPr/{W}pStyle[@{W}val]") is not None]
    toc = [line for line in lines if str(line.find(f"{W}pPr/{W}pStyle").get(f"{W}val")).startswith("TOC")]  # type: ignore[union-attr]
    said = ("".join(str(part.text) for part in line.iter(f"{W}t", f"{W}instrText")) for line in toc)
    return [re.sub(r"_Toc\d+", "_Toc", line) for line in said]


def test_the_contents_say_the_pages_of_the_new_paper_and_the_old_ones_of_what_is_gone() -> None:
    content, name = shipped(), "som-24/strategic-plan"
    paper = content.papers[name]
    plan = paper.body[1]
    assert isinstance(plan, Section)
    gone = next(part for part in plan.body if part.id == "institutions")
    less = replace(plan, body=tuple(part for part in plan.body if part is not gone))
    other = replace(paper, body=(paper.body[0], less, *paper.body[2:]))
    changed = replace(content, papers={**content.papers, name: other})
    old, new = (Resolver(each).resolve(name)[0] for each in (content, changed))
    pages = redlined(old, new, PROJECT)
    wanted = [(pages[kind], ("docx",)) for kind in ("old", "new", "redline")]
    before, after, redline = (file.written.data for file in jobs.write(wanted, PROJECT, 1, lambda _: None))
    assert listed(decided(redline, accept=True)) == listed(after)
    rejected = listed(decided(redline, accept=False))
    assert [line.rstrip("0123456789") for line in rejected] == [line.rstrip("0123456789") for line in listed(before)]
    went = [line for line in listed(before) if line.startswith("5.")]
    assert len(went) > 3
    assert [line for line in rejected if line.startswith("5.")] == went


# ---------------------------------------------------------------- papers edited by chance


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project that has the picture of the papers written by chance, and no more."""
    picture = HERE.parent / "unit" / "write" / "docx" / "weir.png"
    folder = tmp_path_factory.mktemp("project")
    copy = folder / "content" / "som-24" / "images" / "map.png"
    copy.parent.mkdir(parents=True)
    shutil.copy(picture, copy)
    return Project(folder)


@settings(max_examples=8)
@given(seed=st.integers(0, 100_000))
def test_pandoc_reads_either_version_of_any_paper(
    seed: int, project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = write(by_chance(seed, project), project, tmp_path_factory.mktemp("chance"), "paper")
    for decide, version in (("accept", "new"), ("reject", "old")):
        assert said(files["redline"], decide=decide) == said(files[version]), (seed, decide)
    assert faults(files["redline"]) == [], seed


def broken(seed: int, project: Project) -> Mapping[str, Page]:
    """Return a paper before and after many paragraphs are broken in two, or run into one."""
    chance = Random(seed)  # noqa: S311 -- no secret
    paper, where = made(chance), meeting(chance)
    author = Author(chance)
    author.count = 1000
    one, two = resolved(paper, where), resolved(broken_in_two(paper, author), where)
    return redlined(two, one, project) if seed % 2 else redlined(one, two, project)


BROKEN = (1, 8, 12, 15)


def test_each_reader_runs_a_broken_paragraph_together_again(project: Project, tmp_path: Path) -> None:
    wanted = []
    for seed in BROKEN:
        pages = broken(seed, project)
        assert [part for part in pages["redline"].root.iter() if part.get("data-change") in {"split", "joined"}], seed
        files = write(pages, project, tmp_path, str(seed))
        for decide, version in (("accept", "new"), ("reject", "old")):
            assert said(files["redline"], decide=decide) == said(files[version]), (seed, decide)
            wanted += [f"as-it-is:{files[version]}", f"as-it-is:{files[f'{decide}ed']}", f"{decide}:{files['redline']}"]
        assert faults(files["redline"]) == [], seed
    read = office(*wanted)
    for own, by_the_standard, by_itself in zip(read, read, read, strict=True):
        assert by_the_standard["lines"] == own["lines"]
        assert letters(by_itself["words"]) == letters(own["words"])


SEEDS = (22, 26, 32, 34)
"""Papers with headings and items that lose or get numbers, notes in what moved, tables that touch, annexes."""


def test_libreoffice_reads_either_version_of_papers_edited_by_chance(project: Project, tmp_path: Path) -> None:
    """By the standard: words, numbers, references, notes; as LibreOffice itself decides: the words of the text."""
    wanted = []
    for seed in SEEDS:
        files = write(by_chance(seed, project), project, tmp_path, str(seed))
        wanted += [f"as-it-is:{files[kind]}" for kind in ("new", "accepted", "old", "rejected")]
        wanted += [f"{decide}:{files['redline']}" for decide in ("accept", "reject")]
    read = office(*wanted)
    for seed in SEEDS:
        new, accepted, old, rejected, all_accepted, all_rejected = (next(read) for _ in range(6))
        assert new["lines"] != old["lines"], seed
        for decided_on, version in ((accepted, new), (rejected, old)):
            assert decided_on["lines"] == version["lines"], seed
            assert decided_on["rows"] == version["rows"], seed
        assert letters(all_accepted["words"]) == letters(new["words"]), seed
        assert letters(all_rejected["words"]) == letters(old["words"]), seed
