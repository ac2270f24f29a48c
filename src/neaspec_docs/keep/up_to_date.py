"""An order, and the record of its folder -> what the call comes to, where all that it came to before is up to date.

A whole call comes to the same where no input has another digest, and the outputs are still those that were written:
then nothing is loaded, and neither YAML nor Jinja2 is imported.
"""

from neaspec_docs.keep import digests, inputs, manifest, record
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
    made, elsewhere = [], dict[str, str | None]()
    for name in call.outputs:
        output = known.outputs.get(name)
        if output is None or digests.file(order.out / name) != output.sha256:
            return None
        made.append(Made(order.out / name, output.pages, 0, output.slides, kept=True))
        elsewhere |= _elsewhere(output)
    if any(inputs.digest_of(path, order.project) != digest for path, digest in elsewhere.items()):
        return None
    return Built(tuple(made), call.diagnostics) if inputs.of(order.project).digest == call.inputs else None


def _elsewhere(output: Output) -> dict[str, str | None]:
    """Return the digests of what a writer read, and of the Page's sources that are not among the inputs."""
    return {path: digest for path, digest in output.sources.items() if not inputs.within(path)} | dict(output.read)
