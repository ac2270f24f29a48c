"""The front of a pack and its papers as Pages -> one Page of all of them, in which references between them lead on.

Its `body.pack` holds an `article` a paper (docs/page.md, "The pack"). Each anchor gets its paper's name before it, so
that what two papers call `adoption` stays two things.
"""

from collections.abc import Collection, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.language.words import words
from neaspec_docs.model.page import Page
from neaspec_docs.write import styled
from neaspec_docs.write.styled import classes, meta


def joined(front: Page, papers: Sequence[Page]) -> Page:
    """Return the Page of the pack, under the name of the front; the Pages themselves stay as they are."""
    pages = (front, *papers)
    anchors = {anchor for page in pages for anchor in (page.paper, *_anchors(page))}
    root = Element("html", lang=front.root.get("lang", ""))
    root.extend(deepcopy(front.root.findall("head")))
    body = SubElement(root, "body", {"class": "pack"})
    body.extend(_article(page, anchors) for page in pages)
    for article in body:
        before, _, after = words(root.get("lang", "")).page_of_pack.partition("{}")
        article.set("data-page-word", before)
        article.set("data-page-unit", after)
    return Page(front.paper, root)


def _anchors(page: Page) -> list[str]:
    return [_inside(page.paper, anchor) for element in page.root.iter() if (anchor := element.get("id"))]


def _inside(paper: str, anchor: str) -> str:
    """Return what an anchor of a paper is called in the pack; "" is the paper's beginning."""
    return f"{paper}:{anchor}" if anchor else paper


def _article(page: Page, anchors: Collection[str]) -> Element:
    """Return a paper as a part of the pack: all of its body, and what its head says of each of its pages."""
    root = deepcopy(page.root)
    (body,) = root.findall("body")
    _rename(body, page.paper)
    _lead_on(body, anchors)
    article = Element("article", {"id": page.paper, "class": body.get("class", ""), "lang": root.get("lang", "")})
    title = root.find("head/title")
    symbol = meta(root, "symbol")
    article.set("data-title", " ".join(filter(None, (symbol, styled.words(title) if title is not None else ""))))
    for name in ("running-head", "draft"):
        article.set(f"data-{name}", meta(root, name) or "")
    article.extend(body)
    return article


def _rename(body: Element, paper: str) -> None:
    for element in body.iter():
        if anchor := element.get("id"):
            element.set("id", _inside(paper, anchor))
        if (address := element.get("href", "")).startswith("#"):
            element.set("href", f"#{_inside(paper, address[1:])}")
        if "live" in classes(element):
            element.set("data-anchor", _inside(paper, element.get("data-anchor", "")))


def _lead_on(element: Element, anchors: Collection[str]) -> None:
    """Make links of references to papers in the pack, and name the beginning of the paper whose page is to be shown.

    What stands in a link already stays as it is: there is no link in a link.
    """
    named = classes(element)
    paper = element.get("data-paper", "")
    if "whereabouts" in named and paper in anchors:
        element.set("data-leads-to", f"#{paper}")
    elif "ref" in named and paper in anchors:
        there = _inside(paper, element.get("data-anchor", ""))
        element.tag = "a"
        element.attrib = {"class": "ref", "href": f"#{there if there in anchors else paper}"}
    if element.tag != "a":
        for child in element:
            _lead_on(child, anchors)
