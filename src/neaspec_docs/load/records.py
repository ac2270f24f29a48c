"""Mappings of content files, declared: their keys, what each may hold, and what is made of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean, nearest
from neaspec_docs.load.shapes import WRONG, Shape, Wrong, check_cut, complain, is_empty, wrong_shape
from neaspec_docs.load.source import KeyOrder, Source, quoted
from neaspec_docs.load.yaml_nodes import MappingNode, ScalarNode, YamlNode, place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping: its name, its value's shape, and what stands in where it is left out or wrong.

    `into` is the name under which the value is handed on, where that is another.
    """

    name: str
    shape: Shape[Any]
    default: object
    required: bool
    into: str


def need(name: str, shape: Shape[Any], default: object = (), into: str = "") -> Key:
    """Return a key that must be there."""
    return Key(name, shape, default, required=True, into=into or name)


def may(name: str, shape: Shape[Any], default: object = None, into: str = "") -> Key:
    """Return a key that may be left out."""
    return Key(name, shape, default, required=False, into=into or name)


@dataclass(frozen=True, slots=True)
class Together:
    """The values of a mapping by name (its place is `at`), which a check may change, and the nodes by key."""

    values: dict[str, Any]
    written: Mapping[str, YamlNode]
    source: Source


_MEANT: Mapping[str, str] = {"alt": "what the picture shows, in a sentence"}
"""What the text under a key is to say, where its name does not tell."""

Check: TypeAlias = Callable[[Together], None]
"""Looks at the values of a mapping together, and reports what does not go together."""


