"""Tents, tarps and hammocks."""

from __future__ import annotations

from ..source import Edition, Kind, Model


def _tent(persons: int, price: float, weight_g: int, floor_m2: float, packed_cm: str, note: str) -> Edition:
    specs = {"persons": persons, "weight_g": weight_g, "floor_m2": floor_m2, "packed_size_cm": packed_cm}
    return Edition(f"{persons}-Person", price, dict(specs), note)


TENTS = Kind(
    "tent", "tents",
    models=(
        Model("Tarn Basics", "Tarnside * Tent", 99, "green, orange", "waterproof, freestanding, 3-season", "polyester, fibreglass",
              {"waterproof_rating_mm": 3000, "pitching_min": 8}, """
              A two-pole dome that has taken half our customers camping for the first time. The poles are colour-coded and
              the pegs are better than they need to be.""", (
                  _tent(2, 99, 2650, 2.9, "45 × 15", "Two adults lie side by side, with boots and packs in the porch."),
                  _tent(3, 129, 3250, 3.9, "48 × 17", "Three fit cosily, or two with a dog and all their luggage."),
                  _tent(4, 159, 4200, 5.0, "52 × 19", "Four mats touch in this one; for three it is roomy."),
              )),
        Model("Campfold", "Meadowlark * Family Tent", 329, "forest green, sky blue", "waterproof, 3-season", "polyester, steel, fibreglass",
              {"waterproof_rating_mm": 4000, "pitching_min": 20, "rooms": 2}, """
              A bedroom that stays dark past five in the morning, a living room with windows, and height to stand up
              straight in. The floor lies flat in the doorway, so nobody trips and nothing pools.""", (
                  _tent(4, 329, 13800, 9.2, "68 × 30", "Sleeps two adults and two children in one divided room."),
                  _tent(6, 449, 18500, 14.5, "75 × 35", "Two bedrooms sleep six; leave one unhung and you have a ballroom."),
              )),
        Model("Campfold", "Blink * Pop-Up Tent", 89, "turquoise, orange", "waterproof, freestanding", "polyester, fibreglass",
              {"waterproof_rating_mm": 2000, "pitching_min": 1}, """
              Throw it, peg it, done. Folding it up again takes two people and a sense of humour the first time; the
              instructions are printed on the bag.""", (
                  _tent(2, 89, 2900, 2.8, "77 across", "The two-person size suits festivals and back gardens."),
                  _tent(3, 109, 3600, 3.8, "85 across", "The three-person size has room for two and their weekend."),
              )),
        Model("Campfold", "Skylight * Inflatable Tent", 599, "stone grey, teal", "waterproof, inflatable, 3-season", "polyester, TPU",
              {"waterproof_rating_mm": 5000, "pitching_min": 12, "rooms": 2}, """
              Air beams instead of poles: peg the corners, pump for five minutes, and it stands. In a gale the beams bend
              and come back, where a pole would break.""", (
                  _tent(4, 599, 15200, 10.4, "72 × 38", "One bedroom for four, and a porch for bicycles."),
                  _tent(6, 749, 19900, 15.8, "78 × 42", "Two bedrooms for six with the living room between them."),
              )),
        Model("Merlin Ridge", "Bothy * Backpacking Tent", 219, "moss green, rust red", "waterproof, lightweight, freestanding, 3-season",
              "ripstop nylon, aluminium", {"waterproof_rating_mm": 4000, "pitching_min": 6}, """
              Inner and outer go up together, so the bed stays dry when you arrive in the rain. Steep walls, honest room,
              a porch that takes a stove.""", (
                  _tent(1, 219, 1550, 1.9, "42 × 13", "For one person and a wet pack."),
                  _tent(2, 269, 2050, 2.8, "45 × 14", "Two doors and two porches save the two of you an argument at night."),
                  _tent(3, 329, 2580, 3.7, "47 × 16", "Split three ways it comes to less than two pounds each."),
              )),
        Model("Featherlode", "Thistle * Ultralight Tent", 399, "stone grey, olive", "waterproof, ultralight, packable, 3-season",
              "silicone-coated ripstop nylon", {"waterproof_rating_mm": 2500, "pitching_min": 5}, """
              Pitches with the trekking poles you are carrying anyway. The fabric is thin and clever and needs a clear
              patch of ground; seal the ridge seam once before the first trip.""", (
                  _tent(1, 399, 690, 1.8, "30 × 12", "The solo Thistle is taller than most at the head end, so you can sit up and cook."),
                  _tent(2, 479, 890, 2.6, "32 × 13", "Two people, two doors, under two pounds; mats must be tapered."),
              )),
        Model("Featherlode", "Cobweb * Composite Tent", 649, "white, stone grey", "waterproof, ultralight, packable, 3-season",
              "laminated polyethylene", {"waterproof_rating_mm": 8000, "pitching_min": 5}, """
              Made of a laminate that doesn't sag when wet and barely registers on a kitchen scale. Dear, translucent,
              a little crinkly at night, and loved by people who walk for months.""", (
                  _tent(1, 649, 480, 1.8, "33 × 14", "For one, with a bathtub floor that clips out."),
                  _tent(2, 749, 590, 2.6, "35 × 15", "For two who know each other well."),
              )),
        Model("Nordvika", "Hallingskarv * Tunnel Tent", 699, "red, green", "waterproof, reinforced, 4-season, repairable", "silicone-coated ripstop nylon, aluminium",
              {"waterproof_rating_mm": 5000, "pitching_min": 7}, """
              Ten-millimetre poles, snow valances, and a shape that ignores the wind as long as its back is turned to
              it. Every part is sold separately, for ever.""", (
                  _tent(2, 699, 2700, 3.0, "48 × 16", "With two inside there is a porch big enough to cook standing on your knees."),
                  _tent(3, 829, 3300, 4.1, "50 × 18", "Made for three with winter clothes and tempers to dry."),
              )),
        Model("Altavane", "Bergschrund * Mountain Tent", 749, "yellow, red", "waterproof, freestanding, 4-season, reinforced", "ripstop nylon, aluminium",
              {"waterproof_rating_mm": 8000, "pitching_min": 9}, """
              Four crossing poles, a single wall, a doorway that you can shovel from the inside. For places where the tent
              is the only thing between you and the weather.""", (
                  _tent(2, 749, 2300, 2.7, "46 × 16", "The two-person size fits on a ledge hacked out of snow."),
              )),
        Model("Pinewise", "Glade * Recycled Tent", 239, "green, mustard yellow", "waterproof, freestanding, 3-season, recycled, pfas-free",
              "recycled polyester, aluminium", {"waterproof_rating_mm": 3000, "pitching_min": 7}, """
              Fly, floor, mesh and bag are all recycled, and the yarn is coloured before it is spun, which saves a bath of
              water for every tent. Roomy for its weight and easy on the eye.""", (
                  _tent(2, 239, 2250, 2.9, "45 × 15", "For two, with a hammock shelf for glasses and lamps."),
                  _tent(4, 349, 3950, 5.2, "52 × 18", "For a small family, with a door at each end."),
              )),
        Model("Wrenfield", "Den Building * Kids' Play Tent", 69.95, "turquoise, coral", "freestanding, machine-washable", "cotton, fibreglass",
              {"pitching_min": 4}, """
              For gardens and bedrooms; rain goes through it, adventures don't. The cover comes off for the wash and the
              poles are too blunt to fence with.""", (
                  _tent(2, 69.95, 2100, 1.7, "80 × 14", "Two children and one patient dog."),
              )),
        Model("Merlin Ridge", "Fastnet * Geodesic Tent", 429, "burnt orange, forest green", "waterproof, freestanding, 4-season", "ripstop nylon, aluminium",
              {"waterproof_rating_mm": 5000, "pitching_min": 10}, """
              Crossed poles make a shape that stands by itself and takes wind from any side. The middle way between a
              summer tent and an expedition.""", (
                  _tent(2, 429, 2500, 2.8, "46 × 16", "With two inside there is a gear loft and a porch on either side."),
                  _tent(3, 519, 3100, 3.8, "48 × 18", "Three sleep in line; the third goes in last."),
              )),
    ),
)  # fmt: skip

