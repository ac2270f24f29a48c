"""What Word opens is alive: lists, fields, bookmarks, footnotes, contents, each with the right words in it."""

from xml.etree import ElementTree as ET

import pytest
from lxml import etree
from unit.write.docx.word_file import NAMESPACES, W, WordFile, own, page, style, words, write

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.write.docx import bookmarks
from neaspec_docs.write.docx.numbering import Mismatch

RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NOTE = '<span class="footnote" id="n" data-number="1"><span class="passage">B</span></span>'


def test_headings_are_heading_styles_of_one_list(word: WordFile) -> None:
    levels = [style(word.paragraph(opening)) for opening in ("Introduction", "The Lark", "Upper valley", "Springs")]
    assert levels == ["Heading1", "Heading2", "Heading3", "Heading4"]
    lists = {own(num, "w:abstractNumId")["val"] for num in word.all("w:num", "word/numbering.xml")[:1]}
    headings = word.all("w:abstractNum", "word/numbering.xml")[0]
    linked = [own(level, "w:pStyle").get("val") for level in headings.iter(f"{W}lvl")]
    assert lists == {"0"}
    assert linked == ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5"]
    assert own(word.paragraph("Introduction"), "w:pPr/w:numPr/w:numId") == {}  # its style brings the list


def test_no_number_of_a_list_is_typed(word: WordFile, sample: Page) -> None:
    typed = {
        words(paragraph).split(" ")[0] for paragraph in word.all(".//w:p") if "TOC" not in (style(paragraph) or "")
    }
    numbered = [element for element in sample.root.iter() if element.get("data-number") and element.tag != "span"]
    assert len(numbered) > 20
    assert not typed & {element.get("data-number") for element in numbered if element.tag != "a"}


def test_every_anchor_of_the_page_is_a_bookmark(word: WordFile, sample: Page) -> None:
    anchors = {anchor for element in sample.root.iter() if (anchor := element.get("id")) is not None}
    named = word.bookmarks()
    assert len(anchors) > 60
    assert {bookmarks.name(anchor) for anchor in anchors} <= named.keys()
    places = set(bookmarks.of_places(sample.root, anchors).values())
    back = {bookmarks.anchor(name, anchors | places) for name in named if name.startswith("nd_")}
    assert anchors <= back <= anchors | places


def test_each_paragraph_of_content_has_a_bookmark(word: WordFile) -> None:
    """All but the masthead, the contents, the word "Summary", and cells of one paragraph, whose rows have it."""
    bare = [p for p in word.all(".//w:p") if words(p) and p.find(".//w:bookmarkStart", NAMESPACES) is None]
    facts = {"Organ", "Symbol", "BodyName", "Distribution", "Meeting", "MeetingPlace", "AgendaItem", "AgendaTitle"}
    contents = {"TOCHeading", "TOC1", "TOC2", "TOC3"}
    cells = {"TableText", "TableHead", "TableRowHead"}
    left = {(style(p), words(p)) for p in bare if style(p) not in facts | contents | cells}
    assert left == {("SummaryTitle", "Summary")}
    named = word.bookmarks()
    assert named["nd_title"].startswith("Sharing the waters")
    assert named["nd_subtitle"] == "Note by the Secretariat"
    assert named["nd_presenter"] == "Presented by the Keeper of the Sluices"
    assert named["nd_summary_01"].startswith("The paper reviews")
    assert named["nd_summary_02"].startswith("It should be read")
    assert named["nd_body_02_02_05_0p2"].startswith("At Heronsgate")
    assert named["nd_questions_01_03_0p2"].startswith("If it is")
    assert named["nd_yields_0p4"].startswith("Source: Logs")
    assert named["nd_yields_0h2"] == ""
    assert named["nd_wishes_0p1"] == "Upper valley"


def test_a_bookmark_holds_what_a_reference_repeats(word: WordFile) -> None:
    named = word.bookmarks()
    assert named["nd_yields"] == "1"
    assert named["nd_annex__survey"] == "I"
    assert named["nd_shares__lower"] == "Lower valley"
    assert named["nd_questions_01_02"] == "Whether the log should be kept by:"
    assert named["nt_outlook"] == "Outlook"
    assert named["nd_moot__2_1floods_2annex_01"] == "Annex"


