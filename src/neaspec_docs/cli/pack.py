"""`neaspec-docs pack MEETING`: a meeting's papers in one PDF and one zip."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import making
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.out import Folder, below
from neaspec_docs.cli.session import Session

if TYPE_CHECKING:
    from neaspec_docs.model.progress import Begin
    from neaspec_docs.orders import Built


@click.command(
    "pack",
    epilog="Example: neaspec-docs pack som-24",
    short_help="Write a meeting's papers into one PDF and one zip.",
)
@click.argument("meeting", metavar="MEETING", shell_complete=complete)
@click.option(
    "--out", type=Folder(), metavar="DIR",
    help="Write into DIR, not into the project's build/.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Write N papers at a time [one a processor].")
@click.option("--force", is_flag=True, help="Make both files again, even if they would come out the same.")
@click.pass_obj
def command(session: Session, meeting: str, out: Path | None, jobs: int | None, *, force: bool) -> None:
    """Write all papers of a MEETING (som-24) into build/som-24.pdf and build/som-24.zip.

    The PDF has a cover, a list of the papers with their pages, and references that lead from paper to paper. The
    zip holds each paper in Word and PDF (slides: PowerPoint and PDF) under its symbol, an index to open in a
    browser, and SHA-256 sums. A file that would come out the same is kept. Where a paper has an error nothing is
    written.
    """
    from neaspec_docs.keep import up_to_date
    from neaspec_docs.orders import Order

    project = session.project
    folder = below(session, project, out)
    order = Order(project, (meeting,), (), folder, jobs or 0, force=force)

    def make(begin: "Begin") -> "Built":
        from neaspec_docs.write import jobs

        with jobs.ready(order) as crew:
            from neaspec_docs import pipeline

            return pipeline.packed(order, begin, crew)

    making.run(session, folder, make, unchanged=lambda: up_to_date.built("pack", order))
