"""`neaspec-docs redline REV PAPER`: a paper with its changes marked, in Word as tracked changes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import comparing, making
from neaspec_docs.cli.format_names import Formats
from neaspec_docs.cli.out import Folder, below
from neaspec_docs.cli.session import Session

if TYPE_CHECKING:
    from neaspec_docs.pipeline import Built


@click.command(
    "redline",
    cls=comparing.Comparing,
    epilog="Example: neaspec-docs redline HEAD~3 som-24/report",
    short_help="Write a paper with its changes marked.",
)
@click.argument("words", nargs=-1, metavar="REV[..REV] PAPER", shell_complete=comparing.complete)
@click.option(
    "--format", "formats", type=Formats("docx", "pdf", "html"), metavar="NAMES",
    help="docx, pdf, html: one or several, split by commas [docx,pdf; of slides pdf].",
)  # fmt: skip
@click.option(
    "--style", type=click.Choice(("tracked", "brackets")), default="tracked", show_default=True,
    help="Tracked changes; or new words in bold, and old ones struck through in [brackets].",
)  # fmt: skip
@click.option("--author", metavar="NAME", help="Who made what git knows no author of [git's user.name].")
@click.option(
    "--out", type=Folder(), metavar="DIR",
    help="Write below DIR, not below the project's build/.",
)  # fmt: skip
@comparing.files
@comparing.named
@click.pass_obj
def command(
    session: Session,
    words: tuple[str, ...],
    *,
    formats: tuple[str, ...] | None,
    style: str,
    author: str | None,
    out: Path | None,
    files: tuple[Path, Path] | None,
    named: Path | None,
) -> None:
    """Write a PAPER (som-24/report) with what changed since REV, a revision of git, or from one REV to another.

    Files go to build/MEETING/PAPER.redline.docx and .pdf. Accept all changes in Word and it is the new paper, reject
    them and it is the old one. Who made a change, and when, is what git knows of its commit.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.project import Project, find

    revision, paper = _asked(words, comparing.after_dashes(), files)
    with comparing.versions(session, revision, paper, files, named) as (versions, targets):
        folder = below(session, find(session.directory) or Project(session.directory), out)
        order = pipeline.Order(versions.new.project, targets, formats or (), folder, 1)

        def tell(built: "Built") -> None:
            session.tell_of(((versions.old, built.old), (versions.new, built.diagnostics)))
            if built.unchanged and not session.quiet:
                click.echo(f"Nothing changed in the paper from {versions.old.name} to {versions.new.name}", err=True)

        making.run(
            session,
            folder,
            lambda begin: pipeline.redlined(versions, order, author, begin, brackets=style == "brackets"),
            tell,
        )


def _asked(
    words: tuple[str, ...], after: tuple[str, ...] | None, files: tuple[Path, Path] | None
) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """Return the revision and the paper, each alone; nothing where two files are given."""
    said = (*words, *(after or ()))
    if files is not None:
        return said, None
    match said:
        case ():
            raise click.UsageError("a REV and a PAPER are missing: `neaspec-docs redline HEAD~3 som-24/report`")
        case (one,):
            raise click.UsageError(
                f"a redline is of a PAPER since a REV: `neaspec-docs redline REV PAPER`, not `{one}` alone"
            )
        case (revision, paper):
            return (revision,), (paper,)
        case _:
            raise click.UsageError(f"one paper at a time: `{said[1]}`, then `{said[2]}`")
