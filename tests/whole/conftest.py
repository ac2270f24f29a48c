"""The shipped papers, built once a process for all tests that read them."""

import pytest
from papers import LANGUAGES, PAPERS, PROJECT, SAMPLE, SAMPLES, Built


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("papers"), PROJECT, SAMPLE, LANGUAGES)


@pytest.fixture(params=PAPERS + SAMPLES)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)
