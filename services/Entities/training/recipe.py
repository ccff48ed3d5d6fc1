"""From the corpora to a shipped model: `recipe.py full|open DATA EMBEDDINGS.npz WORK [--with-dev]`.

Teachers, soft labels, student, calibration, export. Every stage leaves a file in WORK and is skipped when that is there.
"""

import argparse
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

import corpora
from calibrate import calibrate
from distill import copied, soften
from evaluate import probabilities, score, tag
from export import export, header_of
from tags import TYPES
from train import STYLES, WITHOUT_MISC, Settings, held_out, load, save, size_of, train, varied
from vocabulary import Vocabulary, frequent_cased

VERSION = "2026.11.1"
SHARES = {"conll03": 1.0, "gmb-part": 1.0, "uner-ewt": 1.0, "btc": 0.4, "wnut17": 0.3}
SHIPPED = {"hidden1": 128, "bridge": 128, "hidden2": 128}
FIRST = Settings(seed=1, epochs=12, batch_words=1600, rate=3e-3, average=0.998, shares=SHARES, dimensions=SHIPPED)
TEACHERS = [FIRST, replace(FIRST, exchange=0.15, dimensions={**SHIPPED, "document": True})]
# Starts from the first teacher. News weighs more here, and what is left of dropout is little: the soft labels regularise.
STUDENT = replace(FIRST, seed=11, epochs=14, rate=2.5e-3, told_style=0.0, soft_weight=0.6,
                  shares={"conll03": 1.0, "gmb-part": 0.8, "uner-ewt": 0.6, "btc": 0.25, "wnut17": 0.2, "re3d": 0.5},
                  dropout={"hidden": 0.25, "input": 0.15, "recurrent": 0.05})


@dataclass
class Recipe:
    corpora: tuple          # annotated
    unlabelled: tuple       # labelled by the teachers alone
    style: str              # the annotation convention that the teachers speak
    teachers: int
    licence: str


RECIPES = {
    "full": Recipe(("conll03", "gmb-part", "uner-ewt", "btc", "wnut17"), ("re3d",), "conll03", 2,
                   "Trained on CoNLL-2003 (Reuters text, research use only) and open corpora: for research use; see MODEL_CARD.md"),
    "open": Recipe(("gmb-part", "uner-ewt", "btc", "wnut17"), ("re3d",), "gmb-part", 2,
                   "Trained on openly licensed corpora only; weights CC BY-SA 4.0; see MODEL_CARD.md"),
}


def read_all(data, names):
    return [d for name in names for d in corpora.read(data / f"{name}.train.tsv")]


def reporter(name, dev, featurize, style):
    def report(model, epoch, loss, seconds):
        row = {"network": name, "epoch": epoch, "loss": round(loss, 4), "seconds": round(seconds)}
        if epoch % 3 == 2:
            row["dev"] = round(score(dev, tag([model], dev, featurize, style))["all"][2], 2)
        print(json.dumps(row), flush=True)
    return report


def teachers_of(name, recipe, kept, dev, vocabulary, embeddings, work):
    style = STYLES.index(recipe.style)
    models = []
    for number, settings in enumerate(TEACHERS[: recipe.teachers], 1):
        path = work / f"{name}-teacher{number}.pt"
        if not path.exists():
            model = train(varied(kept, settings), size_of(kept, settings), vocabulary, settings,
                          reporter(path.stem, dev, vocabulary.featurize, style))
            save(path, model, vocabulary, settings)
        models.append(load(path, embeddings)[0])
    return models


def figures(models, sets, featurize, style=0):
    """{set: {type: [P, R, F1]}}, with and without document pooling."""
    out = {}
    for name, documents in sets.items():
        types = TYPES[:3] if documents[0].corpus in WITHOUT_MISC else TYPES
        for suffix, pooled in (("", True), (" single sentences", False)):
            if pooled or name == "conll03.dev":
                found = score(documents, tag(models, documents, featurize, style, pooled), types)
                out[name + suffix] = {t: [round(v, 2) for v in f] for t, f in found.items()}
    return out


def changed(documents, change):
    return [corpora.Document([[change(w) for w in s] for s in d.words], d.labels, d.corpus) for d in documents]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=RECIPES)
    parser.add_argument("data", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--with-dev", action="store_true", help="final fit: the student also learns from conll03.dev (full only)")
    options = parser.parse_args()
    torch.set_num_threads(1)
    recipe, name, work = RECIPES[options.model], options.model, options.work
    kept, held = held_out(read_all(options.data, recipe.corpora))
    dev = corpora.read(options.data / "conll03.dev.tsv")
    vocabulary = Vocabulary(options.embeddings, frequent_cased([d.words for d in kept]))
    teachers = teachers_of(name, recipe, kept, dev, vocabulary, options.embeddings, work)
    style = STYLES.index(recipe.style)
    sets = {"conll03.dev": dev, "conll03.dev, capitals": changed(dev, str.upper), "conll03.dev, small": changed(dev, str.lower),
            "wnut17.dev": corpora.read(options.data / "wnut17.dev.tsv"),
            **{f"{c}, held out": [d for d in held if d.corpus == c] for c in sorted({d.corpus for d in held})}}

    student = work / f"{name}{'-with-dev' if options.with_dev else ''}.pt"
    if not student.exists():
        unlabelled = [replace(d, labels=None) for d in read_all(options.data, recipe.unlabelled)]
        taught = kept + unlabelled + (dev if options.with_dev else [])
        copies = soften(taught, teachers, vocabulary.featurize, style, STUDENT, STUDENT.seed)
        print(json.dumps({"soft labels": sum(map(len, copies))}), flush=True)
        model = train(copied(copies, STUDENT), size_of(taught, STUDENT), vocabulary, STUDENT,
                      reporter(student.stem, dev, vocabulary.featurize, 0), teachers[0].state_dict())
        save(student, model, vocabulary, STUDENT)
    model, _ = load(student, options.embeddings)
    calibration_path = work / f"{name}-calibration.json"
    if not options.with_dev:
        chances = [[np.log(p + 1e-12) for p in d] for d in probabilities([model], dev, vocabulary.featurize)]
        calibration, error = calibrate(dev, chances)
        calibration_path.write_text(json.dumps(calibration))
        print(json.dumps({"calibration": calibration, "expected error": round(error, 4)}), flush=True)
    calibration = json.loads(calibration_path.read_text())
    header = header_of(model, vocabulary, f"en-{name}", VERSION, recipe.licence, calibration)
    size = export(model, vocabulary, 0, header, work / f"en-{name}.ner", work / f"en-{name}.reference.json")
    result = {"bytes": size, "student": figures([model], sets, vocabulary.featurize),
              "teachers": figures(teachers, {"conll03.dev": dev}, vocabulary.featurize, style)}
    (work / f"{student.stem}.figures.json").write_text(json.dumps(result, indent=1))
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
