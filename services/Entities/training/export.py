"""Writes a trained network as a model file, and reference values for the tests of the inference."""

import json

import numpy as np
import torch

from model_file import RULES_VERSION, write_model
from network import MAX_SENTENCE, Batch
from tags import LABELS, decode, spans

WINDOW = 8192

# Written for this project. Awkward words on purpose: other quotes and dashes, soft hyphens, emoji, digits, equal words in other case.
REFERENCE = [
    "MINISTER QUITS AFTER NORTHGATE INQUIRY",
    "Ingrid Halvorsen , the Norwegian transport minister , quit on Tuesday in Oslo after the Northgate Group \u2019s books were published .",
    "Mrs. Halvorsen told the Bergen Courier the U.K.-based firm \u201c did n\u2019t pay \u201d 4.5 million \u2026",
    "'' North\u00adgate \u2014 and northgate \u2013 is not above the law , '' said Tom\u00e1s \u00d3 Briain of \u0130zmir .",
    "\U0001f600 \u00ad #Northgate won the 2019 Fjord Prize",
    "Northgate",
]


def rounded_to_half(model):
    """Rounds every weight that the file stores in half precision, in place."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "bias" not in name and name != "style":
                weight.copy_(weight.half().float())
    return model


def tensors_of(model, vocabulary, style):
    half = lambda p: p.detach().numpy().astype(np.float16)
    full = lambda p: p.detach().numpy().astype(np.float32)
    codes = vocabulary.codes
    out = {
        "embedding.hashes": vocabulary.hashes,
        "embedding.codes": codes[:, 0::2] | codes[:, 1::2] << 4,
        "embedding.scales": vocabulary.scales,
        "embedding.unknown": half(model.unknown),
        "affix.table": half(model.affix),
        "shape.table": half(model.shape),
        "cased.hashes": vocabulary.cased_hashes,
        "cased.table": half(model.cased),
    }
    for name, layer in (("lstm1", model.lstm1), ("lstm2", model.lstm2)):
        out[f"{name}.input"] = half(layer.input)
        out[f"{name}.bias"] = full(layer.bias)
        out[f"{name}.recurrent.forward"] = half(layer.recurrent[0])
        out[f"{name}.recurrent.backward"] = half(layer.recurrent[1])
    out["bridge.state"] = half(model.bridge_state)
    out["bridge.pool"] = half(model.bridge_pool)
    out["bridge.bias"] = full(model.bridge_bias + model.style[style])
    out["output.weight"] = half(model.output.weight.t())
    out["output.bias"] = full(model.output.bias)
    return out


def header_of(model, vocabulary, name, version, licence, calibration):
    d = model.dimensions
    return {
        "name": name, "modelVersion": version, "languages": ["en"], "licence": licence, "rules": RULES_VERSION,
        "labels": list(LABELS),
        "architecture": {
            "kind": "bilstm-pool-bilstm", "embedding": vocabulary.codes.shape[1], "affixBuckets": model.affix.shape[0],
            "affix": d.affix, "shapeBuckets": model.shape.shape[0], "shape": d.shape, "cased": d.cased, "hidden1": d.hidden1,
            "bridge": d.bridge, "hidden2": d.hidden2, "pool": "mean", "maxSentence": MAX_SENTENCE, "window": WINDOW,
        },
        "codebook": [float(v) for v in vocabulary.codebook],
        "calibration": calibration,
    }


def confidence(logits, labels, span, calibration):
    """Calibrated confidence of a mention: FORMAT.md, section 3.9."""
    scaled = logits / calibration["temperature"]
    chance = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    chance /= chance.sum(axis=1, keepdims=True)
    lowest = min(chance[t, labels[t]] for t in range(span[0], span[1]))
    return float(np.interp(lowest, calibration["x"], calibration["y"]))


def _numbers(array):
    return [[round(float(v), 5) for v in row] for row in array]


def reference_of(model, vocabulary, style, header):
    """Every layer's values for the reference document, as FORMAT.md, section 4, describes."""
    sentences = [s.split() for s in REFERENCE]
    document = [[vocabulary.featurize(w) for w in s] for s in sentences]
    batch = Batch([document], [True])
    model.eval()
    with torch.no_grad():
        layers = {k: v.numpy() for k, v in model.layers(batch, style).items()}
    order = np.concatenate([batch.rows[0, s] for s in range(len(sentences))])
    labels, mentions = [], []
    for s in range(len(sentences)):
        logits = layers["logits"][batch.rows[0, s]].astype(np.float64)
        chosen = decode(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))
        labels += [LABELS[k] for k in chosen]
        for span in spans(chosen):
            mentions.append({"sentence": s, "start": span[0], "end": span[1], "type": span[2],
                             "confidence": round(confidence(logits, chosen, span, header["calibration"]), 6)})
    return {
        "model": header["name"], "modelVersion": header["modelVersion"], "sentences": sentences,
        "features": [{"word": w, "normal": f.normal, "embeddingRow": f.embedding, "affixRows": list(f.affixes), "shape": f.shape,
                      "shapeRow": f.shape_row, "casedRow": f.cased, "poolKey": list(f.key)}
                     for s, d in zip(sentences, document) for w, f in zip(s, d)],
        "layers": {k: _numbers(v[order]) for k, v in layers.items()},
        "labels": labels, "confidences": mentions,
    }


def export(model, vocabulary, style, header, path, reference_path=None):
    """Writes the model file, and the reference where a path is given. Returns the file's size in bytes."""
    model = rounded_to_half(model)
    size = write_model(path, header, tensors_of(model, vocabulary, style))
    if reference_path:
        with open(reference_path, "w", encoding="utf-8") as file:
            json.dump(reference_of(model, vocabulary, style, header), file, ensure_ascii=False, separators=(",", ":"))
            file.write("\n")
    return size
