"""A text, and two that it may be in the other version -> whether it is, and what changed in either half.

So a paragraph that an editor breaks in two, or two that run into one, keep their words: they neither go nor come.
"""

from collections.abc import Iterator, Sequence

from neaspec_docs.diff.wording import reading, words
from neaspec_docs.diff.wording.reading import Read
from neaspec_docs.diff.wording.words import Edit, Token
from neaspec_docs.model.change import Words

_MOST = 2 / 3
"""So much of what a half says must be said by the whole."""

_FEWEST = 3
"""A half of fewer words is none: it may well be another paragraph."""

_BREAK = Token("\n", "break")


def clear(whole: Sequence[Token], first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Say whether a text is two in the other version: either half says mostly what it says, in its order."""
    both = (*first, _BREAK, *second)
    stays = [place for edit in words.edits(whole, both) if edit.same for place in range(edit.new.start, edit.new.stop)]
    kept = [0, 0]
    for place in stays:
        kept[place > len(first)] += _is_word(both[place])
    return all(
        said >= max(_FEWEST, _MOST * sum(map(_is_word, half))) for said, half in zip(kept, (first, second), strict=True)
    )


def split(whole: Read, first: Read, second: Read) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Return what stayed and what changed in either half of a text that is two now."""
    both, at = _run_together(first, second), len(first.tokens)
    edits = words.edits(whole.tokens, both.tokens)
    before = (_until(edit, at) for edit in edits if edit.new.start <= at)
    after = (_from(edit, at + 1) for edit in edits if edit.new.stop > at + 1)
    return tuple(_worded(before, whole, both)), tuple(_worded(after, whole, both))


def joined(first: Read, second: Read, whole: Read) -> tuple[Words, ...]:
    """Return what stayed and what changed in a text that was two."""
    both, at = _run_together(first, second), len(first.tokens)
    return tuple(
        Words(text, text)
        if not edit.same and edit.old == slice(at, at + 1) and (text := "".join(whole.shown[edit.new])).isspace()
        else reading.words_of(edit, both, whole)
        for edit in words.edits(both.tokens, whole.tokens)
    )


def _run_together(first: Read, second: Read) -> Read:
    """Return two texts as one; the break between them has no words."""
    return Read(
        (*first.tokens, _BREAK, *second.tokens),
        (*first.shown, "", *second.shown),
        (*first.written, "", *second.written),
        (*first.looks, (), *second.looks),
    )


def _until(edit: Edit, end: int) -> Edit:
    """Return what of an edit belongs to the half that ends there."""
    return edit._replace(new=slice(edit.new.start, min(edit.new.stop, end)))


def _from(edit: Edit, start: int) -> Edit:
    """Return what of an edit belongs to the half that begins there; what went at the break went from the first."""
    if edit.new.start >= start:
        return edit
    return edit._replace(old=slice(edit.old.stop, edit.old.stop), new=slice(start, edit.new.stop))


def _worded(edits: Iterator[Edit], old: Read, new: Read) -> Iterator[Words]:
    """Give the words of one half; the blank that was at the break is none."""
    for edit in edits:
        one = reading.words_of(edit, old, new)
        if one.old.strip() or one.new:
            yield one


def _is_word(token: Token) -> bool:
    return any(sign.isalnum() for sign in token.text)