def test_a_bookmark_of_a_heading_leaves_its_footnote_out(word: WordFile) -> None:
    heading = word.paragraph("The Lark")
    order = [etree.QName(element).localname for element in heading if element.tag != f"{W}pPr"]
    assert order == ["bookmarkStart", "bookmarkStart", "r", "bookmarkEnd", "bookmarkEnd",
                     "bookmarkStart", "r", "bookmarkEnd"]  # fmt: skip


def test_nor_does_white_space_after_the_note_bring_it_in() -> None:
    heading = f'<h2 id="s" data-level="1" data-number="I.">\n <span class="words">Words{NOTE}</span>\n</h2>'
    made = write(page(f"<section>{heading}</section>"))
    order = [etree.QName(element).localname for element in made.paragraph("Words")]
    assert order == ["pPr", "bookmarkStart", "r", "bookmarkEnd", "bookmarkStart", "r", "bookmarkEnd"]


def test_fields_hold_their_results(word: WordFile) -> None:
    fields = [found for found in word.fields() if not found[0].startswith("PAGEREF")]
    assert fields == [
        (r"REF nd_deadline \n \h", "3"),
        (r"NOTEREF nd_fn__plan \f \h", "2"),
        (r"REF nd_shares__lower \n \h", "1.2"),
        (r"REF nd_shares \n \h", "II"),
        (r"REF nt_outlook \h", "Outlook"),
        (r"REF nd_yields \h", "1"),
        (r"REF nd_weir \h", "1"),
        (r"REF nd_annex__survey \h", "I"),
        (r"REF nd_annex__survey \h", "I"),
        (r"REF nd_annex__second \n \h", "2"),
        (r"SEQ Table \* ARABIC", "1"),
        (r"SEQ Figure \* ARABIC", "1"),
        (r"SEQ Figure \* ARABIC", "2"),
        (r"SEQ Figure \* ARABIC", "3"),
        (r"SEQ Table \* ARABIC", "2"),
        (r"SEQ Annex \* ROMAN", "I"),
        (r"SEQ Table \* ARABIC", "3"),
        (r"SEQ Annex \* ROMAN", "II"),
        (r"REF nd_moot__2_1floods_2losses \h", "1"),
        (r"REF nd_moot__2_1floods_2mills \n \h", "1.1"),
        (r"SEQ Table_moot__2_1floods \* ARABIC", "1"),
    ]


def test_the_appendices_of_an_annexed_paper_count_by_themselves() -> None:
    def annex(word: str, number: str, sequence: str, within: str = "") -> str:
        label = f'<span class="label">{word} <span class="number">{number}</span></span>'
        heading = f'<h2 class="annex-heading" id="{word}-{number}" data-sequence="{sequence}">{label}</h2>'
        return f'<section class="annex" data-headings="I.">{heading}{within}</section>'

    inner = annex("Appendix", "I", "Appendix m/q") + annex("Appendix", "II", "Appendix m/q")
    made = write(page(f"<main/>{annex('Annex', 'I', 'Annex', inner)}{annex('Annex', 'II', 'Annex')}"))
    assert made.fields() == [
        (r"SEQ Annex \* ROMAN", "I"),
        (r"SEQ Appendix_m_1q \* ROMAN", "I"),
        (r"SEQ Appendix_m_1q \* ROMAN", "II"),
        (r"SEQ Annex \* ROMAN", "II"),
    ]
    assert words(made.paragraph("Appendix II")) == "Appendix II"


def test_each_address_is_one_relationship_that_none_of_the_template_has() -> None:
    """They are found by the address and numbered here, for python-docx looks through all of them for each."""
    addresses = [f"https://www.example.org/{place}" for place in (*range(30), *range(20))]
    linked = write(page("".join(f'<p class="text"><a class="link" href="{one}">a</a></p>' for one in addresses)))
    rels = {rel.get("Id"): rel for rel in linked.part("word/_rels/document.xml.rels")}
    assert len(rels) == len(linked.part("word/_rels/document.xml.rels"))
    found = [rels[link.get(f"{RELATED}id")] for link in linked.all(".//w:hyperlink")]
    assert [rel.get("Target") for rel in found] == addresses
    assert {rel.get("TargetMode") for rel in found} == {"External"}
    assert len({rel.get("Id") for rel in found}) == 30


