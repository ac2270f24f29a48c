"""Marks that are as wide as a character: those of Chinese and Japanese words, and no others."""

import io
from typing import Any
from xml.etree.ElementTree import XML, tostring

import pypdf
import pytest

from neaspec_docs.model.page import Page
from neaspec_docs.project import Project
from neaspec_docs.write import full_width
from neaspec_docs.write.pdf.writer import write


def marked(markup: str, language: str) -> str:
    """Return the markup of a paragraph with what is wide in brackets."""
    root = XML(f'<html lang="{language}"><p>{markup}</p></html>')
    said = "".join(root.itertext())
    full_width.mark(root)
    assert "".join(root.itertext()) == said
    for span in root.iter("span"):
        if span.get("class") == "full-width":
            span.text = f"[{span.text}]"
    made = str(tostring(root[0], encoding="unicode"))[3:-4]
    return made.replace('<span class="full-width">', "").replace("]</span>", "]")


@pytest.mark.parametrize(
    ("language", "markup", "expected"),
    [
        ("zh", "所称“鹤”系指", "所称[“]鹤[”]系指"),
        ("zh-Hans", "“‘湿地’一词”由", "[“‘]湿地[’]一词[”]由"),
        ("zh", "“IUCN红色名录”", "[“]IUCN红色名录[”]"),
        ("zh", "称“Grus grus”的鹤", "称“Grus grus”的鹤"),
        ("zh", "IUCN’s list", "IUCN’s list"),
        ("zh", "“IUCN’s 名录”", "[“]IUCN’s 名录[”]"),
        ("zh", "鹤——尤其是 A—B", "鹤[——]尤其是 A—B"),
        ("zh", "鹤…… and more…", "鹤[……] and more…"),
        ("zh", "约翰·史密斯, J·K", "约翰[·]史密斯, J·K"),
        ("zh", "“下一段还有", "[“]下一段还有"),
        ("zh", "到此为止”", "到此为止[”]"),
        ("zh", "“Grus <em>grus</em>是鹤”", "[“]Grus <em>grus</em>是鹤[”]"),
        ("zh", "甲<em>乙“丙</em>丁”戊", "甲<em>乙[“]丙</em>丁[”]戊"),
        ("zh", "鹤<code>“鹤”</code>", "鹤<code>“鹤”</code>"),
        ("zh", '<span lang="ko">두루미 “학”</span>', '<span lang="ko">두루미 “학”</span>'),
        ("ja", "ツル――鶴…と“鶴”", "ツル――鶴[…]と“鶴”".replace("――", "[――]")),
        ("ko", "두루미 “학” — 새…", "두루미 “학” — 새…"),
        ("en", "the “鹤” — 鹤…", "the “鹤” — 鹤…"),
    ],
)
def test_marks_of_east_asian_words_are_wide(language: str, markup: str, expected: str) -> None:
    assert marked(markup, language) == expected


def test_each_paragraph_is_a_line_of_its_own() -> None:
    root = XML(
        '<html lang="zh"><head><title>“鹤”</title></head><ul><li><p>“Grus</p></li><li><p>鹤</p></li></ul></html>'
    )
    full_width.mark(root)
    assert [*root.iter("span")] == []


def test_a_pdf_takes_them_from_the_font_of_the_characters_beside_them(project: Project) -> None:
    root = XML('<html lang="zh"><head/><body class="paper"><p>称“鹤”和«x»，称‘Grus’。</p></body></html>')
    fonts: dict[str, str] = {}

    def note(text: str, _matrix: object, _line: object, font: Any, _size: object) -> None:  # noqa: ANN401 -- pypdf's
        fonts.update(dict.fromkeys(text.strip(), str(font["/BaseFont"]).partition("+")[2] if font else ""))

    pypdf.PdfReader(io.BytesIO(write(Page("ex-1/herons", root), project).data)).pages[0].extract_text(visitor_text=note)
    assert {sign for sign, font in fonts.items() if "CJK" in font} == {*"称“鹤”和，。"}
    assert {sign for sign, font in fonts.items() if "Liberation" in font} == {*"«x»‘Grus’"}
