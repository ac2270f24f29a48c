"""What the files of content are declared to be -> JSON Schema, by which an editor completes, explains and underlines.

Draft 7, for the YAML language server reads that one best. The schema takes all that the loader takes, and refuses
what a schema can: a key nobody knows, one that is missing, a value of the wrong form. An editor types a scalar by its
looks, the loader by its declaration: so text may be a number or `true` too. Numbers, references and what is in other
files are left to the program.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from neaspec_docs.load.blocks import AnyBlock
from neaspec_docs.load.descriptions import DESCRIPTIONS, EVERY
from neaspec_docs.load.facts import FACT, FACTS, Facts
from neaspec_docs.load.meetings import MEETING_FILE
from neaspec_docs.load.papers import PAPER_FILE, Kind
from neaspec_docs.load.records import Either, Key, Record
from neaspec_docs.load.shapes import ByForm, Choice, Complaint, Later, ListOf, Made, Named, Refused, Shape, Word
from neaspec_docs.load.terms import TERMS_FILE
from neaspec_docs.load.text import Running, Title
from neaspec_docs.load.values import FACT_NAME

Schema: TypeAlias = dict[str, Any]

FILES: Mapping[str, Shape[Any]] = {"meeting": MEETING_FILE, "paper": PAPER_FILE, "terms": TERMS_FILE, "facts": FACTS}
"""The files of content that have a schema."""

_TYPED: Final = {"true": True, "false": False}
_NUMBERS: Final = {"number": ("1.0", "1.1", "1.5"), "integer": ("1", "5", "1000")}
_TEXT: Final = "text"
_EMPTY: Final = "nothing"
_BOOLEAN: Final = "true-or-false"
_SCALARS: Final[Mapping[str, Schema]] = {
    _TEXT: {
        "oneOf": [
            {"type": ["string", "number"], "pattern": r"\S", "errorMessage": "This must be text."},
            {"$ref": "#/definitions/true-or-false"},
        ]
    },
    _EMPTY: {
        "not": {"anyOf": [{"type": ["array", "object", "boolean", "number"]}, {"type": "string", "pattern": r"\S"}]}
    },
    _BOOLEAN: {"not": {"type": ["array", "object", "string", "number", "null"]}},
}
"""Text, and what may stand for it: that is said by what it is not, for an editor offers what it may be."""


def of(file: str, kinds: Sequence[str]) -> Schema:
    """Return the schema of a "meeting", a "paper", "terms" or "facts"; `kinds` are those that a paper can be of."""
    schemas = _Schemas(kinds)
    whole = schemas.whole(FILES[file])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:neaspec-docs:{file}",
        **whole,
        "definitions": dict(sorted(schemas.definitions.items())),
    }


def description(record: Record[Any], key: Key) -> str:
    """Return what a key of a mapping is for, in a sentence; nothing where no one has written it."""
    return DESCRIPTIONS.get(record.what, {}).get(key.name) or EVERY.get(key.name, "")


class _Schemas:
    """Schemas of shapes. Mappings and blocks become definitions, for blocks hold blocks."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = kinds
        self.definitions: dict[str, Schema] = {**_SCALARS}
        self._named: dict[str, Record[Any]] = {}
        self._titles: dict[int, str] = {}

    def whole(self, shape: Shape[Any]) -> Schema:
        """Return the schema of what a file holds, written out."""
        match shape:
            case Record():
                return self.mapping(shape)
            case Facts():
                return self._facts(shape)
            case _:
                return self.of(shape)

    def of(self, shape: Shape[Any], *, empty: bool = False) -> Schema:
        """Return the schema of a shape; `empty`: it may be left empty too."""
        if (alike := shape.alike()) is not None:
            return self.of(alike, empty=empty)
        match shape:
            case Made():
                return self.of(shape.shape, empty=empty)
            case Later():
                return self.of(shape.find(), empty=empty)
            case Word():
                return _word(shape, empty=empty)
            case Title() | Running():
                return _besides(_reference(_TEXT), {_EMPTY: empty or shape.may_be_empty})
            case Kind():
                return {"enum": [*self.kinds]} if self.kinds else {"type": "string"}
            case Choice():
                return _besides(_choice(shape), {_EMPTY: empty})
            case _:
                return _besides(self._mapping_or_list(shape), {_EMPTY: empty})

    def _mapping_or_list(self, shape: Shape[Any]) -> Schema:
        match shape:
            case ListOf():
                least = {"minItems": 1} if shape.filled else {}
                return {"type": "array", "items": self.of(shape.item), **least, **_must_be(shape.says)}
            case Named():
                return self._names(shape.name, shape.value)
            case ByForm():
                return self._by_form({"array": shape.items, "object": shape.mapping, "": shape.text})
            case Facts():
                return self._defined("facts", lambda: self._facts(shape))
            case Record():
                return self._defined(self._name(shape), lambda: self.mapping(shape))
            case Either():
                return self._either(shape)
            case AnyBlock():
                name = "block" + "".join(f"-but-{key}" for key in sorted(shape.but))
                name = name if len(shape.but) < len(shape.sorts) else "-or-".join(shape.sorts)
                return self._defined(name, lambda: {"title": "A block", **self._blocks(shape.sorts)})
            case _:
                return self._own(shape)

    def _facts(self, facts: Facts) -> Schema:
        return {"title": "Facts", **self._names(FACT_NAME, FACT), **_must_be(facts.says)}

    def _names(self, name: Word[str], value: Shape[Any]) -> Schema:
        names = {"pattern": _whole(name.pattern), **_must_be(name.says)} if name.pattern else {}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.of(value)}

    def _own(self, shape: Shape[Any]) -> Schema:
        """Return the schema of a shape of its own, of which little is known: better too much than too little."""
        inner = [value for value in getattr(shape, "__dict__", {}).values() if isinstance(value, Shape)]
        if shape.says == "text":
            return _besides(_reference(_TEXT), {_EMPTY: True})
        return self.of(inner[0]) if len(inner) == 1 else {}

    def mapping(self, record: Record[Any]) -> Schema:
        """Return the schema of a mapping, written out."""
        keys = [key for key in record.keys if not isinstance(key.shape, Refused)]
        return {
            "title": self._title(record),
            "type": "object",
            "properties": {key.name: self._key(record, key) for key in keys},
            "required": [key.name for key in keys if key.required],
            **({"anyOf": [{"required": [key]} for key in record.any_of]} if record.any_of else {}),
            **({"dependencies": {key: [other] for key, other in record.beside.items()}} if record.beside else {}),
            "additionalProperties": False,
        }

    def _key(self, record: Record[Any], key: Key) -> Schema:
        if key.required and isinstance(key.shape, Record):
            value = self.mapping(key.shape)
        else:
            value = self.of(key.shape, empty=not key.required)
        default = None if key.required else _as_written(key.shape, key.default)
        said = {"description": description(record, key), **({} if default is None else {"default": default})}
        return {**said, **(value if value.keys() & {"type", "enum"} else {"anyOf": [value]})}

    def _by_form(self, forms: Mapping[str, Shape[Any] | None]) -> Schema:
        """Return the schema of what is written in one of several forms, each under the name of its type."""
        schemas = {type: self.of(shape) for type, shape in forms.items() if shape is not None}
        told = _any(*schemas.values())
        for type, schema in schemas.items():
            told = {"if": {"type": type}, "then": schema, "else": told} if type else told
        return told

    def _blocks(self, blocks: Mapping[str, Shape[Any]]) -> Schema:
        schemas = {key: self.of(shape) for key, shape in blocks.items()}
        return _told({(key,): schema for key, schema in schemas.items()}, schemas.values())

    def _either(self, either: Either[Any]) -> Schema:
        every = {**either.sorts, **({"": either.otherwise} if either.otherwise else {})}
        for key, record in either.sorts.items():
            if [other.what for other in every.values()].count(record.what) > 1:
                self._titles[id(record)] = f"{record.what} with {key}"
        schemas = {key: self.of(record) for key, record in every.items()}
        told: dict[tuple[str, ...], Schema] = {(key,): schemas[key] for key in either.sorts}
        if either.otherwise:
            others = {key.name for record in either.sorts.values() for key in record.keys}
            told[tuple(key.name for key in either.otherwise.keys if key.name not in others)] = schemas[""]
        return _told(told, schemas.values())

    def _defined(self, name: str, write: Callable[[], Schema]) -> Schema:
        """Return a reference to a definition, which is written where it is not there yet."""
        if name not in self.definitions:
            self.definitions[name] = {}  # it may hold itself
            self.definitions[name] = write()
        return _reference(name)

    def _title(self, record: Record[Any]) -> str:
        title = self._titles.get(id(record), record.what).strip("`")
        return title[0].upper() + title[1:]

    def _name(self, record: Record[Any]) -> str:
        """Return "table" for "a table", "table-2" for another mapping that is called so."""
        stem = self._title(record).lower().removeprefix("a ").removeprefix("an ").replace(" ", "-")
        names = (stem if count == 1 else f"{stem}-{count}" for count in itertools.count(1))
        return next(name for name in names if self._named.setdefault(name, record) is record)


