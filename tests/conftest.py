from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")

SHARED = Path(__file__).parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files and expected reports; refused in CI")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--accept") and os.environ.get("CI"):
        raise pytest.UsageError("--accept is refused where CI is set: an expectation is changed by a person")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def owners_document() -> bytes:
    """The owner's talking points; they are not part of the project, so a fresh clone goes without."""
    found = sorted(SHARED.glob("seeds/*.txt"))
    if not found:
        pytest.skip("the owner's document is not here (../shared/seeds)")
    return found[0].read_bytes()
