"""What the user says of names wins over the rules; what a file says wrongly is told with its place and a way out."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.made_up import concepts, entity, reasons

from papergraph.errors import LinksError
from papergraph.resolve.links_file import parse_links
from papergraph.resolve.listed import unclear_names
from papergraph.vocabulary import ConceptType

SAM = [
    [entity("SAM", "segment anything")],
    [entity("SAM", "sharpness-aware minimization")],
    [entity("SAM")],
]


def names(*papers: list, links: str) -> dict[str, str]:  # type: ignore[type-arg]
    """For each paper and entity the concept's name."""
    found = concepts(*papers, links=links)
    return {f"{member.paper} {member.name}": concept.name for concept in found for member in concept.members}


def test_same_joins_over_several_steps_and_says_so() -> None:
    links = 'same = [["Zorb", "QUUX"], ["quux", "blarg method"]]'
    (concept,) = concepts([entity("Zorb")], [entity("QUUX")], [entity("blarg method")], links=links)
    assert {reason for reason, _ in reasons(concept).values()} == {"listed in my.toml"}


def test_same_decides_what_a_bare_homonym_means_but_a_paper_keeps_its_own_word() -> None:
    assert names(*SAM, links="")["p2 SAM"] == "SAM"
    found = names(*SAM, links='same = [["SAM", "segment anything"]]')
    assert found == {
        "p0 SAM": "segment anything",
        "p1 SAM": "sharpness-aware minimization",
        "p2 SAM": "segment anything",
    }


def test_same_brings_along_what_an_abbreviation_is_short_for_unless_the_two_are_different() -> None:
    papers = [[entity("ZAP", "zonal adaptive pruning")], [entity("ZAP")], [entity("zonal pruner")]]
    same = 'same = [["ZAP", "zonal pruner"]]'
    (concept,) = concepts(*papers, links=same)
    assert set(concept.forms) == {"ZAP", "zonal adaptive pruning", "zonal pruner"}
    apart = names(*papers, links=same + '\ndifferent = [["zonal pruner", "zonal adaptive pruning"]]')
    assert apart == {"p0 ZAP": "zonal adaptive pruning", "p1 ZAP": "zonal pruner", "p2 zonal pruner": "zonal pruner"}


def test_a_name_that_no_paper_uses_changes_nothing() -> None:
    papers = [[entity("ZAP", "zonal adaptive pruning")], [entity("ZAP")]]
    assert concepts(*papers, links='same = [["ZAP", "zonul pruner"]]') == concepts(*papers)


def test_a_rename_that_may_mean_several_is_not_done() -> None:
    papers = [[entity("CL", "continual learning")], [entity("CL", "contrastive learning")]]
    links = '[rename]\nCL = "lifelong learning"'
    assert {c.name for c in concepts(*papers, links=links)} == {"continual learning", "contrastive learning"}
    said = unclear_names(concepts(*papers), parse_links("my.toml", links.encode()))
    assert [(word.place, word.problem) for word in said] == [
        ("'CL'", "it may mean continual learning or contrastive learning: rename the one that you mean")
    ]
    assert not unclear_names(concepts(*papers), parse_links("my.toml", b'[rename]\n"continual learning" = "CL"'))


def test_different_keeps_a_short_form_from_a_long_one() -> None:
    papers = [SAM[0], SAM[2]]
    assert len(concepts(*papers)) == 1
    found = concepts(*papers, links='different = [["SAM", "segment anything"]]')
    assert [(c.name, dict(c.forms)) for c in found] == [
        ("SAM", {"SAM": 2}),
        ("segment anything", {"segment anything": 1}),
    ]


def test_different_reaches_what_only_one_paper_calls_it() -> None:
    papers = [[entity("LZM", "large zorb model", "zorb model", shorthand=("zorb model",))], [entity("zorb model")]]
    named = {c.name: set(c.forms) for c in concepts(*papers)}
    assert named == {"large zorb model": {"LZM", "large zorb model", "zorb model"}, "zorb model": {"zorb model"}}
    apart = {c.name: set(c.forms) for c in concepts(*papers, links='different = [["LZM", "zorb model"]]')}
    assert apart == {"large zorb model": {"LZM", "large zorb model"}, "zorb model": {"zorb model"}}


