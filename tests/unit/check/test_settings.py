"""What a project's pyproject.toml says of rules, and what is said of it where it is wrong."""

import os
from pathlib import Path

import pytest

from neaspec_docs.check import settings
from neaspec_docs.check.settings import LONGEST, ONLINE, Settings
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.limits import LARGEST_TEXT


def read(folder: Path, text: str) -> tuple[Settings, list[str]]:
    """Return the settings, and each fault as "line:column+length message; help"."""
    (folder / "pyproject.toml").write_bytes(text.encode())
    own, faults = settings.read(folder)
    assert {fault.code for fault in faults} <= {Code.WRONG_SETTING}
    assert all(fault.severity is Severity.ERROR and fault.at.file == "pyproject.toml" for fault in faults)
    return own, [
        f"{fault.at.line}:{fault.at.column}+{fault.at.length} {fault.message}"
        + (f"; {fault.help}" if fault.help else "")
        for fault in faults
    ]


def test_without_a_file_or_a_table_all_is_as_usual(tmp_path: Path) -> None:
    assert settings.read(tmp_path) == (Settings(), ())
    assert read(tmp_path, "[project]\nname = 'x'\n") == (Settings(), [])
    assert read(tmp_path, "") == (Settings(), [])


def test_all_that_can_be_said(tmp_path: Path) -> None:
    text = """\
        [tool.neaspec-docs]
        select = ["E209", "typed-number", "T2"]
        ignore = ["mixed-units"]
        words = 10_000

        [tool.neaspec-docs.severity]
        straight-quote = "error"
        T201 = "warning"
        """
    own, faults = read(tmp_path, text)
    assert faults == []
    tables = {Code.WRONG_COLUMN_SUM, Code.PERCENTAGES_OFF, Code.MIXED_UNITS}
    assert own.select == frozenset({Code.STRAIGHT_QUOTE, Code.TYPED_NUMBER}) | tables
    assert own.ignore == {Code.MIXED_UNITS}
    assert own.words == 10_000
    assert own.severity == {Code.STRAIGHT_QUOTE: Severity.ERROR, Code.WRONG_COLUMN_SUM: Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[tool.neaspec-docs]\nselct = []", ["2:1+5 there is no setting `selct`; did you mean `select`?"]),
        ("[tool.neaspec-docs]\nwords = 0", ["2:1+5 `words` must be a whole number from 1"]),
        ("[tool.neaspec-docs]\nwords = true", ["2:1+5 `words` must be a whole number from 1"]),
        ("[tool.neaspec-docs]\nwords = 'many'", ["2:1+5 `words` must be a whole number from 1"]),
        (
            "[tool.neaspec-docs]\nignore = 'E209'",
            ['2:1+6 `ignore` must be a list of codes or names; write `ignore = ["E209"]`'],
        ),
        ("[tool.neaspec-docs]\nselect = [209]", ["2:1+6 `select` must be a list of codes or names"]),
        (
            "[tool.neaspec-docs]\n# not strait-quote\nignore = [\n  'E209',\n  'strait-quote',\n]",
            ["5:4+12 there is no rule `strait-quote`; did you mean `straight-quote`?"],
        ),
        ("[tool.neaspec-docs]\nignore = ['X']", ["2:12+1 there is no rule `X`"]),
        ("[tool.neaspec-docs]\nignore = ['']", ["2:12+1 there is no rule ``"]),
        (
            "[tool.neaspec-docs]\nignore = ['dangling-reference']",
            ["2:12+18 `dangling-reference` stops a build and can't be left out"],
        ),
        ("[tool.neaspec-docs]\nseverity = 'error'", ["2:1+8 `severity` must be a table of rules"]),
        (
            "[tool.neaspec-docs.severity]\nstraight-quote = 'grave'",
            ["2:1+14 `straight-quote` must be `error` or `warning`"],
        ),
        (
            "[tool.neaspec-docs.severity]\nR101 = 'warning'",
            ["2:1+4 `R101` stops a build and can't be weighed"],
        ),
        ("[tool.neaspec-docs.severity]\nstraight-quote = []", ["2:1+14 `straight-quote` must be `error` or `warning`"]),
        ("[tool]\nneaspec-docs = 3", ["2:1+12 `tool.neaspec-docs` must be a table"]),
        ("tool = 3", []),
        ("[tool.neaspec]\nwords = 0", []),
        (
            "[tool.neaspec_docs]\nwords = 0",
            ["1:7+12 there is no table `tool.neaspec_docs`; write `[tool.neaspec-docs]`"],
        ),
        ("[tool.neaspec-docs]\nselect = ['T008']", ["2:12+4 `T008` is found by no rule and can't be left out"]),
        ("[tool.neaspec-docs]\nignore = ['S201']", ["2:12+4 `S201` is found by no rule and can't be left out"]),
        ("[tool.neaspec-docs\n", ["1:19+1 the file is no TOML: expected ']' at the end of a table declaration"]),
        ("a = ", ["1:5+1 the file is no TOML: invalid value"]),
        *(
            (
                f"a = {sign * 5_000}",
                ["1:1+1 the file can't be read: it holds a number too long or lists too deep; take it out"],
            )
            for sign in "9["
        ),
        ("\ufeff[tool.neaspec-docs]\nwords = 0", ["2:1+5 `words` must be a whole number from 1"]),
        ("[tool.neaspec-docs]\r\nwords = 0\r\n", ["2:1+5 `words` must be a whole number from 1"]),
        ("[other]\nwords = 1\n[tool.neaspec-docs]\nwords = 0", ["4:1+5 `words` must be a whole number from 1"]),
    ],
)
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, text: str, faults: list[str]) -> None:
    own, said = read(tmp_path, text)
    assert said == faults
    assert own.words == LONGEST
    assert own.severity == {}


def test_a_wrong_list_of_rules_does_not_silence_the_others(tmp_path: Path) -> None:
    own, _ = read(tmp_path, "[tool.neaspec-docs]\nselect = ['strait-quote']")
    assert own.select is None


def test_a_file_that_is_no_text_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"\xff\xfe\x00")
    (fault,) = settings.read(tmp_path)[1]
    assert fault.message == "the file can't be read"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pyproject.toml")
    (fault,) = settings.read(tmp_path)[1]
    assert (fault.at.file, fault.message) == ("pyproject.toml", "the file can't be read: it is no plain file")


def test_a_file_that_no_one_wrote_by_hand_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "pyproject.toml").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    (fault,) = settings.read(tmp_path)[1]
    assert fault.message == "the file can't be read: it is larger than 8 MB"


def test_codes_are_known_by_code_name_and_letter() -> None:
    assert settings.codes("E209") == settings.codes(" straight-quote ") == {Code.STRAIGHT_QUOTE}
    assert settings.codes("E") == {code for code in Code if code.startswith("E")}
    assert settings.codes("P") == {Code.PAPER_TOO_LONG}
    assert settings.codes("P202") == {Code.DEAD_LINK}
    assert settings.codes("e") == settings.codes("") == settings.codes("2") == frozenset()


def test_what_asks_the_web_is_heard_only_where_it_is_asked_for() -> None:
    for code in ONLINE:
        assert not Settings().hears(code)
        assert Settings(besides=ONLINE).hears(code)
        assert Settings(select=frozenset({code})).hears(code)
        assert not Settings(besides=ONLINE, ignore=frozenset({code})).hears(code)
    assert Settings(besides=ONLINE).hears(Code.STRAIGHT_QUOTE)
