"""A project -> the digests of all that may go into its files, as it stands before anything is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from neaspec_docs.keep import digests, toolchain
from neaspec_docs.keep.record import Output
from neaspec_docs.project import TEMPLATES, Project

_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What files are made with, a name and what tells it from another; and the digests of the project's files.

    `files` are those of content and of templates, by their paths below the project.
    """

    toolchain: Mapping[str, str]
    files: Mapping[str, str]

    def digest(self, outputs: Iterable[Output]) -> str:
        """Return the digest of all of it, and of what these outputs were made from."""
        read = [sorted({**output.sources, **output.read}.items()) for output in outputs]
        singly = (word for files in read for path, digest in files for word in (path, digest or ""))
        together = (word for pair in self.files.items() for word in pair)
        return digests.joined(toolchain.digest(self.toolchain), *together, *singly)


def of(project: Project) -> Inputs:
    """Return the inputs of a project on this machine."""
    return Inputs(toolchain.versions(), files(project))


def files(project: Project) -> dict[str, str]:
    """Return the digests of the files of content and of templates, by their paths below the project."""
    inside = (project.root, *project.templates)
    found = {f"{_CONTENT}/{name}": digest for name, digest in digests.tree(project.content, inside).items()}
    for folder in reversed(project.templates):  # a file in the first of them wins
        found |= {f"{TEMPLATES}/{name}": digest for name, digest in digests.tree(folder, inside).items()}
    return found
