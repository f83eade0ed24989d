"""The ontology and the package's vocabulary are one, and the ontology keeps to OWL 2 DL's rules on terms."""

from importlib.resources import files

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from rdflib.collection import Collection

from papergraph.export.context import PREFIXES, TERMS
from papergraph.vocabulary import (
    DEFINITIONS,
    MEASURED,
    SIGNATURES,
    ConceptType,
    NodeType,
    RelationType,
    ResultKind,
    ResultLink,
    Role,
    camel,
)

PG = rdflib.Namespace(PREFIXES["pg"])
ONTOLOGY = rdflib.URIRef("https://w3id.org/papergraph/ontology")
OWN = [*ConceptType, NodeType.PAPER, NodeType.RESULT, *Role, *RelationType, *ResultLink]
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# The only terms of the reserved vocabulary that OWL 2 DL lets stand in annotations, or as a builtin.
ALLOWED = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionInfo}


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(data=files("papergraph.sparql").joinpath("ontology.ttl").read_text("utf-8"))


def own_terms(ontology):
    return {term for term in ontology.subjects() if str(term).startswith(str(PG))}


def classes(ontology, node):
    """The classes that a domain or range stands for."""
    union = ontology.value(node, OWL.unionOf)
    return {node} if union is None else set(Collection(ontology, union))


def stands_for(types):
    return {PG.Concept} if types == set(ConceptType) else {PG[kind] for kind in types}


@pytest.mark.parametrize("term", OWN, ids=str)
def test_a_term_has_the_definition_of_the_package(ontology, term):
    assert ontology.value(PG[camel(term)], SKOS.definition) == rdflib.Literal(DEFINITIONS[term], lang="en")


@pytest.mark.parametrize("relation", RelationType, ids=str)
def test_a_relation_has_the_ends_of_the_package(ontology, relation):
    property_, signature = PG[camel(relation)], SIGNATURES[relation]
    assert classes(ontology, ontology.value(property_, RDFS.domain)) == stands_for(signature.heads)
    assert classes(ontology, ontology.value(property_, RDFS.range)) == stands_for(signature.tails)


@pytest.mark.parametrize("role", Role, ids=str)
def test_a_role_leads_from_papers_to_concepts_and_is_a_mention(ontology, role):
    property_ = PG[camel(role)]
    assert (property_, RDFS.domain, PG.Paper) in ontology
    assert (property_, RDFS.range, PG.Concept) in ontology
    assert role is Role.MENTIONS or (property_, RDFS.subPropertyOf, PG.mentions) in ontology


@pytest.mark.parametrize("link", ResultLink, ids=str)
def test_a_result_link_leads_from_results(ontology, link):
    assert (PG[camel(link)], RDFS.domain, PG.Result) in ontology
    if link in MEASURED:
        assert classes(ontology, ontology.value(PG[camel(link)], RDFS.range)) == stands_for(MEASURED[link])


def test_the_kinds_of_result_are_listed(ontology):
    listed = Collection(ontology, ontology.value(ontology.value(PG.kind, RDFS.range), OWL.oneOf))
    assert {str(kind) for kind in listed} == set(ResultKind)


def test_every_term_that_files_use_is_defined_and_every_term_defined_is_used(ontology):
    written = {PG[term.predicate.removeprefix("pg:")] for term in TERMS.values() if term.predicate.startswith("pg:")}
    written |= {PG[kind] for kind in [*NodeType, "Concept", "Statement", "Mention", "Evidence"]}
    assert written == own_terms(ontology)


def test_every_term_has_a_label_a_definition_and_a_home(ontology):
    for term in own_terms(ontology):
        for property_ in (RDFS.label, SKOS.definition, RDFS.isDefinedBy):
            assert ontology.value(term, property_) is not None, (term, property_)


def test_the_ontology_names_its_version(ontology):
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology
    version = ontology.value(ONTOLOGY, OWL.versionInfo)
    assert ontology.value(ONTOLOGY, OWL.versionIRI) == ONTOLOGY + f"/{version}"


def test_every_term_is_declared_as_one_kind_of_thing(ontology):
    for predicate in set(ontology.predicates()) - ALLOWED:
        if not str(predicate).startswith((str(RDF), str(RDFS), str(OWL), str(rdflib.XSD))):
            assert (predicate, RDF.type, OWL.AnnotationProperty) in ontology, predicate
    for property_ in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in ontology.objects(None, property_):
            assert len(KINDS & set(ontology.objects(term, RDF.type))) == 1, term
            assert not str(term).startswith((str(RDF), str(RDFS), str(OWL))), f"{term} is reserved"
