"""Charts as writers are told of them: values, labels, what they show in words, how wide they are."""

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
from every_block import MEETING, PAPER, PERFORMANCE

from neaspec_docs.language.words import ENGLISH
from neaspec_docs.model.block import Chart, ChartType, Figure, Series
from neaspec_docs.model.inline import plain_prose
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render.chart import drawn
from neaspec_docs.render.page import render

assert isinstance(PERFORMANCE.content, Chart)
SHOWN = PERFORMANCE.content


def chart(values: str, *, type: ChartType = ChartType.COLUMN, names: str = "x", unit: str = "") -> Chart:
    """Return a chart of series written as "1 2 -, 3 4 5": a dash is a missing value."""
    rows = [[None if word == "-" else Decimal(word) for word in row.split()] for row in values.split(",")]
    series = tuple(Series(name, tuple(row)) for name, row in zip(names.split(), rows, strict=True))
    return Chart(type, unit, tuple("ABCDEFGHIJKL")[: len(rows[0])], series)


def test_a_table_says_the_labels_else_the_values_and_what_is_missing() -> None:
    made = drawn(SHOWN, ENGLISH)
    heads = [plain_prose(cell.text) for cell in made.table.head[0]]
    assert heads == ["(unit: percentage)", "Coordinated actions", "Knowledge"]
    assert [[plain_prose(cell.text) for cell in row.cells] for row in made.table.body] == [
        ["Unsatisfactory", "1.4 (1)", "2.8"],
        ["Partially met", "20.3 (15)", "19"],
        ["Met", "not available", "78.2"],
    ]
    assert [[value.said for value in row] for row in made.rows] == [
        ["1.4 (1)", "2.8"],
        ["20.3 (15)", "19"],
        ["not available", "78.2"],
    ]


def test_the_label_of_a_missing_value_stands_in_the_table_alone() -> None:
    line = Series("x", (None, Decimal("-2.50")), ("…", ""))
    missing, there = (value for (value,) in drawn(Chart(ChartType.BAR, "", ("A", "B"), (line,)), ENGLISH).rows)
    assert (missing.number, missing.label, missing.said) == (None, "", "…")
    assert (there.number, there.label, there.said) == (Decimal("-2.50"), "−2.50", "−2.50")


def of_page(figure: Figure, shared_project: Project) -> Element:
    page, faults = render(Resolved(replace(PAPER, body=(figure,), annexes=()), MEETING, ()), shared_project)
    assert page is not None, faults
    found = page.root.find(".//div[@class='chart']")
    assert found is not None
    return found


def test_the_page_has_each_value_as_a_number_and_as_its_label(shared_project: Project) -> None:
    found = of_page(PERFORMANCE, shared_project)
    assert (found.get("data-type"), found.get("data-unit"), found.get("data-empty")) == ("column", "percentage", None)
    cells = [(cell.get("data-value"), cell.get("data-label"), cell.text) for cell in found.iter("td")]
    assert cells == [
        ("1.4", "1.4 (1)", "1.4 (1)"),
        ("2.8", "2.8", "2.8"),
        ("20.3", "20.3 (15)", "20.3 (15)"),
        ("19", "19", "19"),
        (None, None, "not available"),
        ("78.2", "78.2", "78.2"),
    ]


def test_the_authors_words_stand_in_place_of_those_made_of_the_values(shared_project: Project) -> None:
    assert of_page(PERFORMANCE, shared_project).get("data-alt") == drawn(SHOWN, ENGLISH).alt
    assert of_page(replace(PERFORMANCE, alt="Most <met>"), shared_project).get("data-alt") == "Most <met>"


def test_words_say_the_type_what_is_compared_the_ends_and_what_is_missing() -> None:
    assert drawn(SHOWN, ENGLISH).alt == (
        "Column chart of 2 series in 3 categories. Unit: percentage. Series: Coordinated actions; Knowledge."
        " Categories: Unsatisfactory; Partially met; Met. The highest value is 78.2, for Met (Knowledge)."
        " The lowest value is 1.4 (1), for Unsatisfactory (Coordinated actions). One value is missing."
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            chart("1 2 3 4 5 6 7", names="Birds"),
            (
                "Column chart of Birds in 7 categories. Categories: A to G."
                " The highest value is 7, for G. The lowest value is 1, for A."
            ),
        ),
        (
            chart("4", type=ChartType.PIE),
            "Pie chart of x in one category. Categories: A. The highest value is 4, for A.",
        ),
        (
            chart("-1 -1, 5 5", names="x y", type=ChartType.STACKED_BAR),
            (
                "Stacked bar chart of 2 series in 2 categories. Series: x; y. Categories: A; B."
                " The highest value is 5, for A (y); B (y). The lowest value is −1, for A (x); B (x)."
            ),
        ),
        (
            chart("1 1 1 1 2 - -", type=ChartType.LINE),
            (
                "Line chart of x in 7 categories. Categories: A to G. The highest value is 2, for E."
                " The lowest value is 1, which occurs 4 times. 2 values are missing."
            ),
        ),
        (
            chart("3 3", type=ChartType.BAR),
            "Bar chart of x in 2 categories. Categories: A; B. Every value is 3.",
        ),
        (
            chart("- -", type=ChartType.STACKED_COLUMN),
            "Stacked column chart of x in 2 categories. Categories: A; B. No values are available.",
        ),
    ],
)
def test_words_for_other_shapes(given: Chart, said: str) -> None:
    assert drawn(given, ENGLISH).alt == said


def test_words_for_a_great_chart_stay_short() -> None:
    name = (
        "A very long name of a category or of a series that goes on and on for as much as a hundred and twenty letters"
    )
    line = Series(name, tuple(Decimal(at) for at in range(12)))
    said = drawn(Chart(ChartType.COLUMN, "percentage", (name,) * 12, (line,) * 6), ENGLISH).alt
    assert len(said) < 1200
    assert name not in said
    assert "…." not in said


def test_a_chart_without_any_value_says_so_in_the_drawing() -> None:
    assert drawn(chart("- -"), ENGLISH).empty == "No values are available"
    assert drawn(chart("- 1"), ENGLISH).empty == ""


@pytest.mark.parametrize(
    ("given", "wide"),
    [
        (chart("1 2 3"), False),
        (chart("1 2 3 4 5 6 7 8 9 10 11 12"), False),
        (
            chart(", ".join(["1 2 3 4 5 6 7 8 9 10 11 12"] * 3), names="x y z"),
            True,
        ),
        (replace(chart("1 2"), categories=("Incomprehensibilities" * 5, "B")), True),
        (replace(chart("1 2", type=ChartType.BAR), categories=("So long a name " * 6, "B")), True),
        (replace(chart("1 2", type=ChartType.PIE), categories=("So long a name " * 6, "B")), False),
    ],
)
def test_many_bars_and_long_names_take_the_full_width(given: Chart, wide: bool) -> None:  # noqa: FBT001
    assert drawn(given, ENGLISH).wide is wide
