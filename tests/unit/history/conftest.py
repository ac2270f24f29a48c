"""A repository with a meeting and a paper, without anybody's settings."""

from pathlib import Path

import pytest
import repositories
from repositories import History


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    repositories.alone(monkeypatch)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return repositories.begun(tmp_path / "top")
