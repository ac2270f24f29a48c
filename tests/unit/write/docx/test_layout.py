"""How a file is laid out: tables, sections, running heads, boxes, pictures, and what keeps them together."""

from itertools import pairwise

from lxml import etree
from unit.write.docx.word_file import NAMESPACES, W, WordFile, own, page, style, words, write

from neaspec_docs.diagnostics.codes import Code


def table(word: WordFile, text: str) -> etree._Element:
    """Return the table in which these words stand."""
    return next(found for found in word.all(".//w:tbl") if text in words(found))


def plain_table(rows: str, head: str = "") -> str:
    return f'<div class="table" id="t"><table data-widths="100">{head}<tbody>{rows}</tbody></table></div>'


def test_heads_repeat_and_rows_do_not_break(word: WordFile) -> None:
    rows = table(word, "Cold Spring").findall("w:tr", NAMESPACES)
    assert [row.find("w:trPr/w:tblHeader", NAMESPACES) is not None for row in rows] == [True] * 2 + [False] * 6
    assert all(row.find("w:trPr/w:cantSplit", NAMESPACES) is not None for row in rows)


def test_a_row_too_long_for_a_page_may_break() -> None:
    cell = f"<td>{'Many words to fill a column. ' * 300}</td>"
    made = write(page(plain_table(f"<tr>{cell}</tr>")))
    assert made.all(".//w:cantSplit") == []


def test_spans_fill_the_grid(word: WordFile) -> None:
    made = table(word, "Cold Spring")
    widths = [int(own(column, ".")["w"]) for column in made.findall("w:tblGrid/w:gridCol", NAMESPACES)]
    assert sum(widths) == 11906 - 4 * 1134
    for row in made.findall("w:tr", NAMESPACES):
        spans = [int(own(cell, "w:tcPr/w:gridSpan").get("val", "1")) for cell in row.findall("w:tc", NAMESPACES)]
        assert sum(spans) == len(widths)
    merged = [
        [cell.find("w:tcPr/w:vMerge", NAMESPACES) is not None for cell in row.findall("w:tc", NAMESPACES)]
        for row in made.findall("w:tr", NAMESPACES)
    ]
    kinds = [
        [merge.get(f"{W}val") for merge in row.iterfind("w:tc/w:tcPr/w:vMerge", NAMESPACES)]
        for row in made.findall("w:tr", NAMESPACES)
    ]
    assert kinds == [["restart"] * 2, [None] * 2, [], ["restart"], [None], [], [], []]
    assert merged[:2] == [[True, False, True], [True, False, False, False, True]]
    assert [row[-1] for row in merged[3:5]] == [True, True]


def test_a_table_is_named_for_who_cannot_see_it(word: WordFile) -> None:
    assert own(table(word, "Cold Spring"), "w:tblPr/w:tblCaption") == {"val": "Table 1. Water taken in each valley"}


def test_a_wide_table_takes_the_page_and_others_the_column(word: WordFile) -> None:
    assert own(table(word, "2026"), "w:tblPr/w:tblInd")["w"] == "0"
    assert own(table(word, "2026"), "w:tblPr/w:tblW")["w"] == str(11906 - 2 * 1134)
    assert own(table(word, "Cold Spring"), "w:tblPr/w:tblInd")["w"] == "1134"


def test_the_documents_of_an_agenda_item_stay_with_what_is_said_of_it() -> None:
    said = '<p class="text" id="p">First.</p><p class="text" id="q">Last.</p>'
    table = plain_table("<tr><td>A</td></tr>")
    listed = write(page(said + table.replace("<table", '<table class="documents"')))
    assert [p.find("w:pPr/w:keepNext", NAMESPACES) is not None for p in map(listed.paragraph, ("First.", "Last."))] == [
        False,
        True,
    ]
    other = write(page(said + table))
    assert other.paragraph("Last.").find("w:pPr/w:keepNext", NAMESPACES) is None


def test_a_caption_stays_with_its_table_and_the_last_row_with_the_notes(word: WordFile) -> None:
    made = table(word, "Cold Spring")
    assert words(made.getprevious()) == "Table 1. Water taken in each valley"  # type: ignore[arg-type] # there is one
    last = made.findall("w:tr", NAMESPACES)[-1]
    assert all(p.find("w:pPr/w:keepNext", NAMESPACES) is not None for p in last.iter(f"{W}p"))
    notes = [word.paragraph(opening) for opening in ("a Since", "(Last read", "Note:", "Source: Logs")]
    assert [p.find("w:pPr/w:keepNext", NAMESPACES) is not None for p in notes] == [True, True, True, False]


