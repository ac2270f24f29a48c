"""What the words before the verb say: the folder to work in and how much to tell; and how faults reach the reader."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from neaspec_docs.diagnostics.diagnostic import Diagnostic
    from neaspec_docs.history.version import Version
    from neaspec_docs.project import Project

CONTENT_HAS_ERRORS = 1
CALL_IS_WRONG = 2


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program."""

    directory: Path
    quiet: bool = False
    verbose: bool = False

    @property
    def project(self) -> "Project":
        """Return the project around the folder; where there is none the call is wrong."""
        from neaspec_docs.project import find

        found = find(self.directory)
        if found is None:
            message = f"no project here: neither {self.directory} nor a folder above it holds `content/`"
            raise click.UsageError(message)
        return found

    def tell(self, diagnostics: "Sequence[Diagnostic]", project: "Project") -> None:
        """Show what is wrong, on the standard error, with a count at the end."""
        self._tell([(diagnostics, project, str)])

    def tell_of(self, said: "Iterable[tuple[Version, Sequence[Diagnostic]]]") -> None:
        """Show what is wrong with versions, by the names that a reader has for their files."""
        self._tell([(diagnostics, version.project, version.called) for version, diagnostics in said])

    def _tell(self, said: "Iterable[tuple[Sequence[Diagnostic], Project, Callable[[str], str]]]") -> None:
        told = [one for one in said if one[0]]
        if not told:
            return
        from neaspec_docs.diagnostics import show

        for diagnostics, project, called in told:
            text = show.text(diagnostics, project.root, colour=coloured(sys.stderr), called=called)
            click.echo(text, err=True)
        click.echo(show.count(fault for diagnostics, *_ in told for fault in diagnostics), err=True)


def coloured(stream: TextIO) -> bool:
    """Say whether colour is wanted: only on a terminal, and not where NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shown(path: Path) -> str:
    """Return a path as a reader at this prompt would write it: from the working folder, where that is above it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
