"""What `check --fix` mends stays mended: a second run changes nothing, no fix is left, and no text goes astray."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neaspec_docs import pipeline
from neaspec_docs.check import text
from neaspec_docs.check.files import Files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load import tree
from neaspec_docs.project import Project

ROOT = Path(__file__).parents[3]
SHIPPED = (ROOT, ROOT / "tests" / "whole" / "sample")

SLIPS: dict[Code, tuple[tuple[str, str], ...]] = {
    Code.PER_CENT: ((r"\bper cent\b", "percent"),),
    Code.IZE_SPELLING: ((r"iz(?=(?:e|ed|es|ing|ation)\b)", "is"), (r"\banalys(?=ed?\b|ing\b)", "analyz")),
    Code.PROGRAMME_SPELLING: ((r"\bprogramme(?=s?\b)", "program"),),
    Code.DATE_FORM: ((r"\b(Nov|Dec|Aug)\w+ (?=20\d\d)", r"1st \1 "),),
    Code.HYPHEN_IN_RANGE: ((r"(?<=\d)–(?=\d)", "-"),),
    Code.THOUSANDS_SEPARATOR: ((r"\bover 160 government\b", "over 16000"),),
    Code.DOUBLE_SPACE: ((r"(?<=[a-z]\.) (?=[A-Z])", "  "),),
    Code.STRAIGHT_QUOTE: ((r"[“”]", '"'), (r"’", "'")),
    Code.NAME_OF_SUBREGION: ((r"\bNorth-East Asia\b", "Northeast Asia"),),
}
"""How each rule with a fix is offended: what stands in a paper, and what an officer types in its place."""

PIECES = (
    "Emissions fell by 42% and 10-20 % (5%), or 5-percent",
    "organised, analyzed and supervized by the World Health Organisation",
    "the program of the United Nations Environment Program",
    "on October 12, 2020, the 3rd of May and 2020-11-02",
    "during 2016-2020, pp. 3-5, 14:00-18:30 and March-April",
    "1147 nests, $44985, 1234.5 t and 2000000 herons",
    "two  spaces.  And   more",
    '"so", \'so\', the meeting\'s "Plan 2020" of the \'90s and 12"',
    "Northeast Asia, NE Asia and the Northeast Asia Network",
    "some 1147 nests",
    "North",
    "East Asia",
    "per",
    "10",
    "-20%",
    "%",
    "`a  b 5%`",
    "*The Organisation's  1147*",
    "**bold  words'**",
    "[a 5%  link](https://www.example.org/a%20b--1147)",
    "https://www.example.org/organise/1147-2000",
    "H~2~O",
    "[](#a)",
    "“quoted 5%  and organised”",
    "\\\"escaped\\'",
    "a: b",
    "x, [y], {z}",
    "# no comment",
    "Снег  идёт",
)
texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from((" ", "  ", "\n", " \n", ". ", ", ", "", "; ", "\n\n"))),
    min_size=1,
    max_size=6,
).map(lambda pairs: "".join(piece + glue for piece, glue in pairs).strip())


def styled(value: str, style: str, indent: str) -> str:
    """Return a text as YAML in one of its styles, below a key that stands at `indent`."""
    lines = value.split("\n")
    match style:
        case "|" | ">":
            return f"{style}-\n" + "".join(f"{indent}  {line}\n" if line.strip() else "\n" for line in lines)
        case "'":
            return "'" + value.replace("\n", " ").replace("'", "''") + "'\n"
        case "[" if re.fullmatch(r"[A-Za-z0-9$][^:#,{}\[\]\n]*[^:#,{}\[\]\s]", value):
            return f"[{value}, and so on]\n"
        case "[":
            return "[" + json.dumps(value, ensure_ascii=False) + ", and so on]\n"
        case "plain" if re.fullmatch(r"[A-Za-z0-9$][^:#\n]*[^:#\s]", value):
            return value + "\n"
        case _:
            return json.dumps(value, ensure_ascii=False) + "\n"


def stretches(project: Project) -> list[tuple[text.Role, str]]:
    """Return all text of a project, and what stands in what role."""
    content = tree.content(project)
    papers = (content.papers[name] for name in sorted(content.papers))
    return [(one.role, one.text) for paper in papers for one in text.of(paper, Files(project.root))]


def check_mended(project: Project) -> None:
    """Mend a project; check that nothing is left to mend, that no stretch of text is lost, and that it still loads."""
    errors = [fault.message for fault in pipeline.faults(project)]
    before = [role for role, _ in stretches(project)]
    _, left = pipeline.mend(project)
    assert [fault.message for fault in left if fault.fix] == []
    assert pipeline.mend(project)[0] == ()
    assert [role for role, _ in stretches(project)] == before
    assert [fault.message for fault in pipeline.faults(project)] == errors


@pytest.fixture(params=SHIPPED, ids=lambda root: root.name)
def shipped(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """Return a copy of a shipped project."""
    shutil.copytree(request.param / "content", tmp_path / "content")
    return Project(tmp_path)


def test_shipped_content_needs_no_mending(shipped: Project) -> None:
    assert pipeline.mend(shipped)[0] == ()
    check_mended(shipped)


@pytest.mark.parametrize("code", SLIPS, ids=lambda code: code.slug)
def test_slips_in_shipped_content_are_mended(code: Code, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    project = Project(tmp_path)
    spoilt = 0
    for path in tmp_path.glob("content/*/*.yaml"):
        lines = path.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            if line.startswith(" " * 10) and not re.match(
                r"\s*(?:- )*[\[{\"'#]|(?:- )*[\w-]+:|.*https?:", line.strip()
            ):
                for right, wrong in SLIPS[code]:
                    lines[number], times = re.subn(right, wrong, lines[number])
                    spoilt += times
        path.write_text("\n".join(lines), "utf-8")
    assert spoilt > 0
    changed, _ = pipeline.mend(project)
    assert changed
    check_mended(project)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Project]]:
    root = tmp_path_factory.mktemp("project")
    (root / "content" / "m").mkdir(parents=True)
    (root / "content/m/meeting.yaml").write_text(
        "title: M\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n", "utf-8"
    )

    def project(body: str) -> Project:
        (root / "content/m/p.yaml").write_bytes(f"kind: paper\ntitle: A\nbody:\n{body}".encode())
        return Project(root)

    yield project
    shutil.rmtree(root)


@settings(max_examples=100, deadline=None)
@given(parts=st.lists(st.tuples(texts, st.sampled_from(("|", ">", "'", '"', "plain", "["))), min_size=1, max_size=3))
def test_any_text_in_any_style(folder: Callable[[str], Project], parts: list[tuple[str, str]]) -> None:
    blocks = (f"  - {'list' if style == '[' else 'text'}: {styled(value, style, '    ')}" for value, style in parts)
    check_mended(folder("".join(blocks)))


@settings(max_examples=50, deadline=None)
@given(cells=st.lists(texts.filter(lambda value: "\n\n" not in value), min_size=1, max_size=3))
def test_any_cell(folder: Callable[[str], Project], cells: list[str]) -> None:
    heads = json.dumps([f"Column {chr(65 + number)}" for number, _ in enumerate(cells)])
    rows = json.dumps([cells], ensure_ascii=False)
    check_mended(folder(f"  - table: Nests\n    columns: {heads}\n    rows: {rows}\n"))
