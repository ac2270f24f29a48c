"""Links, pipes, devices, bombs and addresses in place of files: what is refused, and that nothing is waited for."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image as Picture

from neaspec_docs import limits, plain_files

Said = Callable[..., list[str]]
Made = Callable[..., tuple[dict[str, bytes], list[str]]]
TABLE = "  - table: T\n    data: d.csv\n"


def figure(path: str) -> str:
    return f"  - figure: F\n    image: {path}\n    alt: A map of the lakes.\n"


def png(width: int, height: int, data: bytes, depth: int = 8) -> bytes:
    """Return a grey PNG that says this of itself, whatever is in it."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("there", ["../../../secret.yaml", "/dev/zero", "/etc/passwd"])
def test_a_paper_that_is_a_link_to_somewhere_else(said: Said, folder: Path, there: str) -> None:
    (folder / "p.yaml").symlink_to(there)
    assert said() == ["p.yaml:1:1 L044 the file is a link to one outside the project"]


def test_a_meeting_that_is_a_link_to_somewhere_else(said: Said, folder: Path) -> None:
    other = folder.parents[2] / "other"
    folder.rename(other)
    folder.symlink_to(other)
    assert said() == ["meeting.yaml:1:1 L044 the file is a link to one outside the project"]


def test_a_paper_that_is_a_link_within_the_project_is_read(said: Said, folder: Path) -> None:
    (folder.parents[1] / "shared.yaml").write_text("kind: paper\ntitle: A\nbody: []\n")
    (folder / "p.yaml").symlink_to("../../shared.yaml")
    assert said() == []


def test_a_link_to_itself(said: Said, folder: Path) -> None:
    (folder / "p.yaml").symlink_to("p.yaml")
    (fault,) = said()
    assert fault.startswith("p.yaml:1:1 L0")


