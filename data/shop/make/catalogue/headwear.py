"""Beanies, hats and neck gaiters."""

from __future__ import annotations

from ..source import Kind, Model

BEANIES = Kind(
    "beanie", "accessories",
    models=(
        Model(
            "Woolmere", "Fellside Merino Beanie", 32.95, colours="grey, forest green, burgundy, navy",
            features="odour-resistant, breathable, insulated", material="merino wool", specs={"weight_g": 52},
            story="""
            A fine double knit that fits under a hood or a helmet and doesn't itch at the forehead. Wear it
            turned up in town and turned down on the hill.
            """,
        ),
        Model(
            "Woolmere", "Cable-Knit Lambswool Beanie", 44.95, colours="cream, charcoal grey, rust red",
            features="insulated, handmade", material="lambswool", specs={"weight_g": 98},
            story="""
            Knitted by hand in a village hall, on Thursdays. Thick cables, deep turn-up, and a small label
            naming the knitter.
            """,
        ),
        Model(
            "Tarn Basics", "Fisherman Beanie", 14.95, colours="black, orange, navy, green",
            features="vegan, machine-washable", material="acrylic", specs={"weight_g": 70},
            story="""
            Short, ribbed and indestructible. Comes out of the washer the same shape it went in.
            """,
        ),
        Model(
            "Pinewise", "Plain Sheep-Free Beanie", 24.95, colours="mustard yellow, teal, charcoal grey",
            features="vegan, recycled", material="recycled polyester, recycled cotton",
            specs={"weight_g": 66},
            story="""
            Soft and lofty, and as it happens two bottles and half a T-shirt. Lined across the ears with
            fleece.
            """,
        ),
        Model(
            "Nordvika", "Polarnatt Pompom Beanie", 39.95, colours="navy, red, cream", features="insulated",
            material="merino wool, acrylic", specs={"weight_g": 84},
            story="""
            A proper northern pattern of snow crystals, with a pompom that is sewn on as if it mattered. Lined
            with a fleece band where the wind finds the ears.
            """,
        ),
        Model(
            "Fleetfell", "Dash Running Beanie", 26.95, colours="black, yellow, lavender",
            features="lightweight, moisture-wicking, reflective", material="recycled polyester, elastane",
            specs={"weight_g": 28},
            story="""
            Thin, close and quick to dry, with a slot at the back for a ponytail and reflective dots all
            round. Small enough to tuck in a waistband once you are warm.
            """,
        ),
        Model(
            "Wrenfield", "Fox Ears Kids' Beanie", 18.95, colours="orange, grey",
            features="insulated, machine-washable", material="acrylic, synthetic fleece",
            specs={"weight_g": 62}, sizes={"3-6": 0, "7-12": 0},
            story="""
            Ears on top, fleece inside, flaps with a tie for the windy walk to kindergarten. The tail is on
            the label.
            """,
        ),
    ),
)  # fmt: skip

HATS = Kind(
    "hat", "accessories",
    models=(
        Model(
            "Saltgrass", "Shoreline Wide-Brim Sun Hat", 39.95, colours="beige, olive, navy",
            features="uv protection, breathable, packable", material="recycled nylon",
            specs={"weight_g": 88, "brim_cm": 8}, sizes={"S/M": 0, "L/XL": 0},
            story="""
            Three inches of shade all round, a chin cord for gusts, and a mesh crown. It floats, as several of
            ours have proved.
            """,
        ),
        Model(
            "Merlin Ridge", "Wren's Nest Waterproof Cap", 34.95, colours="black, khaki",
            features="waterproof, breathable", material="recycled nylon, PU membrane", specs={"weight_g": 74},
            story="""
            A baseball cap with taped seams, for keeping rain off glasses. The peak folds in half for a
            pocket.
            """,
        ),
        Model(
            "Tarn Basics", "Six-Panel Trail Cap", 19.95, colours="navy, green, coral, black",
            features="quick-drying, uv protection", material="polyester", specs={"weight_g": 58},
            story="""
            Our lake on the front, a soft band inside, one buckle at the back. Washes in the shower along with
            you.
            """,
        ),
        Model(
            "Nordvika", "Elgskog Trapper Hat", 64.95, colours="brown, black",
            features="insulated, windproof, water-resistant", material="nylon, synthetic fur",
            specs={"weight_g": 150}, sizes={"S/M": 0, "L/XL": 0},
            story="""
            Ear flaps that tie up, down or behind, and a deep synthetic fur lining. Nobody looks good in it
            and nobody is cold.
            """,
        ),
        Model(
            "Wrenfield", "Legionnaire Kids' Sun Hat", 19.95, colours="sky blue, yellow, pink",
            features="uv protection, quick-drying", material="recycled polyester", specs={"weight_g": 48},
            sizes={"3-6": 0, "7-12": 0},
            story="""
            A flap over the neck, a peak over the nose, UPF 50 throughout. The chin strap comes undone if it
            is tugged.
            """,
        ),
        Model(
            "Wayhouse", "Crushable Wool Felt Hat", 74.95, colours="brown, charcoal grey",
            features="water-resistant, packable", material="wool felt", specs={"weight_g": 120, "brim_cm": 6},
            sizes={"S": 0, "M": 0, "L": 0, "XL": 0},
            story="""
            Roll it, sit on it, lend it to a customs officer; a shake brings back the brim. Felted from wool
            close enough to turn a shower.
            """,
        ),
    ),
)  # fmt: skip

NECK_GAITERS = Kind(
    "neck gaiter", "accessories",
    models=(
        Model(
            "Woolmere", "Collie Merino Neck Gaiter", 27.95, colours="charcoal grey, burgundy, forest green",
            features="odour-resistant, breathable, insulated", material="merino wool", specs={"weight_g": 46},
            story="""
            Scarf, hat, mask, headband, pot holder. Soft enough to breathe through all day.
            """,
        ),
        Model(
            "Saltgrass", "Spray UPF 50 Neck Gaiter", 18.95, colours="sky blue, coral, olive",
            features="uv protection, quick-drying, lightweight", material="recycled polyester",
            specs={"weight_g": 34},
            story="""
            Dip it in the lake and wear it wet: ten minutes of air conditioning each time. Dry, it keeps the
            sun off the one place everybody forgets.
            """,
        ),
        Model(
            "Tarn Basics", "Tube Fleece Neck Gaiter", 12.95, colours="black, navy, red",
            features="insulated, vegan", material="polyester", specs={"weight_g": 58},
            story="""
            A tube of fleece with a drawcord. Pull it up at the bus stop, down at the door.
            """,
        ),
        Model(
            "Wrenfield", "Badger Kids' Neck Gaiter", 13.95, colours="grey, turquoise",
            features="insulated, machine-washable", material="recycled polyester", specs={"weight_g": 40},
            sizes={"3-6": 0, "7-12": 0},
            story="""
            A muzzle on the front, no loose ends, and a name tape that irons in. It comes off with a tug if it
            catches.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (BEANIES, HATS, NECK_GAITERS)
