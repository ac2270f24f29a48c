"""A pipeline call that makes files -> what is said of it on the terminal, a line a file, and the exit code."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import progress
from neaspec_docs.cli.session import CALL_IS_WRONG, CONTENT_HAS_ERRORS, Session, shown

if TYPE_CHECKING:
    from neaspec_docs.pipeline import Built, Made


def run(
    session: Session,
    folder: Path,
    make: "Callable[[progress.Begin], Built]",
    tell: "Callable[[Built], None] | None" = None,
) -> None:
    """Run what makes files below a folder, show how far it is and what came of it, and exit where that is not 0.

    `tell` shows what is wrong, in place of the project's own names of its files.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.diagnostics.codes import Code
    from neaspec_docs.project import PaperGivenError, UnknownTargetError
    from neaspec_docs.write.formats import UnfitFormatError

    try:
        with progress.shown(session) as begin:
            built = make(begin)
    except (UnknownTargetError, PaperGivenError, UnfitFormatError) as wrong:
        raise click.UsageError(str(wrong)) from None
    except OSError as refused:
        click.echo(f"Error: {refused.filename or folder} can't be written: {refused.strerror}", err=True)
        sys.exit(CALL_IS_WRONG)
    if tell is None:
        session.tell(built.diagnostics, session.project)
    else:
        tell(built)
    if not session.quiet:
        for made in built.made:
            click.echo(_line(shown(made.path), _length(made), made.seconds))
    if any(fault.code is Code.MISSING_LIBRARY for fault in built.diagnostics):
        sys.exit(CALL_IS_WRONG)
    if pipeline.stops((*built.old, *built.diagnostics)):
        sys.exit(CONTENT_HAS_ERRORS)


def _length(made: "Made") -> str:
    what = "slide" if made.slides else "page"
    return "" if made.pages is None else f"{made.pages} {what}" if made.pages == 1 else f"{made.pages} {what}s"


def _line(path: str, length: str, seconds: float) -> str:
    return f"{path:<44} {length:>9} {seconds:>6.1f} s"
