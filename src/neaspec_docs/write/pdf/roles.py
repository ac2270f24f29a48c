"""An element of a Page -> the kind of its structure element (ISO 32000-1 14.8.4), "" for what only holds others."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from neaspec_docs.write.styled import classes

OWN: Mapping[str, str] = {"Aside": "Div", "Em": "Span", "Strong": "Span", "Ins": "Span", "Del": "Span"}
"""Kinds that PDF 2.0 (ISO 32000-2) brought, and those of a redline that no PDF has; PDF 1.7 is told what they are."""

_KINDS: Mapping[str, str] = {
    "p": "P",
    "blockquote": "BlockQuote",
    "aside": "Aside",
    "article": "Part",
    "section": "Sect",
    "nav": "TOC",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "a": "Link",
    "em": "Em",
    "strong": "Strong",
    "code": "Code",
    "ins": "Ins",
    "del": "Del",
}

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_HOLDERS = frozenset({"table", "figure", "visual", "panel"})
"""The classes of divisions that hold what belongs together; the others lay out."""

_LISTS: Mapping[str, str] = {"i": "LowerRoman", "I": "UpperRoman", "1": "Decimal", "bullet": "Disc", "dash": "Disc"}
"""What the items of a list bear (14.8.5.5, ListNumbering), by the sample of the source without its brackets."""


def kind(element: Element, parent: Element) -> str:
    """Return the kind of an element that stands in another; `heading` tells that of a heading."""
    named = classes(element)
    match element.tag:
        case "p" if "caption" in named or "contents-title" in named:
            return "Caption"
        case "ol" | "ul":
            return "" if parent.tag == "nav" else "L"
        case "li":
            return "TOCI" if "data-level" in element.attrib else "LI"
        case "span" if "footnote" in named:
            return "Note"
        case "span" if "number" in named and "data-leads-to" in parent.attrib:
            return "Lbl"
        case "span" if "passage" in named and len(parent.findall("span[@class='passage']")) > 1:
            return "P"
        case "span" if "lang" in element.attrib:
            return "Span"
        case "div" if named & _HOLDERS or "panels" in classes(parent):
            return "Div"
        case tag:
            return _KINDS.get(tag, "")


def heading(level: int, annexes: int) -> str:
    """Return the kind of a heading: sections of an annex stand one level below its title."""
    return f"H{min(level + annexes, len(HEADINGS))}"


def numbering(sample: str) -> str:
    """Return what PDF calls the marks of a list such as "(a)"."""
    sign = sample.strip("().")
    return _LISTS.get(sign, "UpperAlpha" if sign.isupper() else "LowerAlpha")
