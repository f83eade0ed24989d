"""`papergraph build`."""

from contextlib import ExitStack, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from papergraph.cli.console import err
from papergraph.cli.options import DateOption, JobsOption, SourcesArgument
from papergraph.cli.progress import watching
from papergraph.cli.summary import print_problems, print_summary
from papergraph.errors import PapergraphError


def build(  # noqa: PLR0913, PLR0917 - its options
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the graph; what is there is added to.")],
    sources: SourcesArgument = None,
    page_date: DateOption = None,
    links: Annotated[
        Path | None,
        typer.Option(
            "--links",
            metavar="FILE",
            help="A TOML file of names that are the same, different, to rename or to drop; kept for later builds.",
            show_default=False,
        ),
    ] = None,
    jobs: JobsOption = 1,
    no_quotes: Annotated[
        bool, typer.Option("--no-quotes", help="Leave the papers' sentences out: names, numbers and offsets only.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop with exit status 2 if anything cannot be read.")
    ] = False,
) -> None:
    r"""Read papers, extract what they say, and write their graph into a folder.

    SOURCE is a file, a folder (searched recursively) or - for standard input. Without any, what the folder holds is
    linked again; where it holds nothing yet, the bundled example is read.
    Its kind is told from its content: a saved Hugging Face Daily Papers page (text or HTML), the Daily Papers
    API's JSON, an arXiv Atom feed, arXiv's metadata snapshot, or JSON Lines with title and abstract.

    Run it again with more sources: they are added, and what was read before is not read again.

    Names are linked by rules (show --why tells which). A file of links wins over them; it holds same = [["LoRA",
    "low-rank adapter"]], different = [["SAM", "segment anything"]], drop = ["model"] and, below \[rename], "large
    language model" = "LLM". Write "accuracy (Metric)" to mean one type. An empty file takes all links back.

    Example: papergraph build page.txt more-pages/ --out my-field
    """
    from papergraph.builder import STORE, Builder, sources_to_read
    from papergraph.folder import make_folder
    from papergraph.store import Store

    make_folder(out)
    with ExitStack() as stack:
        store = stack.enter_context(Store(out / STORE))
        names = stack.enter_context(sources_to_read(sources or [], store))
        with watching() as progress:
            builder = Builder(store, jobs=jobs, progress=progress)
            with store.whole() if strict else nullcontext():
                if links:
                    builder.use_links(links)
                problems = builder.read(names, page_date.date() if isinstance(page_date, datetime) else None)
                if strict and problems:
                    print_problems(problems)
                    raise PapergraphError(
                        f"--strict: {len(problems)} part(s) of the input cannot be read; nothing was built or kept:"
                        " mend them, or leave --strict out to skip them"
                    )
            if not any(records for _, records in builder.report.sources):
                print_problems(problems)
                raise PapergraphError("none of the sources holds a paper; nothing was built")
            builder.extract()
            graph = builder.graph(quotes=not no_quotes)
            files = builder.write(graph, out)
    print_problems(builder.report.problems, reported=True)
    print_summary(builder.report, files)
    err.print(f"Open {files[0].with_name('graph.html')} in a browser to explore it.")
