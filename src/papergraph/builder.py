"""The one place that calls the stages in order: read, extract, resolve, assemble, write."""

import gc
import hashlib
import io
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from importlib.resources import as_file, files
from itertools import tee
from pathlib import Path
from typing import cast

import papergraph
from papergraph.errors import LinksError, SourceError
from papergraph.export.files import write_files
from papergraph.extract.extractor import extract
from papergraph.extract.pipeline import extractor_version
from papergraph.graph.assemble import Read, assemble
from papergraph.graph.communities import set_communities
from papergraph.graph.knowledge import KnowledgeGraph
from papergraph.graph.salience import set_salience
from papergraph.model import Paper
from papergraph.papers import join_records
from papergraph.report import Report, count
from papergraph.resolve.apart import set_apart
from papergraph.resolve.concept import EntityId
from papergraph.resolve.linking import link
from papergraph.resolve.links_file import parse_links
from papergraph.resolve.listed import unclear_names, unknown_names
from papergraph.resolve.naming import name_concepts
from papergraph.sources.find import find_sources
from papergraph.sources.read import read
from papergraph.sources.source import Source
from papergraph.sparql.index import open_index
from papergraph.store import Store
from papergraph.watching import Watcher, silent

STORE = "store.sqlite"
_KEPT_AT_ONCE = 100  # papers whose extractions go to the store in one transaction


class Builder:
    """One run of the stages, over a store that knows earlier runs.

    Args:
        store: What was read before; what is read now is added.
        jobs: Processes that extract.
        progress: Called as the work goes on.
    """

    def __init__(self, store: Store, *, jobs: int = 1, progress: Watcher = silent) -> None:
        self.store = store
        self.jobs = jobs
        self.progress = progress
        self.report = Report(extractor=extractor_version())

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.report.seconds[name] = time.perf_counter() - started

    def read(self, sources: Iterable[str], page_date: date | None = None) -> list[SourceError]:
        """Read sources into the store, those that have not changed since aside. Returns all problems so far."""
        missing = []
        with self._stage("read"):
            for number, source in enumerate(find_sources(sources), start=1):
                self.progress("reading", number, 0)
                if isinstance(source, SourceError):
                    missing.append(source)
                else:
                    self._read_source(source, page_date)
        self.report.sources = self.store.source_counts()
        self.report.problems = [*missing, *self.store.problems()]
        self.report.forgotten = [title for title, _ in self.store.forgotten()]
        return list(self.report.problems)

    def _read_source(self, source: Source, page_date: date | None) -> None:
        try:
            with source.open() as stream:
                content = hashlib.file_digest(cast("io.BufferedReader", stream), "sha256").hexdigest()
        except (OSError, EOFError, zlib.error):  # the reader says what is wrong with it
            content = ""
        digest = f"{content} {page_date or ''} {papergraph.__version__}"
        if not self.store.knows(source, digest):
            self.store.put_source(source, digest, read(source, page_date))

    def use_links(self, path: Path) -> None:
        """Follow a file of links, in this build and in later ones, in place of the one before.

        Raises:
            LinksError: It cannot be read or followed.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise LinksError(str(path), "", f"cannot be read ({error.strerror})") from error
        parse_links(str(path), data)
        self.store.put_links(path.name, data)

    def extract(self) -> None:
        """Read every paper that this extractor has not read before."""
        extractor = self.report.extractor
        with self._stage("extract"):
            total = sum(1 for _ in self._unread())
            texts, same_texts = tee(self._unread())
            waiting = []
            for number, found in enumerate(zip(same_texts, extract(texts, self.jobs), strict=True), start=1):
                waiting.append(found)
                self.progress("extracting", number, total)
                if len(waiting) == _KEPT_AT_ONCE:
                    self.store.put_extractions(extractor, waiting)
                    waiting = []
            self.store.put_extractions(extractor, waiting)
        self.report.extracted = total

    def _unread(self) -> Iterator[str]:
        texts = (paper.text for paper in self._papers())
        return (text for text in texts if not self.store.has_extraction(text, self.report.extractor))

    def _papers(self) -> Iterator[Paper]:
        return (item for item in join_records(self.store.records()) if isinstance(item, Paper))

    def extractions(self) -> Iterator[Read]:
        """All papers with what was read from them, by title."""
        for paper in self._papers():
            found = self.store.extraction(paper.text, self.report.extractor)
            if found is not None:
                yield paper, found

    def graph(self, *, quotes: bool) -> KnowledgeGraph:
        """Link what was extracted into one graph."""
        with self._stage("link"), _uncollected():
            self.progress("linking", 0, 0)
            links = parse_links(*(self.store.links() or ("", b"")))
            read = ((paper, set_apart(found, links)) for paper, found in self.extractions())
            known = sorted(read, key=lambda item: item[0].key)
            entities = {EntityId(p.key, e.name): e for p, found in known for e in found.entities}
            clusters = link(((paper.key, found) for paper, found in known), links)
            concepts = name_concepts(clusters, entities, links, (paper.abstract for paper, _ in known))
            network = assemble(known, concepts, quotes=quotes)
            set_salience(network)
            set_communities(network)
        disagreements = [item for item in join_records(self.store.records()) if isinstance(item, SourceError)]
        unheard = [*unknown_names(entities.values(), links), *unclear_names(concepts, links)]
        self.report.problems = [*self.report.problems, *disagreements, *unheard]
        self.report.counts = count(network)
        network.graph.update(self._about(quotes))
        return KnowledgeGraph(network)

    def _about(self, quotes: bool) -> dict[str, object]:
        papers = self.report.counts["papers"]
        return {
            "title": f"A map of {papers} paper{'s' * (papers != 1)}",
            "version": papergraph.__version__,
            "extractor": self.report.extractor,
            "quotes": quotes,
            "sources": sorted({name for name, records in self.report.sources if records}),
        }

    def write(self, graph: KnowledgeGraph, folder: Path) -> list[Path]:
        """Write the graph's files, with the report of this build."""
        with self._stage("write"), _uncollected():
            self.progress("writing", 0, 0)
            written = write_files(graph.network, folder, self.report.to_json())
            open_index(folder)  # made now, so that the first query is quick too
            return written


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the garbage collector from looking through a growing graph again and again: it has no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def sources_to_read(given: Iterable[str], store: Store) -> Iterator[list[str]]:
    """What a build reads: what it is given; else nothing new where the store holds papers; else the bundled example."""
    with ExitStack() as stack:
        names = list(given)
        yield names if names or not store.is_empty() else stack.enter_context(example_corpus())


@contextmanager
def example_corpus() -> Iterator[list[str]]:
    """The pages of the bundled example corpus."""
    with as_file(files("papergraph.example")) as folder:
        yield sorted(map(str, folder.glob("*.txt")))
