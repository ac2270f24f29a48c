"""A paper of the kind agenda -> the same paper laid out of its meeting: the agenda, its annotations, the timetable.

Items and annotations stand in the meeting's file, where other papers find them too; documents come from the register;
the paper itself holds the timetable and what follows it. What is made here has the places of what it is made of.
"""

from dataclasses import dataclass, replace

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.language.words import Words as Catalogue
from neaspec_docs.language.words import words
from neaspec_docs.model.block import Block, Blocks, Documents, Item, List, Paragraph, Section
from neaspec_docs.model.document import AgendaItem, Content, Document, Meeting
from neaspec_docs.model.inline import Text, Words
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.scheme import Numeral, Sample
from neaspec_docs.model.walk import nodes
from neaspec_docs.resolve.context import Context

KIND = "agenda"

_BY_ITEM = Sample(Numeral.ARABIC)
"""Items count 1., 2., 3., in the agenda and in its annotations alike."""


def lay_out(document: Document, context: Context) -> Document:
    """Return the paper laid out. A meeting without agenda is an error, an item of which nothing is said a warning."""
    if document.kind != KIND:
        return document
    meeting = context.meeting
    if not meeting.agenda and not context.meeting_is_faulty:
        help = f"write `agenda:` in content/{meeting.id}/meeting.yaml"
        context.report.error(Code.NOTHING_TO_LIST, "the meeting has no agenda", document.at, help)
    if _annotated(meeting):
        for item in meeting.agenda:
            if not item.annotation and not has_documents(item.id, meeting, context.content):
                message = f"the agenda item `{item.id}` has neither an annotation nor a document"
                help = "write its `annotation:`, else its heading stands alone among the annotations"
                context.report.warning(Code.UNANNOTATED_ITEM, message, item.at, help)
    return laid_out(document, context.content)


def laid_out(document: Document, content: Content) -> Document:
    """Return a paper of the kind agenda with what its meeting's file says set before its own body; any other as it is.

    Without annotations and a body of its own it is the list of the items alone: a single heading would say nothing.
    """
    if document.kind != KIND:
        return document
    return replace(document, body=_Layout(document, content).body())


def has_documents(item: str, meeting: Meeting, content: Content) -> bool:
    """Say whether a paper of the meeting is for this item of its agenda."""
    return any(content.papers[name].agenda == item for name in meeting.papers if name in content.papers)


def _annotated(meeting: Meeting) -> bool:
    return any(item.annotation for item in meeting.agenda)


@dataclass(frozen=True, slots=True)
class _Ids:
    """What the parts that are made go by: an id that the paper's author used is theirs, then come the items'."""

    items: tuple[str | None, ...]
    agenda: str | None
    annotations: str | None
    timetable: str | None


def _ids(document: Document, meeting: Meeting) -> _Ids:
    taken = {node.id for node in nodes(document, Anchored)} | {""}

    def free(id: str) -> str | None:
        if id in taken:
            return None
        taken.add(id)
        return id

    items = tuple(free(item.id) for item in meeting.agenda)
    return _Ids(items, free("agenda"), free("annotations"), free("timetable"))


class _Layout:
    """The parts of one agenda, made of its paper and its meeting."""

    def __init__(self, document: Document, content: Content) -> None:
        self.document = document
        self.content = content
        self.meeting = content.meetings[document.meeting]
        self.words: Catalogue = words(document.language)
        self.ids = _ids(document, self.meeting)

    def body(self) -> Blocks:
        written = self.document.body
        first = next((place for place, block in enumerate(written) if isinstance(block, Section)), len(written))
        timetable, further = written[:first], written[first:]
        items = self._items()
        parts = [self._section(self.words.provisional_agenda, (items,), self.ids.agenda)]
        if _annotated(self.meeting):
            annotated = tuple(map(self._annotation, self.meeting.agenda, self.ids.items))
            made = self._section(self.words.annotations, annotated, self.ids.annotations)
            parts.append(replace(made, headings=(_BY_ITEM,)))
        if timetable:
            parts.append(self._section(self.words.provisional_timetable, timetable, self.ids.timetable))
        return (*parts, *further) if parts[1:] or further else (replace(items, id=self.ids.agenda),)

    def _section(self, title: str, body: Blocks, id: str | None) -> Section:
        return Section((Text(title),), body, id=id, at=body[0].at if body else self.document.at)

    def _items(self) -> List:
        """Return the items of the agenda; they bear their ids where no annotation does."""
        ids = (None,) * len(self.ids.items) if _annotated(self.meeting) else self.ids.items
        items = tuple(
            Item((Words(item.title, at=item.at),), id=id, at=item.at)
            for item, id in zip(self.meeting.agenda, ids, strict=True)
        )
        return List(items, _BY_ITEM, at=items[0].at if items else self.document.at)

    def _annotation(self, item: AgendaItem, id: str | None) -> Section:
        """Return an item's heading, its annotation in numbered paragraphs, and its documents where it has some."""
        body: list[Block] = [Paragraph((passage,), at=passage.at) for passage in item.annotation]
        if has_documents(item.id, self.meeting, self.content):
            body.append(Documents(item.id, at=item.at))
        return Section(item.title, tuple(body), id=id, of_agenda=True, at=item.at)
