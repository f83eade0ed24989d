r"""What flows through the stages: a paper, what it names, does and states. Values, never changed in place.

Offsets everywhere count characters (Unicode code points) of `Paper.text`, which is
`title + "\n" + abstract`; `start` is included, `end` is not.
"""

from dataclasses import dataclass

from papergraph.vocabulary import ConceptType, Finder, RelationType, ResultKind, Role


@dataclass(frozen=True, slots=True)
class Record:
    """One paper as one source gives it, before records of the same paper are joined.

    Attributes:
        title: On one line.
        abstract: On one line, links included, in Unicode's composed form.
        date: ISO date, or a year, or None where the source gives none.
        arxiv: arXiv identifier without its version, e.g. "2402.05859".
        url: Where the source says that the paper is found.
        links: Clean URLs that stand in the abstract, in their order.
    """

    title: str
    abstract: str
    date: str | None = None
    arxiv: str | None = None
    url: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with all the sources that know it. `key` is the last part of its IRI."""

    key: str
    title: str
    abstract: str
    date: str | None = None
    arxiv: str | None = None
    url: str | None = None
    links: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is read and what offsets count: the title, a line feed, the abstract."""
        return f"{self.title}\n{self.abstract}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a paper's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]

    def within(self, other: "Span") -> bool:
        """Whether it lies inside another span."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a paper names something.

    Attributes:
        span: Where.
        text: The surface form, copied exactly.
        type: What kind of thing it names.
        confidence: Probability that the span and the type are right, 0 to 1, as it was chosen among others.
        found_by: The part of the extractor that found it.
    """

    span: Span
    text: str
    type: ConceptType
    confidence: float
    found_by: Finder = Finder.TAGGER


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing that one paper names, under however many forms.

    Attributes:
        name: The coined or short form where there is one, else the singular, fullest form.
        type: What kind of thing it is.
        role: What the paper does with it.
        mentions: Every place that names it, in the order of the text; never empty.
        confidence: Probability that this is an entity of this type, 0 to 1, calibrated on annotated papers.
        long_form: What `name` abbreviates by the paper's own words, e.g. "continual learning" for "CL".
        shorthand: Surfaces that mean it in this paper only, e.g. "forgetting" for "catastrophic forgetting".
    """

    name: str
    type: ConceptType
    role: Role
    mentions: tuple[Mention, ...]
    confidence: float
    long_form: str | None = None
    shorthand: tuple[str, ...] = ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Distinct surface forms in the order of their first mention."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Relation:
    """What a paper says of two of its entities, by their names.

    Attributes:
        head: Name of the entity that does.
        rel: What it does.
        tail: Name of the entity it is done to.
        evidence: The sentence that says so.
        confidence: Probability that the text states it, 0 to 1.
    """

    head: str
    rel: RelationType
    tail: str
    evidence: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Result:
    """A number that a paper reports as an outcome.

    Attributes:
        value: As written, with its unit: "18.9%", "0.52pp", "30x".
        unit: "%", "pp", "x", "points" …, "" where there is none.
        kind: A level that was reached, or a difference to a baseline.
        method: Names of entities, "" where the text does not say; likewise the next three.
        evidence: The sentence that reports it.
        span: Where the value stands.
    """

    value: str
    unit: str
    kind: ResultKind
    evidence: Span
    span: Span
    confidence: float
    method: str = ""
    metric: str = ""
    benchmark: str = ""
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one paper's text; `sentences` are its sentences, the title first."""

    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    results: tuple[Result, ...] = ()
