"""How charts look: axes, labels, names, legend. Every label is there, in the chart, and over no other."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts.axis import LYING, Room, axis, number_format, said
from neaspec_docs.write.charts.data import Chart, Line
from neaspec_docs.write.charts.geometry import Align, Label, Look, Place, Rect, spread
from neaspec_docs.write.charts.lettering import CAPITAL, MM, SANS, SERIF, Font, length, wrap
from neaspec_docs.write.charts.look import height, look
from neaspec_docs.write.charts.texts import texts

BARS = (ChartType.COLUMN, ChartType.BAR)
STACKS = (ChartType.STACKED_COLUMN, ChartType.STACKED_BAR)
LONG = "Operate effective platforms and networks for member governments and other partners"


def chart(type: ChartType, *rows: Sequence[float | Decimal | None], unit: str = "", names: Sequence[str] = ()) -> Chart:
    """Return a chart of series, each label being its value."""
    series = tuple(
        Line(
            f"Series {number}",
            tuple(None if value is None else Decimal(str(value)) for value in row),
            tuple("" if value is None else str(value) for value in row),
        )
        for number, row in enumerate(rows, 1)
    )
    return Chart(type, unit, "", tuple(names) or tuple(f"C{at}" for at in range(len(rows[0]))), series)


def box(label: Label, font: Font = SERIF) -> Rect:
    """Return the room that a label's figures take."""
    family = Font(font.family, label.size)
    wide = max(length(line, family) for line in label.lines)
    high = (len(label.lines) - 1) * family.line + label.size * CAPITAL
    if label.turned:
        wide, high = high, wide
    left = {Align.START: label.x, Align.MIDDLE: label.x - wide / 2, Align.END: label.x - wide}[label.align]
    return Rect(left, label.y - high / 2, wide, high)


def shared(one: Rect, other: Rect) -> float:
    wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)


# ---------------------------------------------------------------- the axis


@pytest.mark.parametrize(
    ("row", "ends"),
    [
        ([1.4, 51.4], ("0", "60", "20")),
        ([3, 4], ("0", "6", "2")),
        ([-30, 40], ("-50", "60", "25")),
        ([-5, -3], ("-6", "0", "2")),
        ([0, 0], ("0", "2", "1")),
        ([0.002, 0.0005], ("0", "0.0025", "0.001")),
        ([12000, 150000], ("0", "200000", "50000")),
    ],
)
def test_bars_stand_on_zero_and_ticks_are_round(row: list[float], ends: tuple[str, str, str]) -> None:
    found = axis(chart(ChartType.COLUMN, row), Room(140, 12, 12, 4))
    assert found is not None
    low, high, step = map(Decimal, ends)
    assert (found.low, found.step) == (low, step)
    assert max(map(Decimal, map(str, row))) < found.high <= high
    assert found.zero == 0
    assert found.ticks()[0] == found.low


def test_the_labels_of_the_ends_have_room_within_the_axis() -> None:
    found = axis(chart(ChartType.COLUMN, [-40, 80]), Room(140, 20, 20, 6))
    assert found is not None
    point = (found.high - found.low) / 140
    assert found.high - 80 >= 20 * point * Decimal("0.99")
    assert -40 - found.low >= 20 * point * Decimal("0.99")


def test_a_stack_reaches_its_sums_above_and_below_zero() -> None:
    found = axis(chart(ChartType.STACKED_BAR, [60, -10], [41, -15], [None, 5]), Room(300, 0, 0, 6))
    assert found is not None
    assert found.low <= -25
    assert 101 <= found.high <= 105
    assert found.ticks()[-1] == 100


def test_a_line_far_from_zero_need_not_begin_there() -> None:
    room = Room(140, 12, 12, 6)
    far, near = (axis(chart(ChartType.LINE, row), room) for row in ([1013, 1021], [3, 21]))
    bars = axis(chart(ChartType.COLUMN, [1013, 1021]), room)
    assert far is not None
    assert near is not None
    assert bars is not None
    assert far.low > 1000
    assert near.low == bars.low == 0


