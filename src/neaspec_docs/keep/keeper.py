"""A folder of what is made -> which of its files would come out as they are; what was made now -> its record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree.ElementTree import tostring

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.keep import digests, kept, manifest, record, said, word_count
from neaspec_docs.keep.record import Call, Entry, Record
from neaspec_docs.model.page import Page, Written
from neaspec_docs.orders import Order


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file that was made: the Page that it shows, the Page's digest, what its writer gave and asked for."""

    page: Page
    digest: str
    written: Written
    read: Mapping[str, str | None]


class Keeper:
    """What is known of a folder before files are made there, and what is written down of them afterwards."""

    def __init__(self, verb: str, order: Order) -> None:
        """Look at the folder and at all that may go into its files, before any of it is read.

        So what is changed while files are made is another the next time. Raises NotOursError.
        """
        manifest.require_ours(order.out)
        self.order = order
        self._verb = verb
        self._known = record.read(order.out)
        self._state = kept.state(order.project)
        self._machine = record.machine(self._state.machine)

    def kept(self, name: str, digest: str, sources: Iterable[str]) -> Entry | None:
        """Return what is known of a file that would come out as it is, and None where it must be made.

        That is so where its Page has the same digest, its writer would read the same, by the same means, and the file
        is still the one that was written.
        """
        entry = None if self.order.force else self._known.files.get(name)
        if entry is None or (entry.page, entry.machine) != (digest, self._machine):
            return None
        if any(kept.digest_of(path, self.order.project) != read for path, read in entry.read.items()):
            return None
        if digests.file(self.order.out / name) != entry.sha256:
            return None
        return self._entry(entry, sources)

    def made(self, file: Fresh, sources: Iterable[str]) -> Entry:
        """Return what is to be known of a file that was made."""
        written = file.written
        entry = Entry(
            sha256=digests.plain(written.data),
            pages=written.layout.pages if written.layout else None,
            words=word_count.of(file.page),
            slides=file.page.slides,
            page=file.digest,
            read=file.read,
            machine=self._machine,
            sources={},
            said=tuple(said.written(written.diagnostics)),
        )
        return self._entry(entry, sources)

    def _entry(self, entry: Entry, sources: Iterable[str]) -> Entry:
        """Return it with the digests of the files that its Page was made from."""
        inputs = self._state.inputs
        found = {path: inputs.get(path) or kept.digest_of(path, self.order.project) for path in sources}
        return replace(entry, sources=found)

    def written(self, entries: Mapping[str, Entry], found: Sequence[Diagnostic], *, whole: bool) -> dict[Path, bytes]:
        """Return the record and the manifest, in the order in which they are to be put in place.

        Other files of the folder stay in them while they are as they were written and their papers are there. A call
        that came to less than the `whole` is not written down: it must be asked again.
        """
        out, state = self.order.out, self._state.digest
        others = {name: one for name, one in self._known.files.items() if name not in entries and self._has_paper(name)}
        files = {name: one for name, one in others.items() if digests.file(out / name) == one.sha256} | dict(entries)
        calls = {words: one for words, one in self._known.calls.items() if one.state == state}
        calls = {words: one for words, one in calls.items() if all(name in files for name in one.files)}
        if whole:
            calls[kept.words(self._verb, self.order)] = Call(state, tuple(entries), tuple(said.written(found)))
        used = {one.machine for one in files.values()}
        machines = {**self._known.machines, self._machine: self._state.machine}
        machines = {digest: one for digest, one in machines.items() if digest in used}
        shown = manifest.of(Record(files))
        known = Record(files, calls, machines, digests.plain(shown))
        return {out / record.NAME: record.written(known), out / manifest.NAME: shown}

    def orphans(self) -> tuple[str, ...]:
        """Return the files of the folder that were made of a paper or a meeting that is gone from the content."""
        return tuple(
            name for name in self._known.files if not self._has_paper(name) and (self.order.out / name).exists()
        )

    def _has_paper(self, name: str) -> bool:
        paper = name.rpartition(".")[0]
        source = f"{paper}.yaml" if "/" in paper else f"{paper}/meeting.yaml"
        return (self.order.project.content / source).is_file()


def digest(page: Page, *also: str) -> str:
    """Return what tells a Page from all others, and from the same Page `also` made of something, as of a format."""
    return digests.of(page.paper, tostring(page.root, "utf-8"), *also)
