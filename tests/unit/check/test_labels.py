"""Words that are no Markdown: those of charts, alternative texts and meetings' files are read, each at its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from neaspec_docs import pipeline
from neaspec_docs.check import links, settings
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.project import Project

MEETING = "title: A meeting\nshort: M-1\ndates: {start: 2020-10-12}\nvenue: Klow\npapers: [p]\n"
PAPER = "kind: paper\ntitle: A paper\nbody:\n  - para: See [](#f).\n  - figure: Birds\n    id: f\n"
CHART = """\
    alt: Birds by river
    chart:
      type: column
      unit: Birds
      categories: [One, Two]
      series:
        - {name: Nests, values: [1, 2], labels: [few, many]}
"""


def _project(folder: Path, chart: str = CHART, meeting: str = MEETING, paper: str = PAPER) -> Project:
    (folder / "content/m").mkdir(parents=True)
    (folder / "content/m/meeting.yaml").write_text(meeting, "utf-8")
    (folder / "content/m/p.yaml").write_text(paper + chart, "utf-8")
    return Project(folder)


def _underlined(project: Project, found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """Return the name of each finding's rule, and the words it stands at."""
    lines = [(one, (project.root / one.at.file).read_text("utf-8").split("\n")[one.at.line - 1]) for one in found]
    return [(one.code.slug, line[one.at.column - 1 : one.at.column - 1 + one.at.length]) for one, line in lines]


@pytest.mark.parametrize("right", ["Birds by river", "unit: Birds", "[One", "Two]", "Nests", "few", "many"])
def test_each_word_of_a_chart_is_read_at_its_place(right: str, tmp_path: Path) -> None:
    key, _, word = right.rpartition(": ")
    wrong = f"{key}: percent" if key else right.replace(word.strip("[]"), "percent")
    project = _project(tmp_path, CHART.replace(right, wrong))
    found = pipeline.checked(project)
    assert _underlined(project, found) == [("per-cent", "percent")]
    line = (tmp_path / "content/m/p.yaml").read_text("utf-8").split("\n")[found[0].at.line - 1]
    assert wrong in line
    pipeline.mend(project)
    assert CHART.replace(right, wrong.replace("percent", "per cent")) in (tmp_path / "content/m/p.yaml").read_text()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("'percent of ''x'''", ["per-cent percent", "straight-quote ''", "straight-quote ''"]),
        ('"\\"A\\" in percent"', ['straight-quote \\"', 'straight-quote \\"', "per-cent percent"]),
        ("|-\n            percent", ["per-cent percent"]),
        (">-\n            percent\n            of all", ["per-cent percent"]),
        ("one\n            percent", ["per-cent percent"]),
        ("per   day, percent", ["per-cent percent"]),
        ("percent  # of all", ["per-cent percent"]),
        ('"caf\\u00e9 percent"', ["per-cent name"]),  # it can't be told where it is: the finding is at the series
    ],
)
def test_a_label_is_found_however_it_is_written(written: str, words: list[str], tmp_path: Path) -> None:
    series = f"        - name: {written}\n          values: [1, 2]\n"
    project = _project(tmp_path, CHART.partition("        - {")[0] + series)
    found = _underlined(project, pipeline.checked(project))
    assert [" ".join(one) for one in found] == words


def test_the_same_words_in_a_list_have_each_their_place(tmp_path: Path) -> None:
    project = _project(tmp_path, CHART.replace("[One, Two]", "[5 percent, 5 percent]"))
    assert [one.at.column for one in pipeline.checked(project)] == [22, 33]


def test_a_label_is_not_looked_for_outside_its_chart(tmp_path: Path) -> None:
    after = "    note: |\n      10 percent\n"
    project = _project(tmp_path, CHART.replace("name: Nests", 'name: "10\\u0020percent"') + after)
    assert [one.at.line for one in pipeline.checked(project)] == [13, 15]


