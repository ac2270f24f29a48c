"""A number of things -> what is said of so many, in each language's own forms."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """What is said of a number of things: "1 page", "5 pages". Each language has as many forms as it needs."""

    one: str
    several: str
    form: Callable[[int], str] | None = None
    """What returns the form for a number in another language; English needs none."""

    def of(self, count: int, **named: str) -> str:
        """Return the words for so many: `{}` is the number, `{name}` what is given by name."""
        phrase = self.form(count) if self.form else self.one if count == 1 else self.several
        return phrase.format(count, **named)
