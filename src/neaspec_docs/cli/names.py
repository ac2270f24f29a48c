"""The beginning of a word on the command line -> the meetings and papers that it may become."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from neaspec_docs.project import Project


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names that go on from `incomplete`: meetings and papers, or those alone that are wanted.

    They are read from the names of folders and files, so that completion is quick and never fails.
    """
    from neaspec_docs.project import find

    directory = ctx.find_root().params.get("directory") or Path()
    project = find(Path(directory).resolve())
    if project is None:
        return []
    several = [] if param.name == "paper" else meetings(project)
    wanted = several if param.name == "meeting" else (*several, *papers(project))
    return [CompletionItem(name) for name in wanted if name.startswith(incomplete)]


def papers(project: "Project") -> list[str]:
    """Return the full names of the papers that there are files of."""
    from neaspec_docs.project import RESERVED

    files = sorted(project.content.glob("*/*.yaml"))
    return [f"{file.parent.name}/{file.stem}" for file in files if file.stem not in RESERVED]


def meetings(project: "Project") -> list[str]:
    """Return the ids of the meetings that have papers."""
    return sorted({paper.partition("/")[0] for paper in papers(project)})
