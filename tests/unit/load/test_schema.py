"""The schemas for editors: they take all that the loader takes, and refuse what a schema can."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import editors
import jsonschema
import pytest
import test_cases
import yaml
from hypothesis import given
from hypothesis import strategies as st
from papers import PROJECT, SAMPLE

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.load import schema, tree, values
from neaspec_docs.load.shapes import Complaint, Word
from neaspec_docs.project import Project

TESTS = Path(__file__).parents[2]


@cache
def validator(file: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema.of(file, PROJECT.kinds()))


def faults(file: str, text: str) -> list[str]:
    return [fault.message for fault in validator(file).iter_errors(editors.read(text))]


def sort(path: Path) -> str:
    return path.stem if path.stem in schema.FILES else "paper"


@pytest.mark.parametrize("file", schema.FILES)
def test_a_schema_is_one(file: str) -> None:
    made = schema.of(file, PROJECT.kinds())
    jsonschema.Draft7Validator.check_schema(made)
    assert made["$id"] == f"urn:neaspec-docs:{file}"
    references = {one["$ref"].removeprefix("#/definitions/") for one in _mappings(made) if "$ref" in one}
    assert references == {*made["definitions"]}


def _mappings(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- what JSON can hold
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(one)


@pytest.mark.parametrize("file", schema.FILES)
def test_each_key_is_described_in_a_sentence(file: str) -> None:
    said = {
        (mapping["title"], key): value.get("description", "")
        for mapping in _mappings(schema.of(file, PROJECT.kinds()))
        if "properties" in mapping
        for key, value in mapping["properties"].items()
    }
    assert [key for key, words in said.items() if not words] == []  # load/descriptions.py says them
    odd = [words for words in said.values() if not words[0].isupper() or words[-1] != "." or len(words) > 120]
    assert odd == []


def test_what_stands_in_is_said_as_a_file_would() -> None:
    keys = schema.of("paper", PROJECT.kinds())["properties"]
    found = {name: key["default"] for name, key in keys.items() if "default" in key}
    assert found == {"language": "en", "status": "final", "toc": False, "headings": ["I.", "A.", "1.", "(a)"]}
    definitions = schema.of("paper", PROJECT.kinds())["definitions"]
    assert definitions["list"]["properties"]["style"]["default"] == "bullet"
    assert definitions["cell"]["properties"]["rows"]["default"] == 1
    assert definitions["section"]["properties"]["numbered"]["default"] is True


def test_the_kinds_are_those_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "note.html.j2").write_text("")
    kinds = Project(tmp_path).kinds()
    assert schema.of("paper", kinds)["properties"]["kind"]["enum"] == sorted({*PROJECT.kinds(), "note"})


@pytest.mark.parametrize("file", schema.FILES)
def test_what_editors_of_this_project_get_is_current(file: str, request: pytest.FixtureRequest) -> None:
    """`neaspec-docs schema FILE > docs/schema/FILE.json`, or `pytest --update`, writes it anew."""
    path = PROJECT.root / "docs" / "schema" / f"{file}.json"
    made = json.dumps(schema.of(file, PROJECT.kinds()), ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--update"):
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made


CONTENT = sorted(
    path
    for root in (PROJECT.root, SAMPLE.root, *(TESTS / "golden").iterdir())
    for path in (root / "content").glob("**/*.yaml")
)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.relative_to(PROJECT.root).as_posix())
def test_the_shipped_content_is_taken(path: Path) -> None:
    assert faults(sort(path), path.read_text("utf-8")) == []


def test_the_first_line_of_content_names_the_schema_that_fits() -> None:
    for path in PROJECT.content.glob("**/*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        there = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert there == PROJECT.root / "docs" / "schema" / f"{sort(path)}.json"


PAPER = """\
kind: paper
title: Herons
date: 2025-10-01
toc: true
headings: ["I.", "1."]
body:
  - section: Counts
    id: counts
    body:
      - para: Counted twice.[^how]
        body:
          - list: [once, {text: again, list: [at night], style: (a)}]
      - table: Herons
        columns: [Lake, {title: Pairs, align: right, width: 20%, total: true, format: "1,000"}]
        rows:
          - {group: Lakes}
          - [{text: North, rows: 2}, 12]
          - [7]
        notes: {a: About.}
  - figure: Counts
    chart:
      type: column
      categories: [North, South]
      series:
        - {name: Pairs, values: [12, null]}
  - figure: Boxes
    panels: [{title: Reeds, items: [tall, green]}]
  - programme:
      - day: 2025-09-30
        sessions: [{time: 09:00-09:30, title: Opening, items: [Welcome]}]
  - participants: true
footnotes: {how: From a boat.}
annexes:
  - title: Lakes
    body: []
  - paper: ex-1/reeds
"""
MEETING = """\
title: Meeting of Experts on Herons
short: EX-1
session: 3
dates: {start: 2025-09-30, end: 2025-10-02}
venue: Strelsau
agenda:
  - id: opening
    title: Opening
papers: [p]
participants:
  - delegation: Ruritania
    people: [{name: R. Rassendyll}]
