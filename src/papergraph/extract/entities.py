"""Mentions to entities: which mentions of one paper name the same thing.

Mentions are one entity where their forms fold to the same name, or where the paper defines one as the
abbreviation of the other. What is an entity in one sentence is one in the next: other places with the same
form become mentions too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.abbreviations import Abbreviation
from papergraph.extract.tagger import SPANS_KEY
from papergraph.model import Entity, Mention, Span
from papergraph.names import fold, is_coined, is_short_form, singular
from papergraph.vocabulary import ConceptType, Role


def _generic_names() -> frozenset[str]:
    lines = files("papergraph.extract").joinpath("generic.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


_GENERIC = _generic_names()


_MARKS = " \n\"'“”‘’`<>,;:"
_MOST_WORDS = 8
"""A name with more words is a clause; long forms of abbreviations, which may have more, are named by the short."""


def is_generic(form: str) -> bool:
    """Whether a form names nothing by itself: "model", "performance", a letter, a bare number, a mark."""
    key = fold(form)
    return key in _GENERIC or len(key) < 2 or not any(c.isalpha() for c in key)


def tagged_mentions(doc: Doc) -> list[Mention]:
    """The tagger's mentions, generic words left out."""
    group = doc.spans[SPANS_KEY]
    mentions = [
        _trimmed(Mention(Span(span.start_char, span.end_char), span.text, ConceptType(span.label_), score))
        for span, score in zip(group, group.attrs["scores"], strict=True)
    ]
    return [mention for mention in mentions if not is_generic(mention.text)]


def _trimmed(mention: Mention) -> Mention:
    """A mention without the quotes and marks at its ends."""
    start = mention.span.start + len(mention.text) - len(mention.text.lstrip(_MARKS))
    text = mention.text.strip(_MARKS)
    return replace(mention, span=Span(start, start + len(text)), text=text)


def _definition_mentions(mentions: Sequence[Mention], pairs: Iterable[Abbreviation], text: str) -> list[Mention]:
    """Both halves of each abbreviation that has a mention; an abbreviation takes its long form's type."""
    kept = list(mentions)
    for pair in pairs:
        by_half = {half: [m for m in kept if m.span == half] for half in pair}
        known = by_half[pair.long] or by_half[pair.short]
        if not known:
            continue
        best = max(known, key=lambda m: m.confidence)
        for half in pair:
            overlapping = [m for m in kept if m.span.start < half.end and half.start < m.span.end]
            # A mention that holds the whole definition, "out-of-distribution (OOD) data", stays as it is.
            if not any(half.within(m.span) and m.span != half for m in overlapping):
                kept = [m for m in kept if m not in overlapping]
                kept.append(replace(best, span=half, text=half.of(text)))
    return sorted(kept, key=lambda m: m.span)


def _long_forms(pairs: Iterable[Abbreviation], text: str) -> dict[str, str]:
    """Long forms by short forms without a plural ending."""
    return {pair.short.of(text).removesuffix("s"): pair.long.of(text) for pair in pairs}


def spelled_out(form: str, long_forms: Mapping[str, str]) -> str:
    """A form with its abbreviations written out, so that forms that differ in them only are the same.

    >>> long_forms = {"OOD": "out-of-distribution"}
    >>> [spelled_out(form, long_forms) for form in ("OOD data", "out-of-distribution (OOD) data")]
    ['out-of-distribution data', 'out-of-distribution data']
    """
    bare = re.sub(r"\s*\(([^()]*)\)", lambda m: "" if m[1].removesuffix("s") in long_forms else m[0], form)
    return re.sub(r"[\w.+-]+", lambda m: long_forms.get(m[0].removesuffix("s"), m[0]), bare)


def _initials(form: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W_]+", form)).casefold()


