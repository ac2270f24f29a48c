"""The style sheet, the PowerPoint template and the measures say the same."""

import re
from pathlib import Path
from typing import Any

import pptx
import pytest

from neaspec_docs.project import CHECKOUT_TEMPLATES
from neaspec_docs.write.pptx.drawingml import emu, hundredths
from neaspec_docs.write.slides import measures, plan
from neaspec_docs.write.slides.plan import Design
from neaspec_docs.write.slides.text import AIRY, FULL, Scale

STYLE_SHEET = (CHECKOUT_TEMPLATES / "style.css").read_text("utf-8")


def css(selector: str, name: str) -> str:
    """Return the last value that rules of just this selector give."""
    found = [
        value
        for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE_SHEET.partition("@media screen")[0])
        if selector in [" ".join(one.split()) for one in selectors.rpartition("*/")[2].split(",")]
        for key, value in re.findall(r"([\w-]+)\s*:\s*([^;]+)", rules)
        if key == name
    ]
    return str(found[-1]).strip()


@pytest.mark.parametrize(("scale", "within"), [(FULL, ""), (AIRY, ".slide.airy ")])
def test_the_style_sheet_sets_type_as_it_is_measured(scale: Scale, within: str) -> None:
    panel = f"{within}.panel"
    title = f"{within or '.slide '}.panel-title"
    assert css(f"{within}.slide-text", "font-size") == f"{scale.body.size}pt"
    assert css(f"{within}.slide-text p", "margin-bottom") == f"{scale.body.after}pt"
    assert css(f"{within}.slide-text .list .list", "font-size") == f"{scale.body.deeper}pt"
    assert css(f"{within}.slide-text .list .list > li > p", "margin-bottom") == f"{scale.body.after_deeper}pt"
    assert css(f"{within or '.slide '}table", "font-size") == f"{scale.cell.size}pt"
    assert css(panel, "font-size") == f"{scale.panel.size}pt"
    assert css(title, "font-size") == f"{scale.panel_title.size}pt"
    assert css(title, "margin-bottom") == f"{scale.panel_title.after}pt"
    bullets = css(f"{within}.slide-text ul.list" if within else ".slide .list", "padding-left")
    assert bullets == f"{scale.body.indent * measures.BULLET:g}mm"
    numerals = css(f"{within}.slide-text ol.list" if within else ".slide ol.list", "padding-left")
    assert numerals == f"{scale.body.indent * measures.NUMERAL:g}mm"
    cells = css(f"{within or '.slide '}td .list", "padding-left")
    assert float(cells.removesuffix("mm")) == pytest.approx(scale.cell.indent * measures.BULLET)
    inside = css(f"{panel} .list", "padding-left")
    assert float(inside.removesuffix("mm")) == pytest.approx(scale.panel.indent * measures.BULLET)


def test_the_style_sheet_sets_what_has_one_size() -> None:
    assert css(".slide-title h2", "font-size") == f"{measures.SIZE_TITLE:g}pt"
    assert css('.slide[data-layout="title"] h1', "font-size") == f"{measures.SIZE_OPENING:g}pt"
    assert css(".slide-text.under", "font-size") == f"{plan.setting('under', FULL).size:g}pt"
    assert css(".slide-text.opening", "font-size") == f"{plan.setting('opening', FULL).size:g}pt"
    assert css(".slide .caption", "font-size") == f"{measures.SIZE_CAPTION:g}pt"
    assert css(".slide .source", "font-size") == f"{measures.SIZE_NOTE:g}pt"
    assert css(".slide p", "line-height") == f"{measures.LINE}"
    assert css(".slide td", "padding") == f"{measures.CELL_ABOVE}mm {measures.CELL_BESIDE:g}mm"
    assert css(".panel", "padding") == f"{measures.PANEL_INSIDE:g}mm"
    assert css(".slide-title h2", "color") == f"#{measures.BLUE.lower()}"
    assert css(".panel", "background") == f"#{measures.PALE.lower()}"


def test_the_template_stands_where_it_is_measured() -> None:
    file: Any = pptx.Presentation(str(CHECKOUT_TEMPLATES / "slides.pptx"))
    assert (file.slide_width, file.slide_height) == (emu(measures.WIDTH), emu(measures.HEIGHT))
    boxes = {
        (layout.name, one.placeholder_format.idx): (one.left, one.top, one.width, one.height)
        for layout in file.slide_layouts
        for one in layout.placeholders
    }
    for design, index, box in (
        (Design.CONTENT, 0, measures.TITLE),
        (Design.CONTENT, 1, measures.CONTENT),
        (Design.TITLE, 0, measures.OPENING_TITLE),
        (Design.TITLE, 13, measures.OPENING),
        (Design.SECTION, 0, measures.PART_TITLE),
        (Design.VISUAL, 12, measures.NUMBER),
    ):
        assert boxes[design.value, index] == tuple(map(emu, (box.left, box.top, box.width, box.height)))


def test_the_template_sets_type_as_it_is_measured() -> None:
    master = pptx.Presentation(str(CHECKOUT_TEMPLATES / "slides.pptx")).slide_masters[0]
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    names["p"] = "http://schemas.openxmlformats.org/presentationml/2006/main"
    sizes = {
        level: master.element.find(f"p:txStyles/p:{level}/a:defRPr", names).get("sz")
        for level in ("titleStyle/a:lvl1pPr", "bodyStyle/a:lvl1pPr", "bodyStyle/a:lvl2pPr")
    }
    assert list(sizes.values()) == [
        str(hundredths(size)) for size in (measures.SIZE_TITLE, FULL.body.size, FULL.body.deeper)
    ]


def test_the_template_is_where_projects_look_for_it() -> None:
    assert Path(CHECKOUT_TEMPLATES / "slides.pptx").is_file()
