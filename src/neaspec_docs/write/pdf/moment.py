"""The date of a paper -> the moment that its PDF says it was made: never the clock's."""

import os
from datetime import UTC, datetime


def created(day: str | None) -> str | None:
    """Return the paper's own date (ISO 8601), else SOURCE_DATE_EPOCH, seconds since 1970; None without either."""
    if day:
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch.isdecimal() else None
