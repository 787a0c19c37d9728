"""The project's own test set for understanding, in `tests/nlu/`: see its README."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from actions.settings import ROOT
from bench.understanding.figures import OUT_OF_SCOPE, Judged, figures
from bench.understanding.labelled import read
from bench.understanding.pipelines import FALLBACK, understood

FOLDER = ROOT / "tests" / "nlu"
INTENTS, ENTITIES, HASHES, FIGURES = "intents.csv", "entities.jsonl", "SHA256SUMS", "figures.json"
SEEN = 249
"""The first so many lines of `ENTITIES` were looked at in mending the recogniser: development data."""

Found = Mapping[str, Any]
"""An entity as Rasa writes it: `entity`, `start`, `end`, `value`, perhaps `role`."""


@dataclass(frozen=True)
class OwnSet:
    """Utterances with their intent (`nlu_fallback` is out of scope), and utterances with their entities."""

    texts: tuple[str, ...]
    intents: tuple[str, ...]
    entity_texts: tuple[str, ...]
    entities: tuple[tuple[Found, ...], ...]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> OwnSet:
        """Read both files; CannotRun where the first is no table."""
        labelled = read(folder / INTENTS)
        lines = [json.loads(line) for line in (folder / ENTITIES).read_text(encoding="utf-8").splitlines()]
        return cls(
            labelled.texts,
            labelled.labels,
            tuple(line["text"] for line in lines),
            tuple(tuple(line["entities"]) for line in lines),
        )

    @property
    def all_texts(self) -> list[str]:
        """Those with intents, then those with entities."""
        return [*self.texts, *self.entity_texts]

    def judged(self, parsed: Sequence[Mapping[str, Any]]) -> Judged:
        """The intents that `all_texts` were understood as, beside the true ones."""
        truth = np.array([OUT_OF_SCOPE if intent == FALLBACK else intent for intent in self.intents])
        return Judged(truth, understood(parsed[: len(self.texts)], {}))

    def figures(self, parsed: Sequence[Mapping[str, Any]]) -> dict[str, float]:
        """What `all_texts`, understood as `parsed`, come to; entities but for those `SEEN`."""
        intents = figures(self.judged(parsed))
        unseen = slice(SEEN, None)
        found = [named(each.get("entities", ())) for each in parsed[len(self.texts) :]]
        return {
            "intents": intents["in_scope_accuracy_decided"],
            "oos_recall": intents["oos_recall"],
            "entity_span_f1": entity_f1(self.entities[unseen], found[unseen], ("entity", "start", "end")),
            "entity_value_f1": entity_f1(self.entities[unseen], found[unseen], ("entity", "value", "role")),
        }


def entity_f1(
    truth: Sequence[Iterable[Found]], found: Sequence[Iterable[Found]], parts: Sequence[str]
) -> float:
    """Micro-averaged F1 of entities, which are the same where these parts are (Tjong Kim Sang & De Meulder 2003)."""
    pairs = [(_counted(t, parts), _counted(f, parts)) for t, f in zip(truth, found, strict=True)]
    both = sum((t & f).total() for t, f in pairs)
    return 2 * both / max(sum(t.total() + f.total() for t, f in pairs), 1)


def hashes(folder: Path = FOLDER) -> dict[str, str]:
    """The SHA-256 of both files as they are."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (INTENTS, ENTITIES)}


def named(entities: Iterable[Found]) -> list[Found]:
    """Each naming once: a name that several products share comes once for each of them, a `relative` order is one."""
    labelled = ({**e, "role": "not" if e.get("role") == "not" else None} for e in entities)
    parts = ("entity", "start", "end", "value", "role")
    return list({tuple(str(e.get(part)) for part in parts): e for e in labelled}.values())


def committed_hashes(folder: Path = FOLDER) -> dict[str, str]:
    """The SHA-256 of both files as `sha256sum` wrote them."""
    lines = (folder / HASHES).read_text(encoding="utf-8").splitlines()
    return {name: value for value, name in (line.split() for line in lines)}


def committed_figures(folder: Path = FOLDER) -> dict[str, float]:
    """What was measured last and must not fall."""
    figures: dict[str, float] = json.loads((folder / FIGURES).read_text(encoding="utf-8"))
    return figures


def _counted(entities: Iterable[Found], parts: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(_same(str(entity.get(part))) for part in parts) for entity in entities)


def _same(value: str) -> str:
    """A value as it is compared: `Ann Becker` is `ann becker`, 75.5 is `75.50`; a postcode keeps its zeros."""
    return f"{float(value):g}" if re.fullmatch(r"\d+\.\d+", value) else value.casefold()
