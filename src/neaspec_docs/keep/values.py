"""What JSON held -> words, and names of files, as this program wrote them. What is none of these raises an error."""

import unicodedata
from pathlib import PurePosixPath


def text(said: object) -> str:
    """Return words, of as many lines as they have. Raises TypeError, and ValueError for what a terminal would obey."""
    if not isinstance(said, str):
        raise TypeError
    if not said.isprintable() and any(unicodedata.category(sign) == "Cc" for sign in said if sign not in "\n\t"):
        raise ValueError
    return said


def name(said: object) -> str:
    """Return the name of a file below a folder. Raises as `text` does, and ValueError for one that leads elsewhere."""
    path = PurePosixPath(text(said))
    if not path.parts or path.is_absolute() or ".." in path.parts or not str(path).isprintable():
        raise ValueError
    return str(path)
