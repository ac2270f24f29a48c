"""How long a build takes beside other ways from the same words to Word and PDF: whole processes, in turn.

`make bench` runs it; `--times 1,10,50` says how many times the paper is as long, `--runs` how often each way is run.
The peers get the words from our own Page: as html for pandoc and WeasyPrint, as blocks for docxtpl and python-docx.
They stand in a Python of their own (requirements-bench.txt), LibreOffice is the system's. Quote the ratios: single
times differ from machine to machine and from minute to minute.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element, tostring

from neaspec_docs import stages
from neaspec_docs.load import tree
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project, select
from neaspec_docs.write import styled
from neaspec_docs.write.pdf import drawings
from scripts.bench import PROGRAM, Used, keep_compiled, multiplied, used

ROOT = Path(__file__).parents[1]
PEERS = Path(os.environ.get("BENCH_PYTHON", ROOT / ".tools" / "bench" / "bin" / "python"))
PAPER = "som-24/strategic-plan"
"""The paper that is made longer: 14 pages with tables, notes and figures."""

WORD = "neaspec-docs, Word without contents"
"""Contents have page numbers, for which all is laid out; no peer has any."""

START = "neaspec-docs, Word and PDF of one line"
"""What a build takes before a paper's length counts: WeasyPrint is imported by then."""

MEETINGS = ("som-24", "nfp-2")
ONCE, TEN, FIFTY = 1, 10, 50
"""Up to so many times the length, time may grow by a twentieth more than the length; beyond, by a tenth."""

_BODY = "\nbody:\n"

_TEMPLATE = """
import sys
import docx

made = docx.Document()
for line in ("{%p for block in blocks %}", "{%p if block.level %}"):
    made.add_paragraph(line)
made.add_paragraph("{{ block.words }}", style="Heading 1")
made.add_paragraph("{%p elif block.rows %}")
table = made.add_table(3, 1)
for row, words in enumerate(("{%tr for row in block.rows %}", "{{ row|join(' | ') }}", "{%tr endfor %}")):
    table.cell(row, 0).text = words
for line in ("{%p else %}", "{{ block.words }}", "{%p endif %}", "{%p endfor %}"):
    made.add_paragraph(line)
made.save(sys.argv[1])
"""

_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate

template = DocxTemplate(sys.argv[1])
template.render({"blocks": json.load(open(sys.argv[2], encoding="utf-8"))}, autoescape=True)
template.save(sys.argv[3])
"""

_PYTHON_DOCX = """
import json, sys
import docx

made = docx.Document()
for block in json.load(open(sys.argv[1], encoding="utf-8")):
    if block["rows"]:
        table = made.add_table(0, max(map(len, block["rows"])))
        for row in block["rows"]:
            for cell, words in zip(table.add_row().cells, row):
                cell.text = words
    elif block["level"]:
        made.add_heading(block["words"], min(9, block["level"]))
    else:
        made.add_paragraph(block["words"])
made.save(sys.argv[2])
"""

_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"

_WEASYPRINT = """
import logging, sys
from weasyprint import HTML

logging.getLogger("weasyprint").setLevel("ERROR")
HTML(sys.argv[1]).write_pdf(sys.argv[2], stylesheets=sys.argv[3:])
"""


@dataclass(frozen=True)
class Way:
    """A way from the words to files: the calls that it takes, one after another."""

    name: str
    calls: Sequence[Sequence[str]]
    folder: Path = ROOT


@dataclass
class Measured:
    """What a way took, run by run, as Used has it."""

    seconds: list[float] = field(default_factory=list)
    processors: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Return the median of its seconds."""
        return statistics.median(self.seconds)


