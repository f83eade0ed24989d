"""The name of a paper's entity, chosen among the forms that it uses."""

from collections import Counter
from collections.abc import Collection, Sequence

from papergraph.names import is_coined, singular


def entity_name(surfaces: Sequence[str], shorts: Collection[str]) -> str:
    """The short or coined form where there is one, else the singular, fullest of the most used forms.

    Args:
        surfaces: The surface of each mention; one that stands in many places is there as often.
        shorts: The paper's abbreviations, in the singular.

    >>> entity_name(["vision transformers", "Vision transformer", "ViT"], {"ViT"})
    'ViT'
    >>> entity_name(["Vision transformers", "vision transformers"], set())
    'vision transformer'
    """
    counts = Counter(surfaces)
    coined = [s for s in counts if s.removesuffix("s") in shorts] or [
        s for s in counts if is_coined(s) and " " not in s
    ]
    pool = coined or list(counts)
    best = max(pool, key=lambda s: (counts[s], not s[:1].isupper() or bool(coined), len(s), s))
    return singular(best)
