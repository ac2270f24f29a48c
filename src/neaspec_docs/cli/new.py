"""`neaspec-docs new meeting ID`, `new paper MEETING/ID --kind KIND`: a start with comments, to be written over."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from neaspec_docs.cli import disk
from neaspec_docs.cli.nearest import Nearest
from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session, shown

if TYPE_CHECKING:
    from neaspec_docs.project import Project


def _project(ctx: click.Context) -> "Project | None":
    from neaspec_docs.project import find

    return find(Path(ctx.find_root().params.get("directory") or Path()).resolve())


def _meetings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Return the meetings that `incomplete` may become, each with the stroke that a paper's name follows."""
    project = _project(ctx)
    files = sorted(project.content.glob("*/meeting.yaml")) if project else []
    names = (f"{file.parent.name}/" for file in files)
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _kinds(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    project = _project(ctx)
    return [CompletionItem(kind) for kind in (project.kinds() if project else ()) if kind.startswith(incomplete)]


@click.group(
    "new",
    cls=Nearest,
    epilog="Example: neaspec-docs new paper som-24/summary --kind report",
    short_help="Begin a meeting or a paper.",
)
def command() -> None:
    """Begin a meeting or a paper: a file with comments that say what each key is for.

    It builds at once, and is there to be written over. No file that is there already is changed, but for the list
    of papers in the meeting's file.
    """


@command.command("meeting", epilog="Example: neaspec-docs new meeting som-25", short_help="Begin a meeting.")
@click.argument("id")
@click.pass_obj
def meeting(session: Session, id: str) -> None:
    """Write content/ID/meeting.yaml; in a folder that is no project yet, content/ too.

    The ID is the name of the meeting's folder: small letters, digits, `-` and `_`.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.project import Project, find
    from neaspec_docs.render.starts import CannotBeginError

    project = find(session.directory) or Project(session.directory)
    try:
        with disk.writing_below(project.content):
            path = pipeline.begin_meeting(project, id)
    except CannotBeginError as wrong:
        raise click.UsageError(str(wrong)) from None
    _say(session, path)


@command.command(
    "paper", epilog="Example: neaspec-docs new paper som-25/summary --kind report", short_help="Begin a paper."
)
@click.argument("paper", metavar="MEETING/ID", shell_complete=_meetings)
@click.option(
    "--kind", default="paper", show_default=True, metavar="KIND", shell_complete=_kinds,
    help="The kind of paper: paper, report, programme, agenda, slides, or a template of the project's own.",
)  # fmt: skip
@click.pass_obj
def paper(session: Session, paper: str, kind: str) -> None:
    """Write content/MEETING/ID.yaml, and name it at the end of `papers` in the meeting's file."""
    from neaspec_docs import pipeline
    from neaspec_docs.project import UnknownTargetError
    from neaspec_docs.render.starts import CannotBeginError

    project = session.project
    try:
        with disk.writing_below(project.content):
            paths, faults = pipeline.begin_paper(project, paper, kind)
    except (CannotBeginError, UnknownTargetError) as wrong:
        raise click.UsageError(str(wrong)) from None
    session.tell(faults, project)
    if not paths:
        sys.exit(CONTENT_HAS_ERRORS)
    _say(session, *paths)


def _say(session: Session, *paths: Path) -> None:
    if not session.quiet:
        for path in paths:
            click.echo(shown(path))
