"""`new`: a start that says what each key is for, loads clean, and builds at once; nothing is written over."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from papers import PROJECT

from neaspec_docs import pipeline
from neaspec_docs.cli.main import main
from neaspec_docs.load.meetings import MEETING_FILE
from neaspec_docs.load.papers import PAPER_FILE
from neaspec_docs.load.records import Record
from neaspec_docs.project import Project

Run = Callable[..., Result]
STARTS = PROJECT.root / "templates" / "new"
KINDS = PROJECT.kinds()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a caller of the program in an empty folder."""
    return lambda *words: CliRunner().invoke(main, ["-C", str(tmp_path), *words], catch_exceptions=False)


@pytest.fixture
def begun(run: Run, tmp_path: Path) -> Path:
    """Return a folder with a meeting in it that was begun."""
    assert run("new", "meeting", "ex-1").exit_code == 0
    return tmp_path


def faults(folder: Path) -> list[str]:
    """Return all that check says of the folder."""
    return [f"{fault.at.file}:{fault.at.line} {fault.message}" for fault in pipeline.checked(Project(folder))]


def test_a_meeting_begins_in_an_empty_folder(run: Run, tmp_path: Path) -> None:
    done = run("new", "meeting", "ex-1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.strip().endswith("content/ex-1/meeting.yaml")
    assert faults(tmp_path) == []
    assert "ex-1  Meeting of Experts on Examples" in run("list").stdout


def test_a_meeting_names_the_papers_that_are_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "content" / "ex-1"
    folder.mkdir(parents=True)
    for name in ("b", "a", "facts"):
        (folder / f"{name}.yaml").write_text("kind: paper\ntitle: T\nbody: []\n" if name != "facts" else "a: b\n")
    assert run("new", "meeting", "ex-1").exit_code == 0
    assert "papers: [a, b]\n" in (folder / "meeting.yaml").read_text("utf-8")
    assert faults(tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_each_kind_is_clean_and_builds_in_every_format(run: Run, begun: Path, kind: str) -> None:
    done = run("new", "paper", f"ex-1/{kind}", "--kind", kind)
    assert (done.exit_code, done.stderr) == (0, "")
    assert [Path(line).name for line in done.stdout.splitlines()] == [f"{kind}.yaml", "meeting.yaml"]
    assert f"papers: [{kind}]\n" in (begun / "content/ex-1/meeting.yaml").read_text("utf-8")
    assert faults(begun) == []
    built = run("build", f"ex-1/{kind}", "--format", "pptx,pdf,html" if kind == "slides" else "docx,pdf,html")
    assert (built.exit_code, built.stderr) == (0, "")
    assert len(built.stdout.splitlines()) == 3


def test_all_kinds_stand_side_by_side_in_canonical_form(run: Run, begun: Path) -> None:
    for kind in KINDS:
        assert run("new", "paper", f"ex-1/{kind}", "--kind", kind).exit_code == 0
    assert faults(begun) == []
    assert run("fmt", "--check").exit_code == 0
    assert f"papers: [{', '.join(KINDS)}]\n" in (begun / "content/ex-1/meeting.yaml").read_text("utf-8")


def test_a_start_takes_from_its_meeting_what_it_can(run: Run, begun: Path) -> None:
    meeting = begun / "content" / "ex-1" / "meeting.yaml"
    meeting.write_text(meeting.read_text("utf-8").replace("2030-01-1", "2031-03-1").replace("id: opening", "id: first"))
    for kind in ("programme", "paper"):
        run("new", "paper", f"ex-1/{kind}", "--kind", kind)
    assert "      - day: 2031-03-14\n" in (meeting.with_name("programme.yaml")).read_text("utf-8")
    paper = (meeting.with_name("paper.yaml")).read_text("utf-8")
    assert "by its id (first, examples)" in paper
    assert "# agenda: first\n" in paper


@pytest.mark.parametrize("start", ["meeting", *KINDS])
def test_what_a_start_has_as_a_comment_can_be_taken_out_of_it(run: Run, begun: Path, start: str) -> None:
    if start != "meeting":
        run("new", "paper", f"ex-1/{start}", "--kind", start)
    known = {key.name for key in (MEETING_FILE if start == "meeting" else PAPER_FILE).keys}
    file = begun / "content" / "ex-1" / f"{start}.yaml"
    text = file.read_text("utf-8")
    commented = [*re.finditer(r"^# ([a-z]+):(?: .*)?\n(?:#   .*\n)*", text, re.MULTILINE)]
    assert commented
    for found in commented:
        if found[1] not in known:
            continue
        cited = text.replace("is proposed.\n", "is proposed (see [](#annex)).\n", 1) if found[1] == "annexes" else text
        shown = re.sub("^# ", "", found.group(), flags=re.MULTILINE)
        file.write_text(cited.replace(found.group(), shown), "utf-8")
        assert faults(begun) == [], found[1]


@pytest.mark.parametrize(("start", "record"), [("meeting", MEETING_FILE), ("paper", PAPER_FILE)])
def test_a_start_shows_every_key_in_its_order(start: str, record: Record[Any]) -> None:
    text = (STARTS / f"{start}.yaml").read_text("utf-8")
    keys = [key.name for key in record.keys]
    shown = [name for name in re.findall(r"^(?:# )?([a-z]+):(?: |$)", text, re.MULTILINE) if name in keys]
    assert shown == keys


def test_a_kind_of_the_projects_own_begins_as_a_paper_or_as_it_says(run: Run, begun: Path) -> None:
    own = begun / "templates"
    (own / "new").mkdir(parents=True)
    (own / "note.html.j2").write_text("")
    assert run("new", "paper", "ex-1/a", "--kind", "note").exit_code == 0
    assert "\nkind: note\n" in (begun / "content/ex-1/a.yaml").read_text("utf-8")
    (own / "new" / "note.yaml").write_text("kind: ${kind}\ntitle: It costs $5\nbody: []\n")
    assert run("new", "paper", "ex-1/b", "--kind", "note").exit_code == 0
    assert (begun / "content/ex-1/b.yaml").read_text("utf-8") == "kind: note\ntitle: It costs $5\nbody: []\n"


def test_where_a_project_keeps_its_schemas_the_first_line_names_one(run: Run, begun: Path) -> None:
    (begun / "docs" / "schema").mkdir(parents=True)
    (begun / "docs" / "schema" / "paper.json").write_text(run("schema", "paper").stdout)
    run("new", "paper", "ex-1/a")
    first = (begun / "content/ex-1/a.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../docs/schema/paper.json"
    assert faults(begun) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "meeting", "ex-1"), "content/ex-1/meeting.yaml is there already"),
        (("new", "meeting", "My Meeting"), "write `my-meeting`"),
        (("new", "meeting", "EX-1"), "write `ex-1`"),
        (("new", "meeting", "ex-2/note"), "neaspec-docs new paper ex-2/note"),
        (("new", "meeting", "../ex-2"), "can't name a meeting"),
        (("new", "meeting", "–"), "can't name a meeting"),
        (("new", "paper", "ex-1/there"), "content/ex-1/there.yaml is there already"),
        (("new", "paper", "ex-1/old"), "content/ex-1/old.yml is there already"),
        (("new", "paper", "ex-2/note"), "there is no meeting `ex-2`; did you mean `ex-1`?"),
        (("new", "paper", "congress/note"), "`neaspec-docs new meeting congress` begins one"),
        (("new", "paper", "note"), "write it before the paper: `ex-1/note`"),
        (("new", "paper", "ex-1/"), "names no meeting"),
        (("new", "paper", "ex-1/meeting"), "`meeting.yaml` is no paper"),
        (("new", "paper", "ex-1/facts"), "`facts.yaml` is no paper"),
        (("new", "paper", "ex-1/My Note.yaml"), "write `my-note`"),
        (("new", "paper", "ex-1/../../note"), "can't name a paper"),
        (("new", "paper", "ex-1/note", "--kind", "reprot"), "did you mean `report`"),
        (("new", "papre", "ex-1/note"), "there is no verb `new papre`; did you mean `paper`"),
        (("schema", "papre"), "did you mean `paper`"),
        (("schema", "slideshow"), "there are `meeting`, `paper`"),
    ],
)
def test_a_wrong_call_exits_2_and_touches_nothing(run: Run, begun: Path, words: tuple[str, ...], said: str) -> None:
    folder = begun / "content" / "ex-1"
    for name in ("there.yaml", "old.yml"):
        (folder / name).write_text("kind: paper\n")
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


def test_a_meeting_with_a_fault_exits_1_and_is_left_alone(run: Run, begun: Path) -> None:
    meeting = begun / "content" / "ex-1" / "meeting.yaml"
    meeting.write_text(meeting.read_text("utf-8").replace("venue:", "vnue:"))
    done = run("new", "paper", "ex-1/note")
    assert done.exit_code == 1
    assert "unknown key `vnue`" in done.stderr
    assert [path.name for path in meeting.parent.iterdir()] == ["meeting.yaml"]


def test_a_disk_that_refuses_is_said_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file where a folder is wanted")
    done = run("new", "meeting", "ex-1")
    assert done.exit_code == 2
    assert "can't be written" in done.stderr


def test_a_schema_is_printed_outside_a_project_too(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "schema", "paper"])
    assert done.exit_code == 0
    assert '"$id": "urn:neaspec-docs:paper"' in done.stdout
    assert done.stdout.count('"report"') == 1