"""
TERMS = """\
- term: website
  not: [web site]
  because: It is one word.
- {term: subregion, not: [sub-region]}
"""
FACTS = """\
fund: 5
plan: {period: 2021-2025, the-first: {year: 2021}, note:}
"""
GOOD = {"paper": PAPER, "meeting": MEETING, "terms": TERMS, "facts": FACTS}
BROKEN = (
    # keys
    ("paper", "title: Herons", "titel: Herons"),
    ("paper", "kind: paper\n", ""),
    ("paper", "    id: counts\n", "    id: counts\n    colour: red\n"),
    ("paper", "rows: 2}", "row: 2}"),
    ("paper", "  - participants: true", "  - attendance: true"),
    ("paper", "      - para: Counted", "      - text: Counted\n        para: Counted"),
    ("paper", "  - participants: true", "  - {}"),
    ("paper", "    panels: [", "    alt: Boxes\n    image: boxes.png\n    panels: ["),
    ("paper", "        rows:\n", "        data: lakes.csv\n        rows:\n"),
    ("paper", "  - title: Lakes\n    body: []", "  - title: Lakes"),
    ("paper", "  - paper: ex-1/reeds", "  - paper: ex-1/reeds\n    body: []"),
    ("paper", "title: Reeds, ", "titles: Reeds, "),
    ("meeting", "venue: Strelsau\n", ""),
    ("meeting", "    title: Opening\n", ""),
    ("paper", "panels: [{title: Reeds, items: [tall, green]}]", "panels: [{title: Reeds}]"),
    ("paper", "list: [at night], style: (a)}", "style: (a)}"),
    ("terms", "  not: [web site]\n", ""),
    ("terms", "  because: It", "  reason: It"),
    ("meeting", "people: [{name: R. Rassendyll}]", "people: [{nam: R. Rassendyll}]"),
    # forms
    ("paper", "title: Herons", "title: [Herons]"),
    ("paper", "- para: Counted twice.[^how]", "- para: {text: Counted twice.}"),
    ("paper", "{how: From a boat.}", "[From a boat.]"),
    ("paper", "[once, {text: again, list: [at night], style: (a)}]", "once"),
    ("paper", "[once, {text: again, list: [at night], style: (a)}]", "[]"),
    ("paper", "        rows:\n          - {group: Lakes}\n", "        rows:\n          - Lakes\n"),
    ("paper", "          - [7]\n", "          - []\n"),
    ("paper", "  - participants: true", "  - participants"),
    ("paper", '["I.", "1."]', '"I."'),
    ("paper", "{a: About.}", "About."),
    ("meeting", "papers: [p]", "papers: p"),
    ("meeting", "dates: {start: 2025-09-30, end: 2025-10-02}", "dates: 2025-09-30"),
    ("meeting", "  - id: opening\n    title: Opening\n", "  - Opening\n"),
    ("paper", "  - participants: true", "  - documents: {item: opening}"),
    ("terms", "not: [sub-region]", "not: sub-region"),
    ("terms", "not: [sub-region]", "not: []"),
    ("facts", "2021-2025", "[2021, 2025]"),
    # values
    ("paper", "kind: paper", "kind: leaflet"),
    ("paper", "title: Herons", "title:"),
    ("paper", "title: Herons", 'title: " "'),
    ("paper", "date: 2025-10-01", "date: 1 October 2025"),
    ("paper", "date: 2025-10-01", "date: 2025-13-01"),
    ("paper", "date: 2025-10-01", "status: finished"),
    ("paper", "date: 2025-10-01", "symbol: EX 1"),
    ("paper", "date: 2025-10-01", "language: English spoken"),
    ("paper", "toc: true", "toc: yes"),
    ("paper", '["I.", "1."]', '["I.", "first"]'),
    ("paper", "id: counts", "id: 1st"),
    ("paper", "id: counts", "id: 1"),
    ("paper", "style: (a)", "style: star"),
    ("paper", "align: right", "align: middle"),
    ("paper", "width: 20%", "width: 2 cm"),
    ("paper", "width: 20%", "width: 0%"),
    ("paper", "width: 20%", "width: 0.0 %"),
    ("paper", "width: 20%", "width: 100.1%"),
    ("paper", "width: 20%", "width: 200%"),
    ("paper", "  - participants: true", "  - documents: false"),
    ("paper", "  - participants: true", "  - documents: No"),
    ("paper", "  - participants: true", "  - documents:"),
    ("meeting", "papers: [p]", "papers: [A b, p]"),
    ("meeting", "papers: [p]", "papers: [facts, p]"),
    ("facts", "the-first", "the first"),
    ("paper", 'format: "1,000"', "format: thousands"),
    ("paper", "rows: 2}", "rows: 0}"),
    ("paper", "rows: 2}", "rows: two}"),
    ("paper", "notes: {a: About.}", "notes: {1: About.}"),
    ("paper", "type: column", "type: columns"),
    ("paper", "values: [12, null]", "values: [12, none]"),
    ("paper", "  - participants: true", "  - participants: false"),
    ("paper", "day: 2025-09-30", "day: Tuesday"),
    ("paper", "time: 09:00-09:30", "time: 9 o’clock"),
    ("paper", "paper: ex-1/reeds", "paper: reeds"),
    ("meeting", "session: 3", "session: third"),
    ("meeting", "session: 3", "session: 1000"),
    ("meeting", "start: 2025-09-30", "start: 30.9.2025"),
    ("meeting", "id: opening", "id: the opening"),
)


@pytest.mark.parametrize(("file", "old", "new"), BROKEN)
def test_a_broken_file_is_refused_by_schema_and_loader(file: str, old: str, new: str, tmp_path: Path) -> None:
    assert faults(file, GOOD[file]) == []
    assert GOOD[file].count(old) == 1
    broken = GOOD[file].replace(old, new)
    assert faults(file, broken) != []
    for name, text in (GOOD | {file: broken}).items():
        folder = tmp_path / "content" / ("ex-1" if name in {"paper", "meeting"} else "")
        path = folder / f"{'p' if name == 'paper' else name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert tree.content(Project(tmp_path)).diagnostics != ()


SHAPES = {
    Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.WRONG_SHAPE, Code.WRONG_VALUE, Code.UNKNOWN_BLOCK, Code.UNKNOWN_KIND,
    Code.EMPTY_TEXT, Code.WRONG_DATE, Code.WRONG_TIME, Code.UNREADABLE_HEADING, Code.WRONG_ID, Code.WRONG_SYMBOL,
    Code.WRONG_FORMAT,
}  # fmt: skip
"""What the loader says of a value by itself."""

BEYOND_A_SCHEMA = {
    "load/keys: a block whose first key is another": "the keys of a mapping have no order in JSON",
    "load/slips: a date of no calendar": "which months have 31 days",
    "load/values: dates": "which months have 31 days, and which years are leap years",
    "load/values: a meeting that ends before it starts": "two values compared",
    "load/slips: widths beyond the whole": "a sum",
    "load/slips: widths that leave nothing to a column": "a sum",
    "load/text: a title of two paragraphs": "where YAML leaves a blank line",
    "load/text: a text of a tilde, and of null": "an editor takes them for nothing, and the loader for text",
    "load/terms: words of which the glossary speaks twice": "two values compared",
    "load/slides: a slide in a paper": "the kind of the paper decides",
    "load/slides: a paper of slides alone that is called a paper": "the kind of the paper decides",
    "load/slides: what is no slide among slides": "the kind of the paper decides",
    "load/slides: what slides can't have": "the kind of the paper decides",
    "load/slides: an empty venue is written out": "the loader tells empty quotes from a key without a value",
}
"""Cases on which the loader and a schema made of the declarations do not agree, with the reason."""


def _apart(case: test_cases.Case, folder: Path) -> list[str]:
    """Return the files of a case on which schema and loader don't agree; what is no YAML is no matter for a schema."""
    case.said(folder)
    found = tree.content(Project(folder)).diagnostics
    apart = []
    for path in folder.glob("content/**/*.yaml"):
        name = path.relative_to(folder).as_posix()
        codes = {fault.code for fault in found if fault.at.file == name}
        try:
            read = editors.read(path.read_text("utf-8"))
        except (yaml.YAMLError, ValueError):
            continue
        taken = validator(sort(path)).is_valid(read)
        if (taken and codes & SHAPES) or (not taken and not codes):
            apart.append(f"{name}: {'taken' if taken else 'refused'}")
    return apart


