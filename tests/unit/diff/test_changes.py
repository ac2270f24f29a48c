"""What a reviewer is told: each edit once, with its numbers, its places and its words, and what follows from it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import get_args

import edited_papers
import pytest
import written_papers
from any_style import Data, read, written
from every_block import BODY, MEETING, PAPER, row, t, w
from two_versions import NAME, between, content, edited, replacing, told, version

from neaspec_docs.diagnostics.span import NOWHERE
from neaspec_docs.diff import chain, changes
from neaspec_docs.diff.matching.parts import tree
from neaspec_docs.diff.telling import listed as listed_changes
from neaspec_docs.diff.telling import printed, sides
from neaspec_docs.diff.wording import reading
from neaspec_docs.language import change_words
from neaspec_docs.model.block import (
    Block,
    Cell,
    Chart,
    ChartType,
    Column,
    Day,
    Documents,
    Figure,
    Image,
    Item,
    List,
    Panel,
    Panels,
    Paragraph,
    Participants,
    Programme,
    Row,
    Section,
    Series,
    Session,
    Slide,
    Table,
    TableNote,
    Unnumbered,
)
from neaspec_docs.model.change import Change, Kind, Words
from neaspec_docs.model.document import AgendaItem, Annex, AnnexedPaper, Content, Delegation, Footnote, Person, Standing
from neaspec_docs.model.inline import Emphasis, FootnoteCall, Link, Prose, Reference, Text
from neaspec_docs.model.scheme import Mark

ROOT = Path(__file__).parents[3]
PLAN, BACKGROUND, MEETING_FILE = "som-24/strategic-plan.yaml", "nfp-2/background.yaml", "som-24/meeting.yaml"
FIRST_ROW = "                  - - China\n                    - |\n                      By 2030:"


def marked(words: tuple[Words, ...]) -> str:
    """Return words with an editor's marks: [-gone-] and {+come+}."""
    return "".join(
        one.new if one.same else (f"[-{one.old}-]" if one.old else "") + (f"{{+{one.new}+}}" if one.new else "")
        for one in words
    )


def said(change: Change) -> tuple[str, str, str | None, str | None, str]:
    """Return a change's kind, type, numbers, and words: those with marks, or all of a block that came or went."""
    old, new = change.old, change.new
    text = marked(change.words) or (new or old or pytest.fail("a change of nothing")).text
    return change.kind.value, change.type, old.number if old else None, new.number if new else None, text


def one(old: list[Block], new: list[Block]) -> Change:
    """Return the only change between two bodies."""
    (change,) = told(content(*old), content(*new))
    return change


def parts(change: Change) -> list[tuple[str, str, str, str]]:
    """Return of each part its kind, its type, its name, and its words; those within it follow it."""
    found = []
    for part in change.parts:
        side = part.new or part.old or pytest.fail("a part of nothing")
        text = marked(part.words) or ("" if part.kind is Kind.CHANGED else side.text)
        found += [(part.kind.value, part.type, side.label, text), *parts(part)]
    return found


def cut(text: str, begin: str, end: str) -> tuple[str, str]:
    """Return the text without what stands from `begin` up to `end`, and this."""
    start = text.index(begin)
    stop = text.index(end, start)
    return text[:start] + text[stop:], text[start:stop]


def eight(name: str, text: str) -> str:
    """Make the eight typical edits of a round of comments."""
    text = replacing(
        PLAN,
        ("so that members would share a long-term view", "so that members would share a common view"),
        ("A substantial cut in deaths", "A large cut in deaths"),
        ("communication with the NEASPEC Secretariat, 2020", "communication with the NEASPEC Secretariat, 2021"),
        ("- section: Issues for consideration", "- section: Action invited"),
        (
            FIRST_ROW,
            f"{FIRST_ROW[:22]}Elsewhere\n                    - Nothing is known.\n{FIRST_ROW}",
        ),
    )(name, text)
    if name != PLAN:
        return text
    text, _ = cut(text, "      - para: |\n          By carrying out that Plan", "      - para: |\n          Three eval")
    text, moved = cut(text, "      - para: |\n          The new Strategic Plan", "  - section: Strategic Plan 2021")
    here = text.index("      - para: |\n          With the evaluations as its basis")
    text = text[:here] + moved + text[here:]
    here = text.index("      - para: |\n          Three evaluations")
    return f"{text[:here]}      - para: |\n          The Secretariat thanks all who answered.\n\n{text[here:]}"


def test_a_round_of_eight_typical_edits_is_eight_changes() -> None:
    found = between(ROOT, eight)
    (paper,) = found.papers
    assert (found.old, found.new, paper.paper) == ("old", "new", "som-24/strategic-plan")
    kinds = [(change.kind.value, change.type, change.id) for change in paper.changes]
    assert kinds == [
        ("removed", "paragraph", "platforms"),
        ("added", "paragraph", None),
        ("moved", "paragraph", "new-plan"),
        ("changed", "text", None),
        ("changed", "table", "related-goals"),
        ("changed", "table", "contributions"),
        ("changed", "section", "issues"),
        ("changed", "footnote", "mongolia-air"),
    ]
    gone, come, moved, text, cell, added, title, note = paper.changes
    assert said(gone)[2:4] == ("2.", None)
    assert said(come) == ("added", "paragraph", None, "2.", "The Secretariat thanks all who answered.")
    assert said(moved)[2:4] == ("5.", "4.")
    assert (moved.old.after, moved.new.after) == ("paragraph 4", "paragraph 3") if moved.old and moved.new else False
    assert [(one.old, one.new) for one in text.words if not one.same] == [("long-term", "common")]
    assert parts(cell)[1][:3] == ("changed", "cell", "What it calls for")
    assert parts(cell)[1][3].startswith("A [-substantial-]{+large+} cut in deaths and illnesses caused by")
    assert parts(added) == [("added", "row", "Elsewhere", "Elsewhere | Nothing is known.")]
    assert said(title) == ("changed", "section", "III.", "III.", "[-Issues for consideration-]{+Action invited+}")
    assert marked(note.words).endswith("communication with the NEASPEC Secretariat, [-2020-]{+2021+}.")
    assert [(one.id, one.old.number, one.new.number) for one in paper.renumbered] == [("first-draft", "4.", "5.")]


