"""What Python users call first: `papergraph.build` and `papergraph.load`; and `papergraph.forget`."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

from papergraph.builder import STORE, Builder, sources_to_read
from papergraph.errors import GraphFolderError
from papergraph.export.nodelink import read_nodelink
from papergraph.folder import make_folder, settle
from papergraph.forgetting import forget_papers
from papergraph.graph.knowledge import KnowledgeGraph
from papergraph.store import Store
from papergraph.watching import Watcher, silent


def build(
    *sources: str | Path,
    out: str | Path | None = None,
    quotes: bool = True,
    page_date: date | None = None,
    links: str | Path | None = None,
    jobs: int = 1,
    progress: Watcher = silent,
) -> KnowledgeGraph:
    """Read papers and build their graph.

    Args:
        sources: Files, folders or "-" (standard input). Without any, what `out` holds is linked again, and where it
            holds nothing the bundled example corpus is read.
        out: Folder for the graph's files. What an earlier build left there is added to.
        quotes: Whether the graph holds the papers' sentences, or only where they stand.
        page_date: When saved pages were saved, for dates on them that have no year.
        links: A TOML file that says which names are one concept (README); kept with `out` until another is given.
        jobs: Processes that extract. With more than one, a script needs the usual `if __name__ == "__main__":`.
        progress: Called with a stage's name, how much of it is done and how much there is.

    Returns:
        The graph. What could not be read is left out; with `out`, `report.json` names it.

    Raises:
        SourceError: Nothing at all could be read.
        GraphFolderError: Another build is running in `out`, or it cannot be a folder.
        LinksError: The file of links cannot be read or followed.
    """
    with ExitStack() as stack:
        folder = Path(out) if out is not None else None
        if folder is not None:
            make_folder(folder)
        store = stack.enter_context(Store(folder / STORE if folder else None))
        names = stack.enter_context(sources_to_read(map(str, sources), store))
        builder = Builder(store, jobs=jobs, progress=progress)
        if links is not None:
            builder.use_links(Path(links))
        problems = builder.read(names, page_date)
        if problems and not any(records for _, records in builder.report.sources):
            raise problems[0]
        builder.extract()
        graph = builder.graph(quotes=quotes)
        if folder is not None:
            builder.write(graph, folder)
        return graph


def load(folder: str | Path) -> KnowledgeGraph:
    """Open a graph that was built into a folder.

    Raises:
        GraphFolderError: There is none, or it cannot be read.
    """
    folder = Path(folder)
    path = folder / "graph.json"
    try:
        settle(folder)
        return KnowledgeGraph(read_nodelink(path))
    except OSError as error:
        advice = f"make one: papergraph build --out {folder}"
        raise GraphFolderError(f"{folder}: no graph here ({path.name}: {error.strerror}); {advice}") from error
    except ValueError as error:
        raise GraphFolderError(f"{path}: cannot be read ({error}); build it again") from error


def forget(*papers: str, folder: str | Path, undo: bool = False, progress: Watcher = silent) -> KnowledgeGraph:
    """Take papers out of a built graph, with all that only they say, and write it again.

    They stay out of later builds into the folder, whatever source holds them, until this is undone.

    Args:
        papers: Titles, arXiv identifiers or keys.
        folder: The graph's folder.
        undo: Take papers back in that were forgotten.
        progress: Called as `build` calls it.

    Returns:
        The graph as it is now: the same as one built from sources without the papers.

    Raises:
        NotFoundError: There is no such paper; nothing is changed.
        GraphFolderError: There is no graph in the folder, no paper would be left, or a build is running there.
    """
    return forget_papers(load(folder), Path(folder), papers, undo=undo, progress=progress)[1]
