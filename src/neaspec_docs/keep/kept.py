"""An order and the folder of what is made -> what there would come out as it is; and the record of what was made.

Two levels. A whole call comes to the same where nothing that may go into a file has another digest, and the files are
still those that were written: then nothing is loaded. Else each file comes out the same where its Page does, and what
its writer asked for. All is compared by content, never by time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from neaspec_docs.keep import digests, machine, manifest, record
from neaspec_docs.keep.record import Call, Entry
from neaspec_docs.orders import Built, Made, Order
from neaspec_docs.project import TEMPLATES, Project

if TYPE_CHECKING:
    from neaspec_docs.diagnostics.diagnostic import Diagnostic

CONTENT = "content"


@dataclass(frozen=True, slots=True)
class State:
    """All that may go into a file, as it stood before anything was read: the machine, and the project's files.

    `inputs` are the digests of the files of content and of templates, by their paths below the project.
    """

    machine: Mapping[str, str]
    inputs: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Return the digest of all of it."""
        return digests.of(record.machine(self.machine), *(word for pair in self.inputs.items() for word in pair))


def state(project: Project) -> State:
    """Return the state of a project on this machine."""
    inputs = {f"{CONTENT}/{name}": digest for name, digest in digests.below(project.content).items()}
    for folder in reversed(project.templates):  # a file in the first of them wins
        inputs |= {f"{TEMPLATES}/{name}": digest for name, digest in digests.below(folder).items()}
    return State(machine.state(), inputs)


def unchanged(verb: str, order: Order) -> Built | None:
    """Return what a call comes to, where that is what it came to before; None where it must be asked."""
    if order.force:
        return None
    known = record.read(order.out)
    call = known.calls.get(words(verb, order))
    if call is None or digests.file(order.out / manifest.NAME) != known.manifest:
        return None
    entries = [known.files.get(name) for name in call.files]
    made = []
    for name, entry in zip(call.files, entries, strict=True):
        if entry is None or digests.file(order.out / name) != entry.sha256:
            return None
        made.append(Made(order.out / name, entry.pages, 0, entry.slides, kept=True))
    elsewhere = {path: digest for entry in entries if entry for path, digest in _elsewhere(entry).items()}
    if any(digest_of(path, order.project) != digest for path, digest in elsewhere.items()):
        return None
    return Built(tuple(made), _said(call)) if state(order.project).digest == call.state else None


def _elsewhere(entry: Entry) -> dict[str, str | None]:
    """Return the digests of what a writer asked for, and of sources outside the folders that are compared whole."""
    whole = (f"{CONTENT}/", f"{TEMPLATES}/")
    return {path: digest for path, digest in entry.sources.items() if not path.startswith(whole)} | dict(entry.read)


def _said(call: Call) -> tuple["Diagnostic", ...]:
    if not call.said:
        return ()
    from neaspec_docs.keep import said

    return said.read(call.said)


def words(verb: str, order: Order) -> str:
    """Return the words of a call, by which it is known: the same for the same targets in any order."""
    targets = sorted({target.rstrip("/") for target in order.targets})
    return " ".join((verb, *targets, *(f"--format {name}" for name in order.formats)))


def digest_of(path: str, project: Project) -> str | None:
    """Return the digest of a file that a Page or a paper names, by its path below the project; None where none is."""
    return digests.file(project.place(path))
