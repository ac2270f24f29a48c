"""A redline in Word: each change by its own mark, and what remains when all are accepted or all rejected."""

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from decided import decided
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from unit.write.docx.word_file import NAMESPACES, W, WordFile, own, page, style, words, write

from neaspec_docs.diff.redline.versions import accepted, rejected
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.write.docx.numbering import Mismatch

BY = 'data-by="Ann" data-on="2026-01-02T03:04:05Z"'
INS, DEL = f'data-change="inserted" {BY}', f'data-change="deleted" {BY}'
FROM, TO = f'data-change="moved-from" data-move="1" {BY}', f'data-change="moved-to" data-move="1" {BY}'
ANN = {"author": "Ann", "date": "2026-01-02T03:04:05Z"}


def redline(markup: str, head: str = "", contents: str = "") -> Page:
    made = page(markup, head)
    body = made.root.find("body")
    assert body is not None
    body.set("data-redline", "tracked")
    body.insert(0, ET.fromstring('<aside class="changes"><p>3 changes.</p></aside>'))  # noqa: S314 -- our own
    if contents:
        body.insert(1, ET.fromstring(f'<nav class="contents"><ol>{contents}</ol></nav>'))  # noqa: S314 -- our own
    return made


def para(number: str, text: str, more: str = "", id: str = "") -> str:
    words = f'<p><span class="number">{number}</span> {text}</p>'
    return f'<div class="para" id="{id or f"p{number}"}" data-number="{number}" {more}>{words}</div>'


def text(id: str, said: str, more: str = "") -> str:
    return f'<p class="text" id="{id}" {more}>{said}</p>'


def table(id: str, rows: str, more: str = "", kind: str = "table") -> str:
    return f'<div class="{kind}" id="{id}" {more}><table data-widths="50 50" {more}><tbody>{rows}</tbody></table></div>'


def row(id: str, first: str, second: str, more: str = "") -> str:
    return f'<tr id="{id}" {more}><td>{first}</td><td>{second}</td></tr>'


def note(id: str, number: int, said: str, was: str = "") -> str:
    old = f'data-old-number="{was}"' if was else ""
    return f'<span class="footnote" id="{id}" data-number="{number}" {old}><span class="passage">{said}</span></span>'


def marks(made: WordFile, name: str = "word/document.xml") -> list[tuple[str, str, str]]:
    """Return what marks of runs there are: their kind, their author, their words."""
    kinds = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    found = [mark for mark in made.part(name).iter(*kinds) if len(mark)]
    said = [(mark, "".join(str(part.text or "") for part in mark.iter(f"{W}t", f"{W}delText"))) for mark in found]
    return [(etree.QName(mark).localname, own(mark, ".")["author"], text) for mark, text in said]


def mark_of(paragraph: etree._Element) -> list[str]:
    found = paragraph.find("w:pPr/w:rPr", NAMESPACES)
    return [] if found is None else [etree.QName(mark).localname for mark in found]


def told(data: bytes) -> list[tuple[str | None, str]]:
    """Return the style and the words of each paragraph, what the fields hold among them, and the notes."""
    made = WordFile(data)
    found = [p for name in ("word/document.xml", "word/footnotes.xml") for p in made.part(name).iter(f"{W}p")]
    return [(style(p), words(p).strip()) for p in found if style(p) not in {"Spacer", None}]


