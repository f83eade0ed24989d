"""`papergraph validate`: a graph folder's RDF against the package's SHACL shapes."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from papergraph.cli.console import out


def validate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The graph folder.", show_default=False)],
) -> None:
    """Check a graph's RDF against the shapes of its vocabulary: a line for each violation, exit 1 if there are any.

    [bold]Example[/bold]: papergraph validate graphs/generalization
    """
    from papergraph.sparql.validation import violations

    found = violations(folder)
    for violation in found:
        value = f" (not {violation.value[:200]!r})" if violation.value else ""
        out.print(escape(f"{violation.resource}: {violation.problem}{value}"))
    if found:
        out.print(f"{len(found)} violations")
        raise typer.Exit(1)
    out.print("valid")
