"""The `papergraph` command: its subcommands, and how failures are told."""

import sys

import typer
from rich.markup import escape

from papergraph.cli.console import err, use_utf8
from papergraph.errors import PapergraphError

app = typer.Typer(
    help="From a pile of paper abstracts to a map of the field.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 the answer is no, 2 the call or the input is wrong."""
    use_utf8()
    try:
        app()
    except PapergraphError as error:
        err.print(f"papergraph: {escape(str(error))}", style="red")
        sys.exit(error.status)
