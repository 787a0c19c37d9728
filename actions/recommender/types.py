"""What the recommender takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Did(StrEnum):
    """What somebody did with a product."""

    VIEW = "Browse"
    CART = "AddToCart"
    BUY = "Buy"
    RATE = "Rate"
    RETURN = "Return"
    DECLINE = "Decline"
    """Said that it is not to their taste."""
    OWN = "Own"
    """Said that they have it, from here or elsewhere."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a customer did; `time` is aware."""

    customer: str
    product: str
    did: Did
    time: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """A product as the recommender knows it. `audience` is for whom it is, empty if for anybody; `price` the lowest of
    what can be bought, in the shop's currency; `promoted` whether the shop wants it to be seen."""

    product_id: str
    type: str
    category: str
    brand: str
    audience: tuple[str, ...]
    attributes: tuple[str, ...]
    price: float
    in_stock: bool
    added: datetime
    rating_count: int
    promoted: bool = False
    sizes: tuple[str, ...] = ()
    """Those that it comes in."""
    sizes_in_stock: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnSize:
    """A size of somebody's: of things like `product_id`, which they bought in it and kept, or of things of a `type`, of
    which they told it."""

    size: str
    product_id: str = ""
    type: str = ""


@dataclass(frozen=True)
class Context:
    """What a suggestion must meet: one of the `types` (or categories) if any, a price up to `price_max`; it is none of
    the products in `exclude` nor, unless it is due to be bought again, in `owned`, one of those in `among` unless that
    is None, for `audience` or for anybody, and not sold
    out in the one of the `sizes` (the latest last) that tells of it."""

    types: tuple[str, ...] = ()
    price_max: float | None = None
    exclude: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    among: frozenset[str] | None = None
    audience: str = ""
    sizes: tuple[OwnSize, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why a product is suggested, with the facts behind it. What a customer sent back or declined counts for nothing in
    them. Kinds and their evidence:

    - `because_you_bought`: the customer bought `product_id`; `count` customers who did turned to this one within
      five products.
    - `often_bought_together`: `count` orders had this and `product_id`, `lift` times as many as by chance.
    - `looked_at_together`: in `count` visits this and `product_id`, of the present visit, were looked at.
    - `types_together`: `count` orders had a product of this `type` and one of type `with_type`, `lift` times as many as
      by chance.
    - `matches_taste`: the customer bought or put in the cart `count` other products (`products`, their ids) with this
      `value` of `trait` (brand or type).
    - `matches_size_and_taste`: as `matches_taste`, and it is in stock in `size`, in which the customer bought
      `product_id`, of the same type.
    - `matches_told_size_and_taste`: as `matches_taste`, and it is in stock in `size`, which the customer asked for in
      things of its `type`.
    - `popular`: `count` customers bought it or put it in the cart in the last `days`.
    - `rated`: `count` people rated it; of shops in which nobody wanted anything lately.
    - `new`: it came into the shop `days` ago; `type` is its type.
    - `new_of_interest`: as `new`, and the customer looked at `count` others of its type (`products`, their ids) in the
      last `within` days.
    - `arrived`: it came into the shop `days` ago; of products that say no type.
    - `found_for`: the shop's search finds it for these `words`.
    - `for_purpose`: the shop names its `type` among those for this `purpose`.
    - `gift_idea`: the shop names its `type` among those that please as presents.
    - `similar_to`: it is like `product_id`, which was looked at, bought or asked about; `similarity` is a cosine.
    """

    kind: str
    evidence: Mapping[str, str | int | float]


@dataclass(frozen=True)
class Suggestion:
    """A product to suggest; `score` orders the suggestions of one call and means nothing between calls. One that is
    `explored` was drawn from further down, to learn whether such things please, and one that is `promoted` was brought
    up because the shop wants it to be seen, which is to be said; the reasons of both are as true."""

    product_id: str
    score: float
    reason: Reason
    explored: bool = False
    promoted: bool = False
