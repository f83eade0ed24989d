"""`papergraph query`: SPARQL over a graph folder."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import QueryBoolean

from papergraph.cli.console import out, print_table
from papergraph.cli.options import GraphOption
from papergraph.errors import QueryError
from papergraph.sparql.answer import AnswerFormat, write_answer
from papergraph.sparql.index import open_index
from papergraph.sparql.known import known_name
from papergraph.sparql.query import Answer, run
from papergraph.sparql.stored import stored_queries, stored_query
from papergraph.sparql.table import plain_table, table


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = AnswerFormat.CSV
    JSON = AnswerFormat.JSON
    XML = AnswerFormat.XML
    TURTLE = AnswerFormat.TURTLE


def query(  # noqa: PLR0913, PLR0917 - a command line's options
    sparql: Annotated[str | None, typer.Argument(help="SPARQL 1.1; the package's prefixes are known.")] = None,
    graph: GraphOption = Path(),
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the query from here; - is stdin.")] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", help="Ask a stored query.")] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A stored query's parameter."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the stored queries and stop.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
) -> None:
    """Ask a graph a question in SPARQL: your own, one from a file, or a stored one.

    Exit status 1 where a stored query is given a name that nothing in the graph has.

    [bold]Examples[/bold]

    papergraph query --list

    papergraph query --name methods-mitigating --param phenomenon="catastrophic forgetting" --graph DIR

    papergraph query "SELECT ?name { ?method a pg:Method ; skos:prefLabel ?name }" --graph DIR --format csv
    """
    if listed:
        _list()
        return
    values = dict(map(_pair, param or []))
    text, bindings = _question(sparql, file, name, values)
    store = open_index(graph)
    if name is not None:
        bindings |= {key: known_name(store, bindings[key]) for key in stored_query(name).names}
    _print(run(store, text, bindings), form)


def _question(
    sparql: str | None, file: Path | None, name: str | None, values: dict[str, str]
) -> tuple[str, dict[str, str]]:
    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise QueryError("give one of: SPARQL, --file FILE, --name NAME (--list lists them)")
    if name is not None:
        stored = stored_query(name)
        return stored.text, stored.bind(values)
    if file is None:
        return sparql or "", values
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8"), values
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read as a query ({error})") from error


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--param {text!r}: write it as KEY=VALUE")
    return name.strip(), value


def _list() -> None:
    listing = plain_table(["name", "what it answers", "--param"])
    for stored in stored_queries():
        examples = [f'{parameter.name}="{parameter.example}"' for parameter in stored.parameters]
        listing.add_row(stored.name, stored.title, "\n".join(examples))
    print_table(listing)


def _print(answer: Answer, form: Format) -> None:
    if form is not Format.TABLE:
        write_answer(answer, AnswerFormat(form), sys.stdout.buffer)
    elif isinstance(answer, QueryBoolean):
        out.print("yes" if answer else "no")
    else:
        print_table(table(answer))
