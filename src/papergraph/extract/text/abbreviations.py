"""Abbreviations, with the long forms that the paper itself gives them, and how a form is written with either."""

import re
from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.text.definitions import Abbreviation, find_abbreviations
from papergraph.extract.text.layout import layout_of
from papergraph.extract.text.titles import find_spelled_out


def long_forms_of(pairs: Iterable[Abbreviation], text: str) -> dict[str, str]:
    """Long forms by short forms without a plural ending."""
    return {pair.short.of(text).removesuffix("s"): pair.long.of(text) for pair in pairs}


def spelled_out(form: str, long_forms: Mapping[str, str]) -> str:
    """A form with its abbreviations written out, so that forms that differ in them only are the same.

    >>> long_forms = {"OOD": "out-of-distribution"}
    >>> [spelled_out(form, long_forms) for form in ("OOD data", "out-of-distribution (OOD) data")]
    ['out-of-distribution data', 'out-of-distribution data']
    """
    bare = _without_definitions(form, long_forms)
    return re.sub(r"[\w.+-]+", lambda m: long_forms.get(m[0].removesuffix("s"), m[0]), bare)


def _without_definitions(form: str, long_forms: Mapping[str, str]) -> str:
    return re.sub(r"\s*\(([^()]*)\)", lambda m: "" if m[1].removesuffix("s") in long_forms else m[0], form)


def shortened(form: str, long_forms: Mapping[str, str]) -> set[str]:
    """How else a form may be written with the paper's abbreviations, these alone left out.

    >>> sorted(shortened("out-of-distribution (OOD) data", {"OOD": "out-of-distribution"}))
    ['OOD data', 'out-of-distribution data']
    """
    bare = _without_definitions(form, long_forms)
    short = {re.sub(re.escape(long), short, bare, flags=re.IGNORECASE) for short, long in long_forms.items()}
    return {bare, *short} - {form, *long_forms, *long_forms.values()}


@Language.component("papergraph_abbreviations", assigns=["doc._.pg_abbreviations"], requires=["doc.sents"])
def abbreviations(doc: Doc) -> Doc:
    """Set `doc._.pg_abbreviations`, a list of `Abbreviation`."""
    layout = layout_of(doc)
    text, sentences = layout.text, layout.sentences
    titles = (find_spelled_out(text, title) for title in sentences[:1])
    pairs = (pair for sentence in sentences for pair in find_abbreviations(text, sentence))
    doc._.pg_abbreviations = [pair for pair in (*titles, *pairs) if pair]
    return doc


if not Doc.has_extension("pg_abbreviations"):
    Doc.set_extension("pg_abbreviations", default=None)
