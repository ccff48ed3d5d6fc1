"""Variants of a training document: upper, lower and title case, names exchanged for others of their type."""

import collections
from pathlib import Path

from corpora import Document
from tags import spans, to_bioes

HEADLINE = 16       # sentences of at most this many words may become a headline
_SMALL = {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "over", "the", "to", "with", "after"}


def title_case(words):
    return [w if i and w in _SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]


def vary_case(document, random, rates):
    """rates: {"upper", "lower": whole documents, "headline": one short sentence}."""
    draw = random.random()
    words = document.words
    if draw < rates["upper"]:
        words = [[w.upper() for w in s] for s in words]
    elif draw < rates["upper"] + rates["lower"]:
        words = [[w.lower() for w in s] for s in words]
    elif draw < rates["upper"] + rates["lower"] + rates["headline"]:
        short = [i for i, s in enumerate(words) if 3 <= len(s) <= HEADLINE]
        if short:
            chosen = random.choice(short)
            change = (lambda s: [w.upper() for w in s]) if random.random() < 0.5 else title_case
            words = [change(s) if i == chosen else s for i, s in enumerate(words)]
    return Document(words, document.labels, document.corpus, document.soft)


def recent_names():
    """{type: names as tuples of words} of names.txt."""
    names, kind = {}, None
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = names.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            kind += [tuple(name.split()) for name in line.split(", ")]
    return names


class NameExchange:
    """Exchanges mentions for others of the same type; one name stays one name within a document.

    Half of the new names come from the documents, as often as they occur there, half from names.txt.
    """

    def __init__(self, documents):
        self._names = collections.defaultdict(list)
        self._recent = recent_names()
        for document in documents:
            for words, labels in zip(document.words, document.labels):
                for start, end, kind in spans(labels):
                    self._names[kind].append(tuple(words[start:end]))

    def __call__(self, document, random, share):
        """A copy in which about `share` of the different names are exchanged."""
        chosen, sentences, tags = {}, [], []
        for words, labels in zip(document.words, document.labels):
            new_words, new_tags, at = [], [], 0
            for start, end, kind in spans(labels):
                name = tuple(words[start:end])
                if (name, kind) not in chosen:
                    pool = self._names[kind] if random.random() < 0.5 else self._recent[kind]
                    chosen[name, kind] = random.choice(pool) if random.random() < share else name
                put = chosen[name, kind]
                new_words += words[at:start] + list(put)
                new_tags += ["O"] * (start - at) + [f"B-{kind}"] + [f"I-{kind}"] * (len(put) - 1)
                at = end
            sentences.append(new_words + words[at:])
            tags.append(to_bioes(new_tags + ["O"] * (len(words) - at)))
        return Document(sentences, tags, document.corpus)
