"""The stored queries: `.rq` files whose opening comment says what they answer and what they must be given.

The first line of the comment is the title; a line `?name: …, e.g. "…"` is a parameter with an example; the
rest tells more. A parameter is a variable that the query projects, so that it can be bound as a term.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files

from papergraph.errors import QueryError

_PARAMETER = re.compile(r'\?(?P<name>\w+): (?P<about>.+), e\.g\. "(?P<example>.+)"')
_FOLDER = files("papergraph.sparql").joinpath("queries")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a stored query must be given."""

    name: str
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class StoredQuery:
    """A question that the package knows how to ask."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def names(self) -> list[str]:
        """Those of its parameters that are to be names of something in the graph."""
        return [parameter.name for parameter in self.parameters if f"LCASE(?{parameter.name})" in self.text]

    def bind(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values for the query's parameters.

        Raises:
            QueryError: One is missing, or is none of the query's.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise QueryError(f"{self.name} has no parameter {name!r}; it takes: {', '.join(known) or 'none'}")
        for name, parameter in known.items():
            if name not in values:
                example = f'--param {name}="{parameter.example}"'
                raise QueryError(f"{self.name} needs {name!r}, {parameter.about}: {example}")
        return dict(values)


def stored_queries() -> list[StoredQuery]:
    """All stored queries by name."""
    names = sorted(file.name for file in _FOLDER.iterdir() if file.name.endswith(".rq"))
    return [_read(name.removesuffix(".rq")) for name in names]


def stored_query(name: str) -> StoredQuery:
    """The stored query of that name.

    Raises:
        QueryError: There is none; the message names the nearest.
    """
    names = [query.name for query in stored_queries()]
    if name not in names:
        near = get_close_matches(name, names)
        hint = f"did you mean {', '.join(near)}?" if near else "`papergraph query --list` lists them"
        raise QueryError(f"no stored query is called {name!r}; {hint}")
    return _read(name)


def _read(name: str) -> StoredQuery:
    text = _FOLDER.joinpath(f"{name}.rq").read_text(encoding="utf-8")
    comment = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.removeprefix("#").strip())
    title, *rest = comment
    matches = [(line, _PARAMETER.fullmatch(line)) for line in rest]
    parameters = tuple(Parameter(*found.group("name", "about", "example")) for _, found in matches if found)
    about = " ".join(line for line, found in matches if not found)
    return StoredQuery(name, title, about, parameters, text)
