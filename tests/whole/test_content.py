"""The shipped papers are whole: as many sections, paragraphs, notes, tables and figures as their sources have."""

from collections import Counter

import pytest
from papers import PAPERS, PROJECT, Built


@pytest.mark.parametrize(
    ("paper", "counts"),
    [
        ("som-24/strategic-plan", {"section": 27, "paragraph": 6, "table": 4, "footnote": 16}),
        ("som-24/report", {"section": 1, "paragraph": 15}),
        ("nfp-2/background", {"paragraph": 41, "footnote": 14, "table": 2, "figure": 13}),
        ("nfp-2/concept-note", {"section": 19, "paragraph": 41, "footnote": 17, "table": 2, "figure": 13, "annex": 1}),
        ("som-24/agenda", {"section": 12, "paragraph": 14}),
        ("workshop-2024/overview", {"slide": 11, "table": 1, "figure": 2}),
    ],
)
def test_each_paper_is_full_size(built: Built, paper: str, counts: dict[str, int]) -> None:
    found = Counter(entry.type for entry in built.outline(paper).entries)
    assert {kind: found[kind] for kind in counts} == counts


def test_papers_cite_each_other(built: Built) -> None:
    cited = {
        (paper, reference.target.partition("#")[0]) for paper in PAPERS for reference in built.outline(paper).references
    }
    assert ("som-24/strategic-plan", "nfp-2/background") in cited
    assert ("som-24/report", "som-24/strategic-plan") in cited
    read = {reference.target: reference.text for reference in built.outline("som-24/strategic-plan").references}
    assert read["nfp-2/background"] == "NEASPEC/NFP-2/1"
    assert read["nfp-2/background#survey"] == "NEASPEC/NFP-2/1, paragraph 11"


def test_each_meeting_says_that_its_papers_are_samples() -> None:
    for meeting in ("som-24", "nfp-2", "workshop-2024"):
        said = (PROJECT.content / meeting / "README.md").read_text("utf-8")
        assert "rewritten" in said
        assert "not the official text" in said


def test_the_slides_are_those_of_the_presentation(built: Built) -> None:
    """Its twelve, of which the first is the title slide; two open a part."""
    slides = [entry for entry in built.outline("workshop-2024/overview").entries if entry.type == "slide"]
    assert [(slide.number, slide.label) for slide in slides] == [(str(at), f"slide {at}") for at in range(2, 13)]
    titles = [slide.title for slide in slides]
    assert (titles[1], titles[6], titles[-1]) == (
        "Nature Conservation Strategy",
        "NEASPEC Strategic Plan 2021-2025",
        "Thank you",
    )
