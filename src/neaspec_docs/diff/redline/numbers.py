"""The number of a thing in both versions -> one `span.number` that holds both where they differ.

Such a change follows from others: it has the class `renumbered`, and nobody made it.
"""

from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.diff.redline.marks import RENUMBERED


def merged(old: Element | None, new: Element | None) -> Element:
    """Return the number of something that is in both versions; None: it has none in that one."""
    made = Element("span", {"class": "number"})
    reread(made, "" if old is None else old.text or "", "" if new is None else new.text or "")
    return made


def reread(made: Element, old: str, new: str) -> None:
    """Put into an element what it read as, and what it reads as now."""
    if old == new:
        made.text = new
        return
    for tag, text in (("del", old), ("ins", new)):
        if text:
            SubElement(made, tag, {"class": RENUMBERED}).text = text
