"""Who made the change of a block, and when: of each commit that wrote or took out its lines."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import repositories
from repositories import ANN, BOB, CEM, PAPER, History

from neaspec_docs.history import checkout, git, kept, revisions, signatures
from neaspec_docs.history.blame import Blame, Lines
from neaspec_docs.load import tree
from neaspec_docs.model.document import Document
from neaspec_docs.model.signature import MASTHEAD, Signature, Signatures, Signed, Stretch, last
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
                    asked[one, other] = by.block(one, other)
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
    assert by.block("marshes.1", "marshes.1") == Signature(BOB, datetime(2026, 3, 2, 9, 6, tzinfo=UTC))
    assert by.block("marshes.1", "marshes.1").on == "2026-03-02T09:06:00Z"
    assert by.block("counts.r2", "counts.r2") == Signature("Me", None)
    assert by.block("counts.r2", "counts.r2").on is None
    assert at.block("counts.r2", "counts.r2").on == "2026-01-02T00:00:00Z"
    assert at.block("marshes.1", "marshes.1").on == "2026-03-02T09:06:00Z"


def test_without_an_author_it_is_who_git_says_one_is(
    history: History, sign: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    assert sign(author=None)("marshes.1", "marshes.1") == ""
    history.git("config", "user.name", "Dee")
    assert sign(author=None)("marshes.1", "marshes.1") == "Dee"
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Eve")
    assert sign(author=None)("marshes.1", "marshes.1") == "Eve"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (b"B\x0bob \xc3\x96", "B\ufffdob \u00d6"),
        (b"A\x1fB\x1fC\x1b[31m", "A\ufffdB\ufffdC\ufffd[31m"),
        (b"J\xf6rg", "J\ufffdrg"),
        (b"Nar\xc2\xa0Ok\tSu", "Nar Ok Su"),
        ("\u202emoor\u202c \uffff".encode(), "\ufffdmoor\ufffd \ufffd"),
        ("\u0639\u200c\u0628 \u5c71\u7530\u3000\u592a\u90ce".encode(), "\u0639\u200c\u0628 \u5c71\u7530 \u592a\u90ce"),
        (b"", "address"),
        (b" ", "address"),
        (b"x" * 400, "x" * 255),
    ],
)
def test_names_fit_xml_and_word_whatever_git_holds(history: History, sign: Sign, given: bytes, name: str) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    _rewrite(history, given + b" <address>" if name == "address" else given + b" <>")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == name


def test_a_commit_by_nobody_is_signed_by_nobody(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    _rewrite(history, b"<>")
    assert sign("HEAD~1")("marshes.1", "marshes.1") == ""


def _rewrite(history: History, author: bytes) -> None:
    """Let the last commit be by an author whom git itself would not take."""
    data = subprocess.run(["git", "cat-file", "commit", "HEAD"], cwd=history.folder, capture_output=True, check=True)
    changed = re.sub(rb"(?m)^author .* (\d+ \+0000)$", lambda found: b"author " + author + b" " + found[1], data.stdout)
    assert changed != data.stdout
    (history.folder / ".git" / "made").write_bytes(changed)
    made = history.git("hash-object", "-w", "-t", "commit", "--literally", ".git/made")
    history.git("update-ref", "HEAD", made)


def test_the_author_of_the_call_fits_too(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    assert sign(author="The\x01 Desk\n")("marshes.1", "marshes.1") == "The\ufffd Desk"


def test_names_are_those_of_the_mailmap(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.write(".mailmap", "Robert\r <Bob@example.org>\nMore <x@example.org>\n")
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


def test_words_of_a_masthead_are_signed_by_who_changed_what_says_them(history: History) -> None:
    meeting = "content/ex-1/meeting.yaml"
    front = "symbol: EX/1\ndistribution: general\ndate: 2026-03-01\ntitle: Herons\n"
    history.edit(HERONS, "title: Herons\n", front)
    history.commit()
    history.edit(HERONS, front, front.replace("EX/1", "EX/1/Rev.1").replace("03-01", "03-03"))
    history.commit(ANN)
    history.edit(meeting, "venue: Ulaanbaatar", "venue: Sainshand")
    history.commit(BOB)
    history.edit(HERONS, "general", "limited")
    history.edit(meeting, "start: 2026-03-02", "start: 2026-03-04")
    history.commit(CEM)
    with _signatures(history, "HEAD~3") as by:
        assert _come(by, "EX/1/Rev.1", "/Rev.1", MASTHEAD) == [("/Rev.1", ANN)]
        assert _gone(by, "1 March 2026", "1", MASTHEAD) == [("1", ANN)]
        assert _come(by, "3 March 2026", "3", MASTHEAD) == [("3", ANN)]
        assert _gone(by, "Distr.: General", "General", MASTHEAD) == [("General", CEM)]
        assert _come(by, "Distr.: Limited", "Limited", MASTHEAD) == [("Limited", CEM)]
        assert _gone(by, "Ulaanbaatar, 2 March 2026", "Ulaanbaatar", MASTHEAD) == [("Ulaanbaatar", BOB)]
        assert _come(by, "Sainshand, 4 March 2026", "Sainshand", MASTHEAD) == [("Sainshand", BOB)]
        assert _come(by, "Sainshand, 4 March 2026", "4", MASTHEAD) == [("4", CEM)]


def test_the_date_of_a_masthead_is_known_in_the_language_of_the_paper(history: History) -> None:
    history.edit(HERONS, "title: Herons\n", "language: fr\ndate: 2026-03-02\ntitle: Herons\n")
    history.commit()
    history.edit(HERONS, "date: 2026-03-02", "date: 2026-04-02")
    history.commit(ANN)
    history.edit("content/ex-1/meeting.yaml", "venue: Ulaanbaatar", "venue: Sainshand")
    history.commit(BOB)
    with _signatures(history, "HEAD~2") as by:
        assert _gone(by, "2 mars 2026", "mars", MASTHEAD) == [("mars", ANN)]
        assert _come(by, "2 avril 2026", "avril", MASTHEAD) == [("avril", ANN)]


def test_a_line_of_several_hands_is_signed_as_a_whole_by_the_last(history: History) -> None:
    history.edit(HERONS, "title: Herons\n", "title: Herons\nsubtitle: Note on birds\n")
    history.commit(BOB)
    history.edit(HERONS, "Note on", "Revised note on")
    history.commit(CEM)
    history.edit(HERONS, "kind: paper\n", "kind: paper\nsymbol: EX/1\n")
    history.commit(ANN)
    line = "Revised note on birds"
    with _signatures(history, "HEAD~3") as by:
        signed = by.come(None, None, Stretch(line, 0, len(line)))
        assert [one.author for _, one in signed] == [CEM, BOB]
        assert last(signed).author == CEM
    history.edit(HERONS, "on birds", "on all birds")
    line = "Revised note on all birds"
    with _signatures(history, "HEAD~3") as by:
        assert last(by.come(None, None, Stretch(line, 0, len(line)))).author == "Me"  # not committed: the newest


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
        assert by.block(None, None).author == BOB


@contextmanager
def _signatures(history: History, words: str, now: datetime | None = None) -> Iterator[Signatures]:
    repository = git.around(history.folder)
    found, _ = revisions.read((words,), None, repository, ())
    with checkout.versions(Project(history.folder), found, repository) as versions:
        yield signatures.of(versions, _paper(versions.old.project), _paper(versions.new.project), "Me", now)


def _told(signed: Signed, words: Stretch) -> list[tuple[str, str]]:
    starts = (words.start, *(end for end, _ in signed))
    return [(words.line[start:end], by.author) for start, (end, by) in zip(starts, signed, strict=False)]


def _gone(by: Signatures, line: str, part: str, anchor: str = "marshes.1") -> list[tuple[str, str]]:
    words = Stretch(line, line.index(part), line.index(part) + len(part))
    return _told(by.gone(anchor, anchor, words), words)


def _come(by: Signatures, line: str, part: str, anchor: str = "marshes.1") -> list[tuple[str, str]]:
    words = Stretch(line, line.index(part), line.index(part) + len(part))
    return _told(by.come(anchor, anchor, words), words)


def test_two_hands_in_one_paragraph_sign_each_its_own_words(history: History) -> None:
    history.edit(HERONS, "stand in the marsh", "stand in the reeds")
    history.commit(BOB)
    history.edit(HERONS, "They wait.", "They wait.\n          They *catch\n          frogs*, and then sleep.")
    history.commit(CEM)
    history.edit(HERONS, "They wait.", "They sleep.")
    new = "Herons stand in the reeds. They sleep. They catch frogs, and then sleep."
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new, "reeds") == [("reeds", BOB)]
        assert _come(by, new, "sleep") == [("sleep", "Me")]
        assert _come(by, new, "sleep. They catch frogs,") == [("sleep. ", "Me"), ("They catch frogs,", CEM)]
        old = "Herons stand in the marsh. They wait."
        assert _gone(by, old, "marsh") == [("marsh", BOB)]
        assert _gone(by, old, "wait") == [("wait", "Me")]
        assert _gone(by, old, "the marsh. They") == [("the marsh. ", BOB), ("They", "Me")]


def test_words_that_went_are_signed_by_who_took_out_their_line_not_by_who_wrote_beside_it(history: History) -> None:
    history.edit(HERONS, "          They wait.\n", "")
    history.commit(BOB)
    history.edit(HERONS, "stand in the marsh", "stand in the reeds")
    history.commit(CEM)
    with _signatures(history, "HEAD~2..HEAD") as by:
        assert _gone(by, "Herons stand in the marsh. They wait.", " They wait.") == [(" They wait.", BOB)]
        assert _come(by, "Herons stand in the reeds.", "reeds") == [("reeds", CEM)]


def test_a_fact_in_a_paragraph_that_others_changed_too_is_signed_by_who_changed_the_fact(history: History) -> None:
    history.write("content/facts.yaml", "lakes: '2'\n")
    history.edit(HERONS, "They wait.", "They wait at {{ facts.lakes }} lakes,\n          see [](#counts), so")
    history.commit()
    history.write("content/facts.yaml", "lakes: '3'\n")
    history.commit(BOB)
    history.edit(HERONS, "They wait at", "They sleep at")
    history.commit(CEM)
    new = "Herons stand in the marsh. They sleep at 3 lakes, see , so"
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new, "sleep") == [("sleep", CEM)]
        assert _come(by, new, "3") == [("3", BOB)]
        assert _come(by, new, "sleep at 3") == [("sleep at 3", CEM)]


def test_cells_titles_and_footnotes_are_told_apart_by_their_lines_too(history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait.[^a]")
    history.edit(HERONS, "title: Herons", "title: Herons\nfootnotes:\n  a: |\n    First.\n    Second.")
    history.edit(HERONS, "[North, 5]", "\n            - North\n            - 5")
    history.commit()
    history.edit(HERONS, "    First.", "    One.")
    history.edit(HERONS, "title: Herons", "title: Grey herons")
    history.edit(HERONS, "- 5", "- 6")
    history.commit(BOB)
    history.edit(HERONS, "    Second.", "    Two.")
    history.edit(HERONS, "- North", "- Northern lake")
    history.commit(CEM)
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, "One. Two.", "One. Two.", "fn.a") == [("One. ", BOB), ("Two.", CEM)]
        assert _gone(by, "First. Second.", "First. Second.", "fn.a") == [("First. ", BOB), ("Second.", CEM)]
        assert _come(by, "6", "6", "counts.r1") == [("6", BOB)]
        assert _come(by, "Northern lake", "ern lake", "counts.r1") == [("ern lake", CEM)]
        words = Stretch("Grey herons", 0, 5)
        assert _told(by.come(None, None, words), words) == [("Grey ", BOB)]


def test_a_list_of_commits_to_pass_over_changes_no_name(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    passed = history.commit(BOB)
    history.edit(HERONS, "[South, 3]", "[South, 4]")
    history.commit(CEM)
    history.git("config", "blame.ignoreRevsFile", "not-there")
    assert sign("HEAD~2")("marshes.1", "marshes.1") == BOB
    history.write("passed-over", f"{passed}\n")
    history.git("config", "blame.ignoreRevsFile", "passed-over")
    assert sign("HEAD~2..HEAD")("marshes.1", "marshes.1") == BOB
    with _signatures(history, "HEAD~2..HEAD") as by:
        assert _come(by, "Herons stand in the marsh. They sleep.", "sleep") == [("sleep", BOB)]
        assert _gone(by, "Herons stand in the marsh. They wait.", "wait") == [("wait", BOB)]


def test_settings_that_change_what_git_says_change_no_name(history: History) -> None:
    history.edit(HERONS, "Herons stand in the marsh.", "Herons fly.")
    history.commit(BOB)
    for setting, value in {
        "diff.orderFile": "not-there", "diff.interHunkContext": "99", "diff.context": "9", "diff.noprefix": "true",
        "log.showSignature": "true", "color.ui": "always", "diff.renames": "false", "blame.showEmail": "true",
        "status.relativePaths": "false", "log.date": "raw", "core.abbrev": "4", "diff.external": "false",
    }.items():  # fmt: skip
        history.git("config", setting, value)
    history.edit(HERONS, "          They wait.\n", "")
    history.edit(HERONS, "        id: reeds\n", "        id: reeds\n      - para: More.\n")
    with _signatures(history, "HEAD~1") as by:
        old = "Herons stand in the marsh. They wait."
        assert _gone(by, old, "stand in the marsh. They wait.") == [("stand in the marsh. ", BOB), ("They wait.", "Me")]


def test_no_filter_runs_where_git_looks_at_the_files(history: History, sign: Sign) -> None:
    ran = history.folder.parent / "ran"
    history.write(".gitattributes", "*.yaml filter=x.y\n")
    history.commit()
    history.edit(HERONS, "They wait.", "They sleep.")
    for key in ("clean", "smudge", "process"):
        history.git("config", f"filter.x.y.{key}", f"touch {ran}; cat")
    history.git("config", "filter.x.y.required", "true")
    assert sign("HEAD")("marshes.1", "marshes.1") == "Me"
    assert sign("HEAD")(None, None) == "Me"
    assert not ran.exists()


@pytest.mark.parametrize("name", [b"x", b"x.y", b"a=b", b"x y.z=", b"lfs", b"\xe9t\xe9"])
def test_no_filter_runs_whatever_its_name_is(history: History, sign: Sign, name: bytes) -> None:
    ran = history.folder.parent / "ran"
    with (history.folder / ".git/config").open("ab") as settings:
        for key in (b"clean", b"smudge"):
            settings.write(b'[filter "%s"]\n%s = "touch %s; cat"\nrequired\n' % (name, key, os.fsencode(ran)))
    (history.folder / ".git/info").mkdir(exist_ok=True)
    attribute = b'"*.yaml" filter=%s\n' % name
    (history.folder / ".git/info/attributes").write_bytes(attribute)
    history.edit(HERONS, "They wait.", "They sleep.")
    assert sign("HEAD")("marshes.1", "marshes.1") == "Me"
    assert sign("HEAD")(None, None) == "Me"
    assert not ran.exists()


UNCHANGED = r"""
printf '0016git-filter-server\n000eversion=2\n00000015capability=clean\n00000013status=success\n00000007old00000000'
cat > "$0.heard"
"""
"""A filter that talks with git (gitattributes, "Long Running Filter Process") and says of any file that it is "old"."""


@pytest.mark.parametrize("key", ["clean", "process", "smudge"])
def test_the_filter_of_lfs_is_its_own_command(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """What it would read of the repository's settings for it may be commands too. Here it says that nothing changed."""
    history.write("content/ex-1/map.png", "old")
    history.write(".gitattributes", "*.png filter=lfs\n")
    history.commit()
    history.git("config", f"filter.lfs.{key}", f"touch {tmp_path / 'ran'}; cat")
    history.git("config", "lfs.extension.a=b.clean", "touch ran")
    history.write("content/ex-1/map.png", "new")
    lfs = tmp_path / "a bin" / "git-lfs"
    lfs.parent.mkdir()
    lfs.write_text(
        f"#!/bin/sh\n(echo $1; git config lfs.extension.a=b.clean) > '{tmp_path}/asked'\n{UNCHANGED}", "utf-8"
    )
    lfs.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lfs.parent}{os.pathsep}{os.environ['PATH']}")
    repository = git.around(history.folder)
    assert Blame(repository, repository.commit("HEAD") or "", None).touched(["content/ex-1/map.png"]) is None
    assert (tmp_path / "asked").read_text("utf-8") == "filter-process\n\n"
    assert not (tmp_path / "ran").exists()


