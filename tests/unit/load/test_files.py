"""Files as they come: bytes, marks, line ends, links; and the pictures and sheets beside a paper."""

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Picture

from neaspec_docs.diagnostics.diagnostic import Diagnostics
from neaspec_docs.load import tree
from neaspec_docs.load.data import DATA
from neaspec_docs.load.shapes import WRONG
from neaspec_docs.load.source import Source
from neaspec_docs.load.yaml_nodes import ScalarNode
from neaspec_docs.model.block import Figure, Image, Table
from neaspec_docs.model.inline import Bullets, plain, plain_prose
from neaspec_docs.project import Project

MEETING = b"title: M\nshort: M\ndates: {start: 2020-10-12}\nvenue: V\npapers: [p]\n"
PAPER = b"kind: paper\ntitle: A paper\nbody: []\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "content" / "m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_bytes(MEETING)
    (folder / "p.yaml").write_bytes(PAPER)
    return tmp_path / "project"


def said(root: Path) -> list[str]:
    """Return each fault in one line: its place, code and message."""
    return [
        f"{fault.at.file}:{fault.at.line}:{fault.at.column} {fault.code} {fault.message}"
        for fault in tree.content(Project(root)).diagnostics
    ]


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (PAPER, []),
        (b"\xef\xbb\xbf" + PAPER, []),
        (PAPER.replace(b"\n", b"\r\n"), []),
        (PAPER.replace(b"\n", b"\r"), []),
        (b"\xef\xbb\xbfkind: paper\r\ntitle: [A]\r\nbody: []", ["2:8 L013 `title` must be text, not a list"]),
        (b"", ["1:1 L004 the file is empty"]),
        (b"\xef\xbb\xbf", ["1:1 L004 the file is empty"]),
        *(
            (mark + PAPER.decode().encode(encoding), [f"1:1 L001 the file is {encoding[:6].upper()}"])
            for encoding, mark in (
                ("utf-16-le", b"\xff\xfe"),
                ("utf-16-be", b"\xfe\xff"),
                ("utf-32-le", b"\xff\xfe\0\0"),
                ("utf-32-be", b"\0\0\xfe\xff"),
            )
            for mark in (mark, b"")
        ),
        *(
            ("# Улс: жил\nkind: paper\n".encode(encoding)[skip:], ["1:1 L001 the file is UTF-16"])
            for encoding in ("utf-16-le", "utf-16-be")
            for skip in (0, 4)  # with the sign and the blank, and without
        ),
        (b"kind: paper\ntitle: \xc3\xa9t\xe9\nbody: []\n", ["2:10 L001 the byte 0xE9 is not UTF-8"]),
        (
            b"kind: paper\ntitle: a\x0bb\x00c\nbody: \xef\xbf\xbe\n",
            [
                "2:9 L005 the control character U+000B can't be printed",
                "2:11 L005 the control character U+0000 can't be printed",
                "3:7 L009 U+FFFE is no character and never will be",
                "3:7 L013 `body` must be a list of blocks, not text",
            ],
        ),
    ],
)
def test_bytes(root: Path, data: bytes, faults: list[str]) -> None:
    (root / "content/m/p.yaml").write_bytes(data)
    assert said(root) == [f"content/m/p.yaml:{fault}" for fault in faults]


def test_a_line_is_what_editors_call_one(root: Path) -> None:
    paper = "kind: paper\ntitle: \"a\u2028b\u0085c\"\nsubtitle: 'd\u2029e'\nbody: 7\n"
    (root / "content/m/p.yaml").write_text(paper, "utf-8")
    assert [fault for fault in said(root) if "L009" not in fault] == [
        "content/m/p.yaml:4:7 L013 `body` must be a list of blocks, not text"
    ]


def test_a_folder_is_no_file(root: Path) -> None:
    (root / "content/m/q.yaml").mkdir()
    (root / "content/m/p.yaml").unlink()
    assert said(root) == ["content/m/meeting.yaml:5:10 L040 there is no file `p.yaml` for the paper `p`"]


