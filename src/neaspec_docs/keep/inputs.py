"""A project -> the digests of all that may go into its files, as it stands before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from neaspec_docs.keep import digests, toolchain
from neaspec_docs.project import TEMPLATES, Project

_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What files are made with, a name and what tells it from another; and the digests of the project's files.

    `files` are those of content and of templates, by their paths below the project.
    """

    toolchain: Mapping[str, str]
    files: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Return the digest of all of it."""
        return digests.joined(toolchain.digest(self.toolchain), *(word for pair in self.files.items() for word in pair))


def of(project: Project) -> Inputs:
    """Return the inputs of a project on this machine."""
    files = {f"{_CONTENT}/{name}": digest for name, digest in digests.tree(project.content).items()}
    for folder in reversed(project.templates):  # a file in the first of them wins
        files |= {f"{TEMPLATES}/{name}": digest for name, digest in digests.tree(folder).items()}
    return Inputs(toolchain.versions(), files)


def within(path: str) -> bool:
    """Say whether a file of the project is among the inputs, wherever it is named; others are looked at one by one."""
    return path.startswith((f"{_CONTENT}/", f"{TEMPLATES}/"))


def digest_of(path: str, project: Project) -> str | None:
    """Return the digest of a file that a Page or a paper names, by its path below the project; None where none is."""
    return digests.file(project.place(path))
