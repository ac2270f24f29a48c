"""Which blocks are the same ones in two versions, and which of them moved."""

from dataclasses import replace
from random import Random

import pytest
from every_block import row, t, w
from hypothesis import given
from hypothesis import strategies as st
from two_versions import resolved

from neaspec_docs.diff.matching import parts
from neaspec_docs.diff.matching.align import Counterparts, counterparts
from neaspec_docs.model.block import (
    Block,
    Cell,
    Column,
    Item,
    List,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    Unnumbered,
)
from neaspec_docs.model.document import Footnote
from neaspec_docs.model.inline import FootnoteCall
from neaspec_docs.model.scheme import Mark

_NOUNS = ("cranes", "herons", "wetlands", "glaciers", "harbours", "forests", "deserts", "rivers", "islands", "valleys")
_VERBS = (
    "counted",
    "measured",
    "protected",
    "restored",
    "surveyed",
    "mapped",
    "described",
    "drained",
    "visited",
    "sold",
)


def sentence(number: int) -> str:
    """Return a sentence of its own for each number below 1,000: no two share as much as half of their words."""
    noun, verb = _NOUNS[number % 10], _VERBS[number // 10 % 10]
    return (
        f"Delegation{number} {verb}{number} all {noun}{number} beyond frontier{number} during {_NOUNS[number // 100]}."
    )


def para(number: int, id: str | None = None) -> Paragraph:
    return Paragraph(w(sentence(number)), id=id)


def aligned(old: list[Block], new: list[Block]) -> Counterparts:
    return counterparts(resolved(*old), resolved(*new))


def longest(places: list[int]) -> int:
    """Return the length of a longest increasing subsequence, by trying each as its end."""
    best: list[int] = []
    for at, place in enumerate(places):
        best.append(1 + max((best[before] for before in range(at) if places[before] < place), default=0))
    return max(best, default=0)


@given(st.integers(0, 12), st.randoms(use_true_random=False))
def test_what_was_done_to_paragraphs_is_found(size: int, chance: Random) -> None:
    old = list(range(size))
    new = [number for number in old if chance.random() < 0.8]
    moved = chance.sample(new, len(new) // 3)
    new = [number for number in new if number not in moved]
    for number in moved:
        new.insert(chance.randint(0, len(new)), number)
    for number in range(100, 100 + chance.randint(0, 3)):
        new.insert(chance.randint(0, len(new)), number)
    found = aligned([para(number) for number in old], [para(number) for number in new])
    became = {f"body.{old.index(number) + 1}": f"body.{place}" for place, number in enumerate(new, 1) if number in old}
    assert found.new_of == became
    assert found.old_of == {there: here for here, there in became.items()}
    kept = [new.index(number) for number in old if number in new]
    assert len(found.moved) == len(kept) - longest(kept)
    stay = [new.index(number) for number in old if number in new and f"body.{old.index(number) + 1}" not in found.moved]
    assert stay == sorted(stay)
    assert not found.carried


@given(st.integers(1, 12), st.randoms(use_true_random=False))
def test_words_may_change_where_a_paragraph_stays(size: int, chance: Random) -> None:
    new = [
        Paragraph(w(sentence(number).replace("all", "some") if chance.random() < 0.5 else sentence(number)))
        for number in range(size)
    ]
    found = aligned([para(number) for number in range(size)], [*new])
    assert found.new_of == {f"body.{place}": f"body.{place}" for place in range(1, size + 1)}
    assert not found.moved


def test_an_id_decides_whatever_the_words_are() -> None:
    found = aligned([para(1, "a"), para(2, "b")], [para(2, "a"), para(1, "b")])
    assert found.new_of == {"a": "a", "b": "b"}
    assert not found.moved


def test_an_id_on_a_block_of_another_type_is_another_block() -> None:
    found = aligned([para(1, "a")], [Unnumbered(w(sentence(1)), id="a")])
    assert found.new_of == {}


def test_a_paragraph_with_other_words_is_another_one() -> None:
    found = aligned([para(1)], [para(2)])
    assert found.new_of == {}


def test_what_stands_several_times_goes_in_order() -> None:
    found = aligned([PageBreak(), para(1), PageBreak(), para(2)], [PageBreak(), para(1), para(3), PageBreak(), para(2)])
    assert found.new_of == {"body.1": "body.1", "body.2": "body.2", "body.3": "body.4", "body.4": "body.5"}
    assert not found.moved


def test_a_heading_that_came_moves_nothing() -> None:
    paragraphs = [para(number) for number in range(4)]
    found = aligned([*paragraphs], [*paragraphs[:2], Section(t("A heading"), tuple(paragraphs[2:]))])
    assert found.new_of == {"body.1": "body.1", "body.2": "body.2", "body.3": "body.3.1", "body.4": "body.3.2"}
    assert not found.moved
    assert not found.relevelled


def test_a_heading_that_went_moves_nothing() -> None:
    inner = Section(t("Inner words"), (para(4), para(5)))
    old = Section(t("Outer words of a heading"), (para(1), inner))
    found = aligned([para(0), old], [para(0), para(1), inner])
    assert found.new_of["body.2.2"] == "body.3"
    assert found.new_of["body.2.2.1"] == "body.3.1"
    assert not found.moved
    assert not found.carried
    assert not found.relevelled


def test_a_section_that_moved_carries_what_is_in_it() -> None:
    first = Section(t("The first heading"), (para(1), para(2), para(3)))
    second = Section(t("The second heading"), (para(4),))
    found = aligned([first, second], [second, first])
    assert found.moved == {"body.2"}
    assert found.carried == {"body.2.1"}


def test_a_section_of_few_words_that_moves_to_another_one_is_found() -> None:
    short = Section(t("Per."), (Unnumbered(w("None.")),))
    one, other = Section(t("One"), (para(1),)), Section(t("Other"), (para(2),))
    found = aligned([replace(one, body=(short, *one.body)), other], [one, replace(other, body=(*other.body, short))])
    assert found.new_of["body.1.1"] == "body.2.2"
    assert found.moved == {"body.1.1"}


def test_what_moves_within_a_section_that_moved_is_found_too() -> None:
    first = Section(t("The first heading"), tuple(map(para, range(1, 8))))
    old = Section(t("The second heading"), (para(21), para(22), para(23)))
    new = replace(old, body=(para(23), para(21), para(22)))
    found = aligned([first, old], [new, first])
    assert found.moved == {"body.2", "body.2.3"}
    assert found.carried == {"body.2.1", "body.2.2"}


def test_a_section_that_changes_places_with_several_blocks_is_what_moved() -> None:
    light = Section(t("Cranes"), (para(1), para(2)))
    blocks: list[Block] = [para(3), para(4)]
    for old, new in ([[*blocks, light], [light, *blocks]], [[light, *blocks], [*blocks, light]]):
        found = aligned([*old, Section(t("Herons"), (para(9),))], [*new, Section(t("Herons"), (para(9),))])
        section = next(place for place, block in enumerate(old, 1) if block is light)
        assert found.moved == {f"body.{section}"}
        assert found.carried == {f"body.{section}.1", f"body.{section}.2"}


def test_a_section_of_many_more_words_stays_where_two_blocks_pass_it() -> None:
    heavy = Section(t("Cranes"), tuple(map(para, range(10, 60))))
    found = aligned([para(3), para(4), heavy], [heavy, para(3), para(4)])
    assert found.moved == {"body.1", "body.2"}
    assert not found.carried


def test_two_paragraphs_that_leave_a_section_for_the_next_one_move_and_not_the_heading() -> None:
    first, second = (Section(t(name), tuple(map(para, of))) for name, of in (("One", (1, 2, 3)), ("Two", (4, 5))))
    now = replace(first, body=first.body[:1]), replace(second, body=(*first.body[1:], *second.body))
    assert aligned([first, second], [*now]).moved == {"body.1.2", "body.1.3"}


def test_a_paragraph_that_leaves_its_section_moves_and_not_the_heading() -> None:
    first = Section(t("The first heading"), (para(1), para(2)))
    second = Section(t("The second heading"), (para(3),))
    after = [replace(first, body=(para(1),)), replace(second, body=(para(2), para(3)))]
    assert aligned([first, second], [*after]).moved == {"body.1.2"}


def test_a_paragraph_that_moves_to_another_section_and_changes_is_found() -> None:
    first, second = (
        Section(t(f"The {name} heading"), (para(at), para(at + 1)), id=name) for name, at in (("one", 1), ("two", 5))
    )
    changed = Paragraph(w(f"{sentence(1)} And that was all."))
    after = [replace(first, body=(para(2),)), replace(second, body=(para(5), para(6), changed))]
    found = aligned([first, second], [*after])
    assert found.new_of["one.1"] == "two.3"
    assert found.moved == {"one.1"}


def test_a_section_under_another_one_is_on_another_level() -> None:
    first, second = Section(t("The first heading"), (para(1),)), Section(t("The second heading"), (para(2),))
    found = aligned([first, second], [replace(first, body=(para(1), second))])
    assert found.relevelled == {"body.2"}
    assert not found.moved


def test_a_section_with_another_title_is_known_by_what_is_in_it() -> None:
    old = Section(t("Other issues"), (para(1), para(2)))
    found = aligned([old], [replace(old, title=t("Any further business"))])
    assert found.new_of["body.1"] == "body.1"


def test_a_paragraph_that_was_parted_is_its_larger_part() -> None:
    text = f"{sentence(1)} {sentence(2)} {sentence(3)}"
    found = aligned([Paragraph(w(text))], [Paragraph(w(f"{sentence(1)} {sentence(2)}")), para(3)])
    assert found.new_of == {"body.1": "body.1"}


def table(*rows: Row) -> Table:
    return Table(t("A caption"), (Column(w("Country")), Column(w("Number"))), rows)


def test_rows_go_by_their_first_cells() -> None:
    old = table(row("", "China", "1"), row("", "Japan", "2"), row("", "Mongolia", "3"))
    new = table(
        row("", "Japan", "2"), row("", "Republic of Korea", "7"), row("", "Mongolia", "4"), row("", "China", "5")
    )
    found = aligned([old], [new])
    assert {here: there for here, there in found.new_of.items() if ".r" in here} == {
        "body.1.r1": "body.1.r4",
        "body.1.r2": "body.1.r1",
        "body.1.r3": "body.1.r3",
    }
    assert found.moved == {"body.1.r1"}


def test_rows_of_one_name_go_with_those_beside_them() -> None:
    group, total = Row((Cell(w("Funds")),), group=True), ("Total", "10")
    old = table(group, row("", "Core Fund", "1"), row("", *total), row("", "Other", "2"), row("", *total))
    new = table(group, row("", "Core Fund", "1"), row("", "Total", "12"), row("", "Other", "2"), row("", *total))
    found = aligned([old], [new])
    assert all(found.new_of[f"body.1.r{place}"] == f"body.1.r{place}" for place in range(1, 6))


def test_rows_that_share_no_word_are_other_rows() -> None:
    found = aligned([table(row("", "June", "4"))], [table(row("", "August", "1"))])
    assert found.new_of == {"body.1": "body.1"}


def over(words: str, rows: int) -> Cell:
    return Cell(w(words), rows=rows)


def test_a_row_under_a_cell_over_several_rows_is_found_by_its_place() -> None:
    def shares(*cells: str) -> Table:
        first, second, third, fourth = (Cell(w(cell)) for cell in cells)
        rows = Row((over("China", 2), first)), Row((second,)), Row((over("Japan", 2), third)), Row((fourth,))
        return table(*rows)

    found = aligned([shares("12", "14", "15", "16")], [shares("12", "15", "15", "17")])
    assert all(found.new_of[f"body.1.r{place}"] == f"body.1.r{place}" for place in range(1, 5))


def test_a_row_with_a_cell_in_common_is_found_by_its_place() -> None:
    found = aligned([table(row("", "2019", "12"))], [table(row("", "2091", "12"))])
    assert found.new_of["body.1.r1"] == "body.1.r1"
    found = aligned([table(row("", "June", "–"))], [table(row("", "August", "–"))])
    assert found.new_of == {"body.1": "body.1"}


def test_items_are_found_by_their_words_and_lists_under_them_too() -> None:
    under = List((Item(w("A first thing of all")), Item(w("A second matter"))), Mark.DASH)
    old = List((Item(w("To adopt the plan"), under), Item(w("To thank the host Government"))), Mark.BULLET)
    new = List((Item(w("To invite observers")), replace(old.items[0], text=w("To adopt the draft plan")), old.items[1]),
               Mark.BULLET)  # fmt: skip
    found = aligned([old], [new])
    assert found.new_of == {
        "body.1": "body.1",
        "body.1.1": "body.1.2",
        "body.1.1.1": "body.1.2.1",
        "body.1.1.1.1": "body.1.2.1.1",
        "body.1.1.1.2": "body.1.2.1.2",
        "body.1.2": "body.1.3",
    }


def test_a_footnote_with_another_name_is_found_by_its_words() -> None:
    old = resolved(Paragraph(w("A", FootnoteCall("a"))), footnotes=(Footnote("a", w("See the whole report.")),))
    new = resolved(Paragraph(w("A", FootnoteCall("b"))), footnotes=(Footnote("b", w("See the report.")),))
    assert counterparts(old, new).new_of["fn.a"] == "fn.b"


def test_many_rows_that_are_like_each_other_and_change_alike_are_found() -> None:
    old = table(*(row("", "To be counted", "in the spring of all years to come") for _ in range(70)))
    new = table(*(row("", "To be numbered", "in the spring of all years to come") for _ in range(70)))
    found = aligned([old], [new])
    assert all(found.new_of[f"body.1.r{place}"] == f"body.1.r{place}" for place in range(1, 71))


def test_many_paragraphs_that_are_like_each_other_and_change_alike_are_found() -> None:
    old, new = (
        [Unnumbered(w(f"All members will count cranes in the spring of all {what} to come.")) for _ in range(70)]
        for what in ("years", "decades")
    )
    found = counterparts(resolved(*old), resolved(*new))
    assert found.new_of == {f"body.{at}": f"body.{at}" for at in range(1, 71)}


def test_what_is_written_anew_is_lined_up_in_steps_that_grow_with_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0

    def kind(part: parts.Part) -> type:
        nonlocal looked
        looked += 1
        return type(part.node)

    monkeypatch.setattr(parts.Part, "kind", property(kind))
    steps = []
    for size in (100, 400):
        looked = 0
        found = aligned([para(at) for at in range(size)], [para(at + size) for at in range(size)])
        assert not found.new_of
        steps.append(looked)
    assert steps[1] < 6 * steps[0]


@pytest.mark.parametrize("size", [300, 3_000])
def test_of_many_blocks_each_is_found(size: int) -> None:
    old = [Unnumbered(w(f"{sentence(number % 1_000)} Place {number}.")) for number in range(size)]
    new = [Unnumbered(w(f"{sentence(number % 1_000)} Changed place {number}.")) for number in range(size)]
    found = aligned([*old], [*new])
    assert found.new_of == {f"body.{place}": f"body.{place}" for place in range(1, size + 1)}
