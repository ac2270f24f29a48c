"""The word after `--format` -> names of formats."""

import click


class Formats(click.ParamType[tuple[str, ...]]):
    """Names of formats, split by commas: of all that there are, or of those that a verb can write."""

    name = "formats"

    def __init__(self, *only: str) -> None:
        """Take the formats of the verb; none stands for all."""
        self._only = only

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names, each once; one that is none is answered with the nearest."""
        from neaspec_docs.diagnostics.diagnostic import did_you_mean
        from neaspec_docs.write.formats import FORMATS

        if isinstance(value, tuple):
            return value
        known = self._only or tuple(FORMATS)
        wanted = tuple(dict.fromkeys(name.strip() for name in str(value).split(",")))
        for name in wanted:
            if name not in known:
                help = did_you_mean(name, known) or f"there are {', '.join(known)}"
                self.fail(f"there is no format `{name}`; {help}", param, ctx)
        return wanted
