"""Names and values -> elements of WordprocessingML (ISO/IEC 29500-1, clause 17) and the bytes of a part."""

from xml.etree.ElementTree import Element, SubElement

from lxml import etree

from neaspec_docs.write import office_xml

Markup = office_xml.Markup
"""An element of Word, to tell it from one of the Page."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}

_STEM = f"{{{W}}}"
"""What stands before a name of ours in lxml's."""

_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing"),
    *("jc", "outlineLvl", "rPr", "sectPr", "pPrChange"),
)
"""CT_PPr, as far as this writer uses it (ISO/IEC 29500-1, 17.3.1.26)."""

_PLACE = {f"w:{name}": place for place, name in enumerate(_PARAGRAPH_ORDER)}


class _Names(dict[str, str]):
    """Names -> the same with our prefix, each made once: a large paper has some hundred thousand elements."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, f"w:{name}")


_NAMES = _Names()


def w(tag: str, *children: Markup, **attributes: str | int) -> Markup:
    """Return a `w` element with these children and `w` attributes: `w("jc", val="both")`."""
    element = Element(_NAMES[tag])
    if attributes:
        for key, value in attributes.items():
            element.set(_NAMES[key], str(value))
    if children:
        element.extend(children)
    return element


def text(words: str, tag: str = "t") -> Markup:
    """Return `w:t` (or another element of characters) holding these words, spaces at its ends kept."""
    element = Element(_NAMES[tag])
    element.text = words
    if words != words.strip():
        element.set("xml:space", "preserve")
    return element


def paragraph(style: str, *content: Markup) -> Markup:
    """Return a paragraph in this style."""
    made = Element("w:p")
    SubElement(SubElement(made, "w:pPr"), "w:pStyle", {"w:val": style})
    made.extend(content)
    return made


def settle(paragraph: Markup, *properties: Markup) -> None:
    """Give a paragraph these properties of its own, each at its schema's place; one it had takes on the new values."""
    own = paragraph[0]
    for given in properties:
        before = 0
        for child in own:
            if child.tag == given.tag:
                child.attrib.update(given.attrib)
                break
            before += _PLACE[child.tag] < _PLACE[given.tag]
        else:
            own.insert(before, given)


def own(element: Markup, *path: str) -> Markup | None:
    """Return what is found under these names, one below the other: `own(paragraph, "pPr", "sectPr")`."""
    found: Markup | None = element
    for name in path:
        found = next((child for child in found if child.tag == f"w:{name}"), None) if found is not None else None
    return found


def style_of(paragraph: Markup) -> str | None:
    """Return the id of a paragraph's style; None of what is no paragraph."""
    style = own(paragraph, "pPr", "pStyle")
    return None if style is None else style.get("w:val")


def part(root: Markup) -> bytes:
    """Return the bytes of a part with this root and the namespaces it uses. An element holds words or elements."""
    return office_xml.part(root, NAMESPACES)


def read(element: etree._Element) -> Markup:
    """Return an element of a template's part with what is WordprocessingML in it; other namespaces are left behind."""
    copy = Element(_NAMES[str(element.tag).removeprefix(_STEM)])
    for key, value in element.items():
        if (name := str(key)).startswith(_STEM):
            copy.set(_NAMES[name.removeprefix(_STEM)], str(value))
    copy.text = element.text if element.text and element.text.strip() else None
    copy.extend([read(child) for child in element if str(child.tag).startswith(_STEM)])
    return copy