def test_git_does_not_look_into_a_submodule_by_that_ones_settings(history: History, tmp_path: Path) -> None:
    other = repositories.begun(tmp_path / "other")
    history.git("submodule", "--quiet", "add", f"file://{other.folder}", "content/sub")
    history.write(HERONS, PAPER)
    history.commit()
    inner = History(history.folder / "content/sub")
    inner.write(".gitattributes", "*.yaml filter=x\n")
    inner.git("config", "filter.x.clean", f"touch {tmp_path / 'ran'}; cat")
    inner.write("content/ex-1/herons.yaml", PAPER.replace("They wait.", "They sit.."))
    repository = git.around(history.folder)
    blame = Blame(repository, repository.commit("HEAD") or "", None)
    assert blame.touched([HERONS, "content/sub"]) is None
    assert git._run(history.folder, "diff-index", "-p", "HEAD").stdout == b""
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_got_another_name_keeps_who_took_words_out_of_it(history: History) -> None:
    history.git("mv", "content/ex-1", 'content/ex "1\u00fc')
    history.commit(ANN)
    new = 'content/ex "1\u00fc/herons.yaml'
    history.edit(new, "          They wait.\n", "")
    history.commit(BOB)
    history.edit(new, "stand in the marsh", "stand in reeds")
    repository = git.around(history.folder)
    blame = Blame(repository, repository.commit("HEAD~2") or "", None)
    at = next(number for number, line in enumerate(PAPER.splitlines(), 1) if "They wait." in line)
    assert blame.removers(Lines(HERONS, at, at)) == {repository.commit("HEAD")}
    assert blame.removers(Lines(HERONS, at - 1, at - 1)) == {""}
    assert blame.removers(Lines(HERONS, at - 2, at - 2)) == set()


