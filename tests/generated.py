"""A number and a seed -> papers that nobody wrote, of any mix of what a paper can hold, as a project that builds.

They are valid content, and odd: sections without a body, tables of one column, notes in heads, five languages a line.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from any_style import NAMES, mapping, some
from drawn_blocks import PIECES, REFERENCE, Data, charts, leaves, noted_titles, passages, styles, titles, true
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from neaspec_docs.project import Project

MEETING = "gen-1"
"""The meeting of all generated papers."""

_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63600000000200014"
    "8afa4710000000049454e44ae426082"
)
"""A picture of one pixel (PNG)."""


_NOTES = {"n": "A note, with [an address](https://www.example.org/n).", "m": "Another.\n\nIts second paragraph."}

_samples = st.one_of(
    st.lists(st.sampled_from(["I.", "A.", "1.", "(a)", ""]), min_size=5, max_size=5),
    st.just(["1.", "1.1.", "1.1.", "(a)", ""]),
)


def _sections(depth: int) -> st.SearchStrategy[Data]:
    """Return sections with blocks, and with sections of up to five levels."""
    inner = leaves if depth == 0 else st.one_of(leaves, leaves, _sections(depth - 1))
    return mapping({"numbered": st.just(False)}, section=noted_titles, body=st.lists(inner, max_size=3))  # noqa: FBT003


_papers = mapping(
    {
        "summary": passages(),
        "date": st.just(date(2026, 3, 1)),
        "subtitle": titles,
        "presenter": titles,
        "distribution": st.just("General"),
        "status": st.sampled_from(["draft", "final", "revised"]),
        "toc": true,
        "agenda": st.just("work"),
        "annexes": some(mapping(title=titles, body=some(leaves, 2)), 2),
    },
    kind=st.sampled_from(["paper", "report"]),
    headings=_samples,
    title=noted_titles,
    body=some(st.one_of(leaves, _sections(4)), 5),
)
_unnoted = st.sampled_from([piece for piece in PIECES if "[^" not in piece]).filter(
    lambda piece: REFERENCE not in piece
)
_slide = mapping(
    {
        "body": st.one_of(
            some(st.one_of(mapping(text=_unnoted), mapping({"style": styles}, list=some(_unnoted))), 2),
            some(mapping(table="", columns=["Lake", "Pairs"], rows=[["North", 12], ["South", 7]]), 1),
            some(mapping(figure=titles, image="dot.png", alt="A dot, which is grey"), 1),
            some(mapping(figure=titles, panels=some(mapping({"title": titles}, items=some(_unnoted, 2)), 4)), 1),
            some(charts().map(lambda data: {key: value for key, value in data.items() if key != "note"}), 1),
        ),
        "notes": _unnoted,
    },
    slide=titles,
)
_slides = st.lists(_slide, min_size=1, max_size=4, unique_by=lambda slide: slide["slide"])
_decks = mapping(
    {"subtitle": titles, "presenter": titles}, kind="slides", title=st.just("What was drawn"), body=_slides
)


def drawn(count: int, chance: int) -> list[Data]:
    """Return so many papers; every fifth is a set of slides. The same seed draws the same ones."""
    found: list[Data] = []

    @seed(chance)
    @settings(
        max_examples=count, phases=[Phase.generate], database=None, derandomize=False, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(paper=_papers, deck=_decks)
    def keep(paper: Data, deck: Data) -> None:
        found.append(deck if len(found) % 5 == 4 else paper)

    keep()
    return [_referring(paper) for paper in found[:count]]


def project(folder: Path, papers: list[Data]) -> Project:
    """Return a project below the folder with one meeting of these papers: `gen-1/p01` and on."""
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "content" / MEETING
    content.mkdir(parents=True)
    (content / "dot.png").write_bytes(_DOT)
    names = [f"p{place:02}" for place in range(1, len(papers) + 1)]
    meeting = {
        "title": "Meeting of What Nobody Wrote",
        "short": "GEN-1",
        "organization": ["Union of Chance", "Commission for Odd Papers"],
        "dates": {"start": date(2026, 3, 2), "end": date(2026, 3, 3)},
        "venue": "Strelsau",
        "agenda": [{"id": "work", "title": "Work"}],
        "papers": names,
        "participants": [{"delegation": "Ruritania", "people": [{"name": "R. Rassendyll", "title": "Director"}]}],
    }
    for name, data in zip(("meeting", *names), (meeting, *papers), strict=True):
        (content / f"{name}.yaml").write_text(json.dumps(data, ensure_ascii=False, default=str, indent=1), "utf-8")
    return Project(folder)


def _referring(paper: Data) -> Data:
    """Return a paper whose blocks have ids and whose references lead to them, each to the next one; with its notes."""
    cited = {name: words for name, words in _NOTES.items() if f"[^{name}]" in json.dumps(paper, default=str)}
    paper = {**paper, "footnotes": cited} if cited else paper
    anchors: list[str] = []
    for block in _mappings(paper):
        if block.get("section") or block.get("table") or block.get("figure") or block.get("para"):
            block["id"] = f"a{len(anchors) + 1}"
            anchors.append(block["id"])
    turn = 0

    def filled(value: Data, inside: Data = None) -> Data:
        nonlocal turn
        if isinstance(value, dict):
            return {key: filled(value[key], value.get("id", inside)) for key in sorted(value, key=_later)}
        if isinstance(value, list):
            return [filled(inner, inside) for inner in value]
        others = [anchor for anchor in anchors if anchor != inside]  # nothing refers to itself
        while isinstance(value, str) and REFERENCE in value:
            value = value.replace(REFERENCE, f"[](#{others[turn % len(others)]})" if others else "it", 1)
            turn += 1
        return value

    return filled(paper)


def _later(key: str) -> int:
    """Return 0 for a key that names its block, so that it comes first in it; an item has its text before its list."""
    return 0 if key in NAMES else {"text": 1, "list": 2}.get(key, 3)


def _mappings(value: Data) -> Iterator[dict[str, Data]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)
