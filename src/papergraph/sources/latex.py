r"""LaTeX's remains in a text -> what they stand for.

Hugging Face's pages and arXiv's records carry LaTeX, the former often without its dollars and backslashes
("$textbf{name}$"). No macro is expanded: what is known as layout goes, and of all else the text stays.
Every rule removes a backslash, a brace, a dollar or a tilde, so that applying them comes to an end.
"""

import re
import unicodedata
from collections.abc import Callable

_Match = re.Match[str]
_Rule = tuple[re.Pattern[str], str | Callable[[_Match], str]]

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
_SYMBOLS = {
    "times": "×", "deg": "°", "pm": "±", "textgreater": ">", "textless": "<", "ldots": "…", "dots": "…", "cdot": "·",
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "aa": "å", "AA": "Å",
    "eg": "e.g.", "ie": "i.e.", "etc": "etc.", "etal": "et al.", "vs": "vs.",
}  # fmt: skip
_FONTS = (
    "text(?:bf|it|sc|tt|rm|sf|sl|md|up|normal)?|math(?:bf|cal|rm|bb|it|sf|tt|frak)|"
    "emph|underline|boldsymbol|operatorname|mbox|ensuremath"
)
_SWITCHES = "bfseries|itshape|scshape|ttfamily|bf|em|it|sc|tt|rm|sf|sl"
_SILENT = "allowbreak|xspace|newline|linebreak|noindent|centering|par|q?quad|left|right|displaystyle|limits"
_COLOURS = "red|blue|green|teal|orange|purple|magenta|cyan|violet|brown|gray|black"
_GROUP = r"\{([^{}]*)\}"

_MARKS = re.compile(r"[\\{}$~]")
_NO_NEWS = re.compile(r"(?:this |the )?(?:https? )?(?:ur[li]|link)|here|[^\s.]+\.\S+", re.IGNORECASE)


def needs_work(text: str) -> bool:
    """Whether LaTeX could stand in a text at all."""
    return _MARKS.search(text) is not None


def without_marks(text: str) -> str:
    """A text without any character that is LaTeX's own."""
    return _MARKS.sub("", text)


def unwrap(text: str) -> str:
    r"""A text without the innermost of LaTeX's remains.

    >>> unwrap("Pok\\'emon by 3.6\\times with $textbf{MoE}$, O($n^{2}$) and \\ours, \\eg at 360{\\deg}")
    'Pokémon by 3.6× with MoE, O(n^2) and ours, e.g. at 360°'
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _accented(match: _Match) -> str:
    """The letter with its accent, or both beside each other where there is no such letter."""
    mark, letter = match["mark"], match["braced"] or match["bare"]
    composed = unicodedata.normalize("NFC", letter + _ACCENTS[mark])
    if len(composed) == 1:
        return composed
    return letter if mark.isalpha() else mark + letter


def _symbol(match: _Match) -> str:
    """A symbol; a full stop that is part of it is not written twice."""
    symbol = _SYMBOLS[match["name"]]
    return symbol if symbol.endswith(".") else symbol + match["stop"]


def _linked(match: _Match) -> str:
    """A link, with the text it carries in parentheses where that says more than the link."""
    url, text = match["url"], (match["text"] or "").strip()
    return url if not text or _NO_NEWS.fullmatch(text) else f"{url} ({text})"


def _arguments(match: _Match) -> str:
    """The text of a macro's arguments, or its name where they hold none."""
    texts = (text.strip() for text in re.findall(_GROUP, match["arguments"]))
    return " ".join(filter(None, texts)) or match["name"]


def _untied(match: _Match) -> str:
    """A tie is a space; in a link it is a tilde."""
    return " " if match[0] == "~" else match[0]


# In their order: a later rule may rely on the earlier ones having taken their part.
_RULES: tuple[_Rule, ...] = (
    # \'e  \"{u}  {\'{\i}}  \c{c}; not \'s, which is an escaped apostrophe
    (
        re.compile(
            r"""(\{)?\\(?P<mark>['"`^~=.cvuHrk](?=\{)|['"`^~])"""
            r"(?:\{\\?(?P<braced>[A-Za-z])\}|\\?(?P<bare>[aeiouycnzAEIOUYCNZ]))(?(1)\})"
        ),
        _accented,
    ),
    (re.compile(r"\\\\(?![\\%&$#_{}A-Za-z])|\\[,;:> ]"), " "),  # line breaks and spaces
    (re.compile(r"\\[!/()\[\]-]"), ""),  # negative space, hyphenation, brackets of formulas
    (re.compile(r"(?<!\\)\\++([%&$#_{}])"), r"\1"),
    (
        re.compile(rf"(\{{)?\\(?P<name>{'|'.join(_SYMBOLS)})(?![A-Za-z])(?(1)\s*\}}|(?:\{{\}})?)(?P<stop>\.?)"),
        _symbol,
    ),
    # those that lost their backslash
    (re.compile(rf"(?<![A-Za-z\\])(?:{_FONTS}|{_COLOURS}){_GROUP}"), r"\1"),
    (re.compile(rf"\{{\\?(?:{_SWITCHES})\s+([^{{}}]*)\}}"), r"\1"),
    (re.compile(rf"\\(?:{_FONTS}|{_SWITCHES}|{_SILENT})(?![A-Za-z])(?!\s?\{{)\s*"), ""),
    (re.compile(rf"\\color\s?\{{(?:{_COLOURS})\}}"), ""),
    (re.compile(rf"\\textcolor\s?\{{[^{{}}]*\}}\s?{_GROUP}"), r"\1"),
    (re.compile(rf"\\footnote\s?{_GROUP}"), r" (\1)"),
    (re.compile(rf"\\[dt]?frac\s?{_GROUP}\s?{_GROUP}"), r"\1/\2"),
    (re.compile(r"\\href\s?\{(?P<url>[^{}]*)\}\s?\{(?P<text>[^{}]*)\}"), _linked),
    (re.compile(r"(?P<url>https?://[^\s{}\\]+)(?:\s?\{(?P<text>[^{}]*)\})?"), _linked),
    (
        re.compile(rf"\\(?P<name>[A-Za-z]++)\*?(?P<arguments>(?:\s?{_GROUP.replace('(', '(?:')})+)"),
        _arguments,
    ),
    (re.compile(r"(\{)?\\([A-Za-z]++)\*?(?(1)\s*\}|(?!\s?\{))"), r"\2"),
    # a group of its own, not a set ("{0, 1}") or a part of a name ("ImageNet-{A,R}")
    (re.compile(r"(?<![^\s(])\{(\w[^{},:=]*)\}"), r"\1"),
    (re.compile(r"([\^_])\{(-?[\w.*]+)\}"), r"\1\2"),  # x^{2}; x^{1+y} would change its meaning
    (re.compile(r"\$(?!\s|\d[^$]*\s)([^$]+)(?<!\s)\$(?!\d)"), r"\1"),  # formulas, not sums of money
    # ties between words; "10~20" and "1M~4M" are ranges
    (
        re.compile(r"https?://\S+|(?<=[^\W_])~(?=[A-Za-z(\[\\])|(?<=[^\W\d_])(?<!\d[A-Za-z])~(?=\d)"),
        _untied,
    ),
    (re.compile(r"\\(?![A-Za-z])"), ""),
)
