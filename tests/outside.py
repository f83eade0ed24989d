"""What tests use that a machine may lack: they are skipped with the reason."""

import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest


def module(name: str) -> ModuleType:
    """An optional module of Python."""
    return pytest.importorskip(name)


def program(name: str) -> str:
    """The path of an optional program; pip puts some beside Python."""
    beside = str(Path(sys.executable).parent)
    return shutil.which(name) or shutil.which(name, path=beside) or pytest.skip(f"the program {name} is not installed")
