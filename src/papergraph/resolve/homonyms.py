"""Short forms that mean different things in different papers: which one a bare use means."""

from collections.abc import Mapping, Sequence

_DOMINANT = 0.9  # share of the defining papers from which one meaning is taken for granted
_ENOUGH = 5  # … if at least so many papers define it
_COMPARED = 100  # papers of a meaning that a paper is compared with; all of them would be n² comparisons


def read_by_company(paper: str, meanings: Mapping[str, Sequence[str]], company: Mapping[str, set[str]]) -> str | None:
    """The meaning of a short form in a paper that does not define it, or None where that stays open.

    A single meaning is taken; of several the dominant one, else the one whose papers share most other names
    with this paper, if any does so clearly.

    Args:
        paper: Key of the paper with the bare short form.
        meanings: For each meaning the papers that define it.
        company: For each paper its telling names, folded.
    """
    if len(meanings) == 1:
        return next(iter(meanings))
    total = sum(map(len, meanings.values()))
    top = max(meanings, key=lambda m: (len(meanings[m]), m))
    if total >= _ENOUGH and len(meanings[top]) >= _DOMINANT * total:
        return top
    here = company.get(paper, set())
    shared = {
        m: max((len(here & company.get(p, set())) for p in papers[:_COMPARED]), default=0)
        for m, papers in meanings.items()
    }
    first, second = sorted(shared.values(), reverse=True)[:2]
    if first >= 2 * second + 1:
        return max(shared, key=lambda m: (shared[m], m))
    return None
