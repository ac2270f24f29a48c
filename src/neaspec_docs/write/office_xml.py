"""Elements under names with their prefixes ("w:p") -> the bytes of a part of an office file.

The elements are those of the standard library: a large paper has some hundred thousand, and lxml takes nine times as
long to make one that belongs to no tree yet.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

Markup = Element
"""An element of an office file, to tell it from one of the Page."""

PER_POINT = 12700
"""English Metric Units to a point (ISO/IEC 29500-1, 20.1.2.1)."""

SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension of a picture that holds its SVG ([MS-ODRAWXML] 2.3.3)."""

_SPECIAL = re.compile(r"[&<>\"\t\r\n]")
"""What may not stand in a value as it is."""


def part(root: Markup, namespaces: Mapping[str, str]) -> bytes:
    """Return the bytes of a part with this root and those of the namespaces that it uses, by their prefixes.

    An element holds words or elements.
    """
    written: list[str] = []
    names: set[str] = set()
    _write([root], written.append, names.add)
    used = {name.partition(":")[0] for name in names}
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items() if prefix in used)
    opening = f"<{root.tag}"
    written[0] = f"{opening}{declared}{written[0][len(opening) :]}"
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + "".join(written)).encode()


def _write(elements: Iterable[Markup], write: Callable[[str], None], name: Callable[[str], None]) -> None:
    for element in elements:
        tag = element.tag
        name(tag)
        opening = f"<{tag}"
        for key, value in element.items():
            name(key)
            plain = value.isalnum() or not _SPECIAL.search(value)
            opening += f' {key}="{value}"' if plain else f" {key}={_quoted(value)}"
        if len(element):
            write(f"{opening}>")
            _write(element, write, name)
            write(f"</{tag}>")
        elif (words := element.text) is not None:
            write(f"{opening}>{_escaped(words)}</{tag}>")
        else:
            write(f"{opening}/>")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    """Return a value between quotation marks: between single ones if that lets it keep its double ones."""
    written = _escaped(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' in value and "'" not in value:
        return f"'{written}'"
    return '"' + written.replace('"', "&quot;") + '"'
