"""Trail snacks."""

from __future__ import annotations

from ..source import Edition, Kind, Model

SNACKS = Kind(
    "trail snack", "food",
    models=(
        Model(
            "Tarn Basics", "Oat and * Bars, Box of 12", 17.95, "", "vegetarian", "oats, nuts", {"weight_g": 540, "energy_kcal": 2210},
            "Rolled oats, a little syrup and nothing we can't pronounce. They stay soft in frost and don't melt in August.",
            (Edition("Almond"), Edition("Apricot"), Edition("Cocoa")),
        ),
    ),
)  # fmt: skip

KINDS = (SNACKS,)
