"""Words on the command line -> one pipeline call -> exit code: 0 done, 1 content has errors, 2 the call is wrong.

It is 128 and the number of the signal where the program was stopped (stopping.py), or where who reads what it says went
away (streams.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import click

from neaspec_docs import collector
from neaspec_docs.cli import stopping, streams
from neaspec_docs.cli.nearest import Nearest
from neaspec_docs.cli.session import Session

VERBS: dict[str, str] = {
    "build": "neaspec_docs.cli.build",
    "check": "neaspec_docs.cli.check",
    "diff": "neaspec_docs.cli.diff",
    "explain": "neaspec_docs.cli.explain",
    "fmt": "neaspec_docs.cli.fmt",
    "list": "neaspec_docs.cli.listing",
    "new": "neaspec_docs.cli.new",
    "outline": "neaspec_docs.cli.outline",
    "pack": "neaspec_docs.cli.pack",
    "redline": "neaspec_docs.cli.redline",
    "schema": "neaspec_docs.cli.schema",
}
"""Each verb and the module that holds its `command`; it is imported when the verb is used."""


class _WrongCallError(click.UsageError):
    """A call that is wrong: shown is what is wrong with it, then where to read on. Click shows the usage first."""

    def show(self, file: IO[str] | None = None) -> None:
        """Write it on the standard error, or into the file."""
        click.echo(f"Error: {self.message}", file=file, err=True)
        if self.ctx is not None:
            click.echo(f"Try '{self.ctx.command_path} --help' for help.", file=file, err=True)


@contextmanager
def _shortly() -> Iterator[None]:
    """Let what is wrong with a call be said in its own words; a call without words still shows the help."""
    try:
        yield
    except (click.exceptions.NoArgsIsHelpError, _WrongCallError):
        raise
    except click.UsageError as wrong:
        raise _WrongCallError(wrong.format_message(), wrong.ctx) from None


class _Verbs(Nearest):
    """The verbs, each imported when it is asked for."""

    def main(self, *words: Any, **extra: Any) -> Any:  # noqa: ANN401 -- as click has it
        """Read all words, do what they say, and exit; a signal to stop is heard, of the program itself to its end."""
        is_the_program = not (words or extra)
        if is_the_program:
            collector.rest()
        streams.open_closed()
        work = streams.spoken()(partial(super().main, *words, **extra))
        try:
            return stopping.heard(work, last=is_the_program)
        finally:
            if is_the_program:
                collector.leave_all()

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the words before the verb."""
        with _shortly():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Read the words after the verb, and do it."""
        with _shortly():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click gives it
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        module = VERBS.get(cmd_name)
        if module is None:
            return None
        command = import_module(module).command
        assert isinstance(command, click.Command)  # noqa: S101 -- each verb's module defines one
        return command


@click.command(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: neaspec-docs build som-24",
)
@click.option(
    "-C",
    "directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Work as if started in DIR.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say which paper is written.")
@click.version_option(package_name="neaspec-docs", message="neaspec-docs %(version)s")
@click.pass_context
def main(ctx: click.Context, directory: Path, quiet: bool, verbose: bool) -> None:
    """Write, check and publish the papers of intergovernmental meetings.

    Papers are YAML files below content/; they become Word, PDF and html with every number and reference right.
    """
    if quiet and verbose:
        ctx.fail("-q and -v exclude each other")
    ctx.obj = Session(directory.resolve(), quiet=quiet, verbose=verbose)
