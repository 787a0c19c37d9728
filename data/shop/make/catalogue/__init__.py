"""What the shop sells, written by hand: a module for each department, the kinds in the order they get product numbers."""

from __future__ import annotations

from ..source import Kind
from . import food, footwear, lighting, outerwear

KINDS: tuple[Kind, ...] = tuple(
    kind
    for department in (footwear, outerwear, lighting, food)
    for kind in department.KINDS
)
