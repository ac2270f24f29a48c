"""Papers named as annexes -> annexes that hold them whole."""

from dataclasses import replace

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.model.block import Documents, Participants
from neaspec_docs.model.document import Annex, AnnexedPaper, Document
from neaspec_docs.model.node import Anchored
from neaspec_docs.model.walk import nodes, rewrite
from neaspec_docs.resolve.context import Context


def include(document: Document, context: Context) -> Document:
    """Return the paper with each AnnexedPaper replaced by an Annex that holds that paper, numbered by itself.

    Its anchors begin with its name, so that they stay apart from those of the paper it is annexed to; its own annexes
    become appendices.
    """
    annexes: list[Annex] = []
    seen: set[str] = set()
    for written in document.annexes:
        match written:
            case Annex():
                annexes.append(written)
            case AnnexedPaper(name):
                annexed = None if name in seen else context.numbered(name)
                if annexed is not None and annexed.is_slides:
                    help = f"cite it in the text instead: `[]({name})`"
                    context.report.error(Code.SLIDES_ANNEXED, "slides can't be an annex", written.at, help)
                elif annexed is not None:
                    _check_lists(annexed, written, document, context)
                    annexes.append(_whole(annexed, written))
                elif name in seen or name in context.content.papers:
                    why, help = _again(name, document, seen)
                    context.report.error(Code.ANNEXED_TWICE, f"`{name}` is annexed {why}", written.at, help)
                elif name not in context.content.faulty:
                    near = did_you_mean(name, context.content.papers.keys() - _named(document))
                    context.report.error(Code.UNKNOWN_PAPER, f"there is no paper `{name}`", written.at, near)
                seen.add(name)
    return replace(document, annexes=tuple(annexes))


def _again(name: str, document: Document, seen: set[str]) -> tuple[str, str]:
    """Return why a paper can't be annexed (again), and the cure."""
    if name in seen:
        return "twice", f"take one of the two out; `[]({name})` leads to it from anywhere"
    if name == document.name:
        return "to itself", "name another paper, or write the annex here, with `title` and `body`"
    return "and annexes this paper", f"take it out, and cite it in the text: `[]({name})`"


def _named(document: Document) -> set[str]:
    """Return the full names of the paper and of those annexed to it."""
    return {document.name, *(annex.paper for annex in document.annexes if isinstance(annex, AnnexedPaper))}


def _check_lists(annexed: Document, written: AnnexedPaper, document: Document, context: Context) -> None:
    """Report a paper of another meeting that lists its meeting's documents or participants: here are only our own."""
    if any(nodes(annexed, Documents, Participants)) and annexed.meeting != document.meeting:
        message = f"`{annexed.name}` lists documents or participants of its own meeting, and this paper is of another"
        context.report.error(Code.OTHER_MEETING, message, written.at)


def _whole(annexed: Document, written: AnnexedPaper) -> Annex:
    prefix = f"{annexed.name}:"

    def change(node: Anchored) -> Anchored:
        if isinstance(node, Annex):
            return replace(node, anchor=prefix + node.anchor, appendix=True)
        return replace(node, anchor=prefix + node.anchor)

    document = rewrite(annexed, change, Anchored)
    return Annex(annexed.title, headings=annexed.headings, document=document, anchor=prefix, at=written.at)
