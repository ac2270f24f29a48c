"""What a value in a content file may be, declared: each Shape reads a YAML node into what the model holds.

A Shape reports what is wrong and goes on: a list without its bad items, a mapping with what stands in for its bad
values. So all the faults of a file are found in one run.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Generic, TypeVar

from neaspec_docs.diagnostics.codes import Code
from neaspec_docs.diagnostics.diagnostic import did_you_mean
from neaspec_docs.load import slips
from neaspec_docs.load.source import Source, Text, quoted
from neaspec_docs.load.yaml_nodes import ListNode, MappingNode, ScalarNode, YamlNode, place

T = TypeVar("T")
Read_co = TypeVar("Read_co", covariant=True)


class Wrong(Enum):
    """What a Shape returns for a value that it reported."""

    WRONG = "wrong"


WRONG: Final = Wrong.WRONG


class Shape(ABC, Generic[Read_co]):
    """What a value may be; `says` is how a message calls it: "text", "a list of rows"."""

    says: str

    @abstractmethod
    def read(self, node: YamlNode, source: Source, name: str) -> Read_co | Wrong:
        """Return what the node holds, or WRONG where it can't be read; `name` is what a message calls the value."""

    def alike(self) -> "Shape[Any] | None":
        """Return a shape of the common sorts that takes the same values, for a schema; None where none does."""
        return None


class Refused(Shape[Read_co]):
    """What no value may be: the shape of a key that is known only so that it can be refused in words of its own."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a word, and the cure; `instead` is what to go on with."""

    message: str
    help: str | None = None
    instead: object = WRONG


def complain(code: Code, message: str, node: YamlNode, source: Source, help: str | None = None) -> None:
    """Report a value, unless it was found at fault already: a tag, an alias."""
    slip = slips.quotation_mark(source, node.start) if isinstance(node, ScalarNode) else None
    if node.start in source.blamed:
        return
    if slip:
        source.error(code, slip.message, source.span(slip.start, slip.end), slip.help)
    else:
        source.error(code, message, place(node, source), help)


def wrong_shape(node: YamlNode, source: Source, name: str, says: str, help: str | None = None) -> Wrong:
    """Report a value that is not what it must be, and return WRONG."""
    source.drop(node.start, node.end)
    found = {ScalarNode: "text", ListNode: "a list", MappingNode: "a mapping"}[type(node)]
    empty = isinstance(node, ScalarNode) and not node.value
    if help is None and not isinstance(node, ScalarNode) and source.text[node.start] in "[{":
        sign = source.text[node.start]
        help = f"text that begins with `{sign}` must be in quotes" if "text" in says else None
    elif help is None and not isinstance(node, ScalarNode) and says.startswith("text"):
        help = "write the text after the colon or dash, or below a `|`"
    message = f"{name} must be {says}, not {'nothing' if empty else found}"
    slip = slips.at(source, node.start) if isinstance(node, ScalarNode) and not node.style and not empty else None
    if node.start in source.blamed:
        return WRONG
    if slip:
        source.error(Code.WRONG_SHAPE, slip.message, source.span(slip.start, slip.end), slip.help)
    else:
        source.error(Code.WRONG_SHAPE, message, place(node, source), help)
    return WRONG


def check_cut(node: YamlNode, source: Source) -> None:
    """Report a text of which a comment took the rest; what is left of it is no new fault."""
    if not isinstance(node, ScalarNode) or node.style:
        return
    if slip := slips.cut(source, node.end):
        source.blamed.add(node.start)
        source.error(slip.code, slip.message, source.span(slip.start, slip.end), slip.help)


def is_empty(node: YamlNode) -> bool:
    """Say whether nothing is written: a key without a value, or empty quotes."""
    return isinstance(node, ScalarNode) and not node.value.strip()


