"""`neaspec-docs diff [REV[..REV]] [TARGET...]`: what changed in the papers, as a reviewer thinks of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from neaspec_docs.cli import comparing
from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session, coloured

if TYPE_CHECKING:
    from neaspec_docs.history.version import Versions
    from neaspec_docs.model.change import Changes

FORMATS = ("text", "markdown", "html", "json")


@click.command(
    "diff",
    cls=comparing.Comparing,
    epilog="Example: neaspec-docs diff HEAD~3 som-24/report",
    short_help="Say what changed in the papers.",
)
@click.argument("words", nargs=-1, metavar="[REV[..REV]] [TARGET]...", shell_complete=comparing.complete)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How it is said.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--exit-code", is_flag=True, help="Exit 1 where something changed.")
@comparing.files
@comparing.named
@click.pass_obj
def command(
    session: Session,
    words: tuple[str, ...],
    form: str,
    files: tuple[Path, Path] | None,
    named: Path | None,
    *,
    as_json: bool,
    exit_code: bool,
) -> None:
    """Say what changed since REV, a revision of git: in all papers, or in each TARGET (som-24, som-24/report).

    Without REV the folder is compared with HEAD, what is not committed yet with what is. REV..REV compares two
    revisions; REV...REV what the second did since it left the first. A branch that is named like a meeting: REV -- for
    the branch, -- TARGET for the meeting.
    """
    from neaspec_docs import pipeline

    form = _form(form, as_json=as_json)
    with comparing.versions(session, words, comparing.after_dashes(), files, named) as (versions, targets):
        changes, old, new = pipeline.changed(versions, targets)
        session.tell_of(((versions.old, old), (versions.new, new)))
        if changes is None:
            sys.exit(CONTENT_HAS_ERRORS)
        click.echo(_written(session, versions, changes, form), nl=False)
    if exit_code and changes.papers:
        sys.exit(CONTENT_HAS_ERRORS)


def _form(form: str, *, as_json: bool) -> str:
    """Return the one format that the call names."""
    if not as_json:
        return form
    chosen = click.get_current_context().get_parameter_source("form") is ParameterSource.COMMANDLINE
    if chosen and form != "json":
        raise click.UsageError(f"`--json` and `--format {form}` are two formats; say one")
    return "json"


def _written(session: Session, versions: "Versions", changes: "Changes", form: str) -> str:
    """Return the changes in a format; each is imported where it is wanted."""
    match form:
        case "markdown":
            from neaspec_docs.diff.report import markdown

            return markdown.of(changes)
        case "json":
            from neaspec_docs.diff.report import json

            return json.of(changes)
        case "html":
            from neaspec_docs.render import changes as page

            text, faults = page.html(changes, versions.new.project)
            session.tell_of([(versions.new, faults)])
            if text is None:
                sys.exit(CONTENT_HAS_ERRORS)
            return text
        case _:
            from shutil import get_terminal_size

            from neaspec_docs.diff.report import text as report

            width = get_terminal_size().columns if sys.stdout.isatty() else None
            return report.of(changes, colour=coloured(sys.stdout), width=width)