def test_each_side_stands_where_its_version_has_it() -> None:
    (paper,) = between(ROOT, eight).papers
    old, new = ((ROOT / "content" / PLAN).read_text("utf-8").split("\n"), eight(
        PLAN, (ROOT / "content" / PLAN).read_text("utf-8")).split("\n"))  # fmt: skip
    for change in paper.changes:
        for side, lines in ((change.old, old), (change.new, new)):
            if side is not None:
                assert side.at.file == f"content/{PLAN}"
                assert any(
                    word in "".join(lines[side.at.line - 1 : side.at.line + 2]) for word in side.text.split()[:3]
                )


def in_one_line(data: Data) -> Data:
    """Return content with each paragraph in one line, which says the same in whatever style YAML has it."""
    if isinstance(data, dict):
        return {key: in_one_line(value) for key, value in data.items()}
    if isinstance(data, list):
        return [in_one_line(value) for value in data]
    return re.sub(r"(?<!\n)\n(?!\n|$)", " ", data)


def has_lines(data: Data) -> bool:
    """Say whether a text has lines that only a block of lines can hold: a list in a cell, a line that is broken."""
    if isinstance(data, str):
        return re.search(r"(^|\n) *- |\\\n", data) is not None
    return any(map(has_lines, data.values() if isinstance(data, dict) else data))


