"""The bytes of an office file (ISO/IEC 29500-2) -> the same file with nothing in it of the day it was written.

The libraries that write packages stamp each entry with the time; here every entry gets one date and a fixed place.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""

_UNIX = 3
_CONTENT_TYPES = "[Content_Types].xml"

EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
"""The relationship of a package to docProps/app.xml."""


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
