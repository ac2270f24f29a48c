"""The written papers of a meeting -> its zip: each file named by its symbol, an index, and what their sums are.

The same files make the same bytes: a file bears its paper's own date, and nothing is compressed, for Word files, slides
and PDF are already, and what compresses (zlib) differs between machines.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import date as Date  # noqa: N812 -- a date is called date where it is used
from time import perf_counter
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from neaspec_docs.model.page import Page, Written
from neaspec_docs.project import Project
from neaspec_docs.write.pack import index, names
from neaspec_docs.write.paper import File
from neaspec_docs.write.project_files import noted
from neaspec_docs.write.styled import meta

INDEX, SUMS = "index.html", "SHA256SUMS"
MODE = 0o100644
"""A plain file that its owner may change and all may read (POSIX st_mode)."""

_UNIX = 3
_FIRST, _LAST = Date(1980, 1, 1), Date(2107, 12, 31)
"""The days that a zip can name (APPNOTE.TXT 4.4.6)."""


def archive(front: Page, papers: Sequence[Page], files: Sequence[File], project: Project) -> File:
    """Return the zip of the papers' files. What is wrong with the style sheet of its index is a diagnostic."""
    started = perf_counter()
    stems = names.stems([(page.paper, meta(page.root, "symbol")) for page in papers], _short(front))
    days = {page.paper: _day(page) for page in papers}
    slides = {page.paper for page in papers if page.slides}
    held: dict[str, tuple[Date, bytes]] = {}
    listed: dict[str, list[index.Listed]] = {page.paper: [] for page in papers}
    for file in files:
        paper, _, ending = file.path.rpartition(".")
        name = f"{stems[paper]}.{ending}"
        held[name] = days[paper], file.written.data
        pages = file.written.layout.pages if file.written.layout else None
        listed[paper].append(index.Listed(name, len(file.written.data), pages, paper in slides))
    with noted() as read:
        page = index.write(front, listed, project)
    held = {INDEX: (_day(front), page.data), **held}
    held[SUMS] = _day(front), _sums({name: data for name, (_, data) in held.items()})
    seconds = perf_counter() - started + sum(file.seconds for file in files)
    return File(f"{front.paper}.zip", Written(_zip(held), diagnostics=page.diagnostics), seconds, read)


def _short(front: Page) -> str:
    """Return the short name of the meeting: it stands on each page of the front."""
    return meta(front.root, "running-head") or front.paper


def _day(page: Page) -> Date:
    day = meta(page.root, "date")
    return min(max(Date.fromisoformat(day), _FIRST), _LAST) if day else _FIRST


def _sums(files: Mapping[str, bytes]) -> bytes:
    """Return the sums as `sha256sum --check` reads them: no name holds what it would have to be told of."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()


def _zip(files: Mapping[str, tuple[Date, bytes]]) -> bytes:
    """Return a zip of the files in their order. A name that is not ASCII is marked as UTF-8 (APPNOTE.TXT, D.1)."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as zipped:
        for name, (day, data) in files.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = _UNIX
            entry.external_attr = MODE << 16
            zipped.writestr(entry, data)
    return made.getvalue()
