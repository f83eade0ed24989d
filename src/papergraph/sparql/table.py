"""An answer as a table for the eye: IRIs as prefixed names, text on one line without control characters."""

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples, Triple
from rich.table import Table
from rich.text import Text

from papergraph.export.context import PREFIXES

_WIDEST = 160  # characters of a cell before it is folded


def table(answer: QuerySolutions | QueryTriples) -> Table:
    """The rows of a SELECT, or the triples of a graph."""
    if isinstance(answer, QueryTriples):
        names = ["subject", "predicate", "object"]
    else:
        names = [variable.value for variable in answer.variables]
    drawn = plain_table(names)
    for row in answer:
        drawn.add_row(*map(_cell, row))
    return drawn


def plain_table(names: list[str]) -> Table:
    """An empty table without lines, whose cells are folded rather than cut."""
    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        drawn.add_column(name, overflow="fold", max_width=_WIDEST)
    return drawn


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> Text:
    if term is None:
        return Text("")
    text = short(term) if isinstance(term, NamedNode) else getattr(term, "value", str(term))
    # Names are other people's text: no escape sequence reaches the terminal.
    return Text("".join(character if character.isprintable() else " " for character in text))


def short(iri: NamedNode) -> str:
    """An IRI as a prefixed name where a known prefix fits.

    >>> short(NamedNode("https://w3id.org/papergraph/concept/lora.method"))
    'concept:lora.method'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.value.startswith(namespace):
            return f"{prefix}:{iri.value.removeprefix(namespace)}"
    return iri.value
