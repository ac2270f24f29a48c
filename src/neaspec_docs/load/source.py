"""A file on disk -> its text, the place of each of its characters, and the list that its faults go to."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import TypeVar

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Diagnostics, Edit, Related
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.load.characters import REPLACEMENT, UNFIT, is_fit, unfit
from neaspec_docs.plain_files import NoPlainFileError, TooLargeError
from neaspec_docs.project import Project

T = TypeVar("T")

CLOSED_HELP = "let yourself read it, or ask its owner to"
"""What to do about a file or a folder that the system lets nobody, or not this user, read."""

_OTHER_ENCODINGS = {  # the longer first, for the mark of UTF-32 begins as that of UTF-16 (YAML 1.2.2, 5.2)
    "UTF-32": re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff|[^\0]\0\0\0|\0\0\0[^\0]", re.DOTALL),
    "UTF-16": re.compile(rb"\xff\xfe|\xfe\xff|(?:[^\0]\0){2}|(?:\0[^\0]){2}", re.DOTALL),
}
"""How a file begins that is in another encoding of Unicode, with its mark or without."""

_BEGINNING, _MANY_ZEROS = 1_000, 3

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")
"""How a document of an office program begins: ISO/IEC 29500-2, what came before it, RTF and PDF."""

_REFERRED_TO = re.compile(r"\bid['\"]?\s*:|\[\^")  # an id, and the call of a footnote that none should call uncited
_LINE_END = re.compile(r"\n")
_QUOTED_AT_MOST = 60
_SHOWN_AT_MOST = 20  # a file of bytes would have thousands


class Text(Enum):
    """How the text of a scalar is read: what its line breaks mean."""

    WORDS = auto()
    """Characters in which all white space is one space: a venue, an id."""

    TITLE = auto()
    """Inline text of one paragraph."""

    PROSE = auto()
    """Inline text; a blank line parts two paragraphs."""

    CELL = auto()
    """As PROSE, and lines that begin with `- ` are a list."""


class TooManyFaultsError(Exception):
    """A file has more faults than are told; `reading` catches it."""


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """The keys that a mapping may have, in the order in which they are declared.

    Those in `as_written` say something by their order, so they keep the one that the file has.
    """

    keys: tuple[str, ...]
    as_written: frozenset[str] = frozenset()


@dataclass(slots=True)
class Source:
    """A file that is being read.

    `text` has no byte order mark, and only line feeds at the ends of its lines; most of those of the file are `ends`.
    `lost` becomes true where a part had to be left out that other parts may refer to: then the rest is not fit to be
    checked. `blamed` are the offsets of nodes that were found at fault already: what they hold is no new fault. `texts`
    and `orders` say of scalars and mappings, by their offsets, as what they were read: `fmt` lays a file out by them.
    `cells` counts those of its tables.
    """

    file: str
    text: str
    folder: Path
    project: Project
    faults: Diagnostics
    lost: bool = False
    blamed: set[int] = field(default_factory=set)
    texts: dict[int, Text] = field(default_factory=dict)
    orders: dict[int, KeyOrder] = field(default_factory=dict)
    ends: str = "\n"
    cells: int = 0
    _lines: list[int] = field(init=False)
    _told: int = 0

    def __post_init__(self) -> None:
        """Note where each line begins."""
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(self.text)), len(self.text) + 1]

    def encoded(self, text: str) -> bytes:
        """Return a new text of the file as its bytes: in UTF-8, with the ends that most of its lines have."""
        return text.replace("\n", self.ends).encode()

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from `start` up to `end`, or to the end of the line they begin in."""
        line = bisect_right(self._lines, start)
        column = start - self._lines[line - 1] + 1
        stop = min(end, self._lines[line] - 1 if line < len(self._lines) else len(self.text))
        return Span(self.file, line, column, max(1, stop - start))

    def drop(self, start: int, end: int) -> None:
        """Leave out a part of the file; what it defines or cites would be missed elsewhere."""
        self.lost = self.lost or bool(_REFERRED_TO.search(self.text, start, end))

    def error(
        self, code: Code, message: str, at: Span, help: str | None = None, related: Iterable[Related] = ()
    ) -> None:
        """Note a fault of this file. Raises TooManyFaultsError where so many are told that it is read no further."""
        self._told += 1
        if self._told > limits.MOST_FAULTS:
            self.faults.error(
                Code.LIMIT_REACHED,
                f"here is the fault after {limits.MOST_FAULTS} others, and the rest of the file is not read",
                at,
                "mend those first; if the file is no content at all, take it out",
            )
            raise TooManyFaultsError
        self.faults.error(code, message, at, help, related)


