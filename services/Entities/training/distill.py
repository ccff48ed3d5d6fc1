"""Soft labels: varied copies of the CoNLL-2003 training texts with the mean probabilities of an ensemble of teachers."""

import random as random_module

import numpy as np

from augment import NameExchange, vary_case
from corpora import Document
from evaluate import probabilities
from train import epoch_documents

COPIES = 2
EXCHANGED = 0.4         # share of the documents of a copy in which names are exchanged
SOFTENED = "conll03"


def soften(documents, teachers, featurize, settings):
    """Copies of the documents, each varied anew; those of CoNLL-2003 labelled by the teachers."""
    random = random_module.Random(settings.seed)
    exchange = NameExchange(documents)
    out = []
    for _ in range(COPIES):
        variants = [vary_case(exchange(d, random, 0.7) if random.random() < EXCHANGED else d, random, settings.case)
                    for d in documents]
        taught = [d for d in variants if d.corpus == SOFTENED]
        soft = iter(probabilities(teachers, taught, featurize))
        out.append([Document(d.words, d.labels, d.corpus, [p.astype(np.float16) for p in next(soft)])
                    if d.corpus == SOFTENED else d for d in variants])
    return out


def copied(copies, settings):
    """A source of training documents: one copy after another, drawn by the corpora's shares."""

    def epoch(number, random):
        return epoch_documents(copies[number % len(copies)], settings, random)

    return epoch
