"""Trekking poles, first aid kits and sunglasses."""

from __future__ import annotations

from ..source import Kind, Model

POLES = Kind(
    "trekking poles", "camp",
    models=(
        Model("Merlin Ridge", "Stilt Aluminium Trekking Poles", 74.95, "slate blue, burnt orange, black", "adjustable, reinforced", "aluminium, cork", {"weight_g": 490, "packed_cm": 63, "length_cm": "105–135"}, """
              Cork that shapes itself to your hands and levers that hold on a cold morning. Spare tips last longer than the first
              pair of boots."""),
        Model("Merlin Ridge", "Stilt Shock Trekking Poles", 94.95, "black, rust red", "adjustable, reinforced", "aluminium, foam", {"weight_g": 560, "packed_cm": 65, "length_cm": "105–140"}, """
              The Stilt with a spring that takes the jar out of long descents. Turn the collar and it's off for the climb."""),
        Model("Featherlode", "Reed Carbon Trekking Poles", 159, "black, stone grey", "ultralight, foldable, packable", "carbon fibre, foam", {"weight_g": 290, "packed_cm": 36, "length_cm": "110–130"}, """
              Fold in three like a tent pole and vanish into a pack. Carbon is strong along and weak across: keep them from
              between boulders."""),
        Model("Fleetfell", "Javelin Running Poles", 129, "yellow, black", "ultralight, foldable", "carbon fibre", {"weight_g": 230, "packed_cm": 38, "length_cm": "fixed"}, """
              A glove clips to the grip, so you can let go to drink and catch them again without looking.""",
              sizes={"110 cm": 0, "115 cm": 0, "120 cm": 0, "125 cm": 0}),
        Model("Tarn Basics", "Ramble Trekking Poles", 34.95, "green, black", "adjustable", "aluminium, rubber", {"weight_g": 540, "packed_cm": 66, "length_cm": "105–135"}, """
              A pair, with straps and rubber feet for pavements. Twist locks that want tightening twice a day."""),
        Model("Altavane", "Piolet Snow Trekking Poles", 139, "red, charcoal grey", "adjustable, reinforced, 4-season", "aluminium, carbon fibre", {"weight_g": 470, "packed_cm": 64, "length_cm": "100–140"}, """
              Wide baskets for powder, small ones for rock, and a long grip to choke up on when traversing a steep bank."""),
        Model("Wrenfield", "Sapling Kids' Trekking Poles", 32.95, "green, turquoise", "adjustable, lightweight", "aluminium, foam", {"weight_g": 340, "packed_cm": 46, "length_cm": "70–105"}, """
              Small grips, soft straps, and a compass in the top that even points north. From about five years."""),
        Model("Pinewise", "Hazelwand Walking Staff", 49.95, "brown", "handmade, repairable", "hazel wood, leather", {"weight_g": 420, "length_cm": "130"}, """
              One stick, cut in winter, seasoned for two years, tipped with brass. Saw it to your height."""),
    ),
)  # fmt: skip