def test_different_cuts_what_a_third_form_joins_where_fewer_papers_join_it() -> None:
    papers = [
        [entity("zorbing", "quuxing")],
        [entity("zorbing", "quuxing")],
        [entity("quuxing", "blarging")],
        [entity("blarging")],
    ]
    assert len(concepts(*papers)) == 1
    found = concepts(*papers, links='different = [["zorbing", "blarging"]]')
    assert sorted(sorted(c.forms) for c in found) == [["blarging"], ["quuxing", "zorbing"]]


def test_different_wins_over_spelling_rules() -> None:
    papers = [[entity("ZorbNet")], [entity("ZorbNet model")]]
    assert len(concepts(*papers)) == 1
    assert len(concepts(*papers, links='different = [["ZorbNet", "ZorbNet model"]]')) == 2


def test_rename_gives_the_name_and_the_key_and_a_reason() -> None:
    papers = [[entity("LZM", "large zorb model")], [entity("large zorb models")]]
    (concept,) = concepts(*papers, links='[rename]\n"large zorb model" = "LZM"')
    assert (concept.name, concept.key) == ("LZM", "lzm.method")
    assert reasons(concept)["large zorb model"] == ("listed in my.toml", "")


def test_drop_means_the_concept_of_that_name_before_one_that_has_it_too() -> None:
    papers = [[entity("model")], [entity("zorb network", "model zorb")], [entity("CL", "continual learning")]]
    assert {c.name for c in concepts(*papers, links='drop = ["model", "CL"]')} == {"zorb network"}


def test_what_only_looks_like_a_type_is_part_of_the_name() -> None:
    assert parse_links("my.toml", 'drop = ["x (Ta\u017fk)"]'.encode()).drop[0].type is None


def test_a_type_narrows_a_name() -> None:
    papers = [[entity("accuracy", kind=kind)] for kind in (ConceptType.METRIC, ConceptType.PHENOMENON)]
    (left,) = concepts(*papers, links='drop = ["accuracy (metric)"]')
    assert left.type is ConceptType.PHENOMENON


WRONG = {
    b"\xff\xfe": "byte 0: not UTF-8",
    b"same = ": "not TOML.*line 1|not TOML.*end of document",
    b"sane = []": "'sane'.*same, different, drop, rename",
    b'same = "a"': "same: a list",
    b'same = [["a"]]': "same, entry 1: a list of two or more",
    b'same = [["a", "b"], ["c", 3]]': "same, entry 2: 3 is no name",
    b'drop = ["???"]': "drop, entry 1: '\\?\\?\\?' is no name",
    b"rename = []": "rename: a table",
    b'[rename]\n"a" = "b"\ndrop = ["x"]': "rename, 'drop'.*above",
    b'same = [["a", "b"], ["b", "c"]]\ndifferent = [["A", "C"]]': "same, entry 2: 'b' and 'c' are also said to be diff",
    b'different = [["zorbs", "Zorb"]]': "different, entry 1: two of its names are spellings",
    b'same = [["a (Method)", "b (Task)"]]': "same, entry 1: concepts of different types",
    b'same = [["a", "b"]]\n[rename]\na = "x"\nb = "y"': "rename, 'b': it is also to be called 'x'",
    b'different = [["a", "b"]]\n[rename]\na = "b"': "rename, 'a': 'b' is said to be different",
    b"x = " + b"[" * 50_000: "not a links file|not TOML",
}


@pytest.mark.parametrize("data", WRONG)
def test_a_wrong_file_is_told_with_its_place_and_a_way_out(data: bytes) -> None:
    with pytest.raises(LinksError, match=rf"^my\.toml: (?:{WRONG[data]})"):
        parse_links("my.toml", data)


def test_an_empty_file_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert parse_links("my.toml", b"").names() == []
    assert len(parse_links("my.toml", b'\xef\xbb\xbfsame = [\r\n["a", "b"]]\r\n').names()) == 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_links_or_a_told_error(data: bytes) -> None:
    with contextlib.suppress(LinksError):
        parse_links("my.toml", data)
