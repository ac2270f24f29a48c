"""The closed list of docs/page.md, and a Page's tree -> what in it is not on the list."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from neaspec_docs.model.page import INLINE, TEXT
from neaspec_docs.render.white_space import is_line


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element may have. `must` are attributes it can't do without; `classes` are closed unless None.

    `attributes` are all that it may have.
    """

    children: frozenset[str]
    may: frozenset[str] = frozenset()
    must: frozenset[str] = frozenset()
    classes: frozenset[str] | None = frozenset()
    attributes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "attributes", self.may | self.must | {"class"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _words("section div p ol ul blockquote aside hr")
HEADINGS = _words("h2 h3 h4 h5 h6")
_HEADING = Rule(TEXT, _words("data-number data-sequence data-level"), _words("id"), _words("annex-heading"))
_INLINE = Rule(TEXT)

RULES: Mapping[str, Rule] = {
    "html": Rule(_words("head body"), must=_words("lang")),
    "head": Rule(_words("title meta")),
    "title": Rule(frozenset()),
    "meta": Rule(frozenset(), must=_words("name content")),
    "body": Rule(_words("header h1 p aside nav main section"), must=_words("data-headings"), classes=None),
    "header": Rule(_words("div p"), classes=_words("masthead")),
    "nav": Rule(_words("p ol"), classes=_words("contents")),
    "main": Rule(_BLOCKS),
    "section": Rule(
        _BLOCKS | HEADINGS | _words("h1"),
        _words("data-level data-headings data-paper data-layout data-number data-at lang"),
        classes=_words("annex slide"),
    ),
    "h1": Rule(TEXT, classes=_words("title")),
    **dict.fromkeys(sorted(HEADINGS), _HEADING),
    "div": Rule(
        _BLOCKS | _words("table img"),
        _words("id lang data-number data-widths data-sequence data-type data-unit data-alt data-empty"),
        classes=_words("row cell para table figure chart wide landscape masthead-head masthead-body panels"),
    ),
    "p": Rule(
        TEXT,
        _words("id"),
        classes=_words(
            "organ symbol body-name distribution meeting meeting-place agenda-item agenda-title"
            " organ-centred body-name-centred meeting-centred place-centred"
            " subtitle presenter contents-title box-title text standing delegation person"
            " caption table-note remark note source panel-title annex-symbol"
        ),
    ),
    "ol": Rule(_words("li"), _words("id data-style"), classes=_words("list")),
    "ul": Rule(_words("li"), _words("id"), _words("data-style"), _words("list")),
    "li": Rule(_words("p ol ul a"), _words("id data-number data-level")),
    "blockquote": Rule(_words("p ul"), must=_words("id")),
    "aside": Rule(_words("p ul"), _words("id"), classes=_words("summary box speaker-notes")),
    "hr": Rule(frozenset(), must=_words("id"), classes=_words("page-break")),
    "table": Rule(_words("thead tbody"), must=_words("data-widths"), classes=_words("programme documents chart-data")),
    "thead": Rule(_words("tr")),
    "tbody": Rule(_words("tr")),
    "tr": Rule(_words("th td"), _words("id"), classes=_words("group")),
    "th": Rule(TEXT | _words("p ul"), _words("colspan rowspan"), _words("scope"), _words("right center")),
    "td": Rule(TEXT | _words("p ul"), _words("colspan rowspan data-value data-label"), classes=_words("right center")),
    "img": Rule(frozenset(), must=_words("src alt width height")),
    "em": Rule(TEXT, classes=_words("upright")),
    "strong": _INLINE,
    "sub": _INLINE,
    "sup": Rule(TEXT, classes=_words("mark")),
    "code": Rule(frozenset()),
    "br": Rule(frozenset()),
    "a": Rule(TEXT, _words("data-number"), _words("href"), _words("link ref noteref")),
    "span": Rule(
        TEXT,
        _words("id lang data-number data-anchor data-what data-paper"),
        classes=_words("number words label lead mark live ref footnote passage whereabouts"),
    ),
}

METAS = _words("paper symbol author meeting date running-head draft")

ORDER = (
    "header.masthead",
    "h1.title",
    "p.subtitle",
    "p.presenter",
    "aside.summary",
    "nav.contents",
    "main",
    "section.annex",
)
"""What stands in the body, in this order; only annexes more than once."""

LAYOUTS = ("title", "content", "section")
"""What slides there are: the first, those with a body, those that open a part."""

_ADDRESS = re.compile(r"(https?|mailto|ftp|tel):", re.IGNORECASE)


def faults(root: Element, rules: Mapping[str, Rule] = RULES, order: Sequence[str] = ORDER) -> list[str]:
    """Return what a Page has that is not in the vocabulary, each as "`p`: it may not have the class `x`"."""
    if root.tag != "html":
        return [f"`{root.tag}`: a page begins with `html`"]
    found = [f"`{_name(element)}`: {fault}" for element in root.iter() for fault in _faults(element, rules)]
    return [*found, *_order(root, order), *_anchors(root)]


def _name(element: Element) -> str:
    first = (element.get("class") or "").split(" ")[0]
    return f"{element.tag}.{first}" if first else str(element.tag)


def _faults(element: Element, rules: Mapping[str, Rule]) -> Iterator[str]:
    rule = rules.get(element.tag)
    if rule is None:
        yield "no such element in a page"
        return
    for child in element:
        if child.tag not in rule.children and child.tag in rules:
            yield f"`{_name(child)}` may not stand in it"
    attributes = element.keys()
    if not rule.attributes.issuperset(attributes):
        for attribute in sorted({*attributes} - rule.attributes):
            yield f"it may not have the attribute `{attribute}`"
    if not rule.must.issubset(attributes):
        for attribute in sorted(rule.must.difference(attributes)):
            yield f"it must have the attribute `{attribute}`"
    classes = element.get("class")
    if classes and rule.classes is not None and classes not in rule.classes:
        for name in sorted({*classes.split()} - rule.classes):
            yield f"it may not have the class `{name}`"
    if element.tag not in INLINE and not is_line(element):
        yield from _text(element)
    yield from _values(element)


def _text(element: Element) -> Iterator[str]:
    texts = (element.text, *(child.tail for child in element))
    for text in texts:
        if text and text.strip():
            yield f"no bare text may stand in it: `{text.strip()[:40]}`"


def _values(element: Element) -> Iterable[str]:
    match element.tag:
        case "meta" if element.get("name") not in METAS:
            return [f"no such `name`: `{element.get('name')}`"]
        case "table":
            cells = element.find(".//tr")
            return _widths(element, sum(int(cell.get("colspan", 1)) for cell in cells) if cells is not None else 0)
        case "div" if "row" in (element.get("class") or "").split():
            return _widths(element, len(element))
        case "section" if element.get("class") == "slide":
            return _slide(element)
        case "main" if 0 < sum(child.get("class") == "slide" for child in element) < len(element):
            return ["beside slides nothing else may stand in it"]
        case "a" if element.get("class") == "link" and not _ADDRESS.match(element.get("href", "")):
            return [f"no address of the web or of mail: `{element.get('href')}`"]
        case _:
            return ()


def _slide(slide: Element) -> Iterator[str]:
    if slide.get("data-layout") not in LAYOUTS:
        yield f"`data-layout` is one of {', '.join(f'`{name}`' for name in LAYOUTS)}"
    if slide.get("data-number") is None:
        yield "it must have the attribute `data-number`"
    heading = "h1" if slide.get("data-layout") == "title" else "h2"
    if len(slide.findall(heading)) != 1:
        yield f"a slide has one `{heading}`, its title"


def _widths(element: Element, columns: int) -> Iterator[str]:
    try:
        widths = [Decimal(width) for width in element.get("data-widths", "").split()]
    except InvalidOperation:
        yield "`data-widths` holds what is no number"
        return
    if len(widths) != columns:
        yield f"`data-widths` names {len(widths)} columns where there are {columns}"
    elif sum(widths) != 100:  # noqa: PLR2004 -- per cent
        yield f"`data-widths` adds to {sum(widths)}, not 100"


def _order(root: Element, order: Sequence[str]) -> Iterator[str]:
    body = root.find("body")
    names = [_name(child) for child in body] if body is not None else []
    if "main" not in names:
        yield "`body`: it has no `main`"
    for name in sorted(set(names) - set(order)):
        yield f"`body`: `{name}` may not stand in it"
    known = [name for name in names if name in order]
    once = [_name(child) for child in body or () if child.get("data-change") is None]
    once = [name for name in once if name in order and name != "section.annex"]
    if known != sorted(known, key=order.index) or len(once) != len(set(once)):
        yield f"`body`: its parts stand in the order {', '.join(order)}, each once but annexes"


def _anchors(root: Element) -> Iterator[str]:
    times = Counter(found for element in root.iter() if (found := element.get("id")) is not None)
    for anchor in sorted(anchor for anchor, count in times.items() if count > 1):
        yield f"`{anchor}`: two elements have this `id`"
    for element in root.iter("a"):
        href = element.get("href", "")
        if href.startswith("#") and href[1:] not in times:
            yield f"`{_name(element)}`: it leads to `{href}`, which is nowhere in the page"
