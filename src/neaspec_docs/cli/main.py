"""Words on the command line -> one pipeline call -> exit code: 0 done, 1 content has errors, 2 the call is wrong."""

from importlib import import_module
from pathlib import Path

import click

from neaspec_docs.cli.session import Session

VERBS: dict[str, str] = {
    "build": "neaspec_docs.cli.build",
    "check": "neaspec_docs.cli.check",
    "explain": "neaspec_docs.cli.explain",
    "list": "neaspec_docs.cli.listing",
    "outline": "neaspec_docs.cli.outline",
}
"""Each verb and the module that holds its `command`; it is imported when the verb is used."""


class _Verbs(click.Group):
    """The verbs, each imported when it is asked for; one that is not there is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click gives it
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        module = VERBS.get(cmd_name)
        if module is None:
            return None
        command = import_module(module).command
        assert isinstance(command, click.Command)  # noqa: S101 -- each verb's module defines one
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in VERBS and not name.startswith("-"):
            from neaspec_docs.diagnostics.diagnostic import did_you_mean

            help = did_you_mean(name, VERBS)
            ctx.fail(f"there is no verb `{name}`" + (f"; {help}" if help else ""))
        return super().resolve_command(ctx, args)


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
