"""The record in the folder of what is made: what each file there was made from, and what each call came to.

The record is the program's own (`.neaspec-docs.json`); what of it people and programs may rely on is in the manifest.
One that is missing, damaged or of another version of the program is as none: then all is made again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from neaspec_docs.keep import digests

NAME = ".neaspec-docs.json"
_FORM = 1
"""The form of the record; one in another form is not read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that was made: its own digest, its pages, its words, and what it was made from.

    `page` is the digest of its Page, `read` those of the files that its writer asked for (None: it was not there),
    `machine` that of what it was made by and with; where all three are as they were, so is the file. `sources` are the
    project's files that the Page was made from. `said` are diagnostics, as JSON has them.
    """

    sha256: str
    pages: int | None
    words: int
    slides: bool
    page: str
    read: Mapping[str, str | None]
    machine: str
    sources: Mapping[str, str | None]
    said: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """What a call came to: the digest of all that may go into a file, the files by name, and what was said."""

    state: str
    files: tuple[str, ...]
    said: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the files in a folder, by their paths from there, and of calls, by their words.

    `machines` says what stands behind the digest of each machine; `manifest` is the digest of the manifest's bytes.
    """

    files: Mapping[str, Entry] = field(default_factory=dict)
    calls: Mapping[str, Call] = field(default_factory=dict)
    machines: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    manifest: str = ""


def read(out: Path) -> Record:
    """Return the record of a folder; an empty one where there is none that can be read."""
    try:
        said = json.loads((out / NAME).read_bytes())
        if said["form"] != _FORM:
            return Record()
        files = {name: _entry(one) for name, one in said["files"].items()}
        calls = {name: _call(one) for name, one in said["calls"].items()}
        machines = {name: _digests(one) for name, one in said["machines"].items()}
        return Record(files, calls, machines, _text(said["manifest"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record()


def _entry(said: Mapping[str, Any]) -> Entry:
    pages, words = said["pages"], said["words"]
    if not isinstance(words, int) or not isinstance(pages, int | None):
        raise TypeError
    return Entry(
        sha256=_text(said["sha256"]),
        pages=pages,
        words=words,
        slides=bool(said["slides"]),
        page=_text(said["page"]),
        read=_digests(said["read"]),
        machine=_text(said["machine"]),
        sources=_digests(said["sources"]),
        said=_diagnostics(said["said"]),
    )


def _call(said: Mapping[str, Any]) -> Call:
    return Call(_text(said["state"]), tuple(map(_text, said["files"])), _diagnostics(said["said"]))


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _digests(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if one is None else _text(one) for name, one in said.items()}


def _diagnostics(found: Sequence[Any]) -> tuple[Any, ...]:
    """Return diagnostics as JSON has them; they are read once, to see that they can be."""
    if found:
        from neaspec_docs.keep import said

        said.read(found)
    return tuple(found)


def written(record: Record) -> bytes:
    """Return the bytes of a record."""
    said = {
        "form": _FORM,
        "manifest": record.manifest,
        "machines": record.machines,
        "files": {name: _fields(entry) for name, entry in sorted(record.files.items())},
        "calls": {name: _fields(call) for name, call in sorted(record.calls.items())},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8", "surrogatepass")


def _fields(one: Entry | Call) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}


def machine(known: Mapping[str, str]) -> str:
    """Return the digest of what files are made by and with."""
    return digests.of(*(f"{name} {value}" for name, value in sorted(known.items())))
