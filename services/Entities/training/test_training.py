"""Tests of the training code: `/usr/bin/python3 -m unittest` in this folder."""

import hashlib
import itertools
import json
import random
import struct
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path
from unittest import mock

import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence

import distill
from augment import NameExchange
from calibrate import calibrate, error_on, expected_error, fit_table
from corpora import Document, folds_of, read
from features import Featurizer, hash_units, joined, normalise, shape_of
from lstm import BiLstm, Packing, gather, sum_by_group
from model_file import write_model
from tags import LABELS, decode, spans, to_bio, to_bioes
from train import Settings, size_of, train, varied
from vocabulary import Vocabulary


class LstmTests(unittest.TestCase):
    def test_equals_the_framework_s_lstm_with_gradients(self):
        torch.manual_seed(3)
        packing, width, hidden = Packing([9, 9, 5, 2, 1]), 7, 16
        ours, theirs = BiLstm(width, hidden), nn.LSTM(width, hidden, bidirectional=True)
        with torch.no_grad():
            for direction, suffix in enumerate(("", "_reverse")):
                part = slice(4 * hidden * direction, 4 * hidden * (direction + 1))
                getattr(theirs, "weight_ih_l0" + suffix).copy_(ours.input[:, part].t())
                getattr(theirs, "weight_hh_l0" + suffix).copy_(ours.recurrent[direction].t())
                getattr(theirs, "bias_ih_l0" + suffix).copy_(ours.bias[part])
                getattr(theirs, "bias_hh_l0" + suffix).zero_()
        x = torch.randn(packing.rows, width, requires_grad=True)
        weight = torch.randn(packing.rows, 2 * hidden)
        one, other = ours(x, packing), theirs(PackedSequence(x, torch.from_numpy(packing.batch.astype(np.int64))))[0].data
        self.assertLess((one - other).abs().max().item(), 1e-5)
        for a, b in zip(torch.autograd.grad((one * weight).sum(), [x, ours.recurrent[0], ours.recurrent[1]]),
                        torch.autograd.grad((other * weight).sum(), [x, theirs.weight_hh_l0, theirs.weight_hh_l0_reverse])):
            self.assertLess((a - (b if a.shape == b.shape else b.t())).abs().max().item(), 1e-4)

    def test_groups_have_the_gradients_of_the_plain_formulas(self):
        index, x = torch.tensor([0, 1, 0, 2, 1, 0]), torch.randn(6, 4, requires_grad=True)
        weight = torch.randn(3, 4)
        table = torch.randn(3, 4, requires_grad=True)
        for ours, plain, of, weight in ((sum_by_group(x, index, 3), torch.stack([x[index == g].sum(0) for g in range(3)]), x, weight),
                                        (gather(table, index), table[index], table, torch.randn(6, 4))):
            self.assertTrue(torch.allclose(ours, plain))
            a, b = (torch.autograd.grad((y * weight).sum(), of)[0] for y in (ours, plain))
            self.assertTrue(torch.allclose(a, b))


class FeatureTests(unittest.TestCase):
    def test_normal_forms(self):
        for word, normal in (("\u2019s", "'s"), ("North\u00adgate", "Northgate"), ("\u2026", "..."), ("''", '"'), ("\u00ad", "\u00ad"),
                             ("\U0001f600", "\U0001f600"), ("\u2014", "-")):
            self.assertEqual(joined(normalise(word)), normal)

    def test_shapes(self):
        for word, shape in (("McDonald", "XxXxx"), ("U.S.-led", "X.X.-xx"), ("1996-08-22", "dd-dd-dd"), ("\u0130zmir", "Xxx")):
            self.assertEqual(shape_of(list(word)), shape)

    def test_embedding_is_found_without_full_stop_and_after_the_hyphen(self):
        hashes = sorted(hash_units(w, 0) for w in ("corp", "led"))
        find = Featurizer(hashes, [])
        row = {w: hashes.index(hash_units(w, 0)) for w in ("corp", "led")}
        self.assertEqual([find(w).embedding for w in ("Corp.", "U.S.-led", "Led-", "zzz")], [row["corp"], row["led"], -1, -1])


class TagTests(unittest.TestCase):
    def test_decoding_finds_the_best_allowed_path(self):
        scores = np.random.RandomState(5).randn(3, len(LABELS)) * 2

        def allowed(path):
            tags = to_bio(path)
            return to_bioes(tags) == list(path)

        best = max((p for p in itertools.product(range(len(LABELS)), repeat=3) if allowed(p)),
                   key=lambda p: sum(scores[t, k] for t, k in enumerate(p)))
        self.assertEqual(decode(scores), list(best))

    def test_round_trip(self):
        bio = ["B-PER", "I-PER", "B-PER", "O", "B-LOC", "I-LOC", "I-LOC"]
        self.assertEqual(to_bio(to_bioes(bio)), bio)
        self.assertEqual(spans(to_bioes(bio)), [(0, 2, "PER"), (2, 3, "PER"), (4, 7, "LOC")])


