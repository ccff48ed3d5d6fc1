"""Soft labels: varied copies of the training texts with the probabilities of teachers that did not learn from them.

A network is almost certain of what it has learned; its probabilities for other texts tell more (cross-fitting; Wolpert 1992).
So the documents are dealt into folds, and teacher k learns from all but fold k.
"""

import random as random_module

import numpy as np

from augment import NameExchange, vary_case
from corpora import Document
from evaluate import probabilities
from train import epoch_documents

FOLDS = 3
COPIES = 4
EXCHANGED = 0.2         # share of the documents of a copy in which names are exchanged
SOFTENED = ("conll03", "gmb-part", "uner-ewt")


def soften(documents, folds, teachers, featurize, settings):
    """Copies of the documents, each varied anew and labelled by the teacher of its fold; where that is None, by all."""
    random = random_module.Random(settings.seed)
    exchange = NameExchange(documents)
    out = []
    for _ in range(COPIES):
        copy = [vary_case(exchange(d, random, 0.7) if random.random() < EXCHANGED else d, random, settings.case) for d in documents]
        for fold in {*folds}:
            chosen = [i for i, f in enumerate(folds) if f == fold and documents[i].corpus in SOFTENED]
            labellers = teachers if fold is None else [teachers[fold]]
            for i, soft in zip(chosen, probabilities(labellers, [copy[i] for i in chosen], featurize)):
                copy[i] = Document(copy[i].words, copy[i].labels, copy[i].corpus, [p.astype(np.float16) for p in soft])
        out.append(copy)
    return out


def copied(copies, settings):
    """A source of training documents: one copy after another, drawn by the corpora's shares."""

    def epoch(number, random):
        return epoch_documents(copies[number % len(copies)], settings, random)

    return epoch