def test_of_a_long_table_neither_first_nor_last_row_stands_alone() -> None:
    rows = "".join(f"<tr><td>{count}</td></tr>" for count in range(9))
    made = write(page(plain_table(rows, "<thead><tr><th>A</th></tr></thead>")))
    kept = [row.find(".//w:keepNext", NAMESPACES) is not None for row in made.all(".//w:tr")]
    assert kept == [True, True, *[False] * 6, True, False]


def test_only_what_the_format_asks_for_is_blank(word: WordFile) -> None:
    """Between two tables, above one that begins the file, in a cell reached from above: nowhere for spacing."""
    body = word.part()[0]
    blank = [p for p in body.findall("w:p", NAMESPACES) if not words(p) and p.find(".//w:drawing", NAMESPACES) is None]
    assert {style(p) for p in blank} == {"Spacer"}
    for spacer in blank:
        beside = [spacer.getprevious(), spacer.getnext()]
        assert any(element is not None and element.tag == f"{W}tbl" for element in beside)


def test_a_table_begins_a_file_without_footnotes() -> None:
    """With one, LibreOffice would put a line above it."""
    note = (
        '<p class="text">A<span class="footnote" id="fn.a" data-number="1"><span class="passage">N.</span></span></p>'
    )
    first = plain_table("<tr><td>1</td></tr>")
    assert write(page(first)).part()[0][0].tag == f"{W}tbl"
    assert style(write(page(first + note)).part()[0][0]) == "Spacer"


def test_no_two_tables_touch_and_every_cell_ends_in_a_paragraph(word: WordFile) -> None:
    body = word.part()[0]
    assert not [1 for one, two in pairwise(body) if one.tag == two.tag == f"{W}tbl"]
    assert all(cell[-1].tag == f"{W}p" for cell in word.all(".//w:tc"))


def test_a_landscape_table_has_a_section_of_its_own(word: WordFile) -> None:
    sizes = [own(section, "w:pgSz") for section in word.all(".//w:sectPr")]
    assert [size.get("orient") for size in sizes] == [None, "landscape", None]
    assert (sizes[1]["w"], sizes[1]["h"]) == (sizes[0]["h"], sizes[0]["w"])
    assert own(table(word, "12 June"), "w:tblPr/w:tblW")["w"] == "14570"


def test_a_page_begins_without_the_space_below_the_table_before_it(word: WordFile) -> None:
    assert own(word.paragraph("Upright again"), "w:pPr/w:spacing") == {}
    assert own(word.paragraph("The tables above"), "w:pPr/w:spacing") == {"before": "240"}


def test_an_annex_after_a_landscape_table_stands_upright() -> None:
    table = plain_table("<tr><td>a</td></tr>").replace('class="table"', 'class="table landscape"')
    label = '<span class="label">Annex <span class="number">I</span></span>'
    heading = f'<h2 class="annex-heading" id="x" data-sequence="Annex">{label}</h2>'
    annex = f'<section class="annex" data-headings="I.">{heading}<p class="text" id="x.1">Words.</p></section>'
    made = write(page(f'<main><p class="text" id="p">Words.</p>{table}</main>{annex}'))
    assert [own(section, "w:pgSz").get("orient") for section in made.all(".//w:sectPr")] == [None, "landscape", None]


def test_headings_right_above_go_with_it(word: WordFile) -> None:
    upright = next(p for p in word.all(".//w:p") if p.find("w:pPr/w:sectPr", NAMESPACES) is not None)
    assert words(upright) == "Floods come in May."
    assert words(upright.getnext()) == "Ordinary years"  # type: ignore[arg-type] # there is one


def test_only_the_first_page_has_heads_of_its_own(word: WordFile) -> None:
    sections = word.all(".//w:sectPr")
    assert [section.find("w:titlePg", NAMESPACES) is not None for section in sections] == [True, False, False]
    kinds = [[own(r, ".")["type"] for r in section.iterfind("w:headerReference", NAMESPACES)] for section in sections]
    assert kinds == [["first", "even", "default"], ["even", "default"], ["even", "default"]]
    assert word.all("w:evenAndOddHeaders", "word/settings.xml") != []


