"""Outputs -> `manifest.json`: each file that was made, its SHA-256, its pages and words, what it was made from.

It holds no path of the machine and no time, so the same content gives the same manifest wherever it is built.
"""

import json
from collections.abc import Mapping
from errno import EEXIST
from pathlib import Path

from neaspec_docs import plain_files
from neaspec_docs.keep import record
from neaspec_docs.keep.record import Output
from neaspec_docs.limits import LARGEST_PICTURE

NAME = "manifest.json"
_OURS = "neaspec-docs"


class NotOursError(OSError):
    """There is a file of that name that this program did not write."""


def encode(outputs: Mapping[str, Output]) -> bytes:
    """Return the bytes of the manifest of outputs, by their paths from its folder."""
    said = {"made_by": _OURS, "files": {name: _fields(output) for name, output in sorted(outputs.items())}}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def _fields(output: Output) -> dict[str, object]:
    made_from = {path: digest for path, digest in {**output.read, **output.sources}.items() if digest}
    return {
        "sha256": output.sha256,
        "pages": output.pages,
        "words": output.words,
        "made_from": dict(sorted(made_from.items())),
    }


def require_ours(out: Path) -> None:
    """Raise NotOursError where the folder holds a manifest of something else: it is not written over.

    One that can't be read is ours where our record lies beside it.
    """
    path = out / NAME
    try:
        ours = json.loads(plain_files.read(path, LARGEST_PICTURE))["made_by"] == _OURS
    except FileNotFoundError:
        return
    except (plain_files.NoPlainFileError, IsADirectoryError, KeyError, TypeError):
        ours = False
    except (OSError, ValueError, RecursionError):
        ours = (out / record.NAME).is_file()
    if not ours:
        reason = "there is one that neaspec-docs did not write; move it, or write elsewhere with `--out`"
        raise NotOursError(EEXIST, reason, str(path))
