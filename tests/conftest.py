"""What all tests share."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from tests import outside

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


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A real Chromium without a window; Playwright can run only once in a process."""
    playwright = outside.module("playwright.sync_api")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=outside.program("chromium"), args=quiet)
        yield chromium
        chromium.close()
