"""A file, or standard input, that papers are read from."""

import gzip
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

_GZIP = b"\x1f\x8b"
_IN_MEMORY = 16_000_000  # bytes from a pipe that are held before they go to a temporary file


@dataclass(frozen=True, slots=True)
class Source:
    """Where papers are read from.

    Attributes:
        name: What users see and what is exported: no folder of the user's machine stands in it.
        path: Its place on disk, None for standard input.
    """

    name: str
    path: Path | None = None

    def open(self) -> BinaryIO:
        """Its bytes, decompressed where they are gzip, in a stream that can be rewound.

        Raises:
            OSError: It cannot be read.
        """
        stream = self._raw()
        packed = stream.read(len(_GZIP)) == _GZIP
        stream.seek(0)
        return cast("BinaryIO", _Unpacked(stream)) if packed else stream

    def _raw(self) -> BinaryIO:
        """The bytes as they are; what comes through a pipe is laid aside, as it cannot be rewound."""
        if self.path is None:
            return _laid_aside(sys.stdin.buffer)
        stream = self.path.open("rb")
        if stream.seekable():
            return stream
        with stream:
            return _laid_aside(stream)


class _Unpacked(gzip.GzipFile):
    """A gzip stream that closes the stream below it too."""

    def __init__(self, below: BinaryIO) -> None:
        super().__init__(fileobj=below, mode="rb")
        self._below = below

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._below.close()


def _laid_aside(pipe: BinaryIO) -> BinaryIO:
    """A copy of what comes through a pipe, in memory or in a temporary file."""
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 -- closed by who reads it
    shutil.copyfileobj(pipe, copy)
    copy.seek(0)
    return cast("BinaryIO", copy)
