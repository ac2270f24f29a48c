"""The words of `diff` and `redline` -> the two versions that they name, and the targets that are left."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from neaspec_docs.cli import names
from neaspec_docs.cli.session import Session

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from neaspec_docs.history.version import Versions

_AFTER = f"{__name__}.after"


class Comparing(click.Command):
    """A verb whose words mean something else after `--`: click would not tell where it stood."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Set aside what stands after `--`, and read the rest."""
        if "--" in args:
            at = args.index("--")
            ctx.meta[_AFTER] = tuple(args[at + 1 :])
            args = args[:at]
        return super().parse_args(ctx, args)


def after_dashes() -> tuple[str, ...] | None:
    """Return the words after `--`; None where there was none."""
    found: tuple[str, ...] | None = click.get_current_context().meta.get(_AFTER)
    return found


files = click.option(
    "--files", nargs=2, type=click.Path(path_type=Path), metavar="OLD NEW",
    help="Compare two files, in or out of the content and without git; /dev/null is one that is not there.",
)  # fmt: skip

named = click.option(
    "--as", "named", type=click.Path(path_type=Path), metavar="PATH",
    help="Which file of the content the two files of --files are, where their own names don't say it.",
)  # fmt: skip


@contextmanager
def versions(
    session: Session,
    words: Sequence[str],
    targets: Sequence[str] | None,
    files: tuple[Path, Path] | None,
    named: Path | None = None,
) -> Iterator[tuple["Versions", tuple[str, ...]]]:
    """Give the versions that a call names, and its targets; a call that names none that can be had is wrong."""
    from neaspec_docs.history import checkout, git, revisions, two_files
    from neaspec_docs.project import MeetingGivenError, UnknownTargetError, find

    if named is not None and files is None:
        raise click.UsageError("`--as PATH` says what the two files of `--files OLD NEW` are, and there are none")
    try:
        if files is None:
            project = session.project
            repository = git.around(project.root)
            compared, wanted = revisions.read(
                words, targets, repository, {*names.meetings(project), *names.papers(project)}
            )
            with checkout.versions(project, compared, repository) as found:
                yield found, wanted
        elif words or targets:
            raise click.UsageError("`--files OLD NEW` stands alone: the two files are what is compared")
        else:
            with two_files.versions(session.directory, files, find(session.directory), named) as found:
                yield found, ()
    except (git.CannotCompareError, UnknownTargetError, MeetingGivenError) as wrong:
        raise click.UsageError(str(wrong)) from None


def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the branches, tags, meetings and papers that go on from `incomplete`; it never fails."""
    from click.shell_completion import CompletionItem

    from neaspec_docs.history import git

    directory = ctx.find_root().params.get("directory") or Path()
    try:
        known = ("HEAD", *git.around(Path(directory).resolve()).names())
    except (git.CannotCompareError, OSError):
        known = ()
    revisions = [CompletionItem(name) for name in known if name.startswith(incomplete)]
    return [*revisions, *names.complete(ctx, param, incomplete)]
