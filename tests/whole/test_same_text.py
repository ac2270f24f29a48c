"""A paper says the same in PDF, Word and html, and just what its content says, from the first word to the last.

What may differ, and why:

- the table of contents: page numbers stand in it where there are pages, and test_contents reads them;
- running heads, page numbers, "Draft": they belong to the page; in a PDF they are artifacts;
- the marks of lists that do not count, "•" and "–": in html they are drawn by the style sheet;
- where a note stands: html has its notes behind the text, LibreOffice at the foot of its page, so each is compared by
  its number, and the number where the note is called;
- the values of a chart as a table, which html has for those who can't see it: PDF and Word say them in its description;
- parts of a word in Word: LibreOffice parts a word where its letters are set apart, so letters are compared there, and
  not their order in Mongolian, for it paints those that another font lends (Ү) after the rest;
- the decimal sign of a chart in Word: it is that of the reader's computer;
- forms of a timetable, of lists of participants and documents: the content has their words, the template their order.
"""

from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache, partial
from pathlib import Path
from shutil import copytree

import pytest
import reading
from papers import IN_LANGUAGES, PAPERS, SAMPLE, SAMPLES, Built
from reading import Reading
from spoken import Passage, Spoken, spoken

from neaspec_docs import stages
from neaspec_docs.load import tree
from neaspec_docs.project import Project

_A_FORM = 400
"""At most so many words of a template's own stand in a form before the content's next."""

_LENT = frozenset({"mn/paper"})
"""Papers in which another font lends letters."""

Read = Callable[[str, str], Reading]


@pytest.fixture(params=PAPERS + SAMPLES + IN_LANGUAGES)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def read(built: Built) -> Read:
    return cache(partial(_reading, built))


def _reading(built: Built, paper: str, ending: str) -> Reading:
    file = built.file(paper, ending)
    match ending:
        case "pdf":
            return reading.pdf(file)
        case "docx":
            return reading.docx(file, built.folder / "tagged" / paper)
        case _:
            return reading.page(file)


def _difference(ours: list[str], theirs: list[str]) -> list[str]:
    """Return what has to be changed in one list of words to make the other of it, each with three words before."""
    if ours == theirs:
        return []
    return [
        f"{' '.join(ours[max(0, start - 3) : start])} [{' '.join(ours[start:end])}] is [{' '.join(theirs[first:last])}]"
        for tag, start, end, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        if tag != "equal"
    ]


def _same_letters(ours: list[str], theirs: list[str], *, ordered: bool = True) -> bool:
    letters, others = "".join(ours), "".join(theirs)
    return letters == others if ordered else sorted(letters) == sorted(others)


def _drawn(read: Reading, *, ordered: bool) -> list[list[str]]:
    """Return the words in each picture, or their letters, in no order, with one decimal sign for all languages."""
    said = (" ".join(words).replace(",", ".") for words in read.drawn)
    return [sorted(words.split() if ordered else words.replace(" ", "")) for words in said]


def missing(said: list[Passage], words: list[str]) -> list[str]:
    """Return what of the passages does not stand in these words, one right after the other, up to their end.

    The title is said above the text too, so the first is the place from which all follows.
    """
    title, *rest = said
    begins = [at for at in range(_A_FORM) if words[at : at + len(title.words)] == title.words]
    found = [_missing(rest, words, at + len(title.words)) for at in begins]
    return min(found, key=len, default=[" ".join(title.words)])


def _missing(said: list[Passage], words: list[str], at: int) -> list[str]:
    loose = False
    for passage in said:
        loose = loose or passage.loose
        reach = range(at, at + (_A_FORM if loose else 1))
        place = next((here for here in reach if words[here : here + len(passage.words)] == passage.words), None)
        if place is None:
            before, there = (" ".join(words[begin : begin + 8]) for begin in (max(0, at - 8), at))
            return [f"after `{before}`: `{' '.join(passage.words)}`, not `{there}`"]
        at, loose = place + len(passage.words), passage.loose
    return [] if loose or at == len(words) else [f"at the end: `{' '.join(words[at:])}`"]


def _spoken(built: Built, paper: str) -> Spoken:
    resolved, _ = stages.resolve(tree.content(built.project(paper)), (paper,))
    return spoken(resolved[0].document)


def test_html_says_what_the_content_says(built: Built, read: Read, paper: str) -> None:
    said, html = _spoken(built, paper), read(paper, "html")
    assert missing(said.passages, html.words) == []
    assert html.notes == said.notes
    for written, shown in zip(said.pictures, html.pictures, strict=True):
        assert shown
        assert not written or written == shown


def test_pdf_says_it_by_its_tags(read: Read, paper: str) -> None:
    html, pdf = read(paper, "html"), read(paper, "pdf")
    assert len(html.words) > 100
    assert _difference(html.words, pdf.words) == []
    assert pdf.notes == html.notes
    assert pdf.pictures == html.pictures


def test_word_says_it_as_libreoffice_reads_it(read: Read, paper: str) -> None:
    html, docx = read(paper, "html"), read(paper, "docx")
    ordered = paper not in _LENT
    if not _same_letters(html.words, docx.words, ordered=ordered):
        assert _difference(html.words, docx.words) == []
    assert docx.notes.keys() == html.notes.keys()
    assert all(_same_letters(note, docx.notes[number], ordered=ordered) for number, note in html.notes.items())
    assert docx.pictures == html.pictures
    assert _drawn(docx, ordered=ordered) == _drawn(html, ordered=ordered)


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_a_word_left_out_cells_exchanged_and_another_number_are_found(
    built: Built, read: Read, ending: str, tmp_path: Path
) -> None:
    """Another paper, with three changes, is read: each of them shows, in the right place, and nothing else."""
    name = "ex-1/herons"
    copytree(SAMPLE.root / "content", tmp_path / "content")
    file = tmp_path / f"content/{name}.yaml"
    text = file.read_text("utf-8")
    dropped, other = ("- in willows", "- willows"), ("The Bureau, 2, 0", "The Bureau, 3, 0")
    exchanged = "[May, Counting, Both lakes, All, 12, 4", "[May, Counting, Both lakes, All, 4, 12"
    for old, new in (dropped, exchanged, other):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    changed = _reading(Built(tmp_path, Project(tmp_path)), name, ending).words
    html = read(name, "html").words
    found = [change for change in _difference(html, changed) if "pening" not in change]  # LibreOffice parts this word
    assert found == [
        "( ii ) [in] is []",
        "Lake The Bureau [2] is [3]",
        "Both lakes All [] is [4]",
        "lakes All 12 [4] is []",
    ]
    assert missing(_spoken(built, name).passages, html) == []
    assert ending != "html" or missing(_spoken(built, name).passages, changed)
