"""A number -> a project of real content spoiled by chance, and what the program makes of it; `make fuzz` runs it.

The same number spoils the same way on every machine. Nothing here asks for coverage: atheris installs on Linux alone,
while our lock is for every platform; and it watches the branches of Python, not those of libyaml, expat and Pango.
"""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeAlias
from xml.etree import ElementTree as ET

import page
import readers
from openxml_audit import OpenXmlValidator

from neaspec_docs import pipeline
from neaspec_docs.diagnostics import show
from neaspec_docs.project import Project, UnknownTargetError

ROOT = Path(__file__).parents[1]
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">'
    '<style>.b { fill: url(#a) }</style><defs><linearGradient id="a"><stop offset="0"/></linearGradient>'
    '<pattern id="p" width="9" height="9"><path id="d" d="M0 0L9 9"/></pattern></defs><g transform="scale(2)">'
    '<rect class="b" width="9" height="9" fill="url(#p)"/><use xlink:href="#d"/><text x="1">Lake</text></g></svg>'
)
_FIGURES = """
  - figure: The lakes
    image: images/drawn.svg
    alt: A lake between two hills.
  - figure: Nests
    chart: {type: bar, categories: [2019, "=cmd|' /C calc'!A0"], series: [{name: Nests, values: [1, 2.5]}]}
    alt: Nests rose from one to two and a half.
"""

_HOSTILE = (
    *("", " ", "~", "null", "[]", "{}", "- ", "? ", ": ", "|", ">-", "!x ", "&a ", "*a", "%", "@", "`"),
    *("---\n", "...\n", "#", " #", "\t", "\n", "\n\n", "'", '"', '"\\', "'' ", "\r", "\x00", "\x1b[31m"),
    *("\x0b", "\ufeff", "\u200b", "\u2028", "\u202e", "\ud7ff", "\U000f1234", "\ufffe", "中", "ب", "🏳️‍🌈"),
    *("e\u0301", "ﬁ", "\u0301" * 40, "𝔘", "￼", "שלום", "ไทย", "{{", "}}", "{{ facts.x }}"),
    *("{{ meeting.dates | dates }}", "{{ ''.__class__ }}", "{% for a in b %}", "{{ a|a|a }}", "[](#a)"),
    *("[](", "](", "[^a]", "[^", "**", "*", "_", "~", "^", "``", "<", "&", "&amp;", "&#0;", "&#xd800;"),
    *("\\", "://", "http://a.b/c", "<http://x>", "[a](javascript:x)", "![a](b)", "[[", "]]", "((", "]]>"),
    *("<!--", "<script>", "</p>", "0", "-1", "1e999", "NaN", "9" * 400, "1.10", "0x1F", "1,000", "100%"),
    *("101%", "2020-02-30", "0000-00-00", "25:61", "../..", "/etc/passwd", "file:///etc/passwd"),
    *("http://127.0.0.1:9/", "data:image/png;base64,", "images", "C:\\x", "=1+1", "=cmd|'/C calc'!A0"),
    *("+1", "@SUM(A1)", "a" * 5000, "a " * 3000, "(" * 300, "[" * 300, "> " * 90, "- " * 90, "true", "no"),
    *("(a)", "i.", "1.1.1.1.1.1.1", "ENEA/SOM/24/1", "zh", "ar", "xx-YY", "landscape", "total", "slides"),
)
"""What is put in somewhere."""

_PRINTED = tuple(one for one in _HOSTILE if one.isprintable() and not re.search(r"\{\{|#|: |^[-?|>!&*%@] ?$|\(#", one))
"""What of it running text can hold, so that it comes to be printed."""

Spoiling: TypeAlias = Callable[[Random, str], str]


def _bytes(chance: Random, text: str) -> str:
    """Turn bits around; what is no UTF-8 any more stays so."""
    data = bytearray(text.encode("utf-8", "surrogateescape"))
    for _ in range(chance.randint(1, 4)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data.decode("utf-8", "surrogateescape")


def _cut(chance: Random, text: str) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.choice((1, 1, 2, 5, 40, 400)) :]


def _put(chance: Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_HOSTILE) + text[at:]


def _word(chance: Random, text: str) -> str:
    """Put something else in the place of a word."""
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at] = chance.choice((*_HOSTILE, words[chance.randrange(len(words))]))
    return " ".join(words)


