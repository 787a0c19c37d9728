"""Duffel bags, dry bags, suitcases and packing cubes."""

from __future__ import annotations

from ..source import Kind, Model, litres

DUFFEL_BAGS = Kind(
    "duffel bag", "packs",
    models=(
        Model(
            "Merlin Ridge", "Gannet * Duffel Bag", 109, colours="orange, black, slate blue",
            features="water-resistant, reinforced, lockable", material="TPU-coated polyester", specs={},
            editions=(
                litres(40, 109, 1050, "The 40 goes on board."),
                litres(70, 129, 1320, "The 70 is the one most people should buy."),
                litres(100, 149, 1580, "The 100 takes skis' worth of clothes; mind the airline's scales."),
            ),
            story="""
            Thrown on roofs, sat on in stations, hosed down after. Shoulder straps tuck into the lid when it
            has to look like luggage.
            """,
        ),
        Model(
            "Tarn Basics", "Holdall * Duffel Bag", 39.95, colours="navy, green, black", features="packable",
            material="polyester", specs={},
            editions=(
                litres(50, 39.95, 620, "Fifty litres is a weekend for two."),
                litres(80, 49.95, 780, "Eighty litres is a family's beach."),
            ),
            story="""
            A big plain bag with a wide mouth and two good handles. It folds into its end pocket and waits
            under the bed.
            """,
        ),
        Model(
            "Saltgrass", "Slipway * Waterproof Duffel Bag", 139, colours="yellow, black, turquoise",
            features="waterproof, reinforced", material="TPU-coated nylon", specs={},
            editions=(
                litres(35, 139, 1150, "Thirty-five litres slide under a thwart."),
                litres(60, 169, 1450, "Sixty litres hold a week's dry clothes."),
            ),
            story="""
            Welded throughout, with a zip from the diving trade. Leave it in the bottom of the boat and forget
            it.
            """,
        ),
        Model(
            "Nordvika", "Havn Canvas Weekend Bag", 179, colours="forest green, brown",
            features="water-resistant, repairable", material="waxed cotton, leather",
            specs={"volume_l": 38, "weight_g": 1450},
            story="""
            Waxed canvas, brass, and straps from a saddler in Bergen. Each scuff is a place you have been.
            """,
        ),
        Model(
            "Wayhouse", "Terminal * Wheeled Duffel Bag", 189, colours="charcoal grey, burgundy",
            features="lockable, reinforced", material="recycled polyester, aluminium", specs={},
            editions=(
                litres(40, 189, 2600, "The 40 is within cabin limits, handle in."),
                litres(90, 239, 3400, "The 90 stands up by itself, even half full."),
            ),
            story="""
            Soft above, hard below, on two wheels from the world of skateboards. Cobblestones are its idea of
            fun.
            """,
        ),
        Model(
            "Pinewise", "Flotsam * Recycled Duffel Bag", 99, colours="moss green, mustard yellow",
            features="recycled, vegan, water-resistant", material="recycled polyester", specs={},
            editions=(
                litres(45, 99, 940, "Forty-five litres, with a shoe pocket."),
                litres(65, 115, 1080, "Sixty-five litres, with two."),
            ),
            story="""
            Sewn from the ends of rolls, so the lining is whatever there was. Compression straps inside keep a
            small load small.
            """,
        ),
    ),
)  # fmt: skip

