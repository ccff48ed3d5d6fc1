"""Trains a network on annotated documents, or on documents with soft labels."""

import random as random_module
import time
from dataclasses import asdict, dataclass, field

import numpy as np
import torch

from augment import NameExchange, vary_case
from lstm import forget_masks
from network import Batch, Dimensions, Dropout, Tagger
from tags import LABELS, MISC
from vocabulary import Vocabulary

STYLES = ["", "conll03", "gmb-part", "uner-ewt", "btc", "wnut17", "re3d"]      # index 0: none told; re3d has a row, but no text
WITHOUT_MISC = {"btc", "uner-ewt"}


@dataclass
class Settings:
    seed: int = 1
    epochs: int = 12
    batch_words: int = 600
    rate: float = 2.5e-3
    warm: float = 0.05
    weight_decay: float = 0.0
    clip: float = 5.0
    average: float = 0.9985             # of the weights (exponential moving average)
    unpooled: float = 0.2               # share of documents without pooling
    told_style: float = 0.6             # share of documents that are told their corpus
    case: dict = field(default_factory=lambda: {"upper": 0.05, "lower": 0.02, "headline": 0.15})
    exchange: float = 0.0               # share of documents in which names are exchanged
    shares: dict = field(default_factory=lambda: {"conll03": 1.0, "gmb-part": 1.0, "uner-ewt": 1.0, "btc": 0.5, "wnut17": 0.5})
    partly: tuple = ("btc", "uner-ewt", "wnut17")       # corpora whose O may be MISC; wnut17: nationalities and events
    soft_weight: float = 0.6            # of the teachers' labels in the loss, where there are any
    dimensions: dict = field(default_factory=dict)
    dropout: dict = field(default_factory=dict)


def allowed_labels(document, partly):
    """What the annotation allows for every word: for each sentence [T, 17] of 0 and 1."""
    out = []
    for words, labels in zip(document.words, document.labels):
        allowed = np.zeros((len(words), len(LABELS)), np.float32)
        allowed[np.arange(len(words)), labels] = 1
        if document.corpus in partly:
            for t, (word, label) in enumerate(zip(words, labels)):
                if label == 0 and word.lower() != word:
                    allowed[t, MISC] = 1
        out.append(allowed)
    return out


def loss_of(logits, batch, run, settings):
    """Mean over words: negative log-probability of the labels that the annotation allows, mixed with the cross-entropy
    against the teachers' probabilities."""
    rows = lambda of: {(d, s): value for d, document in enumerate(run) for s, value in enumerate(of(document))}
    scores = torch.log_softmax(logits, dim=1)
    allowed = batch.scatter(rows(lambda d: allowed_labels(d, settings.partly)), len(LABELS), np.float32)
    hard = -torch.logsumexp(scores.masked_fill(allowed == 0, -1e9), dim=1)
    if all(document.soft is None for document in run):
        return hard.mean()
    soft = batch.scatter(rows(lambda d: d.soft or [np.zeros((len(w), len(LABELS))) for w in d.words]), len(LABELS), np.float32)
    share = settings.soft_weight * (soft.sum(dim=1) > 0)
    return ((1 - share) * hard - share * (scores * soft).sum(dim=1)).mean()


class Average:
    """Exponential moving average of a module's weights, with a short memory at the start."""

    def __init__(self, module, decay):
        self.decay, self.steps = decay, 0
        self.weights = [p.detach().clone() for p in module.parameters()]

    def update(self, module):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for mean, p in zip(self.weights, module.parameters()):
                mean.lerp_(p, 1 - decay)

    def swap(self, module):
        with torch.no_grad():
            for mean, p in zip(self.weights, module.parameters()):
                held = p.clone()
                p.copy_(mean)
                mean.copy_(held)


def epoch_documents(documents, settings, random):
    """The documents of one epoch: each corpus by its share, shuffled."""
    chosen = []
    for document in documents:
        share = settings.shares.get(document.corpus, 1.0)
        chosen += [document] * (int(share) + (random.random() < share % 1))
    random.shuffle(chosen)
    return chosen


