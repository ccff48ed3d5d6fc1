"""Calibration of mention confidences on development documents: FORMAT.md, section 3.9."""

import numpy as np

from corpora import folds_of
from tags import decode, spans

BINS = 12
FOLDS = 10


def mention_chances(documents, log_probabilities, temperature):
    """For every predicted mention: the smallest probability of its words' labels, and whether the mention is right."""
    chances, right = [], []
    for document, sentences in zip(documents, log_probabilities):
        for gold, scores in zip(document.labels, sentences):
            chosen = decode(scores)
            scaled = scores / temperature
            scaled = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
            truth = set(spans(gold))
            for span in spans(chosen):
                chances.append(np.exp(min(scaled[t, chosen[t]] for t in range(span[0], span[1]))))
                right.append(span in truth)
    return np.array(chances), np.array(right, dtype=float)


def temperature_of(documents, log_probabilities):
    """The temperature of the smallest negative log-likelihood of the words' labels (Guo et al. 2017)."""
    scores = np.concatenate([s for sentences in log_probabilities for s in sentences])
    gold = np.concatenate([g for document in documents for g in document.labels])

    def loss(temperature):
        scaled = scores / temperature
        return -(scaled[np.arange(len(gold)), gold] - np.log(np.exp(scaled).sum(axis=1))).mean()

    return round(float(min(np.arange(0.6, 3.01, 0.05), key=loss)), 2)


def fit_table(chances, right, bins=BINS):
    """Points (x, y) of a rising, piecewise linear map from chance to accuracy: equal-count bins, pooled until they rise."""
    order = np.argsort(chances, kind="stable")
    parts = [[chances[p].mean(), right[p].mean(), len(p)] for p in np.array_split(order, bins) if len(p)]
    rising = []
    for part in parts:
        rising.append(part)
        while len(rising) > 1 and rising[-2][1] >= rising[-1][1]:
            (x1, y1, n1), (x2, y2, n2) = rising[-2:]
            rising[-2:] = [[(x1 * n1 + x2 * n2) / (n1 + n2), (y1 * n1 + y2 * n2) / (n1 + n2), n1 + n2]]
    return [round(float(p[0]), 5) for p in rising], [round(float(p[1]), 5) for p in rising]


def expected_error(confidences, right, bins=10):
    """Expected calibration error over bins of equal width."""
    index = np.minimum((confidences * bins).astype(int), bins - 1)
    return sum(abs(confidences[index == k].mean() - right[index == k].mean()) * (index == k).mean()
               for k in range(bins) if (index == k).any())


def calibrate(documents, log_probabilities):
    """The header's calibration, and its expected error by cross-validation over runs of documents.

    The error is that of all mentions together, each with the confidence of a table that was fitted without its fold. The mean of
    the folds' own errors would be too large: ten bins of a few hundred mentions differ from their accuracy by chance alone.
    """
    temperature = temperature_of(documents, log_probabilities)
    fold_of = folds_of(documents, FOLDS)
    folds = [mention_chances(*zip(*((d, p) for d, p, f in zip(documents, log_probabilities, fold_of) if f == k)), temperature)
             for k in range(FOLDS)]
    confidences = []
    for k in range(FOLDS):
        table = fit_table(*(np.concatenate(parts) for parts in zip(*folds[:k], *folds[k + 1:])))
        confidences.append(np.interp(folds[k][0], *table))
    chances, right = (np.concatenate(parts) for parts in zip(*folds))
    x, y = fit_table(chances, right)
    return {"temperature": temperature, "x": x, "y": y}, float(expected_error(np.concatenate(confidences), right))


def error_on(documents, log_probabilities, calibration):
    """The expected calibration error on documents that the calibration was not fitted on."""
    chances, right = mention_chances(documents, log_probabilities, calibration["temperature"])
    return float(expected_error(np.interp(chances, calibration["x"], calibration["y"]), right))