@dataclass(frozen=True, slots=True)
class Record(Shape[T]):
    """A mapping with these keys; `make` gets their values by name, and the mapping's place as `at`.

    `what` is how messages call it ("a table"). `check` looks at the values together, before they are made into one.
    `others` are keys that such a mapping could have had in place of these; `cures` say for some of them what to do
    where they stand beside these, with `{key}` for what is written under a key; `as_written` are keys whose order in
    the file says something; one of `any_of` must be there; `beside` are keys that need another beside them, for
    editors: it is `check` that reports them. Where it may have an `id`, a reference can lead to it: then the place of
    the id is handed on too, as `id_at`.
    """

    what: str
    make: Callable[..., T | Wrong]
    keys: tuple[Key, ...]
    check: Check | None = None
    others: frozenset[str] = frozenset()
    cures: Mapping[str, str] = field(default_factory=dict)
    as_written: frozenset[str] = frozenset()
    any_of: tuple[str, ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)
    _known: frozenset[str] = field(init=False)
    _order: KeyOrder = field(init=False)
    _can_be_cited: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what each mapping of this sort is held against."""
        names = tuple(key.name for key in self.keys)
        object.__setattr__(self, "_known", frozenset(names))
        object.__setattr__(self, "_order", KeyOrder(names, self.as_written))
        object.__setattr__(self, "_can_be_cited", any(key.name == "id" and not key.required for key in self.keys))

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return "a mapping with `title` and `body`"."""
        required = [f"`{key.name}`" for key in self.keys if key.required]
        listed = " and ".join(part for part in (", ".join(required[:-1]), *required[-1:]) if part)
        return f"a mapping with {listed}" if listed else "a mapping"

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what `make` makes of the values."""
        if not isinstance(node, MappingNode):
            return wrong_shape(node, source, name, self.says, self._cure(name))
        source.orders[node.start] = self._order
        written = self._written(node, source)
        values = {key.into: self._value(key, written.get(key.name), node, source) for key in self.keys}
        values["at"] = at = place(node, source)
        if self._can_be_cited:
            values["id_at"] = place(written["id"], source) if "id" in written else at
        if self.any_of and not written.keys() & {*self.any_of}:
            keys = " or ".join(f"`{key}`" for key in self.any_of)
            source.error(Code.MISSING_KEY, f"{self.what} must have {keys}", at)
        if self.check is not None:
            self.check(Together(values, written, source))
        return self.make(**values)

    def _cure(self, name: str) -> str | None:
        """Return how to write such a mapping, as the value called `name`."""
        first = next((key.name for key in self.keys if key.required or key.name in self.any_of), None)
        if first is None:
            return None
        return f"write `{name.strip('`')}: {{{first}: ...}}`" if name.startswith("`") else f"write `{first}: ...`"

    def _value(self, key: Key, node: YamlNode | None, around: MappingNode, source: Source) -> object:
        if node is None:
            if key.required:
                meant = _MEANT.get(key.name, "") if key.shape.says == "text" else key.shape.says
                says = f", {meant}" if meant else ""
                help = f"add `{key.name}: ...`{says}"
                message = f"{self.what} must have `{key.name}`"
                source.error(Code.MISSING_KEY, message, place(around, source), help)
            return key.default
        if not key.required and is_empty(node):
            if key.shape.says == "text":
                check_cut(node, source)
            return key.default
        read = key.shape.read(node, source, f"`{key.name}`")
        return key.default if read is WRONG else read

    def _written(self, node: MappingNode, source: Source) -> dict[str, YamlNode]:
        """Return the values by key; a key nobody knows is taken for the one it was most likely meant to be."""
        known = self._known
        written: dict[str, YamlNode] = {key.value: value for key, value in node.entries if key.value in known}
        if len(written) == len(node.entries):
            return written
        for key, value in node.entries:
            if key.value in known:
                continue
            at = source.span(key.start, key.end)
            if key.value in self.others:
                source.drop(value.start, value.end)
                self._beside(key, written, source)
                continue
            meant = nearest(key.value, known - written.keys())
            help = did_you_mean(key.value, known - written.keys())
            if meant is not None:
                written[meant] = value
            else:
                source.drop(value.start, value.end)
            help = help or f"it may have {_listed(key.name for key in self.keys)}"
            source.error(Code.UNKNOWN_KEY, f"unknown key {quoted(key.value)} in {self.what}", at, help)
        return written

    def _beside(self, key: ScalarNode, written: Mapping[str, YamlNode], source: Source) -> None:
        chosen = [f"`{one.name}`" for one in self.keys if one.required and one.name in written]
        message = f"`{key.value}` has no place beside {chosen[-1] if chosen else 'the rest'}"
        said = {name: value.value for name, value in written.items() if isinstance(value, ScalarNode)}
        names = dict.fromkeys((one.name for one in self.keys), "...")
        help = self.cures.get(key.value, "").format(**{**names, **said}) or None
        source.error(Code.WRONG_SHAPE, message, source.span(key.start, key.end), help)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _or(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


class Either(Shape[T]):
    """A mapping of one of several sorts, told apart by the key that only this sort has.

    Without any of them, `otherwise` reads it; where that is None, one of the keys must be there.
    """

    says = "a mapping"

    def __init__(self, what: str, sorts: Mapping[str, Record[T]], otherwise: Record[T] | None = None) -> None:
        """Declare the sorts by their keys, and tell each one the keys of the others."""
        self.what = what
        every = [*sorts.values(), *([otherwise] if otherwise else [])]
        self.known = frozenset(key.name for sort in every for key in sort.keys)
        self.sorts = {key: self._among_others(sort) for key, sort in sorts.items()}
        self.otherwise = self._among_others(otherwise) if otherwise else None

    def _among_others(self, sort: Record[T]) -> Record[T]:
        return replace(sort, others=self.known - {key.name for key in sort.keys})

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what the sort reads whose key is there."""
        if not isinstance(node, MappingNode):
            return wrong_shape(node, source, name, self.says, f"write {_or(f'`{key}: ...`' for key in self.sorts)}")
        sort = self._sort([key.value for key, _ in node.entries])
        if sort is not None:
            return sort.read(node, source, name)
        message = f"{self.what} must have {_or(f'`{key}`' for key in self.sorts)}"
        complain(Code.MISSING_KEY, message, node, source)
        source.drop(node.start, node.end)
        return WRONG

    def _sort(self, written: list[str]) -> Record[T] | None:
        for key, sort in self.sorts.items():
            if key in written:
                return sort
        for key in written:
            meant = None if key in self.known else nearest(key, self.known)
            if meant in self.sorts:
                return self.sorts[meant]
        return self.otherwise