DRY_BAGS = Kind(
    "dry bag", "packs",
    models=(
        Model(
            "Saltgrass", "Cockle Roll-Top Dry Bag *", 16.95, colours="orange, blue, yellow",
            features="waterproof, lightweight", material="TPU-coated nylon", specs={},
            editions=(
                litres(5, 16.95, 70, "Five litres: phone, wallet, keys, sandwich."),
                litres(13, 22.95, 105, "Thirteen litres: a sleeping bag or a day's clothes."),
                litres(35, 34.95, 180, "Thirty-five litres: everything for a night."),
            ),
            story="""
            Roll three times, clip, sling it in. The light lining inside lets you find a sock without emptying
            the lot.
            """,
        ),
        Model(
            "Featherlode", "Film Ultralight Dry Bag *", 19.95, colours="stone grey, yellow",
            features="waterproof, ultralight", material="silicone-coated ripstop nylon", specs={},
            editions=(
                litres(4, 19.95, 18, "Four litres, for electronics."),
                litres(8, 23.95, 25, "Eight litres, for clothes."),
                litres(20, 29.95, 41, "Twenty litres, for a quilt."),
            ),
            story="""
            For the inside of a pack, not the outside of a raft. Thin as a chip bag, and the seams are taped
            by hand.
            """,
        ),
        Model(
            "Tarn Basics", "Dry Bag Set, 3 Sizes", 29.95, colours="green, orange", features="waterproof",
            material="polyester, PVC-free coating", specs={"weight_g": 340, "volumes_l": "5, 10, 20"},
            story="""
            Three bags in three sizes and one colour each. Enough to sort a canoe or a messy backpack.
            """,
        ),
        Model(
            "Saltgrass", "Barnacle Dry Backpack 50 L", 119, colours="black, orange",
            features="waterproof, reinforced, adjustable", material="PVC-free tarpaulin",
            specs={"volume_l": 50, "weight_g": 1400},
            story="""
            A barrel with straps, for portages and wet landings. The harness comes off and the rest scrubs
            clean.
            """,
        ),
        Model(
            "Pinewise", "Heron Waterproof Phone Pouch", 17.95, colours="black, teal",
            features="waterproof, touchscreen-compatible, recycled", material="recycled TPU",
            specs={"weight_g": 42, "depth_m": 10},
            story="""
            Takes any phone, photos included, and brings it back up if you drop it overboard. Rinse off the
            salt.
            """,
        ),
    ),
)  # fmt: skip

SUITCASES = Kind(
    "suitcase", "travel",
    models=(
        Model(
            "Wayhouse", "Parallel * Hard-Shell Suitcase", 159, colours="navy, silver, burnt orange",
            features="lockable, reinforced", material="recycled polycarbonate, aluminium", specs={},
            editions=(
                litres(36, 159, 2900, "The cabin size: 22 by 14 by 9 inches, wheels included."),
                litres(68, 209, 3800, "The medium size is right for ten days."),
                litres(98, 249, 4500, "The large size is for families, and for whoever packs for them."),
            ),
            story="""
            Ribbed shell, four silent wheels, and a lock that customs officers can open without a crowbar. Any
            wheel or handle that breaks comes in the mail, with a screwdriver.
            """,
        ),
        Model(
            "Tarn Basics", "Shuttle * Soft Suitcase", 79.95, colours="black, teal", features="lockable",
            material="polyester", specs={},
            editions=(
                litres(38, 79.95, 2300, "The cabin size fits under most strict airlines' limits."),
                litres(75, 109, 3100, "The large size weighs less than most of its class."),
            ),
            story="""
            Light cloth on a light frame, with two outside pockets for what you want before landing. Expands
            by a hand's breadth on the way home.
            """,
        ),
        Model(
            "Pinewise", "Roundtrip Recycled Cabin Suitcase", 189, colours="forest green, cream",
            features="recycled, vegan, cabin size, lockable", material="recycled polypropylene",
            specs={"volume_l": 37, "weight_g": 2700},
            story="""
            Pressed from returned food boxes, lined with returned bottles, and taken back in turn when you are
            done with it. Four wheels, two locks, and a scuff hardly shows.
            """,
        ),
        Model(
            "Wrenfield", "Snail Kids' Ride-On Suitcase", 64.95, colours="green, red", features="lockable",
            material="polypropylene", specs={"volume_l": 18, "weight_g": 1900},
            story="""
            Luggage, seat, race car. The feelers are handles, and the strap is for towing tired passengers to
            the gate.
            """,
        ),
    ),
)  # fmt: skip

PACKING_CUBES = Kind(
    "packing cubes", "travel",
    models=(
        Model(
            "Wayhouse", "Compression Packing Cubes, Set of 3", 44.95, colours="slate blue, coral",
            features="lightweight, recycled", material="recycled nylon",
            specs={"weight_g": 280, "volumes_l": "4, 9, 14"},
            story="""
            A second zip squeezes each cube by a third. Shirts come out creased, but they come along.
            """,
        ),
        Model(
            "Tarn Basics", "Mesh Packing Cubes, Set of 4", 21.95, colours="grey, green",
            features="lightweight", material="polyester", specs={"weight_g": 250, "volumes_l": "2, 5, 8, 12"},
            story="""
            See-through lids, one for each day or each child. They fold flat when you are home.
            """,
        ),
        Model(
            "Featherlode", "Feather Packing Cube", 16.95, colours="yellow, stone grey",
            features="ultralight, water-resistant", material="ripstop nylon",
            specs={"weight_g": 22, "volume_l": 8},
            story="""
            One cube, lighter than the label on most. It doubles as a pillow case for a rolled fleece.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (DUFFEL_BAGS, DRY_BAGS, SUITCASES, PACKING_CUBES)
