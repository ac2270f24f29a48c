"""Elements under names with their prefixes ("w:p") -> the bytes of a part of an office file.

The elements are those of the standard library: a large paper has some hundred thousand, and lxml takes nine times as
long to make one that belongs to no tree yet.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

Markup = Element
"""An element of an office file, to tell it from one of the Page."""

PER_POINT = 12700
"""English Metric Units to a point (ISO/IEC 29500-1, 20.1.2.1)."""

SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension of a picture that holds its SVG ([MS-ODRAWXML] 2.3.3)."""

_SPECIAL = re.compile(r"[&<>\"\t\r\n]")
"""What must be written as an entity somewhere in XML."""


def part(root: Markup, namespaces: Mapping[str, str]) -> bytes:
    """Return the bytes of a part with this root and those of the namespaces that it uses, by their prefixes.

    An element holds words or elements.
    """
    written: list[str] = []
    _write(root, written)
    body = "".join(written)
    used = [prefix for prefix in namespaces if f"<{prefix}:" in body or f" {prefix}:" in body]
    declared = "".join(f' xmlns:{prefix}="{namespaces[prefix]}"' for prefix in used)
    opening = f"<{root.tag}"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{opening}{declared}{body[len(opening) :]}'.encode()
    )


def _write(element: Markup, written: list[str]) -> None:
    tag, words = element.tag, element.text
    opening = f"<{tag}"
    for key, value in element.items():
        opening += f" {key}={quoteattr(value)}" if _SPECIAL.search(value) else f' {key}="{value}"'
    if words is not None:
        written.append(f"{opening}>{escape(words) if _SPECIAL.search(words) else words}</{tag}>")
    elif len(element):
        written.append(f"{opening}>")
        for child in element:
            _write(child, written)
        written.append(f"</{tag}>")
    else:
        written.append(f"{opening}/>")
