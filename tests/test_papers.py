"""What several sources say of one paper becomes one paper that knows them all."""

from papergraph.errors import SourceError
from papergraph.model import Paper, Record
from papergraph.names import fold
from papergraph.papers import join_records


def join(*found: tuple[str, Record]) -> tuple[list[Paper], list[SourceError]]:
    rows = sorted(((fold(r.title), name, r) for name, r in found), key=lambda row: row[:2])
    items = list(join_records(rows))
    return [i for i in items if isinstance(i, Paper)], [i for i in items if isinstance(i, SourceError)]


def test_one_paper_on_two_pages_knows_both_and_takes_what_each_has() -> None:
    a = Record("Grokking: A Study", "We study grokking.", date="2024")
    b = Record("GROKKING — a study", "We study grokking.", date="2024-02-08", arxiv="2402.00001")
    papers, problems = join(("b.txt", a), ("a.json", b))
    assert len(papers) == 1
    assert papers[0].sources == ("a.json", "b.txt")
    assert papers[0].date == "2024-02-08"
    assert papers[0].arxiv == "2402.00001"
    assert not problems


def test_the_order_of_sources_does_not_matter() -> None:
    a = ("a", Record("T", "Short."))
    b = ("b", Record("T", "A longer abstract of the same paper."))
    assert join(a, b)[0] == join(b, a)[0]


def test_two_abstracts_for_one_title_are_told() -> None:
    papers, problems = join(("a", Record("T", "Short.")), ("b", Record("T", "Quite another text.")))
    assert papers[0].abstract == "Quite another text."
    assert "another abstract" in str(problems[0])
    assert problems[0].source == "a"


def test_abstracts_that_differ_in_typing_only_are_no_problem() -> None:
    _, problems = join(("a", Record("T", "We study X-rays.")), ("b", Record("T", "we study X rays")))
    assert not problems


def test_two_identifiers_under_one_title_are_two_papers() -> None:
    one, two = Record("Editorial", "One.", arxiv="2401.1"), Record("Editorial", "Two.", arxiv="2402.2")
    unknown = Record("Editorial", "One.")
    papers, _ = join(("a", one), ("b", two), ("c", unknown))
    assert [(p.key, p.arxiv, p.sources) for p in papers] == [
        ("editorial", "2401.1", ("a", "c")),
        ("editorial.2402.2", "2402.2", ("b",)),
    ]
