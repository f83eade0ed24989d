"""A graph's folder: all its files are the old ones or all the new ones, whenever a build is stopped."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from papergraph.errors import GraphFolderError

_NEXT = ".next"  # being written: thrown away by the next build
_READY = ".ready"  # complete: moved into place by whoever comes next


def make_folder(folder: Path) -> None:
    """Make a folder for a graph, unless it is there.

    Raises:
        GraphFolderError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphFolderError(f"{folder}: no folder can be made here ({error.strerror}); name another") from error


def settle(folder: Path) -> None:
    """Finish what a stopped build left: move complete files into place, throw incomplete ones away."""
    ready = folder / _READY
    if ready.is_dir():
        for path in sorted(ready.iterdir()):
            path.replace(folder / path.name)
        ready.rmdir()


def write_all(folder: Path, writers: Mapping[str, Callable[[Path], None]]) -> None:
    """Write files so that none is seen before all are complete.

    They are written into a folder aside, which one rename declares complete; then each is moved into place. A
    process that is killed between two moves leaves the rest to the next `settle`.

    Args:
        folder: Where they belong.
        writers: For each file's name what writes it to a path that it is given.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    settle(folder)
    aside = folder / _NEXT
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for name, write in writers.items():
        write(aside / name)
    aside.replace(folder / _READY)
    settle(folder)
