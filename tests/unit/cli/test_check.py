"""`check` and `explain` as scripts know them: exit codes, targets, what is chosen, what goes where, what is mended."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from papers import PROJECT

from neaspec_docs.check import links, words
from neaspec_docs.check.rule import Rule
from neaspec_docs.check.ruleset import RULES
from neaspec_docs.check.text import Stretch
from neaspec_docs.cli.main import main
from neaspec_docs.cli.session import coloured
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Edit
from neaspec_docs.write import files

Run = Callable[..., Result]

MEETING = """\
title: A meeting
short: M-1
dates: {start: 2020-10-12}
venue: Virtual meeting
papers: [p, q]
"""
STRAIGHT = """\
kind: paper
title: A paper
body:
  # This comment stays.
  - para: The "Vision Statement" was adopted.   # and this one
"""
CLEAN = """\
kind: paper
title: Another paper
body:
  - para: The “Vision Statement” was adopted.
"""
BROKEN = CLEAN.replace("adopted.", "adopted, as [](#nowhere) says.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project of two papers: `p` with two straight quotation marks, `q` without a fault."""
    content = tmp_path / "content" / "m"
    content.mkdir(parents=True)
    for name, text in (("meeting", MEETING), ("p", STRAIGHT), ("q", CLEAN)):
        (content / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    return lambda *words: CliRunner().invoke(main, ["-C", str(folder), *words], catch_exceptions=False)


def paper(folder: Path, name: str = "p") -> Path:
    return folder / "content" / "m" / f"{name}.yaml"


def settings(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.neaspec-docs]\n{text}\n", "utf-8")


def found(done: Result) -> list[tuple[str, int, int]]:
    return [(one["code"], one["line"], one["column"]) for one in json.loads(done.stdout)["diagnostics"]]


# What is said, and where


def test_the_shipped_content_is_clean(tmp_path: Path) -> None:
    shutil.copytree(PROJECT.content, tmp_path / "content")
    done = CliRunner().invoke(main, ["-C", str(tmp_path), "check"], catch_exceptions=False)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "nothing to object to\n")


def test_a_warning_is_shown_on_stdout_and_counted_on_stderr(run: Run) -> None:
    done = run("check")
    assert done.exit_code == 0
    assert done.stdout.startswith("warning[E209]: a straight quotation mark\n --> content/m/p.yaml:5:15\n")
    assert "\x1b" not in done.stdout
    assert done.stderr == "2 warnings\n"


def test_an_error_exits_1(run: Run, folder: Path) -> None:
    paper(folder, "q").write_text(BROKEN, "utf-8")
    done = run("check")
    assert done.exit_code == 1
    assert "error[R101]: reference to `nowhere`" in done.stdout
    assert done.stderr == "1 error, 2 warnings\n"


def test_quiet_leaves_out_the_count(run: Run) -> None:
    done = run("-q", "check")
    assert "straight" in done.stdout
    assert done.stderr == ""
    assert run("-q", "check", "m/q").output == ""


