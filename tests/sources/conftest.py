"""Sources written on the spot, and what is read from them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from papergraph.errors import SourceError
from papergraph.model import Record
from papergraph.sources.read import read
from papergraph.sources.source import Source


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., tuple[list[Record], list[str]]]:
    """Reads bytes or a text as a file: its records, and its problems as the user sees them."""

    def _reading(content: bytes | str, page_date: date | None = None, name: str = "input"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = list(read(Source(name, path), page_date))
        records = [item for item in found if isinstance(item, Record)]
        return records, [str(item) for item in found if isinstance(item, SourceError)]

    return _reading
