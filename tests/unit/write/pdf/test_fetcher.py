"""What a PDF may be made of, and what is said of the rest."""

import logging
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from every_block import MEETING, PAPER, t

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.model.block import Figure, Image
from neaspec_docs.model.page import Page, Written
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render.page import render
from neaspec_docs.write.pdf.moment import created
from neaspec_docs.write.pdf.writer import write

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


def with_picture(path: str, project: Project) -> Page:
    figure = Figure((), Image(path, 10, 10), alt="Map", anchor="map")
    paper = replace(PAPER, title=t("T"), body=(figure,), annexes=(), toc=False)
    page, faults = render(Resolved(paper, MEETING, ()), project)
    assert page is not None, faults
    return page


def codes(written: Written) -> list[Code]:
    return [fault.code for fault in written.diagnostics]


@pytest.mark.parametrize("path", ["content/som-24/images/map.png", PIXEL])
def test_pictures_of_the_project_and_in_the_page_are_read(project: Project, path: str) -> None:
    assert codes(write(with_picture(path, project), project)) == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/gone.png", Code.MISSING_FILE),
        ("http://127.0.0.1:9/map.png", Code.OUTSIDE_PROJECT),
        ("//127.0.0.1:9/map.png", Code.OUTSIDE_PROJECT),
        ("ftp://127.0.0.1:9/map.png", Code.OUTSIDE_PROJECT),
        ("link.png", Code.OUTSIDE_PROJECT),
    ],
)
def test_others_are_refused_at_the_paper(project: Project, path: str, code: Code, tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}.png"
    secret.write_bytes((tmp_path / "content/som-24/images/map.png").read_bytes())
    (tmp_path / "link.png").symlink_to(secret)
    written = write(with_picture(path, project), project)
    assert [(fault.code, fault.at.file) for fault in written.diagnostics] == [
        (code, "content/som-24/strategic-plan.yaml")
    ]
    assert written.diagnostics[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "path", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "%2e%2e/%2e%2e/etc/passwd"]
)
def test_no_address_leads_above_the_project(project: Project, path: str) -> None:
    written = write(with_picture(path, project), project)
    assert set(codes(written)) <= {Code.MISSING_FILE, Code.OUTSIDE_PROJECT}
    assert written.diagnostics
    assert b"root:" not in written.data


def test_a_style_sheet_of_ones_own_may_show_a_picture_beside_it(project: Project) -> None:
    folder = project.root / "templates"
    folder.mkdir()
    shipped = Path(__file__).parents[4] / "templates/style.css"
    emblem = "\n.masthead-head::before { content: url(emblem.png); }"
    (folder / "style.css").write_text(shipped.read_text("utf-8") + emblem, "utf-8")
    missing = write(with_picture(PIXEL, project), project)
    assert [fault.message for fault in missing.diagnostics] == ["`templates/emblem.png` is not there"]
    (folder / "emblem.png").write_bytes((project.root / "content/som-24/images/map.png").read_bytes())
    assert codes(write(with_picture(PIXEL, project), project)) == []


def test_what_a_style_sheet_says_wrongly_is_a_warning_and_nothing_is_logged(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = project.root / "templates"
    folder.mkdir()
    (folder / "style.css").write_text("p { colour: red }")
    (fault,) = write(with_picture(PIXEL, project), project).diagnostics
    assert (fault.severity, fault.code) == (Severity.WARNING, Code.TEMPLATE_FAULT)
    assert (fault.at.file, fault.at.line, fault.at.column) == ("templates/style.css", 1, 5)
    assert fault.message == "ignored `colour: red`, unknown property"
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("weasyprint").propagate


def test_a_character_that_no_font_has_is_an_error(page: Page, project: Project) -> None:
    root = deepcopy(page.root)
    title, paragraph = root.find("body/h1"), root.find(".//div[@class='para']/p")
    assert title is not None
    assert paragraph is not None
    title.text = "A\U000f1234 plan of the member States for the years that come"
    paragraph[0].tail = "\U000f1235 and \U000f1235"
    faults = write(Page(page.paper, root), project).diagnostics
    assert [fault.message for fault in faults] == [
        f'in {place}: no font here has the character "{sign}" ({code}): the PDF would show a box'
        for place, sign, code in (
            ("“A\U000f1234 plan of the member States for the…”", "\U000f1234", "U+F1234"),
            ("`para-1`", "\U000f1235", "U+F1235"),
        )
    ]
    assert {(fault.code, fault.severity) for fault in faults} == {(Code.CHARACTER_WITHOUT_FONT, Severity.ERROR)}


def test_a_style_sheet_that_is_not_utf_8_is_a_fault_at_its_line(project: Project) -> None:
    (project.root / "templates").mkdir()
    (project.root / "templates/style.css").write_bytes("p {}\n/* é */".encode("latin-1"))
    (fault,) = write(with_picture(PIXEL, project), project).diagnostics
    assert (fault.code, fault.at.file, fault.at.line) == (Code.TEMPLATE_FAULT, "templates/style.css", 2)


BROKEN = """
import pathlib, pickle, sys
import cffi
opened = cffi.FFI.dlopen
def dlopen(self, name, *rest):
    if name and {missing!r} in str(name): raise OSError("cannot load library " + repr(name))
    return opened(self, name, *rest)
cffi.FFI.dlopen = dlopen
import ctypes.util
ctypes.util.find_library = lambda name: None
from neaspec_docs.project import Project
from neaspec_docs.write.pdf.writer import write
page = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
made = write(page, Project(pathlib.Path(sys.argv[2])))
for fault in made.diagnostics: print(fault.code, fault.severity.value, fault.help)
print(len(made.data) > 0, made.layout is not None)
"""


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("pango", ["W002 error", "False False"]),
        ("harfbuzz-subset", ["W004 warning", "True True"]),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_package(
    project: Project, tmp_path: Path, missing: str, said: list[str]
) -> None:
    import pickle

    page = with_picture("content/som-24/images/map.png", project)
    (tmp_path / "page").write_bytes(pickle.dumps(page))
    command = [sys.executable, "-c", BROKEN.format(missing=missing), str(tmp_path / "page"), str(tmp_path)]
    source = str(Path(__file__).parents[4] / "src")
    made = subprocess.run(command, check=True, capture_output=True, text=True, env={"PYTHONPATH": source})
    lines = made.stdout.splitlines()
    assert [line[: len(start)] for line, start in zip(lines, said, strict=True)] == said
    assert "libharfbuzz-subset0" in lines[0]
    assert made.stderr == ""


def test_a_pdf_says_the_date_of_its_paper_and_never_the_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert created("2020-10-12") == "2020-10-12"
    assert created(None) == "2020-09-13T12:26:40Z"
    for wrong in ("soon", "99999999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        assert created(None) is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert created(None) is None
