"""What the shop sells, written by hand: a module for each department, the kinds in the order they get product numbers."""

from __future__ import annotations

from ..source import Kind
from . import (
    accessories,
    bags,
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
    lighting,
    packs,
    safety,
    shells,
    shoes,
    sleeping,
    tents,
    tops,
    warmth,
)

_DEPARTMENTS = (
    boots, shoes, shells, warmth, tops, bottoms, accessories, tents, packs, bags, sleeping, lighting, electronics,
    cooking, drinking, food, bikes, bike_parts, camp, safety, gifts,
)  # fmt: skip

KINDS: tuple[Kind, ...] = tuple(kind for department in _DEPARTMENTS for kind in department.KINDS)
