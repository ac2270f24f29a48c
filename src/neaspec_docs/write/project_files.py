"""A path in a Page -> the bytes of that file, if it lies in the project or among the shipped templates."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from neaspec_docs import limits, plain_files
from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.project import TEMPLATES, Project

_asked: ContextVar[dict[str, str | None] | None] = ContextVar("asked", default=None)

PASSING: Mapping[str, str | None] = MappingProxyType({"": ""})
"""What `passing` notes."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read; `at` where the fault stands in the file itself."""

    code: Code
    message: str
    at: Span | None = None

    def diagnostic(self, paper: Span) -> Diagnostic:
        """Return it as a diagnostic: at its own place, else at the paper that asks for the file."""
        return Diagnostic(self.code, self.message, self.at or paper)


def read(path: str, project: Project) -> bytes | Refusal:
    """Return the bytes of a file named from the project's folder; `templates/` leads to the shipped ones too.

    What leads out of these folders, by dots or by a symbolic link, is refused.
    """
    if "\0" in path:
        return Refusal(Code.MISSING_FILE, f"`{path}` is not there".replace("\0", "\ufffd"))
    file = place(path, project)
    if not project.reads(file):
        return Refusal(Code.OUTSIDE_PROJECT, f"`{path}` is outside the project")
    try:
        return plain_files.read(file, limits.LARGEST_PICTURE)
    except FileNotFoundError:
        return Refusal(Code.MISSING_FILE, f"`{path}` is not there")
    except plain_files.TooLargeError as fault:
        return Refusal(Code.LIMIT_REACHED, f"`{path}` cannot be read: {fault.strerror}")
    except OSError as fault:
        return Refusal(Code.UNREADABLE_FILE, f"`{path}` cannot be read: {fault.strerror}")


def read_text(path: str, project: Project) -> str | Refusal:
    """Return the text of a file that `read` reads; what is not UTF-8 is refused at its line."""
    found = read(path, project)
    if isinstance(found, Refusal):
        return found
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = found.count(b"\n", 0, fault.start) + 1
        return Refusal(Code.TEMPLATE_FAULT, f"`{path}` is not written in UTF-8", Span(path, line, 1))


def place(path: str, project: Project) -> Path:
    """Return where a file of the project lies (`Project.place`), and note that it is asked for.

    Each writer that opens a file of the project finds it here, for the file that it writes depends on it.
    """
    found = project.place(path)
    if (asked := _asked.get()) is not None and path not in asked:
        asked[path] = project.digest(path)
    return found


def template(name: str, project: Project) -> Path | None:
    """Return the template of this name, noted as `place` does; None where there is none. It may be no plain file."""
    place(f"{TEMPLATES}/{name}", project)
    return project.template(name)


def passing() -> None:
    """Note that the file being written lacks what it may have the next time: it is made again then.

    It counts as made from a file of no name, which has no digest.
    """
    if (asked := _asked.get()) is not None:
        asked.update(PASSING)


@contextmanager
def noted() -> Iterator[Mapping[str, str | None]]:
    """Give the files that are asked for in the block, by their paths below the project, and their SHA-256 at that time.

    One that is not there, or can't be read, has none.
    """
    asked: dict[str, str | None] = {}
    token = _asked.set(asked)
    try:
        yield asked
    finally:
        _asked.reset(token)