EVERY = (
    '<section data-level="1"><h2 id="s" data-level="1" data-number="I."><span class="number">I.</span> '
    f'<span class="words">A <del {BY}>old</del><ins {BY}>new</ins> heading</span></h2>'
    + para("1.", f"One <del {BY}>went</del><ins {BY}>came</ins>, see "
           '<a class="ref" href="#c">paragraph <span class="live" data-anchor="c" data-what="number">'
           '<del class="renumbered">3</del><ins class="renumbered">2</ins></span></a>'
           f'<ins {BY}> and <a class="link" href="https://example.org/">there</a></ins>.')
    + para("2.", f"Gone{note('g', 1, 'The gone note.')}.", DEL, "old:b")
    + para("2.", f"Stays{note('k', 1, f'Kept <del {BY}>note</del><ins {BY}>footnote</ins>.', '2')}.",
           'data-old-number="3."', "c")
    + para("3.", f"Comes{note('n', 2, 'The new note.')}.", INS, "d")
    + "</section>"
    + table("t1", row("t1.r1", "kept", f"<del {BY}>5</del><ins {BY}>6</ins>") + row("t1.r2", "came", "7", INS)
            + row("t1.r3", "went", "8", DEL))
    + table("old:t2", row("old:t2.r1", "whole", "gone"), DEL)
    + table("t3", row("t3.r1", "whole", "come"), INS)
    + text("old:m", "Walks far away.", FROM)
    + text("x", "Between.")
    + text("m", f"Walks <del {BY}>far away</del><ins {BY}>home</ins>.", TO)
    + f'<ol class="list" data-style="(a)" id="l"><li id="l1" data-number="(a)" {DEL}><p>first</p></li>'
    '<li id="l2" data-number="(a)" data-old-number="(b)"><p>second</p></li></ol>'
    + text("z", "The last.", INS)
)  # fmt: skip


@pytest.fixture(scope="module")
def every() -> WordFile:
    return write(redline(EVERY, '<meta name="running-head" content="N/2" data-old="N/1"/>'))


def test_each_change_of_words_says_what_it_is_and_whose(every: WordFile) -> None:
    found = marks(every)
    assert every.diagnostics == ()
    assert found[:2] == [("del", "Ann", "old"), ("ins", "Ann", "new")]
    assert ("del", "neaspec-docs", "3") in found
    assert ("ins", "Ann", "there") in found
    assert {kind for kind, _, said in found if said in ("Walks far away.", "Walks ", ".")} >= {"moveFrom", "moveTo"}
    changes = every.all(".//w:del")
    assert own(changes[0], ".").items() >= ANN.items()
    assert "date" not in own(next(mark for mark in changes if own(mark, ".")["author"] == "neaspec-docs"), ".")


def test_numbers_of_revisions_are_all_different(every: WordFile) -> None:
    parts = [name for name in every.entries if name.startswith("word/") and name.endswith(".xml")]
    ids = [
        element.get(f"{W}id")
        for name in parts
        for element in every.part(name).iter()
        if element.get(f"{W}author") is not None or element.tag == f"{W}bookmarkStart"
    ]
    assert len(ids) > 60
    assert len(set(ids)) == len(ids)


def test_nothing_deleted_is_held_as_text(every: WordFile) -> None:
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert every.all(".//w:del//w:t", name) == every.all(".//w:del//w:instrText", name) == []
        assert every.all(".//w:ins//w:delText", name) == []


def test_a_field_whose_result_changed_stays_and_holds_both(every: WordFile) -> None:
    link = next(link for link in every.paragraph("One").iter(f"{W}hyperlink") if link.get(f"{W}anchor"))
    tags = [etree.QName(part).localname for part in link]
    assert tags == ["r", "r", "r", "r", "del", "ins", "r"]  # the word, begin, instruction, separate, both, end


def test_a_link_stands_around_its_mark(every: WordFile) -> None:
    """A `w:ins` holds runs and no link (ISO/IEC 29500-1, 17.13.5.18)."""
    assert every.all(".//w:ins/w:hyperlink") == []
    assert every.all(".//w:hyperlink/w:ins") != []


def test_a_whole_paragraph_goes_with_its_mark(every: WordFile) -> None:
    marked = [(mark_of(p), said) for p in every.all("w:body/w:p") if (said := "".join(map(str, p.itertext())))]
    assert [mark for mark, said in marked if said in ("Gone.", "Comes.")] == [["del"], ["ins"]]


def test_where_the_last_paragraph_came_the_mark_before_it_came_in_its_place(every: WordFile) -> None:
    """Nothing can take the last mark of a text away; what remains of it has the look of that version's last one."""
    before, last = every.all("w:body/w:p")[-2:]
    assert [(words(p), style(p), mark_of(p)) for p in (before, last)] == [
        ("second", "ListNumber", ["ins"]), ("The last.", "BodyText", []),
    ]  # fmt: skip
    was = last.find("w:pPr/w:pPrChange/w:pPr/w:pStyle", NAMESPACES)
    assert was is not None
    assert was.get(f"{W}val") == "ListNumber"


