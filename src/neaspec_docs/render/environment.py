"""A project -> Jinja2 with its templates, and with the filters that templates use."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date as Date  # noqa: N812 -- a field is called date
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, assert_never

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateError, TemplateRuntimeError
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Template
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import internalcode
from markupsafe import Markup, escape

from neaspec_docs import limits
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.language import dates, ordinals
from neaspec_docs.model import type_word
from neaspec_docs.model.block import Block, Chart, Image, Panels, Session
from neaspec_docs.model.inline import Bullets, Inlines, Words, plain
from neaspec_docs.model.scheme import Mark, Sample, Style
from neaspec_docs.render import chart, grid, inline, panels

_PLACE = re.compile(r"\{([^{}]*)\}")
_BITS_TO_A_DIGIT = 3
_OURS = "neaspec_docs."


class Templates(FileSystemLoader):
    """Reads templates; one that is not UTF-8 is a fault of its own, at its line, as is one that is no plain file."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, its file, and what says whether it is still the same."""
        named = (Path(folder, template) for folder in self.searchpath)
        first = next((file for file in named if os.path.lexists(file)), None)
        if first is not None and not first.is_file():  # it would be passed over
            raise TemplateSyntaxError("it is no plain file", 1, template, str(first))
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as fault:
            files = (Path(folder, template) for folder in self.searchpath)
            file = next(file for file in files if file.is_file())
            line = fault.object.count(b"\n", 0, fault.start) + 1
            raise TemplateSyntaxError("it is not written in UTF-8", line, template, str(file)) from None


class Missing(StrictUndefined):
    """What a template asks for and is not there; of a macro it says in which file it is missing."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        module, name = self._undefined_obj, self._undefined_name
        if self._undefined_hint or not isinstance(module, TemplateModule):
            return super()._undefined_message
        close = did_you_mean(str(name), (known for known in vars(module) if not known.startswith("_")))
        return f"there is no macro `{name}` in `{module.__name__}`" + (f"; {close}" if close else "")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2 whose templates change nothing that they are given; a slip of a number fills no memory.

    Templates are trusted. This keeps a mistake in one small, and holds nobody who means harm.
    """

    taken_in: dict[str, tuple[str, ...]]
    """The templates that each one names, of those that were parsed so far."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- as Jinja2 takes them
        super().__init__(**options)
        self.taken_in = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> Template:
        """Return a template as a tree, for Jinja2 to compile, and note what it names: no other door shows the tree."""
        tree = super()._parse(source, name, filename)
        if name is not None:
            self.taken_in[name] = tuple(other for other in find_referenced_templates(tree) if other)
        return tree

    intercepted_binops: ClassVar[frozenset[str]] = frozenset({"*", "**"})  # type: ignore[misc]  # the field of a class

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 -- of anything
        """Return a product or power. Raises SecurityError where text, a list or a whole number becomes too long."""
        match operator, left, right:
            case "*", (str() | list() | tuple()) as repeated, int(times):
                size = len(repeated) * times
            case "*", int(times), (str() | list() | tuple()) as repeated:
                size = len(repeated) * times
            case "**", int(base), int(power):
                size = base.bit_length() * power // _BITS_TO_A_DIGIT
            case _:
                size = 0
        if size > limits.LONGEST_REPEAT:
            raise SecurityError(f"more than {limits.LONGEST_REPEAT:,} characters or items by one `{operator}`")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- of anything
        """Return what an object has by this name; what a template may not reach is undefined.

        Jinja2 asks each time whether the name is private, the object one of Python's insides (a function, a frame, a
        class) or a list, set or mapping that the name changes, what is found a method that formats. Of a field of our
        own data classes the type and the name tell that it is none of these. All else is asked as ever.
        """
        if attribute in _DATA[type(obj)]:  # what it is, not what it says it is
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    @internalcode  # a fault of a call is the template's
    def call(self, context: Context, called: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 -- of anything
        """Return what a call comes to; of a macro, which is text of a template, nothing is asked.

        Jinja2 asks for each call whether it is safe, and whether it wants the context or the environment.
        """
        if type(called) is not Macro:
            return super().call(context, called, *given, **named)
        for name in _FOR_THE_CONTEXT:
            named.pop(name, None)
        return called(context.eval_ctx, *given, **named)


_FOR_THE_CONTEXT = ("_loop_vars", "_block_vars")
"""What a compiled template gives along with a call, for who wants the context to know it."""


class _Data(dict[type, frozenset[str]]):
    """Names what objects of a type hold as data, once it is met; of types there are not many."""

    def __missing__(self, kind: type) -> frozenset[str]:
        self[kind] = names = frozenset(_fields(kind) if kind.__module__.startswith(_OURS) else ())
        return names


def _fields(kind: type) -> Iterable[str]:
    """Name the fields of a data class, or what a member of an enum is."""
    if issubclass(kind, Enum):
        return ("name", "value")
    return [field.name for field in fields(kind) if field.name[0] != "_"] if is_dataclass(kind) else ()


_DATA = _Data()


@lru_cache(maxsize=4)
def environment(folders: tuple[Path, ...]) -> Sandbox:
    """Return Jinja2 over these folders, the first that has a template giving it; made once for a project.

    A template sees what it is given and changes nothing of it.
    """
    made = Sandbox(
        loader=Templates([str(folder) for folder in folders]),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # it costs more than a template that is rendered a few times gains
    )
    del made.globals["lipsum"]  # as many words without sense as one asks for
    made.filters |= {
        "inline": inline.markup,
        "capitals": inline.in_capitals,
        "without_marks": inline.without_marks,
        "paragraphs": inline.paragraphs,
        "plain": plain,
        "put": put,
        "kind": kind,
        "sample": sample,
        "hours": hours,
        "grid": grid.grid,
        "drawn": drawn,
        "panel_rows": panels.rows,
        "date": date,
        "weekday": weekday,
        "dates": span,
        "ordinal": ordinal,
        "following": following,
        "capitalized": ordinals.capitalized,
    }
    made.tests |= {
        "bullets": lambda passage: isinstance(passage, Bullets),
        "paragraph": lambda prose: len(prose) == 1 and isinstance(prose[0], Words),
        "counted": lambda style: isinstance(style, Sample),
    }
    return made


@lru_cache(maxsize=64)
def used(names: tuple[str, ...], folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the templates of these names and all that they take in, by their paths below the folder of templates."""
    made = environment(folders)
    found: dict[str, None] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = None
        try:
            if name not in made.taken_in:  # nothing has rendered it yet
                source, _, _ = made.loader.get_source(made, name) if made.loader else ("", None, None)
                made.parse(source, name)
            waiting += made.taken_in[name]
        except TemplateError:  # who renders it says so
            continue
    return tuple(sorted(found))


