"""What content, templates and drawings say -> which other files of a project they may ask for.

A project may hold much that no paper shows, and a version of it is written for one diff. So beside its content and its
templates it gets the files whose names are said there; where a template may put a name together, by their folder's.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

_OUT_OF_CONTENT = re.compile(r"\.\.[\\/]+(?:\.[\\/]+)*\.\.")
"""A path from a meeting's folder that leaves content/ goes up twice, so somewhere two `..` follow each other."""

_COMMENT = re.compile(r"^[ \t]*#.*", re.MULTILINE)
"""An editor's comment names the schema by such a path."""

_POINTS = re.compile(r"""href\s*=\s*["'](?!data:|#)([^"']+)""")
_WORD = re.compile(r"\w+")
_OF_CONTENT = (".yaml", ".yml")
_DRAWINGS = (".svg",)
_OF_TEMPLATES = (".j2", ".css", ".html")


def hears(path: str) -> bool:
    """Say whether a file may name others."""
    return path.endswith((*_OF_CONTENT, *_DRAWINGS)) or (path.startswith("templates/") and path.endswith(_OF_TEMPLATES))


class Asked:
    """The names of files that a project's own files say."""

    def __init__(self) -> None:
        """Begin with none."""
        self._said = _Texts()
        self._templates = _Texts()
        self._led: set[str] = set()

    def hear(self, path: str, data: bytes) -> None:
        """Take what a file says: one of content, of the templates, or a drawing that stands for others."""
        if path.endswith(_OF_CONTENT):
            text = _COMMENT.sub("", data.decode(errors="replace"))
            if _OUT_OF_CONTENT.search(text):
                self._said.add(text)
        elif path.endswith(_DRAWINGS):
            self._said.add("\n".join(_POINTS.findall(data.decode(errors="replace"))))
        elif hears(path):
            self._said.add(text := data.decode(errors="replace"))
            self._templates.add(text)

    def follow(self, path: str, target: str) -> None:
        """Take where a symbolic link leads: to a file, or to a folder and all in it."""
        self._led.add(normpath(join(dirname(path), target)))

    def names(self, path: str) -> bool:
        """Say whether a file is asked for."""
        file = PurePosixPath(path)
        return (
            self._said.holds(file.name)
            or (file.parent.name != "" and self._templates.holds(f"{file.parent.name}/"))
            or (bool(self._led) and any(str(one) in self._led for one in (file, *file.parents)))
        )

    def holds(self, folder: str) -> bool:
        """Say whether something in a folder is asked for, of which no more than its name is known."""
        led = any(f"{one}/".startswith(f"{folder}/") for one in self._led)
        return led or self._said.holds(f"{PurePosixPath(folder).name}/") or self.names(folder)

    def all_of(self, paths: Iterable[tuple[str, bool]], take: Callable[[set[str]], None]) -> None:
        """Let those of the paths be taken that are asked for; and what they ask for, for `take` may hear more.

        `paths` says which are files: the others are folders. Where nothing is asked for it is not read.
        """
        left = dict(paths) if self._said.some or self._led else {}
        while wanted := {path for path, file in left.items() if (self.names(path) if file else self.holds(path))}:
            left = {path: file for path, file in left.items() if path not in wanted}
            take(wanted)


class _Texts:
    """Texts, and the words in them: most names are none of these, so that the texts need not be searched."""

    def __init__(self) -> None:
        self.some: list[str] = []
        self._words: set[str] = set()

    def add(self, text: str) -> None:
        self.some.append(text)
        self._words.update(_WORD.findall(text))

    def holds(self, name: str) -> bool:
        return self._words.issuperset(_WORD.findall(name)) and any(name in text for text in self.some)