def test_symbol_and_draft_stand_at_the_edges() -> None:
    head = '<meta name="running-head" content="LARK/1"/><meta name="draft" content="Draft"/>'
    made = write(page('<p class="text">Words.</p>', head))
    heads = {words(made.part(name)): name for name in made.entries if name.startswith("word/header")}
    assert heads.keys() == {"Draft", "LARK/1Draft", "DraftLARK/1"}  # first; even, outer edge left; odd, right
    tabs = [own(tab, ".") for tab in made.all(".//w:tab[@w:val]", heads["DraftLARK/1"])]
    assert tabs == [{"val": "right", "pos": "9638"}]


def test_a_paper_without_a_symbol_has_no_rule_above() -> None:
    made = write(page('<p class="text">Words.</p>'))
    heads = [name for name in made.entries if name.startswith("word/header")]
    assert {style(p) for name in heads for p in made.all("w:p", name)} == {"HeaderFirst"}


def test_page_numbers_stand_at_the_outer_edge_and_not_on_the_first_page(word: WordFile) -> None:
    feet = [name for name in word.entries if name.startswith("word/footer")]
    edges = {own(word.part(name), "w:p/w:pPr/w:jc").get("val"): "PAGE" in word.text(name) for name in feet}
    assert edges == {"left": True, "right": True, None: False}


def test_a_page_break_is_the_next_paragraphs(word: WordFile) -> None:
    broken = [words(p) for p in word.all(".//w:p") if p.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None]
    assert broken == ["Parish of Otterstone"]
    assert word.bookmarks()["nd_body_03_03_01_03"] == "Parish of Otterstone"
    assert word.all(".//w:br[@w:type]") == []


def test_a_page_break_before_a_table_is_its_first_paragraphs() -> None:
    made = write(page(f'<hr class="page-break" id="b"/>{plain_table("<tr><td>a</td></tr>")}'))
    (broken,) = [p for p in made.all(".//w:p") if p.find("w:pPr/w:pageBreakBefore", NAMESPACES) is not None]
    assert words(broken) == "a"
    assert made.bookmarks().keys() == {"nd_b", "nd_t", "nd_t_0r1"}


def test_paragraphs_of_a_box_share_a_frame_and_boxes_do_not(word: WordFile) -> None:
    first = word.paragraph("At Heronsgate")
    assert [style(p) for p in (word.paragraph("Good practice"), first)] == ["BoxTitle", "BoxText"]
    second = word.paragraph("A box without a title")
    assert second.getparent() is not None
    assert second.getparent().tag == f"{W}tc"  # type: ignore[union-attr] # looked at above


def test_a_picture_has_its_alternative_text_and_fits(word: WordFile) -> None:
    (drawing,) = word.all(".//w:drawing")
    shape = drawing[0]
    found = {etree.QName(part).localname: dict(part.items()) for part in shape}
    assert found["docPr"]["descr"] == "The weir seen from the ford, with its two gates"
    width, height = (int(found["extent"][side]) for side in ("cx", "cy"))
    assert width == (11906 - 4 * 1134) * 635
    assert abs(width / height - 640 / 240) < 0.001
    assert "word/media/image1.png" in word.entries


def test_a_picture_that_word_cannot_show_is_told_and_described() -> None:
    markup = '<div class="figure" id="f"><img src="sample.xhtml" alt="A weir" width="10" height="10"/></div>'
    made = write(page(markup))
    assert [(fault.code, "sample.xhtml" in fault.message) for fault in made.diagnostics] == [(Code.UNPRINTABLE, True)]
    assert words(made.paragraph("[A weir]")) == "[A weir]"


def test_words_in_another_language_say_so(word: WordFile) -> None:
    spoken = {words(run): own(run, "w:rPr/w:lang") for run in word.paragraph("The Heron is known").iter(f"{W}r")}
    assert spoken["왜가리"] == {"val": "ko-KR", "eastAsia": "ko-KR"}
    assert spoken["цапля"] == {"val": "ru-RU"}
    assert spoken[" to the herders, "] == {}
