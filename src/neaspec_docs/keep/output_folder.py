"""A folder of outputs -> which of them are up to date; what is made now -> its record and its manifest."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.keep import digests, inputs, manifest, record, toolchain, word_count
from neaspec_docs.keep.record import Call, Output, Record
from neaspec_docs.keep.up_to_date import is_there
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
        """Look at the folder and at all inputs, before any of them is read. Raises NotOursError.

        So what is changed while files are made is another the next time; when all is read, call `loaded`.
        """
        manifest.require_ours(order.out)
        self.order = order
        self._call = record.call(verb, order)
        self._known = record.read(order.out)
        self._inputs = inputs.of(order.project)
        self._toolchain = toolchain.digest(self._inputs.toolchain)
        self._changed = frozenset[str]()

    def loaded(self) -> None:
        """Look at the inputs again, now that they are read: of one that changed meanwhile nobody knows what it was."""
        before, now = self._inputs.files, inputs.files(self.order.project)
        if before != now:
            self._changed = frozenset(path for path in {**before, **now} if before.get(path) != now.get(path))

    def up_to_date(self, name: str, page_digest: str, sources: Callable[[], Iterable[str]]) -> Output | None:
        """Return the record of an output that would come out as it is; None for a stale one, which is to be made.

        It is up to date where its Page has the same digest, its writer would read the same, by the same toolchain, and
        the file is still the one that was written.
        """
        output = None if self.order.force else self._known.outputs.get(name)
        if output is None or (output.page, output.toolchain) != (page_digest, self._toolchain):
            return None
        if any(self.order.project.digest(path) != read for path, read in output.read.items()):
            return None
        if not is_there(name, output, self.order):
            return None
        return replace(output, sources=self._digests(sources()))

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
        """Return the digests of the files that a Page was made from; None of one that changed while it was read."""
        known, project = self._inputs.files, self.order.project
        return {path: None if path in self._changed else known.get(path) or project.digest(path) for path in sources}

    def records(
        self, outputs: Mapping[str, Output], fresh: Collection[str], found: Sequence[Diagnostic], *, whole: bool
    ) -> dict[Path, bytes]:
        """Return the record and the manifest, in the order in which they are to be put in place.

        Other files of the folder stay in them while they are as they were written and their papers are there. Other
        calls stay that came to none of the `fresh` files: of these other things may be said now. A call that came to
        less than the `whole`, or of which nobody knows what it read, is not written down: it must be asked again.
        """
        out, known = self.order.out, self._known
        others = {name: one for name, one in known.outputs.items() if name not in outputs and self._has_paper(name)}
        listed = {name: one for name, one in others.items() if is_there(name, one, self.order)} | dict(outputs)
        calls = {words: one for words, one in known.calls.items() if self._stays(one, fresh, listed)}
        if whole and not self._changed:
            calls[self._call] = Call(self._inputs.digest(outputs.values()), tuple(outputs), tuple(found))
        else:
            calls.pop(self._call, None)
        used = {one.toolchain for one in listed.values()}
        toolchains = {**known.toolchains, self._toolchain: self._inputs.toolchain}
        toolchains = {digest: one for digest, one in toolchains.items() if digest in used}
        shown = manifest.encode(listed)
        recorded = Record(listed, calls, toolchains, digests.of(shown))
        return {out / record.NAME: record.encode(recorded), out / manifest.NAME: shown}

    def _stays(self, call: Call, fresh: Collection[str], listed: Mapping[str, Output]) -> bool:
        if not listed.keys() >= set(call.outputs) or set(fresh) & set(call.outputs):
            return False
        return self._inputs.digest(listed[name] for name in call.outputs) == call.inputs

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
    """Return what tells a Page from all others, and from the same Page `also` made of something, as of a format.

    Its elements in order, each with the number of its children, are the tree: it need not be written as XML.
    """
    tree = [(element.tag, element.attrib, element.text, element.tail, len(element)) for element in page.root.iter()]
    return digests.joined(page.paper, json.dumps(tree), *also)


def digests_of(page: Page, formats: Iterable[str]) -> dict[str, str]:
    """Return what tells a Page in each of these formats from all others."""
    whole = page_digest(page)
    return {form: digests.joined(whole, form) for form in formats}