def make_batch(run, featurize, settings, random):
    pooled = [random.random() >= settings.unpooled for _ in run]
    batch = Batch([[[featurize(w) for w in s] for s in d.words] for d in run], pooled)
    style = [STYLES.index(d.corpus) if d.corpus in STYLES and random.random() < settings.told_style else 0 for d in run]
    styles = np.zeros(batch.packing.rows, np.int64)
    for (d, _), rows in batch.rows.items():
        styles[rows] = style[d]
    return batch, torch.from_numpy(styles)


def batches_of(documents, batch_words):
    run, words = [], 0
    for document in documents:
        run.append(document)
        words += sum(map(len, document.words))
        if words >= batch_words:
            yield run
            run, words = [], 0
    if run:
        yield run


def varied(documents, settings):
    """A source of training documents: every epoch drawn by the corpora's shares and varied anew."""
    exchange = NameExchange(documents) if settings.exchange else None

    def epoch(number, random):
        for document in epoch_documents(documents, settings, random):
            if exchange and random.random() < settings.exchange:
                document = exchange(document, random, 0.7)
            yield vary_case(document, random, settings.case)

    return epoch


def size_of(documents, settings):
    """Words of an epoch."""
    return sum(settings.shares.get(d.corpus, 1.0) * sum(map(len, d.words)) for d in documents)


def train(source, epoch_words, vocabulary, settings, report, start=None):
    """Returns a network with averaged weights.

    source(number, random) gives the documents of an epoch, about epoch_words words; start is a state to begin with. report(model, epoch, loss, seconds) is
    called after every epoch.
    """
    random = random_module.Random(settings.seed)
    torch.manual_seed(settings.seed)
    forget_masks()
    model = Tagger(Dimensions(**settings.dimensions), vocabulary.vectors(), len(vocabulary.cased_hashes),
                   Dropout(**settings.dropout), len(STYLES))
    if start is not None:
        model.load_state_dict(start)
    optimizer = torch.optim.AdamW(model.parameters(), lr=settings.rate, weight_decay=settings.weight_decay, betas=(0.9, 0.99))
    average = Average(model, settings.average)
    total = settings.epochs * epoch_words / settings.batch_words
    step = 0
    for epoch in range(settings.epochs):
        began, losses = time.process_time(), []
        model.train()
        for run in batches_of(source(epoch, random), settings.batch_words):
            batch, style = make_batch(run, vocabulary.featurize, settings, random)
            done = step / total
            factor = min(done / settings.warm, max(0.02, (1 - done) / (1 - settings.warm)))
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * factor
            loss = loss_of(model(batch, style), batch, run, settings)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip)
            optimizer.step()
            average.update(model)
            losses.append(loss.item())
            step += 1
        average.swap(model)
        report(model, epoch, float(np.mean(losses)), time.process_time() - began)
        if epoch + 1 < settings.epochs:
            average.swap(model)
    return model


def held_out(documents, every=8):
    """(kept, held out): every eighth document of each corpus but conll03, which has its own development set."""
    kept, held, counts = [], [], {}
    for document in documents:
        n = counts[document.corpus] = counts.get(document.corpus, 0) + 1
        (held if document.corpus != "conll03" and n % every == 0 else kept).append(document)
    return kept, held


def save(path, model, vocabulary, settings):
    torch.save({"state": model.state_dict(), "settings": asdict(settings), "cased": vocabulary.cased_hashes}, path)


def load(path, embeddings):
    """A saved network and its vocabulary."""
    data = torch.load(path)
    vocabulary = Vocabulary(embeddings, data["cased"])
    settings = Settings(**data["settings"])
    model = Tagger(Dimensions(**settings.dimensions), vocabulary.vectors(), len(vocabulary.cased_hashes),
                   Dropout(**settings.dropout), len(STYLES))
    model.load_state_dict(data["state"])
    return model.eval(), vocabulary
