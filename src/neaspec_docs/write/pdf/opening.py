"""WeasyPrint -> imported, without a search for the libraries that it opens, and without what it prints.

It opens each of Pango's libraries by the first of some names that works, `libpango-1.0.so.0` among them. For each name
that does not, cffi asks `ctypes.util.find_library`, which on Linux runs ldconfig, gcc and ld: a fifth of the whole
import. The names that don't work there are those of other systems, so there is nothing to be found.
"""

import ctypes.util
import io
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from neaspec_docs import limits


def open_engine() -> None:
    """Import WeasyPrint. Raises OSError where one of its libraries is missing: the first line says which."""
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with _unsearched():
                import weasyprint
        except OSError:
            import weasyprint  # noqa: F401
        from PIL import Image

        Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS  # it would warn of what is let in


@contextmanager
def _unsearched() -> Iterator[None]:
    """Let no library be searched for while the block runs; one that is missing by all its names is, afterwards."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005 -- it is called by that name
    try:
        yield
    finally:
        ctypes.util.find_library = search
