"""`neaspec-docs check [TARGET...]`: what a careful editor would object to, said at its line."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import disk
from neaspec_docs.cli.names import complete
from neaspec_docs.cli.session import CONTENT_HAS_ERRORS, Session, coloured

if TYPE_CHECKING:
    from neaspec_docs.check.settings import Settings
    from neaspec_docs.diagnostics.codes import Code
    from neaspec_docs.diagnostics.diagnostic import Diagnostic
    from neaspec_docs.project import Project

FORMATS = ("text", "short", "json", "github", "sarif")
FOR_PEOPLE = ("text", "short")
"""Formats that are followed by a count on the standard error."""


class _Codes(click.ParamType["frozenset[Code]"]):
    """Codes, names or what codes begin with, split by commas."""

    name = "codes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> "frozenset[Code]":
        from neaspec_docs.check import settings

        if isinstance(value, frozenset):
            return value
        chosen: frozenset[Code] = frozenset()
        for word in [word for word in str(value).split(",") if word.strip()] or [""]:
            found = settings.rules(word)
            if not found:
                help = None if settings.codes(word) else settings.meant(word)
                self.fail(settings.no_rule(word) + (f"; {help}" if help else ""), param, ctx)
            chosen |= found
        return chosen


@click.command(
    "check",
    epilog="Example: neaspec-docs check som-24 --ignore number-in-figures",
    short_help="Say what a careful editor would object to.",
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...", shell_complete=complete)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How it is said.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "--select",
    type=_Codes(),
    metavar="CODES",
    multiple=True,
    help="Only these: codes, names, letters, split by commas.",
)
@click.option(
    "--ignore", type=_Codes(), metavar="CODES", multiple=True, help="All but these; what stops a build is always said."
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without asking.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--online", is_flag=True, help="Ask the web whether links lead somewhere.")
@click.pass_obj
def command(
    session: Session,
    targets: tuple[str, ...],
    form: str,
    select: "tuple[frozenset[Code], ...]",
    ignore: "tuple[frozenset[Code], ...]",
    *,
    fix: bool,
    diff: bool,
    online: bool,
) -> None:
    """Check the content: all of it, or each TARGET, a meeting (som-24) or a paper (som-24/report).

    Errors are what makes a paper wrong; warnings are what an editor would change. `neaspec-docs explain CODE` says why.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.check.settings import ONLINE
    from neaspec_docs.project import UnknownTargetError

    def said(own: "Settings") -> "Settings":
        chosen = frozenset(code for codes in select for code in codes) if select else own.select
        return replace(own, select=chosen, ignore=own.ignore.union(*ignore), besides=ONLINE if online else own.besides)

    left: list[Diagnostic] = []
    difference = ""
    project = session.project
    try:
        if fix and not diff:
            with disk.writing_below(project.content):
                changed, found = pipeline.mend(project, targets, said, left.append)
        else:
            changed, found = (), pipeline.checked(project, targets, said)
            difference = pipeline.mending(project, targets, said, left.append) if diff else ""
    except UnknownTargetError as unknown:
        raise click.UsageError(str(unknown)) from None
    if diff:
        click.echo(difference, nl=False)
        _say_errors(session, project, found)
    else:
        _show(session, project, found, form)
    if not session.quiet:
        for file in changed:
            click.echo(f"mended {file}", err=True)
        for one in left:
            place = f"{one.at.file}:{one.at.line}:{one.at.column}"
            click.echo(f"left {place}: {one.code.slug}: the file would not load as well", err=True)
    if pipeline.stops(found):
        sys.exit(CONTENT_HAS_ERRORS)


def _say_errors(session: Session, project: "Project", found: "Sequence[Diagnostic]") -> None:
    """Write the errors on the standard error, beside a difference; their count alone where it is quiet."""
    from neaspec_docs.diagnostics import show
    from neaspec_docs.diagnostics.diagnostic import Severity

    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        told = show.count(errors)
        words = show.text(errors, project.root, colour=coloured(sys.stderr))
        click.echo(told if session.quiet else f"{words}\n{told}", err=True)


def _show(session: Session, project: "Project", found: "Sequence[Diagnostic]", form: str) -> None:
    """Write the findings on the standard output, and for people their count on the standard error."""
    from neaspec_docs.diagnostics import show

    click.echo(_written(project, found, form), nl=form == "text" and bool(found))
    if form in FOR_PEOPLE and not session.quiet:
        click.echo(show.count(found) or "nothing to object to", err=True)


def _written(project: "Project", found: "Sequence[Diagnostic]", form: str) -> str:
    """Return what is written of the findings; each format is imported where it is wanted."""
    match form:
        case "short":
            from neaspec_docs.diagnostics.report import short

            return short.text(found)
        case "json":
            from neaspec_docs.diagnostics.report import json

            return json.text(found, project.paper)
        case "github":
            from neaspec_docs.diagnostics.report import github

            return github.text(found)
        case "sarif":
            from neaspec_docs.check import essays
            from neaspec_docs.diagnostics.report import sarif

            return sarif.text(found, essays.every())
        case _:
            from neaspec_docs.diagnostics import show

            return show.text(found, project.root, colour=coloured(sys.stdout))
