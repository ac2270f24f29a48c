"""Each footnote stands at the foot of the page of its call."""

import html
import re

import pytest
import readers
from papers import Built
from readers import solid

_CALL = re.compile(r'<a [^>]*role="doc-noteref"[^>]*>(?:<sup>)?(\d+)')


@pytest.mark.parametrize("reader", ["the PDF", "Word's file in LibreOffice"])
def test_each_note_is_on_the_page_of_its_call(built: Built, paper: str, reader: str) -> None:
    """A call is found by the word before it, as the html has it; a note by its number and first words."""
    notes = [entry for entry in built.outline(paper).entries if entry.type == "footnote"]
    file = built.file(paper, "pdf") if reader == "the PDF" else built.laid_out(paper)
    pages = [solid(page) for page in readers.pdf_pages(file)]
    calls = _calls(built.file(paper, "html").read_text("utf-8"))
    assert set(calls) == {note.number for note in notes}
    for note in notes:
        opening = f"{note.number}{solid(' '.join((note.text or '').split()[:5]))}"
        on = [number for number, page in enumerate(pages, 1) if opening in page]
        assert len(on) == 1, (opening, on)
        called = f"{calls[note.number or '']}{note.number}"
        assert any(called in page for page in pages), called
        assert called in pages[on[0] - 1], (called, on)


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
