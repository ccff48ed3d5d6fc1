"""Tags documents with a network and scores them: entity-level exact match, micro precision, recall and F1."""

import numpy as np
import torch

from network import Batch
from tags import TYPES, decode, spans


def batches(documents, size):
    """Runs of documents of at most about `size` words (one document may be larger)."""
    run, words = [], 0
    for document in documents:
        length = sum(map(len, document.words))
        if run and words + length > size:
            yield run
            run, words = [], 0
        run.append(document)
        words += length
    if run:
        yield run


def probabilities(models, documents, featurize, style=0, pooled=True):
    """Mean log-softmax scores of the models' probabilities: for each document a list of arrays [T, 17]."""
    out = []
    for run in batches(documents, 6000):
        batch = Batch([[[featurize(w) for w in s] for s in d.words] for d in run], [pooled] * len(run))
        with torch.no_grad():
            mean = sum(torch.softmax(model.eval()(batch, style), dim=1) for model in models) / len(models)
        mean = mean.numpy()
        out += [[mean[batch.rows[d, s]] for s in range(len(document.words))] for d, document in enumerate(run)]
    return out


def tag(models, documents, featurize, style=0, pooled=True):
    """Label sequences of every sentence of every document."""
    return [[decode(np.log(p + 1e-12)) for p in document]
            for document in probabilities(models, documents, featurize, style, pooled)]


def score(documents, predicted, types=TYPES):
    """{type or "all": (precision, recall, F1)} in percent."""
    counts = {t: [0, 0, 0] for t in types}
    for document, labels in zip(documents, predicted):
        for gold, guess in zip(document.labels, labels):
            gold, guess = set(spans(gold)), set(spans(guess))
            for column, found in enumerate((gold & guess, guess, gold)):
                for span in found:
                    if span[2] in counts:
                        counts[span[2]][column] += 1
    counts["all"] = [sum(c[k] for c in counts.values()) for k in range(3)]
    return {t: figures(*c) for t, c in counts.items()}


def figures(right, guessed, gold):
    p, r = right / max(guessed, 1), right / max(gold, 1)
    return 100 * p, 100 * r, 200 * p * r / max(p + r, 1e-9)
