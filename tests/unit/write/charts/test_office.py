"""Charts of Office by their XML: they draw what is in their workbook, in the order and under the labels of the PDF."""

import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from neaspec_docs.model.block import ChartType
from neaspec_docs.write.charts import office
from neaspec_docs.write.charts.colours import colours
from neaspec_docs.write.charts.data import Chart, Line
from neaspec_docs.write.charts.data_labels import form
from neaspec_docs.write.charts.lettering import SANS, SERIF, Font

N = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
BARS = (ChartType.COLUMN, ChartType.BAR, ChartType.STACKED_COLUMN, ChartType.STACKED_BAR)


def line(name: str, values: Sequence[str | None], labels: Sequence[str] | None = None) -> Line:
    said = labels if labels is not None else ["" if value is None else value.replace("-", "−") for value in values]
    return Line(name, tuple(None if value is None else Decimal(value) for value in values), tuple(said))


def chart(type: ChartType, *series: Line, unit: str = "", empty: str = "") -> Chart:
    names = tuple(f"Lock {number}" for number in range(1, len(series[0].values) + 1))
    return Chart(type, unit, "A chart", names, series, empty)


def drawn(made: Chart, width: float = 130) -> etree._Element:
    return etree.fromstring(office.part(made, width).xml)


def words(element: etree._Element | None) -> str:
    assert element is not None
    return "".join(text.text or "" for text in element.iter(f"{{{N['a']}}}t"))


def values(root: etree._Element, path: str) -> list[str]:
    return [found.get("val", "") for found in root.iterfind(path, N)]


def cells(book: bytes) -> dict[str, tuple[str, str]]:
    """Return what stands in each cell of the sheet, and under which format of numbers it is shown."""
    with ZipFile(BytesIO(book)) as parts:
        sheet, styles, shared = (
            etree.fromstring(parts.read(f"xl/{name}.xml")) for name in ("worksheets/sheet1", "styles", "sharedStrings")
        )
        (name,) = (found.get("name") for found in etree.fromstring(parts.read("xl/workbook.xml")).iter("{*}sheet"))
    assert name == "Sheet1"
    strings = ["".join(text.text or "" for text in item.iter("{*}t")) for item in shared.iterfind("s:si", N)]
    formats = {found.get("numFmtId"): found.get("formatCode", "") for found in styles.iter("{*}numFmt")}
    formats |= {"0": "General", "1": "0", "2": "0.00"}
    used = [formats[found.get("numFmtId")] for found in styles.iterfind("s:cellXfs/s:xf", N)]
    found = {}
    for cell in sheet.iter("{*}c"):
        held = cell.findtext("s:v", "", N)
        words = strings[int(held)] if cell.get("t") == "s" else held
        found[cell.get("r", "")] = words, used[int(cell.get("s", "0"))]
    return found


