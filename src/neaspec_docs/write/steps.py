"""A generator that gives something on the way -> what it returns in the end."""

from collections.abc import Generator
from typing import TypeVar, cast

Result = TypeVar("Result")


def returned(steps: Generator[object, None, Result]) -> Result:
    """Return what a generator returns; what it gives before is passed over."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("Result", end.value)
