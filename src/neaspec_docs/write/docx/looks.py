"""How words of the Page look -> the properties of a run of Word (ISO/IEC 29500-1, 17.3.2)."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from neaspec_docs.write.docx.wordml import Markup, w
from neaspec_docs.write.languages import Language


class Look(NamedTuple):
    """How words look: a character style, and what the text asks for besides."""

    style: str | None = None
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    height: str | None = None
    language: Language | None = None

    def properties(self) -> Markup | None:
        """Return the `w:rPr` of a run, or None for words that look like their paragraph."""
        if self == PLAIN:
            return None
        own = w("rPr")
        if self.style:
            own.append(w("rStyle", val=self.style))
        if self.language and self.language.east_asian:
            own.append(w("rFonts", eastAsia=self.language.font, hint="eastAsia"))
        if self.bold:
            own.extend((w("b"), w("bCs")))
        if self.italic:
            own.extend((w("i"), w("iCs")))
        if self.struck:
            own.append(w("strike"))
        if self.underlined:
            own.append(w("u", val="single"))
        if self.height:
            own.append(w("vertAlign", val=self.height))
        if self.language:
            own.extend(_spoken(self.language))
        return own


PLAIN = Look()

MARK = Look(style="FootnoteReference")
"""The look of a footnote's mark."""


def of_number(block: Element) -> list[Markup]:
    """Return the properties that let the number of a paragraph be bold, where a redline says that it is new."""
    return [w("rPr", w("b"), w("bCs"))] if "data-new" in block.attrib else []


def _spoken(spoken: Language) -> list[Markup]:
    if spoken.right_to_left:
        return [w("rtl"), w("lang", bidi=spoken.tag)]
    if spoken.east_asian:
        return [w("lang", val=spoken.tag, eastAsia=spoken.tag)]
    return [w("lang", val=spoken.tag)]
