"""A number and a seed -> papers that nobody wrote, of any mix of what a paper can hold, as a project that builds.

They are valid content, and odd: sections without a body, tables of one column, notes in heads, five languages a line.
"""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from any_style import NAMES, mapping, some
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from neaspec_docs.project import Project

Data: TypeAlias = Any
"""A content file as YAML has it: text, numbers, lists and mappings."""

MEETING = "gen-1"
"""The meeting of all generated papers."""

_REFERENCE = "[](#?)"
"""Stands for a reference until it is known what a paper has that can be referred to."""

_PIECES = (
    "The plan was adopted at the Meeting.",
    "It was carried out, with *care* and **in time**, by all six.",
    "A word[^n] and another.[^m]",
    "Cited again.[^n]",
    f"See {_REFERENCE}, and {_REFERENCE} too.",
    "See [the report of the secretariat](https://www.example.org/a.b?c=1&d=2).",
    "https://www.example.org/nests is an address.",
    "`a < b` & H~2~O, 20 m^3^, 5\u00a0%.",
    "A broken\\\nline.",
    "北京的第一句。",
    "日本語の文章です。",
    "한국어 문장입니다.",
    "Монгол орны салхи, Снег идёт.",
    "Αρδέα ἡ τεφρά.",
    "“Quoted”, – dashes – and … others’.",
    "One sentence that is as long as a line may be, and then goes on a good deal further still, to see what comes.",
    "Averyveryverylongwordthatnolineofanytablewilleverholdwithoutbreakingitsomewhere.",
)
_TITLES = (
    "Background",
    "The work of the *five* programmatic areas, with the goals that each of them has set itself for the years to come",
    "Ünïcode – 中文标题 и Русский",
    "H~2~O",
    "A",
    "Mandate and purpose",
)
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63600000000200014"
    "8afa4710000000049454e44ae426082"
)
"""A picture of one pixel (PNG)."""


def _texts(most: int = 4) -> st.SearchStrategy[Data]:
    return some(st.sampled_from(_PIECES), most).map(" ".join)


def _passages() -> st.SearchStrategy[Data]:
    """Return text of one paragraph or two."""
    return st.one_of(_texts(), st.tuples(_texts(), _texts()).map("\n\n".join))


_titles = st.sampled_from(_TITLES)
_noted = st.one_of(_titles, _titles.map(lambda title: f"{title}[^m]"))
_true = st.just(True)  # noqa: FBT003 -- what YAML says
_styles = st.sampled_from(["bullet", "dash", "1.", "(a)", "(i)"])
_items = some(
    st.one_of(
        _passages(),
        mapping(
            {"style": _styles},
            text=_texts(),
            list=some(st.one_of(_texts(), mapping(text=_texts(), list=some(_texts())))),
        ),
    )
)
_lists = mapping({"style": _styles}, list=_items)


@st.composite
def _tables(draw: st.DrawFn) -> Data:
    """Draw a table of one to six columns; its rows have groups, and cells that reach over others."""
    count = draw(st.integers(1, 6))
    heads = draw(st.booleans())
    noted = draw(st.booleans())
    cells = st.one_of(
        st.just(""), st.integers(0, 99999), _texts(1), st.just("one\n\n- first\n- second"), _texts(2), _titles
    )
    columns: list[Data] = [
        ""
        if not heads
        else draw(st.one_of(_titles, mapping({"align": st.sampled_from(["left", "center", "right"])}, title=_noted)))
        for _ in range(count)
    ]
    if heads and noted:
        columns[0] = "Head[^a]"
    if heads and count > 2 and draw(st.booleans()):
        columns[-2:] = [{"title": draw(_titles), "columns": columns[-2:]}]
    rows: list[Data] = []
    for _ in range(draw(st.integers(1, 5))):
        row = [draw(cells) for _ in range(count)]
        match draw(st.sampled_from(["plain", "plain", "group", "across", "down"])):
            case "group":
                rows += [{"group": draw(_titles)}, row]
            case "across" if count > 1:
                rows.append([{"text": draw(_texts(1)), "cols": 2}, *row[2:]])
            case "down" if count > 1:
                rows += [[{"text": draw(_texts(1)), "rows": 2}, *row[1:]], [draw(cells) for _ in range(count - 1)]]
            case _:
                rows.append(row)
    about = {"note": _texts(2), "source": _texts(1), "remark": _titles, "landscape": _true}
    more = draw(st.fixed_dictionaries({}, optional=about))
    if heads and noted:
        more["notes"] = {"a": draw(_texts(1))}
    if heads and draw(st.booleans()):
        more["row_heads"] = True
    return {"table": draw(st.one_of(_noted, st.just(""))), "columns": columns, "rows": rows, **more}