def test_a_reference_is_a_link_and_looks_like_text(word: WordFile) -> None:
    (link,) = [
        link for link in word.paragraph("The Second Moot").iter(f"{W}hyperlink") if words(link).startswith("paragraph")
    ]
    assert link.get(f"{W}anchor") == "nd_deadline"
    assert words(link) == "paragraph 3"
    assert [*link.iter(f"{W}rStyle")] == []


def test_the_contents_are_a_field_whose_entries_are_there(word: WordFile) -> None:
    entries = [paragraph for paragraph in word.all(".//w:p") if (style(paragraph) or "").startswith("TOC")]
    shown = ["".join("\t" if e.tag == f"{W}tab" else e.text or "" for e in p.iter(f"{W}t", f"{W}tab")) for p in entries]
    assert [style(entry) for entry in entries[:4]] == ["TOCHeading", "TOC1", "TOC1", "TOC2"]
    assert shown[1] == "I.\tIntroduction\t1"
    assert shown[7] == "Outlook\t4"
    assert shown[9:] == ["Annex I\u2003 Survey of the millers\t8", "Annex II\u2003 The floods of 2029\t9"]
    instructions = "".join(text.text or "" for text in entries[1].iter(f"{W}instrText"))
    assert instructions.split(" PAGEREF")[0].strip() == r'TOC \o "1-3" \h \z \u'


def test_what_is_in_an_annex_is_set_in_below_it_and_text_stands_apart_from_the_contents() -> None:
    lines = "".join(
        f'<li data-level="{level}"><a href="#{anchor}"><span class="number">{number}</span> '
        f'<span class="words">{anchor}</span></a></li>'
        for level, anchor, number in ((1, "one", "I."), (1, "mills", "Annex"), (2, "how", "I."), (4, "deep", "1."))
    )
    headings = (
        '<section data-level="1"><h2 id="one" data-level="1" data-number="I."><span class="number">I.</span> '
        '<span class="words">one</span></h2></section>'
    )
    sections = headings.replace("one", "how")
    deeper = '<section data-level="3"><h4 id="deep" data-level="3"><span class="words">deep</span></h4></section>'
    annex = (
        '<section class="annex" data-headings="I.|A.|1."><h2 class="annex-heading" id="mills" data-sequence="Annex">'
        f'<span class="label">Annex</span><br/><span class="words">mills</span></h2>{sections}{deeper}</section>'
    )
    made = page(f'<p class="text" id="p">Words.</p>{headings}')
    body = made.root.find("body")
    assert body is not None
    body.insert(0, ET.fromstring(f'<nav class="contents"><ol>{lines}</ol></nav>'))  # noqa: S314 -- our own
    body.append(ET.fromstring(annex))  # noqa: S314 -- our own
    word = write(made, layout=Layout(1, {}))
    entries = [p for p in word.all(".//w:p") if (style(p) or "").startswith("TOC")]
    assert [style(entry) for entry in entries] == ["TOC1", "TOC1", "TOC2", "TOC3"]
    assert own(word.paragraph("Words."), "w:pPr/w:spacing") == {"before": "360"}


def test_each_entry_leads_to_its_heading(word: WordFile) -> None:
    named = word.bookmarks()
    entries = [p for p in word.all(".//w:p") if style(p) in {"TOC1", "TOC2", "TOC3"}]
    for entry in entries:
        (link,) = entry.iter(f"{W}hyperlink")
        heading = named[link.get(f"{W}anchor", "")]
        assert heading.replace(" ", "") in words(entry).replace(" ", "")