def main() -> None:
    """Print a table for each length, one for two whole meetings, and the ratios that were promised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", default="1,10,50", help="how many times as long the paper is made")
    parser.add_argument("--runs", type=int, default=5, help="how often each way is run (twice for the longest)")
    asked = parser.parse_args()
    times = [int(one) for one in asked.times.split(",")]
    if not PEERS.is_file():
        sys.exit(f"the peers are not there ({PEERS}): `make bench` sets them up")
    with TemporaryDirectory() as folder:
        keep_compiled(os.environ, Path(folder) / "compiled")
        ways = {one: _ways_of_a_paper(Path(folder) / f"x{one}", one) for one in times}
        found = {one: _table(f"the paper, {one} times", ways[one], _runs(asked.runs, one)) for one in times}
        both = _table(" and ".join(MEETINGS), _ways_of_meetings(Path(folder) / "meetings"), asked.runs)
        quick = _table("nothing to do", _ways_of_nothing(Path(folder) / "nothing"), 3 * asked.runs)
        short = _table("a paper of one line", _ways_of_a_line(Path(folder) / "line"), asked.runs)
    _promised(found, both, quick, short)


def _runs(runs: int, times: int) -> int:
    """Return how often a way is run after the first time, which is not counted; 1 is twice, and both are."""
    return runs if times == 1 else max(1, runs // 2) if times <= TEN else 1  # the longest takes minutes


def _table(title: str, ways: Sequence[Way], runs: int) -> dict[str, Measured]:
    """Measure ways in turn, print a row each, and return what was measured."""
    found = {way.name: Measured() for way in ways}
    for run in range(runs + 1):
        for way in ways:
            measured = _measured(way)
            if run or runs == 1:  # the first warms the caches
                for values, value in zip(vars(found[way.name]).values(), measured, strict=True):
                    values.append(value)
    print(f"\n{title:<44}{'seconds':>9}{'of CPU':>9}{'MB':>7}{'ratio':>8}")
    ours = found[ways[0].name].median
    for name, one in found.items():
        processors, memory = statistics.median(one.processors), max(one.memory)
        print(f"{name:<44}{one.median:>9.2f}{processors:>9.2f}{memory:>7.0f}{ours / one.median:>8.2f}", flush=True)
    return found


def _measured(way: Way) -> Used:
    """Run a way; return what its calls took together, and the memory of the largest process of them."""
    took = [used(call, way.folder) for call in way.calls]
    return Used(sum(one.seconds for one in took), sum(one.processors for one in took), max(one.memory for one in took))


def _ways_of_a_paper(folder: Path, times: int) -> tuple[Way, ...]:
    """Return the ways from one paper, so many times as long, to files."""
    project = _project(folder, lambda text: multiplied(text, times))
    bare = _project(folder / "bare", lambda text: multiplied(text, times).replace("\ntoc: true", "")).root
    peers = _Peers(folder / "peers", _page(project, PAPER), PAPER.replace("/", "-"))
    build = [PROGRAM, "-q", "build", PAPER, "--force", "--format"]
    return (
        Way("neaspec-docs, Word and PDF", [[*build, "docx,pdf"]], folder),
        Way("bare WeasyPrint of our Page", [peers.weasyprint(peers.html, str(ROOT / "templates/style.css"))]),
        Way("neaspec-docs, Word", [[*build, "docx"]], folder),
        Way(WORD, [[*build, "docx"]], bare),
        Way("pandoc to Word", [peers.pandoc("docx")]),
        Way("python-docx, the same blocks", [peers.python_docx()]),
        Way("pandoc to html, then WeasyPrint", [peers.pandoc("html"), peers.weasyprint(peers.made("html"))]),
        Way("docxtpl, then LibreOffice", [peers.docxtpl(), peers.soffice()]),
        Way("pandoc to Typst, then Typst", [peers.pandoc("typ"), peers.typst()]),
    )


def _ways_of_meetings(folder: Path) -> tuple[Way, ...]:
    """Return the ways from all papers of the meetings to Word and PDF; the peers take one paper after another."""
    project = _project(folder)
    content = tree.content(project)
    names = [name for name in select(content, MEETINGS) if content.papers[name].kind != "slides"]
    peers = [_Peers(folder / "peers" / name, _page(project, name), "paper") for name in names]
    each: Callable[[Callable[[_Peers], list[list[str]]]], list[list[str]]] = lambda ways: [  # noqa: E731 -- a loop
        call for one in peers for call in ways(one)
    ]
    return (
        Way("neaspec-docs, Word and PDF", [[PROGRAM, "-q", "build", *MEETINGS, "--force"]], folder),
        Way("pandoc to Word; to html, then WeasyPrint", each(_Peers.pandoc_and_weasyprint)),
        Way("docxtpl, then LibreOffice", each(lambda one: [one.docxtpl(), one.soffice()])),
    )


def _ways_of_nothing(folder: Path) -> tuple[Way, ...]:
    project = _project(folder)
    build = [PROGRAM, "-q", "build", MEETINGS[0]]
    subprocess.run(build, check=True, cwd=project.root, stdout=subprocess.DEVNULL)
    python = [sys.executable, "-c", "import yaml, click"]
    return Way("neaspec-docs, nothing changed", [build], folder), Way('python -c "import yaml, click"', [python])


def _ways_of_a_line(folder: Path) -> tuple[Way, ...]:
    """Return the way that is the start of all others: all is imported and begun, and next to nothing is laid out."""

    def only(text: str) -> str:
        return f"{text.partition(_BODY)[0]}{_BODY}  - para: One line.\n".replace("\ntoc: true", "")

    project = _project(folder, only)
    return (Way(START, [[PROGRAM, "-q", "build", PAPER, "--force", "--format", "docx,pdf"]], project.root),)


class _Peers:
    """The peers' own inputs of one paper, in a folder, and the calls that make files of them."""

    def __init__(self, folder: Path, page: Page, name: str) -> None:
        folder.mkdir(parents=True)
        self.folder, self.name = folder, name
        self.html = str(folder / f"{name}.page.html")
        Path(self.html).write_bytes(b"<!DOCTYPE html>" + tostring(_plain(page), "utf-8", method="html"))
        (folder / "blocks.json").write_text(json.dumps([*_blocks(page.root)]), "utf-8")
        subprocess.run([PEERS, "-c", _TEMPLATE, folder / "template.docx"], check=True)
        found = subprocess.run(
            [PEERS, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        self._pandoc = found.stdout.strip()

    def made(self, ending: str) -> str:
        return str(self.folder / f"{self.name}.{ending}")

    def pandoc(self, ending: str) -> list[str]:
        return [self._pandoc, "-f", "html", "-s", self.html, "-o", self.made(ending)]

    def weasyprint(self, html: str, *sheets: str) -> list[str]:
        return [str(PEERS), "-c", _WEASYPRINT, html, self.made("weasyprint.pdf"), *sheets]

    def pandoc_and_weasyprint(self) -> list[list[str]]:
        return [self.pandoc("docx"), self.pandoc("html"), self.weasyprint(self.made("html"))]

    def python_docx(self) -> list[str]:
        return [str(PEERS), "-c", _PYTHON_DOCX, str(self.folder / "blocks.json"), self.made("python-docx.docx")]

    def docxtpl(self) -> list[str]:
        inputs = [str(self.folder / name) for name in ("template.docx", "blocks.json")]
        return [str(PEERS), "-c", _DOCXTPL, *inputs, self.made("docxtpl.docx")]

    def soffice(self) -> list[str]:
        profile = f"-env:UserInstallation=file://{self.folder.resolve()}/profile"
        convert = ["--convert-to", "pdf", "--outdir", str(self.folder), self.made("docxtpl.docx")]
        return ["soffice", "--headless", profile, *convert]

    def typst(self) -> list[str]:
        return [str(PEERS), "-c", _TYPST, self.made("typ"), self.made("typst.pdf")]


def _project(folder: Path, change: Callable[[str], str] = str) -> Project:
    """Write a project with our content, whose one paper is changed."""
    shutil.copytree(ROOT / "content", folder / "content")
    paper = folder / "content" / f"{PAPER}.yaml"
    paper.write_text(change(paper.read_text("utf-8")), "utf-8")
    return Project(folder.resolve())


def _page(project: Project, name: str) -> Page:
    content = tree.content(project)
    resolved, faults = stages.resolve(content, [name])
    pages, found = stages.render(resolved, project)
    if stages.stops((*faults, *found)):
        sys.exit(f"{name}: {faults} {found}")
    _draw(pages[0].root, project)
    return pages[0]


def _draw(root: Element, project: Project) -> None:
    """Draw the charts, so that no peer is asked for what it can't do."""
    list(drawings.draw(root, project))


def _plain(page: Page) -> Element:
    """Return a Page as html that others read: without pictures, whose paths are the project's; notes in brackets."""
    root = styled.tree(page)
    for parent in [*root.iter()]:
        for picture in parent.findall("img"):
            parent.remove(picture)
    for note in root.iterfind(".//span[@class='footnote']"):  # it stands where it is cited, apart from the word before
        note.text, note.tail = f" [{note.text or ''}", f"]{note.tail or ''}"
    return root


def _blocks(root: Element) -> Iterable[dict[str, object]]:
    """Give what is printed of a Page as headings, tables and paragraphs."""
    inside: set[Element] = set()
    for element in root.iter():
        if element in inside:
            continue
        level = int(element.tag[1]) if element.tag in {f"h{one}" for one in range(1, 7)} else 0
        rows = [[styled.words(cell) for cell in row] for row in element.iter("tr")] if element.tag == "table" else []
        if level or rows or element.tag in {"p", "li"}:
            inside |= {*element.iter()}
            yield {"level": level, "rows": rows, "words": styled.words(element)}


def _promised(
    found: dict[int, dict[str, Measured]],
    both: dict[str, Measured],
    quick: dict[str, Measured],
    short: dict[str, Measured],
) -> None:
    """Print the ratios that were promised, and what they may be."""
    print(f"\n{'promised':<64}{'is':>8}{'at most':>10}")

    def row(name: str, ratio: float, most: float) -> None:
        print(f"{name:<64}{ratio:>8.2f}{most:>10.2f}{'' if ratio <= most else '  MISSED'}")

    def ratio(one: dict[str, Measured], first: str, second: str) -> float:
        return one[first].median / one[second].median

    ours, bare = "neaspec-docs, Word and PDF", "bare WeasyPrint of our Page"
    if ONCE in found:
        row("Word and PDF beside bare WeasyPrint", ratio(found[ONCE], ours, bare), 1.15)
    for times, one in found.items():
        most = max(one[ours].memory) / max(one[bare].memory)
        row(f"memory of its largest process beside bare WeasyPrint's, x{times}", most, 1.15)
    row(
        "two meetings beside pandoc and WeasyPrint", ratio(both, ours, "pandoc to Word; to html, then WeasyPrint"), 0.65
    )
    row("two meetings beside docxtpl and LibreOffice", ratio(both, ours, "docxtpl, then LibreOffice"), 1.0)
    row("nothing changed", ratio(quick, "neaspec-docs, nothing changed", 'python -c "import yaml, click"'), 3)
    if ONCE in found:
        start = short[START].median
        for times in sorted(found.keys() - {ONCE}):
            net = (found[times][ours].median - start) / (found[ONCE][ours].median - start)
            row(f"x{times} beside x1, each less the start", net, (1.05 if times <= TEN else 1.1) * times)
    if FIFTY in found:
        row("Word without contents beside pandoc, x50", ratio(found[FIFTY], WORD, "pandoc to Word"), 0.5)


if __name__ == "__main__":
    main()
