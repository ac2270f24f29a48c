"""Each footnote stands at the foot of the page of its call."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import readers
from papers import Built
from readers import solid

_CALL = re.compile(r'<a [^>]*role="doc-noteref"[^>]*>(?:<sup>)?(\d+)')


def test_each_note_is_on_the_page_of_its_call(built: Built, paper: str) -> None:
    for number, called, noted in _places(built, paper, built.file(paper, "pdf")):
        assert noted in called, number


def test_in_the_word_file_too_or_carried_over(built: Built, paper: str) -> None:
    """A word processor may carry a note over to the next page, where the call stands in the last line of one."""
    for number, called, noted in _places(built, paper, built.laid_out(paper)):
        assert noted in called or noted - 1 in called, number


def _places(built: Built, paper: str, file: Path) -> Iterator[tuple[str, list[int], int]]:
    """Give each note's number, the pages that hold its call, and the page that it stands on.

    A call is found by the word before it, as the html has it; a note by its number and first words.
    """
    notes = [entry for entry in built.outline(paper).entries if entry.type == "footnote"]
    pages = [solid(page) for page in readers.pdf_pages(file)]
    calls = _calls(built.file(paper, "html").read_text("utf-8"))
    assert set(calls) == {note.number for note in notes}
    for note in notes:
        opening = f"{note.number}{solid(' '.join((note.text or '').split()[:5]))}"
        on = [number for number, page in enumerate(pages, 1) if opening in page]
        assert len(on) == 1, (opening, on)
        call = f"{calls[note.number or '']}{note.number}"
        called = [number for number, page in enumerate(pages, 1) if call in page]
        assert called, call
        yield note.number or "", called, on[0]


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