def test_lines_behind_a_link_are_those_of_the_file(history: History, sign: Sign) -> None:
    history.git("mv", "content", "real")
    (history.folder / "content").symlink_to("real")
    history.commit()
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    assert sign("HEAD~1")("marshes.1", "marshes.1") == BOB


def test_a_paper_that_came_by_another_name_is_signed_by_who_brought_it(history: History) -> None:
    history.write("content/facts.yaml", "lakes: '2'\n")
    history.git("mv", HERONS, "content/ex-1/birds.yaml")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[birds]")
    history.commit(BOB)
    history.write("content/facts.yaml", "lakes: '3'\n")
    history.commit(CEM)
    repository = git.around(history.folder)
    found, _ = revisions.read(("HEAD~2",), None, repository, ())
    with checkout.versions(Project(history.folder), found, repository) as versions:
        new = Resolver(tree.content(versions.new.project)).resolve("ex-1/birds")[0].document
        assert signatures.of(versions, None, new, "Me", None).block(None, "reeds").author == BOB


def test_moments_of_all_years_are_written_in_full() -> None:
    assert Signature("", datetime(987, 1, 2, 3, 4, 5, 6, tzinfo=UTC)).on == "0987-01-02T03:04:05Z"


def test_in_one_long_line_each_has_his_own_words_too(history: History) -> None:
    history.edit(HERONS, "Reeds grow there.", "Reeds grow there in the marsh, and herons wait for the frogs.")
    history.commit()
    history.edit(HERONS, "Reeds grow there", "Tall reeds grow there")
    history.commit(BOB)
    history.edit(HERONS, "herons wait for the frogs", "storks wait for the frogs")
    history.commit(CEM)
    history.edit(HERONS, "there in the marsh", "there in a marsh")
    old = "Reeds grow there in the marsh, and herons wait for the frogs."
    new = "Tall reeds grow there in a marsh, and storks wait for the frogs."
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new, "Tall reeds", "reeds") == [("Tall reeds", BOB)]
        assert _gone(by, old, "Reeds", "reeds") == [("Reeds", BOB)]
        assert _come(by, new, "storks", "reeds") == [("storks", CEM)]
        assert _gone(by, old, "herons", "reeds") == [("herons", CEM)]
        words = Stretch(new, 25, 26)
        assert _told(by.come("reeds", "reeds", words), words) == [("a", "Me")]
        words = Stretch(old, 20, 23)
        assert _told(by.gone("reeds", "reeds", words), words) == [("the", "Me")]
    with _signatures(history, "HEAD~2..HEAD") as by:
        assert _come(by, new.replace(" a ", " the "), "Tall reeds", "reeds") == [("Tall reeds", BOB)]
        assert _gone(by, old, "herons", "reeds") == [("herons", CEM)]


