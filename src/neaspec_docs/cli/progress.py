"""How far a build is: a line a paper with `-v`, else a bar on a terminal, and nothing where neither is."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import click

from neaspec_docs.cli.session import Session

Begin: TypeAlias = Callable[[Sequence[str]], Callable[[str], None]]
"""Gets the names of the papers to be written, and returns what is told of each one that is done."""


@contextmanager
def shown(session: Session) -> Iterator[Begin]:
    """Show progress on the standard error while the block runs."""
    if session.verbose:
        yield _lines
    elif sys.stderr.isatty() and not session.quiet:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (BarColumn(24), MofNCompleteColumn(), TextColumn("papers  {task.description}"))
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

            def begin(papers: Sequence[str]) -> Callable[[str], None]:
                task = bar.add_task(papers[0] if papers else "", total=len(papers))
                return lambda paper: bar.update(task, advance=1, description=f"{paper} is done")

            yield begin
    else:
        yield lambda _: lambda _: None


def _lines(papers: Sequence[str]) -> Callable[[str], None]:
    click.echo(f"writing {', '.join(papers)}", err=True)
    return lambda paper: click.echo(f"{paper} is done", err=True)
