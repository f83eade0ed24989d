"""Where the command line prints: answers on standard output, everything else on standard error."""

import sys

from rich.console import Console
from rich.table import Table

_ANY_WIDTH = 1_000_000

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def print_table(table: Table) -> None:
    """Print as wide as the terminal; piped, as wide as the columns need, so that a row is a line."""
    console = out if out.is_terminal else Console(width=_ANY_WIDTH, highlight=False)
    console.print(table, soft_wrap=False)


def use_utf8() -> None:
    """Make both streams UTF-8 with bare line feeds, on Windows and under an ASCII locale too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
