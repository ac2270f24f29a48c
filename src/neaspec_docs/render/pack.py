"""The papers of a meeting -> the Page that stands before them in a pack: its cover and its contents."""

from collections.abc import Sequence

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.document import Document
from neaspec_docs.model.inline import Text
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render import page

TEMPLATE = "pack/front"
"""It lies below a folder, for each template at the top is a kind of paper that content may name."""


def front(papers: Sequence[Resolved], project: Project) -> tuple[Page | None, list[Diagnostic]]:
    """Return the front of the pack of these papers, at least one, all of one meeting; its name is the meeting's.

    It is a paper that the meeting writes itself: its template has what every template has. It speaks the language of
    the papers where they share one. There is none where the template fails, and a diagnostic says why.
    """
    meeting = papers[0].meeting
    languages = {paper.document.language for paper in papers}
    paper = Document(
        name=meeting.id,
        kind=TEMPLATE,
        title=(Text(meeting.title),),
        language=languages.pop() if len(languages) == 1 else "en",
        at=Span(f"content/{meeting.id}/meeting.yaml", 1, 1),
    )
    return page.render(Resolved(paper, meeting, papers[0].register), project)