@pytest.mark.parametrize("seed", range(4))
def test_the_style_of_the_yaml_is_no_change(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- chance, not secrecy
    restyled = set()

    def restyle(name: str, text: str) -> str:
        data = read(text) if name.endswith(".yaml") else None
        if not isinstance(data, dict) or has_lines(data):
            return text
        restyled.add(name)
        keys = [*data]
        if not name.endswith("facts.yaml"):
            chance.shuffle(keys)
        return written({key: in_one_line(data[key]) for key in keys}, chance, shuffle=False)

    for root in (ROOT, ROOT / "tests" / "whole" / "sample"):
        assert between(root, restyle).papers == ()
    assert "som-24/report.yaml" in restyled


def test_comments_and_lines_are_no_change() -> None:
    def edit(name: str, text: str) -> str:
        if name != PLAN:
            return text
        broken = re.sub(r"(?m)^( {14})(\w.*?), and ", r"\1\2,\n\1and ", text)
        assert broken != text
        return broken.replace("\nbody:", "\n# a remark\nbody:")

    assert between(ROOT, edit).papers == ()


def test_a_fact_changes_the_words_that_state_it() -> None:
    found = between(ROOT, replacing("facts.yaml", ("North-East Asian Marine", "Northeast Asian Marine")))
    changed = {
        (paper.paper, change.id, one.old, one.new)
        for paper in found.papers
        for change in paper.changes
        for one in change.words
        if not one.same
    }
    assert ("som-24/report", "marine", "North-East", "Northeast") in changed
    assert {one[2:] for one in changed} == {("North-East", "Northeast")}


def test_references_read_differently_in_other_papers_too() -> None:
    found = between(ROOT, replacing(BACKGROUND, ("body:\n", "body:\n  - para: |\n      A first one.\n")))
    (paper,) = found.papers
    assert [said(change) for change in paper.changes] == [("added", "paragraph", None, "1.", "A first one.")]
    assert len(paper.renumbered) == 41
    elsewhere = [one for one in paper.references if one.paper == "som-24/strategic-plan"]
    assert ("NEASPEC/NFP-2/1, paragraph 11", "NEASPEC/NFP-2/1, paragraph 12") in [
        (one.old, one.new) for one in elsewhere
    ]
    assert {one.at.file for one in elsewhere} == {f"content/{PLAN}"}
    assert {one.target for one in elsewhere} <= {"nfp-2/background#survey", "nfp-2/background#air-pollution-resolution"}


def test_a_paper_that_was_not_asked_for_still_says_what_it_cites() -> None:
    edit = replacing(BACKGROUND, ("body:\n", "body:\n  - para: |\n      A first one.\n"))
    every = between(ROOT, edit)
    assert {one.paper for one in every.papers[0].references} == {"nfp-2/background", "som-24/strategic-plan"}


def test_what_the_meeting_says_is_told_once() -> None:
    edit = replacing(
        MEETING_FILE,
        ("venue: Virtual meeting", "venue: Seoul"),
        ("  - id: marine\n", "  - id: birds\n    title: Birds\n    annotation: It is new.\n  - id: marine\n"),
        ("report of the second meeting", "report of the third meeting"),
        ("papers: [agenda, strategic-plan, report, documents]", "papers: [agenda, report, documents]"),
    )
    (meeting,) = between(ROOT, edit).papers
    (change,) = meeting.changes
    assert (meeting.paper, change.type, change.id) == ("som-24", "meeting", "som-24")
    assert [part[:3] for part in parts(change)] == [
        ("changed", "field", "venue"),
        ("changed", "item", "agenda item 1"),
        ("changed", "field", "annotation"),
        ("added", "item", "agenda item 3"),
        ("removed", "paper", "som-24/strategic-plan"),
    ]
    assert "[-second-]{+third+} meeting" in parts(change)[2][3]
    assert next((one.old.label, one.new.label) for one in meeting.renumbered) == ("agenda item 3", "agenda item 4")


def test_a_paper_shows_the_lists_of_its_meeting_that_it_has() -> None:
    body = (para("A text"), Section((), body=(Participants(), Documents())))
    names = [*printed.of(version("one", content(*body)).papers[NAME])]
    assert names[-2:] == ["delegation", "paper"]
    assert not {"delegation", "paper"} & {*printed.of(version("one", content(para("A text"))).papers[NAME])}


def test_what_stands_before_the_text_is_one_change() -> None:
    edit = replacing(
        PLAN,
        ("symbol: NEASPEC/SOM(24)/5", "symbol: NEASPEC/SOM(24)/6"),
        ("subtitle: Note by the Secretariat", "subtitle: Note by the Chair"),
        ("date: 2020-10-12", "date: 2020-10-11"),
        ("for: decision", "for: information"),
        ("toc: true\n", ""),
    )
    (paper,) = between(ROOT, edit).papers
    (change,) = paper.changes
    assert change.type == "paper"
    assert [part[2:] for part in parts(change)] == [
        ("symbol", "NEASPEC/SOM(24)/[-5-]{+6+}"),
        ("subtitle", "Note by the [-Secretariat-]{+Chair+}"),
        ("date", "[-12-]{+11+} October 2020"),
        ("for", "[-decision-]{+information+}"),
        ("toc", "[-yes-]{+no+}"),
    ]
    assert {one.paper for one in paper.references} == {"som-24/agenda", "som-24/report"}


# ---------------------------------------------------------------- one block at a time


def para(*words: str | FootnoteCall | Reference | Emphasis | Link, id: str | None = None) -> Paragraph:
    return Paragraph(w(*words), id=id)


def noted(*names: str) -> tuple[Footnote, ...]:
    return tuple(Footnote(name, w(f"The note called {name} and no other.")) for name in names)


def test_nothing_is_no_change() -> None:
    found = content(para("A"), Section(t("B"), (para("C"),)))
    assert changes.of(version("old", found), version("new", found)).papers == ()


def test_a_look_alone_is_shown_as_content_has_it() -> None:
    change = one([para("so it is")], [para("so ", Emphasis(t("it")), " is")])
    assert said(change) == ("changed", "paragraph", "1.", "1.", "so [-it-]{+*it*+} is")


def test_another_address_is_a_change_of_the_words_that_lead_there() -> None:
    old, new = (Link(f"https://example.org/{page}", t("here")) for page in "ab")
    assert said(one([para("see ", old)], [para("see ", new)]))[4] == (
        "see [-[here](https://example.org/a)-]{+[here](https://example.org/b)+}"
    )


def test_another_target_is_a_change_and_another_number_is_none() -> None:
    first, second = para("One thing", id="a"), para("Another matter", id="b")
    old, new = (para("see ", Reference(None, target)) for target in "ab")
    assert said(one([first, second, old], [first, second, new]))[4] == "see [-paragraph 1-]{+paragraph 2+}"
    changed = told(content(first, old), content(para("Something else altogether"), first, old))
    assert [change.kind for change in changed] == [Kind.ADDED]


def test_another_target_is_a_change_though_it_reads_the_same() -> None:
    """The two paragraphs change places, and "paragraph 1" is the other one now: a reviewer must hear of it."""
    first, second = para("One thing", id="a"), para("Another matter", id="b")
    old, new = (para("see ", Reference(None, target)) for target in "ab")
    moved, changed = told(content(first, second, old), content(second, first, new))
    assert (moved.kind, said(changed)[4]) == (Kind.MOVED, "see [-[](#a)-]{+[](#b)+}")


def test_an_id_that_is_renamed_is_no_change() -> None:
    old, new = ([para("One thing", id=id), para("see ", Reference(None, id))] for id in "ab")
    assert changes.of(version("old", content(*old)), version("new", content(*new))).papers == ()


def test_a_footnote_that_comes_is_told_once() -> None:
    old = content(para("A text"), para("B text"))
    new = content(para("A text", FootnoteCall("n")), para("B text", FootnoteCall("n")), footnotes=noted("n"))
    (change,) = told(old, new)
    assert said(change) == ("added", "footnote", None, "1", "The note called n and no other.")
    (change,) = told(new, old)
    assert said(change) == ("removed", "footnote", "1", None, "The note called n and no other.")


def test_a_mark_of_a_note_that_stays_is_a_change_of_the_text() -> None:
    old = content(para("A text", FootnoteCall("n")), para("B text"), footnotes=noted("n"))
    new = content(para("A text", FootnoteCall("n")), para("B text", FootnoteCall("n")), footnotes=noted("n"))
    (change,) = told(old, new)
    assert said(change) == ("changed", "paragraph", "2.", "2.", "B text{+[^n]+}")


def test_a_footnote_by_another_name_is_no_change() -> None:
    texts = [Footnote(name, w("The same words of a note.")) for name in "ab"]
    old, new = (content(para("A text", FootnoteCall(note.name)), footnotes=(note,)) for note in texts)
    assert changes.of(version("old", old), version("new", new)).papers == ()


def test_a_paragraph_that_becomes_text_is_another_block() -> None:
    changed = told(content(para("A text of words")), content(Unnumbered(w("A text of words"))))
    assert [said(change)[:4] for change in changed] == [
        ("removed", "paragraph", "1.", None),
        ("added", "text", None, None),
    ]


def test_a_list_is_one_change_with_its_items() -> None:
    old = List((Item(w("To adopt the plan")), Item(w("To thank the host"))), Mark.BULLET)
    new = List((Item(w("To adopt the draft plan")), Item(w("To thank the host")), Item(w("To go home"))), Mark.DASH)
    change = one([old], [new])
    assert said(change)[4] == "To adopt the {+draft +}plan\nTo thank the host{+\nTo go home+}"
    assert parts(change) == [("changed", "field", "style", "[-•-]{+–+}")]


def test_a_section_that_changes_its_numbering_says_so() -> None:
    section = Section(t("A heading"), (para("A text"),))
    change = one([section], [replace(section, numbered=False)])
    assert parts(change) == [("changed", "field", "numbered", "[-yes-]{+no+}")]


def table(columns: tuple[str, ...], *rows: Row, notes: tuple[TableNote, ...] = (), source: Prose = ()) -> Table:
    return Table(t("A caption"), tuple(Column(w(title)) for title in columns), rows, notes=notes, source=source)


def test_columns_go_by_their_titles() -> None:
    old = table(("Country", "2019", "2020"), row("", "China", "1", "2"), row("", "Japan", "3", "4"))
    new = table(("Country", "2020", "2021"), row("", "China", "2", "5"), row("", "Japan", "7", "6"))
    assert parts(one([old], [new])) == [
        ("removed", "column", "2019", "2019"),
        ("removed", "cell", "China", "1"),
        ("removed", "cell", "Japan", "3"),
        ("added", "column", "2021", "2021"),
        ("added", "cell", "China", "5"),
        ("added", "cell", "Japan", "6"),
        ("changed", "row", "Japan", ""),
        ("changed", "cell", "2020", "[-4-]{+7+}"),
    ]


def test_a_column_with_another_title_is_the_same_column() -> None:
    old = table(("Country", "Cranes"), row("", "China", "1"))
    new = table(("Country", "Red cranes"), row("", "China", "1"))
    assert parts(one([old], [new])) == [("changed", "column", "Red cranes", "[-Cranes-]{+Red cranes+}")]


def test_cells_that_reach_over_others_are_told_by_their_columns() -> None:
    old = table(("Country", "2019", "2020"), Row((Cell(w("China")), Cell(w("none"), cols=2))))
    new = table(("Country", "2019", "2020"), Row((Cell(w("China")), Cell(w("some"), cols=2))))
    assert parts(one([old], [new]))[1] == ("changed", "cell", "2019", "[-none-]{+some+}")


def test_what_stands_below_a_table_is_told_too() -> None:
    old = table(("Country",), Row((Cell(w("China", FootnoteCall("a"))),)), notes=(TableNote("a", w("In May.")),))
    new = replace(old, notes=(TableNote("a", w("In June.")),), source=w("A survey."))
    assert parts(one([old], [new])) == [
        ("added", "field", "source", "A survey."),
        ("changed", "field", "note a", "In [-May-]{+June+}."),
    ]


def test_rows_that_move_and_go_are_told_in_the_new_order() -> None:
    names = ["China", "Japan", "Mongolia", "Republic of Korea"]
    old = table(("Country", "Number"), *(row("", name, str(count)) for count, name in enumerate(names)))
    rows = [old.rows[2], old.rows[0], old.rows[3]]
    assert parts(one([old], [replace(old, rows=tuple(rows))])) == [
        ("moved", "row", "Mongolia", "Mongolia | 2"),
        ("removed", "row", "Japan", "Japan | 1"),
    ]


def test_a_table_that_comes_is_one_change_with_its_rows() -> None:
    change = one([para("A")], [para("A"), table(("Country",), row("", "China"), row("", "Japan"))])
    assert said(change) == ("added", "table", None, "1", "A caption")
    assert parts(change) == [("added", "row", "China", "China"), ("added", "row", "Japan", "Japan")]


def chart(categories: tuple[str, ...], **series: tuple[int | None, ...]) -> Figure:
    made = (
        Series(name, tuple(None if one is None else Decimal(one) for one in values)) for name, values in series.items()
    )
    return Figure(t("A caption"), Chart(ChartType.COLUMN, "", categories, tuple(made)))


def test_the_values_of_a_chart_go_by_series_and_category() -> None:
    old = chart(("2019", "2020"), Core=(1, 2), Other=(3, None))
    new = chart(("2020", "2021"), Core=(2, 5), Other=(7, 6), More=(1, 1))
    assert parts(one([old], [new])) == [
        ("removed", "category", "2019", "2019"),
        ("added", "category", "2021", "2021"),
        ("changed", "series", "Core", ""),
        ("added", "value", "2021", "5"),
        ("removed", "value", "2019", "1"),
        ("changed", "series", "Other", ""),
        ("added", "value", "2020", "7"),
        ("added", "value", "2021", "6"),
        ("removed", "value", "2019", "3"),
        ("added", "series", "More", "1, 1"),
    ]


def test_panels_go_by_their_titles() -> None:
    old, new = (
        Figure(
            t("A caption"), Panels((Panel(t("Goals"), items=(t("Air"), t(goal))), Panel(t("Means"), text=w("Money"))))
        )
        for goal in ("Land", "Water")
    )
    assert parts(one([old], [new])) == [("changed", "panel", "Goals", "Goals\nAir\n[-Land-]{+Water+}")]


def test_another_picture_is_a_change_of_its_figure() -> None:
    old, new = (Figure(t("A"), Image(path, 4, 3)) for path in ("old-version/content/a.png", "content/a.png"))
    change = one([old], [new])
    assert parts(change) == [("changed", "image", "image", "")]
    (part,) = change.parts
    assert [side and side.text for side in (part.old, part.new)] == ["content/a.png", "content/a.png"]


def test_the_entries_of_a_timetable_go_by_their_titles() -> None:
    def day(*entries: tuple[int, str]) -> Programme:
        sessions = tuple(Session(time(hour), time(hour, 30), t(title)) for hour, title in entries)
        return Programme((Day(date(2026, 3, 2), "", sessions),))

    change = one([day((9, "Opening"), (10, "Reports"))], [day((9, "Opening"), (11, "Reports"), (12, "Closing"))])
    assert parts(change) == [
        ("changed", "day", "Monday, 2 March 2026", ""),
        ("changed", "session", "Reports", "[-10:00–10:30-]{+11:00–11:30+}\nReports"),
        ("added", "session", "Closing", "12:00–12:30\nClosing"),
    ]


def test_an_entry_with_another_title_at_its_time_is_the_same_one() -> None:
    def day(*entries: tuple[int, str]) -> Programme:
        sessions = tuple(Session(time(hour), time(hour, 30), t(title)) for hour, title in entries)
        return Programme((Day(date(2026, 3, 2), "", sessions),))

    old = day((9, "Opening"), (10, "Visit to the lake"), (11, "Lunch"), (12, "Reports"))
    new = day((9, "Opening"), (10, "Consideration of accounts"), (12, "Reports"), (13, "Closing"))
    assert parts(one([old], [new])) == [
        ("changed", "day", "Monday, 2 March 2026", ""),
        (
            "changed", "session", "Consideration of accounts",
            "10:00–10:30\n[-Visit to the lake-]{+Consideration of accounts+}",
        ),
        ("removed", "session", "Lunch", "11:00–11:30\nLunch"),
        ("added", "session", "Closing", "13:00–13:30\nClosing"),
    ]  # fmt: skip


def test_neighbours_of_one_look_are_one_run_of_markup() -> None:
    change = one([para("the very important crane")], [para("the ", Emphasis(t("very important")), " crane")])
    assert said(change)[4] == "the [-very important-]{+*very important*+} crane"
    assert [words.read for words in change.words] == ["", "very important", ""]


def test_a_new_slide_tells_what_its_speaker_says() -> None:
    slide = Slide(t("A title"), notes=w("Speak slowly."))
    assert parts(one([], [slide])) == [("added", "field", "notes", "Speak slowly.")]


def test_what_a_speaker_says_is_a_part_of_the_slide() -> None:
    slide = Slide(t("A title"), (List((Item(w("A point")),), Mark.BULLET),), notes=w("Speak slowly."))
    change = one([slide], [replace(slide, notes=w("Speak up."))])
    assert said(change)[:4] == ("changed", "slide", "2", "2")
    assert parts(change) == [("changed", "field", "notes", "Speak [-slowly-]{+up+}.")]


def test_annexes_are_blocks_and_a_paper_annexed_whole_is_told_of_by_itself() -> None:
    def papers(text: str, *annexes: Annex | AnnexedPaper) -> Content:
        host = content(para("A text"), annexes=annexes)  # type: ignore[arg-type]
        other = content(para(text), name="som-24/other")
        meeting = replace(MEETING, papers=("som-24/report", "som-24/other"))
        return Content({meeting.id: meeting}, {**host.papers, **other.papers})

    old = papers("The old words", AnnexedPaper("som-24/other"))
    new = papers("The new words", AnnexedPaper("som-24/other"), Annex(t("An annex"), (para("More of it"),)))
    host, other = changes.of(version("old", old), version("new", new)).papers
    assert [said(change)[1:] for change in host.changes] == [
        ("annex", None, "II", "An annex"),
        ("paragraph", None, "1.", "More of it"),
    ]
    assert [(one.type, one.old.number, one.new.number) for one in host.renumbered] == [("annex", None, "I")]
    assert [said(change)[4] for change in other.changes] == ["The [-old-]{+new+} words"]
    (host,) = changes.of(version("old", old), version("new", new), only=("som-24/report",), meetings=()).papers
    assert [said(change)[4] for change in host.changes if change.kind is Kind.CHANGED] == ["The [-old-]{+new+} words"]


def test_the_title_of_a_paper_annexed_whole_is_told_once() -> None:
    def titled(title: str) -> Content:
        host = content(para("A text"), annexes=(AnnexedPaper("som-24/other"),))  # type: ignore[arg-type]
        other = replace(content(para("Text"), name="som-24/other").papers["som-24/other"], title=t(title))
        meeting = replace(MEETING, papers=("som-24/report", "som-24/other"))
        return Content({meeting.id: meeting}, {**host.papers, other.name: other})

    versions = version("old", titled("Old title")), version("new", titled("New title"))
    (other,) = changes.of(*versions).papers
    assert (other.paper, parts(other.changes[0])) == (
        "som-24/other", [("changed", "field", "title", "[-Old-]{+New+} title")]
    )  # fmt: skip
    (host,) = changes.of(*versions, only=("som-24/report",), meetings=()).papers
    assert [said(change) for change in host.changes] == [("changed", "annex", None, None, "[-Old-]{+New+} title")]


def test_what_cites_a_paper_that_is_annexed_no_more_reads_differently() -> None:
    here, there = "som-24/report", "som-24/other"

    def papers(*annexes: AnnexedPaper) -> Content:
        host = content(para("See ", Reference(there, "x")), annexes=annexes)  # type: ignore[arg-type]
        other = content(para("A text", id="x"), name=there)
        meeting = replace(MEETING, papers=(here, there))
        return Content({meeting.id: meeting}, {**host.papers, **other.papers})

    (host,) = changes.of(version("old", papers(AnnexedPaper(there))), version("new", papers())).papers
    (cited,) = host.references
    assert (cited.paper, cited.target, cited.old, cited.nowhere) == (here, f"{there}#x", "Annex, paragraph 1", False)
    assert cited.new != cited.old
    assert [change.type for change in host.changes] == ["annex"]


FIRST = "The Meeting took note of the report on the cranes of the subregion."
SECOND = "It asked the Secretariat to report on the matter at its next session."
LATER = SECOND.replace("next", "following")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            [f"{FIRST} {SECOND}"], [FIRST, LATER],
            [("paragraph 1 split, the rest is now paragraph 2", FIRST),
             ("paragraph 2, second half of what was paragraph 1", SECOND.replace("next", "[-next-]{+following+}"))],
        ),
        (
            [f"{SECOND} {FIRST} It thanked Mongolia."], [SECOND, f"{FIRST} It thanked Mongolia."],
            [("paragraph 1, first half of what was paragraph 1", SECOND),
             ("paragraph 1 → 2 split, the rest is now paragraph 1", f"{FIRST} It thanked Mongolia.")],
        ),
        (
            [f"{FIRST} Tea was served. {SECOND}"], [FIRST, SECOND],
            [("paragraph 1 split, the rest is now paragraph 2, and changed", f"{FIRST}[- Tea was served. -]"),
             ("paragraph 2, second half of what was paragraph 1", SECOND)],
        ),
        (
            [f"{FIRST} {SECOND}"], ["Cranes were noted.", SECOND],
            [("paragraph 1 added", "{+Cranes were noted.+}"),
             ("paragraph 1 → 2 changed", f"[-{FIRST} -]{SECOND}")],
        ),
        (
            [FIRST, SECOND], [f"{FIRST} {LATER}"],
            [("paragraph 1 joined with what was paragraph 2, and changed",
              f"{FIRST} {SECOND.replace('next', '[-next-]{+following+}')}"),
             ("paragraph 2, now the second half of paragraph 1", "")],
        ),
        (
            [f"{FIRST} {SECOND}"], [FIRST, "Members thanked the host Government for its hospitality."],
            [("paragraph 1 changed", f"{FIRST}[- {SECOND}-]"),
             ("paragraph 2 added", "{+Members thanked the host Government for its hospitality.+}")],
        ),
    ],
    ids=["split", "the second stays", "and cut", "too little", "joined", "another"],
)  # fmt: skip
def test_a_paragraph_that_is_split_or_joined_keeps_its_words(
    old: list[str], new: list[str], expected: list[tuple[str, str]]
) -> None:
    found = told(content(*map(para, old)), content(*map(para, new)))
    assert [(change_words.heading(one), marked(change_words.words(one))) for one in found] == expected