def test_colour_is_for_terminals(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(*words: str) -> str:
        return CliRunner().invoke(main, ["-C", str(folder), "check", *words], color=True, catch_exceptions=False).stdout

    assert "\x1b" not in said()
    monkeypatch.setattr("neaspec_docs.cli.check.coloured", lambda _: True)
    assert "\x1b[1;33mwarning[E209]\x1b[0m" in said()
    assert "\x1b" not in said("--format", "short")


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert coloured(Terminal())  # type: ignore[arg-type]
    monkeypatch.setenv(variable, value)
    assert not coloured(Terminal())  # type: ignore[arg-type]


# What is checked


@pytest.mark.parametrize(
    ("targets", "files"),
    [
        ((), {"content/m/p.yaml", "content/other/r.yaml"}),
        (("m",), {"content/m/p.yaml"}),
        (("m/p",), {"content/m/p.yaml"}),
        (("m/q",), set()),
        (("m/q", "other/r"), {"content/other/r.yaml"}),
    ],
)
def test_a_target_is_a_meeting_or_a_paper(run: Run, folder: Path, targets: tuple[str, ...], files: set[str]) -> None:
    other = folder / "content" / "other"
    other.mkdir()
    (other / "meeting.yaml").write_text(MEETING.replace("[p, q]", "[r]"), "utf-8")
    (other / "r.yaml").write_text(STRAIGHT, "utf-8")
    said = json.loads(run("check", "--json", *targets).stdout)["diagnostics"]
    assert {one["file"] for one in said} == files


def test_a_fault_in_another_meeting_is_not_said_of_a_target(run: Run, folder: Path) -> None:
    (folder / "content" / "other").mkdir()
    (folder / "content" / "other" / "meeting.yaml").write_text("title: [", "utf-8")
    assert run("check", "m").exit_code == 0
    assert run("check").exit_code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "n/p"), "did you mean `m/p`"),
        (("check", "--select", "strait-quote"), "there is no rule `strait-quote`; did you mean `straight-quote`?"),
        (("check", "--ignore", "E209,E999"), "there is no rule `E999`"),
        (("check", "--select", ""), "there is no rule ``"),
        (("check", "--select", ","), "there is no rule ``"),
        (("check", "--ignore", "R101"), "`R101` stops a build and can't be left out"),
        (("check", "--select", "E209,not-yaml"), "`not-yaml` stops a build and can't be left out"),
        (("check", "--ignore", "L"), "`L` is found by no rule and can't be left out"),
        (("check", "--ignore", "M005"), "`M005` is found by no rule and can't be left out"),
        (("check", "--ignore", "S"), "`S` is found by no rule and can't be left out"),
        (("check", "--select", "wrong-setting"), "`wrong-setting` is found by no rule and can't be left out"),
        (("check", "--format", "xml"), "xml"),
        (("check", "--fx"), "--fix"),
        (("explain", "strait-quote"), "did you mean `straight-quote`"),
        (("explain",), "CODE"),
    ],
)
def test_a_wrong_call_exits_2_with_the_nearest_name(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


# Which rules are heard


@pytest.mark.parametrize("chosen", ["E209", "straight-quote", "E", "E2", "T, E209", "straight-quote,R"])
def test_select_takes_codes_names_and_letters(run: Run, chosen: str) -> None:
    assert len(found(run("check", "--json", "--select", chosen))) == 2
    assert found(run("check", "--json", "--ignore", chosen)) == []


def test_an_option_said_twice_adds_up(run: Run) -> None:
    assert len(found(run("check", "--json", "--select", "T", "--select", "E209"))) == 2
    assert found(run("check", "--json", "--ignore", "E209", "--ignore", "T")) == []


def test_a_comma_too_many_is_no_rule(run: Run) -> None:
    assert len(found(run("check", "--json", "--select", "E209,"))) == 2


def test_what_is_not_selected_is_not_said(run: Run, folder: Path) -> None:
    paper(folder, "q").write_text(BROKEN, "utf-8")
    done = run("check", "--json", "--select", "T,N", "m/p")
    assert (done.exit_code, found(done)) == (0, [])


@pytest.mark.parametrize("words", [("--select", "per-cent"), ("--ignore", "R,T")])
@pytest.mark.parametrize(("text", "code"), [("title: [", "L002"), (BROKEN, "R101")])
def test_no_call_hides_what_stops_a_build(run: Run, folder: Path, words: tuple[str, ...], text: str, code: str) -> None:
    paper(folder, "q").write_text(text, "utf-8")
    done = run("check", *words)
    assert done.exit_code == 1
    assert f"error[{code}]" in done.stdout
    assert "nothing to object to" not in done.stderr


def test_no_letter_asks_the_web(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(addresses: Iterable[str]) -> dict[str, links.Answer]:
        asked.extend(addresses)
        return dict.fromkeys(asked, links.Answer("gone", "404 not found"))

    monkeypatch.setattr(links, "ask", ask)
    paper(folder).write_text(CLEAN.replace("adopted", "adopted at https://www.example.org"), "utf-8")
    assert run("check").output == run("check", "--select", "P").output == "nothing to object to\n"
    assert asked == []
    assert [code for code, _, _ in found(run("check", "--json", "--online"))] == ["P202"]
    assert [code for code, _, _ in found(run("check", "--json", "--select", "dead-link"))] == ["P202"]
    assert found(run("check", "--json", "--online", "--ignore", "dead-link")) == []


def test_a_project_chooses_too_and_a_call_has_the_last_word(run: Run, folder: Path) -> None:
    settings(folder, 'ignore = ["straight-quote"]')
    assert run("check").stdout == ""
    settings(folder, 'select = ["T"]')
    assert run("check").stdout == ""
    assert len(found(run("check", "--json", "--select", "E"))) == 2


def test_a_project_raises_and_lowers_rules(run: Run, folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.neaspec-docs.severity]\nstraight-quote = "error"\n', "utf-8")
    done = run("check")
    assert done.exit_code == 1
    assert done.stderr == "2 errors\n"


def test_what_is_wrong_with_a_comment_can_be_raised_too(run: Run, folder: Path) -> None:
    paper(folder, "q").write_text(CLEAN.replace("- para", "# neaspec-docs: allow E209 because so\n  - para"), "utf-8")
    assert [one["severity"] for one in json.loads(run("check", "--json", "m/q").stdout)["diagnostics"]] == ["warning"]
    (folder / "pyproject.toml").write_text('[tool.neaspec-docs.severity]\nunused-suppression = "error"\n', "utf-8")
    assert run("check", "m/q").exit_code == 1


def test_no_setting_hides_what_stops_a_build(run: Run, folder: Path) -> None:
    paper(folder, "q").write_text(BROKEN, "utf-8")
    settings(folder, 'select = ["T"]\nignore = ["R"]')
    assert [code for code, _, _ in found(run("check", "--json"))] == ["R101"]


def test_a_wrong_setting_is_said_at_its_line(run: Run, folder: Path) -> None:
    settings(folder, 'ignore = ["E209", "strait-quote"]')
    done = run("check")
    assert done.exit_code == 1
    assert "error[S201]: there is no rule `strait-quote`\n --> pyproject.toml:2:20\n" in done.stdout
    assert "help: did you mean `straight-quote`?" in done.stdout


# Formats


def test_short_is_a_line_each(run: Run) -> None:
    assert run("check", "--format", "short").stdout.splitlines() == [
        "content/m/p.yaml:5:15: warning[E209] straight-quote: a straight quotation mark",
        "content/m/p.yaml:5:32: warning[E209] straight-quote: a straight quotation mark",
    ]


def test_json_names_paper_place_and_fix(run: Run) -> None:
    said = json.loads(run("check", "--format", "json").stdout)
    first = said["diagnostics"][0]
    assert (said["errors"], said["warnings"]) == (0, 2)
    assert {name: first[name] for name in ("paper", "file", "line", "column", "length", "name", "severity")} == {
        "paper": "m/p", "file": "content/m/p.yaml", "line": 5, "column": 15, "length": 1,
        "name": "straight-quote", "severity": "warning",
    }  # fmt: skip
    assert first["fix"] == [{"file": "content/m/p.yaml", "line": 5, "column": 15, "length": 1, "new": "“"}]
    assert run("check", "--json").stdout == run("check", "--format", "json").stdout


@pytest.mark.parametrize(("form", "nothing"), [("text", ""), ("short", ""), ("github", "")])
def test_nothing_is_said_of_what_is_clean(run: Run, form: str, nothing: str) -> None:
    assert run("check", "m/q", "--format", form).stdout == nothing


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_format_for_programs_says_nothing_beside(run: Run, form: str) -> None:
    assert run("check", "--format", form).stderr == ""


def test_github_and_sarif_say_the_same(run: Run) -> None:
    assert run("check", "--format", "github").stdout.startswith(
        "::warning file=content/m/p.yaml,line=5,endLine=5,col=15,"
    )
    run_of = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]
    (rule,) = run_of["tool"]["driver"]["rules"]
    assert rule["id"] == "E209"
    assert "Wrong:" in rule["help"]["markdown"]
    assert len(run_of["results"]) == 2


# Mending


def test_fix_mends_and_leaves_all_else(run: Run, folder: Path) -> None:
    done = run("check", "--fix")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert done.stderr == "nothing to object to\nmended content/m/p.yaml\n"
    assert paper(folder).read_text("utf-8") == STRAIGHT.replace('"Vision Statement"', "“Vision Statement”")
    assert paper(folder, "q").read_text("utf-8") == CLEAN
    assert run("check", "--fix").stderr == "nothing to object to\n"


def test_fix_mends_only_what_is_chosen(run: Run, folder: Path) -> None:
    run("check", "--fix", "--ignore", "straight-quote")
    run("check", "--fix", "m/q")
    assert paper(folder).read_text("utf-8") == STRAIGHT


def test_diff_shows_what_fix_would_change_and_changes_nothing(run: Run, folder: Path) -> None:
    done = run("check", "--diff", "--fix")
    assert done.stdout.splitlines() == [
        "--- a/content/m/p.yaml",
        "+++ b/content/m/p.yaml",
        "@@ -2,4 +2,4 @@",
        " title: A paper",
        " body:",
        "   # This comment stays.",
        '-  - para: The "Vision Statement" was adopted.   # and this one',
        "+  - para: The “Vision Statement” was adopted.   # and this one",
    ]
    assert paper(folder).read_text("utf-8") == STRAIGHT


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_byte_order_marks_stay(run: Run, folder: Path, mark: bytes, end: bytes) -> None:
    paper(folder).write_bytes(mark + STRAIGHT.encode().replace(b"\n", end))
    run("check", "--fix")
    mended = STRAIGHT.replace('"Vision Statement"', "“Vision Statement”")
    assert paper(folder).read_bytes() == mark + mended.encode().replace(b"\n", end)


def test_a_read_only_file_exits_2_and_no_file_changes(run: Run, folder: Path) -> None:
    paper(folder, "q").write_text(STRAIGHT, "utf-8")
    paper(folder, "q").chmod(0o444)
    done = run("check", "--fix")
    assert done.exit_code == 2
    assert f"{paper(folder, 'q')} can't be written: it is read-only" in done.stderr
    assert "Traceback" not in done.output
    assert paper(folder).read_text("utf-8") == paper(folder, "q").read_text("utf-8") == STRAIGHT
    assert sorted(path.name for path in paper(folder).parent.iterdir()) == ["meeting.yaml", "p.yaml", "q.yaml"]


def test_an_allowed_finding_is_left_alone(run: Run, folder: Path) -> None:
    allowed = STRAIGHT.replace("# and this one", "# neaspec-docs: allow straight-quote because it is quoted as typed")
    paper(folder).write_text(allowed, "utf-8")
    assert run("check", "--fix").stderr == "nothing to object to\n"
    assert paper(folder).read_text("utf-8") == allowed


def test_diff_shows_all_rounds_of_fix(run: Run, folder: Path) -> None:
    paper(folder).write_text(STRAIGHT.replace('"Vision Statement"', '"5-percent" of 10-20%  plans'), "utf-8")
    before = paper(folder).read_text("utf-8")
    diff = run("check", "--diff").stdout
    assert paper(folder).read_text("utf-8") == before
    run("check", "--fix")
    after = paper(folder).read_text("utf-8").splitlines()
    assert [f"+{line}" for line in after if line not in before.splitlines()] == [
        line for line in diff.splitlines() if line.startswith("+") and not line.startswith("+++")
    ]
    assert run("check", "--diff").stdout == ""


def test_a_difference_is_not_silent_on_errors(run: Run, folder: Path) -> None:
    paper(folder).write_text("kind: paper\ntitle: A paper\nbody:\n  - para: See [](#nothing).\n", "utf-8")
    done = run("check", "--diff")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "content/m/p.yaml:4:" in done.stderr
    assert done.stderr.endswith("\n1 error\n")
    assert run("--quiet", "check", "--diff").stderr == "1 error\n"


def spoil(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the fix of an opening quotation mark put a YAML fault in its place."""
    edit = words.edit

    def bad(stretch: Stretch, start: int, end: int, new: str) -> tuple[Edit, ...]:
        return tuple(Edit(one.at, ": : [" if one.new == "“" else one.new) for one in edit(stretch, start, end, new))

    monkeypatch.setattr(words, "edit", bad)


def test_a_bad_fix_is_named_and_costs_no_other(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(monkeypatch)
    diff = run("check", "--diff").stdout
    done = run("check", "--fix")
    after = STRAIGHT.replace('Statement"', "Statement”")
    assert paper(folder).read_text("utf-8") == after
    assert "left content/m/p.yaml:5:15: straight-quote: the file would not load as well\n" in done.stderr
    assert "mended content/m/p.yaml\n" in done.stderr
    assert "+" + after.splitlines()[4] in diff.splitlines()


def test_where_the_disk_refuses_no_file_has_changed(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite = files.rewrite

    def refuse(new: Mapping[Path, bytes], was: Mapping[Path, bytes]) -> None:
        if any(path.is_relative_to(folder) for path in new):
            with files.refusing():
                raise OSError(28, "no space left", "content/m/p.yaml")
        rewrite(new, was)

    monkeypatch.setattr(files, "rewrite", refuse)
    done = run("check", "--fix")
    assert (done.exit_code, paper(folder).read_text("utf-8")) == (2, STRAIGHT)
    assert "no space left" in done.stderr
    assert run("check", "--diff").stdout


def test_a_term_of_the_glossary_breaks_no_yaml_and_no_markdown(run: Run, folder: Path) -> None:
    terms = """\
- {term: "air, land and sea", not: [old media]}
- {term: "China's coast", not: [old coast]}
- {term: "*new*", not: [old star]}
- {term: "a: b", not: [old colon]}
- {term: "{{ x }}", not: [old fact]}
"""
    (folder / "content" / "terms.yaml").write_text(terms, "utf-8")
    text = """\
kind: paper
title: A paper
body:
  - list: [old media, b]
  - para: 'The old coast is long.'
  - para: The old star is old fact of old colon.
"""
    paper(folder).write_text(text, "utf-8")
    assert len(found(run("check", "--json", "--select", "G"))) == 5
    assert run("check", "--fix", "--select", "G").exit_code == 0
    assert paper(folder).read_text("utf-8") == text
    plain = text.replace("list: [old media, b]", "para: The old media are many.")
    paper(folder).write_text(plain, "utf-8")
    run("check", "--fix", "--select", "G")
    assert paper(folder).read_text("utf-8") == plain.replace("old media", "air, land and sea")


# explain


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explain_prints_the_essay_of_a_code_or_a_name(run: Run, rule: Rule) -> None:
    by_code = run("explain", str(rule.code))
    assert (by_code.exit_code, by_code.stderr) == (0, "")
    assert by_code.stdout.startswith(f"# {rule.code} {rule.name} ({rule.severity.value})\n\n")
    assert "Silent:" in by_code.stdout
    assert by_code.stdout == run("explain", rule.name).stdout == run("explain", rule.code.lower()).stdout


@pytest.mark.parametrize("code", Code)
def test_explain_knows_every_code(run: Run, code: Code) -> None:
    done = run("explain", code.slug)
    assert done.exit_code == 0
    assert len(done.stdout.split()) > 15
