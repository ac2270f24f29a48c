"""A pipeline call that makes files -> what is said of it on the terminal, a line a file, and the exit code."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli.session import CALL_IS_WRONG, CONTENT_HAS_ERRORS, Session, shown
from neaspec_docs.write import lock

if TYPE_CHECKING:
    from neaspec_docs.model.progress import Begin
    from neaspec_docs.orders import Built, Made


def run(
    session: Session,
    folder: Path,
    make: "Callable[[Begin], Built]",
    tell: "Callable[[Built], None] | None" = None,
    unchanged: "Callable[[], Built | None]" = lambda: None,
) -> None:
    """Run what makes files below a folder, show how far it is and what came of it, and exit where that is not 0.

    Nobody else of this program writes below the folder meanwhile.

    `tell` shows what is wrong, in place of the project's own names of its files. `unchanged` is asked first: where it
    knows what comes of the call, nothing is made, and little imported.
    """
    built = unchanged()
    if built is None:
        built = _built(session, folder, make)
    else:
        lock.tidy(folder)
    if tell is None:
        session.tell(built.diagnostics, session.project)
    else:
        tell(built)
    if not session.quiet:
        for made in built.made:
            click.echo(_line(shown(made.path), _length(made), "kept" if made.kept else f"{made.seconds:.1f} s"))
        for path in built.orphans:
            click.echo(f"{shown(path)} is left of a paper that is gone: remove it if nobody wants it", err=True)
    if built.diagnostics or built.old:
        _exit_for(built)


def _built(session: Session, folder: Path, make: "Callable[[Begin], Built]") -> "Built":
    """Return what comes of making files; a call that is wrong ends the program."""
    from neaspec_docs.cli import disk, progress
    from neaspec_docs.project import PaperGivenError, UnknownTargetError
    from neaspec_docs.write.formats import UnfitFormatError
    from neaspec_docs.write.jobs import UnwrittenError

    try:
        with disk.writing_below(folder, elsewhere=True), progress.shown(session) as begin:
            return make(begin)
    except (UnknownTargetError, PaperGivenError, UnfitFormatError) as wrong:
        raise click.UsageError(str(wrong)) from None
    except UnwrittenError as ended:
        click.echo(f"Error: {ended}", err=True)
        sys.exit(CALL_IS_WRONG)


def _exit_for(built: "Built") -> None:
    """Exit where what is said of the files calls for a status that is not 0."""
    from neaspec_docs import pipeline
    from neaspec_docs.diagnostics.codes import Code

    if any(fault.code is Code.MISSING_LIBRARY for fault in built.diagnostics):
        sys.exit(CALL_IS_WRONG)
    if pipeline.stops((*built.old, *built.diagnostics)):
        sys.exit(CONTENT_HAS_ERRORS)


def _length(made: "Made") -> str:
    what = "slide" if made.slides else "page"
    return "" if made.pages is None else f"{made.pages} {what}" if made.pages == 1 else f"{made.pages} {what}s"


def _line(path: str, length: str, time: str) -> str:
    return f"{path:<44} {length:>9} {time:>8}"
