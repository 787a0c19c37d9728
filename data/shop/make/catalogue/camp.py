"""Camping chairs and tables, coolers, towels and pocket knives."""

from __future__ import annotations

from ..source import Kind, Model

CHAIRS = Kind(
    "camping chair", "camp",
    models=(
        Model("Campfold", "Armchair Folding Camping Chair", 44.95, "green, navy, red", "foldable, reinforced", "polyester, steel", {"weight_g": 3400, "load_kg": 130, "seat_height_cm": 46}, """
              Wide arms, a cup holder and a pocket for the thing you're reading. Folds like an umbrella into a bag with a
              strap."""),
        Model("Campfold", "Fireside Low Camping Chair", 54.95, "burnt orange, charcoal grey", "foldable", "cotton canvas, ash wood", {"weight_g": 2900, "load_kg": 110, "seat_height_cm": 28}, """
              Canvas slung between two frames of ash, at the right height for toasting. Comes apart without tools and lies
              flat in the trunk."""),
        Model("Featherlode", "Perch Ultralight Camping Chair", 119, "stone grey, black", "ultralight, packable", "ripstop nylon, aluminium", {"weight_g": 490, "load_kg": 120, "seat_height_cm": 30}, """
              One pound of frame and cloth that clicks together with a shock cord. Feet sink in soft sand unless you buy
              or whittle shoes for them."""),
        Model("Tarn Basics", "Tripod Stool", 19.95, "green, blue", "foldable, lightweight", "polyester, aluminium", {"weight_g": 680, "load_kg": 100, "seat_height_cm": 40}, """
              Three legs never wobble. For anglers, painters and knees that won't do the ground any more."""),
        Model("Tarn Basics", "Festival Folding Camping Chair", 24.95, "blue, green, black", "foldable", "polyester, steel", {"weight_g": 2400, "load_kg": 100, "seat_height_cm": 42}, """
              The plain one. Weighs a bit, costs little, has never been stolen."""),
        Model("Pinewise", "Second Sail Camping Chair", 99, "cream, moss green", "foldable, recycled, repairable", "recycled sailcloth, recycled aluminium", {"weight_g": 1250, "load_kg": 120, "seat_height_cm": 34}, """
              Seats cut from retired sails, stitched with the sailmaker's zigzag. A number may still be on yours."""),
        Model("Wrenfield", "Mini Armchair Kids' Camping Chair", 27.95, "red, turquoise", "foldable", "polyester, steel", {"weight_g": 1300, "load_kg": 40, "seat_height_cm": 28}, """
              Everything the big chair has, cup holder included, at half the height. A lock keeps it from closing on
              fingers."""),
        Model("Campfold", "Loveseat Double Camping Chair", 89, "charcoal grey, teal", "foldable, insulated", "polyester, steel", {"weight_g": 6900, "load_kg": 220, "seat_height_cm": 45}, """
              Quilted, wide enough for two and a dog, with a table that hooks on either side."""),
    ),
)  # fmt: skip

TABLES = Kind(
    "camping table", "camp",
    models=(
        Model("Campfold", "Slat Roll-Up Camping Table", 74.95, "silver", "foldable, reinforced", "aluminium", {"weight_g": 4200, "size_cm": "90 × 60", "height_cm": 70}, """
              Slats that roll up like a blind, on legs that stretch to suit uneven ground. Takes a hot pan."""),
        Model("Featherlode", "Saucer Ultralight Table", 54.95, "black", "ultralight, packable", "aluminium, ripstop nylon", {"weight_g": 390, "size_cm": "40 × 34", "height_cm": 12}, """
              Room for a stove, two mugs and a map. It clicks together from a bundle no thicker than a baguette."""),
        Model("Tarn Basics", "Fold-in-Half Camping Table", 49.95, "green", "foldable", "steel, MDF", {"weight_g": 6100, "size_cm": "120 × 60", "height_cm": 70}, """
              Seats four, folds to a case, wipes clean. Two people carry it happily, one does so grumbling."""),
    ),
)  # fmt: skip

COOLERS = Kind(
    "cooler", "camp",
    models=(
        Model("Campfold", "Icehouse 45 L Cooler", 149, "stone grey, sky blue", "insulated, reinforced, leakproof", "polyethylene, polyurethane foam", {"volume_l": 45, "weight_g": 8200, "cold_h": 96}, """
              Walls as thick as a thumb is long, and a lid you can stand on. Four days of ice if you let it be."""),
        Model("Tarn Basics", "Picnic 24 L Soft Cooler", 34.95, "navy, red", "insulated, foldable, leakproof", "polyester, PEVA", {"volume_l": 24, "weight_g": 820, "cold_h": 12}, """
              A day's cold food for four, on a shoulder strap. Folds flat against the cupboard wall."""),
        Model("Saltgrass", "Floe Backpack Cooler", 99, "turquoise, coral", "insulated, waterproof, leakproof", "TPU-coated nylon", {"volume_l": 20, "weight_g": 1500, "cold_h": 24}, """
              For the walk down to the beach with both hands free. Welded, so the melt stays inside until you pour it
              out."""),
        Model("Ampfield", "Polar 30 L Electric Cooler", 349, "black", "electric, insulated, bluetooth", "polypropylene, steel", {"volume_l": 30, "weight_g": 12500, "power_w": 45}, """
              A real compressor that freezes if asked, from the car's socket or a solar panel. It stops before it drains your
              battery."""),
    ),
)  # fmt: skip