@pytest.mark.parametrize(
    "categories",
    [
        "[3 birds, 7 birds]",
        "[5%, 10%]",
        "[2020-10-12, October 12]",
        "[DPRK, ROK]",
        "[Table 1, Table 2]",
        "[1000 to 2000, MW]",
    ],
)
def test_numbers_dates_and_short_names_are_left_in_peace_in_a_chart(categories: str, tmp_path: Path) -> None:
    note = "    note: DPRK stands for the Democratic People’s Republic of Korea, ROK for the Republic of Korea.\n"
    project = _project(tmp_path, CHART.replace("[One, Two]", categories) + note)
    assert _underlined(project, pipeline.checked(project)) == []


def test_an_acronym_in_a_chart_is_to_be_spelt_out_in_the_paper(tmp_path: Path) -> None:
    project = _project(tmp_path, CHART.replace("[One, Two]", "[One of SOMX, Two]"))
    assert _underlined(project, pipeline.checked(project)) == [("unexplained-acronym", "SOMX")]
    (tmp_path / "content/m/p.yaml").write_text(
        PAPER.replace("See ", "See Some Ordinary Meeting (SOMX) and ")
        + CHART.replace("[One, Two]", "[One of SOMX, Two]"), "utf-8")  # fmt: skip
    assert pipeline.checked(project) == ()


def test_labels_are_no_words_of_a_paper_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.neaspec-docs]\nwords = 6\n", "utf-8")
    project = _project(tmp_path)
    assert _underlined(project, pipeline.checked(project)) == []
    (tmp_path / "pyproject.toml").write_text("[tool.neaspec-docs]\nwords = 5\n", "utf-8")
    assert [name for name, _ in _underlined(project, pipeline.checked(project))] == ["paper-too-long"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: A meeting", "title: A meeting of percent"),
        ("venue: Klow", "venue: percent Hall"),
        ("papers:", "organization: [Two, percent]\npapers:"),
        ("papers:", "chair: percent\npapers:"),
        ("papers:", "host: percent\npapers:"),
        ("papers:", "secretariat: percent\npapers:"),
        ("papers:", "agenda: [{id: one, title: The percent}]\npapers:"),
        ("papers:", "agenda:\n  - id: one\n    title: One\n    annotation: |\n      The percent.\npapers:"),
        ("papers:", "participants: [{delegation: percent, people: [{name: A}]}]\npapers:"),
        ("papers:", "participants: [{delegation: China, people: [{name: A, title: percent}]}]\npapers:"),
        ("papers:", "participants: [{delegation: China, people: [{name: A, organization: percent}]}]\npapers:"),
    ],
)
def test_the_words_of_a_meeting_are_read_at_their_place(right: str, wrong: str, tmp_path: Path) -> None:
    project = _project(tmp_path, meeting=MEETING.replace(right, wrong))
    found = pipeline.checked(project)
    assert _underlined(project, found) == [("per-cent", "percent")]
    assert pipeline.checked(project, ("m/p",)) == pipeline.checked(project, ("m",)) == found


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("host: Two percent\nchair: Two percent{}\n", 6),
        ("chair: Two percent{}\nhost: Two percent\n", 5),
        ("host: Two percent\norganization:\n- One\n- Two percent{}\n", 8),
        ("host: Two percent\n'chair' :\n  Two percent{}\n", 7),
        ('host: "Two\\x20percent"\nchair: Two percent{}\n', 6),
        ("participants:\n  - delegation: Two percent\n    people:\n      - name: A\n        title: Two percent{}\n", 9),
        ("participants:\n  - people:\n      - {name: A, title: Two percent}\n    observer: Two percent{}\n", 8),
    ],
)
def test_the_same_words_at_two_keys_have_each_their_place(more: str, line: int, tmp_path: Path) -> None:
    project = _project(tmp_path, meeting=MEETING.replace("papers:", more.replace("{}", "") + "papers:"))
    assert {one.at.line for one in pipeline.checked(project)} >= {line}
    lines = more.replace("{}", "  # neaspec-docs: allow per-cent because it is printed so")
    (tmp_path / "content/m/meeting.yaml").write_text(MEETING.replace("papers:", lines + "papers:"), "utf-8")
    (left,) = pipeline.checked(project)
    assert left.at.line != line


