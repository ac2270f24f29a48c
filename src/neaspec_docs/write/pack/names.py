r"""A symbol -> the name of its paper's files, less their ending: one that every file system and zip reader takes.

"NEASPEC/SOM(24)/5" is `NEASPEC-SOM(24)-5`, and its reissue "NEASPEC/SOM(24)/5*" `NEASPEC-SOM(24)-5 reissued`.
What is refused, and where: `/` and NUL by all; `\ : * ? " < > |`, control characters, a stop or space at the end and
the names of devices by Windows ("Naming Files, Paths, and Namespaces"); a name of more than 255 bytes by most.
"""

import re
import unicodedata
from collections.abc import Sequence

_REFUSED = re.compile(r'[/\\:*?"<>|\s\x00-\x1f\x7f-\x9f]+')
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])(\.|$)", re.IGNORECASE)
_LONGEST = 130
"""Bytes in UTF-8: room for a reissue, a number and an ending within what encrypted folders take."""


def stems(papers: Sequence[tuple[str, str | None]], short: str) -> dict[str, str]:
    """Return the name of each paper's files, for full names with their symbols in order.

    A paper without a symbol is called by its meeting's short name and its own: `SOM-24-report`. Where two names would
    differ in case alone, or not at all, the later one gets a number, which no symbol can end with: ` (2)`.
    """
    named: dict[str, str] = {}
    taken: set[str] = set()
    for paper, symbol in papers:
        stem = stem_of(symbol or "") or stem_of(f"{short}-{paper.rpartition('/')[2]}")
        count, name = 1, stem
        while _same(name) in taken:
            count += 1
            name = f"{stem} ({count})"
        taken.add(_same(name))
        named[paper] = name
    return named


def stem_of(symbol: str) -> str:
    """Return a symbol as a file's name, "" where nothing of it can stand there."""
    own = symbol.rstrip("* ")
    name = _REFUSED.sub("-", unicodedata.normalize("NFC", own)).strip("-. ")
    name = name.encode()[:_LONGEST].decode(errors="ignore").rstrip("-. ")
    name = f"_{name}" if _DEVICE.match(name) else name
    return f"{name}{_reissued(symbol.count('*', len(own)))}" if name else ""


def _reissued(times: int) -> str:
    """Return what tells a reissue from the first issue; its symbol has an asterisk for each time."""
    return " reissued" if times == 1 else f" reissued {times}" if times else ""


def _same(name: str) -> str:
    """Return what two names share that some file system takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
