"""What the user names on the command line -> the sources that stand behind it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from papergraph.errors import SourceError
from papergraph.sources.clean import plain
from papergraph.sources.source import Source


def find_sources(arguments: Iterable[str]) -> Iterator[Source | SourceError]:
    """The sources behind files, folders and "-", each once, in the order of the arguments.

    A folder is searched recursively, in sorted order; hidden files and folders are left out, and links to
    folders are not followed. What is not there is given as a SourceError, and the rest goes on.

    >>> [str(found) for found in find_sources(["no-such-page.txt"])]
    ['no-such-page.txt: no such file or folder: check its name']
    """
    seen: set[Path | None] = set()
    for argument in arguments:
        for found in _behind(argument):
            if isinstance(found, Source):
                place = found.path and found.path.resolve()
                if place in seen:
                    continue
                seen.add(place)
            yield found


def _behind(argument: str) -> Iterator[Source | SourceError]:
    """The sources behind one argument."""
    if argument == "-":
        yield Source("<stdin>")
        return
    path = Path(argument)
    try:
        is_folder = path.is_dir()
        there = path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        is_folder = there = False
    if is_folder:
        yield from _inside(path)
    elif there:
        yield Source(_shown(path.name), path)
    else:
        yield SourceError(_shown(argument), "no such file or folder: check its name")


def _inside(folder: Path) -> Iterator[Source | SourceError]:
    """The files in a folder, and the folders in it that cannot be searched."""
    closed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(place, name)
            yield _regular(path, _shown(path.relative_to(folder).as_posix()))
    for error in closed:
        yield SourceError(_shown(str(error.filename)), f"cannot be searched: {error.strerror}")


def _regular(path: Path, name: str) -> Source | SourceError:
    """The file; a pipe or a device in a folder would wait for ever, so only files are taken."""
    if path.is_file():
        return Source(name, path)
    return SourceError(name, "neither a file nor a folder that is there: remove the broken link or the device")


def _shown(name: str) -> str:
    """A file name that can be printed and exported: it may hold line feeds, or bytes that are no text."""
    return plain(os.fsencode(name).decode("utf-8", "replace"))
