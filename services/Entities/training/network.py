"""The tagger's network (FORMAT.md, section 3) and its batches."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from embeddings import DIMENSIONS
from features import AFFIX_BUCKETS, SHAPE_BUCKETS
from lstm import BiLstm, Packing, gather, mask, sum_by_group, tape_dropout
from tags import LABELS

MAX_SENTENCE = 200


@dataclass
class Dimensions:
    affix: int = 8
    shape: int = 16
    cased: int = 24
    hidden1: int = 128
    bridge: int = 128
    hidden2: int = 128

    @property
    def input(self):
        return DIMENSIONS + 8 * self.affix + self.shape + self.cased


@dataclass
class Dropout:
    word: float = 0.05          # a word's embedding is replaced by the unknown vector
    cased: float = 0.3          # a word's row in the cased-word table is replaced by row 0
    input: float = 0.25
    hidden: float = 0.35
    recurrent: float = 0.1


class Batch:
    """Documents as packed sequences. Documents are lists of sentences, sentences lists of WordFeatures.

    pooled: for each document whether words are pooled. rows[d, s] are the packed rows of a sentence.
    """

    def __init__(self, documents, pooled):
        pieces = [(d, s, sentence) for d, document in enumerate(documents) for s, sentence in enumerate(document) if sentence]
        pieces.sort(key=lambda p: -len(p[2]))
        self.packing = Packing([len(p[2]) for p in pieces])
        self.rows = {(d, s): self.packing.positions(i) for i, (d, s, _) in enumerate(pieces)}
        types, type_of, groups, group_of = {}, np.empty(self.packing.rows, np.int64), {}, np.empty(self.packing.rows, np.int64)
        words = []
        for i, (d, s, sentence) in enumerate(pieces):
            for t, (row, word) in enumerate(zip(self.rows[d, s], sentence)):
                known = types.setdefault((d, word.normal), len(words))
                if known == len(words):
                    words.append(word)
                type_of[row] = known
                group_of[row] = groups.setdefault((d, word.key) if pooled[d] else (d, s, t), len(groups))
        self.embedding = np.array([w.embedding for w in words])
        self.affixes = torch.tensor([w.affixes for w in words])
        self.shape = torch.tensor([w.shape_row for w in words])
        self.cased = torch.tensor([w.cased for w in words])
        self.type_of = torch.from_numpy(type_of)
        self.group_of = torch.from_numpy(group_of)
        self.groups = len(groups)

    def scatter(self, per_sentence, width, dtype):
        """Rows [N, width] from {(document, sentence): array [T, width]}."""
        out = np.zeros((self.packing.rows, width), dtype)
        for key, rows in self.rows.items():
            out[rows] = per_sentence[key]
        return torch.from_numpy(out)


def mean_by_group(x, group_of, groups):
    """The mean of the rows of every group."""
    total = sum_by_group(x, group_of, groups)
    count = torch.bincount(group_of, minlength=groups).to(x.dtype)
    return total / count[:, None]


def locked_dropout(x, rate, packing, training):
    """Dropout with one mask for all words of a sequence (Gal and Ghahramani 2016)."""
    if not training or not rate:
        return x
    return x * mask(rate, int(packing.batch[0]), x.shape[1]).index_select(0, packing.sequence)


class Tagger(nn.Module):
    def __init__(self, dimensions, vectors, cased_words, dropouts=None, styles=1):
        """vectors: frozen word vectors [N, 100] (numpy); styles: number of annotation conventions told apart in training."""
        super().__init__()
        self.dimensions = dimensions
        self.dropouts = dropouts or Dropout()
        self.vectors = vectors
        d = dimensions
        self.unknown = nn.Parameter(torch.zeros(DIMENSIONS))
        self.affix = nn.Parameter(torch.randn(AFFIX_BUCKETS, d.affix) * 0.1)
        self.shape = nn.Parameter(torch.randn(SHAPE_BUCKETS, d.shape) * 0.2)
        self.cased = nn.Parameter(torch.randn(cased_words + 1, d.cased) * 0.1)
        self.lstm1 = BiLstm(d.input, d.hidden1)
        self.bridge_state = nn.Parameter(nn.init.xavier_uniform_(torch.empty(2 * d.hidden1, d.bridge)))
        self.bridge_pool = nn.Parameter(nn.init.xavier_uniform_(torch.empty(2 * d.hidden1, d.bridge)))
        self.bridge_bias = nn.Parameter(torch.zeros(d.bridge))
        self.style = nn.Parameter(torch.zeros(styles, d.bridge))
        self.lstm2 = BiLstm(d.bridge, d.hidden2)
        self.output = nn.Linear(2 * d.hidden2, len(LABELS))

    def inputs(self, batch):
        """Input vectors [U, D] of the batch's word types."""
        drop = self.dropouts
        found = torch.from_numpy(batch.embedding >= 0)
        if self.training:
            found &= torch.rand(len(found)) >= drop.word
        vectors = torch.from_numpy(self.vectors[np.maximum(batch.embedding, 0)])
        embedding = torch.where(found[:, None], vectors, self.unknown)
        cased = batch.cased
        if self.training:
            cased = cased * (torch.rand(len(cased)) >= drop.cased)
        affix = gather(self.affix, batch.affixes.reshape(-1)).reshape(len(cased), -1)
        x = torch.cat([embedding, affix, gather(self.shape, batch.shape), gather(self.cased, cased)], dim=1)
        return tape_dropout(x, drop.input) if self.training else x

    def layers(self, batch, style=0):
        """Every layer's values by name, rows packed. style: one index, or one for each row."""
        drop, training = self.dropouts, self.training
        x = self.inputs(batch)
        packing = batch.packing
        h1 = locked_dropout(self.lstm1(x, packing, batch.type_of, drop.recurrent), drop.hidden, packing, training)
        pool = mean_by_group(h1, batch.group_of, batch.groups)
        pooled = gather(pool @ self.bridge_pool, batch.group_of)
        z = h1 @ self.bridge_state + pooled + self.bridge_bias + self.style[style]
        bridge = locked_dropout(torch.relu(z), drop.hidden / 2, packing, training)
        h2 = locked_dropout(self.lstm2(bridge, packing, None, drop.recurrent), drop.hidden, packing, training)
        return {"input": x[batch.type_of], "h1": h1, "pool": pool[batch.group_of], "bridge": bridge, "h2": h2,
                "logits": self.output(h2)}

    def forward(self, batch, style=0):
        return self.layers(batch, style)["logits"]
