"""A phrase of a language's catalogue and what stands in it -> the parts of a reference's answer."""

import re
from typing import TypeAlias

from neaspec_docs.model.inline import Repeated, Said

Parts: TypeAlias = tuple[Said | Repeated, ...]

_PLACE = re.compile(r"\{(\w*)\}")


def put(phrase: str, *here: Said | Repeated, **named: Parts) -> Parts:
    """Return the phrase with parts in place of `{}`, or of `{outer}` what is given by that name.

    A number may so have words behind it, as in 第7段, and a language names the outer thing first or last.
    """
    made: list[Said | Repeated] = []
    for at, piece in enumerate(_PLACE.split(phrase)):
        if at % 2:
            made.extend(named[piece] if piece else here)
        elif piece:
            made.append(Said(piece))
    return tuple(made)