def test_a_text_whose_last_paragraph_moved_there_ends_in_a_blank_one() -> None:
    made = write(redline(text("old:m", "Walks.", FROM) + text("x", "Between.") + text("m", "Walks.", TO)))
    assert style(made.all("w:body/w:p")[-1]) == "Spacer"


SPLIT = (
    para("1.", f"One was said.<del {BY}> </del>", f'data-change="split" {BY}', "a")
    + para("2.", "Two was said.", 'data-old-number="1."', "b")
    + text("z", "The last.")
)
JOINED = (
    para("1.", "One was said.", f'data-change="joined" {BY}', "old:a")
    + para("1.", f"<ins {BY}> </ins>Two was said.", 'data-old-number="2."', "a")
    + text("z", "The last.")
)


@pytest.mark.parametrize(("markup", "mark", "one"), [(SPLIT, "ins", False), (JOINED, "del", True)])
def test_a_break_that_came_or_went_is_the_mark_of_the_first_half_alone(markup: str, mark: str, *, one: bool) -> None:
    data = write(redline(markup)).data
    halves = WordFile(data).all("w:body/w:p")[:2]
    assert [mark_of(p) for p in halves] == [[mark], []]
    assert marks(WordFile(data)) == [({"ins": "del", "del": "ins"}[mark], "Ann", " ")]
    for accept in (True, False):
        said = [words for _, words in told(decided(data, accept=accept))]
        assert said == (["One was said. Two was said.", "The last."] if accept is one else
                        ["One was said.", "Two was said.", "The last."])  # fmt: skip


def test_a_change_that_nobody_dated_has_no_date_but_the_range_of_its_move() -> None:
    """Word asks for one there, and shows it nowhere."""
    undated = [mark.replace(BY, 'data-by="Ann"') for mark in (FROM, TO, INS)]
    moved = text("old:m", "Walks.", undated[0]) + text("x", "Between.") + text("m", "Walks.", undated[1])
    made = write(redline(moved + text("n", "Comes.", undated[2]) + text("z", "The last.")))
    dated = {etree.QName(part).localname for part in made.part().iter() if f"{W}date" in part.attrib}
    assert dated == {"moveFromRangeStart", "moveToRangeStart"}
    assert {etree.QName(part).localname for part in made.part().iter() if f"{W}author" in part.attrib} - dated == {
        "moveFrom", "moveTo", "ins",
    }  # fmt: skip


def test_rows_that_come_and_go_are_marked_and_tables_by_all_their_rows(every: WordFile) -> None:
    rows = [[etree.QName(part).localname for part in r.find("w:trPr", NAMESPACES)] for r in every.all(".//w:tr")]  # type: ignore[union-attr]
    assert rows == [
        ["cantSplit"], ["cantSplit", "ins"], ["cantSplit", "del"], ["cantSplit", "del"], ["cantSplit", "ins"],
    ]  # fmt: skip


def test_a_mark_of_a_row_never_stands_alone() -> None:
    """openxml-audit finds the properties of a row empty that have its mark alone."""
    long = row("t.r1", "word " * 2000, "x", INS)
    (properties,) = write(redline(table("t", long + row("t.r2", "a", "b")))).all(".//w:tr[1]/w:trPr")
    assert [(etree.QName(part).localname, part.get(f"{W}val")) for part in properties] == [
        ("cantSplit", "off"), ("ins", None),
    ]  # fmt: skip


def test_what_keeps_two_tables_apart_goes_whichever_way_one_decides(every: WordFile) -> None:
    body = every.part()[0]
    tables = [at for at, part in enumerate(body) if part.tag == f"{W}tbl"]
    assert [other - one for one, other in pairwise(tables)] == [2, 2]
    assert [mark_of(body[one + 1]) for one, _ in pairwise(tables)] == [["del"], ["ins"]]
    replaced = write(redline(table("a", row("a.r1", "x", "y"), DEL) + table("b", row("b.r1", "x", "y"), INS)))
    assert [mark_of(p) for p in replaced.all("w:body/w:p")] == [["ins", "del"], []]


