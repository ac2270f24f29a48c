"""What files are made with, and the digests of files and folders."""

import os
import pwd
import re
import shutil
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import NoReturn

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from papers import PROJECT

from neaspec_docs.keep import digests, fonts, toolchain

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
    assert set(toolchain.DISTRIBUTIONS) >= found - FOR_THE_TERMINAL - ONLY_TYPES
    assert not set(toolchain.DISTRIBUTIONS) & FOR_THE_TERMINAL


def test_versions_are_known() -> None:
    known = toolchain.versions()
    assert re.fullmatch(r"7\d\.\d+", known["weasyprint"])
    assert re.fullmatch(r"1\.\d+\.\d+", known["python-docx"])


def test_a_font_is_known_by_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    before = toolchain.versions()
    font = tmp_path / "fonts" / "one.ttf"
    font.parent.mkdir()
    font.write_bytes(b"\0\1\0\0" + bytes(2000))
    one = toolchain.versions()
    font.write_bytes(b"\0\1\0\0" + b"\1" + bytes(1999))
    other = toolchain.versions()
    assert len({before["fonts"], one["fonts"], other["fonts"]}) == 3
    assert {name for name in one if one[name] != before.get(name)} == {"fonts"}


def test_links_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.yaml").write_text("a", "utf-8")
    (tmp_path / "content" / "m").mkdir(parents=True)
    (tmp_path / "content" / "m" / "back").symlink_to(tmp_path / "content")
    (tmp_path / "content" / "linked").symlink_to(tmp_path / "there")
    found = digests.tree(tmp_path / "content")
    assert found == {"linked/a.yaml": digests.of(b"a"), "m/back/ -> ": ""}
    shutil.rmtree(tmp_path / "there")
    assert digests.tree(tmp_path / "content") == {"linked": "", "m/back/ -> ": ""}


def test_a_link_that_leads_elsewhere_is_another(tmp_path: Path) -> None:
    """Whichever of the two ways to a folder is gone first, its name and what it leads to are known."""
    found = []
    for colour in ("red", "blue"):
        (tmp_path / colour).mkdir()
        (tmp_path / colour / "bird.svg").write_text(colour, "utf-8")
    for name in ("a", "pictures", "z"):
        for colour in ("red", "blue"):
            (tmp_path / name).symlink_to(colour)
            found.append(tuple(digests.tree(tmp_path).items()))
            (tmp_path / name).unlink()
    assert len({*found}) == 6


def test_a_folder_that_may_not_be_looked_at_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        name, path = "m", str(tmp_path / "m")

        def is_dir(self) -> bool:
            raise PermissionError

    monkeypatch.setattr(os, "scandir", lambda _: [Closed()])
    assert digests.tree(tmp_path) == {}


SETTINGS = '<?xml version="1.0"?><fontconfig>{}</fontconfig>'


@pytest.mark.parametrize("variable", ["FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CONFIG_HOME", "XDG_DATA_DIRS"])
def test_fonts_are_sought_where_fontconfig_seeks_them(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fontconfig").mkdir()
    for name in ("fonts.conf", "fontconfig/fonts.conf"):
        (tmp_path / name).write_text(SETTINGS.format(f"<include>{tmp_path}/more</include>"), "utf-8")
    named = "fonts" if variable == "XDG_DATA_DIRS" else "own"
    monkeypatch.setenv(variable, str(tmp_path / "fonts.conf" if variable == "FONTCONFIG_FILE" else tmp_path))
    before = fonts.digest()
    (tmp_path / "more").write_text(SETTINGS.format("<dir>own</dir>"), "utf-8")
    told = fonts.digest()
    assert (told == before) == (named == "fonts")  # there are no settings there
    (tmp_path / named / "one.ttf").write_bytes(b"\0\1\0\0")
    assert fonts.digest() != told


def test_a_user_without_a_home_and_a_name_of_any_bytes_are_no_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: int) -> NoReturn:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    before = toolchain.versions()
    (tmp_path / "fonts").mkdir()
    Path(os.fsdecode(bytes(tmp_path) + b"/fonts/caract\xe8re.ttf")).write_bytes(b"\0\1\0\0")
    assert toolchain.versions() != before
