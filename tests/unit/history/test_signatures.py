"""Who made the change of a block, and when: of each commit that wrote or took out its lines."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from repositories import ANN, BOB, CEM, PAPER, History

from neaspec_docs.history import checkout, git, revisions, signatures
from neaspec_docs.load import tree
from neaspec_docs.model.document import Document
from neaspec_docs.model.signature import MASTHEAD, Signature
from neaspec_docs.project import Project
from neaspec_docs.resolve.passes import Resolver

HERONS = "content/ex-1/herons.yaml"
Sign = Callable[..., Callable[[str | None, str | None], str]]


@pytest.fixture
def sign(history: History) -> Sign:
    """Return what compares two versions of the paper, and then says who changed a block, by anchors."""

    def compare(
        words: str = "HEAD", author: str | None = "Me", now: datetime | None = None
    ) -> Callable[[str | None, str | None], str]:
        repository = git.around(history.folder)
        found, _ = revisions.read((words,), None, repository, ())
        with ExitStack() as stack:
            versions = stack.enter_context(checkout.versions(Project(history.folder), found, repository))
            old, new = _paper(versions.old.project), _paper(versions.new.project)
            by = signatures.of(versions, old, new, author, now)
            asked: dict[tuple[str | None, str | None], Signature] = {}
            for one in (None, MASTHEAD, *_anchors(old)):
                for other in (None, MASTHEAD, *_anchors(new)):
                    asked[one, other] = by(one, other)
        return lambda old, new: asked[old, new].author

    return compare


def _paper(project: Project) -> Document | None:
    content = tree.content(project)
    return Resolver(content).resolve("ex-1/herons")[0].document if "ex-1/herons" in content.papers else None


def _anchors(paper: Document | None) -> list[str]:
    return ["marshes", "marshes.1", "reeds", "counts", "counts.r1", "counts.r2"] if paper else []


def test_a_block_is_signed_by_who_wrote_its_lines(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(CEM)
    by = sign("HEAD~2")
    assert by("marshes.1", "marshes.1") == BOB
    assert by("counts.r2", "counts.r2") == CEM
    assert by("counts", "counts") == CEM
    assert by("reeds", "reeds") == CEM  # nobody changed it: the last who changed what the paper is made of


def test_of_several_who_changed_a_block_the_last_signs(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "Herons stand", "Tall herons stand")
    history.commit(CEM)
    assert sign("HEAD~2")("marshes.1", "marshes.1") == CEM
    assert sign("HEAD~2..HEAD~1")("marshes.1", "marshes.1") == BOB


def test_what_is_gone_is_signed_by_who_took_it_out(history: History, sign: Sign) -> None:
    history.edit(HERONS, "      - para: Reeds grow there.\n        id: reeds\n", "")
    history.commit(BOB)
    history.edit(HERONS, "          They wait.\n", "")
    history.commit(CEM)
    history.edit(HERONS, "title: Herons", "title: Grey herons")
    history.commit(ANN)
    by = sign("HEAD~3")
    assert by("reeds", None) == BOB
    assert by("marshes.1", "marshes.1") == CEM
    assert by(None, None) == ANN


def test_what_a_merge_brought_is_signed_by_who_made_it(history: History, sign: Sign) -> None:
    history.git("switch", "--quiet", "--create", "side")
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(CEM)
    history.git("switch", "--quiet", "main")
    history.edit(HERONS, "      - para: Reeds grow there.\n        id: reeds\n", "")
    history.commit(BOB)
    history.git("merge", "--quiet", "--no-edit", "side", author=ANN)
    by = sign("HEAD~2")
    assert by("reeds", None) == BOB
    assert by("counts.r2", "counts.r2") == CEM


def test_what_is_not_committed_is_signed_by_the_author_of_the_call(history: History, sign: Sign) -> None:
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(BOB)
    history.edit(HERONS, "They wait.", "They sleep.")
    history.edit(HERONS, "      - para: Reeds grow there.\n        id: reeds\n", "")
    by = sign("HEAD~1")
    assert by("counts.r2", "counts.r2") == BOB
    assert by("marshes.1", "marshes.1") == "Me"
    assert by("reeds", None) == "Me"


def test_lines_that_stay_in_the_working_tree_are_not_taken_out_of_it(history: History, sign: Sign) -> None:
    history.edit(HERONS, "          They wait.\n", "")
    history.commit(BOB)
    history.edit(HERONS, "title: Herons", "title: Grey herons")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == BOB


def test_a_file_that_git_does_not_know_is_not_committed(history: History, sign: Sign) -> None:
    (history.folder / HERONS).unlink()
    history.commit(BOB)
    history.write(HERONS, PAPER)
    assert sign()(None, "reeds") == "Me"
    assert sign("HEAD~1..HEAD")("reeds", None) == BOB


def test_a_change_of_facts_is_signed_by_who_made_it(history: History, sign: Sign) -> None:
    history.write("content/facts.yaml", "lakes: '2'\n")
    history.edit(HERONS, "They wait.", "They wait at {{ facts.lakes }} lakes.")
    history.commit()
    history.write("content/facts.yaml", "lakes: '3'\n")
    history.commit(BOB)
    assert sign("HEAD~1")("marshes.1", "marshes.1") == BOB
    history.write("content/facts.yaml", "lakes: '4'\n")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == "Me"


def test_blanks_and_comments_are_nobodys(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "      - para: Reeds", "      # how many?\n\n      - para: Reeds")
    history.edit(HERONS, "          They sleep.", "          They sleep. ")
    history.commit(CEM)
    assert sign("HEAD~2")("marshes.1", "marshes.1") == BOB


def test_the_moment_is_that_of_the_commit_and_what_has_none_has_no_date(history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    repository = git.around(history.folder)
    found, _ = revisions.read(("HEAD~1",), None, repository, ())
    with checkout.versions(Project(history.folder), found, repository) as versions:
        papers = _paper(versions.old.project), _paper(versions.new.project)
        by = signatures.of(versions, *papers, "Me", None)
        at = signatures.of(versions, *papers, "Me", datetime(2026, 1, 2, tzinfo=UTC))
    assert by("marshes.1", "marshes.1") == Signature(BOB, datetime(2026, 3, 2, 9, 6, tzinfo=UTC))
    assert by("marshes.1", "marshes.1").on == "2026-03-02T09:06:00Z"
    assert by("counts.r2", "counts.r2") == Signature("Me", None)
    assert by("counts.r2", "counts.r2").on is None
    assert at("counts.r2", "counts.r2").on == "2026-01-02T00:00:00Z"
    assert at("marshes.1", "marshes.1").on == "2026-03-02T09:06:00Z"


def test_without_an_author_it_is_who_git_says_one_is(
    history: History, sign: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    assert sign(author=None)("marshes.1", "marshes.1") == ""
    history.git("config", "user.name", "Dee")
    assert sign(author=None)("marshes.1", "marshes.1") == "Dee"
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Eve")
    assert sign(author=None)("marshes.1", "marshes.1") == "Eve"


def test_names_are_those_of_the_mailmap_and_fit_for_xml(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit("B\x0bob Ö")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == "B�ob Ö"
    history.write(".mailmap", "Robert <B\x0bob Ö@example.org>\n")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == "Robert"


def test_of_branches_that_parted_each_side_is_known_as_far_as_git_knows_it(history: History, sign: Sign) -> None:
    history.git("switch", "--quiet", "--create", "side")
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(CEM)
    history.git("switch", "--quiet", "main")
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    by = sign("side..main")
    assert by("marshes.1", "marshes.1") == BOB
    assert by("counts.r2", "counts.r2") == BOB  # Cem's commit is not between the two


def test_nobody_signs_who_wrote_before_the_old_version_or_after_the_new_one(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(CEM)
    history.edit(HERONS, "[North, 5]", "[North, 6]")
    history.commit(ANN)
    by = sign("HEAD~2..HEAD~1")
    assert {by(one, other) for one, other in ((None, None), ("reeds", "reeds"), ("marshes.1", "marshes.1"))} == {CEM}


def test_a_fact_is_signed_by_who_changed_it_not_by_who_touched_its_file_or_the_line_that_states_it(
    history: History, sign: Sign
) -> None:
    history.write("content/facts.yaml", "lakes:\n  big: '2'\nreeds: tall\n")
    history.edit(HERONS, "They wait.", "They wait at {{ facts.lakes.big }} lakes.")
    history.edit(HERONS, "Reeds grow there.", "Reeds grow in {{ meeting.venue }}.")
    history.commit()
    history.edit("content/facts.yaml", "'2'", "'3'")
    history.commit(BOB)
    history.edit("content/ex-1/meeting.yaml", "venue: Ulaanbaatar", "venue: Incheon")
    history.commit(ANN)
    history.edit("content/facts.yaml", "reeds: tall", "reeds: low")
    history.edit("content/ex-1/meeting.yaml", "short: EX-1", "short: EX 1")
    history.edit(HERONS, "stand in the marsh.\n", "stand\n          in the marsh.\n")
    history.commit(CEM)
    by = sign("HEAD~3")
    assert by("marshes.1", "marshes.1") == BOB
    assert by("reeds", "reeds") == ANN


def test_a_masthead_is_signed_by_who_changed_the_meeting_and_a_title_by_who_changed_the_paper(
    history: History, sign: Sign
) -> None:
    history.edit("content/ex-1/meeting.yaml", "{start: 2026-03-02}", "{start: 2026-03-03}")
    history.commit(BOB)
    history.edit(HERONS, "title: Herons", "title: Grey herons")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[herons, storks]")
    history.commit(CEM)
    by = sign("HEAD~2")
    assert by(MASTHEAD, MASTHEAD) == BOB
    assert by(None, None) == CEM
    history.edit(HERONS, "title: Grey", "symbol: EX/1\ntitle: Grey")
    history.commit(ANN)
    assert sign("HEAD~1")(MASTHEAD, MASTHEAD) == ANN


def test_a_paper_whose_file_has_another_name_now_was_changed_by_who_changed_it(history: History) -> None:
    history.edit(HERONS, "title: Herons\n", "title: Herons\nsummary: They are grey.\n")
    history.commit()
    history.edit(HERONS, "summary: They are grey.\n", "")
    history.commit(BOB)
    history.git("mv", HERONS, "content/ex-1/birds.yaml")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[birds]")
    history.commit(CEM)
    repository = git.around(history.folder)
    found, _ = revisions.read(("HEAD~2",), None, repository, ())
    with checkout.versions(Project(history.folder), found, repository) as versions:
        old = _paper(versions.old.project)
        new = Resolver(tree.content(versions.new.project)).resolve("ex-1/birds")[0].document
        assert old is not None
        by = signatures.of(versions, replace(old, name="ex-1/birds"), new, "Me", None)
        assert by(None, None).author == BOB
