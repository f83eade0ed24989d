"""What a paper was thought to call by two names is two things again where the user says so, with all that is said."""

from dataclasses import replace

from tests.resolve.made_up import concepts, entity

from papergraph.model import Entity, Extraction, Mention, Relation, Result, Span
from papergraph.resolve.apart import set_apart
from papergraph.resolve.links_file import parse_links
from papergraph.vocabulary import ConceptType, RelationType, ResultKind, Role

TEXT = "Zorb reduces lag. Nonzorb causes lag by 3%."
FIRST, SECOND = Span(0, 17), Span(18, 43)
LINKS = parse_links("my.toml", b'different = [["Zorb", "Nonzorb"]]')


def place(form: str) -> Mention:
    start = TEXT.index(form)
    return Mention(Span(start, start + len(form)), form, ConceptType.METHOD, 0.9)


ZORB = Entity("Zorb", ConceptType.METHOD, Role.STUDIES, (place("Zorb"), place("Nonzorb")), 0.9, None, ("Nonzorb",))
READ = Extraction(
    (FIRST, SECOND),
    (ZORB,),
    (
        Relation("Zorb", RelationType.MITIGATES, "lag", FIRST, 0.9),
        Relation("Zorb", RelationType.CAUSES, "lag", SECOND, 0.9),
    ),
    (Result("3%", "%", ResultKind.GAIN, SECOND, Span(40, 42), 0.9, method="Zorb"),),
)
LAG = entity("lag", kind=ConceptType.PHENOMENON)


def test_mentions_relations_and_results_go_where_their_sentence_says() -> None:
    found = set_apart(replace(READ, entities=(ZORB, LAG)), LINKS)
    assert [(e.name, [m.text for m in e.mentions], e.shorthand) for e in found.entities] == [
        ("Zorb", ["Zorb"], ()),
        ("Nonzorb", ["Nonzorb"], ()),
        ("lag", ["lag"], ()),
    ]
    assert [(r.head, r.rel) for r in found.relations] == [
        ("Zorb", RelationType.MITIGATES),
        ("Nonzorb", RelationType.CAUSES),
    ]
    assert found.results[0].method == "Nonzorb"


def test_an_extraction_without_such_names_stays_as_it_is() -> None:
    read = replace(READ, entities=(ZORB, LAG))
    assert set_apart(read, parse_links("my.toml", b'different = [["Zorb", "lag"]]')) is read


def test_both_are_concepts_that_join_other_papers() -> None:
    papers = [[entity("multilingual model", "monolingual model")], [entity("monolingual models")]]
    assert len(concepts(*papers)) == 1
    found = concepts(*papers, links='different = [["monolingual model", "multilingual model"]]')
    assert {c.name: len(c.members) for c in found} == {"monolingual model": 2, "multilingual model": 1}


def test_a_name_in_capitals_that_ends_in_s_is_not_the_one_without() -> None:
    papers = [[entity("WILDS")], [entity("Wilds")], [entity("WILD")], [entity("GPUs")], [entity("GPU")]]
    assert sorted(sorted(concept.forms) for concept in concepts(*papers)) == [
        ["GPU", "GPUs"],
        ["WILD"],
        ["WILDS", "Wilds"],
    ]
