"""What changed on both sides -> one run of changes in the new version's order; what is gone stands where it was."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from neaspec_docs.model.change import Change

Old = TypeVar("Old")
New = TypeVar("New")


def in_order(
    old: Sequence[Old],
    new: Sequence[New],
    stays: Mapping[int, int],
    gone: Callable[[Old], Change | None],
    now: Callable[[New], Change | None],
) -> list[Change]:
    """Return the changes of the old ones by `gone`, and of the new ones by `now`; None is no change.

    `stays` says which place in `new` an old one has that stayed; a change of what is gone comes after the last of these
    before it.
    """
    found: list[tuple[int, int, Change]] = []
    last = -1
    for i, one in enumerate(old):
        last = stays.get(i, last)
        if (change := gone(one)) is not None:
            found.append((last, 1, change))
    for j, other in enumerate(new):
        if (change := now(other)) is not None:
            found.append((j, 0, change))
    return [change for _, _, change in sorted(found, key=lambda one: one[:2])]
