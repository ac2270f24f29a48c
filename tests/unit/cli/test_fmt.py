"""`fmt` as scripts know it: what it names, what it changes, how it ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from neaspec_docs.cli.main import main
from neaspec_docs.project import Project

Run = Callable[..., Result]

MEETING = "short: M\ntitle: M\nvenue: V\ndates: {start: 2020-10-12}\npapers: [p, q]\n"
PAPER = "kind: paper\ntitle: A\nbody:\n  - text: One. Two.\n"
CANONICAL = "kind: paper\ntitle: A\nbody:\n  - text: |\n      One.\n      Two.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of a project that has no file in canonical form, but for one paper."""
    folder = tmp_path / "content"
    (folder / "m").mkdir(parents=True)
    (folder / "facts.yaml").write_text("a:   b\n")
    (folder / "m" / "meeting.yaml").write_text(MEETING)
    (folder / "m" / "p.yaml").write_text(PAPER)
    (folder / "m" / "q.yaml").write_text(CANONICAL)
    (folder / "m" / "data.csv").write_text("a,  b\r\n")
    return folder


@pytest.fixture
def run(content: Path) -> Run:
    return lambda *words: CliRunner().invoke(main, ["-C", str(content.parent), *words], catch_exceptions=False)


def names(done: Result) -> list[str]:
    return [line.rpartition("/")[2] for line in done.stdout.splitlines()]


def tree(content: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_all_that_is_not_canonical_is_named_and_written(run: Run, content: Path) -> None:
    done = run("fmt")
    assert (done.exit_code, done.stderr) == (0, "")
    assert names(done) == ["facts.yaml", "meeting.yaml", "p.yaml"]
    assert (content / "facts.yaml").read_text() == "a: b\n"
    assert (content / "m" / "meeting.yaml").read_text().startswith("title: M\nshort: M\ndates: ")
    assert (content / "m" / "p.yaml").read_text() == CANONICAL
    assert (content / "m" / "data.csv").read_bytes() == b"a,  b\r\n"
    again = run("fmt")
    assert (again.exit_code, again.stdout) == (0, "")


def test_check_names_the_files_and_changes_none(run: Run, content: Path) -> None:
    before = tree(content)
    for words in (("fmt", "--check"), ("-q", "fmt", "--check")):
        done = run(*words)
        assert (done.exit_code, names(done)) == (1, ["facts.yaml", "meeting.yaml", "p.yaml"])
    assert tree(content) == before
    assert run("fmt", "--check", "m/q").exit_code == 0


def test_a_target_is_a_meeting_or_a_paper(run: Run) -> None:
    assert names(run("fmt", "--check", "m/p", "m/q")) == ["p.yaml"]
    assert names(run("fmt", "--check", "m/")) == ["meeting.yaml", "p.yaml"]
    done = run("fmt", "m/qq")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "did you mean `m/q`" in done.stderr
    assert run("fmt", "m/meeting").exit_code == 2


def test_quiet_says_nothing_of_what_it_wrote(run: Run, content: Path) -> None:
    assert run("-q", "fmt").stdout == ""
    assert (content / "m" / "p.yaml").read_text() == CANONICAL


@pytest.mark.parametrize(
    "bad", [b"kind: paper\nbdoy: []\n", b"kind: paper\ntitle: \xff\nbody: []\n", b"", b"# nothing\n", b"a: ["]
)
def test_a_file_with_a_fault_is_left_and_the_others_are_not(run: Run, content: Path, bad: bytes) -> None:
    (content / "m" / "q.yaml").write_bytes(bad)
    done = run("fmt")
    assert done.exit_code == 1
    assert "content/m/q.yaml" in done.stderr
    assert names(done) == ["facts.yaml", "meeting.yaml", "p.yaml"]
    assert (content / "m" / "q.yaml").read_bytes() == bad


WINDOWS = CANONICAL.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("\ufeff" + CANONICAL, CANONICAL),
        ("\ufeff" + WINDOWS, WINDOWS),
        (PAPER.replace("\n", "\r\n"), WINDOWS),
        (PAPER.replace("\n", "\r"), CANONICAL),
        (CANONICAL.replace("\n", "\r\n", 1), CANONICAL),
        (WINDOWS.replace("\r\n", "\n", 1), WINDOWS),
        (CANONICAL.rstrip("\n"), CANONICAL),
        (WINDOWS.rstrip("\r\n"), WINDOWS),
        (WINDOWS + "\r\n \r\n", WINDOWS),
        (CANONICAL.replace(": ", ":\t").replace("|\n", "|\t\n").replace("One.\n", "One.\t\n"), CANONICAL),
        (CANONICAL.replace("One.\n      ", "One.\t"), CANONICAL.replace("One.\n      ", "One.\t")),
    ],
)
def test_a_file_keeps_the_ends_that_most_of_its_lines_have(run: Run, content: Path, written: str, made: str) -> None:
    """Else git on Windows would show every line as changed; a byte order mark goes, and tabs at ends and in between."""
    (content / "m" / "q.yaml").write_bytes(written.encode())
    assert names(run("fmt", "m/q")) == (["q.yaml"] if written != made else [])
    assert (content / "m" / "q.yaml").read_bytes() == made.encode()
    assert run("fmt", "--check", "m/q").exit_code == 0


