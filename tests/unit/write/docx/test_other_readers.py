"""Programs that are not ours read our Word file: a validator, pandoc, and LibreOffice, which works fields out anew."""

import re
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import pytest
import readers
from openxml_audit import FileFormat, OpenXmlValidator
from readers import solid
from unit.write.docx.word_file import WordFile

from neaspec_docs.model.page import Page


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365])
def test_the_file_is_office_open_xml(word_path: Path, version: FileFormat) -> None:
    assert [str(error) for error in OpenXmlValidator(version).validate(str(word_path)).errors] == []


def test_pandoc_reads_every_word(word_path: Path, sample: Page) -> None:
    """All but the head of the page: contents, notes and cells too."""
    read = solid(readers.pandoc(word_path))
    body = sample.root.find("body")
    assert body is not None
    said = {text for element in body.iter() for text in (element.text, element.tail) if text and text.strip()}
    numbers = {"".join(span.itertext()) for span in body.iter("span") if span.get("class") == "number"}
    assert len(said) > 150
    assert [text for text in said if solid(text) not in read and text not in numbers] == []


def test_libreoffice_works_every_field_out_to_what_it_held(word: WordFile, tmp_path: Path) -> None:
    """The results are spoilt first, so that what comes back was worked out and not read."""
    spoilt = tmp_path / "spoilt.docx"
    _spoil(word, spoilt)
    assert {result for _, result in _live(WordFile(spoilt.read_bytes()))} == {"?"}
    computed = WordFile(readers.soffice(spoilt, "docx", tmp_path / "computed").read_bytes())
    assert len(_live(word)) > 15
    assert _live(computed) == _live(word)


def _live(word: WordFile) -> list[tuple[str, str]]:
    """Return the fields with what they hold; LibreOffice 25 writes a switch twice that it found once."""
    found = ((field.replace(r"\n \n", r"\n"), result) for field, result in word.fields())
    return [(field, result) for field, result in found if field.startswith(("REF", "SEQ"))]


def _spoil(word: WordFile, path: Path) -> None:
    """Write a copy of the file in which every field's result is a question mark."""
    begun = re.compile(r'(fldCharType="separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)[^<]*(</w:t>)')
    with ZipFile(path, "w") as package:
        for name in word.entries:
            data = word.bytes(name)
            package.writestr(name, begun.sub(r"\1?\2", data.decode()) if name == "word/document.xml" else data)


def test_libreoffice_numbers_as_the_page_does(laid_out: Path, sample: Page) -> None:
    """Each number that a list makes stands right before its words, in the order of the page."""
    read = solid("".join(readers.pdf_pages(laid_out)))
    place = read.rfind("I.Introduction")  # the contents have it first
    expected = [said for element in sample.root.iter() if (said := _numbered(element))]
    assert len(expected) > 25
    for said in expected:
        assert said in read[place:], said
        place = read.index(said, place)


def _numbered(element: Element) -> str:
    """Return the number and the first words of a heading, a numbered paragraph or an item; "" for all else."""
    number = element.get("data-number")
    if number is None or element.tag in {"span", "a"} or number in {"•", "–"}:
        return ""
    said = "".join(element.itertext()).replace(number, "", 1)
    for passage in element.iter("span"):
        if passage.get("class") == "passage":
            said = said.partition("".join(passage.itertext()))[0]
    return solid(number) + solid(said)[:12]


def test_libreoffice_gives_each_page_its_head_and_foot(laid_out: Path) -> None:
    """Upright and lying pages have the symbol at the outer edge; the first has neither symbol nor number."""
    text = subprocess.run(["pdftotext", "-layout", laid_out, "-"], check=True, capture_output=True).stdout.decode()
    pages = [[line.split() for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]
    assert len(pages) == 10
    assert pages[0][0] == ["Draft"]
    for number, lines in enumerate(pages[1:], 2):
        assert lines[0] == (["LARK/MOOT(3)/2", "Draft"] if number % 2 == 0 else ["Draft", "LARK/MOOT(3)/2"])
        assert lines[-1] == [str(number)]
    assert pages[0][-1] == ["Its", "second", "part", "was", "never", "printed."]  # a note, and no number below it
