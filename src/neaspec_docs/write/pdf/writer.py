"""A Page -> its PDF, where its anchors stand, and what could not be said."""

import re
from collections.abc import Generator
from xml.etree.ElementTree import Element

from neaspec_docs import collector
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.opening import open_engine
from neaspec_docs.write.slides import plan
from neaspec_docs.write.steps import returned
from neaspec_docs.write.styled import STYLE_SHEET, words

PANGO = "install Pango and its fonts: on Debian or Ubuntu, libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
SUBSET = "install libharfbuzz-subset0 (Debian, Ubuntu), or files with Chinese, Japanese or Korean take long"
SAID_ELSEWHERE = ("Failed to load", "Using fontTools")
"""How warnings begin of what is a diagnostic already: a file refused, a library that is missing."""

_PLACE = re.compile(r" at (\d+):(\d+)")
_CODE = re.compile(r"U\+([0-9A-F]+)")
_BEGINNING = 40
"""At most so many characters of a paragraph say which one it is."""

_PARAGRAPHS = frozenset({"p", "h1"})
_QUOTED = re.compile(r"""(["'`])\s*(.*?)\s*\1""")
FONTS = "take it out, or install a font that has it; fonts-liberation and fonts-noto-cjk must be there at least"


def write(page: Page, project: Project, layout: Layout | None = None) -> Written:  # noqa: ARG001 -- it makes its own
    """Return a paper as PDF. Where WeasyPrint's libraries are missing there is no data, and a diagnostic says so."""
    return returned(writing(page, project))


def writing(page: Page, project: Project) -> Generator[Layout | None, None, Written]:
    """Give how a paper falls on pages as soon as it is known, or that it can't be; then return it as `write` does."""
    try:
        open_engine()
    except OSError as fault:
        reason = str(fault).splitlines()[0]
        message = f"a PDF needs a library that is missing: {reason}"
        yield None
        return Written(b"", diagnostics=(Diagnostic(Code.MISSING_LIBRARY, message, _at(page), help=PANGO),))
    from neaspec_docs.write.pdf import drawings, engine, tree

    root = tree.tree(page)
    found = list(drawings.draw(root, project))
    with collector.undisturbed():  # pages refer to each other in no circle (document.py)
        made = yield from engine.making(root, page, project)
    found += [refusal.diagnostic(_at(page)) for refusal in made.refused]
    found += made.said
    found += [_warning(message, page) for message in made.warnings if not message.startswith(SAID_ELSEWHERE)]
    found += plan.said(plan.plans(page, page.root))
    if not engine.fast_fonts():
        message = "fonts are cut down slowly, for a library is missing"
        found.append(Diagnostic(Code.SLOW_FONTS, message, _at(page), help=SUBSET, severity=Severity.WARNING))
    return Written(made.data, made.layout, tuple(found))


def prepare() -> None:
    """Have at hand what `write` takes, so that it can begin at once. Raises OSError where a library is missing."""
    open_engine()
    from neaspec_docs.write.pdf import drawings, engine, tree  # noqa: F401

    engine.shipped_sheet()


def _at(page: Page) -> Span:
    return Span(page.source, 1, 1)


def _warning(message: str, page: Page) -> Diagnostic:
    """Return what WeasyPrint said in our words; a character without a glyph is an error, if it comes as far as this.

    What it says of a line and a column stands in the style sheet: nothing else has lines.
    """
    if message.startswith(".notdef glyph"):
        character = message.rpartition(": ")[2]
        reason = f"no font here has the character {character}: the PDF would show a box"
        if (code := _CODE.search(character)) and (where := _where(chr(int(code[1], 16)), page.root)):
            reason = f"in {where}: {reason}"
        return Diagnostic(Code.CHARACTER_WITHOUT_FONT, reason, _at(page), help=FONTS)
    said = _QUOTED.sub(r"`\2`", message[:1].lower() + message[1:].rstrip("."))
    if place := _PLACE.search(said):
        at = Span(f"templates/{STYLE_SHEET}", int(place[1]), int(place[2]))
        return Diagnostic(Code.TEMPLATE_FAULT, _PLACE.sub("", said), at, severity=Severity.WARNING)
    return Diagnostic(Code.UNPRINTABLE, f"in the PDF: {said}", _at(page), severity=Severity.WARNING)


def _where(character: str, element: Element, anchor: str | None = None) -> str | None:
    """Return the first place of a character in a Page: its anchor, else how its paragraph begins; None: not in it."""
    if element.tag in {"head", "nav"}:  # what they say is said again where it stands
        return None
    anchor = element.get("id", anchor)
    if character in (element.text or ""):
        return f"`{anchor}`" if anchor else _beginning(element)
    for child in element:
        if where := _where(character, child, anchor):
            return where if where.startswith("`") or element.tag not in _PARAGRAPHS else _beginning(element)
        if character in (child.tail or ""):
            return f"`{anchor}`" if anchor else _beginning(element)
    return None


def _beginning(element: Element) -> str:
    said = words(element)
    if len(said) <= _BEGINNING:
        return f"“{said}”"
    cut = said[:_BEGINNING]
    return f"“{cut.rpartition(' ')[0] or cut}…”"
