"""Each footnote stands at the foot of the page of its call."""

import html
import re
from dataclasses import dataclass
from pathlib import Path

import readers
from papers import Built
from readers import solid

_CALL = re.compile(r'<a [^>]*role="doc-noteref"[^>]*>(?:<sup>)?(\d+)')


TWO_LINES = 200
"""The characters of two lines of text, white space aside, are fewer."""


def test_each_note_is_on_the_page_of_its_call(built: Built, paper: str) -> None:
    for note in _places(built, paper, built.file(paper, "pdf")):
        assert note.page in note.left, note


def test_in_the_word_file_too_or_carried_over(built: Built, paper: str) -> None:
    """A word processor may carry a note over to the next page, where its call stands in the last two lines of one."""
    for note in _places(built, paper, built.laid_out(paper)):
        carried = note.left.get(note.page - 1)
        assert note.page in note.left or (carried is not None and carried < TWO_LINES), note


@dataclass(frozen=True)
class Note:
    """A note: the page it stands on, and for each page with its call the characters of text left below the call."""

    number: str
    page: int
    left: dict[int, int]


def _places(built: Built, paper: str, file: Path) -> list[Note]:
    """Find a call by the word before it, as the html has it, and a note by its number and first words."""
    notes = [entry for entry in built.outline(paper).entries if entry.type == "footnote"]
    openings = {str(note.number): f"{note.number}{solid(' '.join((note.text or '').split()[:5]))}" for note in notes}
    calls = _calls(built.file(paper, "html").read_text("utf-8"))
    assert set(calls) == set(openings)
    pages = dict(enumerate((solid(page) for page in readers.pdf_pages(file)), 1))
    feet = {
        at: min([len(page), *(page.find(one) for one in openings.values() if one in page)])
        for at, page in pages.items()
    }
    found = []
    for number, opening in openings.items():
        (on,) = (at for at, page in pages.items() if opening in page)
        call = f"{calls[number]}{number}"
        left = {at: feet[at] - page.index(call) - len(call) for at, page in pages.items() if call in page}
        assert left, call
        found.append(Note(number, on, left))
    return found


def _calls(markup: str) -> dict[str, str]:
    """Return the word before the first call of each note, by the note's number."""
    text = markup[markup.index("<main") :]
    calls: dict[str, str] = {}
    before = 0
    for call in _CALL.finditer(text):
        words = html.unescape(re.sub(r"<[^>]+>", "", text[before : call.start()])).split()
        calls.setdefault(call[1], words[-1])
        before = call.end()
    return calls
