"""A meeting -> what its papers list of it: documents in their order, and those who take part as a UN list has them."""

import unicodedata
from collections.abc import Callable

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.model.block import Documents, Participants
from neaspec_docs.model.document import Delegation, Document, Meeting, Standing
from neaspec_docs.model.inline import Inlines
from neaspec_docs.model.node import Node
from neaspec_docs.model.resolved import Listed
from neaspec_docs.model.walk import nodes
from neaspec_docs.resolve.agenda import has_documents
from neaspec_docs.resolve.context import Context


def check(document: Document, context: Context) -> Document:
    """Return the paper as it is; a list of nothing, and one for an agenda item that is not there, are errors."""
    if not context.meeting_is_faulty:
        for node in nodes(document, Documents, Participants):
            match node:
                case Documents(item=str(item)):
                    _of_item(item, node, context)
                case Participants() if not context.meeting.participants:
                    help = f"name them under `participants:` in content/{context.meeting.id}/meeting.yaml"
                    context.report.error(Code.NOTHING_TO_LIST, "the meeting names no participants", node.at, help)
                case _:
                    pass
    return document


def _of_item(item: str, node: Node, context: Context) -> None:
    known = [one.id for one in context.meeting.agenda]
    faulty = any(name in context.content.faulty for name in context.meeting.papers)
    if item not in known:
        message = f"the meeting has no agenda item `{item}`"
        help = did_you_mean(item, known) or "write `true` to list all documents"
        context.report.error(Code.UNKNOWN_AGENDA_ITEM, message, node.at, help)
    elif not faulty and not has_documents(item, context.meeting, context.content):
        help = f"write `agenda: {item}` in the papers that are for it, or take the list out"
        context.report.error(Code.NOTHING_TO_LIST, f"no paper is for the agenda item `{item}`", node.at, help)


def documents(
    meeting: Meeting, numbered: Callable[[str], Document | None], title: Callable[[Document], Inlines]
) -> tuple[Listed, ...]:
    """Return the meeting's documents, in the order of its file (those that loaded), by the titles they give."""
    items = {item.id: (place, item.title) for place, item in enumerate(meeting.agenda, 1)}
    listed = []
    for name in meeting.papers:
        paper = numbered(name)
        if paper is not None:
            item, of_item = items.get(paper.agenda or "", (None, ()))
            listed.append(Listed(name, paper.symbol, title(paper), item, of_item, paper.purpose))
    return tuple(listed)


def participants(seated: tuple[Delegation, ...]) -> tuple[Delegation, ...]:
    """Return delegations, then observers, then the secretariat, each by name; people stay in the order written."""
    standings = list(Standing)
    return tuple(sorted(seated, key=lambda one: (standings.index(one.standing), _letters(one.name), one.name)))


def _letters(name: str) -> str:
    """Return a name as an alphabetical list sorts it: capital or small, with or without an accent, it is one letter."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()