def test_values_that_differ_in_the_last_of_many_digits_have_an_axis() -> None:
    low = Decimal(10) ** 20
    found = axis(chart(ChartType.LINE, [low, low + Decimal("0.0000001")]), Room(140, 12, 12, 6))
    assert found is not None
    assert found.low <= low < found.high


def test_no_values_have_no_axis() -> None:
    assert axis(chart(ChartType.COLUMN, [None, None]), Room(140, 12, 12, 6)) is None
    assert axis(chart(ChartType.PIE, [1, 2]), Room(140, 12, 12, 6)) is None


def test_ticks_are_written_alike_here_and_in_office() -> None:
    assert [said(Decimal(value), Decimal("0.25")) for value in ("-1250.5", "0")] == ["−1,250.50", "0.00"]
    assert number_format(Decimal("0.25")) == "#,##0.00;−#,##0.00"
    assert number_format(Decimal("5E+1")) == "#,##0;−#,##0"


# ---------------------------------------------------------------- lettering


def test_lengths_are_those_of_the_typefaces() -> None:
    assert length("Wim 20.3", replace(SERIF, size=1000)) == pytest.approx(944 + 278 + 778 + 250 + 1500 + 250, abs=10)
    assert length("Wim 20.3", replace(SANS, size=1000)) == pytest.approx(944 + 222 + 833 + 278 + 1668 + 278, abs=20)
    assert length("环é", replace(SERIF, size=1000)) == 1444


def test_lines_end_between_words_else_within_one() -> None:
    assert wrap("Science-policy linkages", 45, SERIF) == ("Science-", "policy", "linkages")
    assert wrap("环境保护的合作", 30, SERIF) == ("环境保", "护的合", "作")
    assert "".join(wrap("Incomprehensibilities", 30, SERIF)) == "Incomprehensibilities"
    assert wrap("", 30, SERIF) == ()


@given(st.text(max_size=80), st.floats(12, 200))
def test_no_line_is_longer_than_its_room(text: str, room: float) -> None:
    lines = wrap(text, room, SERIF)
    assert all(length(line, SERIF) <= room + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


# ---------------------------------------------------------------- the whole


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(0.1, 12)), max_size=6))
def test_what_is_spread_keeps_its_order_and_overlaps_nothing(wanted: list[tuple[float, float]]) -> None:
    wanted.sort()
    sizes = [size for _, size in wanted]
    middles = spread([middle for middle, _ in wanted], sizes, 0, 100)
    for (before, half), (after, other) in zip(
        zip(middles, sizes, strict=True), list(zip(middles, sizes, strict=True))[1:], strict=False
    ):
        assert after - before >= (half + other) / 2 - 1e-6
    assert all(size / 2 - 1e-6 <= middle <= 100 - size / 2 + 1e-6 for middle, size in zip(middles, sizes, strict=True))


def test_what_has_room_stays_where_it_is_wanted() -> None:
    assert spread([10, 50], [5, 5], 0, 100) == [10, 50]
    assert spread([50, 50], [4, 4], 0, 100) == [48, 52]


numbers: st.SearchStrategy[Decimal | None] = st.one_of(
    st.none(), st.integers(-99, 99).map(Decimal), st.decimals(-99, 99, places=1)
)


@st.composite
def charts(draw: st.DrawFn, most: int = 12) -> Chart:
    type = draw(st.sampled_from(ChartType))
    columns = draw(st.integers(1, 12 if type is ChartType.PIE else most))
    value = st.one_of(st.none(), st.decimals(0, 99, places=1)) if type is ChartType.PIE else numbers
    count = 1 if type is ChartType.PIE else draw(st.integers(1, 6))
    rows = [draw(st.lists(value, min_size=columns, max_size=columns)) for _ in range(count)]
    names = [draw(st.sampled_from(["A", "September", "Joint action", LONG])) for _ in range(columns)]
    made = chart(type, *rows, unit=draw(st.sampled_from(["", "per cent (number of respondents)"])), names=names)
    missing = all(value is None for row in rows for value in row)
    return replace(made, empty="No values are available" if missing else "")


