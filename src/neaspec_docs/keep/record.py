"""`.neaspec-docs.json` <-> Record: what each output of a folder was made from, and what each call came to.

The record is the program's own; what of it people and programs may rely on is in the manifest. One that is missing,
damaged or of another version of the program is as none: then all is made again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from neaspec_docs import plain_files
from neaspec_docs.keep.values import name, text
from neaspec_docs.limits import LARGEST_PICTURE

if TYPE_CHECKING:  # a build that has nothing to do, and nothing to say, answers without them
    from neaspec_docs.diagnostics.diagnostic import Diagnostic
    from neaspec_docs.orders import Order

NAME = ".neaspec-docs.json"
_FORM = 2
"""The form of the record; one in another form is not read."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that was made: its own digest, its pages, its words, what was said of it, and what it was made from.

    `page` is the digest of its Page, `read` those of the files that its writer asked for (None: it was not there),
    `toolchain` that of what it was made with; where all three are as they were, so is the file. `sources` are the
    digests of the project's files that the Page was made from.
    """

    sha256: str
    pages: int | None
    words: int
    slides: bool
    page: str
    read: Mapping[str, str | None]
    toolchain: str
    sources: Mapping[str, str | None]
    diagnostics: "tuple[Diagnostic, ...]"


@dataclass(frozen=True, slots=True)
class Call:
    """What a call came to: the digest of all inputs (`Inputs.digest`), the outputs by name, and what was said."""

    inputs: str
    outputs: tuple[str, ...]
    diagnostics: "tuple[Diagnostic, ...]"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the outputs in a folder, by their paths from there, and of calls, by their words.

    `toolchains` says what stands behind the digest of each; `manifest` is the digest of the manifest's bytes.
    """

    outputs: Mapping[str, Output] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    toolchains: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    manifest: str = ""


def call(verb: str, order: "Order") -> str:
    """Return what a call is known by: JSON, which parts word from word; the same for the same targets in any order."""
    targets = sorted({target.rstrip("/") for target in order.targets})
    return json.dumps([verb, targets, [*order.formats]])


def read(out: Path) -> Record:
    """Return the record of a folder; an empty one where there is none that can be read."""
    try:
        said = json.loads(plain_files.read(out / NAME, LARGEST_PICTURE))
        if said["form"] != _FORM:
            return Record()
        outputs = {name(path): _output(one) for path, one in said["outputs"].items()}
        calls = {words: _call(one) for words, one in said["calls"].items()}
        toolchains = {digest: _digests(one) for digest, one in said["toolchains"].items()}
        return Record(outputs, calls, toolchains, text(said["manifest"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record()


def _output(said: Mapping[str, Any]) -> Output:
    pages, words = said["pages"], said["words"]
    if not isinstance(words, int) or not isinstance(pages, int | None):
        raise TypeError
    return Output(
        sha256=text(said["sha256"]),
        pages=pages,
        words=words,
        slides=bool(said["slides"]),
        page=text(said["page"]),
        read=_digests(said["read"]),
        toolchain=text(said["toolchain"]),
        sources=_digests(said["sources"]),
        diagnostics=_diagnostics(said["diagnostics"]),
    )


def _call(said: Mapping[str, Any]) -> Call:
    outputs = tuple(map(name, said["outputs"]))
    return Call(text(said["inputs"]), outputs, _diagnostics(said["diagnostics"]))


def _digests(said: Mapping[str, Any]) -> dict[str, Any]:
    return {path: None if one is None else text(one) for path, one in said.items()}


def _diagnostics(said: Sequence[Any]) -> "tuple[Diagnostic, ...]":
    if not said:
        return ()
    from neaspec_docs.keep import diagnostics_json

    return diagnostics_json.decode(said)


def encode(record: Record) -> bytes:
    """Return the bytes of a record."""
    said = {
        "form": _FORM,
        "manifest": record.manifest,
        "toolchains": record.toolchains,
        "outputs": {path: _fields(output) for path, output in record.outputs.items()},
        "calls": {words: _fields(one) for words, one in record.calls.items()},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")


def _fields(one: Output | Call) -> dict[str, Any]:
    from neaspec_docs.keep import diagnostics_json

    fields = {key: getattr(one, key) for key in one.__slots__}
    return {**fields, "diagnostics": diagnostics_json.encode(one.diagnostics)}
