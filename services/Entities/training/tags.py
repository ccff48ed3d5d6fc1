"""The 17 BIOES labels, BIO2 conversion, constrained Viterbi decoding."""

import numpy as np

TYPES = ("PER", "LOC", "ORG", "MISC")
LABELS = ("O",) + tuple(f"{p}-{t}" for t in TYPES for p in "BIES")
INDEX = {label: i for i, label in enumerate(LABELS)}
MISC = [i for i, label in enumerate(LABELS) if label.endswith("MISC")]

_OPENS = np.array([label[0] in "OBS" for label in LABELS])
_CLOSES = np.array([label[0] in "OES" for label in LABELS])
_FOLLOWS = np.array([[(b[0] in "OBS") if a[0] in "OES" else (b[0] in "IE" and a[2:] == b[2:]) for b in LABELS] for a in LABELS])
FORBIDDEN = -1e9


def to_bioes(bio):
    """BIO2 tags of a sentence to label indices."""
    out = []
    for i, tag in enumerate(bio):
        if tag == "O":
            out.append(0)
            continue
        more = i + 1 < len(bio) and bio[i + 1] == "I-" + tag[2:]
        starts = tag[0] == "B"
        out.append(INDEX[("B" if more else "S") + tag[1:] if starts else ("I" if more else "E") + tag[1:]])
    return out


def to_bio(labels):
    return ["O" if k == 0 else ("B" if LABELS[k][0] in "BS" else "I") + LABELS[k][1:] for k in labels]


def spans(labels):
    """Mentions of a well-formed label sequence: (first word, word after the last, type)."""
    out, start = [], 0
    for i, k in enumerate(labels):
        if LABELS[k][0] in "BS":
            start = i
        if LABELS[k][0] in "ES":
            out.append((start, i + 1, LABELS[k][2:]))
    return out


def decode(scores):
    """The best allowed label sequence for log-probabilities [T, 17]; of equal scores the lower label wins."""
    best = np.where(_OPENS, scores[0], FORBIDDEN)
    penalty = np.where(_FOLLOWS, 0, FORBIDDEN)
    back = []
    for row in scores[1:]:
        reach = best[:, None] + penalty
        origin = reach.argmax(axis=0)
        back.append(origin)
        best = reach[origin, np.arange(len(LABELS))] + row
    label = int(np.where(_CLOSES, best, best + FORBIDDEN).argmax())
    path = [label]
    for origin in reversed(back):
        label = int(origin[label])
        path.append(label)
    return path[::-1]
