"""A round of eight typical edits of a shipped paper is eight changes, in each format; what is no edit is none."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from papers import PROJECT

from neaspec_docs.cli.main import main

PAPER = Path("content/som-24/strategic-plan.yaml")

Edit = Callable[[str], str]


def words(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def taken(text: str, start: str, end: str) -> tuple[str, str]:
    """Return the stretch of lines from one that begins so to the next that begins so, and the text without it."""
    first = text.index(start)
    last = text.index(end, first)
    return text[first:last], text[:first] + text[last:]


def without_a_text(text: str) -> str:
    head = "              - text: |\n                  "
    return taken(text, f"{head}Most countries", f"{head}As domestic")[1]


def with_a_paragraph_moved(text: str) -> str:
    head = "      - para: |\n          "
    paragraph, rest = taken(text, f"{head}The new Strategic Plan", "  - section: Strategic Plan 2021")
    return words(f"{head}With the evaluations", f"{paragraph}{head}With the evaluations")(rest)


THREE = "      - para: |\n          Three evaluations"
CLIMATE = '              - - "Goal 13: Climate action"\n'

EDITS: tuple[Edit, ...] = (
    words("endorsed the draft in general", "endorsed the draft as a whole"),
    words(THREE, f"      - para: Focal points met twice.\n\n{THREE}"),
    without_a_text,
    with_a_paragraph_moved,
    words("[Mongolia, 11, 24, 0, 0, 2, 0, 3, 0, 3, 43]", "[Mongolia, 11, 26, 0, 0, 2, 0, 3, 0, 3, 45]"),
    words(CLIMATE, f'              - ["Goal 7: Clean energy", More of it]\n{CLIMATE}'),
    words("NEASPEC Secretariat, 2020.", "NEASPEC Secretariat, March 2020."),
    words("section: Subregional context of NEASPEC work", "section: The subregion and NEASPEC"),
)

EXPECTED = (
    "paragraph 3 added",
    "paragraph 5 moved from after paragraph 4 (now 6) to after paragraph 4 (was 3)",
    "paragraph 4 → 6 changed",
    "Table 1 changed",
    "section 2 changed",
    "third text in section 2.1 removed",
    "Table 2 changed",
    "footnote 2 changed",
)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT.content, tmp_path / "content")
    file = tmp_path / PAPER
    text = file.read_text("utf-8")
    for edit in EDITS:
        text = edit(text)
    file.write_text(text, "utf-8")
    return file


def diff(new: Path, form: str) -> str:
    done = CliRunner().invoke(main, ["diff", "--files", str(PROJECT.root / PAPER), str(new), "--format", form])
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def test_eight_edits_are_eight_changes_in_text(edited: Path) -> None:
    said = diff(edited, "text")
    heads = [line.strip() for line in said.splitlines() if re.match("  [^ ].*[0-9]\\)$", line)]
    assert [re.sub(r" \(content/som-24/strategic-plan.yaml:\d+\)$", "", head) for head in heads] == list(EXPECTED)
    assert "endorsed the draft [-in general-]{+as a whole+}. It suggested" in said
    assert "\n      row Mongolia, Birds: 24 → 26\n      row Mongolia, Total: 43 → 45\n" in said
    assert "\n      row Goal 7: Clean energy added: " in said
    assert "communication with the NEASPEC Secretariat, {+March +}2020." in said
    assert "\n  Renumbered: paragraph 3 is now 4; paragraph 6 is now 7\n" in said
    assert "\n    NEASPEC/SOM(24)/5, paragraph 6 → 7  content/som-24/meeting.yaml:" in said


def test_eight_edits_are_eight_changes_in_json(edited: Path) -> None:
    (paper,) = json.loads(diff(edited, "json"))["papers"]
    assert [f"{change['type']} {change['kind']}" for change in paper["changes"]] == [
        "paragraph added", "paragraph moved", "paragraph changed", "table changed", "section changed", "text removed",
        "table changed", "footnote changed",
    ]  # fmt: skip
    (row,) = paper["changes"][6]["rows"]
    assert [(cell["old"]["text"], cell["new"]["text"]) for cell in row["cells"]] == [("24", "26"), ("43", "45")]
    assert [(one["old"], one["new"]) for one in paper["renumbered"]] == [("3.", "4."), ("6.", "7.")]
    assert {one["paper"] for one in paper["references"]} == {"som-24/agenda", "som-24/report"}


def test_eight_edits_are_eight_changes_in_html(edited: Path) -> None:
    page = ET.fromstring(diff(edited, "html"))  # noqa: S314 -- made here
    heads = [article.findtext("header/h3") for article in page.iter("article")]
    assert heads == [said[0].upper() + said[1:] for said in EXPECTED]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_paper_is_no_change_of_itself(form: str) -> None:
    assert "No changes\n" in diff(PROJECT.root / PAPER, form)


def test_what_fmt_does_is_no_change(edited: Path) -> None:
    text = (PROJECT.root / PAPER).read_text("utf-8")
    symbol = "symbol: NEASPEC/SOM(24)/5\n"
    spoilt = words(f"kind: paper\n{symbol}", "symbol: 'NEASPEC/SOM(24)/5'\nkind: paper\n# A comment.\n")(text)
    spoilt = re.sub(r"\.\n {10}(?=[A-Z])", ". ", spoilt)
    assert len(spoilt) < len(text)
    edited.write_text(spoilt, "utf-8")
    assert diff(edited, "text") == "No changes\n"
    done = CliRunner().invoke(main, ["-C", str(edited.parents[2]), "fmt"])
    assert done.exit_code == 0
    assert edited.read_text("utf-8") != spoilt
    assert diff(edited, "text") == "No changes\n"
