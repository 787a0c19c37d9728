"""Pipelines that can be trained on labelled texts and asked, through Rasa, in the bot's environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from actions.launcher import rasa_model
from actions.launcher.environments import BOT
from actions.launcher.tools import logs, shown, tail
from actions.launcher.variables import QUIET
from actions.settings import ROOT, settings
from bench.common.running import CannotRun
from bench.understanding.labelled import Labelled

FALLBACK = "nlu_fallback"
ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "TF_INTRA_OP_PARALLELISM_THREADS",
        "TF_INTER_OP_PARALLELISM_THREADS",
    ),
    "1",
)
"""One message is understood by one thread, as the bot serves it."""


@dataclass(frozen=True)
class Understood:
    """What m texts were understood as.

    Attributes:
        best: the likeliest label of each, whether or not it was decided for.
        confidence: how probable that label is, if the text is in scope.
        in_scope: how probable it is that the text is in scope; 1 where the pipeline does not say.
        rejected: whether the pipeline decided that the text is out of scope.
    """

    best: NDArray[np.str_]
    confidence: NDArray[np.float64]
    in_scope: NDArray[np.float64]
    rejected: NDArray[np.bool_]

    def ordered(self, rows: NDArray[np.int_]) -> Understood:
        """The texts of these rows, in this order."""
        return Understood(self.best[rows], self.confidence[rows], self.in_scope[rows], self.rejected[rows])

    @classmethod
    def joined(cls, parts: Sequence[Understood]) -> Understood:
        """The texts of all parts, one part after the other."""
        columns = zip(*(vars(part).values() for part in parts), strict=True)
        return cls(*map(np.concatenate, columns))


class Pipeline(ABC):
    """A pipeline in a folder of its own, with a fresh cache: what Rasa remembers from before would not be training."""

    name: ClassVar[str]

    def __init__(self, folder: Path) -> None:
        self.folder = folder / self.name
        self.folder.mkdir(parents=True)
        self._labels: dict[str, str] = {}

    @abstractmethod
    def config(self) -> Path:
        """The pipeline's config.yml, which may be written to."""

    def train(self, train: Labelled) -> float:
        """Train; the seconds it took, without Rasa's own start.

        Raises:
            CannotRun: Rasa failed.
        """
        names = intent_names(sorted(set(train.labels)))
        self._labels = {name: label for label, name in names.items()}
        examples = [
            {"text": text, "intent": names[label]}
            for text, label in zip(train.texts, train.labels, strict=True)
        ]
        file = self.folder / "examples.json"
        file.write_text(json.dumps({"rasa_nlu_data": {"common_examples": examples}}), encoding="utf-8")
        (found,) = self._run("train", self.config(), file, self._model)
        return float(found["train_s"])

    def ask(
        self, texts: Sequence[str], timed: int = 0, heard: Callable[[], None] = lambda: None
    ) -> tuple[list[Mapping[str, Any]], list[float]]:
        """What Rasa says of texts that come in batches; then seconds for each of the first `timed` ones alone.

        Args:
            heard: called after each text that was understood.

        Raises:
            CannotRun: Rasa failed.
        """
        file = self.folder / "texts.json"
        file.write_text(json.dumps(list(texts)), encoding="utf-8")
        parsed: list[Mapping[str, Any]] = []
        for found in self._run("parse", self._model, file, timed, variables=ONE_THREAD):
            if "times" in found:
                return parsed, found["times"]
            parsed.append(found)
            heard()
        raise CannotRun(f"{self.name} ended early: {shown(self._log)} says more.")

    def parse(
        self, texts: Sequence[str], timed: int = 0, heard: Callable[[], None] = lambda: None
    ) -> tuple[Understood, list[float]]:
        """`ask`, with the labels of what was trained."""
        parsed, seconds = self.ask(texts, timed, heard)
        return understood(parsed, self._labels), seconds

    @property
    def _model(self) -> Path:
        return self.folder / "model.tar.gz"

    @property
    def _log(self) -> Path:
        return logs() / "bench" / f"intents-{self.name}.log"

    def _run(
        self, *arguments: object, variables: Mapping[str, str] | None = None
    ) -> Iterator[dict[str, Any]]:
        """Run the worker in a group of its own and yield what it tells."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        environment = {
            **QUIET,
            **os.environ,
            **(variables or {}),
            "PYTHONPATH": str(ROOT),
            "RASA_CACHE_DIRECTORY": str(self.folder / "cache"),
        }
        command = [str(BOT.python), "-m", "bench.understanding.worker", *map(str, arguments)]
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
            try:
                assert process.stdout is not None
                yield from map(json.loads, process.stdout)
                if status := process.wait():
                    raise CannotRun(f"{tail(self._log)}\nRasa failed with {status}: see {shown(self._log)}.")
            finally:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()


class AislePipeline(Pipeline):
    """The project's own config.yml."""

    name = "aisle"

    def config(self) -> Path:
        return Path(shutil.copy(ROOT / "config.yml", self.folder))


class TrainedPipeline(AislePipeline):
    """The model that `make train` made."""

    name = "trained"

    @property
    def _model(self) -> Path:
        models = settings().models_folder
        if not rasa_model.is_current(models):
            raise CannotRun("The model is not of the present data: `make train` makes it.")
        return rasa_model.model(models)


class StockPipeline(Pipeline):
    """What `rasa init` makes: Rasa's suggested pipeline, with DIET for 100 epochs and its own fallback."""

    name = "stock"

    def config(self) -> Path:
        asked = "import rasa; print(rasa.__path__[0])"
        package = subprocess.check_output([str(BOT.python), "-c", asked], text=True).strip()
        return Path(shutil.copy(Path(package, "cli", "initial_project", "config.yml"), self.folder))


def intent_names(labels: Sequence[str]) -> dict[str, str]:
    """For each label a name that Rasa takes for an intent (no `/` or `+`), no two the same."""
    names: dict[str, str] = {}
    for label in labels:
        name = re.sub(r"\W+", "_", label).strip("_") or "_"
        while name in names.values() or (name == FALLBACK) != (label == FALLBACK):
            name += "_"
        names[label] = name
    return names


def understood(parsed: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> Understood:
    """Read what Rasa says of texts; `labels` gives intents their labels back."""
    best, confidence, in_scope, rejected = [], [], [], []
    for each in parsed:
        decided = each.get("intent", {}).get("name") or FALLBACK
        ranking = [e for e in each.get("intent_ranking", ()) if e["name"] not in (None, FALLBACK)]
        best.append(labels.get(ranking[0]["name"], ranking[0]["name"]) if ranking else "")
        confidence.append(float(ranking[0]["confidence"]) if ranking else 0.0)
        in_scope.append(1 - float(each.get("out_of_scope", 0.0 if ranking else 1.0)))
        rejected.append(decided == FALLBACK)
    return Understood(np.array(best, str), np.array(confidence), np.array(in_scope), np.array(rejected, bool))
