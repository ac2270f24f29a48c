"""A Page -> one HTML file that needs nothing else: style sheet and pictures are in it, notes stand at its end.

It asks nothing of the network and runs no script, and its security policy says so. Landmarks, headings, captions and
notes are marked as WCAG 2.2 and the Digital Publishing roles of WAI-ARIA (DPUB-ARIA 1.1) have it.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from mimetypes import MimeTypes
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language.words import Words, words
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import cleaned, full_width, redlined, styled
from neaspec_docs.write.charts import data, svg
from neaspec_docs.write.charts.lettering import FULL, MEASURE, SANS, SERIF
from neaspec_docs.write.cleaned import Cleaned
from neaspec_docs.write.languages import language
from neaspec_docs.write.project_files import Refusal, read, read_text

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
TYPES = MimeTypes()
"""The types of files by their ending that Python itself knows: those of this machine may differ."""

KEPT = frozenset({"data-level", "data-style", "data-layout", "data-change", "data-said", "data-new"})
"""What the style sheet asks for of all that writers are told."""

BACK = "↩\ufe0e"

OWN = ":"
"""How the names begin that this writer gives: no anchor of a Page does (docs/page.md)."""

TEXT, NOTES = f"{OWN}text", f"{OWN}notes"


def write(page: Page, project: Project, layout: Layout | None = None) -> Written:  # noqa: ARG001 -- it has no pages
    """Return a paper as HTML in UTF-8. A picture that may not be read, or is not there, is a diagnostic."""
    root = styled.tree(page)
    catalogue = words(root.get("lang", ""))
    head, body = root.find("head"), root.find("body")
    if head is None or body is None:
        raise ValueError("a Page without head or body reached the writer")
    redlined.spread(root)
    _sign(root, catalogue)
    _gather(body)
    _present(root, catalogue)
    _move_notes(root, body, catalogue)
    _mark_lists(root)
    full_width.mark(root)
    _draw_charts(root, catalogue)
    _name_tables(root)
    at = Span(page.source, 1, 1)
    said = [refusal.diagnostic(at) for refusal in _style(head, project)]
    said += _inline_pictures(root, project, at)
    _begin(root, head, body, catalogue)
    for element in root.iter():
        if language(element.get("lang", "")).right_to_left:
            element.set("dir", "rtl")
        for name in [name for name in element.attrib if name.startswith("data-") and name not in KEPT]:
            del element.attrib[name]
    data = "<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n"
    return Written(data.encode(), diagnostics=tuple(dict.fromkeys(said)))


def _gather(body: Element) -> None:
    """Put all but masthead and summary of changes into the landmark `main`; the Page's own becomes a part of it."""
    main = Element("main", id=TEXT)
    for part in [part for part in body if part.tag != "header" and "changes" not in styled.classes(part)]:
        body.remove(part)
        main.append(part)
        if part.tag == "main":
            part.tag = "div"
            part.set("class", "body")
    body.append(main)


def _sign(root: Element, catalogue: Words) -> None:
    """Say what each mark of a redline is, to those who cannot see it too; and who made it, and when."""
    names = {"ins": catalogue.insertion, "del": catalogue.deletion}
    for mark in root.iter():
        if mark.tag in names and "renumbered" not in styled.classes(mark):
            mark.set("data-said", names[mark.tag])
            by, on = mark.get("data-by"), mark.get("data-on")
            if by:
                said = catalogue.changed_by.format(change=names[mark.tag].capitalize(), author=by)
                mark.set("title", f"{said}, {on[:10]}" if on else said)
            if on:
                mark.set("datetime", on)


def _present(root: Element, catalogue: Words) -> None:
    """Give each slide but the first its foot; what the speaker says comes below the slide, and is opened at will."""
    for parent in list(root.iter()):
        for slide in [child for child in parent if "slide" in styled.classes(child)]:
            if slide.get("data-layout") != "title":
                foot = SubElement(slide, "p", {"class": "slide-foot"})
                SubElement(foot, "span").text = styled.meta(root, "running-head")
                SubElement(foot, "span").text = slide.get("data-number")
            spoken = slide.find("aside[@class='speaker-notes']")
            if spoken is not None:
                slide.remove(spoken)
                spoken.tag = "details"
                label = Element("summary")
                label.text = catalogue.speaker_notes
                spoken.insert(0, label)
                parent.insert(list(parent).index(slide) + 1, spoken)


def _begin(root: Element, head: Element, body: Element, catalogue: Words) -> None:
    """Put what a browser must know first, and for those who cannot see the page a way past its masthead."""
    draft = styled.meta(root, "draft")
    for meta in head.findall("meta"):
        if meta.get("name") != "author":
            head.remove(meta)
    head.insert(0, Element("meta", charset="utf-8"))
    head.insert(1, Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}))
    head.insert(2, Element("meta", name="viewport", content="width=device-width, initial-scale=1"))
    skip = Element("a", {"class": "skip", "href": f"#{TEXT}"})
    skip.text = catalogue.skip_to_text
    body.insert(0, skip)
    if draft:
        mark = Element("p", {"class": "draft"})
        mark.text = draft
        body.insert(1, mark)