def test_a_footnote_by_another_name_is_no_change_of_a_half_either() -> None:
    once, then = (Footnote(name, w("The same words of a note.")) for name in "ab")
    whole = [para(f"{FIRST} {SECOND}", FootnoteCall("a"))], [para(f"{FIRST} {SECOND}", FootnoteCall("b"))]
    halves = [para(FIRST), para(SECOND, FootnoteCall("a"))], [para(FIRST), para(SECOND, FootnoteCall("b"))]
    for old, new in ((whole[0], halves[1]), (halves[0], whole[1])):
        found = told(content(*old, footnotes=(once,)), content(*new, footnotes=(then,)))
        assert all(word.same for change in found for word in change_words.words(change))


def test_a_footnote_of_the_half_that_is_split_off_stays_where_it_was() -> None:
    old = content(para(f"{FIRST} {SECOND}", FootnoteCall("n")), footnotes=noted("n"))
    new = content(para(FIRST), para(SECOND, FootnoteCall("n")), footnotes=noted("n"))
    for found in (told(old, new), told(new, old)):
        assert [change.type for change in found] == ["paragraph", "paragraph"]
        assert all(word.same for change in found for word in change_words.words(change))


def test_every_block_is_called_something() -> None:
    """A type of block that joins the union is told of without a list to be kept."""
    root = tree(replace(PAPER, body=BODY))
    made, seen = sides.Sides(root), set()
    for part in root.below():
        if isinstance(part.node, get_args(Block)):
            assert made.label(part), part.node
            assert "_" not in made.label(part)
            seen.add(part.kind)
    assert seen == {*get_args(Block)} - {Slide}


