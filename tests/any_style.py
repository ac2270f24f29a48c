"""Papers for hypothesis, of all that texts may hold; and what any data looks like in one of the many styles of YAML."""

from random import Random
from typing import Any, TypeAlias

import yaml
from hypothesis import strategies as st

Data: TypeAlias = Any
"""A content file as YAML has it: text, lists and mappings."""

PIECES = (
    "The plan was adopted.",
    "It was carried out.",
    "See No. 5 and para. 12.",
    "Mr. J. K. Smith spoke.",
    "“Go.” He went.",
    "A word[^n] and one.[^n]",
    "See [](#a), [the words. And more.](https://www.example.org/a.b) and https://www.example.org/x.",
    "`code. With. Stops` ends.",
    "{{ facts.x }} is stated. {{ facts.y | upper }}.",
    "*All of it. And this.* **Bold.** m^3^. H~2~O.",
    "第一句。 第二句。",
    "it goes on, etc.",
    "1. First.",
    "a: b #c",
    "'quoted' and \"quoted\"",
    "- a dash",
    "-",
    "[x], {y}",
    "\\*no emphasis\\*",
    "end\\",
    "\u00a0no-break\u00a0",
    "tab\there",
    "word\u2060joined",
    "# no comment",
    ":a",
    "b:? c",
    "carriage\rreturn",
    "12",
    "null",
    "Снег.",
    "One sentence that is as long as a line may be, and then goes on a good deal further still, to see what comes.",
)
ODD_GLUE = (" \t\\\n", "\n\\\n", "\n\n\u3000\n\n")
GLUE = (" ", " ", " ", "\n", "\n", "  ", "  \n", "\\\n", "\n\n", "\n \n\n", "\t", " \n   ", "", *ODD_GLUE)
NAMES = ("section", "para", "quote", "box", "table", "figure", "programme", "slide")
"""Keys that name a block, and so come first in it."""

texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE)), min_size=1, max_size=6).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
titles = st.sampled_from(PIECES)


def some(of: st.SearchStrategy[Data], most: int = 3) -> st.SearchStrategy[Data]:
    return st.lists(of, min_size=1, max_size=most)


def mapping(optional: dict[str, st.SearchStrategy[Data]] | None = None, **keys: Data) -> st.SearchStrategy[Data]:
    """Return a mapping with these keys, each a strategy or what it always is, and some of the optional ones."""
    fixed: dict[str, st.SearchStrategy[Data]] = {
        key: value if isinstance(value, st.SearchStrategy) else st.just(value) for key, value in keys.items()
    }
    made: st.SearchStrategy[Data] = st.fixed_dictionaries(fixed, optional=optional or {})
    return made


_true = st.just("true")
_items = some(st.one_of(texts, mapping(text=texts, list=some(texts), style="(a)")))
_rows = st.one_of(
    st.tuples(texts, texts).map(list),
    mapping(group=texts),
    texts.map(lambda text: [{"text": text, "cols": "2"}]),
)
_sessions = [
    {"time": "14:00-14:15", "title": "Opening", "items": ["Welcome", "Words."], "text": "Aim. And end."},
    {"time": "14:15", "title": "Closing", "text": "Aim. And end.", "items": ["Thanks"]},
]
_leaves = st.one_of(
    mapping(para=texts),
    mapping(text=texts),
    mapping(quote=texts),
    mapping({"title": titles}, box=texts),
    mapping(page_break="true"),
    mapping({"style": st.sampled_from(["dash", "1.", "(a)"])}, list=_items),
    mapping(
        {"landscape": _true, "note": texts, "source": texts, "notes": st.just({"a": "One. Two."})},
        table=titles,
        columns=["A", {"title": "B", "align": "right", "width": "20%"}],
        rows=some(_rows),
    ),
    mapping(figure=titles, panels=some(mapping({"title": titles, "text": texts, "wide": _true}, items=some(titles)))),
    mapping(programme=[{"day": "2020-08-06", "timezone": "GMT+9", "sessions": _sessions}]),
)
_blocks: st.SearchStrategy[Data] = st.recursive(
    _leaves,
    lambda inner: mapping({"numbered": st.just("false")}, section=titles, body=st.lists(inner, max_size=3)),
    max_leaves=6,
)
papers = mapping(
    {
        "summary": texts,
        "headings": st.just(["I.", "1.", "(a)"]),
        "date": st.just("2020-10-12"),
        "subtitle": titles,
        "footnotes": mapping({"a.b": texts}, n=texts),
    },
    kind="paper",
    title=titles,
    body=some(_blocks, 4),
)


def written(data: Data, chance: Random, *, shuffle: bool = True) -> str:
    """Return the data as YAML in one of its many styles, with comments strewn in."""
    text = yaml.serialize(
        _node(data, chance, shuffle=shuffle),
        Dumper=yaml.SafeDumper,
        width=chance.choice([20, 80, 1000]),
        indent=chance.choice([2, 3, 4, 8]),
        allow_unicode=chance.random() < 0.8,
    )
    for number in range(chance.randrange(8)):
        lines = text.split("\n")
        place = chance.randrange(len(lines))
        indent = " " * chance.randrange(9)
        if chance.random() < 0.5:
            lines.insert(place, f"{indent}# remark {number}")
        elif chance.random() < 0.3:
            lines.insert(place, "")
        else:
            lines[place] += f" {indent}# remark {number}"
        strewn = "\n".join(lines)
        if read(strewn) == data:
            text = strewn
    return text


def _node(data: Data, chance: Random, *, shuffle: bool) -> yaml.Node:
    brackets = chance.random() < 0.25
    if isinstance(data, dict):
        entries = (shuffled(data, chance) if shuffle else data).items()
        pairs = [(_node(key, chance, shuffle=shuffle), _node(value, chance, shuffle=shuffle)) for key, value in entries]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=brackets)
    if isinstance(data, list):
        items = [_node(item, chance, shuffle=shuffle) for item in data]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=brackets)
    return yaml.ScalarNode("tag:yaml.org,2002:str", data, style=chance.choice([None, None, "'", '"', "|", ">"]))


def shuffled(data: dict[str, Data], chance: Random) -> dict[str, Data]:
    """Return a mapping with its keys in another order, which says the same."""
    keys = [*data]
    if not {"text", "items"} <= {*keys} and "n" not in keys:  # their order says something
        chance.shuffle(keys)
    name = next((name for name in NAMES if name in keys), None) or ("list" if "text" not in keys else None)
    return {key: data[key] for key in sorted(keys, key=lambda key: key != name)}


def read(text: str) -> Data:
    """Return a content file as text, lists and mappings; None where it is not YAML."""
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 -- it makes nothing but text
    except yaml.YAMLError:
        return None