def _told(schemas: Mapping[tuple[str, ...], Schema], every: Iterable[Schema]) -> Schema:
    """Return the schema of mappings that are told apart by keys that only one of them has.

    So a fault within one is shown where it is, and not as what this one lacks of another; where there is none of the
    keys, all are offered.
    """
    told: Schema = {"type": "object", **_any(*every)}
    for keys, schema in reversed([*schemas.items()]):
        written = _any(*({"required": [key]} for key in keys))
        told = {"if": {"type": "object", **written}, "then": schema, "else": told}
    return told


def _word(word: Word[Any], *, empty: bool) -> Schema:
    """Return the schema of a scalar; for what YAML may take it is tried out."""
    if not word.pattern:
        return _besides(_reference(_TEXT), {_EMPTY: empty or _takes(word, "")})
    types = ["string", *[type for type, texts in _NUMBERS.items() if any(_takes(word, text) for text in texts)][:1]]
    such = f", such as {word.examples[0]}" if word.examples and "such as" not in word.says else ""
    schema: Schema = {"type": types, "pattern": _whole(word.pattern), **_must_be(f"{word.says}{such}")}
    schema |= {"examples": [*word.examples]} if word.examples else {}
    schema |= dict(zip(("minimum", "maximum"), word.bounds or (), strict=False))
    either, only_true = _takes(word, "false"), _takes(word, "true") and not _takes(word, "false")
    schema = {"oneOf": [{"enum": [True]}, schema]} if only_true else schema
    return _besides(schema, {_BOOLEAN: either, _EMPTY: empty or _takes(word, "")})


