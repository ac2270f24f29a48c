"""Whatever stands in a file, loading it is no exception, and every fault has a place in a file."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from neaspec_docs.diagnostics import show
from neaspec_docs.load import tree
from neaspec_docs.model.document import Content
from neaspec_docs.project import Project

SHIPPED = Path(__file__).parents[3] / "content"
KEYS = [
    "kind",
    "title",
    "body",
    "section",
    "para",
    "text",
    "list",
    "items",
    "style",
    "quote",
    "box",
    "table",
    "columns",
    "rows",
    "data",
    "align",
    "figure",
    "chart",
    "panels",
    "image",
    "alt",
    "type",
    "unit",
    "categories",
    "series",
    "name",
    "values",
    "labels",
    "programme",
    "day",
    "sessions",
    "time",
    "participants",
    "documents",
    "page_break",
    "slide",
    "id",
    "headings",
    "numbered",
    "caption",
    "notes",
    "remark",
    "note",
    "source",
    "group",
    "cols",
    "head",
    "total",
    "format",
    "width",
    "footnotes",
    "annexes",
    "paper",
    "symbol",
    "date",
    "status",
    "toc",
    "language",
    "summary",
    "short",
    "dates",
    "start",
    "end",
    "venue",
    "papers",
    "agenda",
    "session",
]
WORDS = (
    *KEYS,
    "",
    " ",
    "true",
    "2020-10-12",
    "14:00-15:00",
    "1.1.",
    "(a)",
    "20%",
    "- a\n- b",
    "[](#a)",
    "[^a]",
    "{{ a.b }}",
    "{{",
    "](",
    "**a *b** c*",
    "~^~^`",
    "\\",
    "\x00",
    "\ud800",
    "\ufffe",
    "\u2028",
    "中文\n\n中文",
    "99999999999999999999",
    "../../../x",
    "https://[x",
)
scalars = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.sampled_from(KEYS), scalars), inner, max_size=5)
    ),
    max_leaves=30,
)
papers = st.fixed_dictionaries(
    {"kind": st.just("paper"), "title": scalars, "body": values},
    optional=dict.fromkeys(("footnotes", "annexes", "headings", "summary", "symbol"), values),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("project")
    (folder / "content" / "m").mkdir(parents=True)
    yield folder
    shutil.rmtree(folder)


def loaded(root: Path, paper: bytes, meeting: bytes = b"title: M\nshort: M\nvenue: V\npapers: [p]\n") -> Content:
    """Load a project of one paper, and show what is wrong with it."""
    (root / "content/m/p.yaml").write_bytes(paper)
    (root / "content/m/meeting.yaml").write_bytes(meeting)
    content = tree.content(Project(root))
    shown = show.text(content.diagnostics, root)
    for fault in content.diagnostics:
        assert fault.message in shown
        assert "\n" not in fault.message
        assert len(fault.message) < 300
        assert fault.at.line >= 1
        assert fault.at.column >= 1
        assert (root / fault.at.file).is_file()
        lines = (root / fault.at.file).read_text("utf-8-sig", errors="replace").split("\n")
        assert fault.at.line <= len(lines)
    return content


@given(paper=papers, meeting=values)
def test_any_tree(root: Path, paper: dict[str, object], meeting: object) -> None:
    loaded(root, json.dumps(paper).encode(), json.dumps(meeting).encode())


@given(
    paper=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
)
def test_any_bytes(root: Path, paper: bytes) -> None:
    loaded(root, paper)


@given(
    signs=st.lists(
        st.sampled_from(
            ["[", "]", "(", ")", "*", "_", "`", "~", "^", "{{", "}}", "!", "<", "\\", "\n", " ", "a", "#", "://"]
        ),
        max_size=40,
    )
)
def test_any_marks(root: Path, signs: list[str]) -> None:
    body = "".join(f"      {line}\n" for line in "".join(signs).split("\n"))
    loaded(root, f"kind: paper\ntitle: A\nbody:\n  - text: |2\n{body}".encode())


@settings(max_examples=50)
@given(data=st.data())
def test_a_real_paper_with_a_piece_cut_out(root: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SHIPPED.glob("*/*.yaml"))))
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(1, 40))
    loaded(root, whole[:start] + data.draw(st.binary(max_size=3)) + whole[start + length :])
