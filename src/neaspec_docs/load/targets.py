"""The target of a link in text -> whether it leads somewhere: to a place in a paper, another paper, or an address."""

import re

REFERENCE = re.compile(r"(?P<paper>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)?(?:#(?P<id>[^\s#]+))?(?<=.)", re.ASCII)
"""`meeting/paper`, `#id`, or both."""

FILE = re.compile(r"\.(?:ya?ml|md|docx?|pdf|html?|png|jpe?g|svg|csv|xlsx?|pptx?)$", re.IGNORECASE)
"""How the name of a file ends, which is no paper's name."""

WEB = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@", re.IGNORECASE)
"""How an address begins."""


def leads_somewhere(target: str) -> bool:
    """Say whether the target of a link is one that a text takes."""
    found = REFERENCE.fullmatch(target)
    return bool(WEB.match(target) or (found and not FILE.search(found["paper"] or "")))
