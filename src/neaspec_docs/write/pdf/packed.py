"""A PDF that is about to be written -> the same PDF, with each of its streams compressed once and for all.

pydyf makes the bytes of each object twice, for the file and for the file's identifier (ISO 32000-1 14.4), and would
compress each page as often. zlib lets go of Python while it works, so two streams are compressed at a time.
"""

import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pydyf  # type: ignore[import-untyped]

_LEVEL = 9
"""As pydyf does: the smallest file."""


def pack(pdf: Any) -> None:  # noqa: ANN401 -- pydyf ships no types
    """Compress the streams that pydyf would compress; what is said of them comes to the same bytes."""
    streams = [thing for thing in pdf.objects if isinstance(thing, pydyf.Stream) and thing.compress]
    with ThreadPoolExecutor(2) as threads:
        for stream, data in zip(streams, threads.map(_compressed, streams), strict=True):
            stream.stream, stream.compress = [data], False
            stream.extra["Filter"] = "/FlateDecode"


def _compressed(stream: Any) -> bytes:  # noqa: ANN401
    operators = map(pydyf._to_bytes, stream.stream)  # noqa: SLF001 -- numbers are to come out as pydyf writes them
    return zlib.compress(b"\n".join(operators), _LEVEL)