TARPS = Kind(
    "tarp", "tents",
    models=(
        Model("Tarn Basics", "Allweather Tarp *", 44.95, "green, tan", "waterproof, reinforced", "polyester", {"waterproof_rating_mm": 3000}, """
              A square of coated cloth with loops on every side. Lunch shelter, boot room, firewood cover, den.""", (
                  Edition("3 × 3 m", 44.95, {"weight_g": 950, "area_m2": 9}, "The small one shelters two hammocks' worth of kit."),
                  Edition("4 × 4 m", 64.95, {"weight_g": 1550, "area_m2": 16}, "The big one covers a table and everybody at it."),
              )),
        Model("Featherlode", "Moth Ultralight Tarp *", 149, "stone grey, olive", "waterproof, ultralight, packable", "silicone-coated ripstop nylon",
              {"waterproof_rating_mm": 2000}, """
              A shaped tarp with curved edges that pull it taut. Learn three knots and it weighs a third of any tent.""", (
                  Edition("Solo", 149, {"weight_g": 240, "area_m2": 5.2}, "Cut for one sleeper and a pack."),
                  Edition("Duo", 189, {"weight_g": 330, "area_m2": 7.6}, "Wide enough for two to lie dry in slanting rain."),
              )),
        Model("Nordvika", "Gapahuk Wing Tarp", 139, "green, red", "waterproof, reinforced, repairable", "ripstop nylon",
              {"weight_g": 880, "area_m2": 12, "waterproof_rating_mm": 4000}, """
              The open-fronted Norwegian lean-to, in cloth. Fire in front, wall behind, everybody facing the same
              story."""),
        Model("Wrenfield", "Beach Shade Shelter", 74.95, "turquoise, yellow", "uv protection, packable", "polyester, elastane",
              {"weight_g": 1850, "area_m2": 9}, """
              Four sandbags and two poles make a stretch of shade that moves with the breeze instead of taking off in
              it. UPF 50, and the bags fill with whatever the beach is made of."""),
        Model("Campfold", "Awning Side Shelter", 179, "charcoal grey, green", "waterproof", "polyester, steel",
              {"weight_g": 7200, "area_m2": 15, "waterproof_rating_mm": 3000}, """
              Leans against a car, a van or a tree. Two mesh walls roll down when the mosquitoes clock on."""),
    ),
)  # fmt: skip