TOWELS = Kind(
    "towel", "travel",
    models=(
        Model("Tarn Basics", "Quick-Dry Travel Towel", 14.95, "blue, green, coral", "quick-drying, packable, lightweight", "microfibre", {"weight_g": 140}, """
              Drinks four times its weight, then wrings nearly dry. Feels like a peach until you are used to
              it.""", sizes={"M": 0, "L": 6, "XL": 10}),
        Model("Saltgrass", "Woven Beach Towel", 32.95, "turquoise, mustard yellow, navy", "quick-drying, organic", "organic cotton", {"weight_g": 380}, """
              Flat-woven in Turkey and pre-washed, so that it dries you from the first day. Sand falls out when you
              shake it."""),
        Model("Pinewise", "Linen Travel Towel", 29.95, "beige, moss green", "organic, quick-drying, odour-resistant", "linen", {"weight_g": 210}, """
              Rougher than cotton, faster than cotton, fresher than cotton. The edges are hemmed with a loop."""),
    ),
)  # fmt: skip

KNIVES = Kind(
    "pocket knife", "camp",
    models=(
        Model("Tin & Timber", "Heron Folding Pocket Knife", 54.95, "brown", "handmade, repairable", "carbon steel, olive wood", {"weight_g": 68, "blade_cm": 7.5}, """
              A thin blade, a locking ring, a handle of prunings. It greys with use and wants a drop of oil."""),
        Model("Nordvika", "Spikke Carving Knife", 64.95, "tan", "reinforced", "carbon steel, birch wood, leather", {"weight_g": 120, "blade_cm": 9}, """
              The first knife of every Norwegian ten-year-old, and often the last. A fixed blade that carves spoons and splits
              kindling; leather sheath."""),
        Model("Merlin Ridge", "Eleven Pocket Multi-Tool", 49.95, "black, silver", "packable", "stainless steel", {"weight_g": 165, "blade_cm": 6, "tools": 11}, """
              Pliers, two blades, three screwdrivers, saw, file, scissors, awl, opener. Stiff for a week, smooth for ever."""),
        Model("Tarn Basics", "Picnic Pocket Knife", 16.95, "red, green", "lightweight", "stainless steel, ABS", {"weight_g": 45, "blade_cm": 5, "tools": 5}, """
              Blade, corkscrew, opener, tweezers, toothpick: a good lunch and the splinter after it."""),
    ),
)  # fmt: skip

BINOCULARS = Kind(
    "binoculars", "camp",
    models=(
        Model("Cairnlink", "Warbler 8 × 32 Binoculars", 179, "forest green, black", "waterproof, lightweight", "magnesium, glass, rubber", {"weight_g": 480, "magnification": 8, "lens_mm": 32}, """
              Small enough to be round your neck when the bird is there. Bright at dusk, close-focusing for butterflies, filled with
              nitrogen so they never fog."""),
        Model("Tarn Basics", "Lookout 10 × 25 Binoculars", 39.95, "black", "foldable, lightweight", "polycarbonate, glass", {"weight_g": 270, "magnification": 10, "lens_mm": 25}, """
              Fold to the size of a sandwich. Best in daylight, with elbows on something."""),
        Model("Wrenfield", "Spy Kids' Binoculars", 24.95, "green, turquoise", "reinforced", "rubber, glass", {"weight_g": 190, "magnification": 6, "lens_mm": 21}, """
              Real lenses in thick rubber, with one big wheel to focus. They have been dropped from a treehouse, for science."""),
    ),
)  # fmt: skip

COMPASSES = Kind(
    "compass", "camp",
    models=(
        Model("Cairnlink", "Baseplate Compass", 24.95, "", "lightweight", "acrylic", {"weight_g": 32, "scales": "1:24,000 and 1:50,000"}, """
              Clear plate, steady needle, edges that match US topographic maps. No battery, no update, no excuse."""),
        Model("Cairnlink", "Mirror Sighting Compass", 54.95, "", "adjustable, reinforced", "acrylic, steel", {"weight_g": 72, "scales": "1:24,000 and 1:62,500"}, """
              For bearings to a degree across a valley, with a screw for declination. The mirror also finds the splinter
              and the helicopter."""),
        Model("Tin & Timber", "Brass Pocket Compass", 49.95, "gold", "handmade", "brass, glass", {"weight_g": 98}, """
              A lidded compass to be handed on. Accurate enough to get home by, handsome enough to stay there."""),
    ),
)  # fmt: skip

UMBRELLAS = Kind(
    "umbrella", "travel",
    models=(
        Model("Featherlode", "Sunbreak Trekking Umbrella", 54.95, "silver, black", "ultralight, waterproof, uv protection", "carbon fibre, polyester", {"weight_g": 195, "span_cm": 95}, """
              Straps to a pack so both hands stay on the poles. Shade in the desert, dry glasses in the rain, no use at all in
              a gale."""),
        Model("Wayhouse", "Stopover Compact Umbrella", 29.95, "black, burgundy, slate blue", "windproof, waterproof, packable", "steel, recycled polyester", {"weight_g": 340, "span_cm": 98}, """
              Opens and closes with one thumb. When the wind turns it inside out, press the button and it forgives."""),
        Model("Wrenfield", "Toadstool Kids' Umbrella", 19.95, "red, green", "waterproof, reflective", "fibreglass, polyester", {"weight_g": 260, "span_cm": 72}, """
              White spots that glow in headlights, round tips, and a runner that can't pinch."""),
    ),
)  # fmt: skip

KINDS = (CHAIRS, TABLES, COOLERS, TOWELS, KNIVES, BINOCULARS, COMPASSES, UMBRELLAS)
