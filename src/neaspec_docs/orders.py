"""What a command asks to be made, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a build that has nothing to do answers without them
    from neaspec_docs.diagnostics.diagnostic import Diagnostic
    from neaspec_docs.project import Project


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: targets (meetings or papers), formats (none: the usual ones), the folder to write below.

    `jobs` is how many papers are written side by side, 0 for one a processor. `mark` stands in the name of each file
    between the paper's name and the format: ".redline". `force` makes files again that would be kept.
    """

    project: "Project"
    targets: Sequence[str]
    formats: Sequence[str]
    out: Path
    jobs: int = 0
    mark: str = ""
    force: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build wrote: its pages where its format has them, and the seconds its writer took.

    The pages of a set of `slides` are slides. One that is `kept` was there already, and would have come out the same.
    """

    path: Path
    pages: int | None
    seconds: float
    slides: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what is to be said of it; of a redline, what is to be said of the `old` version too.

    `unchanged` is a redline in which nothing is marked. `orphans` are files of an earlier build whose paper is gone:
    they are listed no more.
    """

    made: tuple[Made, ...]
    diagnostics: "tuple[Diagnostic, ...]"
    old: "tuple[Diagnostic, ...]" = ()
    unchanged: bool = False
    orphans: tuple[Path, ...] = ()
