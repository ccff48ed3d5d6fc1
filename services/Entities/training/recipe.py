"""From the corpora to a shipped model: `recipe.py full|open DATA EMBEDDINGS.npz WORK`.

Runs the steps of STEPS, each of which leaves WORK/MODEL-STEP.pt and is skipped when that is there; then calibrates, scores
and exports. DATA holds the corpora's TSV files.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

import corpora
from calibrate import calibrate, error_on
from distill import FOLDS, copied, soften
from evaluate import probabilities, score, tag
from export import export, header_of
from tags import TYPES
from train import WITHOUT_MISC, Settings, held_out, load, save, size_of, train, varied
from vocabulary import Vocabulary, frequent_cased

VERSION = "2026.11.2"
OPEN_CORPORA = ("gmb-part", "uner-ewt", "btc", "wnut17")
CORPORA = {"full": ("conll03", *OPEN_CORPORA), "open": OPEN_CORPORA}
LICENCES = {
    "full": "Trained on CoNLL-2003 (Reuters text, research use only) and open corpora: for research use; see MODEL_CARD.md",
    "open": "Trained on openly licensed corpora only: CC BY-SA 4.0; see MODEL_CARD.md",
}
NEWS_FIRST = {"conll03": 1.0, "gmb-part": 0.8, "uner-ewt": 0.6, "btc": 0.25, "wnut17": 0.2}
SHIPPED = {"hidden1": 128, "bridge": 128, "hidden2": 128}
LARGE = {"hidden1": 200, "bridge": 160, "hidden2": 200}

BASE = Settings(seed=1, epochs=24, batch_words=400, rate=2e-3, average=0.9993, exchange=0.1, dimensions=SHIPPED, shares=NEWS_FIRST,
                dropout={"hidden": 0.4, "input": 0.3, "recurrent": 0.15})
OPEN = Settings(seed=1, epochs=18, batch_words=400, rate=2e-3, average=0.999, exchange=0.2, dimensions=SHIPPED,
                shares={"gmb-part": 1.0, "uner-ewt": 1.0, "btc": 0.25, "wnut17": 0.2},
                dropout={"hidden": 0.4, "input": 0.3, "recurrent": 0.15})
TEACHER = Settings(seed=5, epochs=8, batch_words=500, average=0.998, exchange=0.05, unpooled=0.1, dimensions=LARGE,
                   shares={"conll03": 1.0, "gmb-part": 0.5, "uner-ewt": 0.4, "btc": 0.1, "wnut17": 0.05},
                   dropout={"hidden": 0.5, "input": 0.3, "recurrent": 0.15},
                   case={"upper": 0.04, "lower": 0.01, "headline": 0.1})
STUDENT = Settings(seed=31, epochs=8, batch_words=500, rate=1.5e-3, average=0.999, told_style=0.0, soft_weight=0.35,
                   dimensions=SHIPPED, shares=NEWS_FIRST, dropout={"hidden": 0.4, "input": 0.3, "recurrent": 0.15})


@dataclass
class Step:
    name: str
    settings: Settings = None
    start: str = None           # the step whose weights it starts from
    fold: int = None            # learns from all documents but those of this fold
    taught: bool = False        # learns from soft labels of the teachers as well
    with_dev: bool = False      # learns from conll03.dev as well


TEACHERS = [f"teacher{k}" for k in range(FOLDS)]

STEPS = {
    "full": [Step("base", BASE),
             *(Step(name, replace(TEACHER, seed=TEACHER.seed + k), fold=k) for k, name in enumerate(TEACHERS)),
             Step("student", STUDENT, "base", taught=True), Step("last", STUDENT, "base", taught=True, with_dev=True)],
    "open": [Step("base", OPEN)],
}
JUDGED = {"full": "student", "open": "base"}        # the step that is calibrated and judged on conll03.dev: has not learned from it


def reporter(name, epochs, dev, featurize):
    def report(model, epoch, loss, seconds):
        row = {"network": name, "epoch": epoch, "loss": round(loss, 4), "seconds": round(seconds)}
        if epoch % 4 == 3 or epoch + 1 == epochs:
            row["dev"] = round(score(dev, tag([model], dev, featurize))["all"][2], 2)
        print(json.dumps(row), flush=True)
    return report


def run_step(step, path_of, documents, dev, vocabulary, embeddings):
    network = lambda name: load(path_of(name), embeddings)[0]
    settings = step.settings
    folds = corpora.folds_of(documents, FOLDS)
    if step.fold is not None:
        documents = [d for d, fold in zip(documents, folds) if fold != step.fold]
    if step.with_dev:
        documents, folds = documents + dev, folds + [None] * len(dev)
    source = varied(documents, settings)
    if step.taught:
        source = copied(soften(documents, folds, [network(name) for name in TEACHERS], vocabulary.featurize, settings), settings)
    start = network(step.start).state_dict() if step.start else None
    report = reporter(step.name, settings.epochs, dev, vocabulary.featurize)
    model = train(source, size_of(documents, settings), vocabulary, settings, report, start)
    save(path_of(step.name), model, vocabulary, settings)


def changed(documents, change):
    return [corpora.Document([[change(w) for w in s] for s in d.words], d.labels, d.corpus) for d in documents]


def figures(model, sets, featurize):
    """{set: {type: [P, R, F1]}}; MISC only where the set annotates it."""
    out = {}
    for name, (documents, pooled) in sets.items():
        types = TYPES[:3] if documents[0].corpus in WITHOUT_MISC else TYPES
        found = score(documents, tag([model], documents, featurize, 0, pooled), types)
        out[name] = {t: [round(v, 1) for v in f] for t, f in found.items()}
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=STEPS)
    parser.add_argument("data", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--until", help="stop after this step")
    options = parser.parse_args()
    torch.set_num_threads(1)
    name = options.model
    path_of = lambda step: options.work / f"{name}-{step}.pt"
    kept, held = held_out([d for c in CORPORA[name] for d in corpora.read(options.data / f"{c}.train.tsv")])
    dev = corpora.read(options.data / "conll03.dev.tsv")
    vocabulary = Vocabulary(options.embeddings, frequent_cased([d.words for d in kept]))
    for step in STEPS[name]:
        if not path_of(step.name).exists():
            run_step(step, path_of, kept, dev, vocabulary, options.embeddings)
        if step.name == options.until:
            return

    wnut = corpora.read(options.data / "wnut17.dev.tsv")
    sets = {"conll03.dev": (dev, True), "conll03.dev, single sentences": (dev, False),
            "conll03.dev, capitals": (changed(dev, str.upper), True), "conll03.dev, small": (changed(dev, str.lower), True),
            "wnut17.dev": (wnut, True),
            **{f"{c}, held out": ([d for d in held if d.corpus == c], True) for c in OPEN_CORPORA}}
    judged, shipped = (load(path_of(step), options.embeddings)[0] for step in (JUDGED[name], STEPS[name][-1].name))
    scores = lambda model, documents: [[np.log(p + 1e-12) for p in d] for d in probabilities([model], documents, vocabulary.featurize)]
    calibration, error = calibrate(dev, scores(judged, dev))
    errors = {"conll03.dev": error, **{s: error_on(sets[s][0], scores(shipped, sets[s][0]), calibration)
                                       for s in sets if "held out" in s}}
    header = header_of(shipped, vocabulary, f"en-{name}", VERSION, LICENCES[name], calibration)
    size = export(shipped, vocabulary, 0, header, options.work / f"en-{name}.ner", options.work / f"en-{name}.reference.json")
    result = {"bytes": size, "expected calibration error": {k: round(e, 4) for k, e in errors.items()}, "calibration": calibration,
              "figures": {"held out": figures(judged, sets, vocabulary.featurize), "file": figures(shipped, sets, vocabulary.featurize)}}
    (options.work / f"en-{name}.figures.json").write_text(json.dumps(result, indent=1))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
