"""SOURCE_DATE_EPOCH of the environment -> the moment that a file may say it was made."""

import os
from datetime import UTC, datetime


def epoch() -> datetime | None:
    """Return the moment so many seconds after 1970 began; None where none is set, or none that a calendar has."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else None
    except (ValueError, OverflowError, OSError):
        return None
