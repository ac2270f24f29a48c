"""Chance -> the blocks of papers that nobody wrote: valid content, and odd, in five scripts."""

from datetime import date
from typing import Any, TypeAlias

from any_style import mapping, some
from hypothesis import strategies as st

Data: TypeAlias = Any
"""A content file as YAML has it: text, numbers, lists and mappings."""

REFERENCE = "[](#?)"
"""Stands for a reference until it is known what a paper has that can be referred to."""

PIECES = (
    "The plan was adopted at the Meeting.",
    "It was carried out, with *care* and **in time**, by all six.",
    "A word[^n] and another.[^m]",
    "Cited again.[^n]",
    f"See {REFERENCE}, and {REFERENCE} too.",
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


def _texts(most: int = 4) -> st.SearchStrategy[Data]:
    return some(st.sampled_from(PIECES), most).map(" ".join)


def passages() -> st.SearchStrategy[Data]:
    """Return text of one paragraph or two."""
    return st.one_of(_texts(), st.tuples(_texts(), _texts()).map("\n\n".join))


titles = st.sampled_from(_TITLES)
noted_titles = st.one_of(titles, titles.map(lambda title: f"{title}[^m]"))
true = st.just(True)  # noqa: FBT003 -- what YAML says
styles = st.sampled_from(["bullet", "dash", "1.", "(a)", "(i)"])
_items = some(
    st.one_of(
        passages(),
        mapping(
            {"style": styles},
            text=_texts(),
            list=some(st.one_of(_texts(), mapping(text=_texts(), list=some(_texts())))),
        ),
    )
)
_lists = mapping({"style": styles}, list=_items)


@st.composite
def _tables(draw: st.DrawFn) -> Data:
    """Draw a table of one to six columns; its rows have groups, and cells that reach over others."""
    count = draw(st.integers(1, 6))
    heads = draw(st.booleans())
    noted = draw(st.booleans())
    cells = st.one_of(
        st.just(""), st.integers(0, 99999), _texts(1), st.just("one\n\n- first\n- second"), _texts(2), titles
    )
    columns: list[Data] = [
        ""
        if not heads
        else draw(
            st.one_of(titles, mapping({"align": st.sampled_from(["left", "center", "right"])}, title=noted_titles))
        )
        for _ in range(count)
    ]
    if heads and noted:
        columns[0] = "Head[^a]"
    if heads and count > 2 and draw(st.booleans()):
        columns[-2:] = [{"title": draw(titles), "columns": columns[-2:]}]
    rows: list[Data] = []
    for _ in range(draw(st.integers(1, 5))):
        row = [draw(cells) for _ in range(count)]
        match draw(st.sampled_from(["plain", "plain", "group", "across", "down"])):
            case "group":
                rows += [{"group": draw(titles)}, row]
            case "across" if count > 1:
                rows.append([{"text": draw(_texts(1)), "cols": 2}, *row[2:]])
            case "down" if count > 1:
                rows += [[{"text": draw(_texts(1)), "rows": 2}, *row[1:]], [draw(cells) for _ in range(count - 1)]]
            case _:
                rows.append(row)
    about = {"note": _texts(2), "source": _texts(1), "remark": titles, "landscape": true}
    more = draw(st.fixed_dictionaries({}, optional=about))
    if heads and noted:
        more["notes"] = {"a": draw(_texts(1))}
    if heads and draw(st.booleans()):
        more["row_heads"] = True
    return {"table": draw(st.one_of(noted_titles, st.just(""))), "columns": columns, "rows": rows, **more}


@st.composite
def charts(draw: st.DrawFn) -> Data:
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
    return {"figure": draw(titles), "chart": chart, **alt}


_panels = some(
    st.one_of(
        mapping({"title": titles}, items=some(_texts(1))), mapping({"title": titles, "wide": true}, text=_texts(2))
    ),
    5,
)
_figures = st.one_of(
    charts(),
    mapping({"alt": st.just("What is new, in groups.")}, figure=titles, panels=_panels),
    mapping({"source": _texts(1)}, figure=st.one_of(titles, st.just("")), image="dot.png", alt="A dot, which is grey"),
)
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
_parts = st.one_of(_lists, mapping(text=_texts()), mapping(quote=passages()), _tables(), _figures)
leaves = st.one_of(
    mapping({"body": some(_parts, 2)}, para=passages()),
    mapping(text=passages()),
    mapping(quote=passages()),
    mapping({"title": titles}, box=passages()),
    mapping(page_break=True),
    _lists,
    _tables(),
    _figures,
    mapping(participants=True),
    mapping(documents=True),
    _days.map(lambda days: {"programme": [{"day": date(2026, 3, 2 + at), **day} for at, day in enumerate(days)]}),
)