def test_a_line_that_was_only_broken_anew_keeps_its_hands(history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep in the sun.")
    history.commit(BOB)
    history.edit(HERONS, "marsh.\n          They sleep in", "marsh. They\n          sleep in")
    history.commit(CEM)
    with _signatures(history, "HEAD~2") as by:
        new = "Herons stand in the marsh. They sleep in the sun."
        assert _come(by, new, "sleep in the sun") == [("sleep in the sun", BOB)]
        assert _gone(by, "Herons stand in the marsh. They wait.", "wait") == [("wait", BOB)]


def _reeds(history: History, *steps: tuple[str, str]) -> None:
    """Write what the paragraph of reeds says, step by step: by whom, and what."""
    said = "Reeds grow there."
    for author, says in steps:
        history.edit(HERONS, f"- para: {said}\n", f"- para: {says}\n")
        history.commit(author)
        said = says


def test_the_same_words_in_another_paragraph_are_by_who_wrote_them_there(history: History) -> None:
    history.edit(HERONS, "They wait.", "They wait in the marsh today.")
    _reeds(history, (ANN, "Reeds wait in the hall today."))
    history.edit(HERONS, "They wait in", "They wait quietly for tea in")
    history.commit(BOB)
    history.edit(HERONS, "marsh today", "marsh now")
    second = "Reeds wait quietly for tea in the hall today."
    history.edit(HERONS, "Reeds wait in the hall today.", second)
    history.commit(CEM)
    first = "Herons stand in the marsh. They wait quietly for tea in the marsh now."
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, first, "quietly for tea ") == [("quietly for tea ", BOB)]
        assert _come(by, second, "quietly for tea ", "reeds") == [("quietly for tea ", CEM)]


