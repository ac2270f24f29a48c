"""`neaspec-docs build TARGET...`: papers in Word, PDF and html, slides in PowerPoint."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import making
from neaspec_docs.cli.format_names import Formats
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.out import Folder, below
from neaspec_docs.cli.session import Session

if TYPE_CHECKING:
    from neaspec_docs.model.progress import Begin
    from neaspec_docs.orders import Built


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
    "--out", type=Folder(), metavar="DIR",
    help="Write below DIR, not below the project's build/.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Write N papers at a time [one a processor].")
@click.option("--force", is_flag=True, help="Make all files again, those too that would come out the same.")
@click.pass_obj
def command(
    session: Session,
    targets: tuple[str, ...],
    formats: tuple[str, ...] | None,
    out: Path | None,
    jobs: int | None,
    *,
    force: bool,
) -> None:
    """Write the papers of each TARGET: a meeting (som-24) or a paper (som-24/report).

    Files go to build/MEETING/PAPER.docx and so on, each paper in those formats that it can have; build/manifest.json
    says what each was made from. A file that would come out the same is kept. Where the content has an error nothing
    is written.
    """
    from neaspec_docs.keep import up_to_date
    from neaspec_docs.orders import Order

    project = session.project
    folder = below(session, project, out)
    order = Order(project, targets, formats or (), folder, jobs or 0, force=force)

    def make(begin: "Begin") -> "Built":
        from neaspec_docs.write import jobs

        with jobs.ready(order) as crew:
            from neaspec_docs import pipeline

            return pipeline.build(order, begin, crew)

    making.run(session, folder, make, unchanged=lambda: up_to_date.built("build", order))
