"""Records of all sources to papers: what several pages say of one paper, joined."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from papergraph.errors import SourceError
from papergraph.identifiers import paper_key
from papergraph.model import Paper, Record
from papergraph.names import fold

Found = tuple[str, Record]  # a source's name and what it says


def _by_identity(records: Sequence[Found]) -> Iterator[tuple[str | None, list[Found]]]:
    """Records of one title as papers: apart where their arXiv identifiers differ.

    The paper with the smallest identifier is known by the title alone; records without one belong to it.
    """
    known = sorted({record.arxiv for _, record in records if record.arxiv})
    for number, arxiv in enumerate(known or [None]):
        mine = [found for found in records if found[1].arxiv in ({arxiv, None} if number == 0 else {arxiv})]
        yield arxiv if number else None, mine


def _best_date(dates: Iterable[str | None]) -> str | None:
    """The earliest of the most precise dates."""
    return min((d for d in dates if d), key=lambda d: (-len(d), d), default=None)


def _join(title_id: str | None, found: Sequence[Found]) -> Paper:
    records = [record for _, record in found]
    # The longest abstract tells most; the rest of the order only has to be the same every time.
    chosen = max(records, key=lambda r: (len(r.abstract), r.abstract, r.title))
    title = min((r.title for r in records), key=lambda t: (fold(t), t))
    return Paper(
        key=paper_key(title, title_id),
        title=title,
        abstract=chosen.abstract,
        date=_best_date(r.date for r in records),
        arxiv=min((r.arxiv for r in records if r.arxiv), default=None),
        url=min((r.url for r in records if r.url), key=lambda u: (len(u), u), default=None),
        links=tuple(dict.fromkeys(link for r in [chosen, *records] for link in r.links)),
        sources=tuple(sorted({name for name, _ in found})),
    )


def _disagreement(found: Sequence[Found], paper: Paper) -> SourceError | None:
    """What to say where a paper has abstracts that differ by more than typing."""
    different = [item for item in found if item[1].abstract != paper.abstract]
    others = [name for name, record in different if fold(record.abstract) != fold(paper.abstract)]
    if not others:
        return None
    short = paper.title if len(paper.title) <= 60 else paper.title[:57] + "..."
    return SourceError(others[0], "another abstract for this title is longer and was taken", f"“{short}”")


def join_records(records: Iterable[tuple[str, str, Record]]) -> Iterator[Paper | SourceError]:
    """Papers of all sources, and a word on each that has several abstracts.

    Args:
        records: Folded title, source's name, record; those of one title together.
    """
    for _, group in groupby(records, key=lambda item: item[0]):
        for title_id, found in _by_identity([(name, record) for _, name, record in group]):
            paper = _join(title_id, found)
            yield paper
            disagreement = _disagreement(found, paper)
            if disagreement:
                yield disagreement