def test_a_word_keeps_its_hand_where_its_paragraph_moves(history: History) -> None:
    _reeds(history, (ANN, "Reeds grow there each year."), (BOB, "Sedges grow there each year."))
    paragraph = "      - para: Sedges grow there each year.\n        id: reeds\n"
    history.edit(HERONS, paragraph, "")
    history.edit(HERONS, "    id: marshes\n    body:\n", f"    id: marshes\n    body:\n{paragraph}")
    history.commit(CEM)
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, "Sedges grow there each year.", "Sedges", "reeds") == [("Sedges", BOB)]
        assert _come(by, "Sedges grow there each year.", "year", "reeds") == [("year", CEM)]  # it came to this place


def test_words_that_move_and_change_keep_their_hands(history: History) -> None:
    old, new = "Low reeds grow there in each of these years.", "Tall reeds grow there in each of our summers."
    _reeds(history, (ANN, old), (BOB, old.replace("Low", "Tall")))
    paragraph = "      - para: {}\n        id: reeds\n"
    history.edit(HERONS, paragraph.format(old.replace("Low", "Tall")), "")
    history.edit(HERONS, "          - [South, 3]\n", f"          - [South, 3]\n{paragraph.format(new)}")
    history.commit(CEM)
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new, "Tall", "reeds") == [("Tall", BOB)]
        assert _come(by, new, "our summers", "reeds") == [("our summers", CEM)]
        assert _gone(by, old, "Low", "reeds") == [("Low", BOB)]
        assert _gone(by, old, "years", "reeds") == [("years", CEM)]


