"""What tests use that a machine may lack: skipped with a reason on a desk, a failure in CI."""

import importlib
import os
import shutil
from types import ModuleType

import pytest


def module(name: str) -> ModuleType:
    """An optional module of Python."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return _missing(f"the Python module {name}")


def program(name: str) -> str:
    """The path of an optional program."""
    return shutil.which(name) or _missing(f"the program {name}")


def _missing(what: str):
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")
