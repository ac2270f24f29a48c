"""What templates reach of what they are given."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import FunctionType

import pytest
from every_block import BODY, EVALUATION, MEETING, PAPER, REGISTER, SLIDES
from jinja2 import TemplateError, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from neaspec_docs.language.words import words
from neaspec_docs.model.inline import Text
from neaspec_docs.model.walk import nodes
from neaspec_docs.render import environment
from neaspec_docs.render.environment import Missing, Sandbox
from neaspec_docs.render.grid import grid
from neaspec_docs.render.place import Place


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(undefined=Missing)


def given() -> Iterator[object]:
    """Give one of each kind of what templates are given, and what its fields hold."""
    waiting = [*nodes((PAPER, SLIDES)), MEETING, REGISTER[0], words("en"), grid(EVALUATION), Place(PAPER.headings)]
    kinds: dict[type, object] = {}
    while waiting:
        one = waiting.pop()
        if type(one) in kinds:
            continue
        kinds[type(one)] = one
        if is_dataclass(one):
            waiting += [getattr(one, field.name) for field in fields(one)]
        elif isinstance(one, tuple):
            waiting += one
    yield from kinds.values()


def told(found: object) -> object:
    """Return what two sandboxes have in common: each makes what is missing, and a method that formats, anew."""
    match found:
        case Undefined():
            return type(found), found._undefined_exception, found._undefined_message
        case FunctionType():
            return found.__qualname__, found.__closure__ is None
        case _:
            return found


def test_what_is_reached_is_what_jinja_lets_one_reach(sandbox: Sandbox) -> None:
    strict = ImmutableSandboxedEnvironment(undefined=Missing)
    several = [*given()]
    assert len(several) > 40
    for one in several:
        for name in {*dir(one), "_own", "name", "value", "format", "gone"}:
            assert told(sandbox.getattr(one, name)) == told(strict.getattr(one, name)), (one, name)


def test_only_fields_of_our_own_data_classes_are_data() -> None:
    @dataclass
    class Ours:
        """It takes the module of this project in the next line."""

        _private: int
        open: int

    Ours.__module__ = "neaspec_docs.model.block"

    @dataclass
    class Theirs:
        """It stays what it is."""

        open: int

    assert environment._DATA[Ours] == {"open"}
    assert environment._DATA[Theirs] == environment._DATA[list] == environment._DATA[type] == set()
    assert environment._DATA[Text] == {"value", "at"}


def test_a_private_field_and_a_class_stay_closed(sandbox: Sandbox) -> None:
    for one, name in ((Text("x"), "__slots__"), (Text, "mro"), (Text, "value"), (BODY, "__class__"), ([], "append")):
        found = sandbox.getattr(one, name)
        assert isinstance(found, Undefined) is (name != "value")


MACROS = """
{% macro bare(a, b="<b>") %}{{ a }}, {{ b }}{% endmacro %}
{% macro any() %}{{ varargs | join(";") }} {{ kwargs | xmlattr }}{% endmacro %}
{% macro around() %}<i>{{ caller("&") }}</i>{% endmacro %}
{% macro down(n) %}{{ n }}{% if n %}{{ down(n - 1) }}{% endif %}{% endmacro %}
"""


@pytest.mark.parametrize(
    "call",
    [
        "{{ bare('&') }}{{ bare(b='&', a=1) }}{{ bare(bare('<')) }}",
        "{{ any(1, '<', id='&') }}",
        "{% for one in [1, 2] %}{% set two = one %}{{ bare(one, two) }}{{ any(two) }}{% endfor %}",
        "{% call(word) around() %}{{ word }}<{% endcall %}",
        "{{ down(3) }}",
        "{% block own %}{% set two = 2 %}{{ any(two, two=two) }}{% endblock %}",
        "{% set n = namespace() %}{% autoescape false %}{% set n.x = bare('<') %}{% endautoescape %}{{ n.x }}",
        "{{ bare(1, 2, 3) }}",
        "{{ bare(c=1) }}",
        "{{ bare() }}",
        "{{ gone() }}",
        "{{ delete() }}",
    ],
)
def test_a_macro_comes_to_what_jinja_makes_of_it(call: str) -> None:
    """In a loop and in a block too, where it is given what it did not ask for; and what may not be called is not."""

    def said(kind: type[ImmutableSandboxedEnvironment]) -> str:
        def delete() -> str:
            raise AssertionError

        delete.unsafe_callable = True  # type: ignore[attr-defined]  # how Jinja2 is told
        try:
            made = kind(undefined=Missing, autoescape=True)
            return made.from_string(f"{MACROS}{call}").render(delete=delete)
        except (TypeError, TemplateError) as fault:
            return f"{type(fault).__name__}: {fault}".partition(" at 0x")[0]

    assert said(Sandbox) == said(ImmutableSandboxedEnvironment)
