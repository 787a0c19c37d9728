"""The recommender on disk: items, their vectors, what customers did, and what the models learnt."""

from __future__ import annotations

import json
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError, replaced_folder
from actions.recommender.model import Arrays
from actions.recommender.shelf import Shelf
from actions.recommender.types import Did, Event, Item

ITEMS, EVENTS, MODELS = "items.jsonl", "events.npz", "models.npz"


def write(folder: Path, shelf: Shelf, events: Sequence[Event], models: Mapping[str, Arrays]) -> None:
    """Replace the folder."""
    arrays = {f"{name}.{part}": array for name, parts in models.items() for part, array in parts.items()}
    with replaced_folder(folder) as fresh:
        with (fresh / ITEMS).open("w", encoding="utf-8") as file:
            for item in shelf.items:
                line = {**asdict(item), "gone": item.product_id in shelf.gone}
                file.write(json.dumps(line, default=datetime.isoformat, ensure_ascii=False) + "\n")
        np.savez_compressed(
            fresh / EVENTS,
            customers=np.array([event.customer for event in events], dtype=np.str_),
            products=np.array([event.product for event in events], dtype=np.str_),
            deeds=np.array([event.did.value for event in events], dtype=np.str_),
            times=np.array([event.time.timestamp() for event in events]),
        )
        np.savez(fresh / MODELS, **{"shelf.vectors": shelf.vectors}, **arrays)  # type: ignore[arg-type]  # numpy's stub


def read(folder: Path) -> tuple[Shelf, list[Event], dict[str, dict[str, NDArray[Any]]]]:
    """What `write` wrote; ArtefactError where it is missing or broken."""
    try:
        lines = [json.loads(line) for line in (folder / ITEMS).read_text(encoding="utf-8").splitlines()]
        gone = frozenset(line["product_id"] for line in lines if line.pop("gone"))
        items = [_item(line) for line in lines]
        with np.load(folder / EVENTS, allow_pickle=False) as stored:
            columns = (stored[name] for name in ("customers", "products", "deeds", "times"))
            events = [
                Event(str(customer), str(product), Did(str(did)), datetime.fromtimestamp(time, UTC))
                for customer, product, did, time in zip(*columns, strict=True)
            ]
        models: defaultdict[str, dict[str, NDArray[Any]]] = defaultdict(dict)
        with np.load(folder / MODELS, allow_pickle=False) as stored:
            for key in stored.files:
                name, part = key.split(".")
                models[name][part] = stored[key]
        vectors = models.pop("shelf")["vectors"]
        if len(vectors) != len(items):
            raise ValueError("items and vectors differ in number")
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        raise ArtefactError(f"The recommender in {folder} can't be read ({error}): {MEND}.") from error
    return Shelf(items, vectors, gone), events, dict(models)


def _item(line: dict[str, Any]) -> Item:
    line |= {name: tuple(value) for name, value in line.items() if isinstance(value, list)}
    line["added"] = datetime.fromisoformat(line["added"])
    return Item(**line)
