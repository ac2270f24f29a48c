"""Heavy libraries are imported where they are used: a call that makes no paper stays quick."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from papers import PROJECT

HEAVY = {"weasyprint", "docx", "jinja2", "pydyf", "fontTools", "rich", "babel", "num2words", "PIL"}


def _imported(*words: str) -> set[str]:
    program = (
        "import json, sys\n"
        "from neaspec_docs.cli.main import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "sys.stderr.write(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "-C", PROJECT.root, *words], check=True, capture_output=True, timeout=300
    )
    names = json.loads(done.stderr)
    return {*names, *(name.partition(".")[0] for name in names)}


TWO_FILES = ("diff", "--files", os.devnull, "content/som-24/strategic-plan.yaml")


@pytest.mark.parametrize(
    "words",
    [("list",), ("build", "--help"), ("list", "--json"), ("-q", "check"), ("check", "--json"), TWO_FILES],
)
def test_a_call_that_makes_no_paper_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    assert not _imported(*words) & HEAVY


def test_help_does_not_even_read_yaml() -> None:
    assert not _imported("--help") & (HEAVY | {"yaml", "markdown_it", "lxml"})


def test_a_list_needs_no_pages() -> None:
    assert not _imported("list") & {"neaspec_docs.model.page", "xml.etree.ElementTree"}


def test_one_that_makes_a_word_file_does(tmp_path: Path) -> None:
    made = _imported("build", "nfp-2/concept-note", "--format", "docx", "--jobs", "1", "--out", str(tmp_path))
    assert {"docx", "jinja2"} <= made
    assert "weasyprint" not in made
