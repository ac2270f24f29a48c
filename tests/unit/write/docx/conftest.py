"""The sample paper, which uses the whole vocabulary of the Page, as a Word file; written once a process."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import readers
from unit.write.docx.word_file import HERE, WordFile, write

from neaspec_docs.model.page import Layout, Page


def sample_page() -> Page:
    return Page("moot-3/waters", ET.parse(HERE / "sample.xhtml").getroot())  # noqa: S314 -- our own file


@cache
def _written() -> WordFile:
    places = {"intro": 1, "shares": 2, "shares-lark": 2, "shares-upper": 2, "shares-lower": 2, "shares-heron": 3}
    places |= {"outlook": 4, "outlook-dry": 4, "annex-survey": 8, "moot-2/floods": 9}
    return write(sample_page(), layout=Layout(10, places))


@pytest.fixture
def sample() -> Page:
    return sample_page()


@pytest.fixture
def word() -> WordFile:
    return _written()


@pytest.fixture
def word_path(word: WordFile, tmp_path: Path) -> Path:
    path = tmp_path / "sample.docx"
    path.write_bytes(word.data)
    return path


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the PDF that LibreOffice makes of the sample."""
    folder = tmp_path_factory.mktemp("laid-out")
    path = folder / "sample.docx"
    path.write_bytes(_written().data)
    return readers.soffice(path, "pdf", folder)
