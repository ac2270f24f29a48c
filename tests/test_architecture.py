"""What ARCHITECTURE.md says of the tables, held against the code."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from neaspec_docs.cli.main import VERBS
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.resolve import passes
from neaspec_docs.write.formats import FORMATS, USUAL, writer

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "neaspec_docs"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_its_writer(name: str) -> None:
    assert callable(writer(name))


def test_what_is_built_without_a_word_is_a_format() -> None:
    assert set(USUAL) <= set(FORMATS)


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_its_file_an_example_and_help(verb: str) -> None:
    command = import_module(VERBS[verb]).command
    assert isinstance(command, click.Command)
    assert command.name == verb
    assert f"neaspec-docs {verb}" in (command.epilog or "")
    assert command.get_short_help_str()


def test_the_passes_are_all_in_the_table() -> None:
    named = {step.__module__.rpartition(".")[2] for step in passes.PASSES}
    of_meeting = {"agenda", "registers", "timetables"}
    assert named == of_meeting | {"facts", "tables", "annexes", "numbers", "references", "footnotes"}


def test_no_code_is_unused_or_used_for_two_faults() -> None:
    source = "".join(file.read_text("utf-8") for file in SOURCE.rglob("*.py"))
    unused = [code.name for code in Code if not re.search(rf"Code\.{code.name}\b", source)]
    assert unused == []
    assert len({code.value for code in Code}) == len(Code)


def test_every_package_is_empty_at_its_door() -> None:
    assert [file for file in SOURCE.rglob("__init__.py") if file.read_text("utf-8")] == []


def test_modules_stay_readable() -> None:
    long = {
        file.relative_to(SOURCE).as_posix(): lines
        for file in SOURCE.rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 300
    }
    assert long == {}


def test_the_folders_are_those_that_the_page_names() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for folder in (path for path in SOURCE.iterdir() if path.is_dir() and path.name[0] not in "._"):
        assert f"  {folder.name}/" in page, folder.name
