"""A version of a project: where its files lie, and how a reader calls them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from neaspec_docs.history.git import Repository
from neaspec_docs.project import Project


@dataclass(frozen=True, slots=True)
class Version:
    """One of two versions that are compared.

    `name` is what a reader calls it: "HEAD~3", "the working tree", "old.yaml". `commit` is the full name of the commit
    that it is, None where it is as its folder is. `given` holds, by the names they have in `project`, those files that
    the call names by another.
    """

    project: Project
    name: str
    commit: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)

    def called(self, file: str) -> str:
        """Return what a reader calls a file of the project: "HEAD~3:content/som-24/report.yaml"."""
        if file in self.given:
            return self.given[file]
        return f"{self.name}:{file}" if self.commit else file


@dataclass(frozen=True, slots=True)
class Versions:
    """The two versions; the repository that knows who made the changes between them, None where none does.

    `files` are, of two files that were given, what the old and the new one are in their projects.
    """

    old: Version
    new: Version
    repository: Repository | None = None
    files: tuple[str, str] | None = None
