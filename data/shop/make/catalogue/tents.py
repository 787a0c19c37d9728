"""Tents."""

from __future__ import annotations

from ..source import Edition, Kind, Model, Specs


def _tent(persons: int, price: float, weight_g: int, floor_m2: float, packed_cm: str, note: str) -> Edition:
    specs: Specs = {
        "persons": persons,
        "weight_g": weight_g,
        "floor_m2": floor_m2,
        "packed_size_cm": packed_cm,
    }
    return Edition(f"{persons}-Person", price, specs, note)


TENTS = Kind(
    "tent", "tents",
    models=(
        Model(
            "Tarn Basics", "Tarnside * Tent", 99, colours="green, orange",
            features="waterproof, freestanding, 3-season", material="polyester, fibreglass",
            specs={"waterproof_rating_mm": 3000, "pitching_min": 8},
            editions=(
                _tent(
                    2, 99, 2650, 2.9, "45 x 15",
                    "Two adults lie side by side, with boots and packs in the porch.",
                ),
                _tent(
                    3, 129, 3250, 3.9, "48 x 17",
                    "Three fit cosily, or two with a dog and all their luggage.",
                ),
                _tent(4, 159, 4200, 5.0, "52 x 19", "Four mats touch in this one; for three it is roomy."),
            ),
            story="""
            A two-pole dome that has taken half our customers camping for the first time. The poles are
            colour-coded and the pegs are better than they need to be.
            """,
        ),
        Model(
            "Campfold", "Meadowlark * Family Tent", 329, colours="forest green, sky blue",
            features="waterproof, 3-season", material="polyester, steel, fibreglass",
            specs={"waterproof_rating_mm": 4000, "pitching_min": 20, "rooms": 2},
            editions=(
                _tent(
                    4, 329, 13800, 9.2, "68 x 30", "Sleeps two adults and two children in one divided room.",
                ),
                _tent(
                    6, 449, 18500, 14.5, "75 x 35",
                    "Two bedrooms sleep six; leave one unhung and you have a ballroom.",
                ),
            ),
            story="""
            A bedroom that stays dark past five in the morning, a living room with windows, and height to
            stand up straight in. The floor lies flat in the doorway, so nobody trips and nothing pools.
            """,
        ),
        Model(
            "Campfold", "Blink * Pop-Up Tent", 89, colours="turquoise, orange",
            features="waterproof, freestanding", material="polyester, fibreglass",
            specs={"waterproof_rating_mm": 2000, "pitching_min": 1},
            editions=(
                _tent(2, 89, 2900, 2.8, "77 across", "The two-person size suits festivals and back gardens."),
                _tent(
                    3, 109, 3600, 3.8, "85 across",
                    "The three-person size has room for two and their weekend.",
                ),
            ),
            story="""
            Throw it, peg it, done. Folding it up again takes two people and a sense of humour the first time;
            the instructions are printed on the bag.
            """,
        ),
        Model(
            "Campfold", "Skylight * Inflatable Tent", 599, colours="stone grey, teal",
            features="waterproof, inflatable, 3-season", material="polyester, TPU",
            specs={"waterproof_rating_mm": 5000, "pitching_min": 12, "rooms": 2},
            editions=(
                _tent(4, 599, 15200, 10.4, "72 x 38", "One bedroom for four, and a porch for bicycles."),
                _tent(
                    6, 749, 19900, 15.8, "78 x 42", "Two bedrooms for six with the living room between them.",
                ),
            ),
            story="""
            Air beams instead of poles: peg the corners, pump for five minutes, and it stands. In a gale the
            beams bend and come back, where a pole would break.
            """,
        ),
        Model(
            "Merlin Ridge", "Bothy * Backpacking Tent", 219, colours="moss green, rust red",
            features="waterproof, lightweight, freestanding, 3-season", material="ripstop nylon, aluminium",
            specs={"waterproof_rating_mm": 4000, "pitching_min": 6},
            editions=(
                _tent(1, 219, 1550, 1.9, "42 x 13", "For one person and a wet pack."),
                _tent(
                    2, 269, 2050, 2.8, "45 x 14",
                    "Two doors and two porches save the two of you an argument at night.",
                ),
                _tent(
                    3, 329, 2580, 3.7, "47 x 16", "Split three ways it comes to less than two pounds each.",
                ),
            ),
            story="""
            Inner and outer go up together, so the bed stays dry when you arrive in the rain. Steep walls,
            honest room, a porch that takes a stove.
            """,
        ),
        Model(
            "Featherlode", "Thistle * Ultralight Tent", 399, colours="stone grey, olive",
            features="waterproof, ultralight, packable, 3-season", material="silicone-coated ripstop nylon",
            specs={"waterproof_rating_mm": 2500, "pitching_min": 5},
            editions=(
                _tent(
                    1, 399, 690, 1.8, "30 x 12",
                    "The solo Thistle is taller than most at the head end, so you can sit up and cook.",
                ),
                _tent(
                    2, 479, 890, 2.6, "32 x 13",
                    "Two people, two doors, under two pounds; mats must be tapered.",
                ),
            ),
            story="""
            Pitches with the trekking poles you are carrying anyway. The fabric is thin and clever and needs a
            clear patch of ground; seal the ridge seam once before the first trip.
            """,
        ),
        Model(
            "Featherlode", "Cobweb * Composite Tent", 649, colours="white, stone grey",
            features="waterproof, ultralight, packable, 3-season", material="laminated polyethylene",
            specs={"waterproof_rating_mm": 8000, "pitching_min": 5},
            editions=(
                _tent(1, 649, 480, 1.8, "33 x 14", "For one, with a bathtub floor that clips out."),
                _tent(2, 749, 590, 2.6, "35 x 15", "For two who know each other well."),
            ),
            story="""
            Made of a laminate that doesn't sag when wet and barely registers on a kitchen scale. Dear,
            translucent, a little crinkly at night, and loved by people who walk for months.
            """,
        ),
        Model(
            "Nordvika", "Hallingskarv * Tunnel Tent", 699, colours="red, green",
            features="waterproof, reinforced, 4-season, repairable",
            material="silicone-coated ripstop nylon, aluminium",
            specs={"waterproof_rating_mm": 5000, "pitching_min": 7},
            editions=(
                _tent(
                    2, 699, 2700, 3.0, "48 x 16",
                    "With two inside there is a porch big enough to cook standing on your knees.",
                ),
                _tent(3, 829, 3300, 4.1, "50 x 18", "Made for three with winter clothes and tempers to dry."),
            ),
            story="""
            Ten-millimetre poles, snow valances, and a shape that ignores the wind as long as its back is
            turned to it. Every part is sold separately, for ever.
            """,
        ),
        Model(
            "Altavane", "Bergschrund * Mountain Tent", 749, colours="yellow, red",
            features="waterproof, freestanding, 4-season, reinforced", material="ripstop nylon, aluminium",
            specs={"waterproof_rating_mm": 8000, "pitching_min": 9},
            editions=(
                _tent(
                    2, 749, 2300, 2.7, "46 x 16", "The two-person size fits on a ledge hacked out of snow.",
                ),
            ),
            story="""
            Four crossing poles, a single wall, a doorway that you can shovel from the inside. For places
            where the tent is the only thing between you and the weather.
            """,
        ),
        Model(
            "Pinewise", "Glade * Recycled Tent", 239, colours="green, mustard yellow",
            features="waterproof, freestanding, 3-season, recycled, pfas-free",
            material="recycled polyester, aluminium", specs={"waterproof_rating_mm": 3000, "pitching_min": 7},
            editions=(
                _tent(2, 239, 2250, 2.9, "45 x 15", "For two, with a hammock shelf for glasses and lamps."),
                _tent(4, 349, 3950, 5.2, "52 x 18", "For a small family, with a door at each end."),
            ),
            story="""
            Fly, floor, mesh and bag are all recycled, and the yarn is coloured before it is spun, which saves
            a bath of water for every tent. Roomy for its weight and easy on the eye.
            """,
        ),
        Model(
            "Wrenfield", "Den Building * Kids' Play Tent", 69.95, colours="turquoise, coral",
            features="freestanding, machine-washable", material="cotton, fibreglass",
            specs={"pitching_min": 4},
            editions=(_tent(2, 69.95, 2100, 1.7, "80 x 14", "Two children and one patient dog."),),
            story="""
            For gardens and bedrooms; rain goes through it, adventures don't. The cover comes off for the wash
            and the poles are too blunt to fence with.
            """,
        ),
        Model(
            "Merlin Ridge", "Fastnet * Geodesic Tent", 429, colours="burnt orange, forest green",
            features="waterproof, freestanding, 4-season", material="ripstop nylon, aluminium",
            specs={"waterproof_rating_mm": 5000, "pitching_min": 10},
            editions=(
                _tent(
                    2, 429, 2500, 2.8, "46 x 16",
                    "With two inside there is a gear loft and a porch on either side.",
                ),
                _tent(3, 519, 3100, 3.8, "48 x 18", "Three sleep in line; the third goes in last."),
            ),
            story="""
            Crossed poles make a shape that stands by itself and takes wind from any side. The middle way
            between a summer tent and an expedition.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (TENTS,)
