"""What writers tell -> how far a build is: a line a paper with `-v`, else a bar on a terminal; else nothing.

The bar is for a terminal that can move its cursor: one that calls itself dumb gets none.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

import click

from neaspec_docs.cli.session import Session, coloured
from neaspec_docs.model.progress import Begin, Begun, Done, Step, Watch, unwatched


@contextmanager
def shown(session: Session) -> Iterator[Begin]:
    """Show progress on the standard error while the block runs."""
    if session.verbose:
        yield _lines
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not session.quiet:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        console = Console(stderr=True, no_color=not coloured(sys.stderr))
        done = BarColumn(24, style="bright_black", complete_style="green", finished_style="green")  # of sixteen colours
        columns = (done, MofNCompleteColumn(), TextColumn("papers{task.fields[pages]}  {task.description}"))
        with Progress(*columns, console=console, transient=True, auto_refresh=False) as bar:  # steps alone change it

            def begin(papers: Sequence[str]) -> Watch:
                task = bar.add_task("", total=len(papers), pages="")
                far = _Far()

                def watch(step: Step) -> None:
                    far.take(step)
                    in_hand, pages = ", ".join(far.in_hand), _length(far.pages)
                    bar.update(task, completed=far.done, description=in_hand, pages=pages, refresh=True)

                return watch

            yield begin
    else:
        yield unwatched


class _Far:
    """How far a build is: how many papers are done, with how many pages, and which are in hand."""

    def __init__(self) -> None:
        self.done = 0
        self.pages = 0
        self.in_hand: list[str] = []

    def take(self, step: Step) -> None:
        match step:
            case Begun(paper):
                self.in_hand.append(paper)
            case Done(paper, pages):
                self.done += 1
                self.pages += pages or 0
                self.in_hand = [other for other in self.in_hand if other != paper]
            case never:
                assert_never(never)


def _length(pages: int) -> str:
    """Return how many pages there are, as it is read after the papers."""
    return f", {pages} {'page' if pages == 1 else 'pages'}" if pages else ""


def _lines(papers: Sequence[str]) -> Watch:
    click.echo(f"writing {', '.join(papers)}", err=True)

    def watch(step: Step) -> None:
        if isinstance(step, Done):
            click.echo(f"{step.paper} is done{_length(step.pages or 0)}", err=True)

    return watch
