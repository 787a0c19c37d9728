"""Small things to carry: towels, pocket knives, binoculars, compasses, umbrellas."""

from __future__ import annotations

from ..source import Kind, Model

TOWELS = Kind(
    "towel", "travel",
    models=(
        Model(
            "Tarn Basics", "Quick-Dry Travel Towel", 14.95, colours="blue, green, coral",
            features="quick-drying, packable, lightweight", material="microfibre", specs={"weight_g": 140},
            sizes={"M": 0, "L": 6, "XL": 10},
            story="""
            Drinks four times its weight, then wrings nearly dry. Feels like a peach until you are used to it.
            """,
        ),
        Model(
            "Saltgrass", "Woven Beach Towel", 32.95, colours="turquoise, mustard yellow, navy",
            features="quick-drying, organic", material="organic cotton", specs={"weight_g": 380},
            story="""
            Flat-woven in Turkey and pre-washed, so that it dries you from the first day. Sand falls out when
            you shake it.
            """,
        ),
        Model(
            "Pinewise", "Linen Travel Towel", 29.95, colours="beige, moss green",
            features="organic, quick-drying, odour-resistant", material="organic linen",
            specs={"weight_g": 210},
            story="""
            Rougher than cotton, faster than cotton, fresher than cotton. The edges are hemmed with a loop.
            """,
        ),
    ),
)  # fmt: skip

KNIVES = Kind(
    "pocket knife", "camp",
    models=(
        Model(
            "Tin & Timber", "Heron Folding Pocket Knife", 54.95, colours="brown",
            features="handmade, repairable", material="carbon steel, olive wood",
            specs={"weight_g": 68, "blade_cm": 7.5},
            story="""
            A thin blade, a locking ring, a handle of prunings. It greys with use and wants a drop of oil.
            """,
        ),
        Model(
            "Nordvika", "Spikke Carving Knife", 64.95, colours="tan", features="reinforced",
            material="carbon steel, birch wood, leather", specs={"weight_g": 120, "blade_cm": 9},
            story="""
            The first knife of every Norwegian ten-year-old, and often the last. A fixed blade that carves
            spoons and splits kindling; leather sheath.
            """,
        ),
        Model(
            "Merlin Ridge", "Eleven Pocket Multi-Tool", 49.95, colours="black, silver", features="packable",
            material="stainless steel", specs={"weight_g": 165, "blade_cm": 6, "tools": 11},
            story="""
            Pliers, two blades, three screwdrivers, saw, file, scissors, awl, opener. Stiff for a week, smooth
            for ever.
            """,
        ),
        Model(
            "Tarn Basics", "Picnic Pocket Knife", 16.95, colours="red, green", features="lightweight",
            material="stainless steel, ABS", specs={"weight_g": 45, "blade_cm": 5, "tools": 5},
            story="""
            Blade, corkscrew, opener, tweezers, toothpick: a good lunch and the splinter after it. Goes on a
            key ring, and not in hand luggage.
            """,
        ),
    ),
)  # fmt: skip

BINOCULARS = Kind(
    "binoculars", "camp",
    models=(
        Model(
            "Cairnlink", "Warbler 8x32 Binoculars", 179, colours="forest green, black",
            features="waterproof, lightweight", material="magnesium, glass, rubber",
            specs={"weight_g": 480, "magnification": 8, "lens_mm": 32},
            story="""
            Small enough to be round your neck when the bird is there. Bright at dusk, close-focusing for
            butterflies, filled with nitrogen so they never fog.
            """,
        ),
        Model(
            "Tarn Basics", "Lookout 10x25 Binoculars", 39.95, colours="black",
            features="foldable, lightweight", material="polycarbonate, glass",
            specs={"weight_g": 270, "magnification": 10, "lens_mm": 25},
            story="""
            Fold to the size of a sandwich. Best in daylight, with elbows on something.
            """,
        ),
        Model(
            "Wrenfield", "Spy Kids' Binoculars", 24.95, colours="green, turquoise", features="reinforced",
            material="rubber, glass", specs={"weight_g": 190, "magnification": 6, "lens_mm": 21},
            story="""
            Real lenses in thick rubber, with one big wheel to focus. They have been dropped from a treehouse,
            for science.
            """,
        ),
    ),
)  # fmt: skip

COMPASSES = Kind(
    "compass", "camp",
    models=(
        Model(
            "Cairnlink", "Baseplate Compass", 24.95, colours="", features="lightweight", material="acrylic",
            specs={"weight_g": 32, "scales": "1:24,000 and 1:50,000"},
            story="""
            Clear plate, steady needle, edges that match US topographic maps. No battery, no update, no
            excuse.
            """,
        ),
        Model(
            "Cairnlink", "Mirror Sighting Compass", 54.95, colours="", features="adjustable, reinforced",
            material="acrylic, steel", specs={"weight_g": 72, "scales": "1:24,000 and 1:62,500"},
            story="""
            For bearings to a degree across a valley, with a screw for declination. The mirror also finds the
            splinter and the helicopter.
            """,
        ),
        Model(
            "Tin & Timber", "Brass Pocket Compass", 49.95, colours="gold", features="handmade",
            material="brass, glass", specs={"weight_g": 98},
            story="""
            A lidded compass to be handed on. Accurate enough to get home by, handsome enough to stay there.
            """,
        ),
    ),
)  # fmt: skip

UMBRELLAS = Kind(
    "umbrella", "travel",
    models=(
        Model(
            "Featherlode", "Sunbreak Trekking Umbrella", 54.95, colours="silver, black",
            features="ultralight, waterproof, uv protection", material="carbon fibre, polyester",
            specs={"weight_g": 195, "span_cm": 95},
            story="""
            Straps to a pack so both hands stay on the poles. Shade in the desert, dry glasses in the rain, no
            use at all in a gale.
            """,
        ),
        Model(
            "Wayhouse", "Stopover Compact Umbrella", 29.95, colours="black, burgundy, slate blue",
            features="windproof, waterproof, packable", material="steel, recycled polyester",
            specs={"weight_g": 340, "span_cm": 98},
            story="""
            Opens and closes with one thumb. When the wind turns it inside out, press the button and it
            forgives.
            """,
        ),
        Model(
            "Wrenfield", "Toadstool Kids' Umbrella", 19.95, colours="red, green",
            features="waterproof, reflective", material="fibreglass, polyester",
            specs={"weight_g": 260, "span_cm": 72},
            story="""
            White spots that glow in headlights, round tips, and a runner that can't pinch. The handle is a
            loop that small hands don't lose in the wind.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (TOWELS, KNIVES, BINOCULARS, COMPASSES, UMBRELLAS)
