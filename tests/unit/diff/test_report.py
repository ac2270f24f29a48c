"""What a diff reads as in each format: golden texts of a set of changes that has everything, and hostile words."""

import ast
import json as json_module
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET

import jsonschema
import lxml.html
import pypandoc
import pytest
from changes_of_every_kind import EVERY_KIND, HOSTILE, HOSTILE_CHANGES, NOTHING, changed, side, words

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diff.report import json, markdown, text
from neaspec_docs.model import type_word
from neaspec_docs.model.block import Block
from neaspec_docs.model.change import Change, Changes, Kind, PaperChanges
from neaspec_docs.model.document import Annex, Footnote
from neaspec_docs.project import Project
from neaspec_docs.render import changes as page

ROOT = Path(__file__).parents[3]
EXPECTED = Path(__file__).parent / "expected"
PROJECT = Project(ROOT)
TELLING = ROOT / "src" / "neaspec_docs" / "diff" / "telling"
SCHEMA = json_module.loads((ROOT / "docs" / "schema" / "diff.json").read_text("utf-8"))


def html(changes: Changes) -> str:
    made, faults = page.html(changes, PROJECT)
    assert faults == []
    assert made is not None
    return made


def body(changes: Changes) -> str:
    return html(changes).partition("</head>\n")[2]