def read(path: Path, project: Project, faults: Diagnostics) -> Source | None:
    """Return the file's text, or None where it can't be read as UTF-8; what is wrong with it goes into `faults`.

    A character that no text may hold is reported at its place and replaced, so that the rest can still be read.
    """
    file = path.relative_to(project.root).as_posix()
    try:
        if not project.holds(path):
            help = "bring it into the project itself"
            faults.error(Code.OUTSIDE_PROJECT, "the file is a link to one outside the project", Span(file, 1, 1), help)
            return None
        data = plain_files.read(path, limits.LARGEST_TEXT)
    except TooLargeError as error:
        help = "no paper is so long: part it, or take out what is no text"
        faults.error(Code.LIMIT_REACHED, f"the file can't be read: {error.strerror}", Span(file, 1, 1), help)
        return None
    except NoPlainFileError as error:
        help = "take it out: content stands in files"
        faults.error(Code.UNREADABLE_FILE, f"the file can't be read: {error.strerror}", Span(file, 1, 1), help)
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        faults.error(Code.UNREADABLE_FILE, f"the file can't be read: {reason}", Span(file, 1, 1))
        return None
    if encoding := _other_encoding(data):
        faults.error(Code.UNREADABLE_FILE, f"the file is {encoding}", Span(file, 1, 1), _as_utf_8(file))
        return None
    if data.startswith(_OFFICE):
        help = "save it as plain text" if path.suffix in (".yaml", ".yml") else "save the sheet as CSV"
        faults.error(
            Code.UNREADABLE_FILE, "the file is a document of an office program, not text", Span(file, 1, 1), help
        )
        return None
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    ends = "\r\n" if data.count(b"\r\n") * 2 > data.count(b"\n") else "\n"
    source = Source(file, text, path.parent, project, faults, ends=ends)
    if not is_fit(text):  # and so the sign too that stands in for what is no UTF-8
        whole = _check_encoding(data.removeprefix(b"\xef\xbb\xbf"), source)
        refused = (found for found in UNFIT.finditer(text) if whole or found[0] != REPLACEMENT)
        for found in islice(refused, _SHOWN_AT_MOST):
            refuse(found[0], source, source.span(*found.span()), written=True)
        source.text = UNFIT.sub(REPLACEMENT, text)
    return source


def reading(source: Source, read: Callable[[Source], T | None]) -> T | None:
    """Return what is read of a file; None where it has more faults than are told."""
    try:
        return read(source)
    except TooManyFaultsError:
        source.lost = True
        return None


def quoted(written: str) -> str:
    """Return what an author wrote as a message quotes it: in backticks, in one line, and not at great length."""
    words = " ".join(written.split())
    return f"`{words if len(words) <= _QUOTED_AT_MOST else words[: _QUOTED_AT_MOST - 3] + '...'}`"


def refuse(character: str, source: Source, at: Span, *, written: bool = False) -> None:
    """Note a character that no text may hold; one that is `written` at that place as it is can be deleted there."""
    said = unfit(character)
    fix = (Edit(at, ""),) if written and said.unseen else ()
    source.faults.extend([Diagnostic(said.code, said.message, at, said.help, fix=fix)])


def fit(value: str, written: str, source: Source, at: Span) -> str:
    """Return the value of what was written at a place, where an escape brought in what no text may hold replaced."""
    for sign in dict.fromkeys(sign for sign in UNFIT.findall(value) if sign not in written):
        refuse(sign, source, at)
    return UNFIT.sub(REPLACEMENT, value)


def _other_encoding(data: bytes) -> str | None:
    """Name the encoding of Unicode that a file is in where it is not UTF-8, as far as its beginning tells.

    In UTF-16 each letter, mark and blank of ASCII has a zero beside it, always on the same side; text holds none.
    """
    if found := next((name for name, begins in _OTHER_ENCODINGS.items() if begins.match(data)), None):
        return found
    zeros = [place % 2 for place, byte in enumerate(data[:_BEGINNING]) if byte == 0]
    return "UTF-16" if len(zeros) >= _MANY_ZEROS and len(set(zeros)) == 1 else None


def _as_utf_8(file: str) -> str:
    """Return how a file becomes UTF-8."""
    if file.endswith((".yaml", ".yml")):
        return "save it as UTF-8: the editor asks for the encoding under “Save as”"
    return "save it as UTF-8, which a spreadsheet calls “CSV UTF-8”"


def _check_encoding(data: bytes, source: Source) -> bool:
    """Say whether all of it is UTF-8, and note the first byte that is not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        source.error(
            Code.UNREADABLE_FILE,
            f"the byte 0x{data[error.start]:02X} is not UTF-8",
            source.span(len(before), len(before) + 1),
            _as_utf_8(source.file),
        )
        return False
    return True
