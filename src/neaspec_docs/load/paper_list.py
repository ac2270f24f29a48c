"""The file of a meeting and a paper's name -> the same bytes with the name at the end of `papers`."""

import re
from pathlib import Path

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity
from neaspec_docs.load import meetings, source
from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, compose
from neaspec_docs.model.document import Meeting
from neaspec_docs.project import Project

_DASH = re.compile(r"^([ \t]*-)(\s+)\Z", re.MULTILINE)
_INDENT = re.compile(r"[ \t]*")


def named(paper: Path, project: Project) -> tuple[tuple[bytes, bytes], Meeting | None, tuple[Diagnostic, ...]]:
    """Return the file of the paper's meeting, as it is and with the paper named; the meeting; what is wrong.

    There is no meeting where the file has an error, or keeps its list in a way that only its author can add to.
    """
    faults = Diagnostics()
    file = source.read(paper.with_name("meeting.yaml"), project, faults)
    read = source.reading(file, meetings.read) if file else None
    if file is None or read is None or any(fault.severity is Severity.ERROR for fault in faults):
        return (b"", b""), None, tuple(faults)
    data = paper.with_name("meeting.yaml").read_bytes()
    if paper.stem in read.meeting.papers:
        return (data, data), read.meeting, tuple(faults)
    new = _with(paper.stem, data.decode(), file)
    text = new.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    again = meetings.read(Source(file.file, text, file.folder, project, Diagnostics()))
    if again is None or again.meeting.papers != (*read.meeting.papers, paper.stem):
        at = read.places[read.meeting.papers[-1]] if read.meeting.papers else read.meeting.at
        message = f"the paper `{paper.stem}` can't be added to this list"
        faults.error(Code.PAPER_NOT_NAMED, message, at, f"write `{paper.stem}` into it, and call again")
        return (b"", b""), None, tuple(faults)
    return (data, new), read.meeting, tuple(faults)


def _with(paper: str, written: str, file: Source) -> bytes:
    """Return what is written, with the paper at the end of the list that the file has for sure."""
    root = compose(file)
    assert isinstance(root, MappingNode)  # noqa: S101 -- it was read without a fault
    papers = next(value for key, value in root.entries if key.value == "papers")
    assert isinstance(papers, ListNode)  # noqa: S101 -- as above
    added = _in_brackets if file.text[papers.start] == "[" else _below
    newline = "\r\n" if "\r\n" in written else "\n"
    for offset, text in reversed(added(paper, papers, file.text)):
        place = _place(offset, written)
        written = written[:place] + text.replace("\n", newline) + written[place:]
    return written.encode()


def _place(offset: int, written: str) -> int:
    """Return where a character of the text that is read stands in what is written: with its mark and line ends."""
    place = 1 if written.startswith("\ufeff") else 0
    for _ in range(offset):
        place += 2 if written.startswith("\r\n", place) else 1
    return place


def _below(paper: str, papers: ListNode, text: str) -> list[tuple[int, str]]:
    """Return what is put where, so that a line is added like the last one of the list."""
    last = papers.items[-1]
    dash = _DASH.search(text[: last.start])
    before = "- " if dash is None else dash[1] + (" " if "\n" in dash[2] else dash[2])
    if isinstance(last, ScalarNode) and last.style in ("|", ">"):
        return [(last.end, f"{before}{paper}\n")]
    return [(_end_of_line(last.end, text), f"\n{before}{paper}")]


def _in_brackets(paper: str, papers: ListNode, text: str) -> list[tuple[int, str]]:
    """Return what is put where: after the last paper, or on a line of its own where that has one."""
    if not papers.items:
        return [(papers.start + 1, paper)]
    last = papers.items[-1]
    line = text.rfind("\n", 0, last.start) + 1
    end = _end_of_line(last.end, text)
    indent = _INDENT.match(text, line)
    if indent is None or indent.end() != last.start or end >= papers.end:
        return [(last.end, f", {paper}")]
    rest = text[last.end : end].partition("#")[0].strip()
    if rest not in ("", ",") or (not rest and "," in text[end : papers.end]):
        return [(last.end, f", {paper}")]
    comma = [] if rest else [(last.end, ",")]
    return [*comma, (end, f"\n{indent.group()}{paper}{rest}")]


def _end_of_line(place: int, text: str) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
