"""Papers and extractions as JSON objects: what `papergraph extract` prints and the store keeps."""

from typing import Any

from papergraph.model import Entity, Extraction, Mention, Paper, Relation, Result, Span
from papergraph.vocabulary import ConceptType, Finder, RelationType, ResultKind, Role


def _rounded(confidence: float) -> float:
    return round(confidence, 3)


def _entity_to_json(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type.value,
        "role": entity.role.value,
        "surfaces": list(entity.surfaces),
        "long_form": entity.long_form,
        "shorthand": list(entity.shorthand),
        "confidence": _rounded(entity.confidence),
        "mentions": [
            {
                **_span_to_json(m.span),
                "text": m.text,
                "confidence": _rounded(m.confidence),
                "found_by": m.found_by.value,
            }
            for m in entity.mentions
        ],
    }


def _span_to_json(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _relation_to_json(relation: Relation) -> dict[str, Any]:
    return {
        "head": relation.head,
        "rel": relation.rel.value,
        "tail": relation.tail,
        "confidence": _rounded(relation.confidence),
        "evidence": _span_to_json(relation.evidence),
    }


def _result_to_json(result: Result) -> dict[str, Any]:
    return {
        "method": result.method,
        "metric": result.metric,
        "value": result.value,
        "unit": result.unit,
        "benchmark": result.benchmark,
        "baseline": result.baseline,
        "kind": result.kind.value,
        "confidence": _rounded(result.confidence),
        "evidence": _span_to_json(result.evidence),
        "span": _span_to_json(result.span),
    }


def extraction_to_json(extraction: Extraction) -> dict[str, Any]:
    """The lists of one paper's extraction; confidences to three digits."""
    return {
        "sentences": [[span.start, span.end] for span in extraction.sentences],
        "entities": [_entity_to_json(entity) for entity in extraction.entities],
        "relations": [_relation_to_json(relation) for relation in extraction.relations],
        "results": [_result_to_json(result) for result in extraction.results],
    }


def paper_to_json(paper: Paper) -> dict[str, Any]:
    """What is known of a paper; its title and abstract are as offsets count them."""
    return {
        "id": paper.key,
        "title": paper.title,
        "abstract": paper.abstract,
        "date": paper.date,
        "arxiv": paper.arxiv,
        "url": paper.url,
        "sources": list(paper.sources),
        "links": list(paper.links),
    }


def _span(data: dict[str, int]) -> Span:
    return Span(data["start"], data["end"])


def _entity(data: dict[str, Any]) -> Entity:
    kind = ConceptType(data["type"])
    mentions = tuple(
        Mention(_span(m), m["text"], kind, m["confidence"], Finder(m["found_by"])) for m in data["mentions"]
    )
    return Entity(
        name=data["name"],
        type=kind,
        role=Role(data["role"]),
        mentions=mentions,
        confidence=data["confidence"],
        long_form=data["long_form"],
        shorthand=tuple(data["shorthand"]),
    )


def _relation(data: dict[str, Any]) -> Relation:
    rel = RelationType(data["rel"])
    return Relation(data["head"], rel, data["tail"], _span(data["evidence"]), data["confidence"])


def _result(data: dict[str, Any]) -> Result:
    places = {"kind": ResultKind(data["kind"]), "evidence": _span(data["evidence"]), "span": _span(data["span"])}
    return Result(**{**data, **places})


def extraction_from_json(data: dict[str, Any]) -> Extraction:
    """What `extraction_to_json` has written."""
    return Extraction(
        tuple(Span(*span) for span in data["sentences"]),
        tuple(map(_entity, data["entities"])),
        tuple(map(_relation, data["relations"])),
        tuple(map(_result, data["results"])),
    )
