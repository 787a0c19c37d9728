"""Trekking poles, first aid kits and sunglasses."""

from __future__ import annotations

from ..source import Kind, Model

POLES = Kind(
    "trekking poles", "camp",
    models=(
        Model(
            "Merlin Ridge", "Stilt Aluminium Trekking Poles", 74.95,
            colours="slate blue, burnt orange, black", features="adjustable, reinforced",
            material="aluminium, cork", specs={"weight_g": 490, "packed_cm": 63, "length_cm": "105 to 135"},
            story="""
            Cork that shapes itself to your hands and levers that hold on a cold morning. Spare tips last
            longer than the first pair of boots.
            """,
        ),
        Model(
            "Merlin Ridge", "Stilt Shock Trekking Poles", 94.95, colours="black, rust red",
            features="adjustable, reinforced", material="aluminium, foam",
            specs={"weight_g": 560, "packed_cm": 65, "length_cm": "105 to 140"},
            story="""
            The Stilt with a spring that takes the jar out of long descents. Turn the collar and it's off for
            the climb.
            """,
        ),
        Model(
            "Featherlode", "Reed Carbon Trekking Poles", 159, colours="black, stone grey",
            features="ultralight, foldable, packable", material="carbon fibre, foam",
            specs={"weight_g": 290, "packed_cm": 36, "length_cm": "110 to 130"},
            story="""
            Fold in three like a tent pole and vanish into a pack. Carbon is strong along and weak across:
            keep them from between boulders.
            """,
        ),
        Model(
            "Fleetfell", "Javelin Running Poles", 129, colours="yellow, black",
            features="ultralight, foldable", material="carbon fibre",
            specs={"weight_g": 230, "packed_cm": 38, "length_cm": "fixed"},
            sizes={"110 cm": 0, "115 cm": 0, "120 cm": 0, "125 cm": 0},
            story="""
            A glove clips to the grip, so you can let go to drink and catch them again without looking. Fixed
            lengths, because a joint less is a worry less.
            """,
        ),
        Model(
            "Tarn Basics", "Ramble Trekking Poles", 34.95, colours="green, black", features="adjustable",
            material="aluminium, rubber", specs={"weight_g": 540, "packed_cm": 66, "length_cm": "105 to 135"},
            story="""
            A pair, with straps and rubber feet for pavements. Twist locks that want tightening twice a day.
            """,
        ),
        Model(
            "Altavane", "Piolet Snow Trekking Poles", 139, colours="red, charcoal grey",
            features="adjustable, reinforced, 4-season", material="aluminium, carbon fibre",
            specs={"weight_g": 470, "packed_cm": 64, "length_cm": "100 to 140"},
            story="""
            Wide baskets for powder, small ones for rock, and a long grip to choke up on when traversing a
            steep bank. The locks can be worked in mittens.
            """,
        ),
        Model(
            "Wrenfield", "Sapling Kids' Trekking Poles", 32.95, colours="green, turquoise",
            features="adjustable, lightweight", material="aluminium, foam",
            specs={"weight_g": 340, "packed_cm": 46, "length_cm": "70 to 105"},
            story="""
            Small grips, soft straps, and a compass in the top that even points north. From about five years.
            """,
        ),
        Model(
            "Pinewise", "Hazelwand Walking Staff", 49.95, colours="brown", features="handmade, repairable",
            material="hazel wood, leather", specs={"weight_g": 420, "length_cm": "130"},
            story="""
            One stick, cut in winter, seasoned for two years, tipped with brass. Saw it to your height.
            """,
        ),
    ),
)  # fmt: skip

