"""A paper -> the other papers and the files that it depends on, so that a fault elsewhere does not stop it."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.model.block import Column, Documents, Image
from neaspec_docs.model.document import AnnexedPaper, Content, Document
from neaspec_docs.model.inline import Reference
from neaspec_docs.model.walk import nodes
from neaspec_docs.resolve import agenda


def of(content: Content, name: str) -> frozenset[str]:
    """Return the full names of the papers that this one cites, annexes or lists; itself is not among them.

    A paper annexed whole brings what it depends on itself.
    """
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        paper = waiting.pop()
        for other, whole in _named(content, paper):
            if whole and other not in found:
                waiting.append(other)
            found[other] = None
    return frozenset(found.keys() - {name})


def files(content: Content, name: str) -> tuple[str, ...]:
    """Return the files of content that a paper is made of, by their paths below the project's folder, sorted.

    They are its own, its meeting's, facts, data, pictures, and all these of the papers that it depends on.
    """
    found: set[str] = set()
    for paper in (name, *of(content, name)):
        meeting = paper.partition("/")[0]
        found |= {f"content/{paper}.yaml", f"content/{meeting}/meeting.yaml"}
        stating = (folder for folder in ("", meeting) if folder in content.facts)
        found |= {f"content/{folder}/facts.yaml".replace("//", "/") for folder in stating}
        document = content.papers.get(paper)
        found |= set() if document is None else {*_shown(document)}
    return tuple(sorted(found - {""}))


def _named(content: Content, name: str) -> Iterator[tuple[str, bool]]:
    """Give the papers named in a paper, and whether each comes in whole."""
    document = content.papers.get(name)
    if document is None:
        return
    for node in nodes(agenda.laid_out(document, content), Reference, AnnexedPaper, Documents):
        match node:
            case Reference(paper=str(paper)):
                yield paper, False
            case AnnexedPaper(paper):
                yield paper, True
            case Documents():
                for listed in content.meetings[document.meeting].papers:
                    yield listed, False
                    yield from ((paper, False) for paper in _in_title(content.papers.get(listed)))
            case _:
                pass


def _in_title(document: Document | None) -> Iterator[str]:
    """Give the other papers that a paper's title cites, whose numbers or symbols it has where it is listed."""
    for node in nodes(document.title if document else (), Reference):
        if node.paper is not None:
            yield node.paper


def concern(content: Content, name: str, fault: Diagnostic) -> bool:
    """Say whether a fault that loading found stands in something that this paper is made of."""
    return _stands_in((name, *of(content, name)), content, fault)


def faults(content: Content, name: str) -> tuple[Diagnostic, ...]:
    """Return the faults that loading found in something that this paper is made of."""
    papers = (name, *of(content, name)) if content.diagnostics else ()
    return tuple(fault for fault in content.diagnostics if _stands_in(papers, content, fault))


def _stands_in(papers: Sequence[str], content: Content, fault: Diagnostic) -> bool:
    places = (fault.at.file, *(other.at.file for other in fault.related))
    return any(_is_of(file, paper, content) for file in places for paper in papers)


def _is_of(file: str, paper: str, content: Content) -> bool:
    """Say whether a file is a paper's own, its meeting's, the facts of all, or data or a picture that it shows."""
    meeting = f"content/{paper.partition('/')[0]}/"
    if file in (f"content/{paper}.yaml", f"{meeting}meeting.yaml", f"{meeting}facts.yaml", "content/facts.yaml"):
        return True
    if PurePosixPath(file).suffix in (".yaml", ".yml"):
        return False
    document = content.papers.get(paper)
    if document is None:  # what it shows is not known: all that lies beside it may be
        return file.startswith(meeting)
    return file in _shown(document)


def _shown(document: Document) -> Iterator[str]:
    """Give the files that a paper shows: those of data, of which the columns of its tables are, and of its pictures."""
    for node in nodes(document, Column, Image):
        yield node.path if isinstance(node, Image) else node.at.file
