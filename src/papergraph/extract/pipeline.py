"""The components in their order, with the weights that are shipped."""

import hashlib
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from Stemmer import version as stemmer_version

# The components register themselves by being imported.
from papergraph.extract.entities import confidence, coreference, entities  # noqa: F401
from papergraph.extract.network.tagger import Tagger
from papergraph.extract.relations import relations  # noqa: F401
from papergraph.extract.results import results  # noqa: F401
from papergraph.extract.roles import roles  # noqa: F401
from papergraph.extract.spans import spans  # noqa: F401
from papergraph.extract.text import abbreviations, sentences, tokens  # noqa: F401
from papergraph.extract.weights import weights_path

COMPONENTS = (
    "papergraph_sentences",
    "papergraph_abbreviations",
    "papergraph_tagger",
    "papergraph_spans",
    "papergraph_entities",
    "papergraph_coreference",
    "papergraph_confidence",
    "papergraph_roles",
    "papergraph_relations",
    "papergraph_results",
)
_COUNTED = {".py", ".txt", ".tsv", ".npz", ".bin"}


def blank() -> Language:
    """English with the tokenizer for abstracts, and no component. It reads texts of any length."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "papergraph.Tokenizer.v1"}}})
    nlp.max_length = sys.maxsize
    return nlp


@cache
def load() -> Language:
    """The whole pipeline. It is made once a process; nothing is fetched."""
    nlp = blank()
    for component in COMPONENTS:
        nlp.add_pipe(component)
    tagger = nlp.get_pipe("papergraph_tagger")
    assert isinstance(tagger, Tagger)  # noqa: S101 - tells mypy
    tagger.initialize(list, nlp=nlp)
    tagger.model.from_bytes(weights_path("network.bin").read_bytes())
    return nlp


@cache
def extractor_version() -> str:
    """What extractions depend on, in twelve hexadecimal digits.

    That is this folder's code and weights, the terms, names and model it shares with others, and the versions of spaCy
    and of the stemmer.
    """
    digest = hashlib.sha256(f"{spacy_version} {stemmer_version()}".encode())
    folder = Path(str(files("papergraph.extract")))
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _COUNTED):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for shared in ("model.py", "names.py", "vocabulary.py"):
        digest.update(folder.parent.joinpath(shared).read_bytes())
    return digest.hexdigest()[:12]
