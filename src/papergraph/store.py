"""What was read and extracted before, so that it is not done again: a SQLite file in the graph's folder.

Every step is one transaction: a build that is stopped, however hard, goes on where it was.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import orjson

from papergraph.errors import GraphFolderError, SourceError
from papergraph.interchange import extraction_from_json, extraction_to_json
from papergraph.model import Extraction, Record
from papergraph.names import fold
from papergraph.sources.source import Source

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sources (id INTEGER PRIMARY KEY, place TEXT UNIQUE, name TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS records (
    source INTEGER REFERENCES sources ON DELETE CASCADE, position INTEGER, title TEXT, arxiv TEXT, record BLOB,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS records_by_title ON records (title);
CREATE TABLE IF NOT EXISTS problems (
    source INTEGER REFERENCES sources ON DELETE CASCADE, source_name TEXT, problem TEXT, place TEXT
);
CREATE TABLE IF NOT EXISTS extractions (
    text TEXT, extractor TEXT, extraction BLOB, PRIMARY KEY (text, extractor)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS forgotten (
    title TEXT, arxiv TEXT, name TEXT, unnumbered INTEGER, PRIMARY KEY (title, arxiv)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (one INTEGER PRIMARY KEY CHECK (one = 1), file TEXT, data BLOB);
"""
# A paper without an identifier was forgotten by its title alone. One with an identifier takes the records without any
# along where they belong to it (see `papers`).
_KEPT = """NOT EXISTS (
    SELECT 1 FROM forgotten f WHERE f.title = r.title
    AND (f.arxiv = '' OR f.arxiv = r.arxiv OR (r.arxiv IS NULL AND f.unnumbered))
)"""
_VERSION = 1
_FIELDS = ("title", "abstract", "date", "arxiv", "url", "links")


