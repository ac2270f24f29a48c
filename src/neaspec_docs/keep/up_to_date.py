"""An order, and the record of its folder -> what the call comes to, where all that it came to before is up to date.

A whole call comes to the same where no input has another digest, nor any other file that an output was made from, and
the outputs are still those that were written: then nothing is loaded, and neither YAML nor Jinja2 is imported.
"""

from collections.abc import Iterator

from neaspec_docs.keep import digests, inputs, manifest, record
from neaspec_docs.keep.inputs import Inputs
from neaspec_docs.keep.record import Output
from neaspec_docs.orders import Built, Made, Order


def built(verb: str, order: Order) -> Built | None:
    """Return what a call comes to, where that is what it came to before; None where it must be asked."""
    if order.force:
        return None
    known = record.read(order.out)
    call = known.calls.get(record.call(verb, order))
    if call is None or digests.file(order.out / manifest.NAME) != known.manifest:
        return None
    outputs = {name: known.outputs.get(name) for name in call.outputs}
    there = {name: output for name, output in outputs.items() if output is not None and is_there(name, output, order)}
    if len(there) < len(outputs):
        return None
    now = inputs.of(order.project)
    if now.digest(there.values()) != call.inputs:
        return None
    singly = {path: digest for output in there.values() for path, digest in _singly(output, now)}
    if any(order.project.digest(path) != digest for path, digest in singly.items()):
        return None
    made = (Made(order.out / name, output.pages, 0, output.slides, kept=True) for name, output in there.items())
    return Built(tuple(made), call.diagnostics)


def is_there(name: str, output: Output, order: Order) -> bool:
    """Say whether an output is still the file that was written."""
    return digests.file(order.out / name) == output.sha256


def _singly(output: Output, now: Inputs) -> Iterator[tuple[str, str | None]]:
    """Give what a writer read, and the Page's sources that are not among the inputs, with their digests."""
    yield from ((path, digest) for path, digest in output.sources.items() if path not in now.files)
    yield from output.read.items()
