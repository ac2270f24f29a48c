"""The command line as scripts know it: exit codes, what goes where, nearest names, nothing half done."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
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


def test_outline_of_slides_for_programs(run: Run) -> None:
    outline = json.loads(run("outline", "workshop-2024/overview", "--json").stdout)
    first = next(entry for entry in outline["entries"] if entry["type"] == "slide")
    assert {key: first[key] for key in ("id", "number", "label", "level", "text")} == {
        "id": "neaspec", "number": "2", "label": "slide 2", "level": None, "text": None,
    }  # fmt: skip
    assert first["title"].endswith("(NEASPEC)")
    assert outline["references"][0]["target"] == "nfp-2/background"


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


def test_an_agenda_depends_on_what_it_lists_and_what_its_annotations_cite(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "nfp-2/background.yaml", "symbol: NEASPEC/NFP-2/1", "symbol: [NEASPEC]")
    done = run("build", "som-24/agenda", "--format", "html")
    assert done.exit_code == 1
    assert "content/nfp-2/background.yaml" in done.stderr
    assert run("build", "som-24/documents", "--format", "html").exit_code == 0
    _break(tmp_path, "som-24/report.yaml", "kind: report", "kind: reprot")
    assert "content/som-24/report.yaml" in run("build", "som-24/agenda", "--format", "html").stderr


def test_an_annotation_at_fault_stops_the_agenda_alone(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "som-24/meeting.yaml", "[](som-24/strategic-plan#adoption)", "[](#adoption) {{ facts.none }}")
    done = run("build", "som-24/agenda", "--format", "html")
    assert done.exit_code == 1
    assert "content/som-24/meeting.yaml:43" in done.stderr
    assert run("build", "som-24/report", "--format", "html").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "som-42"), "did you mean `som-24`"),
        (("build", "som-24/reprot"), "did you mean `som-24/report`"),
        (("bulid", "som-24"), "did you mean `build`"),
        (("build", "som-24", "--format", "dcox"), "did you mean `docx`"),
        (("build", "som-24", "--fromat", "docx"), "--format"),
        (("build",), "TARGET"),
        (("pack",), "MEETING"),
        (("pack", "som-24", "nfp-2"), "unexpected extra argument"),
        (("pack", "som-42"), "there is no meeting `som-42`; did you mean `som-24`"),
        (("pack", "som-24/report"), "is a paper, and a pack is of a meeting: say `som-24`"),
        (("pack", "som-24/reprot"), "there is no meeting"),
        (("pack", "y"), "there is no meeting `y`; the meetings are `nfp-2`, `som-24` and `workshop-2024`"),
        (("outline", "som-24"), "there is no paper"),
        (("outline", "y"), "there is no paper `y`; `neaspec-docs list` shows them"),
        (("import", "x.docx"), "there is no verb `import`"),
        (("-q", "-v", "list"), "exclude"),
    ],
)
def test_a_wrong_call_exits_2_with_the_nearest_name(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")


def test_a_wrong_call_is_said_first_and_where_to_read_on_after_it(tmp_path: Path) -> None:
    shutil.copytree(PROJECT.content, tmp_path / "content")
    said = "there is no meeting or paper `y`; the meetings are `nfp-2`, `som-24` and `workshop-2024`"
    after = "Try 'neaspec-docs build --help' for help."
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "build", "y"], prog_name="neaspec-docs")
    assert done.stderr.splitlines() == [f"Error: {said}", after]


def test_of_many_meetings_none_is_listed(run: Run, tmp_path: Path) -> None:
    for number in range(8):
        folder = tmp_path / "content" / f"ex-{number}"
        folder.mkdir()
        (folder / "meeting.yaml").write_text(EXAMPLES, "utf-8")
    assert "`neaspec-docs list` shows them" in run("pack", "y").stderr


def test_without_a_word_the_help_is_shown() -> None:
    done = CliRunner().invoke(main, [])
    assert done.exit_code == 2
    assert "Commands:" in done.stderr
    assert "Error" not in done.stderr


def test_each_paper_is_made_in_the_formats_that_it_can_have(run: Run) -> None:
    done = run("build", "workshop-2024", "nfp-2/concept-note", "--format", "docx,pptx")
    assert done.exit_code == 0
    assert [line.split()[0].partition("build/")[2] for line in done.stdout.splitlines()] == [
        "nfp-2/concept-note.docx",
        "workshop-2024/overview.pptx",
    ]


@pytest.mark.parametrize(
    ("paper", "form", "what"),
    [("som-24/report", "pptx", "`pptx` is for slides"), ("workshop-2024", "docx", "`docx` is for papers of text")],
)
def test_a_format_that_no_paper_can_have_exits_2(run: Run, tmp_path: Path, paper: str, form: str, what: str) -> None:
    done = run("build", paper, "--format", f"html,{form}")
    assert done.exit_code == 2
    assert what in done.stderr
    assert not (tmp_path / "build").exists()


def test_outside_a_project_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "list"])
    assert done.exit_code == 2
    assert "content/" in done.stderr


def test_list_for_people_and_for_programs(run: Run) -> None:
    text = run("list").stdout
    assert "som-24/strategic-plan  NEASPEC/SOM(24)/5  NEASPEC Strategic Plan 2021-2025" in text
    assert "for Transboundary Cooperation, 2024-08-28\n" in text  # no venue, and no comma for it
    listed = json.loads(run("list", "--json").stdout)
    assert [meeting["meeting"] for meeting in listed["meetings"]] == ["nfp-2", "som-24", "workshop-2024"]
    papers = listed["meetings"][1]["papers"]
    names = ("agenda", "strategic-plan", "report", "documents")
    assert [paper["paper"] for paper in papers] == [f"som-24/{name}" for name in names]
    assert papers[1]["symbol"] == "NEASPEC/SOM(24)/5"
    assert papers[2]["symbol"] is None


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


def test_pack_writes_both_files_where_it_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content" / "ex-1").mkdir()
    (tmp_path / "content" / "ex-1" / "meeting.yaml").write_text(EXAMPLES, "utf-8")
    (tmp_path / "content" / "ex-1" / "cranes.yaml").write_text("kind: paper\ntitle: Cranes\nbody: []\n", "utf-8")
    done = run("pack", "ex-1/", "--out", str(tmp_path / "out"), "--jobs", "1")
    assert done.exit_code == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [line[0].rpartition("/")[2] for line in lines] == ["ex-1.pdf", "ex-1.zip"]
    assert lines[0][1:3] == ["3", "pages"]
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == [".neaspec-docs.json", "ex-1.pdf", "ex-1.zip", "manifest.json"]
    said = run("-v", "pack", "ex-1", "--jobs", "1").stderr.splitlines()
    assert said == ["writing ex-1, ex-1/cranes", "ex-1 is done, 3 pages", "ex-1/cranes is done, 1 page"]


EXAMPLES = "title: Meeting of Examples\nshort: EX-1\ndates: {start: 2026-03-02}\nvenue: Ulaanbaatar\npapers: [cranes]\n"


def test_an_error_in_one_paper_stops_the_pack(run: Run, tmp_path: Path) -> None:
    _break(tmp_path, "nfp-2/concept-note.yaml", "[](nfp-2/background)", "[](#nowhere)")
    done = run("pack", "nfp-2")
    assert done.exit_code == 1
    assert "error[R101]" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "build").exists()


def test_a_meeting_without_papers_has_no_pack(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content" / "ex-1").mkdir()
    (tmp_path / "content" / "ex-1" / "meeting.yaml").write_text(EXAMPLES.replace("cranes", ""), "utf-8")
    done = run("pack", "ex-1")
    assert done.exit_code == 1
    assert "error[W006]: the meeting has no papers" in done.stderr
    assert "content/ex-1/meeting.yaml:1:1" in done.stderr
    assert not (tmp_path / "build").exists()


def test_without_pango_nothing_is_packed_and_it_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("neaspec_docs.write.pdf.writer.open_engine", missing)
    done = run("pack", "som-24", "--jobs", "1")
    assert done.exit_code == 2
    assert "libpango-1.0-0" in done.stderr
    assert "install" in done.stderr
    assert not (tmp_path / "build").exists()


def test_where_one_of_the_two_cannot_be_written_neither_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out" / "som-24.zip" / "a-folder").mkdir(parents=True)
    done = run("pack", "som-24", "--out", str(tmp_path / "out"))
    assert done.exit_code == 2
    assert "som-24.zip can't be written" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["som-24.zip"]


def test_a_shell_completes_what_each_verb_takes(tmp_path: Path) -> None:
    shutil.copytree(PROJECT.content, tmp_path / "content")

    def offered(verb: str, beginning: str) -> list[str]:
        shell = ShellComplete(main, {}, "neaspec-docs", "_NEASPEC_DOCS_COMPLETE")
        return [item.value for item in shell.get_completions(["-C", str(tmp_path), verb], beginning)]

    assert offered("pack", "som") == ["som-24"]
    assert offered("outline", "som-24/r") == ["som-24/report"]
    assert "som-24" not in offered("outline", "som")
    assert {"som-24", "som-24/report"} <= set(offered("build", "som"))
