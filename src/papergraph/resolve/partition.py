"""Names that are one thing, joined pair by pair, some of them never."""

from collections import defaultdict
from collections.abc import Iterable


class Partition:
    """Groups of names. A name that was never joined is a group of its own.

    Args:
        apart: Pairs of which no group may hold both.

    >>> names = Partition([frozenset({"sam", "segmentanything"})])
    >>> names.join("sam", "sharpnessawareminimization"), names.join("segmentanything", "sam")
    (True, False)
    """

    def __init__(self, apart: Iterable[frozenset[str]]) -> None:
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)  # roots of groups that must not be joined
        for one, other in (sorted(pair) for pair in apart):
            self._apart[one].add(other)
            self._apart[other].add(one)

    def find(self, name: str) -> str:
        """The name that stands for a name's group."""
        root = name
        while (above := self._parent.get(root, root)) != root:
            root = above
        while (above := self._parent.get(name, name)) != root:
            self._parent[name] = root
            name = above
        return root

    def may_join(self, one: str, other: str) -> bool:
        """Whether the names' groups are one or may become one."""
        return self.find(other) not in self._apart.get(self.find(one), ())

    def join(self, one: str, other: str) -> bool:
        """Make two names' groups one; False where they must stay apart."""
        if not self.may_join(one, other):
            return False
        into, gone = self.find(one), self.find(other)
        if into == gone:
            return True
        if self._size.get(into, 1) < self._size.get(gone, 1):
            into, gone = gone, into
        self._parent[gone] = into
        self._size[into] = self._size.get(into, 1) + self._size.get(gone, 1)
        for foe in self._apart.pop(gone, ()):
            self._apart[foe].discard(gone)
            self._apart[foe].add(into)
            self._apart[into].add(foe)
        return True