def test_without_a_layout_the_contents_ask_word_for_the_pages(sample: Page) -> None:
    made = write(sample)
    (fault,) = made.diagnostics
    assert (fault.code, fault.severity) == (Code.UNPRINTABLE, Severity.WARNING)
    entry = next(p for p in made.all(".//w:p") if style(p) == "TOC1")
    assert words(entry) == "I.Introduction"
    assert entry.find(".//w:fldChar[@w:dirty='true']", NAMESPACES) is not None


def test_notes_stand_in_their_own_part_in_the_order_of_their_marks(word: WordFile) -> None:
    notes = word.all("w:footnote", "word/footnotes.xml")
    assert [note.get(f"{W}id") for note in notes] == ["-1", "0", "1", "2", "3", "4", "5", "6"]
    marks = [mark.get(f"{W}id") for mark in word.part().iter(f"{W}footnoteReference")]
    assert marks == ["1", "2", "3", "4", "5", "6"]
    numbered = [[p.find(".//w:footnoteRef", NAMESPACES) is not None for p in note] for note in notes[2:]]
    assert numbered == [[True], [True, False], [True], [True], [True], [True]]
    assert [words(p) for p in notes[3]] == [
        "See the plan of 2025, and Waters of the Lark, vol. 2.",
        "Its second part was never printed.",
    ]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<div class="para" id="p" data-number="2."><p>Words.</p></div>', r"`1\.`"),
        ('<ol class="list" data-style="(a)"><li data-number="(b)"><p>Words.</p></li></ol>', r"`\(a\)`"),
        ('<p class="text">A<span class="footnote" data-number="2"><span class="passage">B</span></span></p>', "1"),
        (f'<p class="text">A{NOTE}<a class="noteref" href="#n" data-number="2">2</a></p>', "cited as 2"),
    ],
)
def test_a_number_that_word_would_show_otherwise_is_our_bug(markup: str, said: str) -> None:
    with pytest.raises(Mismatch, match=said):
        write(page(markup))


def test_lists_begin_again_and_stand_in_each_other(word: WordFile) -> None:
    openings = ("Whether the quotas", "Whether the log", "The millers", "with a copy", "First ford", "First ferry")
    items = [word.paragraph(opening) for opening in openings]
    levels = [own(item, "w:pPr/w:numPr/w:ilvl")["val"] for item in items]
    lists = [own(item, "w:pPr/w:numPr/w:numId")["val"] for item in items]
    assert levels == ["1", "1", "2", "3", "0", "0"]  # those of a numbered paragraph one further in
    assert lists[0] == lists[1]
    assert len(set(lists)) == 5


def test_a_title_with_words_after_its_footnote_is_not_repeated_by_a_field() -> None:
    """The field would bring the note's mark with it."""
    title = f'<h2 id="s" data-level="1"><span class="words">Before{NOTE} after</span></h2>'
    live = '<a class="ref" href="#s"><span class="live" data-anchor="s" data-what="title">Before after</span></a>'
    made = write(page(f'<section data-level="1">{title}<p class="text">{live}</p></section>'))
    assert made.fields() == []
    assert words(made.paragraph("Before after")) == "Before after"


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    made = write(page('<p class="text">\n  A <em> b</em>\n c<br/> d\u00a0e <strong>f</strong> \n</p>'))
    (paragraph,) = [p for p in made.all(".//w:p") if style(p) == "BodyText"]
    runs = ["\n" if r.find(f"{W}br") is not None else words(r) for r in paragraph.iter(f"{W}r")]
    assert "".join(runs) == "A b c\nd\u00a0e f"


def test_characters_of_xml_are_words_like_others() -> None:
    picture = '<div class="figure" id="f"><img src="weir.png" alt="&quot;A&quot; &lt; B" width="9" height="9"/></div>'
    made = write(page(f'<p class="text">5 &lt; 6 &amp;amp; "7" > \'4\'</p>{picture}'))
    assert words(made.paragraph("5")) == "5 < 6 &amp; \"7\" > '4'"
    (shape,) = [found for found in made.part().iter() if etree.QName(found).localname == "docPr"]
    assert shape.get("descr") == '"A" < B'


def test_the_page_is_left_as_it_was(sample: Page) -> None:
    before = ET.tostring(sample.root)
    write(sample)
    assert ET.tostring(sample.root) == before
