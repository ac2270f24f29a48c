"""`neaspec-docs build TARGET...`: papers in Word, PDF and html, slides in PowerPoint."""

from pathlib import Path

import click

from neaspec_docs.cli import making
from neaspec_docs.cli.format_names import Formats
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.session import Session


@click.command(
    "build",
    epilog="Example: neaspec-docs build som-24 nfp-2/background --format docx,html",
    short_help="Write papers in Word, PDF and html, slides in PowerPoint.",
)
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...", shell_complete=complete)
@click.option(
    "--format", "formats", type=Formats(), metavar="NAMES",
    help="docx, pptx, pdf, html: one or several, split by commas [docx,pdf; of slides pptx,pdf].",
)  # fmt: skip
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Write below DIR, not below the project's build/.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Write N papers at a time [one a processor].")
@click.pass_obj
def command(
    session: Session, targets: tuple[str, ...], formats: tuple[str, ...] | None, out: Path | None, jobs: int | None
) -> None:
    """Write the papers of each TARGET: a meeting (som-24) or a paper (som-24/report).

    Files go to build/MEETING/PAPER.docx and so on, each paper in those formats that it can have. Where the
    content has an error nothing is written.
    """
    from neaspec_docs import pipeline

    project = session.project
    folder = project.build if out is None else session.directory / out
    order = pipeline.Order(project, targets, formats or (), folder, jobs or 0)
    making.run(session, folder, lambda begin: pipeline.build(order, begin))
