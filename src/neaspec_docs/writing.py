"""Pages -> files in the folder of what is made: those that would come out as they are, are kept, the rest are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from neaspec_docs import stages
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.keep.output_folder import OutputFolder, digests_of, page_digest
from neaspec_docs.keep.record import Output
from neaspec_docs.model.document import Content
from neaspec_docs.model.page import Layout, Page, Written
from neaspec_docs.model.progress import Begin, Begun, Step, Watch
from neaspec_docs.orders import Built, Made, Order
from neaspec_docs.stages import in_order, stops
from neaspec_docs.write import files, formats, jobs
from neaspec_docs.write.jobs import Wanted
from neaspec_docs.write.paper import File
from neaspec_docs.write.workers import Crew


@dataclass(frozen=True, slots=True)
class Task:
    """How files are made: what is known of their folder, and who is told of each step.

    The `crew` writes them, where one is there.
    """

    folder: OutputFolder
    begin: Begin
    crew: Crew | None = None
    _sources: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def sources(self, content: Content, *names: str) -> tuple[str, ...]:
        """Return the files that the Pages of these papers are made from, each once; of a meeting, that of its front.

        They are looked up once: a task has one content.
        """
        for name in names:
            if name not in self._sources:
                self._sources[name] = stages.sources(content, self.folder.order.project, name)
        return tuple(dict.fromkeys(path for name in names for path in self._sources[name]))

    def beginning(self, content: Content) -> Begin:
        """Return who is told of each step; what a paper is made from is looked up while it is written elsewhere."""

        def begin(papers: Sequence[str]) -> Watch:
            watch = self.begin(papers)

            def told(step: Step) -> None:
                watch(step)
                if isinstance(step, Begun):
                    self.sources(content, step.paper)  # it is kept, and asked for again

            return told

        return begin


def begun(verb: str, order: Order, begin: Begin, crew: Crew | None = None) -> Task:
    """Return the task of an order, before any content is read: what is changed from now on is another the next time.

    Raises OSError where the folder holds a manifest that this program did not write.
    """
    with files.refusing():
        return Task(OutputFolder(verb, order), begin, crew)


def papers(pages: Sequence[Page], faults: Sequence[Diagnostic], content: Content, task: Task) -> Built:
    """Write papers in the formats of the order and save the files; `faults` are what was found of them before.

    A format whose library is missing is left out; any other error saves none. Raises UnfitFormatError, and OSError.
    """
    task.folder.loaded()
    order = task.folder.order
    formats.require_fitting(pages, order.formats)
    wanted = [(page, formats.fitting(page, order.formats)) for page in pages]
    digests = _digests(wanted)
    kept = _up_to_date(wanted, digests, content, task)
    made = _written(_stale(wanted, kept), order, task.beginning(content), task.crew)
    found = [one for file in made.values() for one in file.written.diagnostics]
    told = in_order((*faults, *found, *(one for output in kept.values() for one in output.diagnostics)))
    if stops(fault for fault in found if fault.code is not Code.MISSING_LIBRARY):
        return Built((), told)
    whole = {name: file for name, file in made.items() if file.written.data}
    shown = {_path(page, form): page for page, fit in wanted for form in fit}
    outputs = dict(kept)
    for name, file in whole.items():
        outputs[name] = task.folder.output(shown[name], digests[name], file, task.sources(content, shown[name].paper))
    outputs = {name: outputs[name] for name in digests if name in outputs}
    return _saved(outputs, whole, told, task.folder, complete=len(outputs) == len(digests))


def pack(front: Page, papers: Sequence[Page], faults: Sequence[Diagnostic], content: Content, task: Task) -> Built:
    """Write the papers, and all of them in one, side by side; then the zip. Any error saves neither file.

    A paper's own file that a build left in the same folder, and that would come out as it is, is taken from there.
    """
    from neaspec_docs.write.pack.archive import archive
    from neaspec_docs.write.pack.joined import joined

    folder, whole = task.folder, joined(front, papers)
    folder.loaded()
    wanted = [(page, formats.fitting(page, ())) for page in papers]
    digests = _digests(wanted)
    pdf, zipped = _path(front, "pdf"), _path(front, "zip")
    shown = {pdf: (whole, page_digest(whole, "pdf")), zipped: (front, page_digest(front, *digests.values()))}
    made_from = partial(task.sources, content, *(page.paper for page in (front, *papers)))
    known = ((name, folder.up_to_date(name, digest, made_from)) for name, (_, digest) in shown.items())
    outputs = {name: output for name, output in known if output is not None}
    kept = {} if zipped in outputs else _up_to_date(wanted, digests, content, task)
    of_zip = [] if zipped in outputs else _stale(wanted, kept)
    made = _written([*([] if pdf in outputs else [(whole, ("pdf",))]), *of_zip], folder.order, task.begin, task.crew)
    fresh = {} if pdf in outputs else {pdf: made[pdf]}
    if zipped not in outputs:
        single = [made.get(name) or _taken(name, kept[name], folder.order) for name in digests]
        fresh[zipped] = _with(archive(front, papers, single, folder.order.project), single)
    found = {name: outputs[name].diagnostics if name in outputs else fresh[name].written.diagnostics for name in shown}
    repeated = {(fault.code, fault.message) for fault in found[zipped]}  # what a paper lacks is not said again of all
    told = (*found[zipped], *(fault for fault in found[pdf] if (fault.code, fault.message) not in repeated))
    if stops(told):
        return Built((), in_order((*faults, *told)))
    for name, file in fresh.items():
        page, digest = shown[name]
        outputs[name] = folder.output(page, digest, file, made_from())
    outputs = {name: outputs[name] for name in shown}
    return _saved(outputs, fresh, in_order((*faults, *told)), task.folder, complete=True)


def redline(page: Page, order: Order, begin: Begin) -> tuple[tuple[Made, ...], tuple[Diagnostic, ...]]:
    """Write the one paper of a redline and save its files, `order.mark` in their names; nothing is kept of it.

    A format whose library is missing is left out; any other error saves none. Raises UnfitFormatError, and OSError.
    """
    formats.require_fitting([page], order.formats)
    written = _written([(page, formats.fitting(page, order.formats))], order, begin)
    faults = tuple(fault for file in written.values() for fault in file.written.diagnostics)
    if stops(fault for fault in faults if fault.code is not Code.MISSING_LIBRARY):
        return (), faults
    whole = {order.out / _marked(name, order.mark): file for name, file in written.items() if file.written.data}
    files.save({path: file.written.data for path, file in whole.items()})
    return tuple(
        Made(path, file.written.layout.pages if file.written.layout else None, file.seconds, page.slides)
        for path, file in whole.items()
    ), faults


def _path(page: Page, form: str) -> str:
    return f"{page.paper}.{form}"


def _marked(path: str, mark: str) -> str:
    """Return "som-24/report.redline.docx" of "som-24/report.docx"."""
    name, _, form = path.rpartition(".")
    return f"{name}{mark}.{form}"


def _digests(wanted: Sequence[Wanted]) -> dict[str, str]:
    return {_path(page, form): digest for page, fit in wanted for form, digest in digests_of(page, fit).items()}


def _up_to_date(
    wanted: Sequence[Wanted], digests: Mapping[str, str], content: Content, task: Task
) -> dict[str, Output]:
    """Return what is known of those wanted files that would come out as they are."""
    found = {}
    for page, fit in wanted:
        made_from = partial(task.sources, content, page.paper)
        for name in (_path(page, form) for form in fit):
            if (output := task.folder.up_to_date(name, digests[name], made_from)) is not None:
                found[name] = output
    return found


def _stale(wanted: Sequence[Wanted], kept: Mapping[str, Output]) -> list[Wanted]:
    """Return the papers of which files are stale, with their formats: those are to be made."""
    left = [(page, tuple(form for form in fit if _path(page, form) not in kept)) for page, fit in wanted]
    return [(page, fit) for page, fit in left if fit]


def _written(wanted: Sequence[Wanted], order: Order, begin: Begin, crew: Crew | None = None) -> dict[str, File]:
    if not wanted:
        return {}
    made = jobs.write(wanted, order.project, order.jobs, begin([page.paper for page, _ in wanted]), crew)
    return {file.path: file for file in made}


def _taken(name: str, output: Output, order: Order) -> File:
    """Return a file that is there already as one that was written now."""
    layout = None if output.pages is None else Layout(output.pages)
    data = (order.out / name).read_bytes()
    return File(name, Written(data, layout, output.diagnostics), 0, output.read)


def _with(zipped: File, held: Sequence[File]) -> File:
    """Return the zip with what is said of the files in it, and with what they were made from."""
    faults = tuple(fault for file in (*held, zipped) for fault in file.written.diagnostics)
    read = {path: digest for file in (*held, zipped) for path, digest in file.read.items()}
    return replace(zipped, written=replace(zipped.written, diagnostics=faults), read=read)


def _saved(
    outputs: Mapping[str, Output],
    fresh: Mapping[str, File],
    told: tuple[Diagnostic, ...],
    folder: OutputFolder,
    *,
    complete: bool,
) -> Built:
    """Save what was made, then the record and the manifest; return all files of the call."""
    out = folder.order.out
    last = folder.records(outputs, fresh, told, whole=complete)
    files.save({out / name: file.written.data for name, file in fresh.items()}, last)
    made = []
    for name, output in outputs.items():
        seconds = fresh[name].seconds if name in fresh else 0
        made.append(Made(out / name, output.pages, seconds, output.slides, kept=name not in fresh))
    return Built(tuple(made), told, orphans=tuple(out / name for name in folder.orphans()))
