"""The `papergraph` command: its subcommands, and how failures are told."""

import sys
from typing import Annotated

import typer
from rich.markup import escape

from papergraph import __version__
from papergraph.cli.build import build
from papergraph.cli.console import err, out, use_utf8
from papergraph.cli.evaluate import evaluate
from papergraph.cli.extract import extract
from papergraph.cli.forget import forget
from papergraph.cli.path import path
from papergraph.cli.publish import publish
from papergraph.cli.query import query
from papergraph.cli.results import results
from papergraph.cli.serve import serve
from papergraph.cli.show import show
from papergraph.cli.validate import validate
from papergraph.errors import PapergraphError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
# In the order in which one meets them.
for command in (build, show, path, results, query, forget, serve, publish, validate, extract, evaluate):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        out.print(__version__)
        raise typer.Exit


@app.callback()
def papergraph(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """From a pile of paper abstracts to a map of the field: a graph to explore, to query and to program.

    Start with: papergraph build --out my-field   (the bundled example), then open my-field/graph.html
    """


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 the answer is no, 2 the call or the input is wrong."""
    use_utf8()
    try:
        app()
    except PapergraphError as error:
        err.print(f"papergraph: {escape(str(error))}", style="red")
        sys.exit(error.status)
