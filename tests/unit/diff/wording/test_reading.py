"""What a reviewer is shown of text that is raised or lowered."""

import pytest

from neaspec_docs.diff.wording import reading
from neaspec_docs.model.change import Words
from neaspec_docs.model.inline import Inlines, Subscript, Superscript, Text


@pytest.mark.parametrize(
    ("raised", "shown"), [("6", "3 × 10⁶ t"), ("-2", "3 × 10⁻² t"), ("st", "3 × 10st t"), ("2+", "3 × 10²⁺ t")]
)
def test_raised_figures_are_shown_so(raised: str, shown: str) -> None:
    assert reading.line(_power(raised)).text == shown


def test_a_change_of_a_power_is_no_change_of_a_figure() -> None:
    (_, edit, _) = reading.compared(reading.line(_power("6")), reading.line(_power("7")))
    assert edit == Words("⁶", "⁷")
    raised = reading.compared(
        reading.line((Text("106 t"),)), reading.line((Text("10"), Superscript((Text("6"),)), Text(" t")))
    )
    assert "".join(part.new for part in raised) == "10⁶ t"


def test_a_lowered_figure_is_read_as_it_is() -> None:
    assert reading.line((Text("CO"), Subscript((Text("2"),)))).text == "CO2"


def _power(raised: str) -> Inlines:
    return Text("3 × 10"), Superscript((Text(raised),)), Text(" t")
