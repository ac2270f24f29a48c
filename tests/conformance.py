"""Files that were made -> what each checker finds wrong with them, for the tests and for `make conformance`.

What is checked stands in PROJECTS and `shipped`, by what in CHECKERS.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import office_points
import page
import readers
from openxml_audit import FileFormat, OpenXmlValidator
from papers import LANGUAGES, PROJECT, SAMPLE

from neaspec_docs import pipeline
from neaspec_docs.history import two_files
from neaspec_docs.project import Project

PROJECTS: Sequence[Project] = (PROJECT, SAMPLE, LANGUAGES)
"""The projects all of whose meetings are checked, papers and packs."""

EARLIER: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ex-1/herons": (
        ("Herons of the lakes", "The herons"),
        ("few at the South Lake", "none at the South Lake"),
        ("id: one\n", "id: one\n      - para: Taken out, with [a link](https://www.example.org/old).[^cited]\n"),
        ("              - Herons that nest in reeds, *Ardea cinerea*;\n", ""),
        ("section: A first part", "section: The *first* part"),
        ("A marsh is a place", "A fen is a place"),
        ("          - [Little Lake, 2, 3, 5]\n", "          - [Lost Lake, 1, 1, 2]\n"),
        ("[South Lake, 0, 7, 7", "[South Lake, 0, 9, 9"),
        ("Young birds are left out", "Old birds are left out"),
        ("[1.4, 20.3, null]", "[1.4, 22.5, null]"),
        ("      - para: Between two tables.\n", ""),
    ),
    "ex-2/reeds": (("Reed", "Rush"),),
    "ja/paper": (("湿地のツル", "ツル"), ("早朝", "朝")),
    "ja/slides": (("ツル", "鶴"),),
}  # what stands there now, and what stood there before
"""The papers of which redlines are checked, with what was written otherwise in their earlier version."""

STYLES = ("tracked", "brackets")
"""How a redline marks what came and went."""

Found = Mapping[Path, Sequence[str]]
"""What is wrong with each file; files of which nothing is said may be missing."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A checker: its name, the endings of the files it knows, and what it finds."""

    name: str
    endings: tuple[str, ...]
    find: Callable[[Sequence[Path]], Found]

    def check(self, files: Sequence[Path]) -> tuple[int, dict[Path, list[str]]]:
        """Return how many of the files it knows, and what is wrong with those that have a fault."""
        known = [file.resolve() for file in files if file.suffix[1:] in self.endings]
        found = self.find(known) if known else {}
        return len(known), {file: [*faults] for file, faults in found.items() if faults}


def _vera(profile: str) -> Callable[[Sequence[Path]], Found]:
    return lambda files: readers.vera(files, profile)


def _page_validation(files: Sequence[Path]) -> Found:
    found = {}
    for file in files:
        report = page.validate_pdf(file, profile="ua1")
        found[file] = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
        if report.rules.total < 100 or (not report.is_compliant and not found[file]):
            found[file].append("page-validation did not read it to its end")
    return found


def _openxml(version: FileFormat) -> Callable[[Sequence[Path]], Found]:
    def find(files: Sequence[Path]) -> Found:
        return {file: [str(error) for error in OpenXmlValidator(version).validate(str(file)).errors] for file in files}

    return find


def _points(files: Sequence[Path]) -> Found:
    return {file: office_points.missed(file) for file in files}


_DIGITS = re.compile(r"\d+")

_CHANGED_LINK = "../parent::*/parent::w:hyperlink"
"""What came or went in a link: Apache POI does not look there."""


def _poi(files: Sequence[Path]) -> Found:
    read = readers.poi_reads(files)
    return {file: _apart(office_points.text(file, _CHANGED_LINK), read[file]) for file in files}


def _pandoc(files: Sequence[Path]) -> Found:
    return {file: _lost(office_points.text(file), readers.pandoc_reads(file)) for file in files}


def _libreoffice(files: Sequence[Path]) -> Found:
    with TemporaryDirectory(prefix="neaspec-docs-") as folder:
        saved = readers.soffice_saves(files, Path(folder))
        made = [copy for copy in saved.values() if copy.is_file()]
        read = {copy: readers.pandoc_reads(copy) for copy in made if copy.suffix == ".docx"}
        read |= readers.poi_reads([copy for copy in made if copy not in read])
        return {
            file: _lost(*_counted(file, office_points.text(file), read[copy])) if copy in read else ["it does not open"]
            for file, copy in saved.items()
        }