def _value(chance: Random, text: str) -> str:
    """Put something else behind the colon or dash of a line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    for sign in chance.sample((": ", "- "), 2):
        head, found, _ = lines[at].partition(sign)
        if found:
            lines[at] = head + found + chance.choice(_HOSTILE)
            break
    return "\n".join(lines)


def _key(chance: Random, text: str) -> str:
    """Give a line the key of another."""
    lines = text.split("\n")
    keyed = [number for number, line in enumerate(lines) if ":" in line]
    if len(keyed) > 1:
        at, other = chance.sample(keyed, 2)
        lead = lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
        lines[at] = lead + lines[other].partition(":")[0].strip(" -") + ":" + lines[at].partition(":")[2]
    return "\n".join(lines)


def _lines(chance: Random, text: str) -> str:
    """Take out, repeat, swap or move lines, or bring them in or out."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    end = min(len(lines), start + chance.choice((1, 1, 1, 2, 5, 20)))
    some = lines[start:end]
    match chance.randrange(6):
        case 0:
            lines[start:end] = []
        case 1:
            lines[start:end] = some * chance.choice((2, 2, 3, 30))
        case 2:
            lines[start:end] = chance.sample(some, len(some))
        case 3:
            lines[start:end] = []
            at = chance.randint(0, len(lines))
            lines[at:at] = some
        case 4:
            lines[start:end] = [" " * chance.choice((1, 2, 4)) + line for line in some]
        case _:
            lines[start:end] = [line[chance.choice((1, 2, 4)) :] for line in some]
    return "\n".join(lines)


_RUNNING = re.compile(r"( +(?:(?:- )*para: )?)([A-Za-z]+(?: (?!#)[^ :]+){3,})$")
"""A line of running text: what stands before it, and its words."""


def _running(chance: Random, text: str) -> str:
    """Put something printable in the place of a word of running text, or beside it."""
    lines = text.split("\n")
    places = [(number, found) for number, line in enumerate(lines) if (found := _RUNNING.match(line))]
    if places:
        at, found = chance.choice(places)
        words = found[2].split(" ")
        start = chance.randrange(1, len(words))  # the first word stays: at the beginning signs have meanings
        words[start : start + chance.randrange(2)] = [chance.choice(_PRINTED)]
        lines[at] = found[1] + " ".join(words)
    return "\n".join(lines)


def _blocks(chance: Random, text: str) -> str:
    """Take out, repeat or move blocks of the body, whole."""
    head, found, body = text.partition("\nbody:\n")
    blocks = re.split(r"(?m)^(?=  - )", body)
    start = chance.randrange(len(blocks))
    some = blocks[start : start + chance.choice((1, 1, 2, 5))]
    match chance.randrange(3):
        case 0:
            blocks[start : start + len(some)] = []
        case 1:
            blocks[start:start] = some * chance.choice((1, 2, 9))
        case _:
            blocks[start : start + len(some)] = []
            at = chance.randint(0, len(blocks))
            blocks[at:at] = some
    return head + found + "".join(blocks)


_SPOILING: Sequence[Spoiling] = (_bytes, _cut, _put, _put, _word, _word, _value, _value, _key, _lines, _lines)


@dataclass(frozen=True, slots=True)
class Sample:
    """Real content: a folder that holds `content/`, and the paper in it that is built."""

    top: Path
    paper: str
    drawn: bool = False


_WHOLE = ROOT / "tests" / "whole"
SAMPLES: Sequence[Sample] = (
    *(Sample(_WHOLE / "sample", "ex-1/herons", drawn=True) for _ in range(4)),
    Sample(_WHOLE / "sample", "ex-1/timetable"),
    Sample(_WHOLE / "sample", "ex-2/reeds"),
    *(Sample(ROOT, name) for name in ("som-24/report", "som-24/agenda", "som-24/documents", "nfp-2/concept-note")),
    *(Sample(ROOT, "workshop-2024/overview") for _ in range(2)),
    *(Sample(_WHOLE / "languages", f"{language}/paper") for language in ("fr", "ja", "mn", "zh")),
    Sample(ROOT, "som-24/strategic-plan"),
)


