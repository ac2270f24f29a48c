"""Small inputs with what they must give: the Markdown files of tests/cases.

A case is a heading (`## what it shows`) and fenced blocks. The info string of a fence is a file's path below the
project (```` ```yaml content/m/p.yaml ````); the block ```` ```diagnostics ```` is what must be said of them, empty
where all is well; ```` ```outline ```` is what the numbers and references of the paper come to; what `fmt` makes of it
is a block ```` ```yaml canonical ````. A meeting `m` that no case states has one paper, `p`. `pytest --update` rewrites
what must be said.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from neaspec_docs import pipeline
from neaspec_docs.cli.main import main
from neaspec_docs.diagnostics import show
from neaspec_docs.load import tree
from neaspec_docs.project import Project

FOLDER = Path(__file__).parent / "cases"
MEETING = """\
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p]
"""


def loaded(project: Path) -> str:
    """Return what loading the project says."""
    return show.text(tree.content(Project(project)).diagnostics, project)


def checked(project: Path) -> str:
    """Return what is wrong with the project, short of templates and writers."""
    return show.text(pipeline.faults(Project(project)), project)


def outlined(project: Path) -> str:
    """Return the outline of the paper, as the command line shows it."""
    done = CliRunner().invoke(main, ["-C", str(project), "outline", "m/p"], catch_exceptions=False)
    return done.output.rstrip("\n") + "\n"


def laid_out(project: Path) -> str:
    """Return the paper as `fmt` leaves it."""
    CliRunner().invoke(main, ["-C", str(project), "fmt", "m/p"], catch_exceptions=False)
    return (project / "content/m/p.yaml").read_text("utf-8")


STAGES: Mapping[str, Callable[[Path], str]] = {"load": loaded, "resolve": checked, "outline": outlined, "fmt": laid_out}
"""What is run over the cases of each folder."""

_CASE = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(?:\w+ )?(?P<info>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = ("diagnostics", "outline", "canonical")


@dataclass(frozen=True)
class Case:
    path: Path
    title: str
    files: dict[str, str]
    expected: str

    @property
    def stage(self) -> str:
        return self.path.parent.name

    def said(self, folder: Path) -> str:
        for name, text in ({"content/m/meeting.yaml": MEETING} | self.files).items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return STAGES[self.stage](folder)

    def rewrite(self, said: str) -> None:
        text = self.path.read_text("utf-8")
        fence = next(
            fence for fence in _FENCE.finditer(text, text.index(f"## {self.title}\n")) if fence["info"] in _EXPECTED
        )
        self.path.write_text(text[: fence.start("text")] + said + text[fence.end("text") :], "utf-8")


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*/*.md")):
        text = path.read_text("utf-8")
        titles = [*_CASE.finditer(text)]
        for title, end in zip(titles, [*(found.start() for found in titles[1:]), len(text)], strict=True):
            blocks = {found["info"]: found["text"] for found in _FENCE.finditer(text, title.end(), end)}
            (expected,) = (blocks.pop(name) for name in _EXPECTED if name in blocks)
            yield Case(path, title["title"], blocks, expected)


def _named(case: Case) -> str:
    return f"{case.stage}/{case.path.stem}: {case.title}"


@pytest.mark.parametrize("case", [*cases()], ids=_named)
def test_what_is_said(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    said = case.said(tmp_path)
    if request.config.getoption("--update"):
        case.rewrite(said)
    else:
        assert said == case.expected


def test_each_case_has_a_title_of_its_own() -> None:
    titles = [_named(case) for case in cases()]
    assert len(titles) == len(set(titles))


def test_each_folder_of_cases_has_its_stage() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == STAGES.keys()