def _tree(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 -- made here


def in_colour(changes: Changes) -> str:
    return text.of(changes, colour=True, width=72).replace("\x1b", "ESC")


FORMATS: dict[str, Callable[[Changes], str]] = {
    "changes.txt": text.of,
    "changes.ansi.txt": in_colour,
    "changes.json": json.of,
    "changes.md": markdown.of,
    "changes.html": body,
}


def one(*changes: Change, paper: str = "ex-1/report") -> Changes:
    return Changes("HEAD", "the working tree", (PaperChanges(paper, "Title", changes),))


@pytest.mark.parametrize("file", FORMATS)
def test_it_reads_as_expected(file: str, request: pytest.FixtureRequest) -> None:
    made = FORMATS[file](EVERY_KIND)
    path = EXPECTED / file
    if request.config.getoption("--update"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


@pytest.mark.parametrize("changes", [EVERY_KIND, HOSTILE_CHANGES, NOTHING], ids=["every", "hostile", "nothing"])
def test_the_json_is_what_its_schema_says(changes: Changes) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(json_module.loads(json.of(changes)), SCHEMA)


def test_the_schema_takes_no_other_words() -> None:
    made: dict[str, Any] = json_module.loads(
        json.of(one(Change(Kind.ADDED, "text", None, None, side(None, "x", 1, ""))))
    )
    made["papers"][0]["changes"][0]["kind"] = "new"
    with pytest.raises(jsonschema.ValidationError, match="'new' is not one of"):
        jsonschema.validate(made, SCHEMA)


def test_every_type_is_named_in_the_schema_and_the_docs() -> None:
    """A block that joins the union, or a part that a module tells of, is said in both."""
    blocks = {type_word.of(object.__new__(kind)) for kind in (*get_args(Block), Annex, Footnote)}
    parts = {type for file in TELLING.glob("*.py") for type in _told_types(ast.parse(file.read_text("utf-8")))}
    named = [{one["const"] for one in SCHEMA["definitions"][name]["anyOf"]} for name in ("block", "part")]
    assert named[0] == blocks | {"meeting", "paper"}
    assert named[1] == (parts | {"field"}) - named[0]
    docs = (ROOT / "docs" / "review.md").read_text("utf-8")
    assert {*re.findall(r"^\| `([a-z_]+)` \|", docs, re.MULTILINE)} >= named[0] | named[1]


def _told_types(tree: ast.Module) -> Iterator[str]:
    """Give the types that a module makes changes of, or lists."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("Change" | "_alone"), args=[_, ast.Constant(str(type)), *_]):
                yield type
            case ast.Call(func=ast.Attribute(ast.Name("listed"), "changes"), args=[ast.Constant(str(type)), *_]):
                yield type
            case ast.Call(func=ast.Attribute(ast.Name("fields"), "field"), args=[_, _, _, _, ast.Constant(str(type))]):
                yield type
            case _:
                pass


def test_rows_and_cells_are_inside_the_change_of_their_table() -> None:
    made = json_module.loads(json.of(EVERY_KIND))
    report = next(paper for paper in made["papers"] if paper["paper"] == "ex-1/report")
    (table,) = [change for change in report["changes"] if change["type"] == "table"]
    assert [(row["kind"], (row["new"] or row["old"])["label"]) for row in table["rows"]] == [
        ("changed", "Mongolia"), ("changed", "Japan"), ("added", "Republic of Korea"), ("removed", "Atlantis"),
        ("moved", "China"),
    ]  # fmt: skip
    (cell,) = table["rows"][0]["cells"]
    assert (cell["old"]["text"], cell["new"]["text"], cell["new"]["line"]) == ("12", "14", 46)
    assert [column["kind"] for column in table["columns"]] == ["added"]
    assert report["renumbered"][0] | {} == {
        "type": "paragraph", "id": None, "old": "3.", "new": "4.", "old_label": "paragraph 3",
        "new_label": "paragraph 4", "file": "content/ex-1/report.yaml", "line": 15, "column": 5,
    }  # fmt: skip


def test_no_change_is_said_in_each_format() -> None:
    assert text.of(NOTHING) == "No changes\n"
    assert markdown.of(NOTHING) == "<!-- neaspec-docs diff -->\nNo changes\n"
    assert json_module.loads(json.of(NOTHING))["papers"] == []
    assert "<h1>No changes</h1>" in html(NOTHING)
    assert "<nav" not in html(NOTHING)


# ------------------------------------------------------------------ nothing in content does anything


def test_hostile_content_is_no_markup_in_markdown() -> None:
    """Read by pandoc as GitHub reads it there is nothing in it but what the format itself writes."""
    made = markdown.of(HOSTILE_CHANGES)
    tree = lxml.html.fragment_fromstring(pypandoc.convert_text(made, "html", format="gfm"), create_parent="main")
    found = {node.tag for node in tree.iter("*")}
    assert found <= {
        "main", "h2", "h3", "h4", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "del", "ins",
        "br", "span", "ul", "li", "strong", "colgroup", "col",
    }  # fmt: skip
    said = tree.text_content()
    assert "<script>alert(1)</script>" in said  # it is there to be read
    for live in (r"@\w", r"#\d", r"GH-\d", r"://", r"www\.", r":tada:", r"\b[0-9a-f]{7,40}\b"):
        assert not re.search(live, said), live
    for live in ("<script", "<img", "@octocat", "`", "](", "**bold", "~~", "<!-- -->", "$x$"):
        assert live not in made.removeprefix(markdown.MARK).replace("**Renumbered**", ""), live
    assert all(line.count("|") in {0, 4, 7} for line in made.splitlines()), "a cell has opened another"


def test_hostile_content_is_no_markup_in_html() -> None:
    made = html(HOSTILE_CHANGES)
    tree = _tree(made)
    assert {node.tag for node in tree.iter()}.isdisjoint({"script", "img", "b", "object", "iframe", "link", "base"})
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert HOSTILE in "".join(tree.itertext())


def test_a_terminal_obeys_nothing_of_the_content() -> None:
    sheet = text.of(EVERY_KIND) + text.of(HOSTILE_CHANGES)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sheet)
    assert "<U+202E>back<U+202C>.<U+001B>[31m" in sheet


# ------------------------------------------------------------------ html


@pytest.mark.parametrize("changes", [EVERY_KIND, HOSTILE_CHANGES, NOTHING], ids=["every", "hostile", "nothing"])
def test_the_page_needs_nothing_else(changes: Changes) -> None:
    tree = _tree(html(changes))
    assert [node.get("src") for node in tree.iter() if node.get("src")] == []
    links = [node.attrib["href"] for node in tree.iter() if "href" in node.attrib]
    ids = [node.attrib["id"] for node in tree.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    style = tree.findtext(".//style") or ""
    chosen = [node.get("value") for node in tree.iter("input")]
    assert chosen == (["text", "side"] if changes.papers else [])
    assert ':root:has([value="side"]:checked) .pair { display: grid; }' in style
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_can_be_found_through_without_eyes() -> None:
    tree = _tree(html(EVERY_KIND))
    assert tree.get("lang") == "en"
    assert [node.tag for node in tree.iter() if node.tag in {"nav", "main", "h1"}] == ["h1", "nav", "main"]
    levels = [int(node.tag[1]) for node in tree.iter() if re.fullmatch("h[1-6]", node.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(tree.findall(".//article")) == sum(len(paper.changes) for paper in EVERY_KIND.papers)
    arabic = [node for node in tree.iter("p") if node.get("lang") == "ar"]
    assert arabic
    assert {node.get("dir") for node in arabic} == {"auto"}


def test_a_project_has_a_page_of_its_own_or_a_diagnostic(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "review" / "diff.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text("<p>{{ size }}</p>", "utf-8")
    assert page.html(EVERY_KIND, Project(tmp_path)) == ("<p>18 changes in 2 papers and 1 meeting</p>\n", [])
    own.write_text("\n{{ sizes }}", "utf-8")
    made, (fault,) = page.html(EVERY_KIND, Project(tmp_path))
    assert made is None
    assert (fault.code, fault.at.file, fault.at.line) == (Code.TEMPLATE_FAULT, "templates/review/diff.html.j2", 2)


# ------------------------------------------------------------------ length and width


def test_a_comment_is_never_too_long_and_says_what_is_left_off() -> None:
    sides = [side(f"{number}.", "", number, f"paragraph {number}") for number in range(1, 2001)]
    changes = one(*(changed("paragraph", at, at, *words("The Meeting took note of ", ("12", "14"))) for at in sides))
    made = markdown.of(changes)
    assert len(made) <= markdown.LONGEST
    assert len(made) > markdown.LONGEST - 1000
    shown = len(re.findall("^#### ", made, re.MULTILINE))
    assert f"Left off here, for a comment has an end: {2000 - shown} changes and what follows from them." in made


@pytest.mark.parametrize("sign", ["a ", "|", "字", "@"])
def test_one_endless_change_leaves_a_comment_that_can_be_posted(sign: str) -> None:
    endless = Change(Kind.ADDED, "text", None, None, side(None, sign * 100_000, 3, "text"))
    made = markdown.of(one(endless, endless))
    assert len(made) <= markdown.LONGEST
    assert made.count("#### Text added") == (1 if sign == "@" else 2)
    table = changed("table", side("1", "", 1, "Table 1"), side("1", "", 1, "Table 1"), parts=(
        *(changed("row", side(None, "", 2, f"Row {row}"), side(None, "", 2, f"Row {row}"), *words((sign * 50, "")))
          for row in range(5000)),))  # fmt: skip
    made = markdown.of(one(endless, table))
    assert len(made) <= markdown.LONGEST
    assert "Left off here, for a comment has an end: 1 change and" in made


def test_a_long_list_is_folded() -> None:
    row = changed("row", side(None, "", 2, "Japan"), side(None, "", 2, "Japan"), *words(("1", "2")))
    at = side("1", "", 1, "Table 1")
    assert "<details>" not in markdown.of(one(changed("table", at, at, parts=(row,) * 8)))
    folded = markdown.of(one(changed("table", at, at, parts=(row,) * 9)))
    assert "<details><summary>9 changes within it</summary>\n\n| | Before | Now |" in folded


def test_a_part_of_several_lines_stands_below_its_name() -> None:
    at = side(None, "", 1, "Financing")
    part = changed("panel", at, at, *words("Stable funding\n", ("Less", "No"), " bureaucracy"))
    figure = side("1", "", 1, "Figure 1")
    assert "\n      Financing:\n        Stable funding\n        [-Less-]{+No+} bureaucracy\n" in text.of(
        one(changed("figure", figure, figure, parts=(part,)))
    )


def test_no_line_is_wider_than_the_terminal() -> None:
    narrow = text.of(EVERY_KIND, width=60)
    assert max(map(_columns, narrow.splitlines())) <= 60
    plain = text.of(EVERY_KIND)
    assert re.sub(r"\s+", "", narrow) == re.sub(r"\s+", "", plain)


def _columns(line: str) -> int:
    """Return the columns of a line; all wide signs in these changes are Chinese."""
    return len(line) + len(re.findall("[\u3000-\u9fff\uff00-\uff60]", line))
