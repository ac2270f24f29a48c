"""What stands on each slide of a PowerPoint file, and how a program finds it there."""

from lxml import etree
from pptx.enum.text import PP_ALIGN
from unit.write.pptx.slide_file import NAMESPACES, R, SlideFile, sample, words, write
from unit.write.slides import decks
from unit.write.slides.decks import chart, image, items, panels, slide, table, text

from neaspec_docs.diagnostics.codes import Code

LONG = "A sentence that is long enough for the usual type, said of the waters and the shires along the river. "


def placed(file: SlideFile, number: int, index: int) -> etree._Element:
    """Return the shape in a placeholder."""
    for shape in file.all(".//p:sp", number):
        found = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES)
        if found is not None and found.get("idx", "0") == str(index):
            return shape
    raise AssertionError(f"slide {number} fills no placeholder {index}")


def names(file: SlideFile, number: int) -> list[str]:
    """Return what the shapes of a slide are, in the order in which they are read."""
    tree = file.slide(number).find("p:cSld/p:spTree", NAMESPACES)
    assert tree is not None
    found = [shape.find(".//p:cNvPr", NAMESPACES) for shape in list(tree)[2:]]
    return [one.get("name", "").rpartition(" ")[0] for one in found if one is not None]


def test_titles_stand_in_title_placeholders() -> None:
    titles = [one.shapes.title.text_frame.text for one in sample().slides]
    assert titles[0] == "Sharing the waters of the Lark and the Heron"
    assert titles[2:5] == ["What the gauges say", "Water by shire", "Flow by season"]
    assert all(titles)


def test_each_slide_has_the_layout_of_what_is_on_it() -> None:
    assert [one.slide_layout.name for one in sample().slides] == [
        "Title slide", "Title and content", "Section header", "Title only",
        "Title and two parts", "Title and two parts", "Title only", "Title and content",
    ]  # fmt: skip


def test_shapes_are_read_in_the_order_of_the_page() -> None:
    assert names(sample(), 1) == ["Organization", "Title", "Subtitle", "Meeting", "Draft status"]
    assert names(sample(), 4) == ["Title", "Caption", "Table", "Notes", "Draft status", "Running head", "Slide number"]
    assert names(sample(), 6)[:3] == ["Title", "Picture", "Text"]
    assert names(sample(), 8)[:5] == ["Title", "Text", "Caption", "Panels", "Text"]


def test_the_title_slide_says_who_speaks_where() -> None:
    said = {index: words(placed(sample(), 1, index)) for index in (13, 1, 14)}
    assert said == {
        13: "United Rivers\nCommission for the Lark Basin",
        1: "What the gauges of ten years say\nPresented by the gauge keepers",
        14: "Third Moot of the Lark Basin\nWeir House, 4 May 2031",
    }


def test_text_and_lists_are_paragraphs_with_levels_and_marks_that_live() -> None:
    body = placed(sample(), 2, 1)
    found = []
    for line in body.iterfind("p:txBody/a:p", NAMESPACES):
        about = line.find("a:pPr", NAMESPACES)
        assert about is not None
        marks = [
            etree.QName(one).localname + "".join(map(str, one.attrib.values())) for one in about if "bu" in one.tag
        ]
        found.append((about.get("lvl", "0"), [mark for mark in marks if not mark.startswith("buFont")]))
    assert found == [
        ("0", ["buNone"]),
        ("0", ["buAutoNumalphaLcParenBoth"]),
        ("1", ["buChar–"]),
        ("1", ["buChar–"]),
        ("0", ["buAutoNumalphaLcParenBoth"]),
        ("0", ["buAutoNumalphaLcParenBoth"]),
    ]
    assert "(a)" not in words(body)


def test_bullets_of_the_usual_type_are_the_layouts_own() -> None:
    file = write(decks.deck(slide(items(*[LONG * 2] * 6))))
    about = file.all(".//a:pPr", 2)[1]
    assert about.items() == []
    assert len(about) == 0


def test_a_list_that_goes_on_after_other_words_counts_on() -> None:
    items_ = "".join(f'<li data-number="{at}."><p>{at}</p><p>more</p></li>' for at in (1, 2, 3))
    file = write(decks.deck(slide(f'<ol class="list" data-style="1.">{items_}</ol>')))
    starts = [one.get("startAt") for one in file.all(".//a:buAutoNum", 2)]
    assert starts == [None, "2", "3"]


def test_two_lists_in_a_row_each_begin_at_one() -> None:
    one = '<ol class="list" data-style="1."><li data-number="1."><p>x</p></li><li data-number="2."><p>y</p></li></ol>'
    file = write(decks.deck(slide(one, one)))
    assert [one.get("startAt") for one in file.all(".//a:buAutoNum", 2)] == [None, None, "2"]
    assert words(placed(file, 2, 1)) == "x\ny\n1.\tx\ny"