def test_the_same_words_at_two_keys_in_brackets_have_each_their_place(tmp_path: Path) -> None:
    person = "{name: A, organization: Two percent, title: Two percent}"
    more = f"participants: [{{delegation: China, people: [{person}]}}]\n"
    project = _project(tmp_path, meeting=MEETING + more)
    assert [one.at.column for one in pipeline.checked(project)] == [
        more.index("percent") + 1, more.rindex("percent") + 1
    ]  # fmt: skip


def test_annotations_are_read_as_text(tmp_path: Path) -> None:
    annotation = (
        "agenda:\n  - id: one\n    title: 3 birds\n    annotation: They saw 3 birds (Table 2). It was 10% of all.\n"
    )
    project = _project(tmp_path, meeting=MEETING + annotation)
    assert sorted(_underlined(project, pipeline.checked(project))) == [
        ("number-in-figures", "3"),
        ("per-cent", "%"),
        ("typed-number", "Table 2"),
    ]


def test_links_in_annotations_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "ask", lambda every: dict.fromkeys(every, links.Answer("gone", "404 not found")))
    annotation = "agenda: [{id: one, title: One, annotation: 'See [the survey](https://example.org/survey).'}]\n"
    project = _project(tmp_path, meeting=MEETING + annotation)
    found = pipeline.checked(project, say=lambda own: replace(own, besides=settings.ONLINE))
    assert [one.code.slug for one in found] == ["dead-link"]


def test_what_a_meeting_says_is_spelt_out_in_its_papers_and_names_are_left_as_they_are(tmp_path: Path) -> None:
    more = "organization: [SOMX]\nparticipants: [{observer: SOMX, people: [{name: John O'Neil}]}]\n"
    project = _project(tmp_path, meeting=MEETING + more + "agenda: [{id: a, title: A, annotation: SOMX met.}]\n")
    assert _underlined(project, pipeline.checked(project)) == []


def test_a_meeting_without_papers_is_read_and_one_beside_the_target_is_not(tmp_path: Path) -> None:
    project = _project(tmp_path)
    (tmp_path / "content/n").mkdir()
    (tmp_path / "content/n/meeting.yaml").write_text(MEETING.replace("Klow", "percent").replace("[p]", "[]"), "utf-8")
    assert [one.at.file for one in pipeline.checked(project)] == ["content/n/meeting.yaml"]
    assert [one.at.file for one in pipeline.checked(project, ("n",))] == ["content/n/meeting.yaml"]
    assert pipeline.checked(project, ("m",)) == ()


@pytest.mark.parametrize(("languages", "heard"), [("en ru", True), ("ru en-GB", True), ("ru fr", False)])
def test_a_meeting_is_in_english_if_one_of_its_papers_is(languages: str, *, heard: bool, tmp_path: Path) -> None:
    meeting = MEETING.replace("venue: Klow", "venue: percent").replace("[p]", "[p, q]")
    project = _project(tmp_path, meeting=meeting)
    for name, language in zip("pq", languages.split(), strict=True):
        paper = f"kind: paper\ntitle: A paper\nlanguage: {language}\nbody: [{{para: One.}}]\n"
        (tmp_path / f"content/m/{name}.yaml").write_text(paper, "utf-8")
    assert (Code.PER_CENT in {one.code for one in pipeline.checked(project)}) is heard


def test_a_comment_in_a_meeting_allows_what_is_found_there(tmp_path: Path) -> None:
    allowed = "venue: percent Hall  # neaspec-docs: allow per-cent because the hall is called so"
    project = _project(tmp_path, meeting=MEETING.replace("venue: Klow", allowed))
    assert pipeline.checked(project) == ()