@dataclass(frozen=True, slots=True)
class Word(Shape[T]):
    """A scalar that `parse` reads: a date, an id, a number. None says that it is not what `says` says.

    `pattern` is a regular expression (in the part of the language that Python and ECMA-262 share) that all it reads
    matches, and little else; `bounds` are the least and the greatest number; `examples` are some that it reads. All
    these are for editors.
    """

    says: str
    parse: Callable[[str], T | Complaint | None]
    code: Code = Code.WRONG_VALUE
    pattern: str = ""
    examples: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what the word stands for."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        if self.says == "text":
            check_cut(node, source)
        source.texts[node.start] = Text.WORDS
        text = " ".join(node.value.split())
        read = self.parse(text)
        if read is None:
            read = Complaint(f"{name} must be {self.says}, not {quoted(text) if text else 'nothing'}")
        if not isinstance(read, Complaint):
            return read
        complain(self.code, read.message, node, source, read.help)
        instead: Any = read.instead
        return instead  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Choice(Shape[T]):
    """One of some words, each with what it stands for; `meant` are other words, each with the one to write for it."""

    words: Mapping[str, T]
    code: Code = Code.WRONG_VALUE
    meant: Mapping[str, str] = field(default_factory=dict)

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return "`left`, `right` or `center`"."""
        *first, last = (f"`{word}`" for word in self.words)
        return f"{', '.join(first)} or {last}" if first else last

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what the chosen word stands for."""
        if not isinstance(node, ScalarNode):
            return wrong_shape(node, source, name, self.says)
        if node.value in self.words:
            return self.words[node.value]
        word = node.value.strip()
        written = quoted(node.value) if word else "nothing"
        meant = word if word in self.words else self.meant.get(word.lower())
        help = f"write `{meant}`" if meant else did_you_mean(word, self.words)
        if meant and node.style in ("|", ">"):
            written, help = f"a text below `{node.style}`", f"write `{meant}` where the `{node.style}` stands"
        elif meant == word:
            written = f"{written} with a blank beside it"
        elif help is None and len(self.words) == 1:
            help = f"write {self.says}, or take this out"
        complain(self.code, f"{name} must be {self.says}, not {written}", node, source, help)
        return WRONG


def choice(kind: type[T]) -> Choice[T]:
    """Return the choice among the members of an Enum, written as their values."""
    members: Any = kind
    return Choice({member.value: member for member in members})


@dataclass(frozen=True, slots=True)
class ListOf(Shape[tuple[T, ...]]):
    """A list; `items` and `one` are what messages call its items ("rows", "a row").

    A `filled` list has an item at least. `instead` takes the place of one that can't be read, which else is left out.
    """

    item: Shape[T]
    items: str
    one: str
    filled: bool = False
    instead: T | Wrong = WRONG

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return "a list of rows"."""
        return f"a list of {self.items}"

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[T, ...] | Wrong:
        """Return the items."""
        if not isinstance(node, ListNode):
            one = self.one.split(maxsplit=1)[-1]
            none = ", or `[]` for none" if is_empty(node) and not self.filled else ""
            help = f"write each {one} on a line of its own, with `- ` before it{none}"
            return wrong_shape(node, source, name, self.says, help)
        if self.filled and not node.items:
            complain(Code.WRONG_SHAPE, f"{name} must hold at least one {self.one.split()[-1]}", node, source)
        items = []
        for item in node.items:
            read = self.item.read(item, source, self.one)
            kept = self.instead if read is WRONG else read
            if kept is not WRONG:
                items.append(kept)
        return tuple(items)


@dataclass(frozen=True, slots=True)
class Named(Shape[tuple[T, ...]]):
    """A mapping of names to values; `make` gets each `name`, its `text` and the name's place as `at`."""

    says: str
    name: Word[str]
    value: Shape[Any]
    make: Callable[..., T]

    def read(self, node: YamlNode, source: Source, name: str) -> tuple[T, ...] | Wrong:
        """Return what `make` makes of each pair, in the order written."""
        if not isinstance(node, MappingNode):
            source.lost = True  # names that others refer to
            return wrong_shape(node, source, name, self.says, "write each on a line of its own: `name: text`")
        made = []
        for key, value in node.entries:
            called = self.name.read(key, source, f"the name {quoted(key.value)}")
            text = self.value.read(value, source, quoted(key.value))
            if called is not WRONG:
                made.append(
                    self.make(name=called, text=() if text is WRONG else text, at=source.span(key.start, key.end))
                )
        return tuple(made)


@dataclass(frozen=True, slots=True)
class Made(Shape[T]):
    """What `make` makes of what another shape reads, and of its place (`at`)."""

    shape: Shape[Any]
    make: Callable[..., T]

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return what the other shape says."""
        return self.shape.says

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what is made of the value."""
        read = self.shape.read(node, source, name)
        return WRONG if read is WRONG else self.make(read, at=place(node, source))


@dataclass(frozen=True, slots=True)
class ByForm(Shape[T]):
    """A value that may be written shortly or at length: as text, as a list, or as a mapping."""

    says: str
    text: Shape[T] | None = None
    items: Shape[T] | None = None
    mapping: Shape[T] | None = None

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what the shape for this form reads."""
        match node:
            case ScalarNode():
                shape = self.text
            case ListNode():
                shape = self.items
            case MappingNode():
                shape = self.mapping
        return shape.read(node, source, name) if shape else wrong_shape(node, source, name, self.says)


@dataclass(frozen=True, slots=True)
class Later(Shape[T]):
    """A shape that is declared further down: blocks hold blocks."""

    find: Callable[[], Shape[T]]

    @property
    def says(self) -> str:  # type: ignore[override]
        """Return what the shape says."""
        return self.find().says

    def read(self, node: YamlNode, source: Source, name: str) -> T | Wrong:
        """Return what the shape reads."""
        return self.find().read(node, source, name)
