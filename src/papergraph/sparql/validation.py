"""A graph's RDF against the package's SHACL shapes."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

from papergraph.errors import GraphFolderError


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What one resource lacks or has too much of.

    Attributes:
        resource: The resource's IRI.
        problem: What should be.
        value: The value that should not be there, "" where something is missing.
    """

    resource: str
    problem: str
    value: str


def violations(folder: Path) -> list[Violation]:
    """What is wrong with a graph folder's Turtle, by resource; empty where it is valid.

    Raises:
        GraphFolderError: There is no Turtle that can be read.
    """
    path = folder / "graph.ttl"
    try:
        data = rdflib.Graph().parse(path, format="turtle")
    except OSError as error:
        raise GraphFolderError(f"{path}: {error.strerror}; make a graph with: papergraph build") from error
    except (rdflib.exceptions.ParserError, SyntaxError, UnicodeDecodeError) as error:
        raise GraphFolderError(f"{path}: not Turtle ({' '.join(str(error).split())[:200]})") from error
    shapes = rdflib.Graph().parse(data=files("papergraph.sparql").joinpath("shapes.ttl").read_text("utf-8"))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    return sorted(_violation(report, result) for result in report.subjects(rdflib.RDF.type, SH.ValidationResult))


def _violation(report: rdflib.Graph, result: rdflib.term.Node) -> Violation:
    resource, problem = report.value(result, SH.focusNode), report.value(result, SH.resultMessage)
    value = report.value(result, SH.value)
    return Violation(str(resource), str(problem), "" if value in {None, resource} else str(value))
