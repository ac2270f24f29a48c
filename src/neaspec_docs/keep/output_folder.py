"""A folder of outputs -> which of them are up to date; what is made now -> its record and its manifest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol
from xml.etree.ElementTree import tostring

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.keep import digests, inputs, manifest, record, toolchain, word_count
from neaspec_docs.keep.record import Call, Output, Record
from neaspec_docs.model.page import Page, Written
from neaspec_docs.orders import Order


class WrittenFile(Protocol):
    """What a writer gave, and the digests of the files that it read for it, as `Output.read` has them."""

    @property
    def written(self) -> Written: ...  # noqa: D102 -- above
    @property
    def read(self) -> Mapping[str, str | None]: ...  # noqa: D102 -- above


class OutputFolder:
    """What is known of a folder before files are made there, and what is written down of them afterwards."""

    def __init__(self, verb: str, order: Order) -> None:
        """Look at the folder and at all inputs, before any of them is read.

        So what is changed while files are made is another the next time. Raises NotOursError.
        """
        manifest.require_ours(order.out)
        self.order = order
        self._call = record.call(verb, order)
        self._known = record.read(order.out)
        self._inputs = inputs.of(order.project)
        self._toolchain = toolchain.digest(self._inputs.toolchain)

    def up_to_date(self, name: str, page_digest: str, sources: Iterable[str]) -> Output | None:
        """Return the record of an output that would come out as it is; None for a stale one, which is to be made.

        It is up to date where its Page has the same digest, its writer would read the same, by the same toolchain, and
        the file is still the one that was written.
        """
        output = None if self.order.force else self._known.outputs.get(name)
        if output is None or (output.page, output.toolchain) != (page_digest, self._toolchain):
            return None
        if any(inputs.digest_of(path, self.order.project) != read for path, read in output.read.items()):
            return None
        if digests.file(self.order.out / name) != output.sha256:
            return None
        return replace(output, sources=self._digests(sources))

    def output(self, page: Page, page_digest: str, file: WrittenFile, sources: Iterable[str]) -> Output:
        """Return the record of a file that was made of a Page."""
        written = file.written
        return Output(
            sha256=digests.of(written.data),
            pages=written.layout.pages if written.layout else None,
            words=word_count.of(page),
            slides=page.slides,
            page=page_digest,
            read=file.read,
            toolchain=self._toolchain,
            sources=self._digests(sources),
            diagnostics=written.diagnostics,
        )

    def _digests(self, sources: Iterable[str]) -> dict[str, str | None]:
        """Return the digests of the files that a Page was made from."""
        known = self._inputs.files
        return {path: known.get(path) or inputs.digest_of(path, self.order.project) for path in sources}

    def records(self, outputs: Mapping[str, Output], found: Sequence[Diagnostic], *, whole: bool) -> dict[Path, bytes]:
        """Return the record and the manifest, in the order in which they are to be put in place.

        Other files of the folder stay in them while they are as they were written and their papers are there. A call
        that came to less than the `whole` is not written down: it must be asked again.
        """
        out, known, all_inputs = self.order.out, self._known, self._inputs.digest
        others = {name: one for name, one in known.outputs.items() if name not in outputs and self._has_paper(name)}
        listed = {name: one for name, one in others.items() if digests.file(out / name) == one.sha256} | dict(outputs)
        calls = {words: one for words, one in known.calls.items() if one.inputs == all_inputs}
        calls = {words: one for words, one in calls.items() if all(name in listed for name in one.outputs)}
        if whole:
            calls[self._call] = Call(all_inputs, tuple(outputs), tuple(found))
        used = {one.toolchain for one in listed.values()}
        toolchains = {**known.toolchains, self._toolchain: self._inputs.toolchain}
        toolchains = {digest: one for digest, one in toolchains.items() if digest in used}
        shown = manifest.encode(listed)
        recorded = Record(listed, calls, toolchains, digests.of(shown))
        return {out / record.NAME: record.encode(recorded), out / manifest.NAME: shown}

    def orphans(self) -> tuple[str, ...]:
        """Return the files of the folder that were made of a paper or a meeting that is gone from the content."""
        return tuple(
            name for name in self._known.outputs if not self._has_paper(name) and (self.order.out / name).exists()
        )

    def _has_paper(self, name: str) -> bool:
        paper = name.rpartition(".")[0]
        source = f"{paper}.yaml" if "/" in paper else f"{paper}/meeting.yaml"
        return (self.order.project.content / source).is_file()


def page_digest(page: Page, *also: str) -> str:
    """Return what tells a Page from all others, and from the same Page `also` made of something, as of a format."""
    return digests.joined(page.paper, tostring(page.root, "utf-8"), *also)