def referred(book: dict[str, tuple[str, str]], formula: str) -> list[str | None]:
    """Return what stands in the cells that a formula names."""
    found = re.fullmatch(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", formula)
    assert found is not None, formula
    rows = range(int(found[2]), int(found[3] or found[2]) + 1)
    return [book[f"{found[1]}{row}"][0] if f"{found[1]}{row}" in book else None for row in rows]


def cached(reference: etree._Element) -> list[str | None]:
    (count,) = reference.iterfind("*/c:ptCount", N)
    points = {int(point.get("idx", "")): point.findtext("c:v", "", N) for point in reference.iterfind("*/c:pt", N)}
    return [points.get(at) for at in range(int(count.get("val", "")))]


@pytest.mark.parametrize("type", list(ChartType))
def test_a_chart_holds_what_its_workbook_holds(type: ChartType) -> None:
    made = chart(
        type,
        line("Upper", ["50.0", None, "-1.25", "0"]),
        *[line("Lower", ["3", "4", "5", "6"])] * (type is not ChartType.PIE),
    )
    part = office.part(made, 130)
    root, book = etree.fromstring(part.xml), cells(part.workbook)
    references = [*root.iter(f"{{{N['c']}}}strRef"), *root.iter(f"{{{N['c']}}}numRef")]
    assert len(references) == 3 * len(made.series)
    for reference in references:
        held = referred(book, reference.findtext("c:f", "", N))
        assert [None if one is None else one.rstrip("0").rstrip(".") or "0" for one in held] == [
            None if one is None else one.rstrip("0").rstrip(".") or "0" for one in cached(reference)
        ]
    assert book["A2"] == ("Lock 1", "General")
    assert book["B1"] == ("Upper", "General")
    assert book["B2"][1] == "0.0"  # 50.0 is shown as it was typed
    assert "B3" not in book  # a gap is an empty cell
    assert book["B4"] == ("-1.25", "0.00")
    assert values(root, "c:chart/c:dispBlanksAs") == ["gap"]


def test_the_columns_of_many_series_go_past_z() -> None:
    part = office.part(chart(ChartType.COLUMN, *(line(f"S{at}", ["1"]) for at in range(1, 31))), 130)
    names = [found.findtext("c:f", "", N) for found in etree.fromstring(part.xml).iterfind(".//c:tx/c:strRef", N)]
    assert names[0] == "Sheet1!$B$1"
    assert names[24:27] == ["Sheet1!$Z$1", "Sheet1!$AA$1", "Sheet1!$AB$1"]
    assert cells(part.workbook)["AE1"][0] == "S30"


def test_the_same_chart_gives_the_same_bytes() -> None:
    made = chart(ChartType.PIE, line("Share", ["1", "2"]))
    assert office.part(made, 130) == office.part(made, 130)


def test_bars_are_read_from_the_top() -> None:
    for type, orientation, crossing, direction in (
        (ChartType.BAR, "maxMin", "max", "bar"),
        (ChartType.STACKED_BAR, "maxMin", "max", "bar"),
        (ChartType.COLUMN, "minMax", "autoZero", "col"),
    ):
        root = drawn(chart(type, line("Upper", ["1", "-2"])))
        assert values(root, ".//c:catAx/c:scaling/c:orientation") == [orientation]
        assert values(root, ".//c:valAx/c:scaling/c:orientation") == ["minMax"]
        assert values(root, ".//c:valAx/c:crosses") == [crossing]
        assert values(root, ".//c:barDir") == [direction]
        assert values(root, ".//c:catAx/c:tickLblPos") == ["low"]  # below what goes below zero
        assert values(root, ".//c:catAx/c:tickLblSkip") == ["1"]  # every name is there


def test_each_series_has_the_colour_that_the_drawing_has() -> None:
    made = chart(ChartType.COLUMN, *(line(name, ["1", "2"]) for name in "ABC"))
    found = values(drawn(made), ".//c:ser/c:spPr/a:solidFill/a:srgbClr")
    assert [f"#{colour.lower()}" for colour in found] == list(colours(3))


def test_labels_are_live_where_a_format_shows_them_and_words_where_none_does() -> None:
    root = drawn(chart(ChartType.COLUMN, line("U", ["1.4", "20.3", "50.0", "7"], ["1.4", "20.3 (15)", "", "7"])))
    (labels,) = root.iterfind(".//c:dLbls", N)
    assert [found.get("formatCode") for found in labels.iterfind("c:numFmt", N)] == ["0.0;−0.0"]
    own = {found.find("c:idx", N).get("val"): found for found in labels.iterfind("c:dLbl", N)}  # type: ignore[union-attr] # each has one
    assert own.keys() == {"1", "2", "3"}
    assert words(own["1"]) == "20.3 (15)"
    assert values(own["2"], "c:delete") == ["1"]
    assert [found.get("formatCode") for found in own["3"].iterfind("c:numFmt", N)] == ["0;−0"]
    assert values(labels, "c:showVal") == ["1"]


def test_a_series_without_labels_shows_none() -> None:
    root = drawn(chart(ChartType.LINE, line("U", ["1", "2"], ["", ""])))
    assert list(root.iterfind(".//c:dLbls", N)) == []


@pytest.mark.parametrize(
    ("value", "label", "expected"),
    [
        ("1.4", "1.4", "0.0;−0.0"),
        ("-1.4", "−1.4", "0.0;−0.0"),
        ("-1.4", "-1.4", "0.0;-0.0"),
        ("44985", "44,985", "#,##0;−#,##0"),
        ("44985", "44985", "0;−0"),
        ("20.25", "20.3", "0.0;−0.0"),  # Office rounds half away from zero
        ("20.25", "20.2", None),
        ("50", "50.0", "0.0;−0.0"),
        ("50", "50%", None),
        ("50", "n.a.", None),
        ("50", "", None),
        ("1.4", "approx. 1.4, as thirty respondents of all said", None),
        ("1.4", "1.4\n🙂", None),
        ("1.4", "٣.٤", None),
        ("1", "." + "0" * 500, None),
        ("1E+400", "1", None),
        ("12345678901234567890.1234567890", "12345678901234567890.1234567890", f"0.{'0' * 10};−0.{'0' * 10}"),
    ],
)
def test_the_format_under_which_a_value_is_its_label(value: str, label: str, expected: str | None) -> None:
    assert form(Decimal(value), label) == expected


@pytest.mark.parametrize("type", list(ChartType))
def test_labels_stand_where_office_allows_them(type: ChartType) -> None:
    """[MS-OI29500] 2.1.1475: another place makes Office call the file damaged."""
    tiny = [line("A", ["0.1", "60", "-5"]), line("B", ["0.1", "1", "7"]), line("C", ["90", "2", "8"])]
    series = tiny[:1] if type is ChartType.PIE else tiny
    allowed = {
        ChartType.COLUMN: {"outEnd"},
        ChartType.BAR: {"outEnd"},
        ChartType.STACKED_COLUMN: {"ctr"},
        ChartType.STACKED_BAR: {"ctr"},
        ChartType.PIE: {"ctr"},
        ChartType.LINE: {"t", "b", "ctr"},
    }
    assert set(values(drawn(chart(type, *series)), ".//c:dLblPos")) <= allowed[type]


def test_a_label_with_no_room_in_its_segment_is_moved_beside_it() -> None:
    root = drawn(chart(ChartType.STACKED_COLUMN, line("A", ["0.1", "60"]), line("B", ["90", "30"])))
    first, second = root.iterfind(".//c:dLbls", N)
    (moved,) = first.iterfind("c:dLbl", N)
    assert values(moved, "c:idx") == ["0"]
    assert float(values(moved, "c:layout/c:manualLayout/c:x")[0]) > 0.05
    assert list(second.iterfind(".//c:manualLayout", N)) == []


def test_a_legend_is_there_for_several_series_alone() -> None:
    assert values(drawn(chart(ChartType.COLUMN, line("A", ["1"]), line("B", ["1"]))), ".//c:legendPos") == ["b"]
    assert values(drawn(chart(ChartType.COLUMN, line("A", ["1"]))), ".//c:legendPos") == []
    assert values(drawn(chart(ChartType.PIE, line("A", ["1", "2"]))), ".//c:legendPos") == []


def test_the_legend_of_many_lines_finds_room_for_the_keys_of_office() -> None:
    made = chart(ChartType.LINE, *(line(f"Series {at}", ["1", "2"]) for at in range(1, 7)))
    part = office.part(made, 130)
    (height,) = values(etree.fromstring(part.xml), ".//c:legend/c:layout/c:manualLayout/c:h")
    assert float(height) * part.height > 2 * 8.5  # two rows


def test_a_height_that_is_given_is_kept() -> None:
    made = chart(ChartType.LINE, *(line(f"Series {at}", ["1", "2"]) for at in range(1, 7)), unit="metres")
    assert office.part(made, 130, SANS, 90).height == pytest.approx(90 * 72 / 25.4, abs=0.5)


def test_the_unit_is_the_title_of_the_axis_and_the_chart_has_none() -> None:
    root = drawn(chart(ChartType.BAR, line("A", ["1"]), unit="metres"))
    assert [words(title) for title in root.iterfind(".//c:valAx/c:title", N)] == ["metres"]
    assert values(root, "c:chart/c:autoTitleDeleted") == ["1"]
    assert list(root.iterfind("c:chart/c:title", N)) == []


def test_a_chart_without_values_says_so() -> None:
    for type in ChartType:
        root = drawn(chart(type, line("A", [None, None]), unit="metres", empty="No values are available"))
        assert words(root.find("c:chart/c:title", N)) == "No values are available"
        assert values(root, ".//c:valAx/c:delete") == ([] if type is ChartType.PIE else ["1"])


def test_the_font_is_the_one_that_office_has_and_the_language_is_told() -> None:
    made = office.part(chart(ChartType.COLUMN, line("A", ["1"], ["1 (a)"])), 130, SANS, language="ru-RU")
    root = etree.fromstring(made.xml)
    assert {found.get("typeface") for found in root.iter(f"{{{N['a']}}}latin")} == {"Arial"}
    assert values(root, "c:lang") == ["ru-RU"]
    assert {found.get("lang") for found in root.iter(f"{{{N['a']}}}rPr")} == {"ru-RU"}


def test_a_pie_shows_its_cells_and_words_only_where_no_format_gives_them() -> None:
    made = line("Share", ["30", "20.5", "40", "9.5"], ["30", "20.5", "40 (of 99)", ""])
    (labels,) = drawn(chart(ChartType.PIE, made)).iterfind(".//c:dLbls", N)
    own = {found.find("c:idx", N).get("val"): found for found in labels.iterfind("c:dLbl", N)}  # type: ignore[union-attr] # each has one
    shown = {at: (values(one, "c:showCatName"), values(one, "c:showVal")) for at, one in own.items()}
    assert {at: words(one) for at, one in own.items()} == {"0": "", "1": "", "2": "Lock 340 (of 99)", "3": ""}
    assert shown == dict.fromkeys("012", (["1"], ["1"])) | {"3": (["1"], ["0"])}
    assert [one.findtext("c:separator", "", N) for one in own.values()] == ["\n", "\n", "\n", ""]
    assert values(own["0"], "c:numFmt") == [""]
    assert [found.get("formatCode") for found in own["1"].iterfind("c:numFmt", N)] == ["0.0;−0.0"]
    assert [found.get("algn") for found in own["1"].iterfind("c:txPr/a:p/a:pPr", N)] == ["l"]


@pytest.mark.parametrize(
    ("tag", "font", "expected"),
    [("en", SERIF, "Noto Serif CJK SC"), ("ja-JP", SERIF, "Noto Serif CJK JP"), ("ko", SANS, "Noto Sans CJK KR")],
)
def test_east_asian_words_have_the_font_of_their_language(tag: str, font: Font, expected: str) -> None:
    root = etree.fromstring(office.part(chart(ChartType.COLUMN, line("A", ["1"])), 130, font, language=tag).xml)
    assert {found.get("typeface") for found in root.iter(f"{{{N['a']}}}ea")} == {expected}


def test_each_fifth_name_is_told_to_office_where_there_is_no_room_for_more() -> None:
    root = drawn(chart(ChartType.LINE, line("A", ["1"] * 50)))
    assert values(root, ".//c:catAx/c:tickLblSkip") == ["5"]
    (skipped,) = root.iterfind(".//c:dLbls", N)
    assert len(values(skipped, "c:dLbl/c:delete")) == 40


def test_the_part_names_its_workbook_by_the_id_that_it_promises() -> None:
    root = drawn(chart(ChartType.COLUMN, line("A", ["1"])))
    (data,) = root.iterfind("c:externalData", N)
    assert data.values() == [office.WORKBOOK_ID]
