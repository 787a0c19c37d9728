"""What the shop sells, written by hand: a module for each department.

Products are numbered in this order: a new department belongs at the end.
"""

from __future__ import annotations

from ..source import Kind
from . import (
    accessories,
    bags,
    bedding,
    bike_parts,
    bikes,
    boots,
    bottoms,
    camp,
    cooking,
    drinking,
    electronics,
    food,
    gifts,
    headwear,
    hydration,
    lighting,
    packs,
    pocket,
    safety,
    sandals,
    shells,
    shelters,
    shoes,
    sleeping,
    tents,
    tops,
    warmth,
)

_DEPARTMENTS = (
    boots, shoes, sandals, shells, warmth, tops, bottoms, accessories, headwear, tents, shelters, packs,
    hydration, bags, sleeping, bedding, lighting, electronics, cooking, drinking, food, bikes, bike_parts,
    camp, pocket, safety, gifts,
)  # fmt: skip

KINDS: tuple[Kind, ...] = tuple(kind for department in _DEPARTMENTS for kind in department.KINDS)
