"""The words of a paragraph of the Page -> runs of PowerPoint: looks, languages, links, jumps to other slides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from neaspec_docs.write.languages import Language, language
from neaspec_docs.write.pptx.drawingml import Markup, colour, hundredths, related, x
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.styled import classes

_SPACES = re.compile(r"[ \t\r\n]+")
"""White space that a Page doesn't mean; a space that doesn't break is no such."""

_RAISED, _LOWERED = 30000, -25000
_MONOSPACED = "Courier New"
_JUMP = "ppaction://hlinksldjump"
_PLAIN_SPANS = frozenset({"number", "words", "label", "ref", "live"})


@dataclass(frozen=True, slots=True)
class Look:
    """How words look besides what their place makes of them; `size` in points and `colour` where it is their own."""

    language: Language
    bold: bool = False
    italic: bool = False
    baseline: int | None = None
    code: bool = False
    size: float | None = None
    colour: str | None = None
    link: str | None = None
    jumps: bool = False

    def properties(self, tag: str = "a:rPr") -> Markup:
        """Return the properties of a run (21.1.2.3.9)."""
        made = x(
            tag,
            lang=self.language.tag,
            altLang="en-GB" if self.language.east_asian else None,
            sz=None if self.size is None else hundredths(self.size),
            b=1 if self.bold else None,
            i=1 if self.italic else None,
            baseline=self.baseline,
            dirty=0,
        )
        if self.colour is not None:
            made.append(colour(self.colour))
        if self.code:
            made.append(x("a:latin", typeface=_MONOSPACED))
        if self.language.east_asian:
            made.append(x("a:ea", typeface=self.language.sans))
        if self.code:
            made.append(x("a:cs", typeface=_MONOSPACED))
        if self.link is not None:
            made.append(related("a:hlinkClick", "id", self.link, action=_JUMP if self.jumps else None))
        return made


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one look, or a line's end where there are none."""

    words: str | None
    look: Look


def runs(scene: Scene, element: Element, look: Look) -> list[Markup]:
    """Return the runs of all that an element holds; white space becomes one space, and none at either end."""
    made: list[Markup] = []
    for piece in _trimmed(_pieces(scene, element, look)):
        if piece.words is None:
            made.append(x("a:br", piece.look.properties()))
        else:
            words = x("a:t")
            words.text = piece.words
            made.append(x("a:r", piece.look.properties(), words))
    return made


def _trimmed(pieces: Iterator[_Piece]) -> list[_Piece]:
    """Return pieces without white space where a line begins or ends, and never two spaces in a row."""
    made: list[_Piece] = []
    for piece in pieces:
        if piece.words is None:
            _end_line(made)
            made.append(piece)
            continue
        words = _SPACES.sub(" ", piece.words)
        before = made[-1].words if made else None
        if before is None or before.endswith(" "):
            words = words.removeprefix(" ")
        if words and before is not None and made[-1].look == piece.look:
            made[-1] = replace(piece, words=before + words)
        elif words:
            made.append(replace(piece, words=words))
    _end_line(made)
    return made


def _end_line(made: list[_Piece]) -> None:
    if made and (words := made[-1].words) is not None and words.endswith(" "):
        made[-1] = replace(made[-1], words=words[:-1])
        if not made[-1].words:
            made.pop()


def _pieces(scene: Scene, element: Element, look: Look) -> Iterator[_Piece]:
    if element.text:
        yield _Piece(element.text, look)
    for child in element:
        yield from _child(scene, child, look)
        if child.tail:
            yield _Piece(child.tail, look)


def _child(scene: Scene, child: Element, look: Look) -> Iterator[_Piece]:
    match child.tag:
        case "em" if "upright" in classes(child):
            look = replace(look, bold=True)
        case "em":
            look = replace(look, italic=True)
        case "strong":
            look = replace(look, bold=True)
        case "sub":
            look = replace(look, baseline=_LOWERED)
        case "sup":
            look = replace(look, baseline=_RAISED, italic=look.italic or "mark" in classes(child))
        case "code":
            look = replace(look, code=True)
        case "br":
            yield _Piece(None, look)
            return
        case "a":
            look = _linked(scene, child, look)
        case "span":
            look = _spanned(scene, child, look)
        case _:
            scene.unknown(child, "a paragraph")
    yield from _pieces(scene, child, look)


def _spanned(scene: Scene, span: Element, look: Look) -> Look:
    if spoken := span.get("lang"):
        look = replace(look, language=language(spoken))
    known = classes(span)
    if "lead" in known:
        return replace(look, italic=True)
    if "mark" in known:
        return replace(look, italic=True, baseline=_RAISED)
    if not known <= _PLAIN_SPANS or not (known or spoken):
        scene.unknown(span, "a paragraph")
    return look


def _linked(scene: Scene, link: Element, look: Look) -> Look:
    """Return the look of a link: to an address, or to the slide on which its target stands."""
    address = link.get("href", "")
    match link.get("class"):
        case "link":
            return replace(look, link=scene.story.link(address))
        case "ref" if (target := scene.target(address[1:])) is not None:
            return replace(look, link=scene.story.jump(target), jumps=True)
        case "ref" if scene.anchors is None:
            return look
        case _:
            scene.unknown(link, "a paragraph")
            return look
