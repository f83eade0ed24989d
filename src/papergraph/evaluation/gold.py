"""Annotated papers as JSON Lines, checked before they are scored."""

from pathlib import Path
from typing import Any

import orjson

from papergraph.errors import SourceError
from papergraph.vocabulary import ConceptType, RelationType


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The papers of a gold file, at least one.

    Raises:
        SourceError: The file cannot be read, or a line is no annotated paper.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), f"cannot be read: {error}") from error
    papers = []
    for number, line in enumerate(lines, start=1):
        try:
            papers.append(_checked(orjson.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
            problem = f"not an annotated paper, a JSON object with title and entities: {what}"
            raise SourceError(str(path), problem, str(number)) from error
    if not papers:
        raise SourceError(str(path), "holds no annotated paper")
    return papers


def _checked(paper: dict[str, Any]) -> dict[str, Any]:
    entities = [{**entity, "type": ConceptType(entity["type"])} for entity in paper.get("entities", [])]
    names = {str(entity["name"]) for entity in entities}
    for relation in paper.get("relations", []):
        RelationType(relation["rel"])
        for end in ("head", "tail"):
            if relation[end] not in names:
                raise ValueError(f"a relation's {end} is no entity of the paper: {relation[end]!r}")
    results = [{**result, "value": str(result["value"])} for result in paper.get("results", [])]
    return {**paper, "title": str(paper["title"]), "entities": entities, "results": results}