@settings(max_examples=200, deadline=None)
@given(charts(), st.sampled_from([130.0, 170.0]))
def test_each_value_has_its_label_in_the_chart_and_over_no_other(made: Chart, width: float) -> None:
    found = look(made, width)
    labelled = [(series, at) for series, line in enumerate(made.series) for at, text in enumerate(line.labels) if text]
    if not made.empty:
        assert sorted((label.series, label.category) for label in found.labels) == sorted(labelled)
    boxes = [box(label) for label in found.labels]
    for room in boxes:
        assert room.x >= -0.5
        assert room.x + room.width <= found.width + 0.5
        assert room.y >= -0.5
        assert room.y + room.height <= found.height + 0.5
    assert all(shared(one, other) <= 0.5 for one, other in combinations(boxes, 2))
    assert found.plot.x + found.plot.width <= found.width + 0.01
    assert found.plot.y + found.plot.height <= found.height + 0.01
    assert found.height / MM < 215


ROOMS = st.one_of(
    st.tuples(st.sampled_from([130.0, 170.0]), st.just(SERIF), st.none()),
    st.tuples(st.floats(60, 300), st.sampled_from([SERIF, SANS]), st.one_of(st.none(), st.floats(50, 131))),
)


@settings(max_examples=150, deadline=None)
@given(charts(most=60), ROOMS)
def test_a_crowded_chart_shows_what_finds_room(made: Chart, room: tuple[float, Font, float | None]) -> None:
    width, font, height = room
    found = look(made, width, font, height)
    if made.type is not ChartType.PIE:
        boxes = [box(label, font) for label in found.labels]
        assert all(shared(one, other) <= 0.5 for one, other in combinations(boxes, 2))
        assert all(one.x >= -0.5 and one.x + one.width <= found.width + 0.5 for one in boxes)
        named = [at for at, lines in enumerate(found.names) if lines]
        assert named == list(range(0, len(made.categories), found.names_each))
        band = (found.plot.height if made.type in LYING else found.plot.width) / len(made.categories)
        broad = [len(lines) * font.line if upwards(made, found) else breadth(lines, font) for lines in found.names]
        assert max(broad) <= max(band * found.names_each, font.line) + 0.01
    assert found.plot.width > 0
    assert found.plot.height > 0
    assert height is None or found.height == pytest.approx(height * MM)


def upwards(made: Chart, found: Look) -> bool:
    """Say whether the names lie across the axis of the categories, so that the height of their lines counts."""
    return made.type in LYING or found.names_turned


def breadth(lines: Sequence[str], font: Font) -> float:
    return max((length(line, font) for line in lines), default=0.0)


@pytest.mark.parametrize(("count", "each", "turned"), [(12, 1, False), (30, 1, True), (50, 5, False), (100, 10, False)])
def test_years_that_find_no_room_are_left_out_but_each_fifth_or_tenth(count: int, each: int, turned: bool) -> None:  # noqa: FBT001
    years = [str(1920 + at) for at in range(count)]
    found = look(chart(ChartType.LINE, [20.3] * count, names=years), 130)
    assert (found.names_each, found.names_turned) == (each, turned)
    assert [name[0] for name in found.names if name] == years[::each]
    assert {label.category % each for label in found.labels} == {0}


def test_names_at_the_edge_stay_in_the_chart() -> None:
    made = chart(ChartType.LINE, [1] * 46, names=[str(1975 + at) for at in range(46)])
    found = look(made, 130)
    drawn: Any = [*texts(made, found)]
    (last,) = [told for part in drawn if (told := part["encode"]["enter"])["text"]["value"] == "2020"]
    assert found.names[45] == ("2020",)
    assert last["x"]["value"] + length("2020", SERIF) / 2 <= found.width + 0.01