CASES = {f"load/{case.path.stem}: {case.title}": case for case in test_cases.cases() if case.stage == "load"}


@pytest.mark.parametrize("name", CASES)
def test_schema_and_loader_agree(name: str, tmp_path: Path) -> None:
    apart = _apart(CASES[name], tmp_path)
    assert bool(apart) == (name in BEYOND_A_SCHEMA), f"{apart}: mend load/schema.py, or say in this file why not"


WORDS = {
    word.says: word
    for word in (*vars(values).values(), values.whole(1, 999))
    if isinstance(word, Word) and word.pattern
}


def _takes(word: Word[Any], text: str) -> bool:
    read = word.parse(" ".join(text.split()))
    return read is not None and not isinstance(read, Complaint)


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_the_examples_of_a_word_are_read(word: Word[Any]) -> None:
    assert [text for text in word.examples if not _takes(word, text)] == []


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_a_pattern_matches_what_a_word_reads(word: Word[Any]) -> None:
    pattern = jsonschema.Draft7Validator({"pattern": schema._whole(word.pattern)})
    near = st.text("aAbIi1209.:/()-–_% ,*zh", max_size=9)
    alike = st.from_regex(word.pattern, fullmatch=True)
    changed = st.tuples(alike, st.integers(0, 9), st.sampled_from("aI1.:(/- ")).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] :]
    )

    @given(near | alike | changed)
    def matched(text: str) -> None:
        assert not text.strip() or not _takes(word, text) or pattern.is_valid(text)

    matched()
