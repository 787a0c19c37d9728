"""Camping chairs, camping tables and coolers."""

from __future__ import annotations

from ..source import Kind, Model

CHAIRS = Kind(
    "camping chair", "camp",
    models=(
        Model(
            "Campfold", "Armchair Folding Camping Chair", 44.95, colours="green, navy, red",
            features="foldable, reinforced", material="polyester, steel",
            specs={"weight_g": 3400, "load_kg": 130, "seat_height_cm": 46},
            story="""
            Wide arms, a cup holder and a pocket for the thing you're reading. Folds like an umbrella into a
            bag with a strap.
            """,
        ),
        Model(
            "Campfold", "Fireside Low Camping Chair", 54.95, colours="burnt orange, charcoal grey",
            features="foldable", material="cotton canvas, ash wood",
            specs={"weight_g": 2900, "load_kg": 110, "seat_height_cm": 28},
            story="""
            Canvas slung between two frames of ash, at the right height for toasting. Comes apart without
            tools and lies flat in the trunk.
            """,
        ),
        Model(
            "Featherlode", "Perch Ultralight Camping Chair", 119, colours="stone grey, black",
            features="ultralight, packable", material="ripstop nylon, aluminium",
            specs={"weight_g": 490, "load_kg": 120, "seat_height_cm": 30},
            story="""
            One pound of frame and cloth that clicks together with a shock cord. Feet sink in soft sand unless
            you buy or whittle shoes for them.
            """,
        ),
        Model(
            "Tarn Basics", "Tripod Stool", 19.95, colours="green, blue", features="foldable, lightweight",
            material="polyester, aluminium", specs={"weight_g": 680, "load_kg": 100, "seat_height_cm": 40},
            story="""
            Three legs never wobble. For anglers, painters and knees that won't do the ground any more.
            """,
        ),
        Model(
            "Tarn Basics", "Festival Folding Camping Chair", 24.95, colours="blue, green, black",
            features="foldable", material="polyester, steel",
            specs={"weight_g": 2400, "load_kg": 100, "seat_height_cm": 42},
            story="""
            The plain one. Weighs a bit, costs little, has never been stolen.
            """,
        ),
        Model(
            "Pinewise", "Second Sail Camping Chair", 99, colours="cream, moss green",
            features="foldable, recycled, repairable", material="recycled sailcloth, recycled aluminium",
            specs={"weight_g": 1250, "load_kg": 120, "seat_height_cm": 34},
            story="""
            Seats cut from retired sails, stitched with the sailmaker's zigzag. A number may still be on
            yours.
            """,
        ),
        Model(
            "Wrenfield", "Mini Armchair Kids' Camping Chair", 27.95, colours="red, turquoise",
            features="foldable", material="polyester, steel",
            specs={"weight_g": 1300, "load_kg": 40, "seat_height_cm": 28},
            story="""
            Everything the big chair has, cup holder included, at half the height. A lock keeps it from
            closing on fingers.
            """,
        ),
        Model(
            "Campfold", "Loveseat Double Camping Chair", 89, colours="charcoal grey, teal",
            features="foldable, insulated", material="polyester, steel",
            specs={"weight_g": 6900, "load_kg": 220, "seat_height_cm": 45},
            story="""
            Quilted, wide enough for two and a dog, with a table that hooks on either side. Sit down together,
            or the first one tips.
            """,
        ),
    ),
)  # fmt: skip

TABLES = Kind(
    "camping table", "camp",
    models=(
        Model(
            "Campfold", "Slat Roll-Up Camping Table", 74.95, colours="silver",
            features="foldable, reinforced", material="aluminium",
            specs={"weight_g": 4200, "size_cm": "90 x 60", "height_cm": 70},
            story="""
            Slats that roll up like a blind, on legs that stretch to suit uneven ground. Takes a hot pan.
            """,
        ),
        Model(
            "Featherlode", "Saucer Ultralight Table", 54.95, colours="black", features="ultralight, packable",
            material="aluminium, ripstop nylon",
            specs={"weight_g": 390, "size_cm": "40 x 34", "height_cm": 12},
            story="""
            Room for a stove, two mugs and a map. It clicks together from a bundle no thicker than a baguette.
            """,
        ),
        Model(
            "Tarn Basics", "Fold-in-Half Camping Table", 49.95, colours="green", features="foldable",
            material="steel, MDF", specs={"weight_g": 6100, "size_cm": "120 x 60", "height_cm": 70},
            story="""
            Seats four, folds to a case, wipes clean. Two people carry it happily, one does so grumbling.
            """,
        ),
    ),
)  # fmt: skip

COOLERS = Kind(
    "cooler", "camp",
    models=(
        Model(
            "Campfold", "Icehouse 45 L Cooler", 149, colours="stone grey, sky blue",
            features="insulated, reinforced, leakproof", material="polyethylene, polyurethane foam",
            specs={"volume_l": 45, "weight_g": 8200, "cold_h": 96},
            story="""
            Walls as thick as a thumb is long, and a lid you can stand on. Four days of ice if you let it be.
            """,
        ),
        Model(
            "Tarn Basics", "Picnic 24 L Soft Cooler", 34.95, colours="navy, red",
            features="insulated, foldable, leakproof", material="polyester, PEVA",
            specs={"volume_l": 24, "weight_g": 820, "cold_h": 12},
            story="""
            A day's cold food for four, on a shoulder strap. Folds flat against the cupboard wall.
            """,
        ),
        Model(
            "Saltgrass", "Floe Backpack Cooler", 99, colours="turquoise, coral",
            features="insulated, waterproof, leakproof", material="TPU-coated nylon",
            specs={"volume_l": 20, "weight_g": 1500, "cold_h": 24},
            story="""
            For the walk down to the beach with both hands free. Welded, so the melt stays inside until you
            pour it out.
            """,
        ),
        Model(
            "Ampfield", "Polar 30 L Electric Cooler", 349, colours="black",
            features="electric, insulated, bluetooth", material="polypropylene, steel",
            specs={"volume_l": 30, "weight_g": 12500, "power_w": 45},
            story="""
            A real compressor that freezes if asked, from the car's socket or a solar panel. It stops before
            it drains your battery.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (CHAIRS, TABLES, COOLERS)