def text_digest(text: str) -> str:
    """Identifies a text in the store: SHA-256 of its UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Store:
    """Sources with their records and problems, and extractions by text and extractor.

    Args:
        path: The file, made where it is missing; None for a temporary one.

    Raises:
        GraphFolderError: Another build holds it, or it is no store of this version.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._db = sqlite3.connect(path or "", timeout=1.0, isolation_level=None)
        try:
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute("BEGIN EXCLUSIVE")
            self._db.execute("COMMIT")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                raise GraphFolderError(f"{path}: made by another version of papergraph: delete it and build again")
            self._db.executescript(f"{_SCHEMA}PRAGMA user_version = {_VERSION};")
        except sqlite3.DatabaseError as error:
            self._db.close()
            busy = "locked" in str(error)
            advice = "another build is running there" if busy else "not a papergraph store: delete it and build again"
            raise GraphFolderError(f"{path}: {advice} ({error})") from error

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is done meanwhile is kept, or nothing where an error comes up."""
        self._db.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK TO whole")
            raise
        finally:
            self._db.execute("RELEASE whole")

    def is_empty(self) -> bool:
        """Whether no source was ever read."""
        return self._db.execute("SELECT 1 FROM sources").fetchone() is None

    def knows(self, source: Source, digest: str) -> bool:
        """Whether a source was read before and has not changed since."""
        row = self._db.execute("SELECT digest FROM sources WHERE place = ?", (_place(source, digest),)).fetchone()
        return row is not None and row[0] == digest

    def put_source(self, source: Source, digest: str, found: Iterable[Record | SourceError]) -> None:
        """Keep what a source holds, in place of what it held before."""
        place = _place(source, digest)
        with self.whole():
            self._db.execute("DELETE FROM sources WHERE place = ?", (place,))
            number = self._db.execute(
                "INSERT INTO sources (place, name, digest) VALUES (?, ?, ?)", (place, source.name, digest)
            ).lastrowid
            for position, item in enumerate(found):
                if isinstance(item, SourceError):
                    row = (number, item.source, item.problem, item.place)
                    self._db.execute("INSERT INTO problems VALUES (?, ?, ?, ?)", row)
                else:
                    data = orjson.dumps({name: getattr(item, name) for name in _FIELDS})
                    row_ = (number, position, _folded(item.title), item.arxiv, data)
                    self._db.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?)", row_)

    def source_counts(self) -> list[tuple[str, int]]:
        """Names of the sources with the number of their records, sorted; those aside that hold forgotten ones only."""
        return self._db.execute(
            f"SELECT name, kept FROM (SELECT s.name, s.digest, count(r.source) AS held,"  # noqa: S608 - a constant
            f" sum(r.source IS NOT NULL AND {_KEPT}) AS kept"
            " FROM sources s LEFT JOIN records r ON r.source = s.id GROUP BY s.id)"
            " WHERE held = 0 OR kept > 0 ORDER BY name, digest"
        ).fetchall()

    def problems(self) -> list[SourceError]:
        """Everything that could not be read, in the order of the sources' names."""
        rows = self._db.execute(
            "SELECT p.source_name, p.problem, p.place FROM problems p JOIN sources s ON s.id = p.source"
            " ORDER BY s.name, s.digest, p.rowid"
        )
        return [SourceError(*row) for row in rows]

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """All records that are not forgotten, with the fold of their title and their source's name.

        Those of one title come together.
        """
        rows = self._db.execute(
            f"SELECT r.title, s.name, r.record FROM records r JOIN sources s ON s.id = r.source WHERE {_KEPT}"  # noqa: S608
            " ORDER BY r.title, s.name, s.digest, r.position"
        )
        for title, name, data in rows:
            fields = orjson.loads(data)
            yield title, name, Record(**{**fields, "links": tuple(fields["links"])})

    def forget(self, title: str, arxiv: str | None, *, unnumbered: bool) -> None:
        """Leave a paper out from now on, whatever source holds it.

        Args:
            title: The paper's title.
            arxiv: Its arXiv identifier, if it has one.
            unnumbered: Whether records of that title without an identifier are this paper's.
        """
        row = (_folded(title), arxiv or "", title, unnumbered)
        self._db.execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?, ?)", row)

    def remember(self, title: str, arxiv: str | None) -> None:
        """Undo `forget`."""
        self._db.execute("DELETE FROM forgotten WHERE title = ? AND arxiv = ?", (_folded(title), arxiv or ""))

    def forgotten(self) -> list[tuple[str, str | None]]:
        """Titles and arXiv identifiers of what was forgotten, sorted."""
        rows = self._db.execute("SELECT name, nullif(arxiv, '') FROM forgotten ORDER BY name, arxiv")
        return rows.fetchall()

    def put_links(self, file: str, data: bytes) -> None:
        """Keep what a file of links holds, in place of the one before."""
        self._db.execute("INSERT OR REPLACE INTO links VALUES (1, ?, ?)", (file, data))

    def links(self) -> tuple[str, bytes] | None:
        """The links file's name and what it held when it was last given, if one was."""
        row: tuple[str, bytes] | None = self._db.execute("SELECT file, data FROM links").fetchone()
        return row

    def extraction(self, text: str, extractor: str) -> Extraction | None:
        """What this extractor read from a text before, if it did."""
        row = self._db.execute(
            "SELECT extraction FROM extractions WHERE text = ? AND extractor = ?", (text_digest(text), extractor)
        ).fetchone()
        return extraction_from_json(orjson.loads(row[0])) if row else None

    def has_extraction(self, text: str, extractor: str) -> bool:
        """Whether this extractor read a text before."""
        return (
            self._db.execute(
                "SELECT 1 FROM extractions WHERE text = ? AND extractor = ?", (text_digest(text), extractor)
            ).fetchone()
            is not None
        )

    def put_extractions(self, extractor: str, found: Iterable[tuple[str, Extraction]]) -> None:
        """Keep what was read from texts, in place of what another extractor read there, in one transaction."""
        with self.whole():
            for text, extraction in found:
                digest, data = text_digest(text), orjson.dumps(extraction_to_json(extraction))
                self._db.execute("DELETE FROM extractions WHERE text = ?", (digest,))
                self._db.execute("INSERT INTO extractions VALUES (?, ?, ?)", (digest, extractor, data))


def _folded(title: str) -> str:
    return fold(title) or title


def _place(source: Source, digest: str) -> str:
    return str(source.path.resolve()) if source.path else f"<stdin> {digest}"
