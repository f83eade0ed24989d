"""How a name is written: folding away what doesn't tell two names apart, and telling coined names from words."""

import re
import unicodedata
from functools import lru_cache

from Stemmer import Stemmer

_WORD = re.compile(r"[^\W_]+|[+%$^#]")
_BRITISH = [
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|al|ed|ing)?$)"), "or"),
    (re.compile(r"(?<=mode|labe)ll(?=(?:ing|ed|er|ers)$)"), "l"),
]
# Words whose "is" or "our" is no British spelling.
_NOT_BRITISH = frozenset(
    """noise noising denoise denoising raise raising precise concise premise promise promising exercise enterprise
    likewise otherwise pairwise stepwise layerwise wise rise arising surprise surprising expertise advise advising
    revise revising supervise supervised supervising unsupervised compromise hour hours four tour contour
    contours""".split()
)


def _singular(word: str, upper: bool) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and (upper or (len(word) > 3 and not word.endswith(("ss", "us", "is")))):
        return word[:-1]
    return word


def _american(word: str) -> str:
    if word in _NOT_BRITISH:
        return word
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1 << 16)
def words(form: str) -> tuple[str, ...]:
    """The words of a form in one case, the last in the singular.

    >>> words("Large-Language Models"), words("LLMs"), words("generalisation")
    (('large', 'language', 'model'), ('llm',), ('generalisation',))
    """
    form = unicodedata.normalize("NFKC", form)
    parts = _WORD.findall(form.casefold())
    if parts:
        stripped = form.strip()
        upper_plural = stripped.endswith("s") and stripped[-2:-1].isupper()
        parts[-1] = _singular(parts[-1], upper_plural)
    return tuple(parts)


