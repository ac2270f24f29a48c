"""Changes -> GitHub Flavored Markdown for a comment on a pull request, in which no word of the content does anything.

GitHub takes styles out of what it shows, and keeps `ins`, `del`, `details` and `dir`. Words of the content stand in
blocks of HTML, in headings or in cells, with each sign that could be markup as a character reference.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from neaspec_docs.language import change_lines, change_words, legible, renumbering
from neaspec_docs.language.change_lines import Line
from neaspec_docs.language.change_words import ARROW, capitalized
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges, Words

MARK = "<!-- neaspec-docs diff -->"
"""The first line, by which a workflow finds its own comment again."""

LONGEST = 65_536
"""A comment on GitHub has no more characters."""

_NOTE = 300
"""Room kept for the note on what was left off."""

_PAPERS = 100
"""So many papers find a line in the table at the top."""

_WORDS = 4_000
"""The words of one block are cut after so many characters."""

_FEW = 8
"""A longer list is folded."""

_GAP = "&#8203;"
"""A blank of no width: what GitHub looks for in plain words is no longer there where it stands within."""

_ACTIVE = re.compile(
    r"""(?P<parted>[@\#])                             # mentions and issues: parted, and a reference too
    | (?P<sum>\$)                                     # formulas
    | (?P<sign>[\\`*_\[\]<>|~&])                      # Markdown and HTML
    | (?P<before>:(?=//) | www(?=\.)                  # addresses,
        | :(?=[a-z0-9_+-]+:) | \bgh-(?=[0-9]))        # pictures in words, issues
    | (?P<commit>\b(?=[0-9]*[a-f]|[0-9]{40}\b)[0-9a-f]{7,40}\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)


class _Entry(NamedTuple):
    """Something to be shown whole or not at all, and how many changes it tells."""

    text: str
    changes: int = 0


def of(changes: Changes) -> str:
    """Return the changes, ended by a line's end and no longer than a comment may be; a note says what was left off."""
    if not changes.papers:
        return f"{MARK}\n{change_words.NO_CHANGES}\n"
    said = [_head(changes)]
    room = LONGEST - _NOTE - len(said[0])
    entries = [entry for paper in changes.papers for entry in _paper(paper, changes)]
    for at, entry in enumerate(entries):
        room -= len(entry.text) + 1
        if room < 0:
            said.append(_left_off(sum(entry.changes for entry in entries[at:])))
            break
        said.append(entry.text)
    return "\n".join(said)


def _head(changes: Changes) -> str:
    lines = [
        MARK,
        f"## {change_words.size(changes)}",
        "",
        f"{_code(changes.old)} {ARROW} {_code(changes.new)}",
        "",
        f"| Paper | {' | '.join(capitalized(kind.value) for kind in Kind)} | Renumbered |",
        f"| --- |{' ---: |' * (len(Kind) + 1)}",
    ]
    for paper in changes.papers[:_PAPERS]:
        kinds = [change.kind for change in paper.changes]
        counts = [*(kinds.count(kind) for kind in Kind), len(paper.renumbered)]
        cells = " | ".join(str(count or "") for count in counts)
        lines.append(f"| {_code(paper.paper)} {_plain(_cut(paper.title, 200))} | {cells} |")
    if len(changes.papers) > _PAPERS:
        lines.append(f"| and {len(changes.papers) - _PAPERS} more |{' |' * (len(Kind) + 1)}")
    return "\n".join((*lines, ""))


def _left_off(changes: int) -> str:
    count = f"{changes} change{'' if changes == 1 else 's'}"
    what = f"{count} and what follows from them" if changes else "some of what follows from these changes"
    return (
        f"> [!NOTE]\n> Left off here, for a comment has an end: {what}. "
        "`neaspec-docs diff` shows all in a terminal, and `--format html` on a page.\n"
    )


def _paper(paper: PaperChanges, changes: Changes) -> Iterator[_Entry]:
    head = f"### {_code(paper.paper)} {_plain(_cut(paper.title, 200))}\n\n"
    for change in paper.changes:
        yield _Entry(head + _change(change, paper, changes), 1)
        head = ""
    renumbered = renumbering.phrases(paper)
    if renumbered:
        yield _Entry(head + _list("Renumbered", [_plain(phrase) for phrase in renumbered]))
        head = ""
    readings = change_words.readings(paper)
    if readings:
        said = [f"{_plain(reading.said)} {_code(change_words.places(reading.places))}" for reading in readings]
        yield _Entry(head + _list("Reads differently now", said))


def _change(change: Change, paper: PaperChanges, changes: Changes) -> str:
    place = change_words.where(change, changes)
    said = [
        f"#### {_plain(capitalized(change_words.heading(change, paper)))} {_code(place) if place else ''}".rstrip(),
        "",
    ]
    words = change_words.words(change)
    if words:
        said += [f'<blockquote dir="auto">{_marked(words)}</blockquote>', ""]
    lines = change_lines.lines(change)
    if lines:
        said += [*_folded(_table(lines), len(lines), "changes within it"), ""]
    return "\n".join(said)


def _table(lines: Sequence[Line]) -> list[str]:
    rows = [f"| {_plain(capitalized(_cut(_lead(line), 300)))} | {_old(line)} | {_new(line)} |" for line in lines]
    return ["| | Before | Now |", "| --- | --- | --- |", *rows]


def _lead(line: Line) -> str:
    return f"{line.name} {line.said}".rstrip()


def _old(line: Line) -> str:
    if line.kind is Kind.ADDED:
        return ""
    return _marked([Words(one.old, one.new if one.same else "") for one in line.words])


def _new(line: Line) -> str:
    if line.kind is Kind.REMOVED:
        return ""
    return _marked([Words(one.old if one.same else "", one.new) for one in line.words])


def _list(title: str, entries: Sequence[str]) -> str:
    listed = [f"- {capitalized(entry)}" for entry in entries]
    if len(entries) > _FEW:
        return "\n".join((*_folded(listed, len(entries), title.lower()), ""))
    return "\n".join((f"**{title}**", "", *listed, ""))


def _folded(lines: Sequence[str], count: int, what: str) -> list[str]:
    """Return the lines, under one that opens them where they are many."""
    if count <= _FEW:
        return [*lines]
    return [f"<details><summary>{count} {what}</summary>", "", *lines, "", "</details>"]


def _marked(words: Sequence[Words]) -> str:
    """Return words with what is old in `del` and what is new in `ins`."""
    said: list[str] = []
    for one in legible.told_apart(legible.excerpt(words)):
        old, new = _plain(_cut(one.old, _WORDS)), _plain(_cut(one.new, _WORDS))
        if one.same:
            said.append(new)
        else:
            said.append(" ".join((*([f"<del>{old}</del>"] if old else ()), *([f"<ins>{new}</ins>"] if new else ()))))
    return "".join(said)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"


def _code(text: str) -> str:
    return f"<code>{_plain(text)}</code>"


def _plain(text: str) -> str:
    """Return text of which nothing is markup, a mention or a link, in Markdown or in HTML; a line's end is a `br`."""
    return _ACTIVE.sub(_inactive, legible.shown(text)).replace("\n", "<br>")


def _inactive(found: re.Match[str]) -> str:
    text = found.group()
    if found["parted"]:
        return f"&#{ord(text)};{_GAP}"
    if found["sum"]:
        return "<span>&#36;</span>"
    if found["sign"]:
        return f"&#{ord(text)};"
    if found["commit"]:
        return _GAP.join(text[at : at + 6] for at in range(0, len(text), 6))
    return f"{text}{_GAP}"
