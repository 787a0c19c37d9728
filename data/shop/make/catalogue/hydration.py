"""Hydration packs."""

from __future__ import annotations

from ..source import Kind, Model, litres

HYDRATION_PACKS = Kind(
    "hydration pack", "packs",
    models=(
        Model(
            "Fleetfell", "Stoat * Running Vest", 109, colours="black, orange, coral",
            features="lightweight, breathable, reflective", material="stretch mesh, nylon",
            specs={"reservoir_l": 1.0}, sizes={"S": 0, "M": 0, "L": 0},
            editions=(
                litres(5, 109, 210, "Five litres, for a long training run."),
                litres(10, 134, 265, "Ten litres, for a sixty-mile race."),
            ),
            story="""
            Two soft flasks on the chest, poles behind the shoulder, and nothing bounces. The pockets stretch
            round whatever the kit list throws at you.
            """,
        ),
        Model(
            "Clearbeck", "Rill * Hydration Pack", 79.95, colours="blue, charcoal grey",
            features="bpa-free, leakproof, adjustable", material="nylon, TPU", specs={"reservoir_l": 2.0},
            editions=(
                litres(8, 79.95, 540, "The 8 is for rides and half days."),
                litres(16, 99, 690, "The 16 is for whole ones."),
            ),
            story="""
            A two-litre bladder with a wide mouth you can get a hand in to clean, and a hose that clicks off
            for filling. There's room around it for layers and lunch.
            """,
        ),
        Model(
            "Cinderpath", "Singletrack 12 L Hydration Pack", 119, colours="olive, black",
            features="bpa-free, leakproof, reinforced, breathable", material="nylon, TPU",
            specs={"volume_l": 12, "weight_g": 780, "reservoir_l": 2.5},
            story="""
            Sits low and wide, so it stays put when the bike doesn't. There's a roll of tool pockets, a clip
            for a full-face helmet, and a foam back that passes as a protector.
            """,
        ),
        Model(
            "Tarn Basics", "Sip 10 L Hydration Pack", 49.95, colours="green, black",
            features="bpa-free, leakproof", material="polyester, PEVA",
            specs={"volume_l": 10, "weight_g": 520, "reservoir_l": 2.0},
            story="""
            Bladder, hose, two pockets, no frills. Rinse the bladder with lemon juice and it never tastes of
            plastic.
            """,
        ),
        Model(
            "Saltgrass", "Skerry Hydration Hip Pack", 59.95, colours="navy, coral",
            features="lightweight, water-resistant, bpa-free", material="recycled nylon, TPU",
            specs={"volume_l": 4, "weight_g": 280, "reservoir_l": 1.5},
            story="""
            For paddlers and people who hate sweaty backs: water round the waist, hands free, a dry pocket for
            keys. Cinch it snug, and it stays put through a roll.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (HYDRATION_PACKS,)
