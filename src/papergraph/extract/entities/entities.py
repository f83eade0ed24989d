"""Mentions to entities: mentions of one paper with the same name are one entity.

Mentions are one entity where their forms fold to the same name, or where the paper defines one as the
abbreviation of the other. Forms that differ in more than that are for `coreference`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.entities.mentions import chosen_mentions, repeats, with_definitions
from papergraph.extract.entities.naming import entity_name
from papergraph.extract.text.abbreviations import long_forms_of, spelled_out
from papergraph.extract.text.definitions import Abbreviation
from papergraph.extract.text.layout import layout_of
from papergraph.model import Entity, Mention, Span
from papergraph.names import fold, is_short_form, plain_words
from papergraph.vocabulary import ConceptType, Role

_MOST_WORDS = 8
"""A name with more words is a clause; long forms of abbreviations, which may have more, are named by the short."""


def _initials(form: str) -> str:
    return "".join(word[0] for word in plain_words(form))


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


def make_entities(
    text: str, tokens: Sequence[Span], mentions: Sequence[Mention], pairs: Sequence[Abbreviation]
) -> list[Entity]:
    """Entities of one text; their roles are still open (`Role.MENTIONS`).

    Args:
        text: The paper's text, which all offsets count.
        tokens: Where its tokens stand.
        mentions: Not overlapping, in the order of the text.
        pairs: The abbreviations that the text defines.
    """
    long_forms = long_forms_of(pairs, text)
    groups = _groups(with_definitions(mentions, pairs, text), long_forms)
    named: dict[str, list[Mention]] = defaultdict(list)
    for group, others in zip(groups, repeats(text, tokens, groups, long_forms), strict=True):
        named[entity_name([m.text for m in (*group, *others)], long_forms)] += [*group, *others]
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
    layout = layout_of(doc)
    doc._.pg_entities = make_entities(layout.text, layout.tokens, chosen_mentions(doc), doc._.pg_abbreviations)
    return doc


if not Doc.has_extension("pg_entities"):
    Doc.set_extension("pg_entities", default=None)
