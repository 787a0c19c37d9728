"""The written wishes: what a shopper asks for in one message, what of it is hard, and which products are right."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from tests.support.assistant import ROOT, Assistant, Shopper
from tests.support.conversations import says

FILE = ROOT / "tests" / "wishes" / "wishes.yml"
FIRST = 3
"""A right product is to be among so many."""
OWN_AUDIENCE = {"T1571": "kids", "T1662": "kids"}
"""Products for children whose titles do not say so, as the writer of the wishes found."""
NOT_THAT = ("utter_found_without", "utter_found_nearest", "utter_found_nothing", "utter_not_carried")
"""Responses that own up to having nothing of the kind."""


@dataclass(frozen=True)
class Wish:
    """One wish. `right` are the products that a good salesperson would be glad to show; none where nothing meets it."""

    number: int
    text: str
    kind: str
    constraints: Mapping[str, Any]
    right: tuple[str, ...]

    def is_met_by(self, product_id: str) -> bool:
        """Whether the product, or one variant of it in stock, is all that the wish states."""
        product, own = products()[product_id]
        stated = {name: value for name, value in self.constraints.items() if name not in OF_VARIANT}
        of_variant = {name: value for name, value in self.constraints.items() if name in OF_VARIANT}
        return all(OF_PRODUCT[name](product, value) for name, value in stated.items()) and any(
            int(variant["stock"]) > 0 and all(OF_VARIANT[n](variant, v) for n, v in of_variant.items())
            for variant in own
        )

    def is_found_in(self, shown: Sequence[str]) -> bool:
        """Whether a right product is among the first that were shown."""
        return not set(self.right).isdisjoint(shown[:FIRST])


def wishes() -> list[Wish]:
    """All of them, numbered from 1."""
    written = yaml.safe_load(FILE.read_text(encoding="utf-8"))["wishes"]
    return [
        Wish(number, each["text"], each["kind"], each["constraints"] or {}, tuple(each["right"]))
        for number, each in enumerate(written, 1)
    ]


@dataclass(frozen=True)
class Answer:
    """What was shown and replied to a wish."""

    wish: Wish
    shown: list[str]
    replies: list[Mapping[str, Any]]

    @property
    def is_right(self) -> bool:
        """Whether a right product is among the first; where there is none, whether that is said."""
        if self.wish.right:
            return self.wish.is_found_in(self.shown)
        return any(says(reply, name) for reply in self.replies for name in NOT_THAT)


def asked(assistant: Assistant) -> list[Answer]:
    """Every wish, said as the first message of a conversation."""
    found = []
    for wish in wishes():
        shopper = Shopper(assistant)
        shopper.say(wish.text)
        found.append(Answer(wish, [card["product_id"] for card in shopper.cards()], shopper.replies))
    return found


Row = Mapping[str, str]


@lru_cache
def products() -> Mapping[str, tuple[Row, list[Row]]]:
    """Product id → its row and those of its variants, as the demo shop's files say."""
    variants: dict[str, list[Row]] = {}
    for variant in _rows("variants"):
        variants.setdefault(variant["product_id"], []).append(variant)
    return {row["product_id"]: (row, variants.get(row["product_id"], [])) for row in _rows("products")}


def _rows(name: str) -> list[Row]:
    with (ROOT / "data" / "shop" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _audience(product: Row) -> str:
    titled = re.search(r"\b(men|women|kids)(?:['’]s|s?['’])", product["title"].lower())
    return OWN_AUDIENCE.get(product["product_id"]) or (titled[1] if titled else "any")


def _is_for(product: Row, whom: str) -> bool:
    audience = _audience(product)
    if whom == "adult":
        return audience != "kids"
    return audience == whom or (audience == "any" and whom != "kids")


def _made_of(product: Row, materials: Iterable[str], imitations: bool = True) -> bool:
    own = [material.strip().lower() for material in re.split(r"[,;]", product["material"])]
    own = [material for material in own if imitations or not material.startswith("synthetic")]
    return any(
        re.search(rf"\b{re.escape(each.lower())}\b", material) for each in materials for material in own
    )


def _measures(product: Row, wanted: Mapping[str, Mapping[str, Any]]) -> bool:
    specs = json.loads(product["specs"] or "{}")
    return all(name in specs and _within(specs[name], bounds) for name, bounds in wanted.items())


def _within(value: Any, bounds: Mapping[str, Any]) -> bool:
    if "is" in bounds:
        return str(value) == str(bounds["is"])
    return bool(bounds.get("min", value) <= value <= bounds.get("max", value))


def _features(product: Row) -> set[str]:
    return {feature.strip().lower() for feature in product["features"].split(";")}


def _among(value: str, values: Iterable[Any]) -> bool:
    return value.lower() in {str(each).lower() for each in values}


OF_PRODUCT: Mapping[str, Callable[[Row, Any], bool]] = {
    "type": lambda p, values: _among(p["type"], values),
    "brand": lambda p, values: _among(p["brand"], values),
    "not_brand": lambda p, values: not _among(p["brand"], values),
    "title": lambda p, words: all(word.lower() in p["title"].lower() for word in words),
    "for": _is_for,
    "material": _made_of,
    "not_material": lambda p, values: not _made_of(p, values, imitations=False),
    "features": lambda p, values: {v.lower() for v in values} <= _features(p),
    "features_any": lambda p, values: not {v.lower() for v in values}.isdisjoint(_features(p)),
    "rating_min": lambda p, least: bool(p["rating"]) and float(p["rating"]) >= least,
    "attributes": _measures,
}
OF_VARIANT: Mapping[str, Callable[[Row, Any], bool]] = {
    "colour": lambda v, values: _among(v["colour"], values),
    "size": lambda v, values: _among(v["size"], values),
    "not_colour": lambda v, values: not _among(v["colour"], values),
    "price_min": lambda v, least: float(v["price"]) >= least,
    "price_max": lambda v, most: float(v["price"]) <= most,
}
"""What one variant must be all at once."""
