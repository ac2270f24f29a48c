"""Pages of a few blocks, the redline of two of them, and the project whose templates make others."""

from collections.abc import Mapping
from xml.etree.ElementTree import XML, tostring

from neaspec_docs.diff.matching.align import Counterparts, Halves
from neaspec_docs.diff.redline import merge
from neaspec_docs.model.page import Page
from neaspec_docs.model.signature import OneHand, Signature, Stretch

HEAD = '<html lang="en"><head><title>T</title></head><body class="paper" data-headings="I.|A.|">'


def page(main: str, before: str = "", after: str = "") -> Page:
    return Page("moot-1/paper", XML(f"{HEAD}{before}<main>{main}</main>{after}</body></html>"))


def pairs(new_of: Mapping[str, str], *moved: str, broken: Halves | None = None) -> Counterparts:
    halves = frozenset([broken] if broken else [])
    return Counterparts(dict(new_of), {new: old for old, new in new_of.items()}, frozenset(moved), broken=halves)


def alike(old: Page, new: Page, *moved: str) -> Counterparts:
    """Return what two Pages have under the same anchors."""
    mine, other = ({part.get("id") for part in one.root.iter()} - {None} for one in (old, new))
    return pairs({anchor: anchor for anchor in mine & other if anchor}, *moved)


def redline(old: Page, new: Page, which: Counterparts) -> Page:
    return merge.merged(old, new, which, OneHand(Signature()))


def shown(made: Page) -> str:
    """Return what stands in the main text of a Page."""
    main = made.root.find("body/main")
    assert main is not None
    return "".join(tostring(part, encoding="unicode") for part in main)


class ByHands:
    """Who signs blocks, by their anchors, and words, by what they say."""

    def __init__(self, blocks: Mapping[tuple[str | None, str | None], str], words: Mapping[str, str] = {}) -> None:
        self.blocks, self.words = blocks, words

    def block(self, old: str | None, new: str | None) -> Signature:
        return Signature(self.blocks[old, new])

    broken = block

    def gone(self, old: str | None, new: str | None, words: Stretch) -> list[tuple[int, Signature]]:
        said = words.line[words.start : words.end]
        ends = [(words.start + said.index(part) + len(part), Signature(by)) for part, by in self.words.items()]
        return ends or [(words.end, self.block(old, new))]

    come = gone
