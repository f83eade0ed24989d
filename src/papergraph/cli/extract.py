"""`papergraph extract`."""

import sys
from contextlib import ExitStack

import orjson

from papergraph.cli.options import DateOption, JobsOption, SourcesArgument
from papergraph.cli.progress import watching
from papergraph.cli.summary import print_problems


def extract(sources: SourcesArgument = None, page_date: DateOption = None, jobs: JobsOption = 1) -> None:
    """Print what each paper names, does and states: JSON Lines on standard output, one paper a line.

    Offsets count characters of title + line feed + abstract, as these stand in the line: free of what the source had
    of LaTeX and line breaks.

    Example: papergraph extract page.txt | jq '.entities[].name'
    """
    from papergraph.builder import Builder, example_corpus
    from papergraph.interchange import extraction_to_json, paper_to_json
    from papergraph.store import Store

    with ExitStack() as stack:
        names = sources or stack.enter_context(example_corpus())
        store = stack.enter_context(Store(None))
        with watching() as progress:
            builder = Builder(store, jobs=jobs, progress=progress)
            problems = builder.read(names, page_date.date() if page_date else None)
            builder.extract()
        nothing = bool(problems) and not builder.report.extracted
        print_problems(problems[nothing:])  # the first is told as the failure that it is
        for paper, extraction in builder.extractions():
            line = {**paper_to_json(paper), **extraction_to_json(extraction)}
            sys.stdout.buffer.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.buffer.flush()
        if nothing:
            raise problems[0]
