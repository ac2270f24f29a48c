"""Papers of any shape: Word comes to each number that the Page has, or writing them would raise `Mismatch`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from unit.write.docx.word_file import write

from neaspec_docs.load import tree
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.render import page as render
from neaspec_docs.resolve.passes import Resolver

Block = Mapping[str, object]

SAMPLES = ["I.", "A.", "1.", "(1)", "(a)", "i.", ""]
ITEMS = ["(a)", "1.", "i.", "bullet", "dash"]
DEEPEST = 4


def headings(levels: int, above: str = "") -> st.SearchStrategy[list[str]]:
    """Return samples for so many levels; "1.1." only below a level that has a number."""
    samples = [*SAMPLES, "1.1."] if above else SAMPLES
    if levels == 1:
        return st.sampled_from(samples).map(lambda one: [one])
    return st.sampled_from(samples).flatmap(lambda one: headings(levels - 1, one).map(lambda below: [one, *below]))


@st.composite
def sections(draw: st.DrawFn, levels: int) -> Block:
    section: dict[str, object] = {"section": "Weirs"}
    if not draw(st.integers(0, 3)):
        section["numbered"] = False
    if levels > 1 and not draw(st.integers(0, 2)):
        section["headings"] = draw(headings(levels - 1))
    section["body"] = draw(bodies(levels - 1))
    return section


@st.composite
def paragraphs(draw: st.DrawFn) -> Block:
    items = st.lists(
        st.just("mill") | st.just({"text": "ford", "list": ["reed"], "style": "i."}), min_size=1, max_size=2
    )
    inside = {"list": draw(items), "style": draw(st.sampled_from(ITEMS))}
    return draw(st.sampled_from([{"para": "Water runs."}, {"para": "Water stands.", "body": [inside]}, inside]))


def bodies(levels: int) -> st.SearchStrategy[list[Block]]:
    blocks = st.lists(paragraphs(), min_size=1, max_size=2)
    return blocks if levels < 1 else blocks | st.lists(sections(levels), min_size=1, max_size=3)


@st.composite
def parts(draw: st.DrawFn) -> dict[str, object]:
    """Return headings and a body: what a paper and an annex have in common."""
    levels = draw(st.integers(1, DEEPEST))
    return {"headings": draw(headings(levels)), "body": draw(bodies(levels))}


@st.composite
def papers(draw: st.DrawFn) -> Block:
    annexes = [{"title": "Survey", **part} for part in draw(st.lists(parts(), max_size=2))]
    return {"kind": "paper", "title": "Waters", **draw(parts()), **({"annexes": annexes} if annexes else {})}


def section(title: str, *body: Block, headings: Sequence[str] = ()) -> Block:
    return {"section": title, **({"headings": list(headings)} if headings else {}), "body": list(body)}


TEXT = {"text": "Words."}
ANNEX = [section("Method", section("Sample", TEXT), headings=["1."]), section("Findings", TEXT)]
"""The first heading of the annex stands under another instance than the second."""


def page_of(paper: Block) -> Page:
    meeting = {
        "title": "Moot",
        "short": "Moot",
        "dates": {"start": "2031-06-12"},
        "venue": "Ford",
        "papers": ["waters"],
    }
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content" / "moot-1"
        content.mkdir(parents=True)
        (content / "meeting.yaml").write_text(json.dumps(meeting), "utf-8")
        (content / "waters.yaml").write_text(json.dumps(paper), "utf-8")
        project = Project(Path(folder))
        resolved, _ = Resolver(tree.content(project)).resolve("moot-1/waters")
        page, _ = render.render(resolved, project)
    assert page is not None
    return page


@settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
@example(
    {"kind": "paper", "title": "Waters", "body": [section("Weirs", TEXT)], "annexes": [{"title": "A", "body": ANNEX}]}
)
def test_word_counts_as_the_page_does(paper: Block) -> None:
    made = write(page_of(paper))
    assert made.diagnostics == ()
    assert made.all(".//w:p")
