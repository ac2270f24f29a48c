"""What a block says of its own, by which it is known again."""

from decimal import Decimal

from neaspec_docs.diff.matching import sense
from neaspec_docs.model.block import Column
from neaspec_docs.model.inline import Text, Words


def test_the_width_of_a_column_is_none_of_its_words() -> None:
    title = (Words((Text("Lake 7"),)),)
    assert sense.said((Column(title, width=Decimal(30)),)) == ["lake", "7"]
