"""`neaspec-docs fmt`: content in canonical form."""

import sys
from contextlib import nullcontext

import click

from neaspec_docs.cli import disk
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session, shown


@click.command(
    "fmt",
    epilog="Example: neaspec-docs fmt som-24/report",
    short_help="Lay out content as it should be; what it says stays.",
)
@click.argument("targets", nargs=-1, metavar="[TARGET...]", shell_complete=complete)
@click.option("--check", is_flag=True, help="Change nothing; exit 1 where a file would change.")
@click.pass_obj
def command(session: Session, targets: tuple[str, ...], *, check: bool) -> None:
    """Bring the files of each TARGET, a meeting (som-24) or a paper (som-24/report), into canonical form; or all.

    Keys come in their order, text has one sentence a line, comments stay. Each file that changes is named. One that
    can't be read is left as it is, and the others are written all the same.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.project import UnknownTargetError

    project = session.project
    try:
        with nullcontext() if check else disk.writing_below(project.content):
            formatted = pipeline.formatted(project, targets, write=not check)
    except UnknownTargetError as unknown:
        raise click.UsageError(str(unknown)) from None
    session.tell(formatted.diagnostics, project)
    if check or not session.quiet:
        for path in formatted.changed:
            click.echo(shown(path))
    if pipeline.stops(formatted.diagnostics) or (check and formatted.changed):
        sys.exit(CONTENT_HAS_ERRORS)
