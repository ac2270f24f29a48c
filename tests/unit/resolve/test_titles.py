"""What titles say where they are printed outside their paper: words alone, answered by the paper that has the title."""

from pathlib import Path

from neaspec_docs import stages
from neaspec_docs.load import tree
from neaspec_docs.model.inline import FootnoteCall, Reference, plain
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.model.walk import nodes
from neaspec_docs.project import Project, papers
from neaspec_docs.render import pack
from neaspec_docs.resolve import dependencies

MEETING = """
title: M
short: M-1
dates: {start: 2026-03-02}
venue: Strelsau
papers: [herons, comment, list]
agenda:
  - {id: birds, title: "Birds at {{ meeting.short }}"}
"""
HERONS = """
kind: paper
title: "Herons, less [](#cranes) and [these](#cranes)[^n]"
agenda: birds
body: [{section: Cranes, id: cranes, body: [{para: One.}]}]
footnotes: {n: Seen in May.}
"""
COMMENT = """
kind: paper
symbol: M/2
title: "Comment on [](o/other)"
body: [{para: One.}]
annexes: [{paper: m/herons}]
"""
LIST = "kind: paper\ntitle: List\nbody: [{documents: true}]"
OTHER = "kind: paper\nsymbol: O/1\ntitle: Other\nbody: []"
TITLES = ["Herons, less section I and these", "Comment on O/1", "List"]


def written(folder: Path, **changed: str) -> Project:
    """Return a project of these papers, some of them changed."""
    files = {"m/meeting": MEETING, "m/herons": HERONS, "m/comment": COMMENT, "m/list": LIST, "o/other": OTHER}
    files["o/meeting"] = MEETING.partition("agenda:")[0].replace("herons, comment, list", "other")
    for name, text in (files | {f"m/{name}": text for name, text in changed.items()}).items():
        file = folder / "content" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return Project(folder)


def resolved(project: Project, *names: str) -> list[Resolved]:
    found, faults = stages.resolve(tree.content(project), names)
    assert not faults
    return found


def printed(page: Page | None, path: str) -> list[str]:
    assert page is not None
    return ["".join(found.itertext()) for found in page.root.findall(path)]


def test_a_list_of_documents_has_titles_in_words(tmp_path: Path) -> None:
    (paper,) = resolved(written(tmp_path), "m/list")
    assert [plain(line.title) for line in paper.register] == TITLES
    assert not [*nodes(tuple(line.title for line in paper.register), Reference, FootnoteCall)]
    assert plain(paper.register[0].item_title) == "Birds at M-1"


def test_each_paper_and_the_front_of_their_pack_are_printed(tmp_path: Path) -> None:
    project = written(tmp_path)
    found = resolved(project, "m/herons", "m/comment", "m/list")
    (herons, comment, listing), faults = stages.render(found, project)
    front, more = pack.front(found, project)
    assert not [*faults, *more]
    assert printed(listing, ".//td/span[@class='ref']") == TITLES
    assert printed(front, ".//td[2]/span[@class='ref']") == TITLES
    assert printed(herons, ".//h1/a[@class='ref']") == ["section I", "these"]
    assert printed(herons, ".//h1/span[@class='footnote']") == ["Seen in May."]
    assert printed(comment, ".//h2[@class='annex-heading']/span[@class='words']") == [TITLES[0] + "Seen in May."]


def test_the_heading_of_a_paper_annexed_whole_is_its_title_in_words(tmp_path: Path) -> None:
    (paper,) = resolved(written(tmp_path), "m/comment")
    (annex,) = paper.document.annexes
    assert plain(annex.title) == TITLES[0]  # type: ignore[union-attr]
    assert [node.anchor for node in nodes(paper.document, FootnoteCall)] == ["m/herons:fn.n"]


def test_a_paper_that_lists_a_title_is_made_of_what_the_title_cites(tmp_path: Path) -> None:
    content = tree.content(written(tmp_path))
    assert "o/other" in dependencies.of(content, "m/list")
    assert "content/o/other.yaml" in dependencies.files(content, "m/list")


def test_what_is_wrong_in_a_title_is_told_of_those_that_print_it(tmp_path: Path) -> None:
    content = tree.content(written(tmp_path, comment=COMMENT.replace("o/other", "#nowhere")))
    for name in ("m/list", "m/comment"):
        (fault,) = stages.resolve(content, (name,))[1]
        assert (fault.at.file, fault.at.line, fault.at.column) == ("content/m/comment.yaml", 4, 20)
    assert stages.resolve(content, ("m/herons",))[1] == ()
    assert set(papers(content)) == {"m/herons", "m/comment", "m/list", "o/other"}
