"""What short forms mean in a corpus as a whole."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from papergraph.model import Entity
from papergraph.names import fold, is_short_form, singular

_DOMINANT = 0.8  # share of the papers that define a short form


class Definition(NamedTuple):
    """A long form, in the singular, and the first paper that defines it."""

    long_form: str
    paper: str


def agreed_definitions(entities: Iterable[tuple[str, Entity]]) -> dict[str, Definition]:
    """Folded short forms that nearly all papers which define them define alike, whatever the entity's type.

    Args:
        entities: Papers' keys with entities, sorted by key.
    """
    found: dict[str, dict[str, list[Definition]]] = defaultdict(lambda: defaultdict(list))
    for paper, entity in entities:
        if entity.long_form and is_short_form(entity.name):
            long_form = singular(entity.long_form)
            found[fold(entity.name)][fold(long_form)].append(Definition(long_form, paper))
    agreed = {}
    for short, meanings in found.items():
        top = max(meanings, key=lambda meaning: (len(meanings[meaning]), meaning))
        if len(meanings[top]) >= _DOMINANT * sum(map(len, meanings.values())):
            agreed[short] = meanings[top][0]
    return agreed