def test_a_link_to_nowhere_can_not_be_read(root: Path) -> None:
    (root / "content/m/p.yaml").unlink()
    (root / "content/m/p.yaml").symlink_to("nowhere")
    assert said(root) == ["content/m/p.yaml:1:1 L001 the file can't be read: no such file or directory"]


def test_hidden_files_and_other_folders_are_not_content(root: Path) -> None:
    (root / "content/m/.p.yaml.swp").write_text("x")
    (root / "content/m/.q.yaml").write_text("x")
    (root / "content/.git").mkdir()
    (root / "content/.git/x.yaml").write_text("x")
    (root / "content/m/data").mkdir()
    (root / "content/m/data/x.yaml").write_text("x")
    (root / "content/README.md").write_text("x")
    assert said(root) == []


def test_no_content_is_no_fault(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def figure(root: Path, image: str) -> Image:
    paper = f"kind: paper\ntitle: A\nbody:\n  - figure: A\n    image: {image}\n    alt: A\n"
    (root / "content/m/p.yaml").write_text(paper, "utf-8")
    content = tree.content(Project(root))
    assert content.diagnostics == ()
    (block,) = content.papers["m/p"].body
    assert isinstance(block, Figure)
    assert isinstance(block.content, Image)
    return block.content


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("wrong.png", "JPEG")])
def test_the_size_of_a_picture(root: Path, name: str, kind: str) -> None:
    Picture.new("RGB", (30, 20)).save(root / "content/m" / name, kind, dpi=(300, 300))
    assert figure(root, name) == Image(f"content/m/{name}", 30, 20)


@pytest.mark.parametrize(
    ("attributes", "width", "height"),
    [
        ('width="30" height="20.4px"', 30, 20),
        ('width="25.4mm" height="1in"', 96, 96),
        ('viewBox="0 0 30 20"', 30, 20),
        ('width="100%" height="100%" viewBox="0,0,30,20"', 30, 20),
        ('width="60" viewBox="0 0 30 20"', 60, 40),
        ('height="10pt" viewBox="-1 -1 60 20"', 40, 13),
    ],
)
def test_the_size_of_a_drawing(root: Path, attributes: str, width: int, height: int) -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://nowhere/svg11.dtd">\n'
    drawing = f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}><svg width="1" height="1"/></svg>'
    (root / "content/m/a.svg").write_text(drawing, "utf-8")
    assert figure(root, "a.svg") == Image("content/m/a.svg", width, height)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_half_a_picture_can_not_be_read(root: Path, kind: str, part: float) -> None:
    whole = io.BytesIO()
    Picture.effect_noise((40, 40), 90).save(whole, kind)
    (root / "content/m/a.png").write_bytes(whole.getvalue()[: int(len(whole.getvalue()) * part)])
    paper = PAPER.replace(b"[]", b"[{figure: A, image: a.png, alt: A}]")
    (root / "content/m/p.yaml").write_bytes(paper)
    (fault,) = said(root)
    assert fault.startswith("content/m/p.yaml:3:27 L046 the image `a.png` can't be read: ")


@pytest.mark.parametrize(
    "name", ["link.png", "folder/a.png", "/etc/passwd", "../../../a.png", "../../../project/../a.png"]
)
def test_a_picture_outside_the_project(root: Path, name: str) -> None:
    Picture.new("RGB", (3, 2)).save(root.parent / "a.png")
    (root / "content/m/link.png").symlink_to(root.parent / "a.png")
    (root / "content/m/folder").symlink_to(root.parent)
    (root / "content/m/p.yaml").write_bytes(
        PAPER.replace(b"[]", b"[{figure: A, image: %b, alt: A}]" % os.fsencode(name))
    )
    assert said(root) == [f"content/m/p.yaml:3:27 L044 the image `{name}` lies outside the project"]