FIRST_AID = Kind(
    "first aid kit", "safety",
    models=(
        Model(
            "Kindhand", "Pocket First Aid Kit", 16.95, colours="red",
            features="packable, lightweight, water-resistant", material="nylon",
            specs={"pieces": 24, "weight_g": 110, "people": 1},
            story="""
            Blisters, splinters, small cuts, a headache. As much as fits in a palm and is still worth having.
            """,
        ),
        Model(
            "Kindhand", "Day Hike First Aid Kit", 29.95, colours="red, forest green",
            features="packable, water-resistant", material="nylon",
            specs={"pieces": 56, "weight_g": 290, "people": 4},
            story="""
            Opens flat, so both hands are free, and each pocket says what it's for rather than what's in it.
            Includes a sprain bandage and tape worth the name.
            """,
        ),
        Model(
            "Kindhand", "Expedition First Aid Kit", 99, colours="red", features="waterproof, reinforced",
            material="TPU-coated nylon", specs={"pieces": 142, "weight_g": 980, "people": 8},
            story="""
            Put together with mountain doctors for groups a day or more from help. Splint, wound closure, burn
            gel, and a booklet that stays calm.
            """,
        ),
        Model(
            "Kindhand", "Blister First Aid Kit", 12.95, colours="green", features="packable, lightweight",
            material="hydrocolloid, cotton tape", specs={"pieces": 18, "weight_g": 60, "people": 1},
            story="""
            Three sizes of cushion, a needle, a wipe, tape. Use it at the first hot spot, not at the hut.
            """,
        ),
        Model(
            "Kindhand", "Family Car First Aid Kit", 42.95, colours="red", features="reinforced",
            material="EVA, nylon", specs={"pieces": 98, "weight_g": 720, "people": 5},
            story="""
            For picnics, playgrounds and the third row of seats. Has cartoon bandages on top, where children
            can see them.
            """,
        ),
        Model(
            "Kindhand", "Dog First Aid Kit", 34.95, colours="orange", features="water-resistant, packable",
            material="nylon", specs={"pieces": 34, "weight_g": 310},
            story="""
            Paw boots, tick hook, bandage that sticks to itself and not to fur, a foil blanket. A vet wrote
            the leaflet.
            """,
        ),
        Model(
            "Kindhand", "Emergency Blanket, Pack of 2", 9.95, colours="gold, silver",
            features="waterproof, windproof, ultralight", material="metallised polyester",
            specs={"weight_g": 120, "pieces": 2},
            story="""
            Folded, a deck of cards; open, the difference between cold and too cold. Gold side out.
            """,
        ),
    ),
)  # fmt: skip

SUNGLASSES = Kind(
    "sunglasses", "accessories",
    models=(
        Model(
            "Saltgrass", "Groyne Polarised Sunglasses", 69.95, colours="black, brown, olive",
            features="polarised, uv protection, lightweight", material="bio-based nylon",
            specs={"weight_g": 26, "category": 3},
            story="""
            Takes the glitter off water so that you see the fish. They float, lenses down, until you fetch
            them.
            """,
        ),
        Model(
            "Saltgrass", "Cuttle Polarised Sunglasses", 74.95, colours="navy, turquoise, coral",
            features="polarised, uv protection, recycled", material="recycled fishing net",
            specs={"weight_g": 28, "category": 3},
            story="""
            A rounder face and bigger lenses, from nets that won't catch anything again. Case and cloth come
            out of the same net.
            """,
        ),
        Model(
            "Altavane", "Névé Glacier Sunglasses", 149, colours="black, white",
            features="uv protection, reinforced", material="nylon, leather",
            specs={"weight_g": 38, "category": 4},
            story="""
            Category 4 lenses and side shields that keep the glare out. Too dark to drive in, which is the
            law.
            """,
        ),
        Model(
            "Fleetfell", "Slipstream Running Sunglasses", 89, colours="yellow, black, ice blue",
            features="uv protection, lightweight, non-slip", material="nylon",
            specs={"weight_g": 22, "category": 2},
            story="""
            One wide lens that darkens by itself, in a frame that grips more as you sweat. Clear enough for
            woods.
            """,
        ),
        Model(
            "Cinderpath", "Gravel Eye Bike Sunglasses", 94.95, colours="black, burnt orange",
            features="uv protection, adjustable", material="nylon", specs={"weight_g": 31, "category": 3},
            story="""
            Wide enough to look over your shoulder, vented so they don't fog at the lights. A clear lens comes
            in the case.
            """,
        ),
        Model(
            "Tarn Basics", "Picnic Sunglasses", 17.95, colours="black, brown, red", features="uv protection",
            material="polycarbonate", specs={"weight_g": 25, "category": 3},
            story="""
            Full protection, no pretensions, in a shape that suits most faces. Cheap enough to sit on.
            """,
        ),
        Model(
            "Pinewise", "Knot Wooden Sunglasses", 79.95, colours="brown, beige",
            features="polarised, uv protection, handmade", material="walnut wood, cellulose acetate",
            specs={"weight_g": 27, "category": 3},
            story="""
            Temples sliced from furniture makers' offcuts, fronts from cotton. Warm against the skin, each
            grain its own.
            """,
        ),
        Model(
            "Wrenfield", "Squint Kids' Sunglasses", 19.95, colours="green, pink, sky blue",
            features="uv protection, bpa-free", material="rubberised nylon",
            specs={"weight_g": 18, "category": 3},
            story="""
            Bend them, chew them, tread on them: the lenses stay in. A strap is in the box, and fits round a
            sun hat.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (POLES, FIRST_AID, SUNGLASSES)