# What cutting the ending of a plural leaves, where that is no word: "biase" of "biases", "bia" of "bias".
_SINGULARS = {
    "axe": "axis",
    "avalanch": "avalanche",
    "cach": "cache",
    "cooky": "cookie",
    "movy": "movie",
    "nich": "niche",
    "quizz": "quiz",
    "specy": "species",
    "bia": "bias",
    "biase": "bias",
    "analyse": "analysis",
    "hypothese": "hypothesis",
    "synthese": "synthesis",
    "indice": "index",
    "matrice": "matrix",
    "phenomena": "phenomenon",
    "criteria": "criterion",
    "corpora": "corpus",
    "minima": "minimum",
    "maxima": "maximum",
    "optima": "optimum",
    "spectra": "spectrum",
    "vertice": "vertex",
    "len": "lens",
    "sery": "series",
    "these": "thesis",
    "focuse": "focus",
    "odd": "odds",
}
# Fields, which are no plurals: their adjectives open names and never end them.
_SINGULARS |= {
    field.removesuffix("s"): field
    for field in """acoustics aerodynamics analytics dynamics economics electronics ethics forensics genetics genomics
    graphics hydrodynamics kinematics linguistics mathematics mechanics optics physics pragmatics proteomics robotics
    semantics thermodynamics""".split()
}
_OWN_S = re.compile(r"[A-Z]{3,}S")  # "WILDS" is no plural, "GPUs" is
_SUPERSCRIPT = re.compile(r"(?<=[^\W\d_])(?<!pass)\^(?=\d)", re.IGNORECASE)  # "R^2" is "R²", "pass^2" not "pass@2"
_SPELLED = {
    ord(letter): name
    for name, letters in {
        "alpha": "Αα", "beta": "Ββ", "gamma": "Γγ", "delta": "Δδ", "epsilon": "Εε", "zeta": "Ζζ", "eta": "Ηη",
        "theta": "Θθ", "iota": "Ιι", "kappa": "Κκ", "lambda": "Λλ", "mu": "Μμ", "nu": "Νν", "xi": "Ξξ",
        "omicron": "Οο", "pi": "Ππ", "rho": "Ρρ", "sigma": "Σσς", "tau": "Ττ", "upsilon": "Υυ", "phi": "Φφ",
        "chi": "Χχ", "psi": "Ψψ", "omega": "Ωω",
    }.items()
    for letter in letters
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def fold(form: str) -> str:
    """What is left of a form once case, hyphens, spaces, quotes, spelling and a plural ending are folded away.

    Greek letters are spelled out. Two forms with the same fold are the same name; "" where nothing is left.

    >>> fold("fine-tuning") == fold("Finetuning"), fold("biases") == fold("bias"), fold("SAM 2") == fold("SAM")
    (True, True, False)
    >>> fold("WILDS") == fold("WILD"), fold("CNNs") == fold("CNN")
    (False, True)
    >>> fold("τ-bench") == fold("Tau-Bench"), fold("R²") == fold("R^2")
    (True, True)
    """
    if _OWN_S.fullmatch(form):
        return form.casefold()
    spelled = unicodedata.normalize("NFKC", form).translate(_SPELLED)
    *rest, last = words(_SUPERSCRIPT.sub("", spelled)) or ("",)
    return "".join(map(_american, [*rest, _SINGULARS.get(last, last)]))


@lru_cache(maxsize=1 << 16)
def is_coined(form: str) -> bool:
    """Whether a form is written as a name is: inner capitals, digits or signs, or all capitals.

    >>> [is_coined(form) for form in ("PHATGOOSE", "SoMA", "GPT-4", "LLMs", "Grokking", "object detection")]
    [True, True, True, True, False, False]
    """
    return any(
        any(c.isupper() for c in word[1:]) or (any(c.isdigit() for c in word) and any(c.isalpha() for c in word))
        for word in form.split()
    )


@lru_cache(maxsize=1 << 16)
def is_short_form(form: str) -> bool:
    """Whether a form looks like an abbreviation: one word, two to ten characters, mostly capitals.

    >>> [is_short_form(form) for form in ("CL", "LLMs", "MoE", "ImageNet", "grokking", "CLIP score")]
    [True, True, True, False, False, False]
    """
    letters = [c for c in form.removesuffix("s") if c.isalpha()]
    if " " in form or not 2 <= len(letters) <= 10:
        return False
    return sum(c.isupper() for c in letters) * 2 > len(letters)


_OF = re.compile(r" of |-of-\S+$")


def singular(form: str) -> str:
    """A form with its last word in the singular, otherwise as written; a mixture of experts has several.

    >>> singular("large language models"), singular("LLMs"), singular("Bayes"), singular("cross-entropies")
    ('large language model', 'LLM', 'Bayes', 'cross-entropy')
    >>> singular("mixture-of-experts"), singular("nuScenes"), singular("training dynamics")
    ('mixture-of-experts', 'nuScenes', 'training dynamics')
    """
    if _OF.search(form):
        return form
    head, last = re.fullmatch(r"(.*?)(\w*)", form, re.DOTALL).groups()  # type: ignore[union-attr]
    if last != last.lower() and not last[-2:-1].isupper():
        return form  # a proper name: its "s" may be its own
    single = _singular(last, last.endswith("s") and last[-2:-1].isupper())
    return head + _SINGULARS.get(single, single)


@lru_cache(maxsize=1 << 16)
def plain_words(form: str) -> tuple[str, ...]:
    """The words of a form in one case, otherwise as written.

    >>> plain_words("Multi-head Attention layers")
    ('multi', 'head', 'attention', 'layers')
    """
    return tuple(re.findall(r"[^\W_]+", form.casefold()))


_STEMMER = Stemmer("english")


@lru_cache(maxsize=1 << 16)
def stems(form: str) -> tuple[str, ...]:
    """The words of a form without their endings, so that verbs and nouns of one stem are equal.

    The stemmer is Snowball's for English (Porter, "Snowball: a language for stemming algorithms", 2001).

    >>> stems("adapting models"), stems("Model Adaptation")
    (('adapt', 'model'), ('model', 'adapt'))
    """
    return tuple(_STEMMER.stemWords(plain_words(form)))