def test_a_moved_block_is_told_with_its_changes_and_renumbers_the_others() -> None:
    texts = [f"Of matter number {count} this is the whole and only text" for count in range(1, 5)]
    old = [para(text) for text in texts]
    new = [old[1], old[2], para(f"{texts[0]} today"), old[3]]
    (paper,) = changes.of(version("old", content(*old)), version("new", content(*new))).papers
    (change,) = paper.changes
    assert said(change) == ("moved", "paragraph", "1.", "3.", f"{texts[0]}{{+ today+}}")
    assert [(one.old.number, one.new.number) for one in paper.renumbered] == [("2.", "1."), ("3.", "2.")]


def test_a_paper_of_one_version_is_told_block_by_block_where_its_meeting_is_not() -> None:
    empty = Content({MEETING.id: replace(MEETING, papers=())})
    full = content(Section(t("A heading"), (para("A text", FootnoteCall("n")),)), footnotes=noted("n"))
    versions = version("old", empty), version("new", full)
    (paper,) = changes.of(*versions, meetings=()).papers
    assert [said(change)[:2] for change in paper.changes] == [
        ("added", "section"),
        ("added", "paragraph"),
        ("added", "footnote"),
    ]
    (meeting,) = changes.of(*versions).papers
    assert parts(meeting.changes[0])[0][:3] == ("added", "paper", "som-24/report")


