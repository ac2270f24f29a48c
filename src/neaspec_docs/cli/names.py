"""The beginning of a word on the command line -> the meetings and papers that it may become."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names that go on from `incomplete`: meetings and papers, or those alone that are wanted.

    They are read from the names of folders and files, so that completion is quick and never fails.
    """
    from neaspec_docs.project import RESERVED, find

    directory = ctx.find_root().params.get("directory") or Path()
    project = find(Path(directory).resolve())
    if project is None:
        return []
    papers = [
        f"{file.parent.name}/{file.stem}"
        for file in sorted(project.content.glob("*/*.yaml"))
        if file.stem not in RESERVED
    ]
    meetings = [] if param.name == "paper" else sorted({paper.partition("/")[0] for paper in papers})
    wanted = meetings if param.name == "meeting" else (*meetings, *papers)
    return [CompletionItem(name) for name in wanted if name.startswith(incomplete)]
