"""What we write is what the standards call Word and accessible PDF, by validators that are not ours."""

import page
import pypdf
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from papers import PROJECT, Built
from structure_tree import unread

FORMATS = (FileFormat.OFFICE_2016, FileFormat.MICROSOFT_365)


@pytest.mark.parametrize("version", FORMATS)
def test_word_files_are_office_open_xml(built: Built, paper: str, version: FileFormat) -> None:
    result = OpenXmlValidator(version).validate(str(built.file(paper, "docx")))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


def test_the_word_styles_are_office_open_xml() -> None:
    styles = PROJECT.template("styles.docx")
    assert styles is not None
    assert [str(error) for error in OpenXmlValidator(FileFormat.OFFICE_2016).validate(str(styles)).errors] == []


def test_all_that_stands_in_a_pdf_is_read(built: Built, paper: str) -> None:
    assert unread(pypdf.PdfReader(built.file(paper, "pdf"))) == []


def test_pdf_files_are_accessible(built: Built, paper: str) -> None:
    report = page.validate_pdf(built.file(paper, "pdf"), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.total > 100  # the profile was really read
