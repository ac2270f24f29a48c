"""A resolved paper and the project's templates -> its Page, and what was wrong with the templates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import Any
from xml.etree.ElementTree import ParseError, fromstring

import jinja2
import markupsafe
from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import Diagnostic
from neaspec_docs.diagnostics.span import Span
from neaspec_docs.language.words import words
from neaspec_docs.model.document import Status
from neaspec_docs.model.inline import Inlines
from neaspec_docs.model.page import Page
from neaspec_docs.model.resolved import Resolved
from neaspec_docs.project import Project
from neaspec_docs.render import contents, issue, normal_form, scripts, vocabulary, white_space
from neaspec_docs.render.environment import environment
from neaspec_docs.render.place import Place

SUFFIX = ".html.j2"
_JINJA = (Path(jinja2.__file__).parent, Path(markupsafe.__file__).parent)
_MODULE = re.compile(r"neaspec_docs(\.\w+)*\.(?=\w+ object)")


@dataclass(frozen=True, slots=True)
class Item:
    """The agenda item that a paper is for, with its number from 1."""

    number: int
    title: Inlines


def render(resolved: Resolved, project: Project) -> tuple[Page | None, list[Diagnostic]]:
    """Return the Page that the template of the paper's kind makes of it.

    There is none where a template fails or makes no well-formed XHTML: then a diagnostic names the template's line.
    What it makes beyond the vocabulary is a diagnostic each.
    """
    name = f"{resolved.document.kind}{SUFFIX}"
    try:
        text = environment(project.templates).get_template(name).render(_context(resolved))
    except Exception as fault:
        found = diagnosed(fault, name, resolved.document.at, project)
        if found is None:
            raise
        return None, [found]
    top = Span(_shown(project.template(name), project), 1, 1)
    try:
        root = fromstring(text)  # noqa: S314 -- made here of escaped text, not fetched
    except ParseError as fault:
        return None, [_malformed(fault, text, top)]
    white_space.tidy(root)
    normal_form.settle(root)
    scripts.tell(root)
    faults = [Diagnostic(Code.UNPRINTABLE, fault, top) for fault in dict.fromkeys(vocabulary.faults(root))]
    return (None if faults else Page(resolved.document.name, root)), faults


def _context(resolved: Resolved) -> dict[str, Any]:
    """Return what templates are given: docs/templates.md."""
    document = resolved.document
    catalogue = words(document.language)
    return {
        "document": document,
        "meeting": resolved.meeting,
        "register": resolved.register,
        "words": catalogue,
        "contents": contents.lines(document, catalogue),
        "item": _item(resolved),
        "place": Place(document.headings),
        "draft": document.status is Status.DRAFT,
        "issued": issue.lines(document),
    }


def _item(resolved: Resolved) -> Item | None:
    agenda = enumerate(resolved.meeting.agenda, start=1)
    return next((Item(number, item.title) for number, item in agenda if item.id == resolved.document.agenda), None)


def diagnosed(fault: Exception, template: str, at: Span, project: Project) -> Diagnostic | None:
    """Return the fault of a template at its line, or None where the fault is the program's own.

    That there is no such `template` is said `at` the paper that asks for it.
    """
    if isinstance(fault, TemplateNotFound) and fault.name == template:
        return Diagnostic(Code.TEMPLATE_FAULT, f"there is no template `{template}` for this kind of paper", at)
    if isinstance(fault, TemplateSyntaxError):
        place = Span(_shown(fault.filename, project), fault.lineno, 1)
        return Diagnostic(Code.TEMPLATE_FAULT, _message(fault.message or ""), place)
    frames = list(_frames(fault))
    of_templates = [(file, line) for file, line in frames if _is_template(file, project)]
    raised = Path(frames[-1][0]) if frames else Path()
    if of_templates and (
        isinstance(fault, TemplateError | MemoryError | RecursionError)
        or frames[-1] == of_templates[-1]
        or any(raised.is_relative_to(library) for library in _JINJA)
    ):
        file, line = of_templates[-1]
        message = f"there is no template `{fault.name}`" if isinstance(fault, TemplateNotFound) else _why(fault)
        return Diagnostic(Code.TEMPLATE_FAULT, message, Span(_shown(file, project), line, 1))
    return None


def _frames(fault: Exception) -> Iterator[tuple[str, int]]:
    """Give the file and line of each call that led to a fault; Jinja2 puts the template's own in their place."""
    for frame, line in walk_tb(fault.__traceback__):
        yield frame.f_code.co_filename, line


def _is_template(file: str, project: Project) -> bool:
    return any(Path(file).is_relative_to(folder) for folder in project.templates)


def _why(fault: Exception) -> str:
    match fault:
        case MemoryError():
            return "it asks for more memory than there is"
        case RecursionError():
            return "it calls itself without end"
        case _:
            return _message(str(fault))


def _message(text: str) -> str:
    first = text.strip().splitlines()[0].rstrip(".") if text.strip() else "it fails"
    return _MODULE.sub("", first).replace("'", "`")


def _malformed(fault: ParseError, text: str, top: Span) -> Diagnostic:
    """Return the fault with the line it made: where that came from in the template, only its author can say."""
    line, column = fault.position
    made = text.splitlines()[line - 1].strip() if line <= len(text.splitlines()) else ""
    reason = str(fault).partition(":")[0]
    shown = f"near `{made[max(0, column - 30) : column + 50].strip()}`" if made else None
    message = f"the template makes no well-formed XHTML: {reason}"
    return Diagnostic(Code.TEMPLATE_FAULT, message, top, help=shown)


def _shown(file: str | Path | None, project: Project) -> str:
    """Return a template's path below the project's folder; one that the program ships, as `templates/...`."""
    path = Path(file or "templates")
    for folder, base in ((project.root, project.root), *((folder, folder.parent) for folder in project.templates)):
        if path.is_relative_to(folder):
            return path.relative_to(base).as_posix()
    return path.as_posix()
