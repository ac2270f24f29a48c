"""A Page -> a Word file: everything that Word can count, refer to and list is alive in it, and right from the start."""

from neaspec_docs import collector
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write import properties
from neaspec_docs.write.docx import bookmarks, list_styles, manuscript, redline, speech, stylesheet, tracked
from neaspec_docs.write.docx.blocks import Blocks
from neaspec_docs.write.docx.flow import Flow
from neaspec_docs.write.docx.footnotes import Footnotes
from neaspec_docs.write.docx.lists import Lists
from neaspec_docs.write.docx.manuscript import Manuscript
from neaspec_docs.write.docx.package import Package
from neaspec_docs.write.docx.sections import Sections
from neaspec_docs.write.docx.stylesheet import Stylesheet
from neaspec_docs.write.docx.wordml import read, w
from neaspec_docs.write.office_package import Unfit
from neaspec_docs.write.project_files import template

STYLES = "styles.docx"
"""The template that holds the looks of Word."""


@collector.undisturbed()  # the trees are gone when it runs again
def write(page: Page, project: Project, layout: Layout | None = None) -> Written:
    """Return the paper as a Word file; `layout` is the PDF's, whose pages the contents show.

    What Word has no form for is a diagnostic, as is a template that can't be used. `numbering.Mismatch` is raised
    where a number of the Page would not be Word's: that is a bug of this program.
    """
    try:
        package = Package(template(STYLES, project))
        sheet = stylesheet.sheet(package.section)
        styles = Stylesheet(read(package.styles))
    except (Unfit, ValueError) as why:
        fault = Diagnostic(
            Code.TEMPLATE_FAULT,
            f"`templates/{STYLES}` can't be used: {why}",
            Span(f"templates/{STYLES}", 1, 1),
            "copy it anew from neaspec-docs, then change its styles in Word",
        )
        return Written(b"", None, (fault,))
    paper = manuscript.begin(redline.prepared(page), project, layout, styles, sheet)
    data = _write(paper, package)
    for style in paper.stylesheet.missing:
        paper.report.warning(
            Code.TEMPLATE_FAULT,
            f"`templates/{STYLES}` has no style with the id `{style}`: Word shows its text as Normal",
            paper.at,
        )
    return Written(data, None, tuple(paper.report))


def _write(paper: Manuscript, package: Package) -> bytes:
    root = paper.page.root
    notes = Footnotes(paper, package.footnotes_story, package.separators())
    body = w("body")
    flow = Flow(paper, package.document_story, notes, body)
    source = root.find("body")
    assert source is not None  # noqa: S101 -- render made the Page
    sections = Sections(paper, package.relate)
    lists_of_paper = Lists(paper.numbering, source.get("data-headings", ""), source.get("data-old-headings"))
    blocks = Blocks(flow, lists_of_paper, sections)
    blocks.write(source)
    body.append(blocks.finish())
    for part in (body, notes.root):
        tracked.draw(paper.revisions, part)
    if source.get("data-redline") == "tracked":
        package.track()
    for name in paper.bookmarks.missing():
        paper.report.warning(
            Code.UNPRINTABLE,
            f"a reference in Word leads nowhere: `{bookmarks.anchor(name) or name}` has no bookmark",
            paper.at,
            "let the template give that id to a block which docs/page.md names",
        )
    properties.core(package.core_properties, root, paper.language)
    speech.speak(package.styles, paper.language)
    if not paper.language.tag.startswith("en"):
        speech.name(package.settings, paper.language)
    list_styles.tie(package.styles)
    return package.close(w("document", body), notes.root, paper.numbering.xml(), properties.app())