def test_a_move_has_its_two_ranges(every: WordFile) -> None:
    starts = [every.all(f".//w:move{way}RangeStart")[0] for way in ("From", "To")]
    ends = [every.all(f".//w:move{way}RangeEnd")[0] for way in ("From", "To")]
    assert [own(start, ".")["name"] for start in starts] == ["move1", "move1"]
    assert [own(start, ".")["id"] for start in starts] == [own(end, ".")["id"] for end in ends]
    said = [words(start.getparent()) for start in starts]  # type: ignore[arg-type]
    assert said == ["Walks far away.", "Walks home."]


def test_notes_are_marked_in_their_own_part(every: WordFile) -> None:
    assert marks(every, "word/footnotes.xml") == [
        ("del", "Ann", "The gone note."),
        ("del", "Ann", "note"), ("ins", "Ann", "footnote"),
        ("ins", "Ann", "The new note."),
    ]  # fmt: skip


def test_the_running_head_too(every: WordFile) -> None:
    heads = [marks(every, name) for name in every.entries if name.startswith("word/header")]
    assert [("del", "neaspec-docs", "N/1"), ("ins", "neaspec-docs", "N/2")] in heads


def test_what_remains_is_one_version_or_the_other(every: WordFile) -> None:
    whole = redline(EVERY)
    for version, accept in ((accepted(whole), True), (rejected(whole), False)):
        assert told(decided(every.data, accept=accept)) == told(write(version).data)


def test_word_goes_on_tracking(every: WordFile) -> None:
    settings = [etree.QName(part).localname for part in every.part("word/settings.xml")]
    assert settings[settings.index("trackRevisions") - 1] == "zoom"
    assert write(page(text("p", "Words."))).all("w:trackRevisions", "word/settings.xml") == []


def test_the_summary_is_left_out_and_the_same_page_gives_the_same_bytes(every: WordFile) -> None:
    whole = redline(EVERY, '<meta name="running-head" content="N/2" data-old="N/1"/>')
    before = ET.tostring(whole.root)
    assert write(whole).data == every.data
    assert ET.tostring(whole.root) == before
    assert "3 changes." not in every.text("word/document.xml")


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_it_is_office_open_xml(every: WordFile, tmp_path: Path, version: FileFormat) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(every.data)
    assert [str(error) for error in OpenXmlValidator(version).validate(str(file)).errors] == []


@pytest.mark.parametrize(
    "markup",
    [
        para("1.", "A.", 'data-old-number="2."'),
        para("1.", "A.", DEL) + para("1.", "B.", 'data-old-number="1."', "b"),
        '<ol class="list" id="l" data-style="1."><li id="k" data-number="1." data-old-number="2."><p>A</p></li></ol>',
        text("p", f"A{note('n', 1, 'B.', '2')}"),
    ],
)
def test_a_number_that_rejecting_all_would_not_bring_is_our_bug(markup: str) -> None:
    with pytest.raises(Mismatch):
        write(redline(markup))


def test_the_last_paragraph_of_a_cell_keeps_its_mark() -> None:
    cells = (
        f"<p>first</p><p {INS}>come</p>",
        f"<p {DEL}>gone</p><ul class='list' data-style='bullet'><li data-number='•' {INS}><p>new</p></li></ul>",
    )
    made = write(redline(table("t", row("t.r1", *cells))))
    first, come, gone, new = made.all(".//w:tc/w:p")
    assert [mark_of(p) for p in (first, come, gone, new)] == [["ins"], [], ["ins", "del"], []]
    assert own(new, "w:pPr/w:pPrChange/w:pPr/w:pStyle") == {"val": "TableText"}
    assert [said for _, said in told(decided(made.data, accept=False))][:2] == ["first", "gone"]
    assert [each for each, _ in told(decided(made.data, accept=False))][:2] == ["TableText", "TableText"]


