"""Tarps and hammocks."""

from __future__ import annotations

from ..source import Edition, Kind, Model

TARPS = Kind(
    "tarp", "tents",
    models=(
        Model(
            "Tarn Basics", "Allweather Tarp *", 44.95, colours="green, tan",
            features="waterproof, reinforced", material="polyester", specs={"waterproof_rating_mm": 3000},
            editions=(
                Edition(
                    "3 x 3 m", 44.95, {"weight_g": 950, "area_m2": 9},
                    "The small one shelters two hammocks' worth of kit.",
                ),
                Edition(
                    "4 x 4 m", 64.95, {"weight_g": 1550, "area_m2": 16},
                    "The big one covers a table and everybody at it.",
                ),
            ),
            story="""
            A square of coated cloth with loops on every side. Lunch shelter, boot room, firewood cover, den.
            """,
        ),
        Model(
            "Featherlode", "Moth Ultralight Tarp *", 149, colours="stone grey, olive",
            features="waterproof, ultralight, packable", material="silicone-coated ripstop nylon",
            specs={"waterproof_rating_mm": 2000},
            editions=(
                Edition("Solo", 149, {"weight_g": 240, "area_m2": 5.2}, "Cut for one sleeper and a pack."),
                Edition(
                    "Duo", 189, {"weight_g": 330, "area_m2": 7.6},
                    "Wide enough for two to lie dry in slanting rain.",
                ),
            ),
            story="""
            A shaped tarp with curved edges that pull it taut. Learn three knots and it weighs a third of any
            tent.
            """,
        ),
        Model(
            "Nordvika", "Gapahuk Wing Tarp", 139, colours="green, red",
            features="waterproof, reinforced, repairable", material="ripstop nylon",
            specs={"weight_g": 880, "area_m2": 12, "waterproof_rating_mm": 4000},
            story="""
            The open-fronted Norwegian lean-to, in cloth. Fire in front, wall behind, everybody facing the
            same story.
            """,
        ),
        Model(
            "Wrenfield", "Beach Shade Shelter", 74.95, colours="turquoise, yellow",
            features="uv protection, packable", material="polyester, elastane",
            specs={"weight_g": 1850, "area_m2": 9},
            story="""
            Four sandbags and two poles make a stretch of shade that moves with the breeze instead of taking
            off in it. UPF 50, and the bags fill with whatever the beach is made of.
            """,
        ),
        Model(
            "Campfold", "Awning Side Shelter", 179, colours="charcoal grey, green", features="waterproof",
            material="polyester, steel",
            specs={"weight_g": 7200, "area_m2": 15, "waterproof_rating_mm": 3000},
            story="""
            Leans against a car, a van or a tree. Two mesh walls roll down when the mosquitoes clock on.
            """,
        ),
    ),
)  # fmt: skip

HAMMOCKS = Kind(
    "hammock", "tents",
    models=(
        Model(
            "Tarn Basics", "Orchard * Hammock", 29.95, colours="green, orange, blue",
            features="lightweight, packable", material="nylon", specs={"max_load_kg": 180},
            editions=(
                Edition("Single", 29.95, {"weight_g": 480, "length_cm": 270}, "One person and one book."),
                Edition(
                    "Double", 39.95, {"weight_g": 590, "length_cm": 300, "max_load_kg": 220},
                    "Wide enough to lie flat across, or for two who agree on a direction.",
                ),
            ),
            story="""
            Parachute cloth, two carabiners, no instructions needed. Straps that spare the bark are sold with
            it, not extra.
            """,
        ),
        Model(
            "Featherlode", "Spindle Ultralight Hammock", 84.95, colours="olive, sky blue",
            features="ultralight, packable", material="ripstop nylon",
            specs={"weight_g": 165, "length_cm": 300, "max_load_kg": 130},
            story="""
            Bare bones for people who sleep in trees to save weight. Straps and ridge line are included in the
            165 grams, which we didn't believe either.
            """,
        ),
        Model(
            "Pinewise", "Canopy Hammock with Bug Net", 119, colours="moss green, beige",
            features="recycled, packable, breathable", material="recycled polyester",
            specs={"weight_g": 820, "length_cm": 310, "max_load_kg": 160},
            story="""
            A net that zips right round, a pocket for glasses, and an asymmetric cut that lets you lie flat.
            Flip it over and it is a plain hammock.
            """,
        ),
        Model(
            "Merlin Ridge", "Roost Expedition Hammock Set", 229, colours="forest green",
            features="waterproof, packable", material="ripstop nylon",
            specs={"weight_g": 1450, "length_cm": 320, "max_load_kg": 150, "waterproof_rating_mm": 3000},
            story="""
            Hammock, net, tarp and an underquilt sleeve that go up as one in ten minutes. For woods with no
            flat ground and no dry ground either.
            """,
        ),
        Model(
            "Campfold", "Porch Cotton Hammock", 54.95, colours="cream, red, blue", features="handmade",
            material="cotton", specs={"weight_g": 1900, "length_cm": 340, "max_load_kg": 160},
            story="""
            Woven in Nicaragua on wooden looms, for two trees at home and the whole of July. Take it in when
            it rains.
            """,
        ),
        Model(
            "Wrenfield", "Sloth Kids' Hammock", 27.95, colours="turquoise, coral",
            features="machine-washable, packable", material="nylon",
            specs={"weight_g": 310, "length_cm": 190, "max_load_kg": 70},
            story="""
            Hangs low, hugs close, and has a pocket for a flashlight and a comic. Meant for under-twelves, and
            two will get in.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (TARPS, HAMMOCKS)
