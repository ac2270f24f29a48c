"""A Page of slides -> a PowerPoint file: titles and text in placeholders, tables and charts its own, notes beside.

A slide is laid out by write/slides/plan.py, as it is in the PDF. What is read follows the order of the Page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, assert_never

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import properties
from neaspec_docs.write.languages import language
from neaspec_docs.write.office_package import Unfit
from neaspec_docs.write.pptx import boxes, charts, notes, pictures, placeholders, tables
from neaspec_docs.write.pptx.drawingml import Markup, x
from neaspec_docs.write.pptx.package import Package, Story
from neaspec_docs.write.pptx.placeholders import BODY, SECOND
from neaspec_docs.write.pptx.scene import Scene
from neaspec_docs.write.project_files import template
from neaspec_docs.write.slides import plan
from neaspec_docs.write.slides.plan import Design, Plan, Text
from neaspec_docs.write.slides.visuals import Chart, Panels, Picture, Table, Visual
from neaspec_docs.write.styled import meta, words

TEMPLATE = "slides.pptx"
"""The template that holds the looks of PowerPoint."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """What stands on every slide: the running head, and the paper's status where it is a draft."""

    running_head: str
    draft: str


def write(page: Page, project: Project, layout: Layout | None = None) -> Written:  # noqa: ARG001 -- it makes its own
    """Return slides as a PowerPoint file.

    What does not fit is a warning; a template that can't be used is a diagnostic, and then there is no data.
    """
    try:
        package = Package(template(TEMPLATE, project))
    except Unfit as why:
        fault = Diagnostic(
            Code.TEMPLATE_FAULT,
            f"`templates/{TEMPLATE}` can't be used: {why}",
            Span(f"templates/{TEMPLATE}", 1, 1),
            "copy it anew from neaspec-docs, then change its looks in PowerPoint",
        )
        return Written(b"", None, (fault,))
    plans = plan.plans(page, page.root)
    report = Diagnostics()
    report.extend(plan.said(plans))
    spoken = language(page.root.get("lang", "en"))
    stories = [package.add(one.design) for one in plans]
    anchors = _anchors(plans, stories)
    foot = _Foot(meta(page.root, "running-head") or "", meta(page.root, "draft") or "")
    roots: dict[Any, Markup] = {}
    for one, story in zip(plans, stories, strict=True):
        scene = Scene(one.slide, one.scale, project, story, spoken, anchors, report)
        roots[story.part] = _slide(scene, one, foot)
        if one.slide.speech:
            beside, places = story.notes()
            roots[beside.part] = notes.write(replace(scene, story=beside, anchors=None), one.slide, places)
    properties.core(package.core_properties, page.root, spoken)
    return Written(package.close(roots, properties.app()), Layout(len(plans)), tuple(report))


def _anchors(plans: tuple[Plan, ...], stories: list[Story]) -> Mapping[str, object]:
    """Return the part of the slide on which each anchor stands."""
    return {
        anchor: story.part
        for one, story in zip(plans, stories, strict=True)
        for element in one.slide.source.iter()
        if (anchor := element.get("id")) is not None
    }


def _slide(scene: Scene, made: Plan, foot: _Foot) -> Markup:
    """Return the root of a slide (19.3.1.38): its shapes stand in the order in which they are read."""
    title = placeholders.title(scene, made.slide.title, made.design, made.title)
    shapes = list(_shapes(scene, made))
    before = 1 if made.parts and isinstance(made.parts[0], Text) and made.parts[0].kind == "opening" else 0
    shapes.insert(before, title)
    if foot.draft:
        shapes.append(placeholders.draft(scene, foot.draft))
    if made.design is not Design.TITLE:
        shapes += [placeholders.foot(scene, foot.running_head)] if foot.running_head else []
        shapes.append(placeholders.number(scene, made.slide.number))
    about = x("p:nvGrpSpPr", x("p:cNvPr", id=1, name=""), x("p:cNvGrpSpPr"), x("p:nvPr"))
    tree = x("p:spTree", about, x("p:grpSpPr"), *shapes)
    return x("p:sld", x("p:cSld", tree), x("p:clrMapOvr", x("a:masterClrMapping")))


def _shapes(scene: Scene, made: Plan) -> Iterator[Markup]:
    """Give the shapes of a slide's parts; each placeholder is filled once."""
    free = {Design.CONTENT: [BODY], Design.PARTS: [BODY, SECOND]}.get(made.design, [])
    for part in made.parts:
        if isinstance(part, Visual):
            index = SECOND if SECOND in free else None
            yield from _visual(scene, part, index, words(made.slide.title))
        elif part.kind != "body":
            yield placeholders.words(scene, part)
        elif BODY in free:
            free.remove(BODY)
            yield placeholders.words(scene, part)
        else:
            yield boxes.words(scene, part)


def _visual(scene: Scene, made: Visual, index: int | None, title: str) -> Iterator[Markup]:
    """Give a table or figure: caption, what it is, notes. Without a caption it goes by the slide's title."""
    alt = title if made.caption is None else words(made.caption[1])
    if made.caption is not None:
        yield boxes.caption(scene, *made.caption)
    match made.body:
        case Table():
            yield tables.write(scene, made.body, alt, index)
        case Chart():
            yield charts.write(scene, made.body, index)
        case Picture():
            yield pictures.write(scene, made.body, index)
        case Panels():
            yield boxes.panels(scene, made.body, alt)
        case unknown:
            assert_never(unknown)
    if made.notes is not None:
        yield boxes.notes(scene, *made.notes)
