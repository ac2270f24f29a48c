"""What a screen reader comes to: the structure tree of small Pages, rule by rule (docs/accessibility.md)."""

import io
import re
import signal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import page as page_validation
import pypdf
import pytest
import readers
from structure_tree import kids, marked, text, tree, unread

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Severity
from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write.pdf import engine
from neaspec_docs.write.pdf.writer import write

WORDS = "The heron stands in the shallow water of the lake and waits for what comes by. "
LONG = WORDS * 130
"""More than two pages."""


def made(body: str, project: Project, language: str = "en") -> pypdf.PdfReader:
    """Return the PDF of a Page with this body; nothing is to be said of it, and all of it is read."""
    head = '<head><title>Herons</title><meta name="paper" content="ex-1/herons"/></head>'
    root = fromstring(  # noqa: S314 -- our own words
        f'<html lang="{language}">{head}<body class="paper">{body}</body></html>'
    )
    written = write(Page("ex-1/herons", root), project)
    assert written.diagnostics == ()
    report = page_validation.validate_pdf_bytes(written.data, profile="ua1")
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []
    reader = pypdf.PdfReader(io.BytesIO(written.data))
    assert unread(reader) == []
    return reader


def read(body: str, project: Project) -> str:
    return text(made(f'<h1 class="title">Herons</h1><main>{body}</main>', project), words=30)


def nodes(node: Any, kind: str) -> list[Any]:  # noqa: ANN401 -- pypdf's objects are of any kind
    below = [kid for kid in kids(node) if isinstance(kid, dict) and "/S" in kid]
    return [found for kid in below for found in ([kid] if kid["/S"] == f"/{kind}" else []) + nodes(kid, kind)]


def lines(said: str, *kinds: str) -> list[str]:
    """Return the lines of these kinds, without what they are set in by."""
    return [line.strip() for line in said.splitlines() if line.split()[0] in kinds]


# ---------------------------------------------------------------- one thing is one element


def test_a_paragraph_over_three_pages_is_one(project: Project) -> None:
    assert read(f"<p class='text'>{LONG}</p>", project) == (
        "Document\n  H1\n    “Herons”\n  P over 3 pages\n    “The heron stand … what comes by.”\n"
    )


def test_lists_quotes_boxes_and_sections_over_pages_are_one_each(project: Project) -> None:
    item = f"<li data-number='(a)'><p>{WORDS * 60}</p><p>{WORDS}</p></li>"
    body = (
        f"<section data-level='1'><h2 data-level='1'><span class='words'>Water</span></h2>"
        f"<ol class='list' data-style='(a)'>{item}{item}</ol><blockquote><p>{LONG}</p></blockquote></section>"
    )
    said = read(body, project)
    assert lines(said, "Sect", "L", "BlockQuote") == [
        "Sect", "L ListNumbering=LowerAlpha over 3 pages", "BlockQuote over 3 pages",
    ]  # fmt: skip
    assert len(lines(said, "LI", "Lbl", "LBody")) == 6
    assert len(lines(said, "P")) == 5


ROW = (
    "<tr><th scope='row'>Lake {0}</th><td rowspan='2'>{1}</td><td>{0}</td></tr>"
    "<tr><th scope='row'>Shore {0}</th><td/></tr>"
)


