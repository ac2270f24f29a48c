"""A text -> its characters beyond ASCII, each once: who looks for letters of other scripts looks at these."""

_ASCII = bytes(range(0x80))


def signs(text: str) -> frozenset[str]:
    """Return them; ASCII's are dropped before any is looked at, for they are nearly all of most texts."""
    others = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return frozenset(others.decode("utf-8", "surrogatepass"))
