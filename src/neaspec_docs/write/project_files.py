"""A path in a Page -> the bytes of that file, if it lies in the project or among the shipped templates."""

from dataclasses import dataclass
from pathlib import Path

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.project import OLD_FILES, Project

TEMPLATES = "templates"


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
    file = place(path, project)
    inside = (project.root, *project.templates, *([project.old] if project.old else []))
    if not any(file.resolve().is_relative_to(folder.resolve()) for folder in inside):
        return Refusal(Code.OUTSIDE_PROJECT, f"`{path}` is outside the project")
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return Refusal(Code.MISSING_FILE, f"`{path}` is not there")
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
    """Look for what is below `templates/` where the project looks for its templates; for an old file in its version."""
    folder, _, name = path.partition("/")
    if folder == OLD_FILES and project.old:
        return project.old / name
    shipped = project.template(name) if folder == TEMPLATES and name else None
    return shipped or project.root / path
