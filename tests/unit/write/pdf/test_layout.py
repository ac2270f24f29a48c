"""What a reader sees of the PDF's pages: pictures that fit them, drawings as drawn, symbols and lists of documents."""

import io
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest
from unit.conftest import png

from neaspec_docs.model.page import Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import room
from neaspec_docs.write.charts.lettering import MM
from neaspec_docs.write.pdf.drawings import is_plain
from neaspec_docs.write.pdf.symbols import hold_together
from neaspec_docs.write.pdf.writer import write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="150" viewBox="0 0 300 150">{}</svg>'
GRADIENT = (
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/>'
    '</linearGradient></defs><rect width="300" height="150" fill="{}"/>'
)


def laid_out(markup: str, folder: Path) -> Written:
    whole = (
        '<html lang="en"><head><title>A test</title></head>'
        f'<body class="paper" data-headings="I."><main>{markup}</main></body></html>'
    )
    return write(Page("moot-3/test", ET.fromstring(whole)), Project(folder))  # noqa: S314 -- our own


def read(written: Written) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(written.data))


def figure(name: str, width: int, height: int, notes: str = "") -> str:
    return (
        '<div class="figure" id="f"><p class="caption"><span class="words">The tower</span></p>'
        f'<img src="{name}" alt="A tower" width="{width}" height="{height}"/>'
        f'<p class="note">{notes or "Seen."}</p></div>'
    )


def shown(page: pypdf.PageObject) -> Iterator[tuple[float, float]]:
    """Give the lower edge and the height of each picture on a page, in points."""
    found: list[tuple[float, float]] = []

    def before(operator: bytes, _operands: list[object], matrix: list[float], _: list[float]) -> None:
        if operator == b"Do":
            found.append((matrix[5], abs(matrix[3])))

    page.extract_text(visitor_operand_before=before)
    yield from found


@pytest.mark.parametrize("notes", ["Seen.", "So much is to be said of it. " * 90])
def test_a_tall_picture_stands_whole_on_one_page_with_its_caption_and_its_notes(tmp_path: Path, notes: str) -> None:
    (tmp_path / "tower.png").write_bytes(png(60, 300))
    before = '<p class="text" id="p">Words.</p>'
    written = laid_out(before + figure("tower.png", 600, 3000, notes), tmp_path)
    (page,) = read(written).pages
    assert page.extract_text().rstrip().endswith(notes.rstrip()[-8:])
    ((foot, high),) = shown(page)
    assert foot > 35 * MM
    assert high > 85 * MM


def test_a_picture_may_take_most_of_a_page_and_less_where_much_is_said_of_it() -> None:
    def highest(markup: str) -> float:
        return room.highest(ET.fromstring(markup))  # noqa: S314 -- our own

    assert highest('<div class="figure"><p class="caption">Short</p></div>') == pytest.approx(0.8 * room.PAGE)
    some = highest(f'<div class="figure"><p class="note">{"Of this too. " * 120}</p></div>')
    assert 0.4 * room.PAGE < some < 0.8 * room.PAGE
    assert highest(f'<div class="figure"><p class="note">{"Of this too. " * 900}</p></div>') == 0.4 * room.PAGE


@pytest.mark.parametrize(
    ("inside", "plain"),
    [
        ('<g><path d="M0 0H9"/><text>Lark</text></g>', True),
        (GRADIENT.format("url(#g)"), False),
        (GRADIENT.format("#00f"), True),  # it is there, and nothing asks for it
        ('<style>.a{fill:url("#p")}</style><pattern id="p"/><rect class="a"/>', False),
        ('<filter id="f"/><rect style="filter: url(#f)"/>', False),
        ('<mask id="m"/><mask id="m-2"/><rect mask="url(#m-2)"/>', False),
        ('<mask id="m"/><rect id="m-2"/><use href="#m-2"/>', True),
        ("<switch><g/></switch>", False),
        ('<x xmlns="http://www.inkscape.org/namespaces/inkscape" id="a"/><rect style="fill:url(#a)"/>', True),
    ],
)
def test_what_is_no_plain_drawing_is_known(inside: str, *, plain: bool) -> None:
    assert is_plain(SVG.format(inside).encode()) is plain


