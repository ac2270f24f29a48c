"""A paper in two versions -> the Page that holds both, and the order by which it is written."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from neaspec_docs import stages
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.history.version import Versions
from neaspec_docs.model.change import Changes
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.orders import Order
from neaspec_docs.project import Project


def page(
    versions: Versions,
    papers: tuple[Resolved | None, Resolved | None],
    changed: Callable[[str], Changes],
    author: str | None,
) -> tuple[Page | None, tuple[Diagnostic, ...]]:
    """Return the Page that holds both versions of a paper, with a summary, and what is wrong with the templates.

    `changed` gives what changed, with things called as in the paper's language.
    """
    from neaspec_docs.diff.matching.align import Counterparts, counterparts
    from neaspec_docs.diff.redline import merge
    from neaspec_docs.history import dated, signatures
    from neaspec_docs.render.redline import with_summary
    from neaspec_docs.write.epoch import epoch

    old, new = (paper.document if paper else None for paper in papers)
    was, wrong_there = _page(papers[0], versions.old.project)
    now, wrong_here = _page(papers[1], versions.new.project)
    faults = (*wrong_there, *wrong_here)
    if stages.stops(faults):
        return None, faults
    same = counterparts(old, new) if old and new else Counterparts({}, {}, frozenset())
    merged = merge.merged(was, now, same, signatures.of(versions, old, new, author, epoch()))
    language = merged.root.get("lang", "")
    before, after = dated.names(versions, language)
    made, found = with_summary(merged, replace(changed(language), old=before, new=after), versions.new.project)
    return made, (*faults, *found)


def _page(paper: Resolved | None, project: Project) -> tuple[Page | None, Sequence[Diagnostic]]:
    pages, faults = stages.render([paper] if paper else [], project)
    return next(iter(pages), None), faults


def marked(page: Page, *, brackets: bool) -> Page:
    """Return the redline in the style that is wanted: tracked changes, or bold and [brackets]."""
    from neaspec_docs.diff.redline.brackets import bracketed

    return bracketed(page) if brackets else page


def marks_nothing(page: Page) -> bool:
    """Say whether a redline has no change in it; the summary in front of it is none."""
    body = page.root.find("body")
    parts = (part for part in (() if body is None else body) if part.get("class") != "changes")
    return not any(
        element.tag in ("ins", "del") or "data-change" in element.attrib for part in parts for element in part.iter()
    )


def ordered(order: Order, page: Page, versions: Versions) -> Order:
    """Return the order for writing the redline: with the old version's pictures, in the formats that it can have."""
    project = replace(order.project, old=versions.old.project.root)
    usual = ("pdf",) if page.slides else ("docx", "pdf")
    return replace(order, project=project, formats=order.formats or usual, mark=".redline")
