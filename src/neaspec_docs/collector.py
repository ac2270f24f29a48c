"""Python's collector of unused cycles -> called seldom, for what is made for a build lives until it ends.

Out of the box it goes through the youngest objects after each 700 more of them than there were, and a page laid out is
hundreds of thousands that refer to each other: a tenth of the time of a build found next to nothing to free. While
modules are imported, content becomes Pages, and a PDF is made, it is not called at all (Python's library, gc).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

BETWEEN = 50_000
"""So many more objects may be there before the youngest are gone through."""


def rest() -> None:
    """Let the collector not run until `go_on`."""
    call_seldom()
    gc.disable()


def go_on() -> None:
    """Let it run again, where it rests; what is there by now is left aside, for it lives until the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@dataclass
class _Blocks:
    """How many blocks are undisturbed now, and whether the collector ran when the first of them began."""

    going_on: int = 0
    ran: bool = False


_BLOCKS = _Blocks()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let what is done meanwhile make as much as it likes: nothing is looked for.

    The block may stand in a generator that waits while another is at work: the collector is as it was when the last
    such block has ended.
    """
    if not _BLOCKS.going_on:
        _BLOCKS.ran = gc.isenabled()
    _BLOCKS.going_on += 1
    gc.disable()
    try:
        yield
    finally:
        _BLOCKS.going_on -= 1
        if _BLOCKS.ran and not _BLOCKS.going_on:
            gc.enable()


def call_seldom() -> None:
    """Let the collector run as seldom as fits a process that ends when its work is done."""
    gc.set_threshold(BETWEEN, *gc.get_threshold()[1:])


def leave_all() -> None:
    """Look at nothing any more: where the process ends, the system frees its memory at once."""
    gc.freeze()