def test_people_who_take_part_are_told_of_with_the_meeting() -> None:
    def seated(*people: Person) -> Content:
        meeting = replace(MEETING, papers=(), participants=(Delegation("China", people),))
        return Content({meeting.id: meeting})

    one_person, other = Person("A. Person", "Director"), Person("B. Person")
    old, new = seated(one_person), seated(replace(one_person, title="Minister"), other)
    (meeting,) = changes.of(version("old", old), version("new", new)).papers
    assert parts(meeting.changes[0]) == [
        ("changed", "delegation", "delegation of China", ""),
        ("changed", "person", "A. Person", "A. Person, [-Director-]{+Minister+}"),
        ("added", "person", "B. Person", "B. Person"),
    ]


def test_a_reference_that_leads_nowhere_is_compared_as_typed() -> None:
    old, new = (para("It was decided there, see ", Reference(None, target)) for target in ("gone", "away"))
    assert said(one([old], [new]))[4] == "It was decided there, see [-[](#gone)-]{+[](#away)+}"


def test_references_to_an_id_that_is_gone_are_told() -> None:
    """The target lost its id, or is gone itself; the references, in its own paper and in another, stayed."""

    def papers(*body: Block) -> Content:
        here, there = "som-24/report", "som-24/agenda"
        meeting = replace(MEETING, papers=(here, there))
        cites = para("As it says, see ", Reference(here, "c"))
        own = content(*body, para("It was seen there, see ", Reference(None, "c"))).papers[here]
        other = content(cites, name=there).papers[there]
        return Content({meeting.id: meeting}, {here: own, there: other})

    old = papers(para("The matter itself", id="c"))
    for new in (papers(para("The matter itself")), papers()):
        found = changes.of(version("old", old), version("new", new)).papers
        told_of = [(one.paper, one.target, one.new) for paper in found for one in paper.references]
        assert sorted(told_of) == [
            ("som-24/agenda", "som-24/report#c", "[](som-24/report#c)"),
            ("som-24/report", "som-24/report#c", "[](#c)"),
        ]


def test_a_thousand_names_are_listed_in_steps_that_grow_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    class Read(list[int]):
        def __iter__(self) -> Iterator[int]:
            nonlocal read
            read += 1
            return super().__iter__()

    stays = chain.heaviest
    monkeypatch.setattr(chain, "heaviest", lambda places, weights: Read(stays(places, weights)))
    things = [
        listed_changes.Listed(name, sides.named(name, name, NOWHERE), reading.bare(name), None) for name in "abcd"
    ]
    assert listed_changes.changes("series", things, things) == []
    assert read == 1


def test_one_figure_under_a_cell_over_several_rows_is_one_cell() -> None:
    def shares(figure: str) -> Table:
        rows = Row((Cell(w("China"), rows=2), Cell(w("12 per cent")))), Row((Cell(w(figure)),))
        return table(("Country", "Share"), *rows)

    assert parts(one([shares("14")], [shares("15")])) == [
        ("changed", "row", "15", ""),
        ("changed", "cell", "Share", "[-14-]{+15+}"),
    ]


