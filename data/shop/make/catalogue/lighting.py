"""Headlamps and lanterns."""

from __future__ import annotations

from ..source import Kind, Model

HEADLAMPS = Kind(
    "headlamp", "electronics",
    models=(
        Model(
            "Nightjar", "Dusk 350 Headlamp", 39.95, "black, orange", "rechargeable, water-resistant",
            "polycarbonate, elastic", {"lumens": 350, "weight_g": 78, "runtime_h": 60},
            "Three brightness levels and a red light, chosen by one button that works with gloves on. Charges from any"
            " phone cable in two hours.",
        ),
    ),
)  # fmt: skip

KINDS = (HEADLAMPS,)
