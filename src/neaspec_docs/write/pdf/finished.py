"""A PDF that is about to be written -> the same PDF, each of its objects made into bytes once and for all.

pydyf does that twice, for the file and for the file's identifier (ISO 32000-1 14.4), and would compress each page as
often. zlib lets go of Python while it works, so two pages are compressed at a time.
"""

import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pydyf  # type: ignore[import-untyped]

_LEVEL = 9
"""As pydyf does: the smallest file."""


class Finished(pydyf.Object):  # type: ignore[misc]
    """An object of which nothing changes any more."""

    data = b""

    def __init__(self, thing: Any) -> None:  # noqa: ANN401 -- pydyf ships no types
        """Take the place of `thing`."""
        self.number, self.generation, self.free = thing.number, thing.generation, thing.free
        self.data = thing.data


def finish(pdf: Any) -> None:  # noqa: ANN401
    """Put bytes in place of the objects; the file comes to the same."""
    streams = [thing for thing in pdf.objects if isinstance(thing, pydyf.Stream) and thing.compress]
    with ThreadPoolExecutor(2) as threads:
        for stream, data in zip(streams, threads.map(_compressed, streams), strict=True):
            stream.stream, stream.compress = [data], False
            stream.extra["Filter"] = "/FlateDecode"
    pdf.objects[:] = [Finished(thing) if _is_data(thing) else thing for thing in pdf.objects]


def _is_data(thing: Any) -> bool:  # noqa: ANN401
    return not isinstance(thing, pydyf.Stream) and thing.free == "n"  # the first of all says that it is free


def _compressed(stream: Any) -> bytes:  # noqa: ANN401
    operators = map(pydyf._to_bytes, stream.stream)  # noqa: SLF001 -- numbers are to come out as pydyf writes them
    return zlib.compress(b"\n".join(operators), _LEVEL)
