"""From words to weighted n-grams: normalisation and hashing exactly as in NewsMesh.Ingest/Language (LetterBuffer.cs,
NGramHash.cs)."""
import re
from collections import Counter

LONGEST = 5
# Longer runs of letters are cut here; the detector does the same.
LONGEST_WORD = 40

# The Serbian standard's one-to-one and one-to-two correspondence of its two alphabets.
SERBIAN = str.maketrans(dict(zip(
    "абвгдђежзијклљмнњопрстћуфхцчџш",
    "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split())))


def normalise(text):
    """Lower case, one code unit to one; the comma and cedilla forms of Romanian letters become one."""
    lowered = "".join(c if len(c.lower()) > 1 else c.lower() for c in text.replace("İ", "i"))
    return lowered.translate({0x163: 0x21B, 0x219: 0x15F})


def words(text, letters):
    return re.findall(f"[{letters}]{{1,{LONGEST_WORD}}}", text)


def serbian_latin(text):
    return text.translate(SERBIAN)


def fnv1a(gram):
    """32-bit FNV-1a over UTF-16 code units, each as one step (all letters here are in the Basic Multilingual Plane)."""
    value = 2166136261
    for c in gram:
        value = (value ^ ord(c)) * 16777619 & 0xFFFFFFFF
    return value


def grams(weighted_words):
    """Share of each 1- to 5-gram among those of its length; a word's ends count as a space."""
    counts = [Counter() for _ in range(LONGEST + 1)]
    for word, weight in weighted_words.items():
        padded = f" {word} "
        for n in range(1, LONGEST + 1):
            for i in range(len(padded) - n + 1):
                counts[n][padded[i:i + n]] += weight
    del counts[1][" "]
    shares = {}
    for counter in counts[1:]:
        total = sum(counter.values())
        for gram, weight in counter.items():
            shares[gram] = weight / total
    return shares
