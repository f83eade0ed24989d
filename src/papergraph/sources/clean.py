"""Text as sources give it -> text on one line, free of control characters and of LaTeX's remains."""

import re
import unicodedata

from papergraph.sources.latex import needs_work, unwrap, without_marks

# Controls that are no white space; lone surrogates; the noncharacters that XML forbids; and what has no
# width but splits words: soft hyphen, zero-width space, word joiner, byte order mark.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u00ad\u200b\u2060\ufeff]")
# More marks on one letter than Unicode's stream-safe format allows (UAX 15) are no writing, and slow to order.
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARK_RUN = re.compile(f"({_MARKS}{{30}}){_MARKS}+")
_BROKEN_SCHEME = re.compile(r"(https?):\s?/{1,3}\s?(?=[\w-]+\.\w)")
_GLUED_BEFORE = re.compile(r"(?<=[^\W_])(?=https?://)")
_LONG_URL = re.compile(r"https?://[^\s{}/]+/[^\s{}]+")
_GLUED_AFTER = re.compile(r"(?<=[\w/])([.,;])(?=[A-Z][a-z]+$)")
_PASSES = 8  # braces in real abstracts nest three deep


def clean(text: str) -> str:
    r"""Free a title or an abstract of all that breaks words. Cleaning twice changes nothing more.

    >>> clean("by 20\\% \n with Re$^3$Sim and \\textsc{AIEV-Instruct}")
    'by 20% with Re^3Sim and AIEV-Instruct'
    """
    text = _tidy(text)
    for _ in range(_PASSES):
        if not needs_work(text):
            return text
        before, text = text, _tidy(unwrap(text))
        if text == before:
            if "\\" not in text:
                return text
            text = text.replace("\\", "")  # a macro whose braces never close
    # Deeper nesting is no abstract's: without LaTeX's own characters nothing is left to change.
    return _tidy(without_marks(text))


def plain(text: str) -> str:
    r"""One line in composed form, without control characters; marks of writing direction stay.

    >>> plain("Grok\x00king\u2028in  steps")
    'Grokking in steps'
    """
    text = _MARK_RUN.sub(r"\1", _UNWANTED.sub("", text))
    return " ".join(_MARK_RUN.sub(r"\1", unicodedata.normalize("NFC", text)).split())


def _tidy(text: str) -> str:
    """Plain text in which links stand apart from the words around them."""
    text = plain(text)
    if "http" not in text:
        return text
    text = _BROKEN_SCHEME.sub(r"\1://", text)
    text = _GLUED_BEFORE.sub(" ", text)
    return _LONG_URL.sub(lambda url: _GLUED_AFTER.sub(r"\1 ", url[0]), text)