@pytest.mark.parametrize(
    ("name", "body", "fault"),
    [
        ("p.yaml", None, "p.yaml:1:1 L001 the file can't be read: it is no plain file"),
        ("d.csv", TABLE, "p.yaml:5:11 L043 the file of data `d.csv` is no file"),
        ("a.png", figure("a.png"), "p.yaml:5:12 L043 the image `a.png` is no file"),
        ("a.svg", figure("a.svg"), "p.yaml:5:12 L043 the image `a.svg` is no file"),
        ("meeting.yaml", "  []\n", "meeting.yaml:1:1 L043 `meeting.yaml` of the folder `m` is no file"),
    ],
)
def test_a_pipe_is_not_waited_for(said: Said, folder: Path, name: str, body: str | None, fault: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    assert said(body)[0] == fault


def test_what_may_not_be_read(said: Said, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may read everything, so the system is made to say no."""
    Picture.new("RGB", (3, 2)).save(folder / "a.png")
    read, allowed = plain_files.read, os.access

    def refused(path: Path, at_most: int) -> bytes:
        if path.suffix == ".png":
            raise PermissionError(13, "Permission denied")
        return read(path, at_most)

    monkeypatch.setattr(plain_files, "read", refused)
    assert said(figure("a.png")) == ["p.yaml:5:12 L046 the image `a.png` may not be read"]
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != folder and allowed(path, mode))
    assert "content/m:1:1 L001 the folder `m` may not be read" in said()


def test_a_pipe_is_no_plain_file_whoever_opens_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(plain_files.NoPlainFileError):
            plain_files.read(path, 10)
    with pytest.raises(OSError, match="directory"):
        plain_files.read(tmp_path, 10)
    (tmp_path / "file").write_bytes(b"0123456789")
    assert plain_files.read(tmp_path / "file", 10) == b"0123456789"
    with pytest.raises(plain_files.TooLargeError):
        plain_files.read(tmp_path / "file", 9)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("../../../secret.png", "L044 the image `../../../secret.png` lies outside the project"),
        ("/dev/zero", "L044 the image `/dev/zero` lies outside the project"),
        ("file:///etc/passwd", "L044 the image `file:///etc/passwd` lies outside the project"),
        ("http://127.0.0.1:9/a.png", "L044 the image `http://127.0.0.1:9/a.png` lies outside the project"),
        ("//127.0.0.1/a.png", "L044 the image `//127.0.0.1/a.png` lies outside the project"),
        ("data:image/png;base64,AAAA", "L043 the image `data:image/png;base64,AAAA` is not there"),
        ("link.png", "L044 the image `link.png` lies outside the project"),
        ("zero.png", "L044 the image `zero.png` lies outside the project"),
        ("folder/secret.png", "L044 the image `folder/secret.png` lies outside the project"),
        (f"{'a' * 5000}.png", f"L043 the image `{'a' * 57}...` is not there"),
    ],
)
def test_a_picture_from_elsewhere(said: Said, folder: Path, path: str, fault: str) -> None:
    Picture.new("RGB", (3, 2)).save(folder.parents[2] / "secret.png")
    (folder / "link.png").symlink_to("../../../secret.png")
    (folder / "zero.png").symlink_to("/dev/zero")
    (folder / "folder").symlink_to(folder.parents[2])
    assert said(figure(path)) == [f"p.yaml:5:12 {fault}"]


def test_data_from_elsewhere(said: Said, folder: Path) -> None:
    (folder / "d.csv").symlink_to("/etc/passwd")
    assert said(TABLE) == ["p.yaml:5:11 L044 the file of data `d.csv` lies outside the project"]


@pytest.mark.parametrize(
    ("name", "body", "most"),
    [
        ("d.csv", TABLE, "d.csv:1:1 L048 the file can't be read: it is larger than 8 MB"),
        ("a.png", figure("a.png"), "p.yaml:5:12 L048 the image `a.png` is too large: it can have 50 MB"),
        ("a.svg", figure("a.svg"), "p.yaml:5:12 L048 the image `a.svg` is too large: it can have 8 MB"),
    ],
)
def test_files_of_200_megabytes(said: Said, folder: Path, name: str, body: str, most: str) -> None:
    with (folder / name).open("wb") as file:
        file.write(png(9, 9, b""))
        file.truncate(200_000_000)
    assert said(body) == [most]


@pytest.mark.parametrize(
    ("width", "height", "data"),
    [
        (50_000, 50_000, zlib.compress(bytes(50_000 * 50_000 // 2000))),
        (50_000, 50_000, b""),
        (2**31 - 1, 1, b""),
        (11_000, 11_000, zlib.compress(bytes(11_001 * 11_000), 1)),
    ],
    ids=["a bomb", "a lie", "a line", "many pixels in few bytes"],
)
def test_pixels_without_end(said: Said, folder: Path, width: int, height: int, data: bytes) -> None:
    (folder / "a.png").write_bytes(png(width, height, data))
    assert said(figure("a.png")) == ["p.yaml:5:12 L048 the image `a.png` is too large: it can have 120 million pixels"]


def test_a_picture_that_holds_more_than_it_says_or_less(said: Said, folder: Path, made: Made) -> None:
    """It says 10 by 10: whoever draws it, draws no more."""
    for data in (zlib.compress(bytes(40_000_000), 9), b""):
        (folder / "a.png").write_bytes(png(10, 10, data))
        assert said(figure("a.png")) == []
        files, _ = made("docx", "pdf")
        assert {name: len(file) < 200_000 for name, file in files.items()} == {"docx": True, "pdf": True}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"GIF89a" + bytes(30), "it is neither PNG, JPEG nor SVG"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(30), "it is neither PNG, JPEG nor SVG"),
        (b"\xff\xd8\xff\xe0" + bytes(30), "it is neither PNG, JPEG nor SVG"),
        (b"\x89PNG\r\n\x1a\n", "it is neither PNG, JPEG nor SVG"),
        (png(10, 10, b"")[:40], "it is neither PNG, JPEG nor SVG"),
        (png(10, 10, bytes(90)).replace(bytes(9), b"bits lost"), "it is broken"),
        (b"", "it is neither PNG, JPEG nor SVG"),
        (b"<svg/>", "it is neither PNG, JPEG nor SVG"),
    ],
)
def test_broken_pictures(said: Said, folder: Path, data: bytes, why: str) -> None:
    (folder / "a.png").write_bytes(data)
    (fault,) = said(figure("a.png"))
    assert fault.startswith(f"p.yaml:5:12 L046 the image `a.png` can't be read: {why}")


def test_formulas_in_data_are_text(said: Said, folder: Path, made: Made) -> None:
    formula = "=cmd|' /C calc'!A0"
    (folder / "d.csv").write_text(f'A,"{formula}"\n@SUM(A1),+1\n')
    chart = (
        f'  - figure: F\n    alt: One nest.\n    chart: {{type: bar, categories: ["{formula}", "http://a.b"],'
        f' series: [{{name: "{formula}", values: [1, 2]}}]}}\n'
    )
    assert said(TABLE + chart) == []
    files, faults = made("docx")
    assert faults == []
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 -- our own
        assert [one.text for one in body.iter() if one.tag.endswith("}instrText") and "cmd" in (one.text or "")] == []
        (book,) = (parts.read(name) for name in parts.namelist() if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = ET.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 -- our own
        strings = parts.read("xl/sharedStrings.xml").decode()
        assert not [name for name in parts.namelist() if "externalLink" in name]
    assert [one.tag for one in sheet.iter() if one.tag.endswith(("}f", "}hyperlink"))] == []
    assert strings.count(f"<t>{formula}</t>") == 1


def test_the_sizes_that_are_said_are_those_of_the_limits() -> None:
    assert (limits.LARGEST_TEXT, limits.LARGEST_PICTURE, limits.LARGEST_DRAWING) == (8_000_000, 50_000_000, 8_000_000)
