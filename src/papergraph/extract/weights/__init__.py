"""The trained weights, made by `training/train.py`; `model-card.md` says how and how good they are."""

from importlib.resources import as_file, files
from pathlib import Path


def weights_path(name: str) -> Path:
    """Where a file of weights lies in the installed package."""
    with as_file(files(__name__).joinpath(name)) as path:
        return path
