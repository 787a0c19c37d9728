"""Hiking boots and hiking shoes."""

from __future__ import annotations

from ..sizes import KIDS, MEN, SHOES, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

BOOT_NOTES = {
    MEN: (
        "The men's boot is built on a medium-width last with room across the toes.",
        "On the men's last the forefoot is roomy and the heel is held firmly.",
        "Men's sizes come on our standard last; order half a size up for thick socks.",
    ),
    WOMEN: (
        "The women's boot has a narrower heel and a slightly lower collar.",
        "Built on a women's last: snugger at the heel, softer around the ankle.",
        "Women's sizes run true; the instep is a little lower than on the men's boot.",
    ),
    KIDS: (
        "The children's boot swaps laces for elastic and a strap, so small hands manage alone.",
        "For children it has a softer sole that bends with growing feet, and a wipe-clean toe.",
    ),
}

HIKING_BOOTS = Kind(
    "hiking boots", "footwear", sizes=SHOES, notes=BOOT_NOTES,
    models=(
        Model(
            "Brackenfell", "Ridgeway Mid Waterproof Hiking Boots", 139, "brown, black|brown, burgundy",
            "waterproof, breathable", "nubuck leather, rubber",
            {"weight_g": 545, "shaft_height_cm": 13, "heel_drop_mm": 10},
            "The boot we sell most of, and the one we would lend a friend. Oiled nubuck over a breathable membrane shrugs"
            " off wet bracken all day, and the sole still grips when the path turns to polished limestone.",
            FOR_MEN_AND_WOMEN,
        ),
        Model(
            "Tarn Basics", "Lakeside Waterproof Hiking Boots", 79, "brown, grey|brown, teal",
            "waterproof, vegan", "synthetic suede, rubber",
            {"weight_g": 510, "shaft_height_cm": 12, "heel_drop_mm": 11},
            "Everything a first pair of boots needs and nothing that makes it dearer: a sealed lining, a padded tongue and"
            " a sole with real lugs. Leather-free throughout.",
            (Edition(MEN), Edition(WOMEN), Edition(KIDS, 54)),
        ),
    ),
)  # fmt: skip

KINDS = (HIKING_BOOTS,)
