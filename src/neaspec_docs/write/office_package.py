"""A template -> what a library reads of it; an office file (ISO/IEC 29500-2) -> the same with nothing of its day in it.

The libraries that write packages stamp each entry with the time; here every entry gets one date and a fixed place.
"""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from neaspec_docs import limits, plain_files

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""

_UNIX = 3
_CONTENT_TYPES = "[Content_Types].xml"

EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
"""The relationship of a package to docProps/app.xml."""


class Unfit(Exception):  # noqa: N818 -- it says what a template is
    """A template is no file of its program, or lacks what the writer builds on."""


def opened(template: Path, read: Callable[[str], Any], program: str, no_package: type[Exception]) -> Any:  # noqa: ANN401 -- of the parts of a file the libraries ship no types
    """Return what a library reads of a template; `Unfit` where it can't, as it is no file of this program ("Word").

    The libraries have one error, `no_package`, for what is no package. For a file that is broken within they have none
    of their own: what their parsers meet comes through.
    """
    try:
        plain_files.require(template)
        with ZipFile(template) as parts:  # no entry unpacks to more than it says (zipfile reads no further)
            unpacked = sum(entry.file_size for entry in parts.infolist())
        if unpacked > limits.LARGEST_UNPACKED:
            raise Unfit(f"its parts are larger than {plain_files.size(limits.LARGEST_UNPACKED)}")
        return read(str(template))
    except (plain_files.NoPlainFileError, IsADirectoryError) as why:
        raise Unfit("it is no plain file") from why
    except (no_package, BadZipFile) as why:
        raise Unfit(f"it is no {program} file") from why
    except etree.XMLSyntaxError as why:
        raise Unfit(f"a part of it is not well-formed XML: {why.msg}") from why
    except KeyError as why:
        raise Unfit(f"it is no {program} file, or a part of it is missing") from why
    except (ValueError, AttributeError, TypeError, NotImplementedError, RuntimeError, zlib.error, OSError) as why:
        raise Unfit(f"it is no {program} file, or a part of it is broken") from why


def same_bytes(package: bytes, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return a package whose entries have one date and a fixed order: the content types first, then by name.

    `parts` stand in the place of those of their names.
    """
    written = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(written, "w") as made:
        for entry in sorted(given.namelist(), key=lambda entry: (entry != _CONTENT_TYPES, entry)):
            about = ZipInfo(entry, _EPOCH)
            about.compress_type = ZIP_DEFLATED
            about.create_system = _UNIX
            made.writestr(about, (parts or {}).get(entry) or given.read(entry), compresslevel=6)
    return written.getvalue()
