"""When Python looks through its memory."""

import gc
from collections.abc import Iterator

import pytest

from neaspec_docs import collector


@pytest.fixture
def as_before() -> Iterator[None]:
    """Leave the collector of this process as it was."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.enable()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("as_before")
def test_it_rests_until_it_goes_on() -> None:
    collector.rest()
    assert not gc.isenabled()
    collector.go_on()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == collector.BETWEEN
    assert gc.get_freeze_count() > 1000


@pytest.mark.usefixtures("as_before")
def test_what_never_rested_is_left_as_it_is() -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    collector.go_on()
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