def test_words_keep_their_looks() -> None:
    body = placed(sample(), 2, 1)
    looks: dict[str, etree._Element] = {}
    for run in body.iterfind(".//a:r", NAMESPACES):
        about = run.find("a:rPr", NAMESPACES)
        assert about is not None
        looks["".join(map(str, run.itertext()))] = about
    assert looks["upper"].get("b") == "1"
    assert looks["lower"].get("i") == "1"
    assert int(looks["3"].get("baseline", "0")) > 0 > int(looks["2"].get("baseline", "0"))
    code = looks["gauge 7"].find("a:latin", NAMESPACES)
    assert code is not None
    assert code.get("typeface") == "Courier New"
    assert looks["多摩川と荒川"].get("lang") == "ja-JP"
    asian = looks["多摩川と荒川"].find("a:ea", NAMESPACES)
    assert asian is not None
    assert asian.get("typeface") == "Noto Sans CJK JP"
    assert looks["Амур"].get("lang") == "ru-RU"
    assert {about.get("lang") for about in looks.values()} == {"en-GB", "ja-JP", "ko-KR", "ru-RU"}
    assert body.find(".//a:br", NAMESPACES) is not None


def test_links_lead_to_addresses_and_references_to_slides() -> None:
    links = sample().all(".//a:hlinkClick", 2)
    targets = sample().related(2)
    assert [(targets[one.get(f"{R}id", "")], one.get("action")) for one in links] == [
        ("https://example.org/gauges?a=1&b=2", None),
        ("slide4.xml", "ppaction://hlinksldjump"),
    ]


def test_foot_number_and_draft_stand_on_every_slide_but_the_first() -> None:
    for number in range(2, 9):
        assert words(placed(sample(), number, 11)) == "LARK/MOOT(3)/4"
        field = placed(sample(), number, 12).find(".//a:fld", NAMESPACES)
        assert field is not None
        assert (field.get("type"), "".join(map(str, field.itertext()))) == ("slidenum", str(number))
    assert [words(placed(sample(), number, 20)) for number in range(1, 9)] == ["Draft"] * 8
    assert "Slide number" not in names(sample(), 1)


def test_a_paper_that_is_no_draft_says_nothing() -> None:
    assert "Draft status" not in names(write(decks.deck(slide(text("Words")))), 2)


def test_what_the_speaker_says_is_in_the_notes() -> None:
    notes = [one.notes_slide.notes_text_frame.text if one.has_notes_slide else None for one in sample().slides]
    assert notes == [None, "Greet the keepers.\nSay who is not there.", *[None] * 6]


def test_a_page_of_notes_has_the_number_of_its_slide() -> None:
    file = write(decks.deck(slide(text("One")), slide(text("Two"), number=3, notes="<p>Say it.</p>")))
    notes = file.part("ppt/notesSlides/notesSlide1.xml")
    shapes = {
        kind.get("type"): shape for shape in notes.iterfind(".//p:sp", NAMESPACES) for kind in shape.iter("{*}ph")
    }
    assert list(shapes) == ["sldImg", "body", "sldNum"]
    assert [one.get("type") for one in shapes["sldNum"].iter("{*}fld")] == ["slidenum"]
    assert words(shapes["sldNum"]) == "3"


def test_links_of_the_notes_are_their_own_and_references_there_are_words() -> None:
    spoken = '<p>At <a class="link" href="https://example.org/x">x</a>, <a class="ref" href="#s2">slide 2</a>.</p>'
    file = write(decks.deck(slide(text("Words"), notes=spoken)))
    assert file.diagnostics == ()
    notes = file.part("ppt/notesSlides/notesSlide1.xml")
    links = notes.findall(".//a:hlinkClick", NAMESPACES)
    leads = {one.get("Id"): one.get("Target") for one in file.part("ppt/notesSlides/_rels/notesSlide1.xml.rels")}
    assert [leads[one.get(f"{R}id")] for one in links] == ["https://example.org/x"]
    assert [words(one) for one in notes.iter("{*}p")] == ["At x, slide 2.", "2"]


def test_nothing_shrinks_to_fit() -> None:
    file = write(decks.deck(slide(text(LONG * 40))))
    assert [fault.code for fault in file.diagnostics] == [Code.CROWDED_SLIDE]
    assert file.all(".//a:normAutofit", 2) == []
    assert len(file.all(".//a:noAutofit", 2)) == len(file.all(".//p:txBody", 2))