def test_a_change_that_goes_on_into_the_next_paragraph_takes_the_mark_between() -> None:
    """LibreOffice takes both for one change and would take that mark away in any case."""
    made = write(redline(para("1.", f"One<ins {BY}> more.</ins>") + text("t", "And more.", INS) + text("u", "End.")))
    one, more = made.all("w:body/w:p")[:2]
    assert (mark_of(one), mark_of(more)) == (["ins"], [])
    assert own(more, "w:pPr/w:pPrChange").items() >= ANN.items()
    assert told(decided(made.data, accept=False))[:2] == [("NumberedParagraph", "One"), ("BodyText", "End.")]


def test_new_paragraphs_below_a_change_and_one_gone_at_the_end_each_keep_an_end() -> None:
    """Two things ask for the same marks: the change that goes on into the next paragraphs, and the end of the file."""
    first = para("1.", f"One<ins {BY}> more.</ins>") + text("t", "And more.", INS) + text("u", "Still more.", INS)
    made = write(redline(first + para("2.", "Two.", DEL)))
    one, t, u, two = made.all("w:body/w:p")
    assert [mark_of(p) for p in (one, t, u, two)] == [["ins"], ["ins"], ["del"], []]
    numbered = "NumberedParagraph"
    assert told(decided(made.data, accept=False)) == [(numbered, "One"), (numbered, "Two.")]
    new = [(numbered, "One more."), ("BodyText", "And more."), ("BodyText", "Still more.")]
    assert told(decided(made.data, accept=True)) == new


def test_new_paragraphs_of_two_hands_at_the_end_leave_no_empty_one() -> None:
    other = INS.replace("Ann", "Ben")
    made = write(redline(text("s", f"One<ins {BY}> more.</ins>") + text("t", "Two.", INS) + text("u", "Three.", other)))
    assert told(decided(made.data, accept=False)) == [("BodyText", "One")]
    assert [said for _, said in told(decided(made.data, accept=True))] == ["One more.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        (f"One.<del {BY}> </del><ins {BY}><br/></ins>Two.", "One. Two.", "One.\nTwo."),
        (f"One.<ins {BY}> </ins><del {BY}><br/></del>Two.", "One.\nTwo.", "One. Two."),
        (f"One. <ins {BY}><br/></ins>Two.", "One. Two.", "One. \nTwo."),
        ("One. <br/> Two.", "One.\nTwo.", "One.\nTwo."),
    ],
)
def test_a_blank_for_which_a_line_break_came_stays_in_the_old_version(line: str, old: str, new: str) -> None:
    made = write(redline(text("s", line) + text("t", "End.")))
    for accept, said in ((False, old), (True, new)):
        (first, *_) = WordFile(decided(made.data, accept=accept)).all("w:body/w:p")
        parts = first.iter(f"{W}t", f"{W}br")
        assert "".join("\n" if part.tag == f"{W}br" else str(part.text) for part in parts) == said


def test_a_list_that_lost_its_first_item_begins_by_itself() -> None:
    items = f'<li id="a" data-number="(a)" {DEL}><p>a</p></li>'
    items += '<li id="b" data-number="(a)" data-old-number="(b)"><p>b</p></li>'
    before = '<ol class="list" data-style="(a)" id="o"><li id="o1" data-number="(a)"><p>x</p></li></ol>'
    made = write(redline(before + f'<ol class="list" data-style="(a)" id="l">{items}</ol>'))
    lists = [own(num, "w:abstractNumId")["val"] for num in made.all("w:num", "word/numbering.xml")]
    assert len(set(lists[-2:])) == 2


def test_a_heading_that_lost_its_number_says_what_it_had() -> None:
    heads = (
        ("a", 'data-old-number="I."', "<del>I.</del>"),
        ("b", 'data-number="I." data-old-number="II."', "<del>II.</del><ins>I.</ins>"),
    )
    sections = (
        f'<section data-level="1"><h2 id="{id}" data-level="1" {numbers}><span class="number">{shown}</span> '
        f'<span class="words">{id.upper()}</span></h2></section>'
        for id, numbers, shown in heads
    )
    made = write(redline("".join(sections)))
    first, second = (made.paragraph(name) for name in "AB")
    assert first.find("w:pPr/w:numPr", NAMESPACES) is not None
    assert own(first, "w:pPr/w:pPrChange/w:pPr/w:pStyle") == {"val": "Heading1"}
    assert first.find("w:pPr/w:pPrChange/w:pPr/w:numPr", NAMESPACES) is None  # its style brings the number
    assert second.find("w:pPr/w:pPrChange", NAMESPACES) is None


