"""A Page -> the tree that WeasyPrint lays out: what its CSS must read stands in attributes.

- what came or went whole in a redline: its words, in `ins` or `del`
- what stands after the summary of a redline: an element of its own, whose pages are told from those of the summary
- `body`: `data-running-head` and `data-draft`, for the margins of each page; the papers of a pack have them already
- headings: `data-bookmark`, their words in the list of bookmarks
- the call of a footnote: a link of its own before the note, so that it is tagged as one and leads there
- a line of the contents: `data-leads-to`, whose page is set after dots
- the first paragraph of a list's item: `data-mark`, its number or bullet, so that both stay on one page
- headings right above a table that lies on a page of its own: `data-page`, so that they go there with it
- a picture: its width, which an SVG may leave open and a page too low for it makes less
- a chart: a picture of it
- what stands on a slide: boxes, each in its place
- a symbol: its parts, each on one line
- marks that are as wide as the Chinese or Japanese characters beside them: a span
- a number and the space after it in one element, so that justifying the line does not move the words
"""

from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from neaspec_docs.model.page import Page
from neaspec_docs.write import full_width, redlined, room, styled
from neaspec_docs.write.pdf import charts, slides, symbols
from neaspec_docs.write.pdf.moment import created

MARKS = {"bullet": "•", "dash": "–"}
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def tree(page: Page) -> Element:
    """Return the tree; the Page itself stays as it is."""
    root = deepcopy(page.root)
    redlined.spread(root)
    slides.set_out(page, root)
    styled.widen(root)
    _describe(root)
    for heading in root.iter():
        if heading.tag in HEADINGS:
            heading.set("data-bookmark", redlined.words_now(heading))
    _turn(root, ())
    for line in root.iterfind(".//nav//li"):
        _open_line(line)
    for items in root.iter():
        if items.tag in {"ol", "ul"}:
            _mark(items)
    for figure in root.iter("div"):
        if "figure" in styled.classes(figure):
            charts.draw(figure)
    for picture in root.iter("img"):
        if "class" not in picture.attrib:
            charts.measure(picture, room.highest(None))
    for parent in root.iter():
        _join_numbers(parent)
        if any("footnote" in styled.classes(child) for child in parent):
            _add_calls(parent)
    symbols.hold_together(root)
    full_width.mark(root)
    _part_summary(root)
    return root


def _describe(root: Element) -> None:
    """Say of the paper what the PDF's properties hold: title and author are there, the symbol is its subject."""
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        raise ValueError("a Page without head or body reached the writer")
    symbol, day = styled.meta(root, "symbol"), created(styled.meta(root, "date"))
    says = {"description": symbol, "dcterms.created": day, "dcterms.modified": day, "generator": "neaspec-docs"}
    for name, content in says.items():
        if content:
            SubElement(head, "meta", name=name, content=content)
    for name in ("running-head", "draft"):
        body.set(f"data-{name}", styled.meta(root, name) or "")


def _part_summary(root: Element) -> None:
    """Set a redline's paper apart from the summary before it: its pages are a group, of which only one is the first.

    Without it WeasyPrint takes the masthead for the group, and an annex, which begins a page, for another.
    """
    for body in root.iterfind("body"):
        if len(body) and "changes" in styled.classes(body[0]):
            paper = Element("div", {"class": "revised"})
            paper[:], body[1:] = body[1:], [paper]


def _turn(parent: Element, above: tuple[Element, ...]) -> tuple[Element, ...]:
    """Set headings on the page of the landscape table that they stand right above.

    `above` are the headings right above the first child, whatever they stand in; those above what follows are returned.
    """
    for child in parent:
        if child.tag in HEADINGS or "annex-symbol" in styled.classes(child):
            above = (*above, child)
        elif child.tag == "article":
            above = _turn(child, ())
        elif child.tag in {"main", "section", "body"}:
            above = _turn(child, () if "annex" in styled.classes(child) else above)
        else:
            if "landscape" in styled.classes(child):
                for heading in above:
                    heading.set("data-page", "landscape")
            above = ()
    return above


def _open_line(line: Element) -> None:
    """Leave only the words of a line of the contents in its link, so that the dots after them are none."""
    link = line[0]
    line.set("data-leads-to", link.get("href", ""))
    if "number" in styled.classes(link[0]):
        line.insert(0, link[0])
        link.remove(link[0])
    words = link[0]
    link.text = words.text
    link[:] = list(words)


def _mark(items: Element) -> None:
    sign = MARKS.get(items.get("data-style", ""), "")
    for item in items:
        if len(item) and item[0].tag == "p":
            item[0].set("data-mark", item.get("data-number", sign))


def _join_numbers(parent: Element) -> None:
    for child in parent:
        if "number" in styled.classes(child) and parent.tag != "span" and (child.tail or "").startswith(" "):
            if len(child):
                child[-1].tail = f"{child[-1].tail or ''} "
            else:
                child.text = f"{child.text or ''} "
            child.tail = (child.tail or "")[1:]


def _add_calls(parent: Element) -> None:
    for at, child in reversed(list(enumerate(parent))):
        if "footnote" in styled.classes(child):
            call = Element("a", {"class": "noteref call", "href": f"#{child.get('id')}"})
            call.text = child.get("data-number")
            parent.insert(at, call)
