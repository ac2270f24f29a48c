"""docs/security.md has every limit with its number, and no other."""

import re
from pathlib import Path

from neaspec_docs import limits

PAGE = (Path(__file__).parents[2] / "docs" / "security.md").read_text("utf-8")


def test_the_page_has_each_limit_with_its_number() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| ([\d,]+) \|", PAGE, re.MULTILINE)
    told = {name: int(number.replace(",", "")) for name, number in rows}
    assert told == {name: value for name, value in vars(limits).items() if name.isupper()}


def test_each_limit_is_asked_for_somewhere() -> None:
    source = Path(limits.__file__).parent
    texts = (path.read_text("utf-8") for path in source.rglob("*.py"))
    asked = {found for text in texts for found in re.findall(r"limits\.([A-Z_]+)", text)}
    assert asked == {name for name in vars(limits) if name.isupper()}
