"""The RDF says what the interface promises, in terms that outside vocabularies define."""

import pytest
from tests.small_graph import small_network, ugly_network

from papergraph.export.context import PREFIXES, TERMS
from papergraph.sparql.answer import rows
from papergraph.sparql.memory import store_of
from papergraph.sparql.query import run
from papergraph.vocabulary import RelationType, ResultLink, Role, camel


@pytest.fixture(scope="module")
def ask():
    store = store_of(small_network())
    return lambda pattern: bool(run(store, f"ASK {{ {pattern} }}"))


@pytest.mark.parametrize("term", [*Role, *RelationType, *ResultLink], ids=str)
def test_every_edge_of_the_vocabulary_has_its_property(term):
    assert TERMS[camel(term)] == (f"pg:{camel(term)}", "@id")


@pytest.mark.parametrize(
    "triple",
    [
        "paper:dora a pg:Paper, schema:ScholarlyArticle",
        'paper:dora dcterms:title "DoRA builds on LoRA" ; dcterms:identifier "arXiv:2402.09353"',
        'paper:dora dcterms:issued "2024-02-14"^^xsd:date',
        'paper:replay dcterms:issued "2023"^^xsd:gYear',
        "paper:dora schema:url <https://arxiv.org/abs/2402.09353>",
        "paper:dora pg:proposes concept:dora.method ; pg:mentions concept:dora.method",
        "concept:lora.method a pg:Method, pg:Concept, skos:Concept",
        'concept:lora.method skos:prefLabel "LoRA" ; skos:altLabel "low-rank adaptation"',
        "concept:dora.method pg:isA concept:lora.method ; skos:broader concept:lora.method",
        'result:dora.result-1 a pg:Result ; pg:value 89.4 ; pg:unit "%" ; pg:kind "absolute"',
        "result:dora.result-1 pg:reportedIn paper:dora ; pg:overBaseline concept:lora.method",
        "?dataset a void:Dataset ; prov:wasGeneratedBy ?run . ?run a prov:Activity ; pg:extractor 'rules-1'",
        "?dataset void:classPartition [ void:class pg:Paper ; void:entities 6 ]",
    ],
)
def test_the_graph_says(ask, triple):
    assert ask(triple)


def test_a_mention_is_an_annotation_of_the_stretch_that_names_the_concept():
    answer = run(
        store_of(small_network()),
        """SELECT ?exact ?start ?end ?prefix
           { ?mention a pg:Mention, oa:Annotation ; oa:hasBody concept:glue.benchmark ; oa:hasTarget ?target .
           ?target oa:hasSource paper:dora ; oa:hasSelector ?position, ?quote .
           ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
           ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix }""",
    )
    text = small_network().nodes["dora"]["text"]
    [row] = rows(answer)
    assert row["exact"] == "GLUE" == text[row["start"] : row["end"]]
    assert text[: row["start"]].endswith(row["prefix"])


def test_every_edge_between_concepts_leads_to_papers_sentences_confidence_and_run():
    network = small_network()
    answer = run(
        store_of(network),
        """SELECT ?head ?relation ?tail ?paper ?start ?end ?sentence
           { ?statement a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ;
               pg:confidence ?sure ; pg:statedIn ?paper ; prov:wasGeneratedBy/prov:wasAssociatedWith ?by .
             ?s ?relation ?o ; skos:prefLabel ?head . ?o skos:prefLabel ?tail .
             ?evidence oa:hasBody ?statement ; oa:hasTarget ?passage ; pg:confidence ?each .
             ?passage oa:hasSource ?paper ; oa:hasSelector ?position, ?quote .
             ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?sentence }""",
    )
    found = sorted((row["relation"], row["paper"], row["start"], row["end"], row["sentence"]) for row in rows(answer))
    names = {relation.value: PREFIXES["pg"] + camel(relation) for relation in RelationType}
    expected = sorted(
        (names[key], PREFIXES["paper"] + place["paper"], place["start"], place["end"],
         network.nodes[place["paper"]]["text"][place["start"] : place["end"]])
        for _, _, key, edge in network.edges(keys=True, data=True) if key in names
        for place in edge["evidence"]
    )  # fmt: skip
    assert found == expected


def test_what_a_paper_does_with_a_concept_leads_to_the_sentences_that_name_it():
    network = small_network()
    answer = run(
        store_of(network),
        """SELECT ?paper ?role ?concept ?sentence
           { ?paper a pg:Paper ; ?role ?concept . FILTER(?role != pg:mentions)
             ?mention oa:hasBody ?concept ; oa:hasTarget ?place .
             ?place oa:hasSource ?paper ; dcterms:isPartOf ?passage .
             ?passage oa:hasSource ?paper ; oa:hasSelector/oa:exact ?sentence }""",
    )
    found = {(row["paper"], row["role"], row["concept"], row["sentence"]) for row in rows(answer)}
    names = {role.value: PREFIXES["pg"] + camel(role) for role in Role if role is not Role.MENTIONS}
    assert found == {
        (PREFIXES["paper"] + paper, names[key], PREFIXES["concept"] + concept,
         network.nodes[paper]["text"][place["start"] : place["end"]])
        for paper, concept, key, edge in network.edges(keys=True, data=True) if key in names
        for place in edge["evidence"]
    }  # fmt: skip


def test_without_quotes_there_is_no_sentence():
    store = store_of(small_network(quotes=False))
    assert not run(store, "ASK { ?any oa:exact|oa:prefix|oa:suffix ?text }")
    assert run(store, "ASK { ?any oa:start ?start }")


def test_the_dataset_counts_its_triples():
    store = store_of(small_network())
    assert rows(run(store, "SELECT ?n { ?dataset void:triples ?n }")) == [{"n": len(store)}]


def test_only_web_addresses_become_links():
    answer = run(store_of(ugly_network()), "SELECT DISTINCT ?url { ?paper dcterms:references|schema:url ?url }")
    urls = {row["url"] for row in rows(answer)}
    assert "https://example.org/ok" in urls
    assert all(url.startswith(("http://", "https://")) and url.isprintable() for url in urls)


def test_a_number_that_is_none_is_left_out():
    assert not run(store_of(ugly_network()), "ASK { ?result pg:value ?value }")