def test_a_clause_without_blanks_is_many_words(history: History) -> None:
    old, new = "会议通过了年度工作计划并感谢蒙古国政府的提议.", "会议通过了三年工作计划并感谢蒙古国议会的提议."
    _reeds(history, (ANN, old), (BOB, old.replace("年度", "三年")), (CEM, new))
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new, "三年", "reeds") == [("三年", BOB)]
        assert _come(by, new, "议会", "reeds") == [("议会", CEM)]
        assert _gone(by, old, "年度", "reeds") == [("年度", BOB)]
        assert _gone(by, old, "政府", "reeds") == [("政府", CEM)]


def test_words_side_by_side_are_each_by_who_changed_it(history: History) -> None:
    old, new = "They met in Seoul on Monday with us.", "They met in Tokyo on Tuesday with us."
    _reeds(history, (ANN, old), (BOB, old.replace("Seoul", "Tokyo")), (CEM, new))
    with _signatures(history, "HEAD~2") as by:
        assert _gone(by, old, "Seoul on Monday", "reeds") == [("Seoul on ", BOB), ("Monday", CEM)]
        assert _come(by, new, "Tokyo on Tuesday", "reeds") == [("Tokyo on ", BOB), ("Tuesday", CEM)]
        assert _come(by, new, "on Tuesday", "reeds") == [("on Tuesday", CEM)]


