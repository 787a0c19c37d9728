"""Duffel bags, dry bags, suitcases and packing cubes."""

from __future__ import annotations

from ..source import Edition, Kind, Model


def _bag(litres: int, price: float, weight_g: int, note: str, **specs: float | str) -> Edition:
    return Edition(f"{litres} L", price, {"volume_l": litres, "weight_g": weight_g, **specs}, note)


DUFFEL_BAGS = Kind(
    "duffel bag", "packs",
    models=(
        Model("Merlin Ridge", "Gannet * Duffel Bag", 109, "orange, black, slate blue", "water-resistant, reinforced, lockable", "TPU-coated polyester", {}, """
              Thrown on roofs, sat on in stations, hosed down after. Shoulder straps tuck into the lid when it has to look like
              luggage.""", (
                  _bag(40, 109, 1050, "The 40 goes on board."),
                  _bag(70, 129, 1320, "The 70 is the one most people should buy."),
                  _bag(100, 149, 1580, "The 100 takes skis' worth of clothes; mind the airline's scales."),
              )),
        Model("Tarn Basics", "Holdall * Duffel Bag", 39.95, "navy, green, black", "packable", "polyester", {}, """
              A big plain bag with a wide mouth and two good handles. It folds into its end pocket and waits under the
              bed.""", (
                  _bag(50, 39.95, 620, "Fifty litres is a weekend for two."),
                  _bag(80, 49.95, 780, "Eighty litres is a family's beach."),
              )),
        Model("Saltgrass", "Slipway * Waterproof Duffel Bag", 139, "yellow, black, turquoise", "waterproof, reinforced", "TPU-coated nylon", {}, """
              Welded throughout, with a zip from the diving trade. Leave it in the bottom of the boat and forget it.""", (
                  _bag(35, 139, 1150, "Thirty-five litres slide under a thwart."),
                  _bag(60, 169, 1450, "Sixty litres hold a week's dry clothes."),
              )),
        Model("Nordvika", "Havn Canvas Weekend Bag", 179, "forest green, brown", "water-resistant, repairable", "waxed cotton, leather",
              {"volume_l": 38, "weight_g": 1450}, """
              Waxed canvas, brass, and straps from a saddler in Bergen. Each scuff is a place you have been."""),
        Model("Wayhouse", "Terminal * Wheeled Duffel Bag", 189, "charcoal grey, burgundy", "lockable, reinforced", "recycled polyester, aluminium", {}, """
              Soft above, hard below, on two wheels from the world of skateboards. Cobblestones are its idea of fun.""", (
                  _bag(40, 189, 2600, "The 40 is within cabin limits, handle in."),
                  _bag(90, 239, 3400, "The 90 stands up by itself, even half full."),
              )),
        Model("Pinewise", "Flotsam * Recycled Duffel Bag", 99, "moss green, mustard yellow", "recycled, vegan, water-resistant", "recycled polyester", {}, """
              Sewn from the ends of rolls, so the lining is whatever there was. Compression straps inside keep a small load
              small.""", (
                  _bag(45, 99, 940, "Forty-five litres, with a shoe pocket."),
                  _bag(65, 115, 1080, "Sixty-five litres, with two."),
              )),
    ),
)  # fmt: skip

