"""`--out DIR` -> the folder to write below: never among what papers are made from."""

from pathlib import Path
from typing import Any

import click

from neaspec_docs.cli.session import Session
from neaspec_docs.project import TEMPLATES, Project


class Folder(click.Path):
    """A folder that need not be there yet. An empty word is none: it would stand for the folder of the call."""

    def __init__(self) -> None:
        """Take folders alone."""
        super().__init__(file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 -- as click has it
        """Return the path."""
        if value == "":
            self.fail("it is empty: name a folder, or leave `--out` away", param, ctx)
        return super().convert(value, param, ctx)


def below(session: Session, project: Project, out: Path | None) -> Path:
    """Return the folder to write below: `out`, else the project's build/. Where content or templates lie it is none."""
    if out is None:
        return project.build
    folder = session.directory / out
    for source in (project.content, project.root / TEMPLATES):
        if folder.resolve().is_relative_to(source.resolve()):
            name = f"{source.name}/"
            raise click.BadParameter(
                f"{out} lies in `{name}`, which papers are made from: name another folder", param_hint="'--out'"
            )
    return folder
