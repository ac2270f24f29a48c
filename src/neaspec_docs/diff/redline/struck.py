"""What a redline has deleted -> the same struck out in brackets, as words that count in no list and lead nowhere."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline.marks import unmarked
from neaspec_docs.diff.redline.pieces import say
from neaspec_docs.diff.redline.shapes import HEADINGS, classes, is_line

_COUNTED = frozenset({"data-number", "data-sequence", "data-headings", "data-at"})
_BLANK = " \u00a0"


def words(gone: Element) -> tuple[str, Element, str]:
    """Return words that are gone, in brackets, with the blanks that stood around them."""
    made = Element("s")
    _say(made, gone)
    before = _trim(made, first=True)
    after = _trim(made, first=False)
    made.text = f"[{made.text or ''}"
    say(made, "]")
    return before, made, after


def _trim(made: Element, *, first: bool) -> str:
    """Take the blanks from the beginning, or from the end, of what an element holds."""
    last = made[-1] if len(made) and not first else None
    text = (made.text if last is None else last.tail) or ""
    left = text.lstrip(_BLANK) if first else text.rstrip(_BLANK)
    if last is None:
        made.text = left
    else:
        last.tail = left
    return text[: len(text) - len(left)] if first else text[len(left) :]


def _say(made: Element, gone: Element) -> None:
    """Add what an element said: words, looks, breaks and links; all else as words."""
    say(made, gone.text or "")
    for part in gone:
        named = classes(part)
        if "footnote" in named:
            SubElement(made, "sup").text = part.get("data-number")
            said = " ".join("".join(passage.itertext()) for passage in part)
            say(made, f"[{said}]")
        elif "noteref" in named:
            SubElement(made, "sup").text = part.get("data-number")
        elif part.tag == "br" or "link" in named or (part.tag not in {"a", "span"}):
            _say(SubElement(made, part.tag, unmarked(part.attrib)), part)
        else:
            _say(made, part)
        say(made, part.tail or "")


def block(gone: Element, *, text: bool) -> list[Element]:
    """Return what stands in place of a block that is gone; `text`: where unnumbered paragraphs have a class."""
    named = classes(gone)
    match gone.tag:
        case "hr":
            return []
        case "img":
            return _described(gone.get("alt"))
        case "div" if "chart" in named:
            return _described(gone.get("data-alt"))
        case "div" if "para" in named:
            first, *rest = list(gone)
            return [_paragraph(first, gone.get("id"), text=text), *_blocks(rest, text=True)]
        case "ol" if gone.get("data-style") is not None:
            return [part for one in gone for part in item(one, text=text)]
        case _ if is_line(gone) or gone.tag == "a":
            return [_line(gone)]
        case _:
            made = Element(gone.tag, _uncounted(gone))
            made.extend(_blocks(gone, text=gone.tag in {"main", "section"}))
            return [made]


def _blocks(parts: Iterable[Element], *, text: bool) -> list[Element]:
    return [made for part in parts for made in block(part, text=text)]


def _uncounted(gone: Element) -> dict[str, str]:
    kept = {"data-number"} if gone.tag == "section" else set()  # a slide goes by its number
    return {name: value for name, value in unmarked(gone.attrib).items() if name not in _COUNTED - kept}


def _described(said: str | None) -> list[Element]:
    """Return a line that says what a chart or a picture showed."""
    if not said:
        return []
    made = Element("p", {"class": "remark"})
    SubElement(made, "s").text = f"[{said}]"
    return [made]


def item(gone: Element, *, text: bool) -> list[Element]:
    """Return an item of a list that counts as paragraphs that don't; the first has its number as a word."""
    made: list[Element] = []
    for part in gone:
        if part.tag == "p":
            number = "" if made else f"{gone.get('data-number', '')} "
            made.append(_paragraph(part, None if made else gone.get("id"), text=text, lead=number))
        else:
            made += block(part, text=text)
    return made


def _paragraph(line: Element, anchor: str | None, *, text: bool, lead: str = "") -> Element:
    made = _line(line, lead)
    if text:
        made.set("class", "text")
    if anchor is not None:
        made.set("id", anchor)
    return made


def _line(gone: Element, lead: str = "") -> Element:
    """Return a line of which all is gone; a heading, a caption and a line of contents keep their words apart."""
    made = Element(gone.tag, _uncounted(gone))
    if lead:
        gone.text = f"{lead}{gone.text or ''}"
    if not any(gone.itertext()) and not len(gone):
        return made
    apart = gone.tag in HEADINGS or gone.tag == "a" or "caption" in classes(gone)
    _, said, _ = words(gone)
    (SubElement(made, "span", {"class": "words"}) if apart else made).append(said)
    return made