def test_a_word_that_two_changed_is_by_the_last(history: History) -> None:
    old, new = "They count 12.5 herons of the sub-group there.", "They count 13.7 herons of the **sub**-team there."
    _reeds(history, (ANN, old), (BOB, old.replace("12.5", "12.7")), (CEM, new))
    with _signatures(history, "HEAD~2") as by:
        assert _come(by, new.replace("*", ""), "13.7", "reeds") == [("13.7", CEM)]
        assert _gone(by, old, "12.5", "reeds") == [("12.5", CEM)]
        assert _come(by, new.replace("*", ""), "sub-team", "reeds") == [("sub-team", CEM)]


def test_words_of_a_paragraph_that_was_broken_in_two_keep_their_hands(history: History) -> None:
    old, new = "They met in Seoul. Reeds grow there.", "They met in Tokyo. Reeds grow there."
    _reeds(history, (ANN, old), (BOB, new))
    history.edit(HERONS, new, "They met in Tokyo.\n      - para: Reeds grow there.")
    history.commit(CEM)
    line = "They met in Tokyo.\ufffcReeds grow there."
    words = Stretch(line, line.index("Tokyo"), line.index("Tokyo") + 5)
    with _signatures(history, "HEAD~2") as by:
        assert _told(by.come("reeds", "reeds", words), words) == [("Tokyo", BOB)]


def test_a_break_is_by_who_made_it_not_by_who_wrote_in_the_halves_later(history: History) -> None:
    whole = "They met in Seoul. Reeds grow there."
    halves = "They met in Seoul.\n      - para: Reeds grow there."
    changed = halves.replace("Seoul", "Tokyo").replace("grow there", "grow here")
    _reeds(history, (ANN, whole))
    first = "        id: reeds\n"
    history.edit(HERONS, f"{whole}\n{first}", f"{halves}\n        id: behind\n")
    history.commit(CEM)
    history.edit(HERONS, halves, changed)
    history.commit(BOB)
    with _signatures(history, "HEAD~2") as by:
        assert by.broken(None, "behind").author == CEM
    history.edit(HERONS, f"{changed}\n        id: behind\n", f"{whole}\n{first}")
    history.commit(CEM)
    history.edit(HERONS, whole, whole.replace("grow", "stand"))
    history.commit(BOB)
    with _signatures(history, "HEAD~2") as by:
        assert by.broken("behind", None).author == CEM


def test_a_half_that_no_place_is_known_of_is_signed_as_its_block_is(history: History) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(CEM)
    with _signatures(history, "HEAD~1") as by:
        assert by.broken(None, None).author == by.block(None, None).author == CEM