def _takes(word: Word[Any], text: str) -> bool:
    read = word.parse(text)
    return read is not None and not isinstance(read, Complaint)


def _choice(choice: Choice[Any]) -> Schema:
    words = [_TYPED.get(word, word) for word in choice.words]
    quoted = [_quoted(choice.words)] if set(choice.words) <= set(_TYPED) else []
    return _any({"enum": words, **_must_be(choice.says)}, *quoted)


def _quoted(words: Iterable[str]) -> Schema:
    """Return the schema of `true` in quotes, which no editor is to offer."""
    others = {"type": ["array", "object", "boolean", "number", "null"]}
    return {"not": {"anyOf": [others, {"type": "string", "not": {"pattern": f"^(?:{'|'.join(words)})$"}}]}}


def _besides(schema: Schema, others: Mapping[str, bool]) -> Schema:
    """Return the schema of what fits the schema or one of the definitions that are true; none fits two of them.

    `oneOf`, for where `anyOf` stands the YAML language server explains a key once for each of its parts.
    """
    there = [name for name, is_there in others.items() if is_there]
    if there == [_EMPTY] and schema.get("type") in ("array", "object"):
        return {**schema, "type": [schema["type"], "null", "string"], "pattern": r"^\s*$"}
    return {"oneOf": [schema, *map(_reference, there)]} if there and schema else schema


def _reference(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}


def _any(*schemas: Schema) -> Schema:
    """Return the schema of what fits one of the schemas."""
    return schemas[0] if len(schemas) == 1 else {"anyOf": [*schemas]}


def _must_be(says: str) -> Schema:
    """Return the message of editors that take one."""
    return {"errorMessage": f"This must be {says}."}


def _whole(pattern: str) -> str:
    """Return a pattern that the whole text must match, less white space around it."""
    return rf"^\s*(?:{pattern})\s*$"


def _as_written(shape: Shape[Any], default: object) -> Any:  # noqa: ANN401 -- as JSON has it
    """Return what a file would say for what stands in where a key is left out; None where there is nothing to say."""
    if default in (None, (), ""):
        return None
    match shape.alike() or shape:
        case Choice(words=words):
            word = next(word for word, meant in words.items() if meant == default)
            return _TYPED.get(word, word)
        case ListOf(item=item) if isinstance(default, tuple):
            return [_as_written(item, one) for one in default]
        case Word() as word:
            return next((one for one in word.examples if word.parse(one) in (default, (default,))), default)
        case _:
            return None
