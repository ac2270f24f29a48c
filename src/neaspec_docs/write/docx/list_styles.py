"""Where a list stands -> the styles of its items, by depth; and the styles that bring a list of ours."""

from dataclasses import dataclass

from lxml import etree

from neaspec_docs.write.docx.wordml import W

_DEPTHS = range(1, 6)

HEADINGS, PARAGRAPHS = 1, 2
"""The instances that styles bring with them: Heading 1 to 5, Numbered paragraph."""

_TIED = {f"Heading{depth}": HEADINGS for depth in range(1, 6)} | {"NumberedParagraph": PARAGRAPHS}


@dataclass(frozen=True, slots=True)
class Shapes:
    """The styles of a list by depth: of items that count, items that don't, and an item's further paragraphs."""

    counted: tuple[str, ...]
    marked: tuple[str, ...]
    further: tuple[str, ...]


def _by_depth(style: str) -> tuple[str, ...]:
    return tuple(style if depth == 1 else f"{style}{depth}" for depth in _DEPTHS)


IN_TEXT = Shapes(_by_depth("ListNumber"), _by_depth("ListBullet"), _by_depth("ListContinue"))


def _in_cell(style: str) -> Shapes:
    items = style, f"{style}2"
    return Shapes(items, items, (f"{style}Continue", f"{style}Continue2"))


IN_TABLE = _in_cell("TableList")
IN_BOX = _in_cell("BoxCellList")
IN_PANEL = _in_cell("PanelList")


def tie(styles: etree._Element) -> None:
    """Let the styles that bring a list name ours: Word gives lists other numbers when it saves a template.

    `styles` is the root of styles.xml, which is changed.
    """
    stem = f"{{{W}}}"
    for style in styles.iter(f"{stem}style"):
        listed = style.find(f"{stem}pPr/{stem}numPr/{stem}numId")
        instance = _TIED.get(str(style.get(f"{stem}styleId")))
        if listed is not None and instance is not None:
            listed.set(f"{stem}val", str(instance))
