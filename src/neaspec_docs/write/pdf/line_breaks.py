"""Text that is to be broken into lines -> no more of it than the next line needs, so that a paragraph takes its length.

WeasyPrint 70 (`split_first_line` of its `text/line_break.py`) looks at a line's worth first; where that holds no place
to break, as in a word of thousands of letters, it takes all that is left of the paragraph instead, for each line again:
fifty thousand letters take a minute. What stands far behind a line does not change where it ends.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from weasyprint.layout import inline, preferred
from weasyprint.text.line_break import split_first_line

Split: TypeAlias = Callable[..., tuple[Any, int, int | None, float, float, float]]

_FIRST_TRY = 1_000
"""Characters that are tried: with what is left of most paragraphs nothing is done."""

_FAR = 2
"""A line that ends within the first half of what was tried is not changed by what follows."""


def break_short() -> None:
    """Let WeasyPrint break lines so, from now on."""
    inline.split_first_line = preferred.split_first_line = _first_line


def _first_line(text: str, *arguments: Any, **options: Any) -> tuple[Any, int, int | None, float, float, float]:  # noqa: ANN401
    """Return what `split_first_line` does of the whole text."""
    split: Split = split_first_line
    tried = _FIRST_TRY
    while tried < len(text):
        some = text[:tried]
        found = split(some, *arguments, **options)
        resume = found[2]
        if resume is not None and resume < len(some.encode()) // _FAR:
            return found
        tried *= 2
    return split(text, *arguments, **options)
