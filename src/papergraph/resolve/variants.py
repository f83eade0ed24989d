"""Other ways to write a name, by rules of English and of how papers name things. Each has its reason."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from papergraph.names import fold, is_coined, is_short_form, singular, words
from papergraph.resolve.abbreviations import Definition
from papergraph.vocabulary import ConceptType

# Words that say again what a concept of the type is: "the ImageNet dataset" is ImageNet.
_HEADS: dict[ConceptType, frozenset[str]] = {
    ConceptType.METHOD: frozenset(
        "algorithm approach architecture family framework method model series technique".split()
    ),
    ConceptType.BENCHMARK: frozenset("benchmark corpus dataset leaderboard suite".split()),
    ConceptType.PHENOMENON: frozenset("phenomenon problem".split()),
    ConceptType.TASK: frozenset("problem task".split()),
    ConceptType.METRIC: frozenset("measure metric score".split()),
}
# A "language model" is no language, but what is done by a "prompt tuning method" is prompt tuning.
_ACTIVITIES = frozenset("algorithm approach framework method technique".split())
_ASIDE = re.compile(r"\s+\(\s*([^()\s]+)\s*\)|\s*\[[^\][]*\]")  # "(OOD)", "[Ponti et al., 2023]"
_OPTIONAL = re.compile(r"(?<=\w)\([^\W\d_]+\)")  # "GPT-4V(ision)"
_VERSION = re.compile(r"(?<=[\s-])v\.?\s?(?=\d)", re.IGNORECASE)  # "LLaVA-v1.5"
_DESCRIBES = re.compile(r"(?:ed|aware|centric|driven|free|level|like|native|only|specific|style)$")
_ADJECTIVE = re.compile(r"(?<=\w{5})(?:(?<=ion)al|(?<=ic)al|ic)$")  # "distributional shift", "robotic manipulation"
_NO_NOUN = frozenset("agentic graphic organic professional".split())  # they say something else
_COMPARED = {  # a "smaller language model" is a small one
    "deeper": "deep", "flatter": "flat", "larger": "large", "longer": "long", "sharper": "sharp", "smaller": "small",
    "wider": "wide",
}  # fmt: skip
_VERB = re.compile(r"([\w-]*?\w{3})(?:ed|e|ing)?")
_BASED = re.compile(r"(\S+)-based (?=\w)")  # "LLM-based agent"
_PART = re.compile(r"[^\W_]+")
_LAST = re.compile(r"(.*\w)\W+(\w+)", re.DOTALL)


class Variant(NamedTuple):
    """Another way to write a name.

    Attributes:
        key: The other name, folded.
        reason: Why it is the same name.
        paper: Which paper defines the abbreviation in it, if there is one.
        written: Whether it counts only where some paper writes it so: two names that have it in common are not one.
    """

    key: str
    reason: str
    paper: str = ""
    written: bool = False


def variants(form: str, kind: ConceptType, abbreviations: Mapping[str, Definition]) -> Iterator[Variant]:
    """Other ways to write a full form. What nobody writes may be among them.

    Args:
        form: As a paper writes it.
        kind: The concept's type.
        abbreviations: Short forms, folded, with their one meaning.

    >>> [v.key for v in variants("chains of thought", ConceptType.METHOD, {})]
    ['chainofthought', 'thoughtchain']
    >>> [v.key for v in variants("LLaMA-2 model", ConceptType.METHOD, {})]
    ['llama2']
    """
    key = fold(form)
    found = (_spellings(form), _inflections(form, kind), _heads(form, kind), _spelled_out(form, abbreviations))
    for variant in chain.from_iterable(found):
        if variant.key and variant.key != key:
            yield variant


def _plain(form: str) -> str:
    """The form without short forms and citations in brackets."""
    return _ASIDE.sub(lambda m: m[0] if m[1] and not is_short_form(m[1]) else "", form)


def _spellings(form: str) -> Iterator[Variant]:
    plain = _plain(form)
    others = {plain, _OPTIONAL.sub("", form), _VERSION.sub("", form), form.replace("&", " and ")} - {form}
    parts = [*map(singular, words(plain))]
    for other in (*sorted(others), " ".join(parts)):
        yield Variant(fold(other), "spelling")
    if parts.count("of") == 1 and " of " in plain:
        at = parts.index("of")
        owner = parts[at + 1 :]
        if at and owner:
            yield Variant(fold(" ".join([*owner[owner[0] == "the" :], *parts[:at]])), "word order")


def _inflections(form: str, kind: ConceptType) -> Iterator[Variant]:
    """The same words with other endings."""
    *rest, last = form.casefold().split()
    for at, word in enumerate(rest):
        noun = _COMPARED.get(word) or _ADJECTIVE.sub("", word)
        if noun != word and word not in _NO_NOUN:
            yield Variant(fold(" ".join([*rest[:at], noun, *rest[at + 1 :], last])), "word form")
    if rest and last.endswith("ation"):  # "test-time computation" is compute
        yield Variant(fold(" ".join([*rest, last.removesuffix("ation") + "e"])), "word form", written=True)
    # "Fine-tune" and "fine-tuned" are what is called fine-tuning, distilling is distillation; but a language model is
    # not language modeling.
    if kind is ConceptType.METHOD and not rest and (verb := _VERB.fullmatch(last)) and not is_coined(form):
        for ending in ("ing", "ation"):
            yield Variant(fold(f"{verb[1]}{ending}"), "word form", written=True)


def _heads(form: str, kind: ConceptType) -> Iterator[Variant]:
    if kind is ConceptType.METHOD and (based := _BASED.match(form)) and is_coined(based[1]):
        yield Variant(fold(_BASED.sub(r"\1 ", form)), "generic word", written=True)
    match = _LAST.fullmatch(_plain(form))
    head = singular(match[2].casefold()) if match else ""
    if match is None or head not in _HEADS[kind]:
        return
    if kind is not ConceptType.METHOD or _is_name(match[1]) or (head in _ACTIVITIES and match[1].endswith("ing")):
        yield Variant(fold(match[1]), "generic word", written=True)


def _is_name(form: str) -> bool:
    """Whether a form is something's name, so that "model" after it adds nothing: "Qwen2.5-VL", but not "LLM-based"."""
    parts = form.split()
    named = is_coined(parts[-1]) or (is_coined(form) and all(part[:1].isupper() for part in parts))
    return named and len(form) > 2 and not _DESCRIBES.search(form)


def _spelled_out(form: str, abbreviations: Mapping[str, Definition]) -> Iterator[Variant]:
    """The form with each abbreviation in it spelled out."""
    for part in _PART.finditer(form):
        definition = abbreviations.get(fold(part[0])) if part[0] != form and is_short_form(part[0]) else None
        if definition:
            spelled = f"{form[: part.start()]}{definition.long_form}{form[part.end() :]}"
            yield Variant(fold(spelled), "defined in", definition.paper)
