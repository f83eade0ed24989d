"""Arguments and options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

SourcesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SOURCE]...", help="Files, folders or - for standard input.", show_default=False),
]
DateOption = Annotated[
    datetime | None,
    typer.Option(
        "--page-date",
        formats=["%Y-%m-%d"],
        help="When the pages were saved, for dates on them without a year. Else: the newest year on the page plus one.",
    ),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Processes that extract; more than one pays from some 500 papers on.")
]
GraphOption = Annotated[
    Path, typer.Option("--graph", "-g", help="Folder that `papergraph build` has made.", show_default=False)
]
