"""Where things stand on a slide, and what is said of a slide on which they don't fit."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.write.slides import decks
from unit.write.slides.decks import chart, image, items, panels, slide, table, text

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.write.slides import measures
from neaspec_docs.write.slides import plan as planning
from neaspec_docs.write.slides import text as setting
from neaspec_docs.write.slides.measures import CONTENT, Box
from neaspec_docs.write.slides.plan import Design, Plan, Text
from neaspec_docs.write.slides.visuals import Panels, Picture, Table, Visual

BLOCKS_OF_130_WORDS = tuple(
    """
Recognizing the need for a long-term and action-oriented strategy, member Governments decided in 2015 to formulate
subregional environmental priorities jointly.

Institutional arrangements for transboundary conservation of flagship species were strengthened through multilateral
and multistakeholder cooperation between national protected areas.

Capacity-building activities addressed ecosystem-based management, desertification, biodiversity monitoring and the
prevention of wildlife diseases across internationally important wetlands.

The Intergovernmental Consultative Meeting reviewed implementation of programmes concerning transboundary air
pollution, marine protected areas, low-carbon cities and dust-storm early-warning systems.

Representatives underlined complementarity with internationally agreed development goals, notwithstanding
administrative constraints, and requested comprehensive documentation of achievements by mid-2021.