def kind(node: Block | Chart | Panels | Image) -> str:
    """Return the word by which templates know a block, or what a figure shows."""
    match node:
        case Chart():
            return "chart"
        case Panels():
            return "panels"
        case Image():
            return "image"
        case _:
            return type_word.of(node)


def put(phrase: str, *places: Inlines | str, **names: Inlines | str) -> Markup:
    """Return a phrase such as "Presented by {}" or "{place}, {dates}" with text in its place.

    A place has a name or none. Raises TemplateRuntimeError where nothing is given for one.
    """
    waiting = iter(places)

    def placed(place: re.Match[str]) -> str:
        text = names.get(place[1]) if place[1] else next(waiting, None)
        if text is None:
            raise TemplateRuntimeError(f"`put` has nothing for `{place[0]}` in the phrase `{phrase}`")
        return _placed(text)

    return Markup(_PLACE.sub(placed, escape(phrase)))  # noqa: S704 -- phrase and text are escaped


def _placed(text: Inlines | str) -> Markup:
    return escape(text) if isinstance(text, str) else inline.markup(text)


def sample(style: Style) -> str:
    """Return a list's style as `data-style` has it: "(a)", "bullet", "dash"."""
    match style:
        case Sample():
            return style.written
        case Mark():
            return style.name.lower()
        case _:
            assert_never(style)


def hours(session: Session) -> str:
    """Return "14:15–16:50", or "14:15" where the end is open."""
    ends = (session.start,) if session.end is None else (session.start, session.end)
    return dates.EN_DASH.join(f"{time:%H:%M}" for time in ends)


@pass_context
def drawn(context: Context, shown: Chart) -> chart.Drawn:
    """Return a chart as a writer is told of it, with the words of the paper's language."""
    return chart.drawn(shown, context["words"], context["document"].language)


@pass_context
def date(context: Context, day: Date) -> str:
    """Return "12 October 2020" in the paper's language."""
    return dates.date(day, context["document"].language)


@pass_context
def weekday(context: Context, day: Date) -> str:
    """Return "Thursday, 6 August 2020" in the paper's language."""
    return dates.weekday(day, context["document"].language)


@pass_context
def span(context: Context, days: Sequence[Date]) -> str:
    """Return "12–13 October 2020" for a first and a last day, in the paper's language."""
    return dates.dates(days[0], days[1], context["document"].language)


@pass_context
def ordinal(context: Context, count: int, counted: str = "") -> str:
    """Return "twenty-fourth" for 24, in the paper's language, as it stands before what is counted."""
    return ordinals.ordinal(count, context["document"].language, counted)


@pass_context
def following(context: Context, counted: str) -> str:
    """Return what is counted as it stands after its ordinal, in the paper's language."""
    return ordinals.following(counted, context["document"].language)
