"""The characters of a text that are not ASCII's."""

from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.language import rare


@given(text=st.text(st.characters(codec=None)))
def test_they_are_those_beyond_ascii(text: str) -> None:
    """A half of a character too, as the name of a file may have it."""
    assert rare.signs(text) == {sign for sign in text if not sign.isascii()}
    assert rare.signs(f"a\udc80{text}") >= {"\udc80"}