def _counted(file: Path, ours: readers.Read, theirs: readers.Read) -> tuple[readers.Read, readers.Read]:
    """Return readings; of a redline without digits: LibreOffice counts anew, and what went among the rest."""
    if not file.stem.endswith(".redline"):
        return ours, theirs
    one, two = ({where: _DIGITS.sub("", text) for where, text in read.items()} for read in (ours, theirs))
    return one, two


def _lost(ours: readers.Read, theirs: readers.Read) -> list[str]:
    """Return where two readings part, unless they have the same characters: of readers that move some of them.

    pandoc moves captions; LibreOffice, when it saves, a field with which a link begins.
    """
    return [] if all(Counter(ours[where]) == Counter(theirs[where]) for where in ours) else _apart(ours, theirs)


def _apart(ours: readers.Read, theirs: readers.Read) -> list[str]:
    """Return where two readings part, which are to be the same."""
    found = []
    for where, text in ours.items():
        other = theirs[where]
        if text != other:
            at = next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), None)
            at = min(len(text), len(other)) if at is None else at
            before = text[max(0, at - 20) : at]
            found.append(f"after `{before}` the {where} has `{text[at : at + 30]}`, is read as `{other[at : at + 30]}`")
    return found


CHECKERS = (
    Checker("veraPDF, PDF/UA-1", ("pdf",), _vera("ua1")),
    Checker("veraPDF, PDF/A-3a", ("pdf",), _vera("3a")),
    Checker("page-validation, PDF/UA-1", ("pdf",), _page_validation),
    Checker("openxml-audit, Office 2016", ("docx", "pptx"), _openxml(FileFormat.OFFICE_2016)),
    Checker("openxml-audit, Microsoft 365", ("docx", "pptx"), _openxml(FileFormat.MICROSOFT_365)),
    Checker("points of accessibility", ("docx", "pptx"), _points),
    Checker("Apache POI, same text", ("docx", "pptx"), _poi),
    Checker("pandoc, same text", ("docx",), _pandoc),
    Checker("LibreOffice, same text", ("docx", "pptx"), _libreoffice),
)


def shipped(out: Path) -> list[Path]:
    """Make below a folder whatever the project can make of its papers, and return the files."""
    files: list[Path] = []
    for project in PROJECTS:
        meetings = [*pipeline.listing(project)[0].meetings]
        files += built(project, meetings, out)
        for meeting in meetings:
            files += packed(project, meeting, out)
        files += redlined(project, out)
    return files


def built(project: Project, targets: Sequence[str], out: Path, jobs: int = 0) -> list[Path]:
    """Build papers below a folder and return the files."""
    return _made(pipeline.build(pipeline.Order(project, targets, (), out, jobs)))


def packed(project: Project, meeting: str, out: Path) -> list[Path]:
    """Bind the papers of a meeting below a folder and return the files."""
    return _made(pipeline.packed(pipeline.Order(project, (meeting,), (), out)))


def redlined(project: Project, out: Path, *, papers: Sequence[str] = tuple(EARLIER)) -> list[Path]:
    """Write redlines of those of the papers that are a project's, tracked and in brackets, and return the files."""
    files: list[Path] = []
    for paper in papers:
        now = project.content / f"{paper}.yaml"
        if now.is_file():
            for style in STYLES:
                folder = out / "redlines" / style
                was = folder / now.name
                folder.mkdir(parents=True, exist_ok=True)
                was.write_text(_earlier(paper, now.read_text("utf-8")), "utf-8")
                with two_files.versions(project.root, (was.resolve(), now), project) as versions:
                    order = pipeline.Order(project, (), (), folder)
                    files += _made(pipeline.redlined(versions, order, brackets=style == "brackets"))
    return files


def _earlier(paper: str, text: str) -> str:
    for now, before in EARLIER[paper]:
        assert now in text, now
        text = text.replace(now, before)
    return text


def _made(built: pipeline.Built) -> list[Path]:
    """Return the files of a build that had no error."""
    errors = [fault for fault in built.diagnostics if pipeline.stops([fault])]
    assert not errors, "\n".join(f"{fault.at.file}:{fault.at.line}: {fault.message}" for fault in errors)
    assert built.made
    return [one.path for one in built.made]


Result = tuple[int, Mapping[Path, Sequence[str]]]
"""How many files a checker looked at, and what is wrong with those that have a fault."""


def table(names: Sequence[str], rows: Sequence[tuple[Result, Result]]) -> str:
    """Return a table in Markdown: how many shipped and generated files each checker read, and how many failed."""
    lines = ["| checker | shipped files | generated files | failures |", "| --- | ---: | ---: | ---: |"]
    for name, row in zip(names, rows, strict=True):
        lines.append(f"| {name} | {row[0][0]} | {row[1][0]} | {sum(len(found) for _, found in row)} |")
    return "\n".join(lines)
