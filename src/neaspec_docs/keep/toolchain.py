"""This machine -> what files are made with: the program, its libraries, fonts, what the environment says.

It is asked at each build, so nothing is imported for it and no program run: 6 ms. Two things are known by a sign: a
library of the system by the name of its file, which on Linux ends in its version, and its size; a font by its path, its
size and its beginning, which in OpenType holds a checksum of each of its tables (ISO/IEC 14496-22, 4.5.1).
"""

import os
import sys
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from neaspec_docs.keep import digests, fonts

PROGRAM = Path(__file__).parents[1]

DISTRIBUTIONS = (
    "babel", "brotli", "cffi", "cssselect2", "docopt", "fonttools", "jinja2", "linkify-it-py", "lxml", "markdown-it-py",
    "markupsafe", "mdurl", "num2words", "pillow", "pycparser", "pydyf", "pyphen", "python-docx",
    "python-pptx", "pyyaml", "tinycss2", "tinyhtml5", "uc-micro-py", "vl-convert-python", "weasyprint", "webencodings",
    "xlsxwriter", "zopfli",
)  # fmt: skip
"""The distributions of Python by which files are made."""

_LIBRARIES = (
    "libpango-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1", "libfreetype.so.6",
    "libpango-1.0.0.dylib", "libharfbuzz.0.dylib", "libharfbuzz-subset.0.dylib", "libfontconfig.1.dylib",
    "libfreetype.6.dylib",
)  # fmt: skip
_FOLDERS_OF_LIBRARIES = (
    "{prefix}/lib", "/opt/homebrew/lib", "/usr/local/lib", "/usr/lib/{multiarch}", "/lib/{multiarch}", "/usr/lib64",
    "/usr/lib",
)  # fmt: skip
"""conda's, Homebrew's, and those of the system."""

_PATHS_OF_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_VARIABLES = ("SOURCE_DATE_EPOCH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")


def versions() -> dict[str, str]:
    """Return what files are made with, a name and what tells it from another: "weasyprint", "70.0"."""
    return {
        "neaspec-docs": _program(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **_distributions(),
        **_libraries(),
        "fonts": fonts.digest(),
        **{name: value for name in _VARIABLES if (value := os.environ.get(name)) is not None},
    }


def digest(versions: Mapping[str, str]) -> str:
    """Return the digest of a toolchain by its versions."""
    return digests.joined(*(f"{name} {version}" for name, version in sorted(versions.items())))


@cache
def _program() -> str:
    """Return the digest of the program's own files, as they were when it was first asked: they are what runs."""
    return digests.joined(*(f"{name} {digest}" for name, digest in digests.tree(PROGRAM).items()))


def _distributions() -> dict[str, str]:
    """Return the versions of the distributions, by the names of the folders that say which are installed (PEP 376)."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 -- names are all that is wanted
        except OSError:
            continue
        for name in names:
            stem, _, ending = name.rpartition(".")
            if ending in ("dist-info", "egg-info"):
                distribution, _, version = stem.partition("-")
                found.setdefault(distribution.lower().replace("_", "-").replace(".", "-"), version)
    return {name: found[name] for name in DISTRIBUTIONS if name in found}


def _libraries() -> dict[str, str]:
    """Return the name and size of the file behind each library of the system: "libpango-1.0.so.0.5000.12 444680"."""
    multiarch = getattr(sys.implementation, "_multiarch", "")
    own = (folder for name in _PATHS_OF_LIBRARIES for folder in os.environ.get(name, "").split(":") if folder)
    usual = (folder.format(prefix=sys.base_prefix, multiarch=multiarch) for folder in _FOLDERS_OF_LIBRARIES)
    folders = [*own, *usual]
    found = {}
    for name in _LIBRARIES:
        places = (f"{folder}/{name}" for folder in folders)
        if place := next(filter(os.path.exists, places), None):
            file = os.path.realpath(place)
            found[name] = f"{os.path.basename(file)} {os.stat(file).st_size}"  # noqa: PTH116, PTH119 -- ten times as fast
    return found