def _groups(mentions: Sequence[Mention], long_forms: Mapping[str, str]) -> list[list[Mention]]:
    """Mentions of the same thing together, in the order of the text."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[fold(spelled_out(mention.text, long_forms))].append(mention)
    # "SSL" is "self-supervised learning" though nobody says so, where nothing else has these initials.
    by_initials: dict[str, list[str]] = defaultdict(list)
    for form, group in groups.items():
        if not is_short_form(group[0].text):
            by_initials[_initials(group[0].text)].append(form)
    for form in [form for form, group in groups.items() if is_short_form(group[0].text)]:
        spelled = by_initials.get(form, [])
        if len(spelled) == 1:
            groups[spelled[0]] += groups.pop(form)
    return sorted((sorted(group, key=lambda m: m.span) for group in groups.values()), key=lambda group: group[0].span)


def _voted_type(mentions: Iterable[Mention]) -> ConceptType:
    votes: Counter[ConceptType] = Counter()
    for mention in mentions:
        votes[mention.type] += mention.confidence  # type: ignore[assignment]
    return max(ConceptType, key=lambda kind: votes[kind])


def _name(surfaces: Sequence[str], shorts: set[str]) -> str:
    """The short or coined form where there is one, else the singular, fullest form."""
    counts = Counter(surfaces)
    coined = [s for s in counts if s.removesuffix("s") in shorts] or [
        s for s in counts if is_coined(s) and " " not in s
    ]
    pool = coined or list(counts)
    best = max(pool, key=lambda s: (counts[s], not s[:1].isupper() or bool(coined), len(s), s))
    return singular(best)


def _repeats(
    text: str, words: Sequence[Span], groups: Sequence[Sequence[Mention]], taken: bytearray
) -> list[list[Mention]]:
    """For each group the other places with one of its forms: from word to word, and outside all mentions.

    Args:
        text: The paper's text.
        words: Where its words stand.
        groups: Mentions of one thing each.
        taken: For each character whether a mention covers it; what is found here is added.
    """
    by_first: dict[str, list[tuple[str, int, Mention]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for form, mention in {m.text: m for m in group if len(m.text) > 1}.items():
            by_first[form[:2]].append((form, number, mention))
    for forms in by_first.values():
        forms.sort(key=lambda item: (-len(item[0]), item[0]))
    ends = {word.end for word in words}
    found: list[list[Mention]] = [[] for _ in groups]
    for word in words:
        for form, number, mention in by_first.get(text[word.start : word.start + 2], ()):
            span = Span(word.start, word.start + len(form))
            if text.startswith(form, word.start) and span.end in ends and not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * len(form)
                found[number].append(replace(mention, span=span))
                break
    return found


def make_entities(
    text: str, words: Sequence[Span], mentions: Sequence[Mention], pairs: Sequence[Abbreviation]
) -> list[Entity]:
    """Entities of one text; their roles are still open (`Role.MENTIONS`).

    Args:
        text: The paper's text, which all offsets count.
        words: Where its words stand.
        mentions: Not overlapping, in the order of the text.
        pairs: The abbreviations that the text defines.
    """
    mentions = _definition_mentions(mentions, pairs, text)
    long_forms = _long_forms(pairs, text)
    groups = _groups(mentions, long_forms)
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.span.start : mention.span.end] = b"\1" * (mention.span.end - mention.span.start)
    repeats = _repeats(text, words, groups, taken)
    named: dict[str, list[Mention]] = defaultdict(list)
    for group, others in zip(groups, repeats, strict=True):
        named[_name([m.text for m in (*group, *others)], set(long_forms))] += [*group, *others]
    terms = {name: group for name, group in named.items() if len(name.split()) <= _MOST_WORDS}
    return [_entity(name, sorted(group, key=lambda m: m.span), long_forms) for name, group in terms.items()]


def _entity(name: str, group: Sequence[Mention], long_forms: Mapping[str, str]) -> Entity:
    """The entity that these mentions name; the type is what they vote for, each with its confidence."""
    kind = _voted_type(group)
    full = next((m.text for m in group if not is_short_form(m.text)), None)
    return Entity(
        name=name,
        type=kind,
        role=Role.MENTIONS,
        mentions=tuple(replace(m, type=kind) for m in group),
        confidence=max(m.confidence for m in group if m.type == kind),
        long_form=long_forms.get(name) or (full if is_short_form(name) else None),
    )


@Language.component("papergraph_entities", requires=["doc.spans"], assigns=["doc._.pg_entities"])
def entities(doc: Doc) -> Doc:
    """Set `doc._.pg_entities`, a list of `Entity`."""
    text, words = doc.text, [Span(token.idx, token.idx + len(token)) for token in doc]
    doc._.pg_entities = make_entities(text, words, tagged_mentions(doc), doc._.pg_abbreviations)
    return doc


if not Doc.has_extension("pg_entities"):
    Doc.set_extension("pg_entities", default=None)
