"""An answer in the form one asked for: a W3C format, or Python's own values."""

from collections.abc import Callable
from enum import StrEnum
from typing import BinaryIO

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from papergraph.errors import QueryError
from papergraph.export.context import PREFIXES
from papergraph.sparql.query import Answer

Value = str | int | float | bool | None
_XSD = PREFIXES["xsd"]
_CONVERTERS: dict[str, Callable[[str], Value]] = {
    _XSD + "integer": int,
    _XSD + "decimal": float,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda text: text in {"true", "1"},
}


class AnswerFormat(StrEnum):
    """The forms an answer is written in, beside the command line's table."""

    CSV = "csv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"


_ROWS = {
    AnswerFormat.CSV: QueryResultsFormat.CSV,
    AnswerFormat.JSON: QueryResultsFormat.JSON,
    AnswerFormat.XML: QueryResultsFormat.XML,
}
_GRAPHS = {
    AnswerFormat.JSON: RdfFormat.JSON_LD,
    AnswerFormat.XML: RdfFormat.RDF_XML,
    AnswerFormat.TURTLE: RdfFormat.TURTLE,
}


def write_answer(answer: Answer, form: AnswerFormat, file: BinaryIO) -> None:
    """Write rows and yes or no as SPARQL results, a graph as RDF (JSON-LD, RDF/XML or Turtle).

    Raises:
        QueryError: That kind of answer has no such form.
    """
    if isinstance(answer, QueryTriples):
        if form not in _GRAPHS:
            raise QueryError(f"CONSTRUCT and DESCRIBE give a graph, which has no form {form}: turtle, json or xml")
        serialize(answer, file, _GRAPHS[form], prefixes=PREFIXES)
    elif form not in _ROWS:
        raise QueryError(f"SELECT and ASK give no graph, so no {form}: csv, json or xml; or ask with CONSTRUCT")
    else:
        answer.serialize(file, _ROWS[form])


def rows(answer: Answer) -> list[dict[str, Value]]:
    """The answer as Python values.

    Returns:
        A dict a row, by variable: numbers and truth values as Python's, all else as strings, what is
        unbound as None. A graph gives rows of `subject`, `predicate`, `object`; ASK one row, `answer`.
    """
    if isinstance(answer, QueryBoolean):
        return [{"answer": bool(answer)}]
    if isinstance(answer, QueryTriples):
        names = ["subject", "predicate", "object"]
    else:
        names = [variable.value for variable in answer.variables]
    return [dict(zip(names, map(value, row), strict=True)) for row in answer]


def value(term: NamedNode | BlankNode | Literal | Triple | None) -> Value:
    """A term as a Python value.

    >>> value(Literal(3)), value(Literal(True)), value(NamedNode("http://a")), value(None)
    (3, True, 'http://a', None)
    """
    if isinstance(term, Literal):
        return _CONVERTERS.get(term.datatype.value, str)(term.value)
    if isinstance(term, (NamedNode, BlankNode)):
        return term.value
    return None if term is None else str(term)
