"""Text to tokens: spaCy's English rules, and what abstracts need beside them."""

from collections.abc import Callable

from spacy import util
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_suffix_regex

# Brackets, tildes and slashes glued between words ("Adaptation(LoRA)", "GPT-4/4o"), and a full stop or a
# bracket behind a name that ends in digits and a capital ("ADE20K.", "(RL)-based"). The full stops of Chinese and
# Japanese have no space behind them.
_INFIXES = [r"[~(){}\[\]/|。！？]", r"(?<=[a-z0-9A-Z)])\.(?=[A-Z][a-z]+\b)", r"(?<=\))-"]
_SUFFIXES = [r"(?<=[0-9A-Z])\.", r"[~/|]"]


@util.registry.tokenizers("papergraph.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """SpaCy's English tokenizer with infixes and suffixes for the way abstracts are typed."""

    def make(nlp: Language) -> Tokenizer:
        english = util.registry.tokenizers.get("spacy.Tokenizer.v1")()(nlp)
        english.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer
        english.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *_SUFFIXES]).search
        return english

    return make
