"""A stretch of text knows its places in the file: what is replaced there, and nothing else, is replaced in the text."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from neaspec_docs.check import fixes
from neaspec_docs.check.reach import Reach
from neaspec_docs.check.text import CALL, FILLED, Role, Stretch
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Edit

WORDS = (
    "Species,",
    "“so”",
    "中文",
    "😀",
    "é",
    "\\*",
    "\\\\",
    "\\\\\\\\",
    "\\&amp;",
    "&amp;",
    "&quot;",
    "&#8211;",
    "it's",
    "''",
    'the "first"',
    "a_b",
    "~",
    "> 5",
    "!",
    "[](#redlist)",
    "[own *words*](#a)",
    "[a](https://x.org/y)",
    "https://x.org/y_z",
    "{{ facts.fund | number }}",
    "[^note]",
    "*so*",
    "**so it**",
    "`a \\ *b*`",
    "H~2~O",
)
FILE = "content/m/p.yaml"
Text_ = list[str]
Reader: TypeAlias = Callable[[str], tuple[Stretch, ...]]

lines = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), min_size=1, max_size=3)


def plain(text: Text_) -> str:
    return "So " + "\n      ".join(text)  # no sign of YAML's begins it


def block(text: Text_) -> str:
    return "|\n      " + "\n      ".join(text)


def folded(text: Text_) -> str:
    return ">-\n      " + "\n      ".join(text)


def single(text: Text_) -> str:
    return "'" + "\n      ".join(line.replace("'", "''") for line in text) + "'"


def double(text: Text_) -> str:
    return '"' + "\n      ".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in text) + '"'


def escaped(text: Text_) -> str:
    return '"' + "".join(f"\\U{ord(sign):08x}" if sign in "“é中" else sign for sign in double(text)[1:-1]) + '"'


FORMS = (plain, block, folded, single, double, escaped)


def _replaced(stretch: Stretch, start: int, end: int, root: Path) -> str | None:
    """Return the file with those characters of the stretch replaced; None where no fix is offered."""
    place = stretch.exact(start, end)
    if place is None:
        return None
    found = Diagnostic(Code.STRAIGHT_QUOTE, "", place, fix=(Edit(place, "Zz"),))
    return fixes.mended([found], root)[FILE].decode().partition("body:\n")[2]


@given(lines, st.sampled_from(FORMS), st.data())
@example(["a \\\\\\\\ b"], block, None)
@example(["it''s"], single, None)
@example(["one &amp; two"], block, None)
@example(["> 5 of two"], folded, None)
def test_what_is_replaced_at_its_place_is_replaced_in_the_text(
    root: Path, stretches: Reader, text: Text_, form: Callable[[Text_], str], data: st.DataObject | None
) -> None:
    body = f"  - text: {form(text)}\n"
    (stretch,) = stretches(body)
    every = [(start, end) for start in range(len(stretch.text)) for end in (start + 1, start + 2, start + 4)]
    spans = every if data is None else [data.draw(st.sampled_from(every))]
    for start, end in spans:
        if end > len(stretch.text):
            continue
        stretches(body)
        new = _replaced(stretch, start, end, root)
        if new is not None:
            (after,) = stretches(new)
            assert after.text == stretch.text[:start] + "Zz" + stretch.text[end:]


@pytest.mark.parametrize("form", FORMS)
def test_a_word_in_plain_text_has_its_place(stretches: Reader, form: Callable[[Text_], str]) -> None:
    (stretch,) = stretches(f"  - text: {form(['Many species,', 'few *birds*, a “nest”.'])}\n")
    for word in ("species", "few", "birds", "nest"):
        start = stretch.text.index(word)
        place = stretch.exact(start, start + len(word))
        if form is folded or (form is escaped and word == "nest"):  # an escape may be of any length
            assert place is None
            continue
        assert place is not None
        line = stretch.files.lines(FILE)[place.line - 1]
        assert line[place.column - 1 : place.column - 1 + place.length] == word


def test_what_runs_over_a_line_or_a_node_has_no_place(stretches: Reader) -> None:
    (stretch,) = stretches("  - text: |\n      Many species,\n      few *birds* sing.\n")
    for words in ("species, few", "few birds", " few"):
        start = stretch.text.index(words)
        assert stretch.exact(start, start + len(words)) is None


def test_what_has_no_place_is_shown_where_it_begins(stretches: Reader) -> None:
    (stretch,) = stretches("  - text: |\n      Many species,\n      few *birds* sing to [](#x).\n")
    for words, shown in (("few birds", "few "), ("species, few", "s"), (FILLED, "[](#x)"), ("to " + FILLED, "to ")):
        start = stretch.text.index(words)
        place = stretch.at(start, start + len(words))
        line = stretch.files.lines(FILE)[place.line - 1]
        assert line[place.column - 1 : place.column - 1 + place.length] == shown


def test_what_is_not_known_and_not_ours_is_told(stretches: Reader) -> None:
    (stretch,) = stretches(
        "  - text: One[^a] of [](#x), “two”, `three`, *four*, **five**, "
        "https://six.org, [seven](https://x.org), {{ facts.eight }}.\n"
    )
    assert stretch.text == f"One{CALL} of {FILLED}, “two”, three, four, five, https://six.org, seven, {FILLED}."
    ours = {word for word in ("One", "two", "three", "four", "five", "six", "seven") if _ours(stretch, word)}
    assert ours == {"One", "five", "seven"}
    assert [stretch.text[start:end] for start, end, _ in stretch.references] == [FILLED]
    assert [stretch.text[start:end] for start, end in stretch.links] == ["https://six.org", "seven"]


def _ours(stretch: Stretch, word: str) -> bool:
    start = stretch.text.index(word)
    return stretch.is_ours(start, start + len(word))


def test_sentences_end_where_a_reader_ends_them(stretches: Reader) -> None:
    (stretch,) = stretches("  - text: See para. 5 of it.[^a] [](#x) is No. 7. “It is.” So.\n")
    assert [stretch.text[start:end] for start, end in stretch.sentences] == [
        f"See para. 5 of it.{CALL}",
        f"{FILLED} is No. 7.",
        "“It is.”",
        "So.",
    ]


def test_each_text_has_its_role_in_the_order_of_reading(stretches: Reader) -> None:
    found = stretches("""\
  - section: Heading
    body:
      - quote: Quoted.
      - list: [Item]
      - table: Caption
        columns: [Head]
        rows: [[Cell]]
        notes: {a: Own note}
        source: Source
      - figure: Figure
        panels: [{title: Panel, items: [Of it]}]
""")
    assert [(stretch.text, stretch.role) for stretch in found] == [
        ("Heading", Role.TITLE),
        ("Quoted.", Role.QUOTE),
        ("Item", Role.TEXT),
        ("Caption", Role.CAPTION),
        ("Head", Role.HEAD),
        ("Cell", Role.CELL),
        ("Own note", Role.NOTE),
        ("Source", Role.NOTE),
        ("Figure", Role.CAPTION),
        ("Panel", Role.PANEL),
        ("Of it", Role.PANEL),
    ]
    assert not found[1].is_ours(0, 1)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: (min(pair), max(pair)))),
    st.integers(0, 9),
    st.integers(0, 9),
)
def test_what_meets_and_holds_is_what_a_look_at_each_tells(spans: list[tuple[int, int]], start: int, end: int) -> None:
    reach = Reach(spans)
    assert reach.meet(start, end) == any(begin < end and start < stop for begin, stop in spans)
    assert reach.hold(start, end) == any(begin <= start and end <= stop for begin, stop in spans)
