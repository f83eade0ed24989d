"""Train the mention tagger."""

import random
from collections.abc import Sequence

from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import Adam, fix_random_seed

from gold import GoldPaper, gold_spans
from papergraph.extract.pipeline import blank
from papergraph.extract.tagger import MentionTagger

EPOCHS = 11
BATCH = 16
DROPOUT = 0.3
RATE = 0.001


def base(seed: int = 0) -> Language:
    """The components ahead of the tagger, and the tagger with fresh weights."""
    fix_random_seed(seed)
    nlp = blank()
    for name in ("papergraph_sentences", "papergraph_abbreviations", "papergraph_tagger"):
        nlp.add_pipe(name)
    return nlp


def example(nlp: Language, paper: GoldPaper) -> Example:
    """A document beside itself with its gold mentions as entities."""
    with nlp.select_pipes(disable=["papergraph_tagger"]):
        doc = nlp(paper.text)
    reference = doc.copy()
    reference.ents = gold_spans(reference, paper)
    return Example(doc, reference)


def train_tagger(papers: Sequence[GoldPaper], seed: int = 0) -> MentionTagger:
    """Train on these papers; the weights are averaged over all steps."""
    nlp = base(seed)
    tagger = nlp.get_pipe("papergraph_tagger")
    assert isinstance(tagger, MentionTagger)
    examples = [example(nlp, paper) for paper in papers]
    tagger.initialize(lambda: examples, nlp=nlp)
    optimizer = Adam(RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    order = random.Random(seed)
    for epoch in range(EPOCHS):
        order.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in minibatch(examples, BATCH):
            tagger.update(batch, drop=DROPOUT, sgd=optimizer, losses=losses)
        print(f"epoch {epoch + 1}/{EPOCHS}: loss {losses[tagger.name]:,.0f}", flush=True)
    with tagger.model.use_params(optimizer.averages):
        weights = tagger.model.to_bytes()
    tagger.model.from_bytes(weights)
    return tagger
