"""Short forms that mean different things in different papers: which one a bare use means."""

from collections.abc import Mapping, Sequence

_DOMINANT = 0.9  # share of the defining papers from which one meaning is taken for granted
_ENOUGH = 5  # … if at least so many papers define it
# A paper is compared with the first so many papers of the so many most usual meanings: of all papers with all would
# grow with their square.
_COMPARED = 50
_RIVALS = 10


class Homonym:
    """A short form with its meanings.

    Args:
        meanings: For each meaning the papers that define it; at least one meaning.
    """

    def __init__(self, meanings: Mapping[str, Sequence[str]]) -> None:
        ranked = sorted(meanings, key=lambda m: (len(meanings[m]), m), reverse=True)
        total, most = sum(map(len, meanings.values())), len(meanings[ranked[0]])
        taken = len(ranked) == 1 or (total >= _ENOUGH and most >= _DOMINANT * total)
        self.dominant = ranked[0] if taken else None
        self.rivals = {meaning: meanings[meaning][:_COMPARED] for meaning in ranked[:_RIVALS]}

    def read(self, paper: str, company: Mapping[str, set[str]]) -> str | None:
        """The meaning in a paper that does not define the form, or None where that stays open.

        A single or dominant meaning is taken; of several the one whose papers share most other names with this
        paper, if any does so clearly.

        Args:
            paper: The paper's key.
            company: For each paper its telling names, folded.
        """
        if self.dominant is not None:
            return self.dominant
        here = company.get(paper, set())
        shared = {
            meaning: max((len(here & company.get(other, set())) for other in papers), default=0)
            for meaning, papers in self.rivals.items()
        }
        first, second = sorted(shared.values(), reverse=True)[:2]
        return max(shared, key=lambda m: (shared[m], m)) if first >= 2 * second + 1 else None
