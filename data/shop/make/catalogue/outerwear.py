"""Jackets for rain and wind, and down jackets."""

from __future__ import annotations

from ..sizes import CLOTHING, MEN, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Kind, Model

JACKET_NOTES = {
    MEN: ("The men's cut leaves room for a fleece underneath.",),
    WOMEN: ("The women's cut is shaped at the waist and longer at the back.",),
}

JACKETS = Kind(
    "jacket", "clothing", sizes=CLOTHING, notes=JACKET_NOTES,
    models=(
        Model(
            "Merlin Ridge", "Scarp 2.5L Waterproof Jacket", 109, "blue, forest green, black|blue, green, coral",
            "waterproof, windproof, packable", "recycled nylon",
            {"weight_g": 340, "waterproof_rating_mm": 15000, "pockets": 3},
            "The shell that lives in the bottom of a daypack until the sky turns. It stuffs into its own hand pocket and"
            " the hood still turns with your head over a cap.",
            FOR_MEN_AND_WOMEN,
        ),
    ),
)  # fmt: skip

KINDS = (JACKETS,)
