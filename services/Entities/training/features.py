"""Features of a word: normal form, hashes, table rows. The definitions are in FORMAT.md, section 2."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

AFFIX_BUCKETS = 16384
SHAPE_BUCKETS = 512
SHAPE_LENGTH = 10
MASK = 0xFFFFFFFF
SEED_EMBEDDING, SEED_SHAPE, SEED_CASED = 0, 9, 10

_REPLACED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f", ""),
    "\u2026": "...",
    "\u00a0": " ",
}


def units(text):
    """The UTF-16 code units of text, as a list of one-unit strings (surrogates stay single)."""
    if text.isascii():
        return list(text)
    raw = text.encode("utf-16-le", "surrogatepass")
    return [chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2)]


def joined(word):
    """The text of a list of code units."""
    return "".join(word).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def normalise(text):
    """The normal form of a word, as a list of code units; never empty unless text is."""
    normal = [n for u in units(text) for n in _REPLACED.get(u, u)]
    if normal == ["'", "'"]:
        normal = ['"']
    return normal or units(text)


@lru_cache(maxsize=None)
def category(unit):
    return unicodedata.category(unit)


@lru_cache(maxsize=None)
def lower_unit(unit):
    small = unit.lower()
    return small if len(small) == 1 else unit


def lower(word):
    return [lower_unit(u) for u in word]


def digits_to_zero(word):
    return ["0" if category(u) == "Nd" else u for u in word]


def hash_units(word, seed):
    """32-bit FNV-1a over code units with the finaliser of MurmurHash3."""
    h = 2166136261 ^ (seed * 0x9E3779B9 & MASK)
    for u in word:
        h = (h ^ ord(u)) * 16777619 & MASK
    h ^= h >> 16
    h = h * 0x85EBCA6B & MASK
    h ^= h >> 13
    h = h * 0xC2B2AE35 & MASK
    return h ^ h >> 16


def shape_of(word):
    """The shape string: X upper, x lower, d digit, o other letter, runs cut to two, at most ten characters."""
    shape = []
    for u in word:
        kind = category(u)
        c = ("X" if kind == "Lu" else "x" if kind == "Ll" else "d" if kind == "Nd" else "o" if kind[0] == "L"
             else u if ord(u) < 128 else "?")
        if len(shape) < 2 or not shape[-1] == shape[-2] == c:
            shape.append(c)
    return "".join(shape[:SHAPE_LENGTH])


def embedding_keys(small):
    """The hashes under which a word's vector is looked for, in order; small is its lower form."""
    keys = [hash_units(small, SEED_EMBEDDING)]
    if len(small) > 2 and small[-1] == "." and small.count(".") == 1:
        keys.append(hash_units(small[:-1], SEED_EMBEDDING))
    if small[-1] != "-" and "-" in small[1:]:
        cut = len(small) - small[::-1].index("-")
        keys.append(hash_units(small[cut:], SEED_EMBEDDING))
    return keys


@dataclass(frozen=True)
class WordFeatures:
    normal: str
    embedding: int      # row, -1 where the word has no vector
    affixes: tuple      # 8 rows: prefixes 1..4, suffixes 1..4
    shape: str
    shape_row: int
    cased: int          # row of the cased-word table, 0 where the word is not in it
    key: tuple          # (lower form, has an upper-case letter): words with one key are pooled


class Featurizer:
    """Words to features. embedding_hashes and cased_hashes are ascending sequences of 32-bit hashes."""

    def __init__(self, embedding_hashes, cased_hashes):
        self._embedding = {int(h): i for i, h in enumerate(embedding_hashes)}
        self._cased = {int(h): i + 1 for i, h in enumerate(cased_hashes)}
        self._known = {}

    def __call__(self, word):
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._compute(word)
        return found

    def _compute(self, word):
        normal = normalise(word)
        small = lower(normal)
        affix = digits_to_zero(small)
        rows = [hash_units(affix[:n], n) for n in range(1, 5)] + [hash_units(affix[-n:], 4 + n) for n in range(1, 5)]
        shape = shape_of(normal)
        embedding = next((self._embedding[k] for k in embedding_keys(small) if k in self._embedding), -1)
        return WordFeatures(
            normal=joined(normal),
            embedding=embedding,
            affixes=tuple(r % AFFIX_BUCKETS for r in rows),
            shape=shape,
            shape_row=hash_units(shape, SEED_SHAPE) % SHAPE_BUCKETS,
            cased=self._cased.get(cased_hash(normal), 0),
            key=(joined(small), any(category(u) == "Lu" for u in normal)),
        )


def cased_hash(normal):
    return hash_units(digits_to_zero(normal), SEED_CASED)