def _move_notes(root: Element, body: Element, catalogue: Words) -> None:
    """Put the notes into a list at the end, each with a way back to its call."""
    notes: list[Element] = []
    for parent in list(root.iter()):
        for at, child in enumerate(list(parent)):
            if "footnote" in styled.classes(child):
                parent[at] = _call(child, back=f"{OWN}call.{child.get('id')}")
                notes.append(_note(child, catalogue))
            elif "noteref" in styled.classes(child):
                parent[at] = _call(child)
    if notes:
        section = Element("section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": NOTES})
        SubElement(section, "h2", id=NOTES).text = catalogue.footnotes
        SubElement(section, "ol").extend(notes)
        main = body.find("main")
        if main is not None:
            main.append(section)


def _call(mark: Element, back: str | None = None) -> Element:
    raised = Element("sup", {"class": "call"})
    raised.tail = mark.tail
    href = mark.get("href", f"#{mark.get('id')}")
    link = SubElement(raised, "a", {"href": href, "role": "doc-noteref", "aria-describedby": NOTES})
    link.text = mark.get("data-number")
    if back:
        link.set("id", back)
    return raised


def _note(mark: Element, catalogue: Words) -> Element:
    note = Element("li", id=mark.get("id", ""), value=mark.get("data-number", ""))
    for passage in mark:
        passage.tag = "p"
        passage.attrib.clear()
        passage.tail = None
        note.append(passage)
    last = note[-1] if len(note) else SubElement(note, "p")
    if len(last):
        last[-1].tail = (last[-1].tail or "") + " "
    else:
        last.text = (last.text or "") + " "
    back = {"href": f"#{OWN}call.{mark.get('id')}", "role": "doc-backlink", "aria-label": catalogue.back_to_text}
    SubElement(last, "a", back).text = BACK
    return note


def _mark_lists(root: Element) -> None:
    """Give each item of a list its number as a mark: browsers count in few of the ways that papers do."""
    for item in root.iter("li"):
        if number := item.get("data-number"):
            item.set("style", f'list-style-type: "{number}\\00a0 "')


def _name_tables(root: Element) -> None:
    """Tie tables and figures to their captions, and let a table that is too broad for a screen be moved sideways."""
    for part in list(root.iter("div")):
        kinds = {"table", "figure"} & styled.classes(part)
        if not kinds:
            continue
        caption = part.find("p[@class='caption']")
        name = _name_of(part)
        if alt := part.attrib.pop("data-alt", ""):
            part.set("aria-label" if caption is None else "aria-description", alt)
            part.set("role", "figure")
        if caption is not None:
            caption.set("id", name)
            if kinds == {"figure"}:
                part.set("role", "figure")
                part.set("aria-labelledby", name)
        for at, table in enumerate(list(part)):
            if table.tag == "table":
                scroll = Element("div", {"class": "scroll", "tabindex": "0"})
                if caption is not None:
                    table.set("aria-labelledby", name)
                    scroll.set("role", "region")
                    scroll.set("aria-labelledby", name)
                part[at] = scroll
                scroll.append(table)


def _name_of(part: Element) -> str:
    return f"{OWN}caption.{part.get('id')}"


def _draw_charts(root: Element, catalogue: Words) -> None:
    """Draw each chart, on white as in print, for its colours are made for that; its values follow, opened at will."""
    font = SERIF if root.find("body[@class='slides']") is None else replace(SANS, size=SERIF.size)
    for figure in list(root.iter("div")):
        for part in [child for child in figure if "chart" in styled.classes(child)]:
            width = FULL if "wide" in styled.classes(figure) else MEASURE
            chart, table = data.read(part), part[0]
            drawing = _in_html(svg.draw(chart, width, font))
            drawing.attrib |= {"class": "drawing", "role": "img", "aria-label": chart.alt}
            values = Element("details")
            SubElement(values, "summary").text = catalogue.chart_values
            SubElement(values, "div", {"class": "scroll", "tabindex": "0"}).append(table)
            if figure.find("p[@class='caption']") is not None:
                table.set("aria-labelledby", _name_of(figure))
            part[:] = [drawing, values]


def _in_html(drawing: str) -> Element:
    """Return a drawing as HTML has it inside: without namespaces, and read as one picture."""
    root = fromstring(drawing)  # noqa: S314 -- our own drawing
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        for name in [name for name in element.attrib if name == "role" or name.startswith("aria-")]:
            del element.attrib[name]
    return root


def _inline_pictures(root: Element, project: Project, paper: Span) -> Iterator[Diagnostic]:
    """Write each picture into the file; give what is to be said of them. What can't be read leaves its description."""
    for picture in root.iter("img"):
        path = picture.get("src", "")
        found = cleaned.read(path, project) if cleaned.is_drawing(path) else read(path, project)
        if isinstance(found, Refusal):
            yield found.diagnostic(paper)
            continue
        if isinstance(found, Cleaned):
            yield from found.said
        content = found.svg if isinstance(found, Cleaned) else found
        kind = TYPES.guess_type(path)[0] or "application/octet-stream"
        picture.set("src", f"data:{kind};base64,{b64encode(content or b'').decode()}")


def _style(head: Element, project: Project) -> Iterator[Refusal]:
    found = read_text(f"templates/{styled.STYLE_SHEET}", project)
    if isinstance(found, Refusal):
        yield found
    else:
        SubElement(head, "style").text = found
