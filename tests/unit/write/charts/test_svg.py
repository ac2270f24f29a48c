"""Charts as they are drawn: their texts are text, their bars have their colours, nothing is fetched."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import data, svg
from neaspec_docs.write.charts.colours import colours
from neaspec_docs.write.charts.data import Chart, Line
from neaspec_docs.write.charts.lettering import MM, SANS
from neaspec_docs.write.charts.look import look

MARK = re.compile(r'<path[^>]*fill="(#[0-9a-f]{6})"')


def chart(type: ChartType, *rows: Sequence[str | None], unit: str = "per cent") -> Chart:
    series = tuple(
        Line(f"Lake {at}", tuple(None if v is None else Decimal(v) for v in row), tuple(v or "" for v in row))
        for at, row in enumerate(rows, 1)
    )
    names = ("Herons", "Reeds & <grass>", "Cranes that stay over the winter")[: len(rows[0])]
    return Chart(type, unit, "A chart", names, series)


TWO = (("10.5", None, "30"), ("-4", "0", "12"))


def parsed(text: str) -> Element:
    return fromstring(text)  # noqa: S314 -- our own text


def texts(drawn: str) -> list[str]:
    return [element.text or "" for element in parsed(drawn).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("type", [type for type in ChartType if type is not ChartType.PIE])
def test_names_labels_unit_and_legend_are_text(type: ChartType) -> None:
    said = texts(svg.draw(chart(type, *TWO), 130))
    assert "Cranes that stay over the winter" in " ".join(said)
    assert {"10.5", "30", "-4", "0", "12", "Lake 1", "Lake 2", "Herons", "per cent"} <= set(said)
    assert "Reeds & <grass>" in " ".join(said)


def test_a_single_series_has_no_legend_and_a_pie_names_its_slices() -> None:
    assert "Lake 1" not in texts(svg.draw(chart(ChartType.COLUMN, TWO[0]), 130))
    said = texts(svg.draw(chart(ChartType.PIE, TWO[0]), 130))
    assert {"Herons", "10.5", "30", "per cent"} <= set(said)
    assert "Reeds & <grass>" not in said


@pytest.mark.parametrize("type", [ChartType.COLUMN, ChartType.BAR])
@pytest.mark.parametrize("width", [130, 40])  # of the narrow ones the labels read upwards
def test_no_line_of_the_grid_crosses_the_label_of_a_bar(type: ChartType, width: float) -> None:
    shown = chart(type, *TWO)
    seen = look(shown, width)
    marks = svg.specification(shown, seen)["marks"]
    plot = json.loads(json.dumps(marks))[0]["marks"]
    grounds = [told["encode"]["enter"] for told in plot if told["type"] == "rect" and "from" not in told]
    assert [told.get("from") is not None for told in plot if told["type"] == "rect"] == [False] * 5 + [True]
    for ground, label in zip(grounds, seen.labels, strict=True):
        x, y, wide, high = (ground[name]["value"] for name in ("x", "y", "width", "height"))
        assert ground["fill"]["value"] == "#ffffff"
        assert len(label.lines[0]) == 1 or (high > wide) is label.turned
        assert x - 0.1 <= label.x - seen.plot.x <= x + wide + 0.1
        assert y + high / 2 == pytest.approx(label.y - seen.plot.y, abs=0.02)


@pytest.mark.parametrize("type", [ChartType.COLUMN, ChartType.BAR, ChartType.STACKED_COLUMN, ChartType.STACKED_BAR])
def test_a_bar_a_value_in_the_colour_of_its_series(type: ChartType) -> None:
    first, second = colours(2)
    drawn = Counter(MARK.findall(svg.draw(chart(type, *TWO), 130)))
    assert drawn[first] == 2 + 1  # a value is missing; one key of the legend
    assert drawn[second] == 3 + 1


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    made = svg.draw(chart(ChartType.LINE, ("1", "2", "3")), 130), svg.draw(chart(ChartType.LINE, ("1", None, "3")), 130)
    whole, broken = (re.findall(r'<path d="(M[^"]*)" stroke="#3f78ad"', drawn) for drawn in made)
    assert [path.count("L") for path in whole] == [2]
    assert [(path.count("M"), path.count("L")) for path in broken] == [(2, 0)]


def test_a_chart_without_values_says_so_and_keeps_its_names() -> None:
    empty = replace(chart(ChartType.COLUMN, (None, None), (None, None)), empty="No values are available")
    said = texts(svg.draw(empty, 130))
    assert sorted(said) == sorted(["No values are available", "Herons", "Reeds & <grass>", "Lake 1", "Lake 2"])


@pytest.mark.parametrize("type", ChartType)
def test_it_is_as_large_as_it_looks_and_the_same_each_time(type: ChartType) -> None:
    made = chart(type, TWO[0])
    drawn = svg.draw(made, 150, SANS, 80)
    root = parsed(drawn)
    assert [float(root.get(name, "")) for name in ("width", "height")] == pytest.approx([150 * MM, 80 * MM])
    assert svg.draw(made, 150, SANS, 80) == drawn
    assert set(re.findall(r'font-family="([^"]*)"', drawn)) == {"Liberation Sans, Arial, sans-serif"}


@pytest.mark.parametrize("type", ChartType)
def test_nothing_in_it_leads_elsewhere(type: ChartType) -> None:
    drawn = svg.draw(chart(type, TWO[0]), 130)
    assert set(re.findall(r"https?://[^\"' ]*", drawn)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert "url" not in json.dumps(svg.specification(chart(type, TWO[0]), look(chart(type, TWO[0]), 130)))


def test_a_chart_of_a_page_is_read_as_it_stands_there() -> None:
    given = """<div class="chart" data-type="line" data-unit="tons" data-alt="Said" data-empty="None"><table><thead><tr>
      <th>(unit: tons)</th><th>Lake <em>1</em></th></tr></thead><tbody>
      <tr><th>A</th><td data-value="-1.50" data-label="−1.50">−1.50</td></tr>
      <tr><th>B</th><td>not available</td></tr></tbody></table></div>"""
    lines = (Line("Lake 1", (Decimal("-1.50"), None), ("−1.50", "")),)
    assert data.read(parsed(given)) == Chart(ChartType.LINE, "tons", "Said", ("A", "B"), lines, "None")