def test_a_page_break_that_came_is_a_property_that_changed() -> None:
    made = write(redline(text("a", "A") + f'<hr class="page-break" id="h" {INS}/>' + text("b", "B")))
    broken = made.paragraph("B")
    assert broken.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None
    assert own(broken, "w:pPr/w:pPrChange/w:pPr/w:pStyle") == {"val": "BodyText"}
    assert broken.find("w:pPr/w:pPrChange/w:pPr/w:pageBreakBefore", NAMESPACES) is None


def test_a_lying_page_comes_with_section_breaks_of_its_own() -> None:
    wide = table("w", row("w.r1", "a", "b"), INS, "table landscape")
    made = write(redline(text("a", "A") + wide + text("b", "B")))
    breaks = [p for p in made.all("w:body/w:p") if p.find("w:pPr/w:sectPr", NAMESPACES) is not None]
    assert [(style(p), mark_of(p)) for p in breaks] == [("Spacer", ["ins"]), ("Spacer", ["ins"])]
    first, last = breaks[0].find("w:pPr/w:sectPr", NAMESPACES), made.all("w:body/w:sectPr")[0]
    assert first is not None
    assert first.find("w:titlePg", NAMESPACES) is not None
    assert last.find("w:titlePg", NAMESPACES) is None
    assert last.find("w:sectPrChange/w:sectPr/w:titlePg", NAMESPACES) is not None  # then it is the only section
    assert next(own(head, ".")["type"] for head in last.iter(f"{W}headerReference")) == "first"


def test_a_lying_page_at_the_end_is_a_section_that_changed() -> None:
    made = write(redline(text("a", "A") + table("w", row("w.r1", "a", "b"), INS, "table landscape")))
    (last,) = made.all("w:body/w:sectPr")
    assert own(last, "w:pgSz")["orient"] == "landscape"
    assert "orient" not in own(last, "w:sectPrChange/w:sectPr/w:pgSz")


def test_what_follows_a_lying_page_that_went_stands_upright_in_the_old_version_too() -> None:
    """Text that is new between them is not in it, and turns none of its pages."""
    wide = table("old:w", row("old:w.r1", "a", "b"), DEL, "table landscape")
    made = write(redline(text("a", "A") + wide + text("n", "New.", INS) + text("b", "B")))
    (last,) = made.all("w:body/w:sectPr")
    assert "orient" not in own(last, "w:pgSz")
    old = last.find("w:sectPrChange/w:sectPr/w:pgSz", NAMESPACES)
    assert old is None or old.get(f"{W}orient") is None


def test_a_table_that_moved_goes_and_comes() -> None:
    moved = table("old:t", row("old:t.r1", "x", "y"), FROM) + text("p", "Between.")
    moved += table("t", row("t.r1", "x", f"<del {BY}>y</del><ins {BY}>z</ins>"), TO)
    made = write(redline(moved))
    assert [kind for kind, _, _ in marks(made)] == ["del", "del", "ins", "ins"]
    assert [said for _, said in told(decided(made.data, accept=True))][:3] == ["Between.", "x", "z"]


