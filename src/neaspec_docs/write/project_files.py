"""A path in a Page -> the bytes of that file, if it lies in the project or among the shipped templates."""

from dataclasses import dataclass
from pathlib import Path

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.project import Project

TEMPLATES = "templates"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read."""

    code: Code
    message: str


def read(path: str, project: Project) -> bytes | Refusal:
    """Return the bytes of a file named from the project's folder; `templates/` leads to the shipped ones too.

    What leads out of these folders, by dots or by a symbolic link, is refused.
    """
    file = _place(path, project)
    inside = (project.root, *project.templates)
    if not any(file.resolve().is_relative_to(folder.resolve()) for folder in inside):
        return Refusal(Code.OUTSIDE_PROJECT, f"`{path}` is outside the project")
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return Refusal(Code.MISSING_FILE, f"`{path}` is not there")
    except OSError as fault:
        return Refusal(Code.UNREADABLE_FILE, f"`{path}` cannot be read: {fault.strerror}")


def _place(path: str, project: Project) -> Path:
    """Look for what is below `templates/` where the project looks for its templates."""
    folder, _, name = path.partition("/")
    shipped = project.template(name) if folder == TEMPLATES and name else None
    return shipped or project.root / path
