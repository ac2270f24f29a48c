"""`neaspec-docs build TARGET...`: papers in Word, PDF and html."""

import sys
from pathlib import Path

import click

from neaspec_docs.cli import progress
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.session import CALL_IS_WRONG, CONTENT_HAS_ERRORS, Session, shown


class _Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats, split by commas."""

    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        from neaspec_docs.diagnostics.diagnostic import did_you_mean
        from neaspec_docs.write.formats import FORMATS

        if isinstance(value, tuple):
            return value
        wanted = tuple(dict.fromkeys(name.strip() for name in str(value).split(",")))
        for name in wanted:
            if name not in FORMATS:
                help = did_you_mean(name, FORMATS) or f"there are {', '.join(FORMATS)}"
                self.fail(f"there is no format `{name}`; {help}", param, ctx)
        return wanted


@click.command(
    "build",
    epilog="Example: neaspec-docs build som-24 nfp-2/background --format docx,html",
    short_help="Write papers in Word, PDF and html.",
)
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...", shell_complete=complete)
@click.option(
    "--format", "formats", type=_Formats(), default="docx,pdf", show_default=True, metavar="NAMES",
    help="docx, pdf, html: one or several, split by commas.",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Write below DIR, not below the project's build/.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Write N papers at a time [one a processor].")
@click.pass_obj
def command(
    session: Session, targets: tuple[str, ...], formats: tuple[str, ...], out: Path | None, jobs: int | None
) -> None:
    """Write the papers of each TARGET: a meeting (som-24) or a paper (som-24/report).

    Files go to build/MEETING/PAPER.docx and so on. Where the content has an error nothing is written.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.diagnostics.codes import Code
    from neaspec_docs.project import UnknownTargetError

    project = session.project
    folder = project.build if out is None else session.directory / out
    order = pipeline.Order(project, targets, formats, folder, jobs or 0)
    try:
        with progress.shown(session) as begin:
            built = pipeline.build(order, begin)
    except UnknownTargetError as unknown:
        raise click.UsageError(str(unknown)) from None
    except OSError as refused:
        click.echo(f"Error: {refused.filename or folder} can't be written: {refused.strerror}", err=True)
        sys.exit(CALL_IS_WRONG)
    session.tell(built.diagnostics, project)
    if not session.quiet:
        for made in built.made:
            click.echo(_line(shown(made.path), made.pages, made.seconds))
    if any(fault.code is Code.MISSING_LIBRARY for fault in built.diagnostics):
        sys.exit(CALL_IS_WRONG)
    if pipeline.stops(built.diagnostics):
        sys.exit(CONTENT_HAS_ERRORS)


def _line(path: str, pages: int | None, seconds: float) -> str:
    count = "" if pages is None else "1 page" if pages == 1 else f"{pages} pages"
    return f"{path:<44} {count:>9} {seconds:>6.1f} s"
