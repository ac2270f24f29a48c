"""What files are made with, and the digests of files and folders."""

import os
import pwd
import re
import shutil
import struct
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import Any, NoReturn

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


def test_a_library_is_sought_where_the_system_seeks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = toolchain.versions()
    (tmp_path / "libpango-1.0.so.0.9.9").write_bytes(b"pango")
    (tmp_path / "libpango-1.0.so.0").symlink_to("libpango-1.0.so.0.9.9")
    with monkeypatch.context() as told:
        told.setenv("LD_LIBRARY_PATH", f":{tmp_path}")
        assert toolchain.versions() == {**before, "libpango-1.0.so.0": "libpango-1.0.so.0.9.9 5"}
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libpango-1.0.so.0").symlink_to("../libpango-1.0.so.0.9.9")
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    assert toolchain.versions()["libpango-1.0.so.0"] == "libpango-1.0.so.0.9.9 5"


def _collection(faces: int, mark: bytes) -> bytes:
    """Return a collection of fonts, the last of which has a checksum of its own."""
    directories = [b"\0\1\0\0" + bytes(12 + 16 * 20 - 4) for _ in range(faces)]
    at = [12 + 4 * faces + sum(map(len, directories[:number])) for number in range(faces)]
    header = b"ttcf\0\1\0\0" + struct.pack(f">I{faces}I", faces, *at)
    return header + b"".join(directories)[: -len(mark)] + mark + bytes(5000)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("web.woff2", b"wOF2" + bytes(5000), b"wOF2" + bytes(4999) + b"\1"),
        ("many.ttc", _collection(12, b"\0"), _collection(12, b"\1")),
    ],
)
def test_a_font_with_checksums_further_down_or_none_is_known_by_more(
    name: str, one: bytes, other: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "fonts").mkdir()
    assert len(one) == len(other)
    found = []
    for data in (one, other, b"ttcf", b"ttcf\0\1\0\0\xff\xff\xff\xff"):
        (tmp_path / "fonts" / name).write_bytes(data)
        found.append(fonts.digest())
    assert len({*found}) == 4


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
    (tmp_path / "content" / "linked").symlink_to("../there")
    links = {"linked -> ../there": "", f"m/back -> {tmp_path}/content": "", "m/back/ -> ": ""}
    assert digests.tree(tmp_path / "content", [tmp_path]) == {**links, "linked/a.yaml": digests.of(b"a")}
    shutil.rmtree(tmp_path / "there")
    assert digests.tree(tmp_path / "content", [tmp_path]) == {**links, "linked": ""}


def test_nothing_is_read_where_a_link_leads_out_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, asked = tmp_path / "project" / "content", list[str]()
    content.mkdir(parents=True)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.yaml").write_text("a", "utf-8")
    (content / "folder").symlink_to(tmp_path / "there")
    (content / "paper.yaml").symlink_to("../../there/a.yaml")
    (content / "memory").symlink_to("/proc/self/pagemap")
    (content / "chain").symlink_to("folder")
    opened, listed = os.open, os.scandir

    def noted_open(path: str, flags: int) -> int:
        asked.append(path)
        return opened(path, flags)

    def noted_list(path: str) -> Any:  # noqa: ANN401 -- os has a type for it alone
        asked.append(path)
        return listed(path)

    monkeypatch.setattr(os, "open", noted_open)
    monkeypatch.setattr(os, "scandir", noted_list)
    assert digests.tree(content, [tmp_path / "project"]) == {
        "chain -> folder": "",
        f"folder -> {tmp_path}/there": "",
        "memory -> /proc/self/pagemap": "",
        "paper.yaml -> ../../there/a.yaml": "",
    }
    assert asked == [str(content)]


def test_content_that_leads_out_of_the_project_is_known_by_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.yaml").write_text("a", "utf-8")
    (tmp_path / "project" / "content").symlink_to("../there")
    assert digests.tree(tmp_path / "project" / "content", [tmp_path / "project"]) == {f" -> {tmp_path}/there": ""}


def test_a_source_is_read_as_far_as_a_paper_may_take_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "LARGEST_PICTURE", 10)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "small").write_bytes(b"0123456789")
    (tmp_path / "large").write_bytes(b"0123456789a")
    assert digests.tree(tmp_path) == {
        "large": digests.joined("larger", "11"), "pipe": "", "small": digests.of(b"0123456789")
    }  # fmt: skip


def test_a_file_that_has_more_than_it_says_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("/proc/self/status")
    assert (tmp_path / "x").read_bytes()
    assert digests.file(tmp_path / "x") is None


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
