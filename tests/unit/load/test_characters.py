"""Characters that no text may hold, however they are typed; and those that it may."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs import pipeline
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load import tree
from neaspec_docs.load.characters import UNFIT, is_fit, unfit
from neaspec_docs.project import Project

PAPER = "kind: paper\ntitle: A paper\nbody:\n  - text: {}\n"
MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Virtual meeting\npapers: [p]\n"

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u200b\u2061\u206a\ufeff\u3164\U000e0041\U000e007f"
BREAKING = "\x85\u2028\u2029"
LOST = "\ufff9\ufffa\ufffb\ufffc\ufffd"
PRIVATE = "\ue000\uf0b7\uf8ff\U000f1234\U0010fffd"
NONE = "\ufdd0\ufdef\ufffe\uffff\U0001ffff\U0010fffe"
CONTROLS = "\x00\x07\x0b\x1b\x7f\x80\x9f\ud800\udfff"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "content/m"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(MEETING, "utf-8")
    return Project(tmp_path)


def said(project: Project, text: str) -> list[tuple[int, str, str]]:
    """Return column, code and message of each fault of a paper with this text in line 4."""
    (project.content / "m/p.yaml").write_text(PAPER.format(text), "utf-8")
    faults = tree.content(project).diagnostics
    assert {fault.at.line for fault in faults} <= {4}
    return [(fault.at.column, fault.code, fault.message) for fault in faults]


@pytest.mark.parametrize("sign", TURNING + UNSEEN + BREAKING + LOST + PRIVATE + NONE)
def test_it_is_found_as_it_is_by_escape_and_by_entity(project: Project, sign: str) -> None:
    said_of_it = unfit(sign)
    code, message = said_of_it.code, said_of_it.message
    assert f"U+{ord(sign):04X}" in message
    assert said(project, f"a{sign}b") == [(12, code, message)]
    assert said(project, f'"a\\U{ord(sign):08x}b"') == [(11, code, message)]
    of_entity = said(project, f"a&#{ord(sign)};b")  # of what is no character Markdown makes U+FFFD (CommonMark, 6.2)
    assert of_entity == [(12, code, unfit("\ufffd").message if sign in NONE + "\x85" else message)]


@pytest.mark.parametrize("sign", TURNING + UNSEEN + BREAKING + LOST + PRIVATE + NONE)
def test_its_name_and_the_cure_are_said(sign: str) -> None:
    found = unfit(sign)
    assert found.code is Code.UNFIT_CHARACTER
    assert unicodedata.name(sign, "") in found.message
    assert found.help
    assert found.unseen == (sign in UNSEEN)


@pytest.mark.parametrize("sign", CONTROLS)
def test_a_control_character_is_no_text(sign: str) -> None:
    assert unfit(sign).message == f"the control character U+{ord(sign):04X} can't be printed"
    assert unfit(sign).code is Code.CONTROL_CHARACTER


@pytest.mark.parametrize(
    "words",
    [
        "שלום\u200f and مرحبا\u200e",
        "e\u0301 q\u0307\u0323",
        "می\u200cخواهم",
        "\U0001f468\u200d\U0001f469",
        "\u845b\U000e0100 \u2601\ufe0f",
        "no\u2060break 10\u00a0km 5\u202f%",
        "\u0378 is left to the fonts",
        "\t\u3000",
    ],
)
def test_what_has_a_use_is_let_be(project: Project, words: str) -> None:
    assert UNFIT.search(words) is None
    assert said(project, f"Of {words}.") == []


def test_a_file_of_a_meeting_of_facts_and_of_data_is_read_alike(project: Project) -> None:
    folder = project.content / "m"
    (folder / "p.yaml").write_text("kind: paper\ntitle: A\nbody:\n  - table: T\n    data: d.csv\n", "utf-8")
    (folder / "d.csv").write_text("A,B\n1,x\u200by\n", "utf-8")
    (folder / "facts.yaml").write_text("# \u202e\na: b\n", "utf-8")
    (folder / "meeting.yaml").write_text(MEETING.replace("Virtual", "Vir\ue000tual"), "utf-8")
    found = [(fault.at.file, fault.at.line, fault.at.column, fault.code) for fault in tree.content(project).diagnostics]
    code = Code.UNFIT_CHARACTER
    assert sorted(found) == [
        ("content/m/d.csv", 2, 4, code),
        ("content/m/facts.yaml", 1, 3, code),
        ("content/m/meeting.yaml", 4, 11, code),
    ]


def test_bytes_that_are_lost_are_said_once(project: Project) -> None:
    (project.content / "m/p.yaml").write_bytes(PAPER.format("caf\xe9").encode("latin-1"))
    assert [fault.code for fault in tree.content(project).diagnostics] == [Code.UNREADABLE_FILE]


def test_fix_takes_out_what_can_not_be_seen_and_nothing_else(project: Project) -> None:
    file = project.content / "m/p.yaml"
    file.write_text(PAPER.format("im\u00adple\u200bment \ue000"), "utf-8")
    changed, left = pipeline.mend(project)
    assert changed == ("content/m/p.yaml",)
    assert file.read_text("utf-8") == PAPER.format("implement \ue000")
    assert [fault.code for fault in left if fault.at.line == 4] == [Code.UNFIT_CHARACTER]


def test_fmt_changes_no_file_with_such_a_character(project: Project) -> None:
    file = project.content / "m/p.yaml"
    file.write_text("title: A\u200b paper\nkind:   paper\nbody: [{text: A.}]\n", "utf-8")
    before = file.read_bytes()
    done = pipeline.formatted(project, ["m/p"], write=True)
    assert done.changed == ()
    assert file.read_bytes() == before


@pytest.mark.parametrize("sign", CONTROLS + TURNING + UNSEEN + BREAKING + LOST + PRIVATE + NONE)
def test_one_among_many_is_seen(sign: str) -> None:
    assert not is_fit(f"a longer text – with {sign} in it")


@given(text=st.text(st.characters()))
def test_a_text_is_fit_where_no_character_of_it_is_unfit(text: str) -> None:
    assert is_fit(text) == (UNFIT.search(text) is None)