def spoiled(chance: Random, folder: Path, *, gently: bool = False) -> tuple[Project, str]:
    """Write a sample into an empty folder, with one or several of its files spoiled; return it and its paper's name.

    What is spoiled `gently` has another order and other words, and half of it is built; of the rest, a fifth.
    """
    sample = chance.choice(SAMPLES)
    meeting, _, name = sample.paper.partition("/")
    shutil.copytree(sample.top / "content", folder / "content")
    paper = folder / "content" / f"{sample.paper}.yaml"
    if sample.drawn:
        (folder / "content" / meeting / "images" / "drawn.svg").write_text(_DRAWING, "utf-8")
        whole = paper.read_text("utf-8")
        paper.write_text(whole.replace("\nbody:", f"\nbody:{_FIGURES}".rstrip("\n"), 1), "utf-8")
    beside = [path for path in sorted((folder / "content").rglob("*")) if path.is_file() and path.suffix != ".md"]
    near = [path for path in beside if path.parent.name in ("content", meeting, "images", "data")]
    if gently:
        text = paper.read_text("utf-8")
        for _ in range(chance.randint(1, 9)):
            text = chance.choice((_running, _running, _running, _running, _blocks))(chance, text)
        paper.write_text(text, "utf-8")
        return Project(folder), f"{meeting}/{name}"
    for path in {paper, *chance.sample(near, 2)} if not chance.randrange(4) else {chance.choice((paper, paper, *near))}:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            text = _bytes(chance, text) if path.suffix == ".png" else chance.choice(_SPOILING)(chance, text)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return Project(folder), f"{meeting}/{name}"


_RARELY = 8
"""LibreOffice, which takes seconds, reads one of so many files."""


class WrongFileError(Exception):
    """A file that was made, and that a reader of its format refuses."""


def judged(project: Project, paper: str, chance: Random, out: Path) -> str:
    """Check, lay out and build a paper; return "built" or "refused". An exception is what the fuzz is after.

    Every file is read again, by readers that we did not write: Word by openxml-audit and pandoc, PowerPoint by
    openxml-audit, PDF by page-validation (PDF/UA-1) and Poppler; some by LibreOffice, some html by pandoc.
    """
    faults = pipeline.faults(project)
    _say(faults, project)
    if not chance.randrange(3):
        _say(pipeline.checked(project), project)
    if not chance.randrange(3):
        with suppress(UnknownTargetError):
            _say(pipeline.formatted(project, [paper], write=False).diagnostics, project)
    if pipeline.stops(faults) and chance.randrange(5):
        return "refused"
    formats = {"html", "pdf"} if not chance.randrange(5) else {"html"}
    order = pipeline.Order(project, [paper], sorted(formats | {_office(project, paper)}), out, jobs=1)
    try:
        if not chance.randrange(3):
            _say(pipeline.outlined(project, paper)[1], project)
        built = pipeline.build(order)
    except UnknownTargetError:  # the paper's name, or its meeting, is what was spoiled
        return "refused"
    _say(built.diagnostics, project)
    if pipeline.stops(built.diagnostics):
        assert not built.made
        return "refused"
    assert built.made
    for made in built.made:
        _read(made.path, chance)
    return "built"


def _office(project: Project, paper: str) -> str:
    """Return the office format that the paper can have as it is now."""
    document = pipeline.listing(project)[0].papers.get(paper)
    return "pptx" if document is not None and document.is_slides else "docx"


def _say(found: Sequence[object], project: Project) -> None:
    """Show faults as a terminal does: each is one line of words, and nothing in it that a terminal would obey."""
    shown = show.text(found, project.root)  # type: ignore[arg-type]  # Diagnostics all
    assert "\x1b" not in shown
    shown.encode("utf-8")


def _read(file: Path, chance: Random) -> None:
    """Let readers that we did not write read a file; whatever they say of it is raised."""
    match file.suffix:
        case ".html":
            assert file.read_text("utf-8").rstrip().endswith("</html>")
            if not chance.randrange(3):
                readers.pandoc(file, "html")
        case ".pdf":
            report = page.validate_pdf(file, profile="ua1")
            _refused(f"{failure.rule_id}: {failure.message}" for failure in report.failures)
            read = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True)
            _refused(read.stderr.decode().splitlines())
        case ".docx" | ".pptx":
            _validate(file)
            if file.suffix == ".docx":
                readers.pandoc(file)
            if not chance.randrange(_RARELY):
                readers.soffice(file, "pdf", file.parent / "libreoffice")


def _validate(file: Path) -> None:
    with zipfile.ZipFile(file) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(name))  # noqa: S314 -- our own
    _refused(str(error) for error in OpenXmlValidator().validate(str(file)).errors)


def _refused(said: Iterable[str]) -> None:
    """Raise WrongFileError where something is said against a file."""
    if first := list(islice(said, 3)):
        raise WrongFileError(*first)