class DataTests(unittest.TestCase):
    def test_a_file_without_documents_is_a_list_of_sentences(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.train.tsv"
            path.write_text("Oslo\tB-LOC\n.\tO\n\nYes\tO\n")
            self.assertEqual([d.words for d in read(path)], [[["Oslo", "."]], [["Yes"]]])
            path.write_text("-DOCSTART-\tO\n\nOslo\tB-LOC\n\nYes\tO\n")
            self.assertEqual([d.words for d in read(path)], [[["Oslo"], ["Yes"]]])

    def test_exchanged_names_keep_their_type_and_one_name_stays_one(self):
        document = Document([["Ann", "Lee", "met", "Bo"], ["Ann", "Lee", "left"]],
                            [to_bioes(["B-PER", "I-PER", "O", "B-PER"]), to_bioes(["B-PER", "I-PER", "O"])], "x")
        changed = NameExchange([document])(document, random.Random(2), 1.0)
        found = [[(s[0], tuple(words[s[0]:s[1]]), s[2]) for s in spans(labels)] for words, labels in zip(changed.words, changed.labels)]
        self.assertEqual([[kind for _, _, kind in f] for f in found], [["PER", "PER"], ["PER"]])
        self.assertEqual(found[0][0][1], found[1][0][1])

    def test_model_file_can_be_read_back(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.ner"
            weights = np.arange(6, dtype=np.float16).reshape(2, 3)
            size = write_model(path, {"name": "x"}, {"a": weights, "b": np.array([7], dtype=np.uint32)})
            raw = path.read_bytes()
            version, length, stated = struct.unpack("<IIQ", raw[8:24])
            header = json.loads(raw[64: 64 + length])
            self.assertEqual((raw[:8], version, stated, size), (b"NMNER\r\n\x1a", 1, len(raw), len(raw)))
            self.assertEqual(hashlib.sha256(raw[64:]).digest(), raw[24:56])
            entry = header["tensors"][0]
            self.assertEqual(entry["offset"] % 64, 0)
            self.assertTrue((np.frombuffer(raw, np.float16, 6, entry["offset"]).reshape(entry["shape"]) == weights).all())


class SoftLabelTests(unittest.TestCase):
    def test_a_document_is_labelled_by_the_teachers_that_did_not_learn_from_it(self):
        documents = [Document([[f"w{i}"]], [[0]], corpus) for corpus in ("conll03", "btc") for i in range(6)]
        folds = folds_of(documents, 3)
        self.assertEqual(folds, [0, 0, 1, 1, 2, 2] * 2)
        documents, folds = documents + [Document([["later"]], [[0]], "conll03")], folds + [None]
        labelled = {}

        def probabilities(teachers, run, featurize):
            labelled.update({d.words[0][0].lower(): teachers for d in run})
            return [[np.full((1, len(LABELS)), 1 / len(LABELS))] for d in run]

        with mock.patch.object(distill, "probabilities", probabilities):
            copies = distill.soften(documents, folds, ["t0", "t1", "t2"], None, Settings())
        self.assertEqual(labelled, {"w0": ["t0"], "w1": ["t0"], "w2": ["t1"], "w3": ["t1"], "w4": ["t2"], "w5": ["t2"],
                                    "later": ["t0", "t1", "t2"]})
        self.assertEqual([d.corpus for d in copies[0] if d.soft is None], ["btc"] * 6)


class TrainingTests(unittest.TestCase):
    def test_the_same_seed_gives_the_same_weights_whatever_was_trained_before(self):
        words = ["Ann", "met", "Bo", "in", "Oslo"]
        documents = [Document([words] * 2, [to_bioes(["B-PER", "O", "B-PER", "O", "B-LOC"])] * 2, "conll03")] * 4
        settings = Settings(epochs=1, batch_words=10, dimensions={"hidden1": 16, "bridge": 16, "hidden2": 16})
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "embeddings.npz"
            hashes = np.array(sorted(hash_units(w.lower(), 0) for w in words), dtype=np.uint32)
            np.savez(path, hashes=hashes, codes=np.zeros((5, 100), np.uint8), scales=np.ones(5, np.float16), codebook=np.ones(16, np.float32))
            vocabulary = Vocabulary(path, [])
        weights = lambda of: train(varied(documents, of), size_of(documents, of), vocabulary, of, lambda *_: None).output.weight
        first, other, again = (weights(s) for s in (settings, replace(settings, seed=2, dropout={"hidden": 0.5}), settings))
        self.assertTrue(torch.equal(first, again))
        self.assertFalse(torch.equal(first, other))


class CalibrationTests(unittest.TestCase):
    def test_table_rises_and_mends_overconfidence(self):
        draw = np.random.RandomState(1)
        chances = draw.uniform(0.3, 1, 4000)
        right = (draw.uniform(0, 1, 4000) < chances * 0.8).astype(float)
        x, y = fit_table(chances, right)
        self.assertEqual(y, sorted(y))
        self.assertGreater(expected_error(chances, right), 0.1)
        self.assertLess(expected_error(np.interp(chances, x, y), right), 0.03)

    def test_the_error_of_a_set_is_that_of_tables_fitted_without_each_fold(self):
        """One mention a document, in the same place; the chance says nothing of which are right."""
        draw = np.random.RandomState(2)
        person = LABELS.index("S-PER")
        documents = [Document([["x"]], [[person if draw.uniform() < 0.7 else 0]], "x") for _ in range(3000)]
        scores = []
        for chance in draw.uniform(0.55, 1, len(documents)):
            row = np.full((1, len(LABELS)), (1 - chance) / (len(LABELS) - 1))
            row[0, person] = chance
            scores.append([np.log(row)])
        calibration, error = calibrate(documents, scores)
        self.assertLess(error, 0.03)
        self.assertLess(error_on(documents, scores, calibration), error + 0.01)
        wrong = [Document(d.words, [[0]], "x") for d in documents]
        self.assertGreater(error_on(wrong, scores, calibration), 0.6)


if __name__ == "__main__":
    unittest.main()
