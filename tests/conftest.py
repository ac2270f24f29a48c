"""What all tests share: `pytest --update` writes what they expect anew, to be reviewed as code is."""

import pytest
from hypothesis import settings

settings.register_profile("shared", deadline=None, derandomize=True)  # a slow machine is no fault, and no test is luck
settings.load_profile("shared")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite what the tests expect with what they got")
