"""Cleaning keeps words and names whole, and is done after one time."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from papergraph.sources.clean import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("by 20\\% and R\\&D", "by 20% and R&D"),
        ("$textbf{AIEV}$ and \\textsc{AIEV-Instruct}", "AIEV and AIEV-Instruct"),
        ("the $\\textit{X}$ norm", "the X norm"),
        ("Re$^3$Sim", "Re^3Sim"),
        ("SL^{2}A and pi_{0.5}", "SL^2A and pi_0.5"),
        ("in n^{1+o(1)} steps", "in n^{1+o(1)} steps"),
        ("ImageNet-{A,R} with weights in {-1, 0, 1}", "ImageNet-{A,R} with weights in {-1, 0, 1}"),
        ("we propose {\\bf Anchor}, or {Anchor} or {\\name}", "we propose Anchor, or Anchor or name"),
        ("\\ours{} beats \\method, \\eg by 3.6\\times.", "ours beats method, e.g. by 3.6×."),
        ("Pok\\'emon, na\\\"{\\i}ve, Fran\\c{c}ois, \\'{E}tude", "Pokémon, naïve, François, Étude"),
        ("the model\\'s score", "the model's score"),
        ("costs \\$5, not $30, or US$25", "costs $5, not $30, or US$25"),
        ("Mamba~2 beats prior~work at 10~20 or 1M~4M", "Mamba 2 beats prior work at 10~20 or 1M~4M"),
        ("\\textbf{\\emph{deep} nest}", "deep nest"),
        ("\\unknown{kept}{too} and \\alpha-mixing", "kept too and alpha-mixing"),
        ("\\(O(n)\\) at 300\\,k and 5{\\deg}", "O(n) at 300 k and 5°"),
        ("\\frac{1}{2} of all\\footnote{Not most.}", "1/2 of all (Not most.)"),
        ("\\textcolor{red}{Warning}: teal{Tool-use}", "Warning: Tool-use"),
        ("\\broken{never closed", "broken{never closed"),
    ],
)
def test_latex_goes_and_its_text_stays(raw, expected):
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Gro\0kk\u00ading\ufeff", "Grokking"),
        ("one\u2028two\u2029three\x85four\tfive\u00a0six", "one two three four five six"),
        ("e\u0301", "é"),
        ("\u202eright\u202c\u200f", "\u202eright\u202c\u200f"),
        ("lone \ud800surrogate", "lone surrogate"),
    ],
)
def test_one_line_of_composed_characters(raw, expected):
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("at https://example.org/Some{https://example.org/Some}.", "at https://example.org/Some."),
        ("\\url{https://example.org/a\\_b}.", "https://example.org/a_b."),
        ("https://example.org/a{this https URL}.", "https://example.org/a."),
        ("https://example.org/a{our demo}.", "https://example.org/a (our demo)."),
        ("\\href{https://example.org/a}{our demo}", "https://example.org/a (our demo)"),
        ("found athttps://example.org/a", "found at https://example.org/a"),
        ("https://example.org/a.Our method", "https://example.org/a. Our method"),
        ("https: //example.org/a and http:/example.org", "https://example.org/a and http://example.org"),
        ("https://example.org/~me is home", "https://example.org/~me is home"),
        ("code at~https://example.org/a", "code at https://example.org/a"),
    ],
)
def test_links_stand_clean_in_the_text(raw, expected):
    assert clean(raw) == expected


PIECES = st.sampled_from([
    "\\", "{", "}", "$", "~", "^", "_", "\\textbf{", "textbf", "text", "bf ", "\\em ", "\\'", "\\c{c}", "{\\i}", "%",
    "https://", "http:/", "a.b/c", ".Our", " ", "\u2028", "\0", "\ud800", "\u0301", "\u0344", "\u202e", "é", "x",
    "\\url{", "\\href{", "\\frac{1}{2}", "\\color{red}", "\\eg", "\\times", "1", "https: //", "(", ")", "\\\\", ",",
])  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
@example("{" * 50 + "x" + "}" * 50)
@example("\\textbf{" * 20 + "x" + "}" * 20)
@example("a" + "\u0301\u0323\u0344" * 100)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(), max_size=60))
def test_nothing_unprintable_is_left(text):
    cleaned = clean(text)
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
