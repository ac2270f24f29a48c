"""What of a machine gets into files."""

import re
import shutil
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from papers import PROJECT

from neaspec_docs.keep import digests, machine

FOR_THE_TERMINAL = {"click", "colorama", "rich", "pygments"}
ONLY_TYPES = {"typing-extensions", "types-defusedxml"}


def test_the_distributions_are_those_that_the_program_needs() -> None:
    """All of them, with those that they need themselves: fontTools asks for compressors only for web fonts."""
    project = tomllib.loads((PROJECT.root / "pyproject.toml").read_text("utf-8"))["project"]
    waiting, found = [Requirement(one) for one in project["dependencies"]], set[str]()
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            needed = [Requirement(one) for one in requires(name) or ()]
            waiting += [one for one in needed if one.marker is None or one.marker.evaluate({"extra": "woff"})]
    assert set(machine.DISTRIBUTIONS) >= found - FOR_THE_TERMINAL - ONLY_TYPES
    assert not set(machine.DISTRIBUTIONS) & FOR_THE_TERMINAL


def test_versions_are_known() -> None:
    known = machine.state()
    assert re.fullmatch(r"7\d\.\d+", known["weasyprint"])
    assert re.fullmatch(r"1\.\d+\.\d+", known["python-docx"])


def test_a_font_is_known_by_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    before = machine.state()
    font = tmp_path / "fonts" / "one.ttf"
    font.parent.mkdir()
    font.write_bytes(b"\0\1\0\0" + bytes(2000))
    one = machine.state()
    font.write_bytes(b"\0\1\0\0" + b"\1" + bytes(1999))
    other = machine.state()
    assert len({before["fonts"], one["fonts"], other["fonts"]}) == 3
    assert {name for name in one if one[name] != before.get(name)} == {"fonts"}


def test_links_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.yaml").write_text("a", "utf-8")
    (tmp_path / "content" / "m").mkdir(parents=True)
    (tmp_path / "content" / "m" / "back").symlink_to(tmp_path / "content")
    (tmp_path / "content" / "linked").symlink_to(tmp_path / "there")
    found = digests.below(tmp_path / "content")
    assert found == {"linked/a.yaml": digests.plain(b"a")}
    shutil.rmtree(tmp_path / "there")
    assert digests.below(tmp_path / "content") == {"linked": ""}
