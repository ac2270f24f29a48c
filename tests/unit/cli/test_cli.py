"""The command line as scripts know it: exit codes, what goes where, nearest names, nothing half done."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from papers import PROJECT

from neaspec_docs.cli.main import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a caller of the program in a copy of the shipped content."""
    shutil.copytree(PROJECT.content, tmp_path / "content")
    return lambda *words: CliRunner().invoke(main, ["-C", str(tmp_path), *words], catch_exceptions=False)


def _break(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / "content" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_build_writes_where_it_says_and_ends_with_a_line_a_file(run: Run, tmp_path: Path) -> None:
    done = run("build", "nfp-2/concept-note", "--format", "html,docx")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0].rpartition("/")[2] for line in lines] == ["concept-note.html", "concept-note.docx"]
    assert (tmp_path / "build" / "nfp-2" / "concept-note.docx").is_file()


def test_an_error_exits_1_and_touches_nothing(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "nfp-2/concept-note.yaml", "[](nfp-2/background)", "[](#nowhere)")
    done = run("build", "nfp-2")
    assert done.exit_code == 1
    assert "error[R101]" in done.stderr
    assert "1 error" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "build").exists()


def test_a_fault_elsewhere_does_not_stop_a_paper(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "som-24/report.yaml", "kind: report", "kind: reprot")
    assert run("build", "nfp-2/concept-note", "--format", "html").exit_code == 0
    assert run("build", "som-24/report", "--format", "html").exit_code == 1


def test_a_fault_in_what_a_paper_cites_stops_it(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "nfp-2/background.yaml", "symbol: NEASPEC/NFP-2/1", "symbol: [NEASPEC]")
    done = run("build", "som-24/strategic-plan", "--format", "html")
    assert done.exit_code == 1
    assert "content/nfp-2/background.yaml" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "som-42"), "did you mean `som-24`"),
        (("build", "som-24/reprot"), "did you mean `som-24/report`"),
        (("bulid", "som-24"), "did you mean `build`"),
        (("build", "som-24", "--format", "dcox"), "did you mean `docx`"),
        (("build", "som-24", "--fromat", "docx"), "--format"),
        (("build",), "TARGET"),
        (("outline", "som-24"), "there is no paper"),
        (("import", "x.docx"), "there is no verb `import`"),
        (("-q", "-v", "list"), "exclude"),
    ],
)
def test_a_wrong_call_exits_2_with_the_nearest_name(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_outside_a_project_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "list"])
    assert done.exit_code == 2
    assert "content/" in done.stderr


def test_list_for_people_and_for_programs(run: Run) -> None:
    text = run("list").stdout
    assert "som-24/strategic-plan  NEASPEC/SOM(24)/5  NEASPEC Strategic Plan 2021-2025" in text
    listed = json.loads(run("list", "--json").stdout)
    assert [meeting["meeting"] for meeting in listed["meetings"]] == ["nfp-2", "som-24"]
    papers = listed["meetings"][1]["papers"]
    assert [paper["paper"] for paper in papers] == ["som-24/strategic-plan", "som-24/report"]
    assert papers[0]["symbol"] == "NEASPEC/SOM(24)/5"
    assert papers[1]["symbol"] is None


def test_list_shows_what_loads_beside_what_does_not(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "som-24/report.yaml", "kind: report", "kind: reprot")
    done = run("list")
    assert done.exit_code == 1
    assert "som-24/strategic-plan" in done.stdout
    assert "reprot" in done.stderr


def test_the_outline_as_programs_read_it(run: Run) -> None:
    outline = json.loads(run("outline", "som-24/strategic-plan", "--json").stdout)
    assert outline["paper"] == "som-24/strategic-plan"
    first = outline["entries"][0]
    assert first["type"] == "section"
    assert (first["number"], first["label"], first["level"], first["title"]) == ("I.", "section I", 1, "Introduction")
    table = next(entry for entry in outline["entries"] if entry["id"] == "redlist")
    assert (table["type"], table["number"], table["label"]) == ("table", "2", "Table 2")
    cited = next(one for one in outline["references"] if one["target"] == "som-24/strategic-plan#redlist")
    assert cited["text"] == "Table 2"
    source = (PROJECT.root / cited["file"]).read_text("utf-8").splitlines()[cited["line"] - 1]
    assert source[cited["column"] - 1 :].startswith("[](#redlist)")


def test_quiet_says_only_what_is_wrong(run: Run) -> None:
    done = run("-q", "build", "nfp-2/concept-note", "--format", "html")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_disk_that_refuses_is_said_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where a folder is wanted")
    done = run("build", "nfp-2/concept-note", "--format", "html", "--out", str(tmp_path / "out" / "deeper"))
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr


def test_verbose_says_which_paper_is_written(run: Run) -> None:
    done = run("-v", "build", "nfp-2/concept-note", "--format", "html")
    assert done.stderr.splitlines() == ["writing nfp-2/concept-note", "nfp-2/concept-note is done"]
