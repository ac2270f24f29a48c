"""The date of a paper -> the moment that its PDF says it was made: never the clock's."""

from neaspec_docs.write.epoch import epoch


def created(day: str | None) -> str | None:
    """Return the paper's own date (ISO 8601), else SOURCE_DATE_EPOCH, seconds since 1970; None without either."""
    moment = None if day else epoch()
    return day or (None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
