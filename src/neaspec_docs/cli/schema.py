"""`neaspec-docs schema meeting|paper|terms|facts`: what an editor must know to complete and underline content."""

import json

import click

from neaspec_docs.cli.session import Session


class _File(click.ParamType[str]):
    """A file of content that has a schema."""

    name = "file"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from neaspec_docs.diagnostics.diagnostic import did_you_mean
        from neaspec_docs.load.schema import FILES

        file = str(value)
        if file not in FILES:
            help = did_you_mean(file, FILES) or f"there are {', '.join(f'`{one}`' for one in FILES)}"
            self.fail(f"there is no schema of `{file}`; {help}", param, ctx)
        return file


@click.command(
    "schema",
    epilog="Example: neaspec-docs schema paper > docs/schema/paper.json",
    short_help="Print the JSON Schema of a file of content, for editors.",
)
@click.argument("file", type=_File(), metavar="meeting|paper|terms|facts")
@click.pass_obj
def command(session: Session, file: str) -> None:
    """Print the JSON Schema of the file of a meeting or a paper, of the glossary (terms.yaml) or of facts.yaml.

    An editor that has it completes keys, explains them and underlines what can't be. The kinds of paper are those
    of the project, where there is one.
    """
    from neaspec_docs import pipeline
    from neaspec_docs.project import find

    click.echo(json.dumps(pipeline.schema(file, find(session.directory)), ensure_ascii=False, indent=2))