def test_the_contents_keep_their_field_when_their_first_and_last_lines_go() -> None:
    heads = "".join(
        f'<section data-level="1"><h2 id="{id}" data-level="1" data-number="{number}" {more}>'
        f'<span class="number">{number}</span> <span class="words">{id}</span></h2></section>'
        for id, number, more in (("a", "I.", DEL), ("b", "I.", 'data-old-number="II."'), ("c", "III.", DEL))
    )
    lines = "".join(
        f'<li data-level="1" {more}><a href="#{id}"><span class="words">{id}</span></a></li>'
        for id, more in (("a", DEL), ("b", ""), ("c", DEL))
    )
    made = write(redline(heads, contents=lines), layout=Layout(1, {"a": 1, "b": 1, "c": 1}))
    for accept, expected in ((True, ["b1"]), (False, ["a1", "b1", "c1"])):
        left = WordFile(decided(made.data, accept=accept))
        entries = [p for p in left.all(".//w:p") if style(p) == "TOC1"]
        assert [words(p) for p in entries] == expected
        kinds = [own(c, ".")["fldCharType"] for p in entries for c in p.iter(f"{W}fldChar")]
        assert (kinds[0], kinds[-1]) == ("begin", "end")
        assert kinds.count("begin") == kinds.count("end") == len(expected) + 1


@pytest.mark.parametrize(("number", "tabs"), [("<del>II.</del><ins>I.</ins>", 1), ("I.", 0), ("<ins>I.</ins>", 0)])
def test_the_words_of_contents_stand_clear_of_two_numbers(number: str, tabs: int) -> None:
    """A tab behind both would else go on to the one at the edge, where the pages stand."""
    words_of = f'<span class="number">{number}</span> <span class="words">Aim</span>'
    head = '<section data-level="1"><h2 id="a" data-level="1"><span class="words">Aim</span></h2></section>'
    made = write(
        redline(head, contents=f'<li data-level="1"><a href="#a">{words_of}</a></li>'), layout=Layout(1, {"a": 1})
    )
    (entry,) = (p for p in made.all(".//w:p") if style(p) == "TOC1")
    assert len(entry.findall("w:pPr/w:tabs/w:tab", NAMESPACES)) == tabs


def test_a_note_cited_again_shows_both_numbers() -> None:
    again = '<a class="noteref" href="#k" data-number="1" data-old-number="2">1</a>'
    first = text("a", f"A{note('g', 1, 'Gone.')}", DEL) + text("b", f"B{note('k', 1, 'Kept.', '2')} and {again}")
    made = write(redline(first))
    assert marks(made)[-2:] == [("del", "neaspec-docs", "2"), ("ins", "neaspec-docs", "1")]
    assert ("BodyText", "B and 2") in told(decided(made.data, accept=False))


def test_an_annex_that_got_its_number_has_its_field_with_it() -> None:
    """What repeated the number repeats it in the new version alone: in the old one there is none to find."""
    live = '<span class="live" data-anchor="x" data-what="number"><del>Annex</del><ins>Annex I</ins></span>'
    annexes = "".join(
        f'<section class="annex" data-headings="I." {more}><h2 class="annex-heading" id="{id}" data-sequence="Annex">'
        f'<span class="label">Annex <span class="number">{number}</span></span></h2></section>'
        for id, number, more in (("x", "<ins>I</ins>", ""), ("y", "II", INS))
    )
    made = write(redline(text("p", f'See <a class="ref" href="#x">{live}</a>.') + annexes))
    for accept, fields in ((True, ["REF nd_x", "SEQ Annex", "SEQ Annex"]), (False, [])):
        left = WordFile(decided(made.data, accept=accept))
        assert [" ".join(code.split()[:2]) for code, _ in left.fields()] == fields
        assert words(left.paragraph("See")) == ("See Annex I." if accept else "See Annex.")
        assert left.bookmarks()["nd_x"] == ("I" if accept else "")


def test_brackets_are_plain_words_struck_through() -> None:
    made = page(text("p", "A <s>[<em>old</em> words]</s> <strong>new</strong>."))
    body = made.root.find("body")
    assert body is not None
    body.set("data-redline", "brackets")
    body.insert(0, ET.fromstring('<aside class="changes"><p>1 change.</p></aside>'))  # noqa: S314 -- our own
    word = write(made)
    assert word.diagnostics == ()
    struck = [run for run in word.all(".//w:r") if run.find("w:rPr/w:strike", NAMESPACES) is not None]
    assert "".join(map(words, struck)) == "[old words]"
    assert word.all(".//w:ins") == word.all(".//w:trackRevisions", "word/settings.xml") == []
    assert "1 change." not in word.text("word/document.xml")
