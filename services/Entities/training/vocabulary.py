"""What a network needs besides its weights: quantised vectors and the cased-word table's hashes."""

import collections

import numpy as np

from features import Featurizer, cased_hash, normalise

CASED_LIMIT = 12000
CASED_MINIMUM = 3


class Vocabulary:
    def __init__(self, embeddings_path, cased_hashes):
        data = np.load(embeddings_path)
        self.hashes, self.codes, self.scales, self.codebook = (data[k] for k in ("hashes", "codes", "scales", "codebook"))
        self.cased_hashes = np.asarray(cased_hashes, dtype=np.uint32)
        self.featurize = Featurizer(self.hashes, self.cased_hashes)

    def vectors(self):
        """Word vectors [N, 100] as the inference sees them."""
        return self.codebook[self.codes] * self.scales.astype(np.float32)[:, None]


def frequent_cased(documents):
    """Ascending hashes of the word forms that occur often enough in the documents' sentences of words."""
    counts = collections.Counter(word for document in documents for sentence in document for word in sentence)
    by_hash = collections.Counter()
    for word, n in counts.items():
        by_hash[cased_hash(normalise(word))] += n
    kept = [h for h, n in sorted(by_hash.items(), key=lambda item: (-item[1], item[0]))[:CASED_LIMIT] if n >= CASED_MINIMUM]
    return np.array(sorted(kept), dtype=np.uint32)
