"""Every element and class of docs/page.md has a form in Word, and what is none of them is told and still printed."""

import pytest
from unit.write.docx import word_file
from unit.write.docx.word_file import WordFile, own, words, write

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.model.page import Layout, Page
from neaspec_docs.project import Project
from neaspec_docs.render.vocabulary import RULES
from neaspec_docs.write.docx import writer

TAKEN_ELSEWHERE = {"caption", "box-title", "contents-title"}
"""Classes of `p` that stand in a block which gives them their form."""

TABLE = '<table data-widths="100"><tbody><tr><td><pre>Words told.</pre></td></tr></tbody></table>'


def test_the_sample_says_nothing_that_word_has_no_form_for(word: WordFile) -> None:
    assert word.diagnostics == ()


def test_nor_does_the_paper_of_every_block(page: Page, project: Project) -> None:
    assert writer.write(page, project, Layout(1, {})).diagnostics == ()


@pytest.mark.parametrize("kind", sorted((RULES["p"].classes or frozenset()) - TAKEN_ELSEWHERE))
def test_every_class_of_paragraph_has_a_style(kind: str) -> None:
    made = write(word_file.page(f'<p class="{kind}">Words of a kind.</p>'))
    assert made.diagnostics == ()
    assert own(made.paragraph("Words of a kind"), "w:pPr/w:pStyle")["val"] != "Normal"


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<video>Words told.</video>", "`video`"),
        ('<p class="poem">Words told.</p>', "`p` of class `poem`"),
        ('<p class="text">Words <u>told</u>.</p>', "`u`"),
        ('<p class="text">Words <span class="shout">told</span>.</p>', "`span` of class `shout`"),
        ('<p class="text">Words <a class="ref" href="#nowhere">told</a>.</p>', "`a` of class `ref`"),
        ('<div class="shelf"><p class="text">Words told.</p></div>', "`div` of class `shelf`"),
        ('<aside class="rant"><p>Words told.</p></aside>', "`aside` of class `rant`"),
        ('<ul class="list" data-style="star"><li><p>Words told.</p></li></ul>', "style `star`"),
        ('<div class="figure" id="f"><dl>Words told.</dl></div>', "`dl`"),
        ('<div class="row shelf" data-widths="100"><div class="cell"><p>Words told.</p></div></div>', "`row shelf`"),
        (f'<div class="table" id="t">{TABLE}</div>', "`pre`"),
    ],
)
def test_what_is_not_in_the_vocabulary_is_told_and_printed(markup: str, named: str) -> None:
    made = write(word_file.page(markup))
    assert [fault.code for fault in made.diagnostics] == [Code.UNPRINTABLE]
    assert named in made.diagnostics[0].message
    assert made.diagnostics[0].at.file == "content/moot-3/test.yaml"
    assert words(made.paragraph("Words")) == "Words told."