def test_a_gradient_is_printed_as_pixels_and_a_plain_drawing_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "dusk.svg").write_text(SVG.format(GRADIENT.format("url(#g)")), "utf-8")
    (tmp_path / "tree.svg").write_text(SVG.format('<path d="M0 0L300 150" stroke="green"/>'), "utf-8")
    (picture,) = read(laid_out(figure("dusk.svg", 300, 150), tmp_path)).pages[0].images
    assert picture.image is not None
    assert picture.image.size == (938, 469)  # 300 pixels to the inch
    line = [picture.image.convert("L").getpixel((at, 200)) for at in (5, 469, 932)]
    assert line == pytest.approx([0, 128, 255], abs=4)
    assert list(read(laid_out(figure("tree.svg", 300, 150), tmp_path)).pages[0].images) == []


def test_what_is_half_transparent_is_printed_on_white(tmp_path: Path) -> None:
    drawn = '<switch><rect width="300" height="150" fill="red" opacity=".5"/></switch>'
    (tmp_path / "dusk.svg").write_text(SVG.format(drawn), "utf-8")
    (picture,) = read(laid_out(figure("dusk.svg", 300, 150), tmp_path)).pages[0].images
    assert picture.image is not None
    assert picture.image.convert("RGB").getpixel((400, 200)) == pytest.approx((255, 127, 127), abs=1)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("see NEASPEC/SOM(24)/1/Add.1, and", ["Add.1"]),
        ("ST/SGB/2021-1", ["2021-1"]),
        ("A/C.1/75/L.2 and A/75/1.", ["C.1", "L.2"]),
        ("NEASPEC/SOM(24)/5", []),
        ("and/or-else, 2020/21-22, https://example.org/a-page", []),
    ],
)
def test_a_symbol_breaks_after_its_strokes_alone(text: str, parts: list[str]) -> None:
    root = ET.fromstring(f"<html><body><p>{text}<em/>{text}</p></body></html>")  # noqa: S314 -- our own
    hold_together(root)
    assert "".join(root.itertext()) == text * 2
    held = [(span.text or "").rstrip("/") for span in root.iter("span")]
    assert held == [part.rstrip("/") for part in parts] * 2


def documents(text: str) -> str:
    return (
        '<div class="table" id="d"><table class="documents" data-widths="28 72"><thead><tr><th scope="col">Symbol</th>'
        f'<th scope="col">Title</th></tr></thead><tbody><tr id="d.r1"><td>{text}</td><td>Herons</td></tr></tbody>'
        "</table></div>"
    )


def test_the_end_of_a_symbol_is_not_torn_in_a_narrow_column(tmp_path: Path) -> None:
    for share in range(16, 30):
        table = documents("NEASPEC/WS(2)/11/Add.1").replace('"28 72"', f'"{share} {100 - share}"')
        said = read(laid_out(table, tmp_path)).pages[0].extract_text()
        assert "Add.1" in said, share


def test_a_list_of_documents_is_set_in_the_type_of_tables(tmp_path: Path) -> None:
    sizes: set[float] = set()

    def visit(text: str, _: object, matrix: list[float], __: object, size: float) -> None:
        if "Herons" in text:
            sizes.add(round(abs(size * matrix[3]), 1))

    read(laid_out(documents("A"), tmp_path)).pages[0].extract_text(visitor_text=visit)
    other = documents("A").replace(' class="documents"', "")
    read(laid_out(other, tmp_path)).pages[0].extract_text(visitor_text=visit)
    assert len(sizes) == 1


def test_the_documents_of_an_agenda_item_stay_with_what_is_said_of_it(tmp_path: Path) -> None:
    apart = 0
    for lines in range(28, 40):
        filler = "".join(f'<p class="text" id="x{at}">Words.</p>' for at in range(lines))
        said = '<div class="para" id="last" data-number="1."><p><span class="number">1.</span> Last.</p></div>'
        written = laid_out(filler + said + documents("A"), tmp_path)
        assert written.layout is not None
        assert written.layout.places["last"] == written.layout.places["d.r1"], lines
        apart += written.layout.places["x0"] != written.layout.places["last"]
    assert 0 < apart < 12  # the end of the page was among them
