"""The language of a paper -> the language of all words in a Word file that name no other."""

from lxml import etree

from neaspec_docs.write.docx.wordml import W
from neaspec_docs.write.languages import Language


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
    spoken.set(f"{stem}val", language.tag)
    if language.right_to_left:
        spoken.set(f"{stem}bidi", language.tag)
    if language.east_asian:
        spoken.set(f"{stem}eastAsia", language.tag)
        if fonts is not None:
            fonts.set(f"{stem}eastAsia", language.font)
