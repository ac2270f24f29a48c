"""A resolved paper, and the characters that no font draws -> a diagnostic for each stretch of them, where it stands."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Related, Severity, named
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.model.block import Image
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes

_SHOWN_AT_MOST = 20
"""In one paper: a page in another script would have hundreds."""

_JOINING = "\u200c\u200d\ufe00-\ufe0f"
_EAST_ASIAN = ("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ", "BOPOMOFO ")
_EMOJI = range(0x1F000, 0x20000)
_FACT = "{{"
_ESCAPE = re.compile(r"\\[xuU]|&#?\w+;")
_DRAWN = re.compile(r"\{[^}]*\}(?:text|tspan|textPath)")
_NAMES = frozenset({
    "at", "id_at", "language_at", "id", "anchor", "path", "href", "kind", "paper", "symbol", "language",
})  # fmt: skip
"""Fields of nodes that hold no words for a reader."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a paper may print, in normal form C, as they were `typed`, and the place of what holds them."""

    text: str
    typed: str
    at: Span


def words(paper: Resolved) -> Iterator[Words]:
    """Give all words of a paper and its meeting, and those of the titles that it lists."""
    listed = tuple((line.title, line.item_title) for line in paper.register)
    for node in nodes((paper.document, paper.meeting, listed)):
        for name in node.__dataclass_fields__:
            if name not in _NAMES:
                value = getattr(node, name)
                for one in value if isinstance(value, tuple) else (value,):
                    if one.__class__ is str and not one.isascii():
                        yield Words(unicodedata.normalize("NFC", one), one, node.at)


def shown(paper: Resolved) -> Iterator[str]:
    """Give the paths of the pictures that a paper shows."""
    return (picture.path for picture in nodes(paper.document, Image))


def drawings(paths: Iterable[str], files: Files) -> Iterator[Words]:
    """Give the words of those pictures that are drawings (SVG)."""
    for path in paths:
        if path.lower().endswith(".svg"):
            try:
                root = ET.fromstring("\n".join(files.lines(path)))  # noqa: S314 -- load refuses entities
            except (ET.ParseError, ValueError):
                continue
            said = "".join(element.text or "" for element in root.iter() if _DRAWN.match(str(element.tag)))
            yield Words(unicodedata.normalize("NFC", said), said, Span(path, 1, 1))


def find(
    said: Iterable[Words], missing: frozenset[str], meeting: str, files: Files, severity: Severity
) -> list[Diagnostic]:
    """Return where in these words there are characters that no font draws, each stretch of them once.

    The words of a fact are looked for in the facts of the `meeting`, and of all; where they can't be found in their
    file as they are, the place is that of what holds them.
    """
    if not missing:
        return []
    one = f"[{''.join(map(re.escape, sorted(missing)))}]"
    stretch = re.compile(rf"{one}(?:[{_JOINING}]|{one}| (?={one}))*")
    found: dict[Span, Diagnostic] = {}
    for held in said:
        for run in stretch.finditer(held.text):
            at, used = _place(held, run, meeting, files)
            found.setdefault(at, _diagnostic(run[0].replace(" ", ""), at, severity, used))
    return [found[at] for at in sorted(found)][:_SHOWN_AT_MOST]


def added(missing: Iterable[str], templates: Sequence[Path], at: Span, severity: Severity) -> Iterator[Diagnostic]:
    """Give where characters stand that no font draws and nobody typed: in a template, else in words of the program."""
    files = [(folder, file) for folder in templates for file in sorted(folder.rglob("*.j2")) if file.is_file()]
    for sign in sorted(missing):
        places = (
            Span(f"{folder.name}/{file.relative_to(folder).as_posix()}", number, line.index(sign) + 1)
            for folder, file in files
            for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
            if sign in line
        )
        yield _diagnostic(sign, next(places, at), severity, ())


def _place(held: Words, run: re.Match[str], meeting: str, files: Files) -> tuple[Span, tuple[Related, ...]]:
    exact = files.find(held.typed, held.at, *run.span()) if held.text == held.typed else None
    if exact is not None:
        return exact, ()
    line = files.lines(held.at.file)[held.at.line - 1 : held.at.line]
    if line and line[0].startswith(_FACT, held.at.column - 1):
        folder = f"content/{meeting}"
        for file in (f"{folder}/facts.yaml", "content/facts.yaml", f"{folder}/meeting.yaml"):
            if at := _search(run[0], Span(file, 1, 1), files):
                return at, (Related(held.at, "printed here"),)
        return held.at, ()
    begin = held.at.column - 1
    if line and _ESCAPE.search(line[0], begin, begin + held.at.length + 1):  # a place may end with its backslash
        return held.at, ()
    return _search(run[0], held.at, files) or held.at, ()


def _search(run: str, begin: Span, files: Files) -> Span | None:
    """Return the first place, from one on, of the characters in their file as they are, else of their first."""
    lines = files.lines(begin.file)[begin.line - 1 :]
    for typed in (run, unicodedata.normalize("NFD", run), run[0], unicodedata.normalize("NFD", run[0])):
        for number, line in enumerate(lines):
            column = line.find(typed, begin.column - 1 if number == 0 else 0)
            if column >= 0:
                return Span(begin.file, begin.line + number, column + 1, len(typed))
    return None


def _diagnostic(run: str, at: Span, severity: Severity, used: tuple[Related, ...]) -> Diagnostic:
    others = len({*re.sub(f"[{_JOINING}]", "", run)}) - 1
    message = f"no font here has {named(run[0])}"
    message += f", nor {others} more of these characters" if others > 1 else ", nor one more" if others else ""
    return Diagnostic(Code.CHARACTER_WITHOUT_FONT, message, at, _cure(run[0]), used, severity)


def _cure(sign: str) -> str:
    if unicodedata.category(sign) == "Cn":
        return f"take it out: up to Unicode {unicodedata.unidata_version} it stands for nothing"
    if ord(sign) in _EMOJI:
        return "say it in words"
    package = "fonts-noto-cjk" if unicodedata.name(sign, "").startswith(_EAST_ASIAN) else "fonts-noto-core"
    return f"take it out, or install a font that has it: on Debian or Ubuntu, one of {package}"
