"""`neaspec-docs explain CODE`: why a rule objects, with examples."""

import click

from neaspec_docs.cli.session import Session


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 -- click gives them
    from neaspec_docs.check import essays

    return [name for code in essays.every() for name in (str(code), code.slug) if name.startswith(incomplete)]


@click.command(
    "explain",
    epilog="Example: neaspec-docs explain straight-quote",
    short_help="Say why a rule objects.",
)
@click.argument("code", shell_complete=_names)
@click.pass_obj
def command(session: Session, code: str) -> None:  # noqa: ARG001 -- every verb gets it
    """Explain a rule, by its CODE (E209) or its name (straight-quote)."""
    from neaspec_docs.check import essays, settings

    known = {name: one for one in essays.every() for name in (str(one), one.slug)}
    found = known.get(code.strip()) or known.get(code.strip().upper())
    if found is None:
        help = settings.meant(code)
        raise click.UsageError(f"there is no rule `{code}`" + (f"; {help}" if help else ""))
    click.echo(f"# {found} {found.slug} ({essays.grave(found)})\n\n{essays.every()[found]}", nl=False)
