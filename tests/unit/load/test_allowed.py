"""`fmt` moves no comment away from what it allows: `check` says the same before and after, at the same words."""

import re
from collections import Counter
from pathlib import Path
from random import Random
from shutil import copytree
from typing import TypeAlias

import pytest
from any_style import Data, read, written
from papers import PROJECT, SAMPLE

from neaspec_docs import pipeline
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.project import Project

FAULTS = (("programme", "program"), ("ization", "isation"), ("“", "'"), ("–", "-"), (" per cent", "%"))
"""What the shipped content has right, and how to get it wrong."""

ALLOWED = "programme-spelling, ize-spelling, straight-quote, hyphen-in-range, per-cent, unexplained-acronym"

FIXED = {"id", "symbol", "kind", "papers", "paper", "agenda", "dates", "date", "day", "time", "image", "data", "type"}


def strewn(text: str, chance: Random, count: int) -> str:
    """Return a content file with comments that allow something at some of its lines, which say the same."""
    data = read(text)
    for number in range(count):
        lines = text.split("\n")
        place = chance.randrange(len(lines))
        said = chance.choice([f"# neaspec-docs: allow {ALLOWED} because {number}", "# a remark"])
        if chance.random() < 0.5:
            lines.insert(place, " " * chance.randrange(9) + said)
        else:
            lines[place] += f"  {said}"
        text = one if read(one := "\n".join(lines)) == data else text
    return text


def faulty(data: Data, chance: Random) -> Data:
    """Return what a content file says with faults of style in it."""
    if isinstance(data, dict):
        return {key: value if key in FIXED else faulty(value, chance) for key, value in data.items()}
    if isinstance(data, list):
        return [faulty(one, chance) for one in data]
    return data.replace(*chance.choice(FAULTS))


Said: TypeAlias = Counter[tuple[str, str, str, str]]


def said(root: Path) -> Said:
    """Count what `check` says of each file, with the first of the words that it points at, or with all the comment."""
    faults = pipeline.checked(Project(root))
    lines = {fault.at.file: (root / fault.at.file).read_text("utf-8").split("\n") for fault in faults}
    places = [lines[fault.at.file][fault.at.line - 1][fault.at.column - 1 :] for fault in faults]
    words = [place if place.startswith("#") else "".join(re.findall(r"\w+", place)[:1]) for place in places]
    return Counter((one.at.file, str(one.code), one.message, word) for one, word in zip(faults, words, strict=True))


def without_places(said: Said) -> set[tuple[str, ...]]:
    """Leave out the words, and what is said twice of one place: below a `>` no word has a place of its own."""
    return {one if one[-1].startswith("#") else one[:-1] for one in said}


def before_and_after(root: Path) -> tuple[Said, Said]:
    """Return what is said before the files are laid out and after it."""
    before = said(root)
    formatted = pipeline.formatted(Project(root), (), write=True)
    assert [one.message for one in formatted.diagnostics if one.code is Code.LEFT_AS_IT_IS] == []
    return before, said(root)


@pytest.fixture(params=[PROJECT, SAMPLE], ids=["content", "sample"])
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a project with a copy of content that is shipped."""
    copytree(request.param.content, tmp_path / "content")
    return tmp_path


@pytest.mark.parametrize("seed", range(3))
def test_shipped_content(copied: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- chance, not secrecy
    for path in sorted(copied.rglob("*.yaml")):
        lines = path.read_text("utf-8").split("\n")
        wrong = "\n".join(line if ":" in line else faulty(line, chance) for line in lines)
        path.write_text(strewn(wrong, chance, 60), "utf-8")
    before, after = before_and_after(copied)
    assert after == before


@pytest.mark.parametrize("seed", range(3))
def test_shipped_content_in_any_style(copied: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- as above
    for path in sorted(copied.rglob("*.yaml")):
        data = faulty(read(path.read_text("utf-8")), chance)
        path.write_text(strewn(written(data, chance, shuffle=False), chance, 60), "utf-8")
    before, after = before_and_after(copied)
    assert without_places(after) == without_places(before)
    assert len({code for _, code, _, _ in before}) > 5


WRONG = {
    "title": "The program",
    "kind": "paper",
    "summary": "A program. It was organised.",
    "body": [
        {"section": "A program", "id": "one", "body": [{"para": "It's a program. We organise it.", "id": "two"}]},
        {"list": ["a program", {"id": "three", "text": "An organisation. It's one."}, "1990-1995"], "style": "(a)"},
        {
            "table": "Programs",
            "source": "A program.",
            "columns": ["Program", {"align": "right", "title": "It's"}],
            "rows": [["organise", "5"], [{"rows": "1", "text": "A program. It's organised."}, "10-20"]],
        },
        {"box": "It's a program. It is so.", "title": "Organisation"},
        {"figure": "Programs", "panels": [{"items": ["organise", "It's"], "title": "Programs"}]},
    ],
    "footnotes": {"n": "A program. It's organised."},
}
MEETING = "title: Meeting\nshort: M\ndates: {start: 2025-09-30}\nvenue: Strelsau\npapers: [p]\n"


@pytest.mark.parametrize("seed", range(40))
def test_a_small_file_in_any_style(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)  # noqa: S311 -- as above
    folder = tmp_path / "content" / "m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(MEETING, "utf-8")
    (folder / "p.yaml").write_text(strewn(written(WRONG, chance), chance, 12), "utf-8")
    before, after = before_and_after(tmp_path)
    assert without_places(after) == without_places(before)
    assert before
