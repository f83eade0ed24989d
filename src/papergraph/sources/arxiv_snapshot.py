"""arXiv's metadata snapshot: JSON Lines with the fields that arXiv publishes."""

from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from papergraph.model import Record
from papergraph.sources.json_lines import as_object, read_json_lines
from papergraph.sources.record import Found, make_record


def read_snapshot(stream: BinaryIO, source: str) -> Found:
    """Papers line by line. Places are line numbers."""
    return read_json_lines(stream, source, snapshot_record)


def snapshot_record(value: object) -> Record:
    """A paper with the date of its first version.

    Raises:
        UnusableError: It holds no paper.
    """
    fields = as_object(value)
    return make_record(
        fields.get("title"),
        fields.get("abstract"),
        _first_version(fields.get("versions")) or fields.get("update_date"),
        fields.get("id"),
    )


def _first_version(versions: object) -> str | None:
    """The day on which the first version came, e.g. of {"created": "Mon, 2 Apr 2007 19:18:42 GMT"}."""
    match versions:
        case [{"created": str(created)}, *_]:
            try:
                return parsedate_to_datetime(created).replace(tzinfo=UTC).date().isoformat()
            except (ValueError, OverflowError):
                return None
    return None