def test_the_time_of_an_entry_changes_as_one() -> None:
    def day(start: time, end: time) -> Programme:
        return Programme((Day(date(2026, 3, 2), "", (Session(start, end, t("Opening")),)),))

    change = one([day(time(9, 30), time(10))], [day(time(9), time(9, 30))])
    assert parts(change)[1] == ("changed", "session", "Opening", "[-09:30–10:00-]{+09:00–09:30+}\nOpening")


def test_items_of_the_agenda_that_change_places() -> None:
    items = [AgendaItem(name, (Text(f"Matters of {name}"),)) for name in ("air", "land", "water")]

    def with_agenda(*agenda: AgendaItem) -> Content:
        meeting = replace(MEETING, papers=(), agenda=agenda)
        return Content({meeting.id: meeting})

    old, new = with_agenda(*items), with_agenda(items[2], *items[:2])
    (meeting,) = changes.of(version("old", old), version("new", new)).papers
    assert parts(meeting.changes[0]) == [("moved", "item", "agenda item 1", "Matters of water")]
    assert [(one.old.number, one.new.number) for one in meeting.renumbered] == [("1.", "2."), ("2.", "3.")]


def test_blanks_are_no_change() -> None:
    old, new = (content(para(text)) for text in ("two  blanks and\na line", "two blanks and a line"))
    assert changes.of(version("old", old), version("new", new)).papers == ()
    assert (
        said(one([para("two  blanks and one")], [para("two blanks and more")]))[4] == "two blanks and [-one-]{+more+}"
    )


def test_what_stays_reads_as_the_new_version_does() -> None:
    target, old, new = (
        para("The matter itself", id="a"),
        para("It was seen, ", Reference(None, "a"), ", by all"),
        para("It was seen, ", Reference(None, "a"), ", by most"),
    )
    added, changed = told(content(target, old), content(para("Something else before it"), target, new))
    assert added.kind is Kind.ADDED
    assert said(changed)[4] == "It was seen, paragraph 2, by [-all-]{+most+}"


def test_a_reference_to_what_has_another_id_and_number_reads_differently() -> None:
    old = content(para("The matter itself", id="a"), para("see ", Reference(None, "a")))
    new = content(para("First of all"), para("The matter itself", id="b"), para("see ", Reference(None, "b")))
    (paper,) = changes.of(version("old", old), version("new", new)).papers
    assert [(one.target, one.old, one.new) for one in paper.references] == [
        ("som-24/report#b", "paragraph 1", "paragraph 2")
    ]


def test_a_column_that_moves_moves_alone() -> None:
    old = table(("Country", "2019", "2020"), row("", "China", "1", "2"))
    new = table(("Country", "2020", "2019"), row("", "China", "2", "1"))
    assert [part[:2] for part in parts(one([old], [new]))] == [("moved", "column")]


def test_another_title_of_the_agenda_is_no_change_of_the_papers_for_it() -> None:
    def titled(title: str) -> Content:
        found = content(para(f"A text of this agenda, {title}"))
        meeting = replace(MEETING, papers=("som-24/report",), agenda=(AgendaItem("air", t(title)),))
        paper = replace(found.papers["som-24/report"], agenda="air")
        return Content({meeting.id: meeting}, {paper.name: paper})

    meeting, paper = changes.of(version("old", titled("Air")), version("new", titled("Clean air"))).papers
    assert meeting.paper == "som-24"
    assert [change.type for change in paper.changes] == ["paragraph"]


@pytest.mark.parametrize(
    ("paper", "edit", "labels"),
    [
        ("agenda", ("title: Nature conservation", "title: Conservation of nature"), ["agenda item 2"]),
        ("agenda", ("It is invited to adopt the draft", "It is asked to adopt the draft"), ["agenda item 1"]),
        ("strategic-plan", ("start: 2020-10-12", "start: 2020-10-11"), ["dates"]),
        ("strategic-plan", ("venue: Virtual meeting", "venue: Moscow"), ["venue"]),
        ("strategic-plan", ("title: Nature conservation", "title: Conservation of nature"), []),
        ("strategic-plan", ("chair: Russian Federation", "chair: Mongolia"), []),
    ],
)
def test_of_a_paper_what_it_prints_of_its_meeting_is_told_too(
    paper: str, edit: tuple[str, str], labels: list[str]
) -> None:
    text = (ROOT / "content" / MEETING_FILE).read_text("utf-8")
    new = edited(ROOT, replacing(MEETING_FILE, edit))
    assert edit[0] in text
    found = changes.of(
        version("old", edited(ROOT, lambda _, same: same)), version("new", new), {f"som-24/{paper}"}, frozenset()
    )
    assert [one.paper for one in found.papers] == ["som-24"] * bool(labels)
    told = [part.new.label for one in found.papers for change in one.changes for part in change.parts if part.new]
    assert told == labels


def test_a_series_with_another_name_is_the_same_series() -> None:
    old, new = chart(("2019",), Core=(1,)), chart(("2019",), Main=(1,))
    assert parts(one([old], [new])) == [("changed", "series", "Main", "[-Core-]{+Main+}")]


def test_the_order_in_which_delegations_are_written_is_no_change() -> None:
    seated = tuple(Delegation(name, ()) for name in ("China", "Japan"))
    old, new = (
        Content({MEETING.id: replace(MEETING, papers=(), participants=some)}) for some in (seated, seated[::-1])
    )
    assert changes.of(version("old", old), version("new", new)).papers == ()


def test_footnotes_are_renumbered() -> None:
    old = content(para("One thing", FootnoteCall("b")), footnotes=noted("b"))
    new = content(para("One thing", FootnoteCall("a"), FootnoteCall("b")), footnotes=noted("a", "b"))
    (paper,) = changes.of(version("old", old), version("new", new)).papers
    assert [(one.type, one.id, one.old.number, one.new.number) for one in paper.renumbered] == [
        ("footnote", "b", "1", "2")
    ]