def test_tables_are_native_with_heads_and_spans() -> None:
    (shown,) = [one for one in sample().slides[3].shapes if one.has_table]
    grid = shown.table
    assert (len(grid.rows), len(grid.columns), grid.first_row, grid.first_col) == (7, 4, True, True)
    assert shown._element.nvGraphicFramePr.cNvPr.get("descr") == "Table 1. Shares of the flow"
    head, group, mills = grid.cell(0, 0), grid.cell(2, 0), grid.cell(3, 3)
    assert (head.span_height, grid.cell(0, 1).span_width, group.span_width, mills.span_height) == (2, 2, 4, 2)
    assert grid.cell(1, 0).is_spanned
    assert [grid.cell(3, column).text_frame.text for column in range(4)] == ["Larkhead", "1,147", "820", "14"]
    assert [grid.cell(row, 1).text_frame.paragraphs[0].alignment for row in (1, 3)] == [PP_ALIGN.RIGHT] * 2
    assert head.text_frame.paragraphs[0].runs[0].font.bold
    assert grid.cell(3, 0).text_frame.paragraphs[0].runs[0].font.bold is None
    shares = [column.width for column in grid.columns]
    assert abs(shares[0] - 2 * shares[1]) < 10


def test_charts_are_native_with_their_workbook() -> None:
    (shown,) = [one for one in sample().slides[4].shapes if one.has_chart]
    made = shown.chart
    assert [str(category) for category in made.plots[0].categories] == ["Spring", "Autumn"]
    assert [(one.name, tuple(one.values)) for one in made.plots[0].series] == [
        ("2029", (40.0, 22.0)),
        ("2030", (31.5, None)),
    ]
    assert made.part.chart_workbook.xlsx_part.blob[:2] == b"PK"
    assert shown._element.nvGraphicFramePr.cNvPr.get("descr", "").startswith("Column chart of flow by season")


def test_each_chart_has_parts_of_its_own() -> None:
    file = write(decks.deck(slide(chart(), chart("bar")), slide(chart("line"), number=3)))
    charts = [name for name in file.entries if name.startswith("ppt/charts/chart")]
    books = [name for name in file.entries if name.startswith("ppt/embeddings/")]
    assert (len(charts), len(books)) == (3, 3)


def test_pictures_say_what_they_show_and_keep_their_shape() -> None:
    (shown,) = [one for one in sample().slides[5].shapes if one.shape_type is not None and hasattr(one, "image")]
    assert shown._element.nvPicPr.cNvPr.get("descr") == "The weir at Larkhead from the east"
    assert shown.width / shown.height == 1.5
    assert shown.image.content_type == "image/png"


def test_a_drawing_has_a_picture_for_those_who_cannot_show_it() -> None:
    (blip,) = sample().all(".//a:blip", 7)
    (drawn,) = sample().all(".//asvg:svgBlip", 7)
    targets = sample().related(7)
    plain, vector = (targets[one.get(f"{R}embed", "")].replace("../", "ppt/") for one in (blip, drawn))
    assert sample().bytes(plain).startswith(b"\x89PNG")
    assert b"<svg" in sample().bytes(vector)


def test_a_picture_that_cannot_be_shown_is_said_in_words() -> None:
    for source, code in (("decks.py", Code.UNPRINTABLE), ("lost.png", Code.MISSING_FILE)):
        file = write(decks.deck(slide(image(30, 20, src=source))))
        (fault,) = file.diagnostics
        assert fault.code is code
        assert source in fault.message
        assert "[A weir]" in words(file.slide(2))


def test_panels_are_one_group_read_in_order() -> None:
    file = write(decks.deck(slide(panels(3, 3, 3))))
    (group,) = file.all(".//p:grpSp", 2)
    about = group.find("p:nvGrpSpPr/p:cNvPr", NAMESPACES)
    assert about is not None
    assert about.get("descr") == "Panels"
    shapes = group.findall("p:sp", NAMESPACES)
    assert [words(one).partition("\n")[0] for one in shapes] == [f"Panel {at}" for at in range(1, 10)]
    places = [one.find("p:spPr/a:xfrm/a:off", NAMESPACES) for one in shapes]
    across = [(int(one.get("y", "")), int(one.get("x", ""))) for one in places if one is not None]
    assert sorted(across) == across
    sizes = {tuple(one.values()) for one in group.iterfind("p:sp/p:spPr/a:xfrm/a:ext", NAMESPACES)}
    assert len({size[1] for size in sizes}) == 1


def test_no_two_shapes_of_a_slide_have_one_number() -> None:
    for number in range(1, 9):
        found = [one.get("id") for one in sample().all(".//p:cNvPr", number)]
        assert len(found) == len(set(found))


def test_what_powerpoint_has_no_form_for_is_said_and_printed_plain() -> None:
    file = write(decks.deck(slide(text("<q>odd</q> words"), table(1, 2))))
    (fault,) = file.diagnostics
    assert fault.code is Code.UNPRINTABLE
    assert "`q`" in fault.message
    assert fault.message.startswith("slide 2, ")
    assert "odd words" in words(file.slide(2))
