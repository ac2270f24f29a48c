"""Content in any style has a canonical form, which says the same, keeps every comment and has itself as its form."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias
from xml.etree.ElementTree import tostring

import pytest
from any_style import Data, papers, read, written
from hypothesis import given, settings
from hypothesis import strategies as st

from neaspec_docs import pipeline
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load import tree
from neaspec_docs.load.canonical import form, layout
from neaspec_docs.load.source import Source
from neaspec_docs.project import Project
from neaspec_docs.render import page
from neaspec_docs.resolve.passes import Resolver

ROOT = Path(__file__).parents[3]
PROJECTS = (ROOT, ROOT / "tests" / "whole" / "sample")
FILES = [(root, name) for root in PROJECTS for name in tree.files(Project(root))]
Opener: TypeAlias = Callable[[str], Source]


def remarks(text: str) -> list[str]:
    return sorted(re.findall(r"# remark \d+", text))


def check_form(opened: Opener, text: str, name: str) -> None:
    """Check the canonical form of a text against all that it must be."""
    before = opened(text)
    once = form.canonical(before, name)
    assert [fault.message for fault in before.faults] == []
    assert once is not None
    assert remarks(once) == remarks(text)
    assert form.meaning(opened(once), name) == form.meaning(opened(text), name)
    assert form.canonical(opened(once), name) == once
    assert "\n\n\n" not in once
    assert not re.search(r"[ \t]$", once, re.MULTILINE)
    assert once.endswith("\n")


@settings(max_examples=150)
@given(data=papers, seed=st.integers(0, 2**32))
def test_any_paper_in_any_style(opened: Opener, data: Data, seed: int) -> None:
    check_form(opened, written(data, Random(seed)), "m/p")  # noqa: S311 -- chance, not secrecy


@pytest.mark.parametrize(("root", "name"), FILES, ids=[f"{root.name}/{name}" for root, name in FILES])
def test_real_content_in_any_style(root: Path, name: str) -> None:
    def opened(text: str) -> Source:
        path = tree.files(Project(root))[name]
        return Source(path.relative_to(root).as_posix(), text, path.parent, Project(root), Diagnostics())

    text = tree.files(Project(root))[name].read_text("utf-8")
    data = read(text)
    check_form(opened, text, name)
    for seed in range(3):
        chance = Random(seed)  # noqa: S311 -- as above
        keys = [*data] if isinstance(data, dict) else []
        if not name.endswith("facts"):
            chance.shuffle(keys)
        mixed = {key: data[key] for key in keys} if keys else data
        check_form(opened, written(mixed, chance, shuffle=False), name)


def test_the_shipped_content_is_canonical() -> None:
    assert pipeline.formatted(Project(ROOT), (), write=False) == pipeline.Formatted((), ())


@pytest.mark.parametrize("root", PROJECTS, ids=["content", "sample"])
def test_pages_stay_as_they_were(root: Path, tmp_path: Path) -> None:
    for project in (root, tmp_path):
        if project is tmp_path:
            shutil.copytree(root / "content", tmp_path / "content")
            pipeline.formatted(Project(tmp_path), (), write=True)
    before, after = (pages(Project(project)) for project in (root, tmp_path))
    assert before == after
    assert before


def pages(project: Project) -> dict[str, str]:
    content = tree.content(project)
    resolver = Resolver(content)
    made = (page.render(resolver.resolve(name)[0], project)[0] for name in content.papers)
    return {one.paper: tostring(one.root, encoding="unicode") for one in made if one is not None}


def test_what_would_not_say_the_same_is_left(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "kind: paper\ntitle: A\nbody:\n- text: B # why\n"
    for wrong in ("kind: paper\ntitle: B\nbody: [] # why\n", "kind: paper\ntitle: A\nbody:\n  - text: B\n", "a: ["):
        monkeypatch.setattr(layout, "text", lambda _root, _source, wrong=wrong: wrong)
        file = opened(text)
        assert form.canonical(file, "m/p") is None
        assert [fault.code for fault in file.faults] == [Code.LEFT_AS_IT_IS]
        assert not pipeline.stops(file.faults)
