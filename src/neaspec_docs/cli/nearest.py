"""A verb that is not there -> the nearest one that is."""

import click


class Nearest(click.Group):
    """Verbs; one that is not there is answered with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb's command, or say that there is none."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            from neaspec_docs.diagnostics.diagnostic import did_you_mean

            help = did_you_mean(name, known)
            called = name if ctx.parent is None else f"{self.name} {name}"
            ctx.fail(f"there is no verb `{called}`" + (f"; {help}" if help else ""))
        return super().resolve_command(ctx, args)
