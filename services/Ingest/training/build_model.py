#!/usr/bin/env python3
"""Builds the language model: build_model.py SOURCES_FOLDER OUTPUT_FILE  (Python 3 standard library alone).

The model holds, for the most telling n-grams of each script, log p(n-gram | language) / p(n-gram), smoothed
so that one n-gram can never say more than a bounded amount. See services/Ingest/README.md.
"""
import hashlib
import heapq
import math
import struct
import sys
import zlib
from collections import Counter
from pathlib import Path

import ngrams
import sources
from languages import GROUPS

# What share of a class's word mass each kind of source gives (renormalised where one is missing).
# Running text carries the real frequencies but talks of rights, battles and programs; word lists bring
# the vocabulary of the web without frequencies; stop words tie down what every text is made of.
BLEND = {"udhr": 0.25, "wesnoth": 0.30, "help": 0.15, "words": 0.20, "cldr": 0.02, "stopwords": 0.08}

# Word counts of running text are raised to this power: a source's pet words (file, human, attack) weigh less.
DAMPING = 0.75

# A share of every class's mass that is spread like the average of all classes. It bounds the log ratio from
# below (ln 0.02 = -3.9): smaller makes thin sources reject words they merely have not seen.
SMOOTHING = 0.02

# A class holds this many of its most frequent n-grams; the tail of rare ones would only take memory.
GRAMS_HELD = 60000

# The n-grams kept are picked from this many times as many of the most frequent: rarer ones can't be the most telling.
CANDIDATES = 10

# Steps of the stored ratio: 1/4 of a nat. Finer steps only make the file larger.
QUANTUM = 4

# Words taken of a word list, evenly spread over its alphabet: more only makes the build slower.
LISTED_WORDS = 30000

FORMAT = 1


def readers(root, row):
    modules = Path(root) / "node_modules"

    def each(read, folder, names):
        return (text for name in names.split(",") for text in read(folder, name))
    wesnoth, pages = Path(root) / "usr/share/games/wesnoth", Path(root)
    return {
        "udhr": each(sources.udhr, modules / "udhr", row.udhr),
        "wesnoth": each(sources.gettext, wesnoth, row.translations),
        "help": each(sources.help_pages, pages, row.translations),
        "words": each(sources.word_list, Path(root) / "usr/share/tesseract-ocr", row.words),
        "cldr": each(sources.cldr, modules / "cldr-localenames-full", row.cldr),
        "stopwords": each(sources.stopwords, modules / "stopwords-iso", row.stopwords),
    }


def weighted_words(root, group, letters, row):
    """Words of one class with weights that sum to one."""
    parts = {}
    for kind, texts in readers(root, row).items():
        counts = Counter()
        for text in texts:
            text = ngrams.normalise(text)
            if row.code == "sr" and group == "Latin":
                text = ngrams.serbian_latin(text)
            counts.update(ngrams.words(text, letters))
        if kind in ("words", "stopwords"):
            counts = dict.fromkeys(spread(sorted(counts)), 1)
        if counts:
            parts[kind] = {word: count ** DAMPING for word, count in counts.items()}
    mass = sum(BLEND[kind] for kind in parts)
    blended = Counter()
    for kind, counts in parts.items():
        scale = BLEND[kind] / mass / sum(counts.values())
        for word, weight in counts.items():
            blended[word] += scale * weight
    sizes = " ".join(f"{kind}:{len(counts)}" for kind, counts in parts.items())
    print(f"  {group} {row.code}: {sizes}", file=sys.stderr)
    return blended


def spread(listed):
    return listed[::len(listed) // LISTED_WORDS + 1]


def held(share):
    return {gram: share[gram] for gram in heapq.nlargest(GRAMS_HELD, share, key=share.get)}


def frequent(share, number):
    return heapq.nsmallest(number, share, key=lambda gram: (-share[gram], gram))


def ratios(shares, candidates):
    """For every candidate: log of its smoothed share in each class over its mean share."""
    table = {}
    for gram in candidates:
        column = [share.get(gram, 0.0) for share in shares]
        mean = sum(column) / len(column)
        table[gram] = [math.log((1 - SMOOTHING) * p / mean + SMOOTHING) for p in column]
    return table


def select(shares, table, number):
    """The most telling n-grams of every class, by p(n-gram | class) * log ratio."""
    kept = set()
    for i, share in enumerate(shares):
        telling = [(-share[gram] * row[i], gram) for gram, row in table.items() if gram in share]
        kept.update(gram for _, gram in heapq.nsmallest(number, telling))
    return kept


def encode_group(rows, table, kept):
    keyed = {}
    for gram in sorted(kept):
        keyed.setdefault(ngrams.fnv1a(gram), table[gram])
    keys = sorted(keyed)
    out = bytearray(struct.pack("<B", len(rows)))
    for row in rows:
        out += struct.pack("<B", len(row.code)) + row.code.encode("ascii")
    out += struct.pack("<I", len(keys))
    out += struct.pack(f"<{len(keys)}I", *keys)
    for column in range(len(rows)):
        out += struct.pack(f"<{len(keys)}b", *(round(keyed[key][column] * QUANTUM) for key in keys))
    return out


def build(root):
    body = bytearray(struct.pack("<B", len(GROUPS)))
    for name, letters, rows, number in GROUPS:
        shares = [held(ngrams.grams(weighted_words(root, name, letters, row))) for row in rows]
        table = ratios(shares, set().union(*(frequent(share, CANDIDATES * number) for share in shares)))
        kept = select(shares, table, number)
        print(f"{name}: {len(rows)} classes, {len(kept)} of {len(table)} candidates kept", file=sys.stderr)
        body += encode_group(rows, table, kept)
    return bytes(body)


def main():
    root, output = sys.argv[1:]
    body = build(root)
    packed = zlib.compress(body, 9)
    Path(output).write_bytes(b"NMLI" + struct.pack("<B", FORMAT) + hashlib.sha256(body).digest()[:4] + packed)
    print(f"{len(body)} bytes, {len(packed)} packed, version {FORMAT}.{hashlib.sha256(body).hexdigest()[:8]}", file=sys.stderr)


if __name__ == "__main__":
    main()
