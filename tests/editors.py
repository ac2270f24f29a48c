"""The text of a YAML file -> what an editor takes it for: a scalar is typed by its looks (YAML 1.2.2, 10.3.2)."""

import re
from typing import Any

import yaml


class _CoreLoader(yaml.SafeLoader):
    """PyYAML's reader with the types of YAML 1.2's core schema, in the place of those of 1.1."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 -- PyYAML asks the class


for _tag, _looks in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_looks})$"), None)
_CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def read(text: str) -> Any:  # noqa: ANN401 -- what a file holds
    """Return what the file holds. Raises yaml.YAMLError."""
    return _with_names(yaml.load(text, _CoreLoader))  # noqa: S506 -- it makes nothing but plain values


def _with_names(value: Any) -> Any:  # noqa: ANN401 -- as above
    """Return the value with all keys as text, as JSON has them."""
    match value:
        case dict():
            return {str(key): _with_names(one) for key, one in value.items()}
        case list():
            return [_with_names(one) for one in value]
        case _:
            return value
