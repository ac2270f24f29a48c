"""Characters that no font draws: said at their place, wherever they come from, before anything is written."""

from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic, Severity
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.project import Project
from neaspec_docs.write import fonts

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Hall\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n"
THAI = frozenset("กขค")


@pytest.fixture(autouse=True)
def _no_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this be a machine whose fonts have all but Thai letters, emoji and one letter with a stroke below."""
    monkeypatch.setattr(fonts, "missing", lambda words: frozenset(words) & (THAI | frozenset("😀👩\u0378ḿ中")))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "content/m").mkdir(parents=True)
    (tmp_path / "content/m/meeting.yaml").write_text(MEETING, "utf-8")
    return Project(tmp_path)


def built(project: Project, body: str, *formats: str) -> tuple[Diagnostic, ...]:
    (project.content / "m/p.yaml").write_text(PAPER + body, "utf-8")
    made = pipeline.build(pipeline.Order(project, ["m/p"], formats, project.root / "build", jobs=1))
    assert bool(made.made) != any(fault.severity is Severity.ERROR for fault in made.diagnostics)
    return made.diagnostics


def test_the_name_of_a_file_is_printed_nowhere(project: Project) -> None:
    (project.content / "m/ขก.csv").write_text("A,B\nก,1\n2,3\n", "utf-8")
    (fault,) = built(project, "  - table: T\n    data: ขก.csv\n")
    assert fault.at == Span("content/m/ขก.csv", 2, 1)
    assert fault.message == "no font here has U+0E01 THAI CHARACTER KO KAI"


def places(faults: tuple[Diagnostic, ...]) -> list[str]:
    assert {fault.code for fault in faults} <= {Code.CHARACTER_WITHOUT_FONT}
    return [f"{fault.at.file.removeprefix('content/m/')}:{fault.at.line}:{fault.at.column}" for fault in faults]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("  - text: A ก b\n", "p.yaml:4:13"),
        ("  - para: |\n      One\n      two **bold ก**.\n", "p.yaml:6:18"),
        ("  - text: >\n      One\n      two ก.\n", "p.yaml:6:11"),
        ('  - text: "One \\u0e01" # not this ก\n', "p.yaml:4:12"),
        ("  - text: One &#3585; two\n", "p.yaml:4:11"),
        ("  - table: T\n    columns: [A, B ก]\n    rows: [[1, 2]]\n", "p.yaml:5:20"),
        ("  - table: T\n    data: d.csv\n", "d.csv:2:7"),
        (
            "  - figure: F\n    chart: {type: pie, unit: t, categories: [bก], series: [{name: s, values: [1]}]}\n",
            "p.yaml:5:47",
        ),
        ("  - text: A[^n].\nfootnotes: {n: Of ก.}\n", "p.yaml:5:19"),
        ("  - text: On m\u0301.\n", "p.yaml:4:14"),
    ],
)
def test_it_is_said_where_it_is_typed(project: Project, body: str, place: str) -> None:
    (project.content / "m/d.csv").write_text('A,B\n1,"x, ก"\n', "utf-8")
    assert places(built(project, body)) == [place]
    assert not (project.root / "build").exists()


def test_a_fact_is_mended_where_it_is_stated(project: Project) -> None:
    (project.content / "m/facts.yaml").write_text("a: b\nc: Of ก\n", "utf-8")
    faults = built(project, "  - text: See {{ facts.c }}, not ก.\n")
    assert places(faults) == ["facts.yaml:2:7", "p.yaml:4:34"]
    assert [other.at.column for other in faults[0].related] == [15]


def test_the_meetings_words_are_in_its_file(project: Project) -> None:
    (project.content / "m/meeting.yaml").write_text(MEETING.replace("A meeting", "A ก"), "utf-8")
    assert places(built(project, "  - text: A.\n")) == ["meeting.yaml:1:10"]


def test_what_a_template_adds_is_in_the_template(project: Project) -> None:
    folder = project.root / "templates"
    folder.mkdir()
    shipped = (project.templates[-1] / "macros/page.html.j2").read_text("utf-8")
    (folder / "macros").mkdir()
    (folder / "macros/page.html.j2").write_text(shipped.replace("<title>", "<title>\nกข ", 1), "utf-8")
    faults = built(project, "  - text: A.\n")
    place = shipped.split("\n").index(next(line for line in shipped.split("\n") if "<title>" in line)) + 2
    assert [(fault.at.file, fault.at.line, fault.at.column) for fault in faults] == [
        ("templates/macros/page.html.j2", place, 1),
        ("templates/macros/page.html.j2", place, 2),
    ]


def test_a_drawing_is_mended_in_its_file(project: Project) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- ข -->\n<text>A ก</text></svg>'
    (project.content / "m/d.svg").write_text(svg, "utf-8")
    body = "  - figure: F\n    image: d.svg\n    alt: A drawing of a letter\n"
    assert places(built(project, body)) == ["d.svg:2:9"]


def test_letters_that_follow_each_other_are_said_once(project: Project) -> None:
    faults = built(project, "  - text: A กขค กข, ก and 👩\u200d😀.\n")
    assert [(fault.at.column, fault.at.length) for fault in faults] == [(13, 6), (21, 1), (27, 3)]
    assert [fault.message for fault in faults] == [
        "no font here has U+0E01 THAI CHARACTER KO KAI, nor 2 more of these characters",
        "no font here has U+0E01 THAI CHARACTER KO KAI",
        "no font here has U+1F469 WOMAN, nor one more",
    ]


def test_a_page_of_them_is_not_said_letter_by_letter(project: Project) -> None:
    assert len(built(project, "".join("  - text: A ก b\n" for _ in range(50)))) == 20


def test_the_cure_is_that_of_its_kind(project: Project) -> None:
    cures = [fault.help for fault in built(project, "  - text: A ก b 😀 c \u0378 d 中 e\n")]
    of_their_kind = ("fonts-noto-core", "say it in words", "it stands for nothing", "fonts-noto-cjk")
    assert [cure in (said or "") for cure, said in zip(of_their_kind, cures, strict=True)] == [True] * 4


@pytest.mark.parametrize(
    ("formats", "severity"),
    [((), Severity.ERROR), (("pdf",), Severity.ERROR), (("docx", "html"), Severity.WARNING)],
)
def test_where_the_readers_fonts_are_used_it_is_a_warning(
    project: Project, formats: tuple[str, ...], severity: Severity
) -> None:
    (fault,) = built(project, "  - text: A ก b\n", *formats)
    assert fault.severity is severity


def test_check_warns_of_it(project: Project) -> None:
    (project.content / "m/p.yaml").write_text(PAPER + "  - text: A ก b\n", "utf-8")
    found = [fault for fault in pipeline.checked(project) if fault.code is Code.CHARACTER_WITHOUT_FONT]
    assert [(fault.at.line, fault.at.column, fault.severity) for fault in found] == [(4, 13, Severity.WARNING)]


def test_a_comment_and_a_name_are_not_printed(project: Project) -> None:
    assert built(project, "  # ก\n  - text: A.\n", "html") == ()
