"""Trains and asks a pipeline, in the bot's environment (Python 3.10), as a program of its own.

`train CONFIG EXAMPLES MODEL` trains an NLU model through Rasa; `parse MODEL TEXTS TIMED` understands texts. What it
found comes as JSON, a line each, on the standard output; what Rasa says goes to the standard error.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, TextIO


def main(arguments: Sequence[str], out: TextIO) -> None:
    """Do what the arguments say."""
    match arguments:
        case ["train", config, examples, model]:
            train(Path(config), Path(examples), Path(model), out)
        case ["parse", model, texts, timed]:
            parse(Path(model), Path(texts), int(timed), out)


def train(config: Path, examples: Path, model: Path, out: TextIO) -> None:
    """Tell `{"train_s"}`: seconds that Rasa took for it, not counting its own start."""
    from rasa.model_training import train_nlu

    started = time.perf_counter()
    train_nlu(str(config), str(examples), str(model.parent), fixed_model_name=model.name.split(".")[0])
    tell({"train_s": time.perf_counter() - started}, out)


def parse(model: Path, texts: Path, timed: int, out: TextIO) -> None:
    """Tell what each text was understood as, in order, then `{"times"}`: seconds of the first `timed` ones alone."""
    from bench.understanding.parsing import Understanding

    understanding, read = Understanding(model), json.loads(texts.read_text(encoding="utf-8"))
    for parsed in understanding.parse(read):
        kept = ("intent", "intent_ranking", "entities", "out_of_scope")
        tell({name: parsed[name] for name in kept if name in parsed}, out)
    tell({"times": understanding.times(read[:timed])}, out)


def tell(found: dict[str, Any], out: TextIO) -> None:
    """Write a line."""
    print(json.dumps(found), file=out, flush=True)


if __name__ == "__main__":
    standard_output = sys.stdout
    with redirect_stdout(sys.stderr):
        main(sys.argv[1:], standard_output)
