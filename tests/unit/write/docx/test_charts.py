"""Charts and drawings in Word: the parts of the package, what validators and other readers find in them."""

from collections.abc import Sequence
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
import readers
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from unit.write.docx.word_file import NAMESPACES, W, WordFile, own, page, style, words, write

from neaspec_docs.model.block import ChartType

N = NAMESPACES | {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHAPES: Sequence[Sequence[Sequence[str | None]]] = (
    [["50.0"]],
    [["1.4", "20.3", None, "-8", "0"]],
    [["1", "2", "3"], [None, "0", "-3"], ["90", "0.1", "60"]],
    [[None, None], [None, None]],
    [[str((at * 7 + line * 13) % 50) for at in range(12)] for line in range(6)],
)


def chart(type: ChartType, series: Sequence[Sequence[str | None]], id: str = "f", name: str = "Lock") -> str:
    heads = "".join(f"<th scope='col'>Series {at}</th>" for at in range(1, len(series) + 1))
    rows = ""
    for at in range(len(series[0])):
        found = (line[at] for line in series)
        cells = (
            "<td>–</td>" if value is None else f'<td data-value="{value}" data-label="{value} (n)">{value}</td>'
            for value in found
        )
        rows += f"<tr><th scope='row'>{name} {at + 1}</th>{''.join(cells)}</tr>"
    return (
        f'<div class="figure" id="{id}"><p class="caption"><span class="label">Figure <span class="number">1</span>'
        '</span>. <span class="words">Locks</span></p>'
        f'<div class="chart" data-type="{type.value}" data-unit="boats" data-alt="Chart &lt;of&gt; locks">'
        f'<table class="chart-data" data-widths="50 50"><thead><tr><th>Lock</th>{heads}</tr></thead>'
        f'<tbody>{rows}</tbody></table></div><p class="note">A note.</p></div>'
    )


def related(word: WordFile, part: str, id: str) -> str:
    """Return the part that a relationship of a part leads to."""
    folder, name = dirname(part), part.rpartition("/")[2]
    for found in word.part(f"{folder}/_rels/{name}.rels"):
        if found.get("Id") == id:
            return normpath(join(folder, found.get("Target", ""))).lstrip("/")
    raise AssertionError(f"{part} has no relationship {id}")


@pytest.mark.parametrize(
    "shown",
    [
        '<img src="weir.png" alt="A weir" width="900" height="300"/>',
        '<img src="none.png" alt="-" width="9" height="9"/>',
        "",
    ],
)
def test_what_is_as_wide_as_the_page_begins_where_the_page_does(shown: str) -> None:
    figure = f'<div class="figure" id="f">{shown}</div>' if shown else chart(ChartType.BAR, SHAPES[1])
    assert [own(p, "w:pPr/w:ind") for p in write(page(figure)).all(".//w:p") if style(p) == "Figure"] == [{}]
    made = write(page(figure.replace('class="figure"', 'class="figure wide"')))
    assert [own(p, "w:pPr/w:ind") for p in made.all(".//w:p") if style(p) == "Figure"] == [{"left": "0", "right": "0"}]


@pytest.fixture
def locks() -> WordFile:
    markup = chart(ChartType.COLUMN, [["50.0", "1"]]) + chart(ChartType.PIE, [["3", "4"]], "g").replace(">1<", ">2<")
    return write(page(markup))


def test_each_chart_is_a_part_with_a_workbook_of_its_own(locks: WordFile) -> None:
    shown = locks.part().iterfind(".//c:chart", N)
    parts = [related(locks, "word/document.xml", found.get(f"{R}id", "")) for found in shown]
    assert parts == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    books = []
    for part in parts:
        (data,) = locks.part(part).iterfind("c:externalData", N)
        books.append(related(locks, part, data.get(f"{R}id", "")))
    assert books == [f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx" for number in (1, 2)]
    assert all(locks.bytes(book).startswith(b"PK") for book in books)
    types = {found.values()[0]: found.get("ContentType") for found in locks.part("[Content_Types].xml")}
    assert types[f"/{parts[0]}"] == "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    assert types["xlsx"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_chart_is_as_wide_as_its_column_and_says_what_it_shows(locks: WordFile) -> None:
    first, second = locks.part().iterfind(".//wp:inline", N)
    (extent,), (about,) = first.iterfind("wp:extent", N), first.iterfind("wp:docPr", N)
    assert int(extent.get("cx", "")) == pytest.approx(130 * 36000, abs=36000)
    assert about.get("descr") == "Chart <of> locks"
    assert [found.get("name") for shape in (first, second) for found in shape.iterfind("wp:docPr", N)] == [
        "Chart 1",
        "Chart 2",
    ]


def test_caption_chart_and_notes_stay_together(locks: WordFile) -> None:
    (shown, _) = [p for p in locks.all(".//w:p") if p.find(".//w:drawing", N) is not None]
    assert style(shown) == "Figure"
    before, after = shown.getprevious(), shown.getnext()
    assert before is not None
    assert after is not None
    assert words(before) == "Figure 1. Locks"
    assert words(after) == "A note."
    assert shown.find("w:pPr/w:keepNext", N) is not None
    assert after.find("w:pPr/w:spacing", N).get(f"{W}before") == "80"  # type: ignore[union-attr] # the chart's room below


def test_a_chart_higher_than_a_page_is_made_to_fit() -> None:
    name = "A lock whose name goes on and on, for its builders had more time than water and wrote it down in full"
    made = write(page(chart(ChartType.BAR, [["1"] * 60] * 3, name=name)))
    (extent,) = made.part().iterfind(".//wp:extent", N)
    size, margins = made.part().find(".//w:pgSz", N), made.part().find(".//w:pgMar", N)
    assert size is not None
    assert margins is not None
    height, top, bottom = (
        int(of.get(f"{W}{side}", "")) for of, side in ((size, "h"), (margins, "top"), (margins, "bottom"))
    )
    assert int(extent.get("cy", "")) / 635 < 0.81 * (height - top - bottom)


def test_a_chart_in_another_language_says_so() -> None:
    made = write(page(chart(ChartType.COLUMN, [["1"]]), lang="ru"))
    assert [found.get("val") for found in made.part("word/charts/chart1.xml").iterfind("c:lang", N)] == ["ru-RU"]


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_every_kind_of_chart_is_office_open_xml(tmp_path: Path, version: FileFormat) -> None:
    markup = "".join(
        chart(type, series[:1] if type is ChartType.PIE else series, f"f{type.name}{at}")
        for type in ChartType
        for at, series in enumerate(SHAPES)
    )
    made = write(page(markup.replace('<span class="number">1</span>', "")))
    assert made.diagnostics == ()
    file = tmp_path / "charts.docx"
    file.write_bytes(made.data)
    assert [str(error) for error in OpenXmlValidator(version).validate(str(file)).errors] == []


def test_other_readers_take_charts_and_drawings(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><text y="20">Weir</text></svg>', "utf-8"
    )
    drawing = '<div class="figure" id="d"><img src="content/map.svg" alt="A map" width="90" height="60"/></div>'
    made = write(page(chart(ChartType.BAR, [["1.4", "-20.3"], ["5", None]]) + drawing), tmp_path)
    assert made.diagnostics == ()
    file = tmp_path / "charts.docx"
    file.write_bytes(made.data)
    (text,) = readers.pdf_pages(readers.soffice(file, "pdf", tmp_path / "made"))
    for said in ("Lock 1", "Series 2", "1.4 (n)", "20.3 (n)", "boats", "A note."):
        assert said in text
    assert "A note." in readers.pandoc(file)


def drawings(made: WordFile) -> list[tuple[bytes, bytes]]:
    """Return each drawing's PNG and SVG."""
    found = []
    for blip in made.part().iterfind(".//a:blip", N):
        (svg,) = blip.iterfind("a:extLst/a:ext/asvg:svgBlip", N)
        ids = blip.get(f"{R}embed", ""), svg.get(f"{R}embed", "")
        png, source = (made.bytes(related(made, "word/document.xml", id)) for id in ids)
        found.append((png, source))
    return found


def figure(source: str, width: int, height: int) -> str:
    return f'<div class="figure" id="d"><img src="{source}" alt="A map" width="{width}" height="{height}"/></div>'


def test_a_drawing_is_svg_with_a_png_to_fall_back_on(tmp_path: Path) -> None:
    source = b'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48"/></svg>'
    (tmp_path / "map.svg").write_bytes(source)
    made = write(page(figure("map.svg", 96, 48) + figure("map.svg", 96, 48).replace('"d"', '"e"')), tmp_path)
    assert made.diagnostics == ()
    first, second = drawings(made)
    assert first == second
    assert [(part.tag.rpartition("}")[2], dict(part.attrib)) for part in etree.fromstring(first[1]).iter()] == [
        ("svg", {"width": "96", "height": "48"}),
        ("rect", {"width": "96", "height": "48"}),
    ]
    assert first[0][:8] == b"\x89PNG\r\n\x1a\n"
    assert [name for name in made.entries if name.startswith("word/media/")] == [
        "word/media/drawing1.svg",
        "word/media/image1.png",
    ]
    extents = [found.get("cx") for found in made.part().iterfind(".//wp:extent", N)]
    assert extents == ["914400", "914400"]  # an inch: never larger than it is
    types = etree.tostring(made.part("[Content_Types].xml")).decode()
    assert 'PartName="/word/media/drawing1.svg" ContentType="image/svg+xml"' in types


def test_a_drawing_wider_than_its_column_is_made_to_fit(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="500"/>', "utf-8")
    made = write(page(figure("map.svg", 2000, 500)), tmp_path)
    (extent,) = made.part().iterfind(".//wp:extent", N)
    assert int(extent.get("cx", "")) == pytest.approx(130 * 36000, abs=36000)
    assert int(extent.get("cx", "")) == pytest.approx(4 * int(extent.get("cy", "")), abs=4)


def test_a_drawing_that_cannot_be_drawn_is_told_and_described(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', "utf-8")
    made = write(page(figure("map.svg", 96, 48)), tmp_path)
    (told,) = made.diagnostics
    assert told.message.startswith("`map.svg` can't be shown, for it is not XML: mismatched tag")
    assert words(made.paragraph("[A map]")) == "[A map]"


def test_what_a_drawing_shows_from_elsewhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="weir.png"/></svg>', "utf-8"
    )
    made = write(page(figure("map.svg", 9, 9)), tmp_path)
    (told,) = made.diagnostics
    assert told.message == "`map.svg` asks for `weir.png`, which is not there and is left out"
    assert b"weir.png" not in drawings(made)[0][1]