DRY_BAGS = Kind(
    "dry bag", "packs",
    models=(
        Model("Saltgrass", "Cockle Roll-Top Dry Bag *", 16.95, "orange, blue, yellow", "waterproof, lightweight", "TPU-coated nylon", {}, """
              Roll three times, clip, sling it in. The light lining inside lets you find a sock without emptying the lot.""", (
                  _bag(5, 16.95, 70, "Five litres: phone, wallet, keys, sandwich."),
                  _bag(13, 22.95, 105, "Thirteen litres: a sleeping bag or a day's clothes."),
                  _bag(35, 34.95, 180, "Thirty-five litres: everything for a night."),
              )),
        Model("Featherlode", "Film Ultralight Dry Bag *", 19.95, "stone grey, yellow", "waterproof, ultralight", "silicone-coated ripstop nylon", {}, """
              For the inside of a pack, not the outside of a raft. Thin as a chip bag, and the seams are taped by
              hand.""", (
                  _bag(4, 19.95, 18, "Four litres, for electronics."),
                  _bag(8, 23.95, 25, "Eight litres, for clothes."),
                  _bag(20, 29.95, 41, "Twenty litres, for a quilt."),
              )),
        Model("Tarn Basics", "Dry Bag Set, 3 Sizes", 29.95, "green, orange", "waterproof", "polyester, PVC-free coating", {"weight_g": 340, "volumes_l": "5, 10, 20"}, """
              Three bags in three sizes and one colour each. Enough to sort a canoe or a messy backpack."""),
        Model("Saltgrass", "Barnacle Dry Backpack 50 L", 119, "black, orange", "waterproof, reinforced, adjustable", "PVC-free tarpaulin",
              {"volume_l": 50, "weight_g": 1400}, """
              A barrel with straps, for portages and wet landings. The harness comes off and the rest scrubs clean."""),
        Model("Pinewise", "Heron Waterproof Phone Pouch", 17.95, "black, teal", "waterproof, touchscreen-compatible, recycled", "recycled TPU",
              {"weight_g": 42, "depth_m": 10}, """
              Takes any phone, photos included, and brings it back up if you drop it overboard. Rinse off the salt."""),
    ),
)  # fmt: skip

SUITCASES = Kind(
    "suitcase", "travel",
    models=(
        Model("Wayhouse", "Parallel * Hard-Shell Suitcase", 159, "navy, silver, burnt orange", "lockable, reinforced", "recycled polycarbonate, aluminium", {}, """
              Ribbed shell, four silent wheels, and a lock that customs officers can open without a crowbar. Any wheel or
              handle that breaks comes in the mail, with a screwdriver.""", (
                  _bag(36, 159, 2900, "The cabin size: 22 by 14 by 9 inches, wheels included."),
                  _bag(68, 209, 3800, "The medium size is right for ten days."),
                  _bag(98, 249, 4500, "The large size is for families, and for whoever packs for them."),
              )),
        Model("Tarn Basics", "Shuttle * Soft Suitcase", 79.95, "black, teal", "lockable", "polyester", {}, """
              Light cloth on a light frame, with two outside pockets for what you want before landing. Expands by a
              hand's breadth on the way home.""", (
                  _bag(38, 79.95, 2300, "The cabin size fits under most strict airlines' limits."),
                  _bag(75, 109, 3100, "The large size weighs less than most of its class."),
              )),
        Model("Pinewise", "Roundtrip Recycled Cabin Suitcase", 189, "forest green, cream", "recycled, vegan, cabin size, lockable", "recycled polypropylene",
              {"volume_l": 37, "weight_g": 2700}, """
              Pressed from returned food boxes, lined with returned bottles, and taken back in turn when you are done with
              it."""),
        Model("Wrenfield", "Snail Kids' Ride-On Suitcase", 64.95, "green, red", "lockable", "polypropylene", {"volume_l": 18, "weight_g": 1900}, """
              Luggage, seat, race car. The feelers are handles, and the strap is for towing tired passengers to the
              gate."""),
    ),
)  # fmt: skip

PACKING_CUBES = Kind(
    "packing cubes", "travel",
    models=(
        Model("Wayhouse", "Compression Packing Cubes, Set of 3", 44.95, "slate blue, coral", "lightweight, recycled", "recycled nylon",
              {"weight_g": 280, "volumes_l": "4, 9, 14"}, """
              A second zip squeezes each cube by a third. Shirts come out creased, but they come along."""),
        Model("Tarn Basics", "Mesh Packing Cubes, Set of 4", 21.95, "grey, green", "lightweight", "polyester", {"weight_g": 250, "volumes_l": "2, 5, 8, 12"}, """
              See-through lids, one for each day or each child. They fold flat when you are home."""),
        Model("Featherlode", "Feather Packing Cube", 16.95, "yellow, stone grey", "ultralight, water-resistant", "ripstop nylon",
              {"weight_g": 22, "volume_l": 8}, """
              One cube, lighter than the label on most. It doubles as a pillow case for a rolled fleece."""),
    ),
)  # fmt: skip

KINDS = (DUFFEL_BAGS, DRY_BAGS, SUITCASES, PACKING_CUBES)
