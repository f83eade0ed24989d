"""What can go wrong, in words that say what, where, and what to do about it."""


class PapergraphError(Exception):
    """Anything that papergraph raises on purpose. The command line prints it as one line.

    Attributes:
        status: The command line's exit status: 2, the call or the input is wrong; 1, the answer is no.
    """

    status = 2


class SourceError(PapergraphError):
    """Input that could not be read: a whole source, or one record of it."""

    def __init__(self, source: str, problem: str, place: str = "") -> None:
        self.source, self.problem, self.place = source, problem, place
        super().__init__(f"{source}{f':{place}' if place else ''}: {problem}")


class GraphFolderError(PapergraphError):
    """A folder that holds no graph, or one that cannot be read."""


class LinksError(PapergraphError):
    """A file of links that cannot be followed."""

    def __init__(self, file: str, entry: str, problem: str) -> None:
        super().__init__(f"{file}{f': {entry}' if entry else ''}: {problem}")


class QueryError(PapergraphError):
    """A query that cannot be run as it was asked."""


class NotFoundError(PapergraphError, KeyError):
    """Nothing has that name."""

    status = 1

    def __init__(self, name: str, near: list[str] | None = None, among: str = "nothing in the graph") -> None:
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        self.message = f"{among} is called {name!r}.{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class MissingExtraError(PapergraphError):
    """A feature whose optional dependency is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an optional part: pip install 'papergraph[{extra}]'")