@st.composite
def _charts(draw: st.DrawFn) -> Data:
    kind = draw(st.sampled_from(["column", "bar", "stacked-column", "stacked-bar", "line", "pie"]))
    names = draw(st.integers(1, 8 if kind == "pie" else 14))
    many = 1 if kind == "pie" else draw(st.integers(1, 4))
    numbers = st.integers(1, 90) if kind == "pie" else st.one_of(st.none(), st.integers(0, 500), st.just(12.5))
    series = [
        {"name": f"Series {place}", "values": [1, *(draw(numbers) for _ in range(names - 1))]}
        for place in range(1, many + 1)
    ]
    chart = {"type": kind, "categories": [f"Group {place}" for place in range(names)], "series": series}
    alt = draw(st.fixed_dictionaries({}, optional={"alt": st.just("Few were satisfied."), "note": _texts(1)}))
    return {"figure": draw(_titles), "chart": chart, **alt}


_panels = some(
    st.one_of(
        mapping({"title": _titles}, items=some(_texts(1))), mapping({"title": _titles, "wide": _true}, text=_texts(2))
    ),
    5,
)
_figures = st.one_of(
    _charts(),
    mapping({"alt": st.just("What is new, in groups.")}, figure=_titles, panels=_panels),
    mapping({"source": _texts(1)}, figure=st.one_of(_titles, st.just("")), image="dot.png", alt="A dot, which is grey"),
)
_NOTES = {"n": "A note, with [an address](https://www.example.org/n).", "m": "Another.\n\nIts second paragraph."}
_days = some(
    mapping(
        sessions=[
            {"time": "09:00-10:00", "title": "Opening", "items": ["Welcome", "Words of [](#?)."]},
            {"time": "10:00-10:15", "break": "Coffee"},
            {"time": "10:15", "title": "Session 1[^m]", "speakers": ["Ms. A. N. Example"], "text": "Its aim."},
        ]
    ),
    1,
)
_parts = st.one_of(_lists, mapping(text=_texts()), mapping(quote=_passages()), _tables(), _figures)
_leaves = st.one_of(
    mapping({"body": some(_parts, 2)}, para=_passages()),
    mapping(text=_passages()),
    mapping(quote=_passages()),
    mapping({"title": _titles}, box=_passages()),
    mapping(page_break=True),
    _lists,
    _tables(),
    _figures,
    mapping(participants=True),
    mapping(documents=True),
    _days.map(lambda days: {"programme": [{"day": date(2026, 3, 2 + at), **day} for at, day in enumerate(days)]}),
)
_samples = st.one_of(
    st.lists(st.sampled_from(["I.", "A.", "1.", "(a)", ""]), min_size=5, max_size=5),
    st.just(["1.", "1.1.", "1.1.", "(a)", ""]),
)


def _sections(depth: int) -> st.SearchStrategy[Data]:
    """Return sections with blocks, and with sections of up to five levels."""
    inner = _leaves if depth == 0 else st.one_of(_leaves, _leaves, _sections(depth - 1))
    return mapping({"numbered": st.just(False)}, section=_noted, body=st.lists(inner, max_size=3))  # noqa: FBT003


_papers = mapping(
    {
        "summary": _passages(),
        "date": st.just(date(2026, 3, 1)),
        "subtitle": _titles,
        "presenter": _titles,
        "distribution": st.just("General"),
        "status": st.sampled_from(["draft", "final", "revised"]),
        "toc": _true,
        "agenda": st.just("work"),
        "annexes": some(mapping(title=_titles, body=some(_leaves, 2)), 2),
    },
    kind=st.sampled_from(["paper", "report"]),
    headings=_samples,
    title=_noted,
    body=some(st.one_of(_leaves, _sections(4)), 5),
)
_unnoted = st.sampled_from([piece for piece in _PIECES if "[^" not in piece]).filter(
    lambda piece: _REFERENCE not in piece
)
_slide = mapping(
    {
        "body": st.one_of(
            some(st.one_of(mapping(text=_unnoted), mapping({"style": _styles}, list=some(_unnoted))), 2),
            some(mapping(table="", columns=["Lake", "Pairs"], rows=[["North", 12], ["South", 7]]), 1),
            some(mapping(figure=_titles, image="dot.png", alt="A dot, which is grey"), 1),
            some(mapping(figure=_titles, panels=some(mapping({"title": _titles}, items=some(_unnoted, 2)), 4)), 1),
            some(_charts().map(lambda data: {key: value for key, value in data.items() if key != "note"}), 1),
        ),
        "notes": _unnoted,
    },
    slide=_titles,
)
_slides = st.lists(_slide, min_size=1, max_size=4, unique_by=lambda slide: slide["slide"])
_decks = mapping(
    {"subtitle": _titles, "presenter": _titles}, kind="slides", title=st.just("What was drawn"), body=_slides
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
        while isinstance(value, str) and _REFERENCE in value:
            value = value.replace(_REFERENCE, f"[](#{others[turn % len(others)]})" if others else "it", 1)
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