def test_a_list_with_other_items_is_the_only_list_there() -> None:
    old, new = (List((Item(w(text)),), Mark.BULLET) for text in ("Cranes", "Wetlands"))
    assert said(one([para("Namely:"), old], [para("Namely:"), new]))[4] == "[-Cranes-]{+Wetlands+}"


def test_how_a_column_is_set_is_told_where_its_cells_stayed() -> None:
    old = table(("Country", "Number"), row("", "China", "1"), row("", "Japan", "2"))
    wider = replace(old, columns=(old.columns[0], replace(old.columns[1], width=Decimal(30))))
    assert parts(one([old], [wider])) == [("changed", "column", "Number", ""), ("added", "field", "width", "30")]
    words = replace(old, rows=(old.rows[0], row("", "Japan", "none")))
    assert [part[:2] for part in parts(one([old], [words]))] == [("changed", "row"), ("changed", "cell")]


@pytest.mark.parametrize("seed", range(25))
def test_any_edits_of_any_paper_can_be_told(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- as above
    paper = written_papers.made(chance)
    meeting = replace(MEETING, papers=(paper.name,))
    old, new = (
        version(name, Content({meeting.id: meeting}, {paper.name: one}))
        for name, one in (("old", paper), ("new", edited_papers.edited(paper, chance, 4)))
    )
    assert changes.of(old, old).papers == ()
    for change in (change for paper in changes.of(old, new).papers for change in paper.changes):
        assert (change.old is None) == (change.kind is Kind.ADDED)
        assert (change.new is None) == (change.kind is Kind.REMOVED)
        assert change.words or change.parts or change.kind is not Kind.CHANGED


def named(old: list[Block], new: list[Block]) -> list[str]:
    """Return the headings of the changes between two bodies."""
    return [change_words.heading(change) for change in told(content(*old), content(*new))]


def listed(text: str) -> List:
    return List((Item(w(text)),), Mark.BULLET)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ([Paragraph(w("The aims:"), body=(listed("Cranes"),))], [Paragraph(w("The aims:"), body=(listed("Herons"),))],
         ["list in paragraph 1 changed"]),
        ([Slide(t("Marshes"))], [Slide(t("Marshes"), (listed("Herons"),))], ["list on slide 2 added"]),
        ([Section(t("Marshes"), (Unnumbered(w("Herons wait.")), Unnumbered(w("Reeds grow."))))],
         [Section(t("Marshes"), (Unnumbered(w("Herons wait.")), Unnumbered(w("Reeds grow tall."))))],
         ["second text in section I changed"]),
        ([Section(t("Marshes"), (Unnumbered(w("Herons wait.")),), numbered=False)],
         [Section(t("Marshes"), (Unnumbered(w("Herons sleep.")),), numbered=False)],
         ["text in section “Marshes” changed"]),
        ([para("Reeds grow."), listed("Cranes")], [para("Reeds grow."), listed("Herons")],
         ["list after paragraph 1 changed"]),
    ],
)  # fmt: skip
def test_what_has_no_number_is_called_by_what_it_stands_in(old: list[Block], new: list[Block], said: list[str]) -> None:
    assert named(old, new) == said


def test_a_section_whose_number_another_one_has_is_called_by_what_it_stands_in() -> None:
    def paper(said: str, *more: Block) -> list[Block]:
        south = Section(t("South"), (Section(t("Reeds"), (Unnumbered(w(f"Herons {said} there")),)),))
        return [Section(t("North"), (Section(t("Cranes"), ()), *more)), south]

    second = Section(t("Geese"), (Unnumbered(w("Geese fly far")),))
    assert named(paper("wait"), paper("sleep")) == ["text in section II, section A changed"]
    assert named(paper("wait"), paper("wait", second)) == ["section B added", "text in section B added"]


def test_what_stands_in_an_annex_is_called_as_references_call_it() -> None:
    def annexed(text: str, more: tuple[Annex, ...] = ()) -> Content:
        return content(para("See the annex"), annexes=(Annex(t("Terms"), (para(text),)), *more))

    more = (Annex(t("Other"), ()),)
    for around, label in (((), "Annex, paragraph 1 changed"), (more, "Annex I, paragraph 1 changed")):
        (change,) = told(annexed("It meets once a year", around), annexed("It meets twice a year", around))
        assert change_words.heading(change) == label


def test_a_footnote_that_another_paragraph_calls_is_told_once() -> None:
    call = FootnoteCall("when")
    first, second = "Herons stand in the marsh", "Reeds grow there"
    old = content(para(first, call), para(second), footnotes=noted("when"))
    new = content(para(first), para(second, call), footnotes=noted("when"))
    (change,) = told(old, new)
    assert change_words.heading(change) == "footnote 1 now called in paragraph 2"
    (added,) = told(content(para(first), para(second)), new)
    assert change_words.heading(added) == "footnote 1 added, called in paragraph 2"


def test_a_column_that_came_is_told_once() -> None:
    old = table(("Lake", "Herons"), row("", "North", "5"))
    new = table(("Lake", "Herons", "Cranes"), row("", "North", "5", "2"))
    whole = [replace(row("", "All"), cells=(replace(row("", "All").cells[0], cols=cols),)) for cols in (2, 3)]
    change = one([replace(old, rows=(*old.rows, whole[0]))], [replace(new, rows=(*new.rows, whole[1]))])
    assert parts(change) == [("added", "column", "Cranes", "Cranes"), ("added", "cell", "North", "2")]


def test_those_who_take_part_are_called_what_they_are() -> None:
    seated = (
        Delegation("Japan", ()), Delegation("Republic of Korea", ()),
        Delegation("Friends of Herons", (), Standing.OBSERVER),
    )  # fmt: skip
    old, new = (Content({MEETING.id: replace(MEETING, papers=(), participants=some)}) for some in ((), seated))
    (meeting,) = changes.of(version("old", old), version("new", new)).papers
    assert [name for _, _, name, _ in parts(meeting.changes[0])] == [
        "delegation of Japan", "delegation of the Republic of Korea", "observer Friends of Herons",
    ]  # fmt: skip
