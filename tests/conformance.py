"""Files that were made -> what each checker finds wrong with them, for the tests and for `make conformance`.

What is checked stands in PROJECTS and `shipped`, by what in CHECKERS.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import office_points
import page
import readers
from openxml_audit import FileFormat, OpenXmlValidator
from papers import PROJECT, SAMPLE

from neaspec_docs import pipeline
from neaspec_docs.project import Project

PROJECTS: Sequence[Project] = (PROJECT, SAMPLE, Project(SAMPLE.root.with_name("languages")))
"""The projects all of whose meetings are checked, papers and packs."""

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


def _poi(files: Sequence[Path]) -> Found:
    read = readers.poi_reads(files)
    return {file: _apart(office_points.text(file), read[file]) for file in files}


def _pandoc(files: Sequence[Path]) -> Found:
    return {file: _lost(office_points.text(file), readers.pandoc_reads(file)) for file in files}


def _libreoffice(files: Sequence[Path]) -> Found:
    with TemporaryDirectory(prefix="neaspec-docs-") as folder:
        saved = readers.soffice_saves(files, Path(folder))
        gone = {file for file, copy in saved.items() if not copy.is_file()}
        read = readers.poi_reads([copy for file, copy in saved.items() if file not in gone])
        return {
            file: ["it does not open"] if file in gone else _lost(office_points.text(file), read[saved[file]])
            for file in files
        }


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
            files += _made(pipeline.packed(pipeline.Order(project, (meeting,), (), out)))
    return files


def built(project: Project, targets: Sequence[str], out: Path, jobs: int = 0) -> list[Path]:
    """Build papers below a folder and return the files."""
    return _made(pipeline.build(pipeline.Order(project, targets, (), out, jobs)))


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
