"""A file, or standard input, that papers are read from."""

import gzip
import shutil
import sys
import tempfile
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

_GZIP = b"\x1f\x8b"


class _Aside:
    """A copy on disk of what came through a pipe, for as long as this object lives."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def copy_of(self, pipe: Path | None) -> Path:
        """The copy; the pipe (standard input, if None) is read at the first call."""
        if self._path is None:
            handle, name = tempfile.mkstemp(prefix="papergraph-")
            weakref.finalize(self, Path(name).unlink, missing_ok=True)
            self._path = Path(name)
            with open(handle, "wb") as copy:  # noqa: PTH123 -- a handle has no path
                if pipe is None:
                    shutil.copyfileobj(sys.stdin.buffer, copy)
                else:
                    with pipe.open("rb") as stream:
                        shutil.copyfileobj(stream, copy)
        return self._path


@dataclass(frozen=True, slots=True)
class Source:
    """Where papers are read from.

    Attributes:
        name: What users see and what is exported: no folder of the user's machine stands in it.
        path: Its place on disk, None for standard input.
    """

    name: str
    path: Path | None = None
    _aside: _Aside = field(default_factory=_Aside, init=False, repr=False, compare=False)

    def open(self) -> BinaryIO:
        """Its bytes from their start, decompressed where they are gzip; as often as one likes, pipes included.

        Raises:
            OSError: It cannot be read.
        """
        path = self._aside.copy_of(self.path) if self.path is None or self.path.is_fifo() else self.path
        with path.open("rb") as stream:
            packed = stream.read(len(_GZIP)) == _GZIP
        return cast("BinaryIO", gzip.open(path)) if packed else path.open("rb")