Voluntary contributions, in-kind support and partnerships with intergovernmental organizations, universities,
municipalities and non-governmental institutions remain indispensable; participants therefore encouraged further
predictable contributions.
""".strip().split("\n\n")
)


def plan(*blocks: str, title: str = "Words") -> Plan:
    page = decks.deck(slide(*blocks, title=title))
    return planning.plans(page, page.root)[1]


def visuals(made: Plan) -> list[Visual]:
    return [part for part in made.parts if isinstance(part, Visual)]


def boxes(made: Plan) -> list[Box]:
    found = [part.box for part in made.parts if isinstance(part, Text)]
    for one in visuals(made):
        found += [one.body.box, *(around[0] for around in (one.caption, one.notes) if around is not None)]
    return found


def overlap(one: Box, other: Box) -> bool:
    beside = one.right <= other.left + 0.01 or other.right <= one.left + 0.01
    return not (beside or one.bottom <= other.top + 0.01 or other.bottom <= one.top + 0.01)


def test_130_words_in_six_blocks_fit() -> None:
    words = sum(len(block.replace("-", " ").split()) for block in BLOCKS_OF_130_WORDS)
    assert 115 <= words <= 135
    assert sum(len(block) for block in BLOCKS_OF_130_WORDS) > 950  # long words too
    assert plan(*map(text, BLOCKS_OF_130_WORDS)).faults == ()
    assert plan(items(*BLOCKS_OF_130_WORDS)).faults == ()


def test_text_alone_has_the_whole_slide() -> None:
    made = plan(text("Words"), items("one", "two"))
    assert made.design is Design.CONTENT
    assert [part.box for part in made.parts if isinstance(part, Text)] == [CONTENT]


@pytest.mark.parametrize("visual", [chart(), table(4, 3), image(500, 400), panels(1, 1)])
def test_text_and_one_visual_stand_side_by_side_in_their_order(visual: str) -> None:
    made = plan(text("Words"), visual)
    assert made.design is Design.PARTS
    words, shown = made.parts
    assert isinstance(words, Text)
    assert isinstance(shown, Visual)
    assert words.box.right <= shown.body.box.left
    assert words.box.width < CONTENT.width * 0.75

    shown, words = plan(visual, text("Words")).parts
    assert isinstance(words, Text)
    assert isinstance(shown, Visual)
    assert shown.body.box.right <= words.box.left


def test_text_beside_a_visual_gets_more_room_where_it_needs_it() -> None:
    def wide(*blocks: str) -> float:
        part = plan(*blocks, chart()).parts[0]
        assert isinstance(part, Text)
        return part.box.width

    assert wide(text("Words")) < wide(*map(text, BLOCKS_OF_130_WORDS[:4]))


@pytest.mark.parametrize("visual", [table(3, 5), table(3, 2, wide=True), panels(3, 3)])
def test_what_is_broad_stands_below_the_text(visual: str) -> None:
    words, shown = plan(text("Words"), visual).parts
    assert isinstance(words, Text)
    assert isinstance(shown, Visual)
    assert words.box.bottom < shown.body.box.top
    assert shown.body.box.width == pytest.approx(CONTENT.width)


def test_a_visual_alone_has_the_whole_slide() -> None:
    (shown,) = visuals(plan(chart()))
    assert shown.caption is not None
    assert shown.caption[0].top == CONTENT.top
    assert shown.body.box.bottom == pytest.approx(CONTENT.bottom)
    assert shown.body.box.width == pytest.approx(CONTENT.width)


def test_several_visuals_share_the_slide() -> None:
    for count, rows in ((2, 1), (3, 1), (4, 2)):
        shown = visuals(plan(*[chart()] * count))
        assert len({one.body.box.top for one in shown}) == rows
        assert len({round(one.body.box.height, 3) for one in shown}) == 1


def test_pictures_are_made_smaller_but_never_larger() -> None:
    (small,) = visuals(plan(image(96, 48)))
    assert (small.body.box.width, small.body.box.height) == pytest.approx((25.4, 12.7))
    assert small.body.box.left - CONTENT.left == pytest.approx(CONTENT.right - small.body.box.right)
    (large,) = visuals(plan(image(9000, 3000)))
    assert large.body.box.width == pytest.approx(CONTENT.width)
    assert large.body.box.height == pytest.approx(CONTENT.width / 3)


def test_panels_of_even_height_fill_their_rows_in_order() -> None:
    body = visuals(plan(panels(3, 2, 1)))[0].body
    assert isinstance(body, Panels)
    places = [box for box, _ in body.panels]
    assert len({round(box.height, 3) for box in places}) == 1
    assert [len([box for box in places if box.top == top]) for top in sorted({box.top for box in places})] == [3, 2, 1]
    assert sorted(places, key=lambda box: (box.top, box.left)) == places


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    body = visuals(plan(table(2, 6, words="Intergovernmentalization")))[0].body
    assert isinstance(body, Table)
    assert sum(body.widths) == pytest.approx(CONTENT.width)
    assert min(body.widths[1:]) > body.widths[0]


def test_little_is_set_in_larger_type_and_much_in_the_usual_one() -> None:
    assert plan(text("Few words.")).scale is setting.AIRY
    assert plan(*map(text, BLOCKS_OF_130_WORDS)).scale is setting.FULL


VISUAL = st.sampled_from([chart(), chart("pie"), table(2, 3), table(3, 6), image(300, 200), image(200, 600), panels(3)])
BLOCK = st.one_of(VISUAL, st.sampled_from([text("Some words of a slide."), items("one", "two")]))


@given(st.lists(BLOCK, min_size=1, max_size=5))
def test_where_all_fits_nothing_overlaps_or_leaves_the_slide(blocks: list[str]) -> None:
    made = plan(*blocks)
    if made.faults:
        return
    found = boxes(made)
    assert len(found) >= 1
    for box in found:
        assert box.left >= CONTENT.left - 0.01
        assert box.top >= CONTENT.top - 0.01
        assert box.right <= CONTENT.right + 0.01
        assert box.bottom <= CONTENT.bottom + 0.2
    assert not [pair for pair in combinations(found, 2) if overlap(*pair)]


def test_what_is_wrong_with_a_slide_is_said_where_it_is_written() -> None:
    long = slide(text("words " * 300)).replace('data-number="2"', 'data-number="2" data-at="14:5"')
    page = decks.deck(long, slide(text("words " * 300), number=3))
    warnings = planning.said(planning.plans(page, page.root))
    assert [(found.at.file, found.at.line, found.at.column) for found in warnings] == [
        ("content/moot-3/test.yaml", 14, 5),
        ("content/moot-3/test.yaml", 1, 1),
    ]


@pytest.mark.parametrize(
    ("blocks", "title", "said"),
    [
        ([text("long words " * 200)], "Words", "its text is"),
        ([table(30, 3)], "Words", "its table is"),
        ([table(1, 9, words="Intergovernmentalization")], "Words", "its table has more columns than find room"),
        ([text("words " * 200), chart()], "Words", "its text is"),
        ([panels(3, 3, 3, words="a long item " * 30)], "Words", "its panels are"),
        ([text("words " * 210), chart("bar"), chart()], "Words", "its chart is"),
        ([text("words " * 235), image(800, 400), image(800, 400)], "Words", "its image is"),
        ([text("Words")], "A title " * 30, "its title takes 3 lines, and there is room for 2"),
    ],
)
def test_what_does_not_fit_is_a_warning_that_names_the_slide(blocks: list[str], title: str, said: str) -> None:
    page = decks.deck(slide(*blocks, title=title))
    (warning,) = planning.said(planning.plans(page, page.root))
    assert (warning.code, warning.severity) == (Code.CROWDED_SLIDE, Severity.WARNING)
    assert warning.message.startswith(f"slide 2, “{title.strip()[:20]}")
    assert said in warning.message
    assert "split it into two slides" in (warning.help or "")
    assert warning.at.file == "content/moot-3/test.yaml"


def test_a_title_slide_and_one_that_opens_a_part_are_warned_of_too() -> None:
    page = decks.deck(slide(title="A long part of it " * 12, layout="section"), title="A title of a paper " * 12)
    found = [warning.message for warning in planning.said(planning.plans(page, page.root))]
    assert [message.partition(",")[0] for message in sorted(found)] == ["slide 1", "slide 2"]
    assert all("there is room for 3" in message for message in found)


def test_what_a_slide_has_no_form_for_is_said_and_its_words_stay() -> None:
    boxed = '<aside class="box" id="b"><p>Boxed.</p></aside>'
    page = decks.deck(slide(boxed, '<blockquote id="q"><p>Said.</p></blockquote>'))
    made = planning.plans(page, page.root)
    assert [warning.message.partition(": ")[2] for warning in planning.said(made)] == [
        "a slide has no form for `aside`; its words are printed plain",
        "a slide has no form for `blockquote`; its words are printed plain",
    ]
    (words,) = made[1].parts
    assert isinstance(words, Text)
    assert [block.text for block in words.blocks] == ["Boxed.", "Said."]


def test_slides_of_a_pack_name_their_own_papers() -> None:
    page = decks.deck(slide(text("words " * 500)))
    body = page.root.find("body")
    assert body is not None
    body.tag, page_paper = "article", "moot-3/other"
    body.set("id", page_paper)
    wrapped = decks.deck()
    other = wrapped.root.find("body")
    assert other is not None
    other[:] = [body]
    (warning,) = planning.said(planning.plans(wrapped, wrapped.root))
    assert warning.at.file == "content/moot-3/other.yaml"


def test_a_picture_takes_the_width_it_has_and_leaves_the_rest_to_the_text() -> None:
    words, shown = plan(text("Words"), image(200, 600)).parts
    assert isinstance(words, Text)
    assert isinstance(shown, Visual)
    assert isinstance(shown.body, Picture)
    assert words.box.width > CONTENT.width / 2
    assert measures.CONTENT.right >= shown.body.box.right