FIRST_AID = Kind(
    "first aid kit", "safety",
    models=(
        Model("Kindhand", "Pocket First Aid Kit", 16.95, "red", "packable, lightweight, water-resistant", "nylon", {"pieces": 24, "weight_g": 110, "people": 1}, """
              Blisters, splinters, small cuts, a headache. As much as fits in a palm and is still worth having."""),
        Model("Kindhand", "Day Hike First Aid Kit", 29.95, "red, forest green", "packable, water-resistant", "nylon", {"pieces": 56, "weight_g": 290, "people": 4}, """
              Opens flat, so both hands are free, and each pocket says what it's for rather than what's in it. Includes a
              sprain bandage and tape worth the name."""),
        Model("Kindhand", "Expedition First Aid Kit", 99, "red", "waterproof, reinforced", "TPU-coated nylon", {"pieces": 142, "weight_g": 980, "people": 8}, """
              Put together with mountain doctors for groups a day or more from help. Splint, wound closure, burn gel, and a
              booklet that stays calm."""),
        Model("Kindhand", "Blister First Aid Kit", 12.95, "green", "packable, lightweight", "hydrocolloid, cotton tape", {"pieces": 18, "weight_g": 60, "people": 1}, """
              Three sizes of cushion, a needle, a wipe, tape. Use it at the first hot spot, not at the hut."""),
        Model("Kindhand", "Family Car First Aid Kit", 42.95, "red", "reinforced", "EVA, nylon", {"pieces": 98, "weight_g": 720, "people": 5}, """
              For picnics, playgrounds and the third row of seats. Has cartoon bandages on top, where children can see
              them."""),
        Model("Kindhand", "Dog First Aid Kit", 34.95, "orange", "water-resistant, packable", "nylon", {"pieces": 34, "weight_g": 310}, """
              Paw boots, tick hook, bandage that sticks to itself and not to fur, a foil blanket. A vet wrote the
              leaflet."""),
        Model("Kindhand", "Emergency Blanket, Pack of 2", 9.95, "gold, silver", "waterproof, windproof, ultralight", "metallised polyester", {"weight_g": 120, "pieces": 2}, """
              Folded, a deck of cards; open, the difference between cold and too cold. Gold side out."""),
    ),
)  # fmt: skip

SUNGLASSES = Kind(
    "sunglasses", "accessories",
    models=(
        Model("Saltgrass", "Groyne Polarised Sunglasses", 69.95, "black, brown, olive", "polarised, uv protection, lightweight", "bio-based nylon", {"weight_g": 26, "category": 3}, """
              Takes the glitter off water so that you see the fish. They float, lenses down, until you fetch them."""),
        Model("Saltgrass", "Cuttle Polarised Sunglasses", 74.95, "navy, turquoise, coral", "polarised, uv protection, recycled", "recycled fishing net", {"weight_g": 28, "category": 3}, """
              A rounder face and bigger lenses, from nets that won't catch anything again."""),
        Model("Altavane", "Névé Glacier Sunglasses", 149, "black, white", "uv protection, reinforced", "nylon, leather", {"weight_g": 38, "category": 4}, """
              Category 4 lenses and side shields that keep the glare out. Too dark to drive in, which is the
              law."""),
        Model("Fleetfell", "Slipstream Running Sunglasses", 89, "yellow, black, ice blue", "uv protection, lightweight, non-slip", "nylon", {"weight_g": 22, "category": 2}, """
              One wide lens that darkens by itself, in a frame that grips more as you sweat. Clear enough for woods."""),
        Model("Cinderpath", "Gravel Eye Bike Sunglasses", 94.95, "black, burnt orange", "uv protection, adjustable", "nylon", {"weight_g": 31, "category": 3}, """
              Wide enough to look over your shoulder, vented so they don't fog at the lights. A clear lens comes in
              the case."""),
        Model("Tarn Basics", "Picnic Sunglasses", 17.95, "black, brown, red", "uv protection", "polycarbonate", {"weight_g": 25, "category": 3}, """
              Full protection, no pretensions. Cheap enough to sit on."""),
        Model("Pinewise", "Knot Wooden Sunglasses", 79.95, "brown, beige", "polarised, uv protection, handmade", "walnut wood, cellulose acetate", {"weight_g": 27, "category": 3}, """
              Temples sliced from furniture makers' offcuts, fronts from cotton. Warm against the skin, each grain its own."""),
        Model("Wrenfield", "Squint Kids' Sunglasses", 19.95, "green, pink, sky blue", "uv protection, bpa-free", "rubberised nylon", {"weight_g": 18, "category": 3}, """
              Bend them, chew them, tread on them. A strap is in the box."""),
    ),
)  # fmt: skip

KINDS = (POLES, FIRST_AID, SUNGLASSES)