def test_a_picture_of_too_many_pixels(root: Path) -> None:
    Picture.new("1", (13000, 13000)).save(root / "content/m/a.png")
    (root / "content/m/p.yaml").write_bytes(PAPER.replace(b"[]", b"[{figure: A, image: a.png, alt: A}]"))
    assert said(root) == ["content/m/p.yaml:3:27 L048 the image `a.png` is too large: it can have 120 million pixels"]


def test_a_photo_of_a_telephone(root: Path) -> None:
    Picture.new("1", (12_000, 9_000)).save(root / "content/m/a.png")
    (root / "content/m/p.yaml").write_bytes(PAPER.replace(b"[]", b"[{figure: A, image: a.png, alt: A}]"))
    assert said(root) == []


def test_a_picture_elsewhere_in_the_project(root: Path) -> None:
    (root / "content/shared").mkdir()
    Picture.new("RGB", (3, 2)).save(root / "content/shared/a.png")
    assert figure(root, "../shared/a.png") == Image("content/shared/a.png", 3, 2)


def test_a_project_behind_a_link(root: Path) -> None:
    Picture.new("RGB", (3, 2)).save(root / "content/m/a.png")
    (root.parent / "link").symlink_to(root)
    assert figure(root.parent / "link", "a.png") == Image("content/m/a.png", 3, 2)


field = st.text(st.sampled_from('ab ,"\n;é中-'), max_size=6)


@given(
    rows=st.lists(st.lists(field, min_size=2, max_size=3), min_size=1, max_size=4),
    quoted=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_a_sheet_reads_as_the_csv_module_wrote_it(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], *, quoted: bool, end: str, mark: str
) -> None:
    root = tmp_path_factory.getbasetemp() / "sheets"
    root.mkdir(exist_ok=True)
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator=end).writerows(rows)
    (root / "d.csv").write_bytes((mark + written.getvalue()).encode())
    source = Source("p.yaml", "d.csv", root, Project(root), Diagnostics())
    sheet = DATA.read(ScalarNode(0, 5, "d.csv"), source, "`data`")
    assert [*source.faults] == []
    assert sheet is not WRONG
    read = [[column.title for column in sheet.columns], *([cell.text for cell in row.cells] for row in sheet.rows)]
    assert [[plain_prose(text).split() for text in row] for row in read] == [
        [_words(text) for text in row] for row in rows
    ]


def _words(text: str) -> list[str]:
    """Return the words of a field, less the bullets of a list; a dash by itself is none."""
    if text.strip() == "-":
        return ["-"]
    lines = (line.strip() for line in text.split("\n"))
    return " ".join(line.removeprefix("- ") if line != "-" else "" for line in lines).split()


def test_a_dash_for_nil_and_a_figure_below_it_are_no_list(root: Path) -> None:
    rows = [["-", " - "], ["- 5", "-  1,200.5 %"], ["- 5 nests", "-\n- 5"]]
    with (root / "content/m/d.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["A", "B"], *rows])
    (root / "content/m/p.yaml").write_bytes(PAPER.replace(b"[]", b"[{table: T, data: d.csv}]"))
    (table,) = tree.content(Project(root)).papers["m/p"].body
    assert isinstance(table, Table)
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert [isinstance(text[0], Bullets) for text in cells] == [False] * 4 + [True] * 2
    assert [" ".join(plain_prose(text).split()) for text in cells[:4]] == ["-", "-", "- 5", "- 1,200.5 %"]


def test_a_cell_of_a_sheet_has_its_place(root: Path) -> None:
    (root / "content/m/d.csv").write_text('A,B\n\n1,"two\nlines"\n', "utf-8")
    (root / "content/m/p.yaml").write_bytes(PAPER.replace(b"[]", b"[{table: T, data: d.csv}]"))
    (block,) = tree.content(Project(root)).papers["m/p"].body
    assert isinstance(block, Table)
    assert plain(block.caption) == "T"
    (row,) = block.rows
    assert [(cell.at.file, cell.at.line, cell.at.column) for cell in row.cells] == [
        ("content/m/d.csv", 3, 1),
        ("content/m/d.csv", 3, 3),
    ]
