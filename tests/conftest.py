"""What all tests share."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[2] / "shared"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """CI has everything that a test can need, so a skip there is a failure."""
    report = yield
    if report.skipped and "CI" in os.environ and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be missing: {item.nodeid}: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real pages and annotated papers, which are not part of the project."""
    if not _SHARED.is_dir():
        pytest.skip(f"the real pages are not here: {_SHARED.name}/ beside the project")
    return _SHARED