HAMMOCKS = Kind(
    "hammock", "tents",
    models=(
        Model("Tarn Basics", "Orchard * Hammock", 29.95, "green, orange, blue", "lightweight, packable", "nylon", {"max_load_kg": 180}, """
              Parachute cloth, two carabiners, no instructions needed. Straps that spare the bark are sold with it, not
              extra.""", (
                  Edition("Single", 29.95, {"weight_g": 480, "length_cm": 270}, "One person and one book."),
                  Edition("Double", 39.95, {"weight_g": 590, "length_cm": 300, "max_load_kg": 220}, "Wide enough to lie flat across, or for two who agree on a direction."),
              )),
        Model("Featherlode", "Spindle Ultralight Hammock", 84.95, "olive, sky blue", "ultralight, packable", "ripstop nylon",
              {"weight_g": 165, "length_cm": 300, "max_load_kg": 130}, """
              Bare bones for people who sleep in trees to save weight. Straps and ridge line are included in the 165
              grams, which we didn't believe either."""),
        Model("Pinewise", "Canopy Hammock with Bug Net", 119, "moss green, beige", "recycled, packable, breathable", "recycled polyester",
              {"weight_g": 820, "length_cm": 310, "max_load_kg": 160}, """
              A net that zips right round, a pocket for glasses, and an asymmetric cut that lets you lie flat. Flip it
              over and it is a plain hammock."""),
        Model("Merlin Ridge", "Roost Expedition Hammock Set", 229, "forest green", "waterproof, packable", "ripstop nylon",
              {"weight_g": 1450, "length_cm": 320, "max_load_kg": 150, "waterproof_rating_mm": 3000}, """
              Hammock, net, tarp and an underquilt sleeve that go up as one in ten minutes. For woods with no flat
              ground and no dry ground either."""),
        Model("Campfold", "Porch Cotton Hammock", 54.95, "cream, red, blue", "handmade", "cotton", {"weight_g": 1900, "length_cm": 340, "max_load_kg": 160}, """
              Woven in Nicaragua on wooden looms, for two trees at home and the whole of July. Take it in when it
              rains."""),
        Model("Wrenfield", "Sloth Kids' Hammock", 27.95, "turquoise, coral", "machine-washable, packable", "nylon",
              {"weight_g": 310, "length_cm": 190, "max_load_kg": 70}, """
              Hangs low, hugs close, and has a pocket for a flashlight and a comic. Meant for under-twelves, and two
              will get in."""),
    ),
)  # fmt: skip

KINDS = (TENTS, TARPS, HAMMOCKS)