def test_lines_that_end_as_on_windows_are_well(run: Run, content: Path) -> None:
    (content / "m" / "q.yaml").write_bytes(WINDOWS.encode())
    done = run("fmt", "--check", "m/q")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["terms.yaml", "facts.yaml"])
@pytest.mark.parametrize("empty", ["[]\n", "{}\n", "# none\n[]  # yet\n"])
def test_a_file_of_nothing_is_well(run: Run, content: Path, name: str, empty: str) -> None:
    (content / name).write_text(empty)
    fits = ("[]" in empty) == (name == "terms.yaml")
    done = run("fmt", "--check")
    assert names(done) == [*(["facts.yaml"] if name == "terms.yaml" else []), "meeting.yaml", "p.yaml"]
    assert ("a file of" in done.stderr) == (not fits)


def test_the_glossary_is_laid_out_too(run: Run, content: Path) -> None:
    (content / "terms.yaml").write_text("# Ours.\n- not: [web site]   # two words\n  term: 'website'\n")
    assert names(run("fmt", "--check")) == ["facts.yaml", "terms.yaml", "meeting.yaml", "p.yaml"]
    assert run("fmt").exit_code == 0
    laid_out = "# Ours.\n- term: website\n  not: [web site]     # two words\n"
    assert (content / "terms.yaml").read_text() == laid_out
    (content / "terms.yaml").write_text("- term: website\n")
    done = run("fmt", "--check")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a term must have `not`" in done.stderr


def test_a_glossary_in_a_folder_of_a_meeting_is_no_paper(run: Run, content: Path) -> None:
    (content / "m" / "terms.yaml").write_text("- not: [web site]\n  term: website\n")
    assert names(run("fmt", "--check", "m")) == ["meeting.yaml", "p.yaml"]


def test_who_may_read_a_file_stays(run: Run, content: Path) -> None:
    (content / "m" / "p.yaml").chmod(0o660)
    run("fmt")
    assert (content / "m" / "p.yaml").stat().st_mode & 0o777 == 0o660


def test_a_read_only_file_stops_all(run: Run, content: Path) -> None:
    (content / "m" / "p.yaml").chmod(0o444)
    before = tree(content)
    done = run("fmt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "p.yaml can't be written: it is read-only\n" in done.stderr
    assert tree(content) == before
    assert run("fmt", "--check").exit_code == 1


def test_a_link_is_not_written_through(run: Run, content: Path) -> None:
    paper = content / "m" / "p.yaml"
    there = paper.rename(content.parent / "elsewhere.yaml")
    paper.symlink_to(there)
    done = run("fmt")
    assert done.exit_code == 2
    assert "p.yaml can't be written: it is a link to another file\n" in done.stderr
    assert paper.is_symlink()
    assert there.read_text() == PAPER


def test_what_new_begins_is_canonical(run: Run, content: Path) -> None:
    assert run("new", "meeting", "n").exit_code == 0
    for kind in Project(content.parent).kinds():
        assert run("new", "paper", f"n/{kind}", "--kind", kind).exit_code == 0
    done = run("fmt", "--check", "n")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
