"""Distils an ensemble of teachers into one network: soft labels on varied copies of the training texts."""

import random as random_module

import numpy as np

from augment import NameExchange, vary_case
from corpora import Document
from evaluate import probabilities

COPIES = 6
EXCHANGED = 0.5         # share of the documents of a copy in which names are exchanged


def soften(documents, teachers, featurize, style, settings, seed, copies=COPIES):
    """Copies of the documents, each varied anew and labelled by the teachers (mean of their probabilities).

    The first copy has no exchanged names. Documents that are not annotated are varied in case alone.
    """
    random = random_module.Random(seed)
    annotated = [d for d in documents if d.labels is not None]
    exchange = NameExchange(annotated)
    out = []
    for copy in range(copies):
        variants = []
        for document in documents:
            if copy and document.labels is not None and random.random() < EXCHANGED:
                document = exchange(document, random, 0.7)
            variants.append(vary_case(document, random, settings.case))
        soft = probabilities(teachers, variants, featurize, style)
        out.append([Document(d.words, d.labels, d.corpus, [p.astype(np.float16) for p in sentences])
                    for d, sentences in zip(variants, soft)])
    return out


def copied(copies, settings):
    """A source of training documents: one copy after another, drawn by the corpora's shares."""

    def epoch(number, random):
        chosen = []
        for document in copies[number % len(copies)]:
            share = settings.shares.get(document.corpus, 1.0)
            chosen += [document] * (int(share) + (random.random() < share % 1))
        random.shuffle(chosen)
        return chosen

    return epoch
