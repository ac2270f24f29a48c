"""A `div.chart` of a Page -> the chart in it: what it compares, its values, what is printed on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.styled import words


@dataclass(frozen=True, slots=True)
class Line:
    """One series: a value a category, None where it is missing, and what is printed on each ("" for nothing)."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a Page has it; `alt` says in words what it shows, `unit` is "" where the values have none.

    `empty` is what stands in the plot where every value is missing, else it is "".
    `language` (BCP 47) is that of its words.
    """

    type: ChartType
    unit: str
    alt: str
    categories: tuple[str, ...]
    series: tuple[Line, ...]
    empty: str = ""
    language: str = "en"

    def shown(self, category: int) -> Iterator[tuple[int, Decimal, str]]:
        """Give the series, the value and the label of each value of a category that has a label."""
        for series, line in enumerate(self.series):
            value, label = line.values[category], line.labels[category]
            if value is not None and label:
                yield series, value, label


def read(element: Element) -> Chart:
    """Return the chart in a `div.chart` (docs/page.md)."""
    heads = [words(head) for head in element.iterfind("table/thead/tr/th")][1:]
    rows = [list(row) for row in element.iterfind("table/tbody/tr")]
    return Chart(
        ChartType(element.get("data-type", "")),
        element.get("data-unit", ""),
        element.get("data-alt", ""),
        tuple(words(row[0]) for row in rows),
        tuple(_line(name, [row[at] for row in rows]) for at, name in enumerate(heads, start=1)),
        element.get("data-empty", ""),
        element.get("lang", "en"),
    )


def _line(name: str, cells: list[Element]) -> Line:
    values = (cell.get("data-value") for cell in cells)
    return Line(
        name,
        tuple(None if value is None else Decimal(value) for value in values),
        tuple(cell.get("data-label", "") for cell in cells),
    )
