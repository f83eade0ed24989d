"""`papergraph show`: a card of one concept or paper."""

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.text import Text

from papergraph.cli.console import out
from papergraph.cli.options import GraphOption
from papergraph.graph.nodes import Node, Quote, Statement
from papergraph.vocabulary import NodeType, RelationType, ResultLink, Role

if TYPE_CHECKING:
    from papergraph.graph.knowledge import KnowledgeGraph

_QUOTES = 3  # sentences shown of an edge


def quote_line(quote: Quote) -> Text:
    """The sentence with what is meant in bold, or its place where the graph has no quotes."""
    line = Text("      ")
    if quote.text is None:
        line.append(f"characters {quote.start} to {quote.end} of “{quote.paper}”", style="dim")
        return line
    sentence = Text(f"“{quote.text}”", style="italic")
    for start, end in quote.marks:
        sentence.stylize("bold", start - quote.start + 1, end - quote.start + 1)
    return line.append_text(sentence).append(f" — {_when(quote.paper)}{quote.paper}", style="dim")


def _when(paper: Node) -> str:
    return f"{paper.data['date']}, " if paper.data["date"] else ""


def _print_statements(heading: str, statements: list[tuple[Node, Statement]]) -> None:
    out.print(f"\n[bold]{heading}[/bold]")
    for node, statement in statements:
        papers = len({quote.paper.key for quote in statement.quotes})
        support = f"{papers} paper{'s' * (papers != 1)}, confidence {statement.confidence:.2f}"
        out.print(f"  {escape(node.label)} [dim]{node.type}, {support}[/dim]")
        for quote in statement.quotes[:_QUOTES]:
            out.print(quote_line(quote))
        if len(statement.quotes) > _QUOTES:
            out.print(f"      … and {len(statement.quotes) - _QUOTES} more", style="dim")


def _grouped(graph: "KnowledgeGraph", node: Node) -> dict[tuple[str, bool], list[tuple[Node, Statement]]]:
    """A node's statements by relation and direction (True: the node is the head), the other end beside each."""
    groups: dict[tuple[str, bool], list[tuple[Node, Statement]]] = defaultdict(list)
    for statement in graph.statements(node):
        outward = statement.head.key == node.key
        other = statement.tail if outward else statement.head
        groups[statement.relation, outward].append((other, statement))
    return groups


def _print_head(graph: "KnowledgeGraph", node: Node) -> None:
    out.print(f"[bold]{escape(node.label)}[/bold]  {node.type}")
    data = node.data
    if node.aliases:
        out.print(f"also: {escape(', '.join(node.aliases))}")
    if node.type == NodeType.PAPER:
        about = [data["date"], f"arXiv:{data['arxiv']}" if data["arxiv"] else None, data["url"], *data["links"]]
        out.print(escape("  ".join(filter(None, about))), style="dim")
        out.print(escape(f"seen in {', '.join(data['sources'])}"), style="dim")
    elif node.type != NodeType.RESULT:
        count = f"{data['papers']} paper{'s' * (data['papers'] != 1)}"
        out.print(f"named by {count}{_span(graph, node)}; salience {data['salience']:.2f}", style="dim")


def _span(graph: "KnowledgeGraph", node: Node) -> str:
    """From when to when a concept is named, and by how many papers that bear a date."""
    first, last = node.data["first"], node.data["last"]
    if first is None:
        return ""
    dated = sum(paper.data["date"] is not None for paper in graph.papers(mentions=node))
    some = f"{dated} dated, " if dated < node.data["papers"] else ""
    return f" ({some}{first}{f' to {last}' if last != first else ''})"


def _print_finders(node: Node) -> None:
    finders = node.data.get("found_by", {})
    if finders:
        counts = ", ".join(f"{part} {count}" for part, count in finders.items())
        out.print(f"\n[bold]its mentions, by the part of the extractor that found them[/bold]\n  {counts}")


def _print_merges(graph: "KnowledgeGraph", node: Node) -> None:
    out.print("\n[bold]why these names are one[/bold]")
    for merge in node.data.get("merges", []):
        paper = f" “{graph[merge['paper']]}”" if merge["paper"] else ""
        out.print(escape(f"  {merge['form']}: {merge['reason']}{paper}"))


def show(
    name: Annotated[str, typer.Argument(help="Any name of a concept, a paper's title, or a node's key.")],
    graph: GraphOption,
    why: Annotated[bool, typer.Option("--why", help="Also say why its names are one thing.")] = False,
) -> None:
    """Show what the graph knows of a concept or a paper, each statement with the sentence that says so.

    Exit status 1 where nothing has that name.

    Example: papergraph show "catastrophic forgetting" --graph my-field
    """
    import papergraph

    known = papergraph.load(graph)
    node = known[name]
    _print_head(known, node)
    others = [other for other in known.find(name) if other.key != node.key]
    if others:
        out.print(escape(f"the same name: {', '.join(f'{o.label} ({o.key})' for o in others)}"), style="dim")
    groups = _grouped(known, node)
    is_paper = node.type == NodeType.PAPER
    for term in (*Role, *RelationType, *ResultLink):
        for outward in (True, False):
            found = groups.get((term.value, outward))
            if found:
                words = term.value.replace("_", " ")
                _print_statements(_heading(words, is_paper, outward), found)
    if why:
        _print_finders(node)
        _print_merges(known, node)


def _heading(words: str, is_paper: bool, outward: bool) -> str:
    if outward or is_paper:
        return words if outward else f"its {words}"
    return f"… {words} this"
