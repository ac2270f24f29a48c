"""What a reader sees of a fault: the line, the caret, the cure."""

from pathlib import Path

from neaspec_docs.diagnostics import show
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Related, Severity
from neaspec_docs.diagnostics.span import Span

SOURCE = "title: One\nbody:\n  - para: listed in [](#redlst).\n"


def _file(folder: Path, text: str = SOURCE) -> Path:
    (folder / "content").mkdir()
    (folder / "content" / "a.yaml").write_text(text, "utf-8")
    return folder


def test_the_line_a_caret_and_the_help(tmp_path: Path) -> None:
    found = Diagnostic(
        Code.DANGLING_REFERENCE,
        "reference to `redlst`, which is defined nowhere",
        Span("content/a.yaml", 3, 21, 11),
        "did you mean `redlist`?",
    )
    assert show.text([found], _file(tmp_path)) == (
        "error[R101]: reference to `redlst`, which is defined nowhere\n"
        " --> content/a.yaml:3:21\n"
        "  |\n"
        "3 |   - para: listed in [](#redlst).\n"
        "  |                     ^^^^^^^^^^^\n"
        "  = help: did you mean `redlist`?\n"
    )


def test_of_a_file_outside_the_project_nothing_is_shown(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("of the others\n")
    (tmp_path / "project" / "content").mkdir(parents=True)
    (tmp_path / "project" / "content" / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    for file in ("content/a.yaml", "../secret.yaml"):
        found = Diagnostic(Code.OUTSIDE_PROJECT, "the file is a link", Span(file, 1, 1))
        assert show.text([found], tmp_path / "project") == f"error[L044]: the file is a link\n --> {file}:1:1\n"


def test_a_second_place_is_shown_with_its_words(tmp_path: Path) -> None:
    related = Related(Span("content/a.yaml", 1, 1, 5), "first used here")
    found = Diagnostic(Code.DUPLICATE_ID, "twice", Span("content/a.yaml", 2, 1, 4), related=(related,))
    assert show.text([found], _file(tmp_path)).splitlines()[5:] == [
        " ::: content/a.yaml:1:1",
        "  |",
        "1 | title: One",
        "  | ----- first used here",
    ]


def test_wide_characters_take_two_columns(tmp_path: Path) -> None:
    found = Diagnostic(Code.WRONG_VALUE, "wrong", Span("content/a.yaml", 1, 3, 1))
    assert "  |     ^" in show.text([found], _file(tmp_path, "東京x\n"))


def test_a_terminal_is_never_obeyed(tmp_path: Path) -> None:
    found = Diagnostic(Code.CONTROL_CHARACTER, "wrong", Span("content/a.yaml", 1, 1))
    assert "\x1b" not in show.text([found], _file(tmp_path, "\x1b[31mred\n"))


def test_a_line_that_no_one_wrote_is_not_shown(tmp_path: Path) -> None:
    found = Diagnostic(Code.LEFT_OUT_OF_DRAWING, "left out", Span("content/a.yaml", 1, 5))
    assert show.text([found], _file(tmp_path, "x" * 3001)) == "error[W007]: left out\n --> content/a.yaml:1:5\n"


def test_a_file_that_is_gone_still_has_its_place(tmp_path: Path) -> None:
    found = Diagnostic(Code.MISSING_FILE, "gone", Span("content/none.yaml", 1, 1))
    assert show.text([found], tmp_path) == "error[L043]: gone\n --> content/none.yaml:1:1\n"


def test_the_count_names_what_there_is() -> None:
    error = Diagnostic(Code.WRONG_VALUE, "a", Span("f", 1, 1))
    warning = Diagnostic(Code.WRONG_VALUE, "b", Span("f", 1, 1), severity=Severity.WARNING)
    assert show.count([error, error, warning]) == "2 errors, 1 warning"
    assert show.count([]) == ""