@pytest.mark.parametrize("type", STACKS)
def test_a_label_stands_in_its_segment_or_beside_the_bar(type: ChartType) -> None:
    found = look(chart(type, [90, 1], [0.2, 50], [9.8, 49]), 130)
    small = next(label for label in found.labels if (label.series, label.category) == (1, 0))
    others = [label for label in found.labels if label is not small]
    assert small.place is Place.MOVED
    assert small.colour == "#000000"
    assert next(label for label in others if (label.series, label.category) == (0, 0)).place is Place.INSIDE


def test_the_labels_of_a_line_keep_the_order_of_its_values() -> None:
    found = look(chart(ChartType.LINE, [4.1], [2.7], [1.4], [4.0]), 130)
    ordered = sorted(found.labels, key=lambda label: label.y)
    assert [label.lines for label in ordered] == [("4.1",), ("4.0",), ("2.7",), ("1.4",)]


@pytest.mark.parametrize("type", [*BARS, *STACKS])
def test_gaps_and_overlaps_are_words_own(type: ChartType) -> None:
    for columns in (1, 2, 12):
        found = look(chart(type, *([5] * columns for _ in range(3))), 170)
        assert 0 <= found.gap_width <= 500
        assert found.overlap == (100 if type in STACKS else 0)


def test_a_single_bar_is_not_as_broad_as_the_page() -> None:
    found = look(chart(ChartType.COLUMN, [5]), 170)
    assert found.plot.width / (1 + found.gap_width / 100) < 30 * MM


def test_labels_that_do_not_fit_side_by_side_read_upwards() -> None:
    few, many = (look(chart(ChartType.COLUMN, *([20.3] * 5 for _ in range(count))), 130) for count in (1, 6))
    assert {label.turned for label in few.labels} == {False}
    assert {label.turned for label in many.labels} == {True}


def test_names_that_are_too_long_for_their_columns_read_upwards() -> None:
    short = look(chart(ChartType.COLUMN, [1] * 3, names=[LONG] * 3), 130)
    tight = look(chart(ChartType.COLUMN, [1] * 12, names=[LONG] * 12), 130)
    assert (short.names_turned, tight.names_turned) == (False, True)
    assert len(short.names[0]) > 1


def entries(found: Look) -> list[tuple[str, ...]]:
    return [entry.lines for entry in found.legend.entries] if found.legend else []


def test_the_legend_names_several_series_and_wraps_long_names() -> None:
    one, two = (look(chart(ChartType.BAR, *([1] for _ in range(count))), 130) for count in (1, 2))
    assert one.legend is None
    assert entries(two) == [("Series 1",), ("Series 2",)]
    long = chart(ChartType.BAR, [1], [2], [3])
    long = replace(long, series=tuple(replace(line, name=f"{LONG}, {LONG}") for line in long.series))
    found = look(long, 130)
    assert [len(lines) for lines in entries(found)] == [2, 2, 2]
    assert found.legend is not None
    assert found.legend.room.y + found.legend.room.height == pytest.approx(found.height)
    assert found.legend.room.y > found.plot.y + found.plot.height


@pytest.mark.parametrize("type", ChartType)
def test_a_given_height_is_kept(type: ChartType) -> None:
    made = chart(type, [1, 2, 3], unit="percentage", names=["One", "Two", "Three"])
    assert look(made, 200, SANS, 90).height == pytest.approx(90 * MM)
    assert height(made, 130) == pytest.approx(look(made, 130).height / MM)


def test_a_pie_names_its_slices_and_leaves_out_what_is_missing() -> None:
    found = look(chart(ChartType.PIE, [30, None, 0, 70], names=["A", "B", "C", "D"]), 130)
    assert [(label.category, label.lines) for label in found.labels] == [
        (0, ("A", "30")),
        (2, ("C", "0")),
        (3, ("D", "70")),
    ]
    assert [label.align for label in found.labels] == [Align.START, Align.START, Align.END]
