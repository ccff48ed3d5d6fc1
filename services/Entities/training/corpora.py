"""Reads the training corpora: TSV files of token and BIO2 tag."""

from dataclasses import dataclass
from pathlib import Path

from network import MAX_SENTENCE
from tags import to_bioes


@dataclass
class Document:
    words: list         # sentences of words
    labels: list        # sentences of label indices
    corpus: str
    soft: list = None   # teachers' probabilities of every sentence [T, 17]; None: no teacher


def read(path):
    """Documents of a file. Without -DOCSTART- lines every sentence is a document; long sentences are cut."""
    corpus = Path(path).name.split(".")[0]
    documents, sentences, words, tags = [], [], [], []
    has_documents = False

    def end_sentence():
        nonlocal words, tags
        for at in range(0, len(words), MAX_SENTENCE):
            sentences.append((words[at: at + MAX_SENTENCE], to_bioes(tags)[at: at + MAX_SENTENCE]))
        words, tags = [], []

    def end_document():
        nonlocal sentences
        if sentences:
            documents.append(Document([s[0] for s in sentences], [s[1] for s in sentences], corpus))
        sentences = []

    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("-DOCSTART-"):
                has_documents = True
                end_sentence()
                end_document()
            elif not line.strip():
                end_sentence()
                if not has_documents:
                    end_document()
            else:
                word, tag = line.split("\t")
                words.append(word)
                tags.append(tag)
    end_sentence()
    end_document()
    return documents


def folds_of(documents, folds):
    """The fold of every document, 0 to folds - 1. A fold is a run of a corpus's documents: neighbours tell of the same events."""
    totals, counts, out = {}, {}, []
    for document in documents:
        totals[document.corpus] = totals.get(document.corpus, 0) + 1
    for document in documents:
        n = counts[document.corpus] = counts.get(document.corpus, -1) + 1
        out.append(n * folds // totals[document.corpus])
    return out
