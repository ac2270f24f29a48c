"""The words of a Page in one line."""

import re

from hypothesis import given
from hypothesis import strategies as st

from neaspec_docs.write import styled


@given(st.text(" \t\r\n\u00a0ab", max_size=12))
def test_white_space_that_stands_together_is_one_space(text: str) -> None:
    assert styled.single_spaced(text) == re.sub("[ \t\r\n]+", " ", text)