def table(rows: str, head: str = "", columns: int = 3, caption: str = "") -> str:
    widths = " ".join(str(100 // columns) for _ in range(columns))
    said = f"<p class='caption'><span class='words'>{caption}</span></p>" if caption else ""
    return f"<div class='table' id='t'>{said}<table data-widths='{widths}'>{head}<tbody>{rows}</tbody></table></div>"


HEAD = (
    "<thead><tr><th scope='col' rowspan='2'>Where</th><th scope='colgroup' colspan='2'>Nests</th></tr>"
    "<tr><th scope='col'>Reed</th><th scope='col'>Tree</th></tr></thead>"
)


def test_a_table_over_pages_is_one_and_its_heads_are_read_once(project: Project) -> None:
    rows = "".join(ROW.format(number, WORDS * 4) for number in range(30))
    reader = made(f"<h1>Herons</h1><main>{table(rows, HEAD, caption='Nests')}</main>", project)
    said = text(reader, words=30)
    (one,) = lines(said, "Table")
    assert re.fullmatch(r"Table over [3-9] pages", one)
    assert [len(lines(said, kind)) for kind in ("Caption", "THead", "TBody", "TR", "TH", "TD")] == [1, 1, 1, 62, 64, 90]
    (top,) = nodes(tree(reader), "Table")
    assert [kid["/S"] for kid in kids(top)] == ["/Caption", "/THead", "/TBody"]
    assert "“Where”" in said  # once, though
    assert "Where" in reader.pages[1].extract_text()  # it is seen again


# ---------------------------------------------------------------- tables


def test_cells_name_the_heads_that_they_stand_by(project: Project) -> None:
    group = "<tr class='group'><th scope='rowgroup' colspan='3'>{}</th></tr>"
    rows = group.format("North") + ROW.format(1, "both") + group.format("South") + ROW.format(2, "")
    reader = made(f"<h1>Herons</h1><main>{table(rows, HEAD)}</main>", project)
    (one,) = nodes(tree(reader), "Table")
    names = {node["/ID"]: text(reader, node).split("“")[1].split("”")[0] for node in nodes(one, "TH")}
    cells = [
        [*(names[name] for name in cell["/A"].get("/Headers", ()))]
        for kind in ("TH", "TD")
        for cell in nodes(one, kind)
    ]
    assert cells == [
        [], [], ["Nests"], ["Nests"],  # what stands above the columns
        [], ["Where", "North"], ["Where", "North"], [], ["Where", "South"], ["Where", "South"],
        ["Nests", "Reed", "North", "Lake 1", "Shore 1"], ["Nests", "Tree", "North", "Lake 1"],
        ["Nests", "Tree", "North", "Shore 1"],
        ["Nests", "Reed", "South", "Lake 2", "Shore 2"], ["Nests", "Tree", "South", "Lake 2"],
        ["Nests", "Tree", "South", "Shore 2"],
    ]  # fmt: skip
    assert [node["/A"]["/Scope"] for node in nodes(one, "TH")] == ["/Column"] * 4 + ["/Row"] * 6


def test_one_row_of_heads_needs_no_more_than_its_scope(project: Project) -> None:
    head = "<thead><tr><th scope='col'>Lake</th><th scope='col'>Nests</th></tr></thead>"
    said = read(table("<tr><td>North</td><td>7</td></tr>", head, 2), project)
    assert lines(said, "TH") == ["TH Scope=Column"] * 2
    assert lines(said, "TD") == ["TD"] * 2


def test_a_table_without_heads_is_given_some(project: Project) -> None:
    said = read(table("<tr><td>North</td><td>7</td></tr><tr><td/><td>8</td></tr>", columns=2), project)
    assert lines(said, "TH", "TD") == [
        "TH ID='table-1.head-1' Scope=Row", "TD Headers=table-1.head-1",
        "TH ID='table-1.head-2' Scope=Row", "TD Headers=table-1.head-2",
    ]  # fmt: skip


def test_every_name_is_unique_and_leads_to_its_element(project: Project) -> None:
    note = "<span class='footnote' id='fn.{0}' data-number='{0}'><span class='passage'>Note {0}.</span></span>"
    body = f"<p>Words{note.format(1)} and words.{note.format(2)}</p>" + 2 * table(ROW.format(1, "x"), HEAD)
    reader = made(f"<h1>Herons</h1><main>{body.replace(chr(39) + 't' + chr(39), chr(39) * 2)}</main>", project)
    flat = tree(reader)["/IDTree"]["/Names"]
    named = {str(name): node.get_object()["/ID"] for name, node in zip(flat[::2], flat[1::2], strict=True)}
    assert list(named) == sorted(named)
    assert all(name == given for name, given in named.items())
    assert len(named) == 2 + 2 * 6


# ---------------------------------------------------------------- notes, links, contents, headings


def test_a_note_stands_after_its_mark_and_begins_with_its_number(project: Project) -> None:
    note = (
        "<span class='footnote' id='fn.a' data-number='1'><span class='passage'>See it.</span>"
        "<span class='passage'>And that.</span></span>"
    )
    said = read(f"<p>Herons{note} wait.<a class='noteref' href='#fn.a' data-number='1'>1</a></p>", project)
    assert said.partition("  P\n")[2] == (
        "    “Herons”\n"
        "    Reference\n      Link\n        → fn.a\n        “1”\n"
        "    Note ID='fn.a'\n      Lbl\n        “1”\n      P\n        “See it.”\n      P\n        “And that.”\n"
        "    “wait.”\n"
        "    Reference\n      Link\n        → fn.a\n        “1”\n"
    )


def test_a_note_of_a_heading_is_no_part_of_it(project: Project) -> None:
    note = "<span class='footnote' id='fn.a' data-number='1'><span class='passage'>See it.</span></span>"
    body = f"<section data-level='1'><h2 data-level='1'><span class='words'><em>Water{note}</em></span></h2></section>"
    said = read(body, project)
    assert "    H2\n      Em\n        “Water”\n        Reference\n" in said
    assert "\n    Note ID='fn.a'\n" in said


def test_a_link_broken_over_lines_is_one_that_says_its_words(project: Project) -> None:
    said = "words that lead on for so long that they fill more than the one line that they are given here and go on"
    body = f"<p>{WORDS}<a class='ref' href='#here'>{said}</a> <a class='link' href='https://example.org/'>out</a></p>"
    reader = made(f"<h1 id='here'>Herons</h1><main>{body}</main>", project)
    inner, outer = nodes(tree(reader), "Link")
    annotations = [kid["/Obj"].get_object() for kid in kids(inner) if isinstance(kid, dict) and "/Obj" in kid]
    assert len(annotations) == 2
    assert {str(one["/Contents"]) for one in annotations} == {said}
    assert all(one["/F"] == 4 for one in annotations)  # it is printed (ISO 19005-3 6.3.2)
    assert len(kids(outer)) == 2


def test_contents_nest_as_their_sections_do_and_dots_are_not_read(project: Project) -> None:
    lines_of = "".join(
        f"<li data-level='{level}'><a href='#s{at}'><span class='number'>{at}.</span> "
        f"<span class='words'>Part {at}</span></a></li>"
        for at, level in enumerate((2, 1, 2, 3, 1), 1)
    )
    sections = "".join(f"<h2 id='s{at}' data-level='1'><span class='words'>Part {at}</span></h2>" for at in range(1, 6))
    nav = f"<nav class='contents'><p class='contents-title'>Contents</p><ol>{lines_of}</ol></nav>"
    said = text(made(f"<h1>Herons</h1>{nav}<main>{sections}</main>", project))
    outline = [line for line in said.splitlines() if line.strip() in {"TOC", "TOCI"} or "      “Part" in line]
    assert outline == [
        "  TOC", "    TOCI", "          “Part 1”",
        "    TOCI", "          “Part 2”",
        "      TOC", "        TOCI", "              “Part 3”",
        "          TOC", "            TOCI", "                  “Part 4”",
        "    TOCI", "          “Part 5”",
    ]  # fmt: skip
    assert said.count("“1”") == 5  # their pages
    assert ". ." not in said


def test_sections_of_an_annex_are_headed_a_level_below_it(project: Project) -> None:
    section = "<section data-level='1'><h2 data-level='1'><span class='words'>{}</span></h2><p>Words.</p></section>"
    heading = "<h2 class='annex-heading'><span class='label'>{}</span><br/><span class='words'>{}</span></h2>"
    inner = f"<section class='annex'>{heading.format('Appendix', 'C')}{section.format('D')}</section>"
    annex = f"<section class='annex' lang='ru'>{heading.format('Annex', 'A')}{section.format('B')}{inner}</section>"
    said = text(made(f"<h1>Herons</h1><main>{section.format('M')}</main>{annex}", project))
    headings = [line.strip()[:2] for line in said.splitlines() if re.match(r" *H\d", line)]
    assert headings == ["H1", "H2", "H2", "H3", "H3", "H4"]
    assert lines(said, "Sect") == ["Sect", "Sect Lang='ru'", "Sect", "Sect", "Sect"]


@pytest.mark.parametrize(
    ("style", "numbering"),
    [("1.", "Decimal"), ("(a)", "LowerAlpha"), ("A.", "UpperAlpha"), ("(i)", "LowerRoman"), ("I.", "UpperRoman"),
     ("bullet", "Disc"), ("dash", "Disc")],
)  # fmt: skip
def test_a_list_says_how_it_is_numbered(style: str, numbering: str, project: Project) -> None:
    said = read(f"<ol class='list' data-style='{style}'><li data-number='x'><p>One</p></li></ol>", project)
    assert lines(said, "L") == [f"L ListNumbering={numbering}"]
    assert said.endswith("    LI\n      Lbl\n        “x”\n      LBody\n        P\n          “One”\n")


# ---------------------------------------------------------------- figures and artifacts


def test_a_figure_holds_its_caption_says_it_and_knows_its_place(project: Project) -> None:
    caption = "<p class='caption'><span class='label'>Figure 1</span>. <span class='words'>Map</span></p>"
    image = "<img src='content/som-24/images/map.png' alt='Two lakes' width='480' height='200'/>"
    reader = made(
        f"<h1>Herons</h1><main><div class='figure'>{caption}{image}<p class='source'>Us</p></div></main>", project
    )
    (figure,) = nodes(tree(reader), "Figure")
    assert figure["/Alt"] == "Figure 1. Map. Two lakes"
    assert [kid["/S"] for kid in kids(figure) if isinstance(kid, dict)] == ["/Caption"]
    left, low, right, high = (float(length) for length in figure["/A"]["/BBox"])
    assert 360 < right - left < 369  # a picture of 480 pixels, and its caption above it at the edge of the measure
    assert 160 < high - low < 175
    assert 842 - 20 * 72 / 25.4 > high > low > 500  # from the foot of the page
    assert kids(figure["/P"])[1]["/S"] == "/P"


def test_what_stands_in_the_margins_is_pagination(project: Project) -> None:
    head = '<head><title>Herons</title><meta name="running-head" content="EX/1"/></head>'
    root = fromstring(  # noqa: S314 -- our own words
        f'<html lang="en">{head}<body><h1>Herons</h1><main><p>{LONG}</p></main></body></html>'
    )
    reader = pypdf.PdfReader(io.BytesIO(write(Page("ex-1/herons", root), project).data))
    contents: Any = reader.pages[1]["/Contents"]
    stream = contents.get_object().get_data().decode("latin-1")
    found = re.findall(r"/Artifact\s*<<([^>]*)>>\s*BDC", stream)
    assert sorted(" ".join(one.split()) for one in found) == [
        "/Type /Pagination/Subtype /Footer", "/Type /Pagination/Subtype /Header",
    ]  # fmt: skip
    assert None not in [mark for mark, _ in marked(reader, reader.pages[1])]
    assert "EX/1" not in text(reader)


# ---------------------------------------------------------------- style sheets of one's own

HOSTILE = """
@page { @top-left { opacity: .5 } @bottom-right { opacity: .5; transform: rotate(2deg) } }
p { opacity: .5; transform: rotate(1deg); border-radius: 4px; box-shadow: 1px 1px 3px red }
p p, li p, strong { opacity: .4; display: inline-block }
h2 { opacity: .4; background: linear-gradient(red, blue); margin: -20px 0 0 -2cm }
h2::before { content: counter(page) " "; opacity: .3; display: inline-block }
td { opacity: .8; overflow: hidden; height: 3px }
.footnote { opacity: .5 }
.gone { display: none }
.hidden { visibility: hidden }
.fixed { position: fixed; bottom: 0; opacity: .9 }
"""


@pytest.fixture
def styled_by_an_enemy(project: Project) -> Project:
    """Return a project whose style sheet does what it can to take words away from where they are looked for."""
    shipped = project.template("style.css")
    assert shipped is not None
    (project.root / "templates").mkdir(exist_ok=True)
    (project.root / "templates" / "style.css").write_text(shipped.read_text("utf-8") + HOSTILE, "utf-8")
    return project


def test_whatever_a_style_sheet_does_what_is_seen_is_read_or_an_artifact(styled_by_an_enemy: Project) -> None:
    """What is paler is painted on a form of its own: its words are read all the same, in their place."""
    said = read(
        "<h2>Lakes</h2><p>One <strong>two</strong> three.</p><ul data-style='bullet'><li><p>Four.</p></li></ul>"
        "<table><colgroup><col/></colgroup><thead><tr><th scope='col'>Lake</th></tr></thead>"
        "<tbody><tr><td>North</td></tr></tbody></table>"
        f"<p class='gone'>Gone.</p><p class='hidden'>Hidden.</p><p class='fixed'>Fixed.</p><p>{LONG}</p>",
        styled_by_an_enemy,
    )
    for words in ("1 Lakes", "One", "two", "three.", "Four.", "Lake", "North"):
        assert f"“{words}”" in said
    assert "P over 3 pages" in said
    assert said.count("“Fixed.”") == 1  # it is seen on every page
    assert "Gone" not in said


def test_vera_finds_nothing_in_what_such_a_style_sheet_makes(styled_by_an_enemy: Project, tmp_path: Path) -> None:
    root = fromstring(  # noqa: S314 -- our own words
        "<html lang='en'><head><title>Herons</title></head><body><h1>Herons</h1><main><h2>Lakes</h2>"
        f"<p>One <strong>two</strong>.</p><p class='fixed'>Fixed.</p><p>{LONG}</p></main></body></html>"
    )
    file = tmp_path / "herons.pdf"
    file.write_bytes(write(Page("ex-1/herons", root), styled_by_an_enemy).data)
    assert [*readers.vera([file], "ua1").values(), *readers.vera([file], "3a").values()] == [[], []]


def test_a_style_sheet_that_weasyprint_stops_at_is_a_fault_in_it(project: Project) -> None:
    (project.root / "templates").mkdir(exist_ok=True)
    (project.root / "templates" / "style.css").write_text("li::marker { content: 'x'; position: absolute }", "utf-8")
    root = fromstring("<html lang='en'><head/><body><ul><li><p>One</p></li></ul></body></html>")  # noqa: S314
    written = write(Page("ex-1/herons", root), project)
    (fault,) = written.diagnostics
    assert (fault.code, fault.at.file, fault.severity) == (Code.TEMPLATE_FAULT, "templates/style.css", Severity.ERROR)
    assert written.data == b""


def test_a_style_sheet_that_comes_to_no_end_is_a_fault_in_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns in columns are tried out ever more often."""
    monkeypatch.setattr(engine, "LEAST", 0.5)
    monkeypatch.setattr(engine, "FOR_A_WORD", 0)
    (project.root / "templates").mkdir(exist_ok=True)
    (project.root / "templates" / "style.css").write_text("section, p { columns: 2 }", "utf-8")
    body = "<section>" * 40 + f"<p>{LONG}</p>" * 3 + "</section>" * 40
    root = fromstring(f"<html lang='en'><head/><body>{body}</body></html>")  # noqa: S314 -- our own words
    written = write(Page("ex-1/herons", root), project)
    (fault,) = written.diagnostics
    assert (fault.code, fault.at.file, fault.severity) == (Code.TEMPLATE_FAULT, "templates/style.css", Severity.ERROR)
    assert "not done after" in fault.message
    assert written.data == b""
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