def test_a_name_that_a_file_had_before_is_known_to_each_of_its_words(history: History) -> None:
    old, new = "They met in Seoul on Monday.", "They met in Tokyo on Tuesday."
    _reeds(history, (ANN, old), (BOB, old.replace("Seoul", "Tokyo")))
    history.git("mv", HERONS, "content/ex-1/birds.yaml")
    history.edit("content/ex-1/birds.yaml", "Monday", "Tuesday")
    history.edit("content/ex-1/meeting.yaml", "[herons]", "[birds]")
    history.commit(CEM)
    repository = git.around(history.folder)
    found, _ = revisions.read(("HEAD~2",), None, repository, ())
    with checkout.versions(Project(history.folder), found, repository) as versions:
        was = _paper(versions.old.project)
        now = Resolver(tree.content(versions.new.project)).resolve("ex-1/birds")[0].document
        by = signatures.of(versions, was, now, "Me", None)
        assert _come(by, new, "Tokyo on Tuesday", "reeds") == [("Tokyo on ", BOB), ("Tuesday", CEM)]
        assert _gone(by, old, "Seoul on Monday", "reeds") == [("Seoul on ", BOB), ("Monday", CEM)]


def test_two_files_are_compared_once_for_all_their_words(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[kept.Text] = []
    between = kept.between

    def compare(old: kept.Text, new: kept.Text) -> kept.Kept:
        compared.append(old)
        return between(old, new)

    monkeypatch.setattr(kept, "between", compare)
    history.edit(HERONS, "Herons stand", "Storks stand")
    history.edit(HERONS, "They wait", "They sleep")
    history.edit(HERONS, "Reeds grow", "Sedges grow")
    history.commit(BOB)
    with _signatures(history, "HEAD~1") as by:
        new = "Storks stand in the marsh. They sleep."
        assert _come(by, new, "Storks") + _come(by, new, "sleep") == [("Storks", BOB), ("sleep", BOB)]
        assert _come(by, "Sedges grow there.", "Sedges", "reeds") == [("Sedges", BOB)]
        assert _gone(by, "Reeds grow there.", "Reeds", "reeds") == [("Reeds", BOB)]
    assert len(compared) == 1


def test_where_git_refuses_nobody_signs_for_another(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.git("config", "log.showRoot", "neither")
    with pytest.raises(git.CannotCompareError, match=r"git log \w+\.\.\w+` says why"):
        sign("HEAD~1..HEAD")


def test_a_line_that_git_cannot_read_is_no_line_that_nobody_wrote(history: History, sign: Sign) -> None:
    history.edit(HERONS, "They wait.", "They sleep.")
    history.commit(BOB)
    history.git("config", "blame.date", "no such form")
    with pytest.raises(git.CannotCompareError, match=r"git blame"):
        sign("HEAD~1..HEAD")


@pytest.mark.parametrize("sign_of_a_break", ["\u2028", "\x0c", "\x85"])
def test_lines_are_what_git_takes_for_lines(history: History, sign_of_a_break: str) -> None:
    history.edit(HERONS, "title: Herons\n", f"title: Herons  # grey{sign_of_a_break}herons\n")
    _reeds(history, (ANN, "Reeds grow in {{ facts.lakes }}."))
    history.write("content/facts.yaml", f"# a{sign_of_a_break}b\nlakes: '2'\nreeds: tall\n")
    history.commit()
    history.edit("content/facts.yaml", "'2'", "'3'")
    history.edit(HERONS, "Herons stand", "Storks stand")
    history.commit(BOB)
    history.edit("content/facts.yaml", "tall", "low")
    history.edit(HERONS, "They wait", "They sleep")
    history.commit(CEM)
    with _signatures(history, "HEAD~2") as by:
        new = "Storks stand in the marsh. They sleep."
        assert _come(by, new, "Storks") == [("Storks", BOB)]
        assert _come(by, new, "sleep") == [("sleep", CEM)]
        assert _come(by, "Reeds grow in 3.", "3", "reeds") == [("3", BOB)]
