"""Where the command line prints: answers on standard output, everything else on standard error."""

import sys

from rich.console import Console

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def use_utf8() -> None:
    """Make both streams UTF-8 with bare line feeds, on Windows and under an ASCII locale too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
