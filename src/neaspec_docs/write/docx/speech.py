"""The language of a paper -> the language of all words in a Word file that name no other, and how they are set."""

from lxml import etree

from neaspec_docs.write.docx.wordml import W
from neaspec_docs.write.languages import Language

_LATIN = "en-GB"
"""The language of Latin words in East Asian text, which so stay whole: `w:lang` names one a script (17.3.2.20)."""

_LOOSER = 1.25
"""Lines of East Asian text are so many times as far apart; style.css has the same measures."""

_SMALLEST, _OF_HEADINGS = 20, 300
"""Lines of spacers, and those of headings from 12 point on, stay as they are; in twentieths of a point."""

_AFTER = frozenset(
    {"clrSchemeMapping", "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator"}
)
"""What may follow `w:themeFontLang` in the settings (17.15.1.78)."""


def speak(styles: etree._Element, language: Language) -> None:
    """Make this the language of all text that names no other, and its East Asian font that of all such characters.

    `styles` is the root of styles.xml, whose defaults are changed.
    """
    defaults = styles.find("w:docDefaults/w:rPrDefault/w:rPr", {"w": W})
    if defaults is None:
        return
    stem = f"{{{W}}}"
    spoken, fonts = defaults.find(f"{stem}lang"), defaults.find(f"{stem}rFonts")
    if spoken is None:
        spoken = etree.SubElement(defaults, f"{stem}lang")
    spoken.set(f"{stem}val", _LATIN if language.east_asian else language.tag)
    if language.right_to_left:
        spoken.set(f"{stem}bidi", language.tag)
    if language.east_asian:
        spoken.set(f"{stem}eastAsia", language.tag)
        if fonts is not None:
            fonts.set(f"{stem}eastAsia", language.font)
        _set_east_asian(styles)


def name(settings: etree._Element, language: Language) -> None:
    """Tell Word by which languages the theme's fonts are chosen (ISO/IEC 29500-1, 17.15.1.88)."""
    told = etree.Element(f"{{{W}}}themeFontLang")
    told.set(f"{{{W}}}val", _LATIN if language.east_asian else language.tag)
    if language.east_asian:
        told.set(f"{{{W}}}eastAsia", language.tag)
    if language.right_to_left:
        told.set(f"{{{W}}}bidi", language.tag)
    for there in settings.findall(told.tag):
        settings.remove(there)
    after = next((child for child in settings if etree.QName(child).localname in _AFTER), None)
    if after is None:
        settings.append(told)
    else:
        after.addprevious(told)


def _set_east_asian(styles: etree._Element) -> None:
    """Give lines the room that East Asian characters need, which fill their square, and slant none of them."""
    stem = f"{{{W}}}"
    for spacing in styles.iter(f"{stem}spacing"):
        line = spacing.get(f"{stem}line")
        if line is not None and spacing.get(f"{stem}lineRule") == "exact" and _SMALLEST < int(line) < _OF_HEADINGS:
            spacing.set(f"{stem}line", str(round(int(line) * _LOOSER)))
    for tag in ("i", "iCs"):
        for slanted in list(styles.iter(f"{stem}{tag}")):
            slanted.set(f"{stem}val", "0")
