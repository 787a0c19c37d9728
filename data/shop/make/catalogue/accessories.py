"""Socks, gloves and gaiters."""

from __future__ import annotations

from ..sizes import GLOVES, KIDS, SOCKS
from ..source import Edition, Kind, Model

SOCKS_KIND = Kind(
    "socks", "accessories", sizes=SOCKS,
    models=(
        Model(
            "Woolmere", "Packhorse Merino Hiking Socks", 22.95, colours="grey, forest green, burgundy",
            features="odour-resistant, moisture-wicking, reinforced", material="merino wool, nylon, elastane",
            specs={"weight_g": 78, "height": "mid calf"},
            story="""
            Cushioned where a boot presses and thin where it doesn't. If you wear them through within two
            years, the maker sends another pair.
            """,
        ),
        Model(
            "Woolmere", "Packhorse Light Merino Quarter Socks", 18.95,
            colours="slate blue, black, mustard yellow",
            features="odour-resistant, moisture-wicking, lightweight",
            material="merino wool, nylon, elastane", specs={"weight_g": 44, "height": "ankle"},
            story="""
            The summer Packhorse, for low shoes and warm days. A thin cushion under heel and ball, mesh over
            the instep.
            """,
        ),
        Model(
            "Woolmere", "Snowdrift Heavy Mountaineering Socks", 28.95, colours="charcoal grey, navy",
            features="insulated, odour-resistant", material="merino wool, nylon",
            specs={"weight_g": 118, "height": "knee"},
            story="""
            Terry loops from toe to knee, for double boots and unheated huts. Too warm for almost anything
            else.
            """,
        ),
        Model(
            "Fleetfell", "Ghost Trail Running Socks", 16.95, colours="black, white, coral",
            features="lightweight, moisture-wicking, quick-drying", material="nylon, polyester, elastane",
            specs={"weight_g": 36, "height": "ankle"},
            story="""
            A left and a right, no seam at the toe, and a tab that keeps grit out of the shoe. Wet feet
            squelch less in these.
            """,
        ),
        Model(
            "Fleetfell", "Twin-Layer Anti-Blister Socks", 19.95, colours="navy, yellow",
            features="moisture-wicking, quick-drying", material="polyester, nylon",
            specs={"weight_g": 58, "height": "ankle"},
            story="""
            Two thin socks knitted as one: the layers slide against each other instead of against you.
            Guaranteed for two hundred blister-free miles.
            """,
        ),
        Model(
            "Tarn Basics", "Everyday Walking Socks, Pack of 3", 17.95, colours="grey, navy, green",
            features="breathable, vegan", material="cotton, polyester, elastane",
            specs={"weight_g": 195, "height": "mid calf"},
            story="""
            Three pairs of decent, padded socks for the price of one fancy one. The same colour three times,
            because one always goes missing.
            """,
        ),
        Model(
            "Tarn Basics", "Liner Socks, Pack of 2", 12.95, colours="black, white",
            features="moisture-wicking, quick-drying, vegan", material="polypropylene, nylon",
            specs={"weight_g": 50, "height": "mid calf"},
            story="""
            Thin as a stocking, worn under your hiking socks to take up the rubbing. They dry on a tent line
            while the kettle boils.
            """,
        ),
        Model(
            "Pinewise", "Old Rope Recycled Socks", 14.95, colours="moss green, rust red, cream",
            features="recycled, vegan, breathable", material="recycled cotton, recycled nylon",
            specs={"weight_g": 62, "height": "mid calf"},
            story="""
            Spun from the cuttings of T-shirt factories, so every batch has its own flecks. For shoes rather
            than boots.
            """,
        ),
        Model(
            "Wrenfield", "Splash Kids' Hiking Socks, Pack of 2", 15.95, colours="red, turquoise, purple",
            features="odour-resistant, reinforced", material="merino wool, cotton, elastane",
            specs={"weight_g": 64, "height": "mid calf"}, editions=(Edition(KIDS),),
            story="""
            Soft merino under foot, tough nylon at heel and toe, and an L and an R to practise with. Two
            pairs, so that one can be in the wash.
            """,
        ),
        Model(
            "Cinderpath", "Chainline Cycling Socks", 15.95, colours="black, orange, teal",
            features="breathable, moisture-wicking, lightweight", material="nylon, polyester, elastane",
            specs={"weight_g": 40, "height": "crew"},
            story="""
            Six inches of cuff, a mesh instep and a firm arch. The pattern is a chainring, if you look for it.
            """,
        ),
        Model(
            "Saltgrass", "Waterline Waterproof Socks", 42.95, colours="black, olive",
            features="waterproof, breathable, insulated", material="nylon, merino wool, PU membrane",
            specs={"weight_g": 130, "height": "mid calf"},
            story="""
            A membrane between two knitted layers keeps feet dry in trail shoes and leaky boots. Water that
            comes in over the top has to be poured out.
            """,
        ),
    ),
)  # fmt: skip

GLOVES_KIND = Kind(
    "gloves", "accessories", sizes=GLOVES,
    models=(
        Model(
            "Tarn Basics", "Stretch Fleece Gloves", 17.95, colours="black, navy, grey",
            features="touchscreen-compatible, stretch, vegan", material="polyester, elastane",
            specs={"weight_g": 48},
            story="""
            Thin enough to tie a lace in, warm enough for a bus stop. Thumb and first finger work a phone.
            """,
        ),
        Model(
            "Merlin Ridge", "Rook Windproof Gloves", 44.95, colours="black, slate blue",
            features="windproof, touchscreen-compatible, stretch", material="polyester, elastane, silicone",
            specs={"weight_g": 74},
            story="""
            A soft fleece glove with a wind-stopping layer sewn inside and silicone on the palm for poles and
            handlebars. The cuff is long enough to tuck under a sleeve.
            """,
        ),
        Model(
            "Merlin Ridge", "Raven Waterproof Winter Gloves", 74.95, colours="black, burnt orange",
            features="waterproof, insulated, windproof", material="nylon, goat leather, synthetic insulation",
            specs={"weight_g": 190},
            story="""
            A gauntlet long enough to go over the sleeve and a leash so that none sails off a ridge. The palm
            is goat leather: feed it once a winter.
            """,
        ),
        Model(
            "Altavane", "Spindrift Expedition Mitts", 129, colours="red, black",
            features="waterproof, insulated, windproof", material="ripstop nylon, goose down, goat leather",
            specs={"weight_g": 260},
            story="""
            When fingers must keep each other company. Down on the back of the hand, synthetic in the palm
            where it would be crushed.
            """,
        ),
        Model(
            "Woolmere", "Shepherd Merino Liner Gloves", 29.95, colours="charcoal grey, plum purple",
            features="odour-resistant, lightweight, touchscreen-compatible", material="merino wool, elastane",
            specs={"weight_g": 32},
            story="""
            Worn alone in October, under mitts in January. Fine enough to load film, if anybody still does.
            """,
        ),
        Model(
            "Nordvika", "Torvald Leather Work Gloves", 59.95, colours="tan, brown",
            features="reinforced, repairable", material="elk leather, wool", specs={"weight_g": 165},
            story="""
            For axes, ropes and hot pans. The wool liner comes out to dry, and the leather shapes itself to
            your grip in a week of chores.
            """,
        ),
        Model(
            "Cinderpath", "Cattlegrid Bike Gloves", 34.95, colours="black, olive, coral",
            features="breathable, reinforced, touchscreen-compatible",
            material="synthetic leather, mesh, gel", specs={"weight_g": 56},
            story="""
            Gel under the heel of the hand, a thin palm to feel the levers, and a soft thumb for your nose.
            Pull tabs between the fingers bring them off in one go.
            """,
        ),
        Model(
            "Pinewise", "Thistledown Vegan Winter Gloves", 54.95, colours="forest green, black",
            features="insulated, windproof, vegan, recycled, water-resistant",
            material="recycled polyester, synthetic leather", specs={"weight_g": 145},
            story="""
            As warm as anything here with feathers in it. The palm is a tough microfibre that needs no wax and
            no cow.
            """,
        ),
        Model(
            "Wrenfield", "Snowball Kids' Mittens", 22.95, colours="red, blue, purple",
            features="waterproof, insulated, reflective", material="nylon, synthetic insulation",
            specs={"weight_g": 90}, editions=(Edition(KIDS),),
            story="""
            A long cuff with a drawcord, so the snow stays where it was thrown. A cord through the sleeves
            keeps the pair a pair.
            """,
        ),
    ),
)  # fmt: skip

GAITERS = Kind(
    "gaiters", "accessories",
    models=(
        Model(
            "Merlin Ridge", "Heron Waterproof Gaiters", 54.95, colours="black, olive",
            features="waterproof, breathable, reinforced", material="nylon, PU membrane",
            specs={"weight_g": 230, "height_cm": 42}, sizes={"S/M": 0, "L/XL": 0},
            story="""
            To the knee, with a strap under the boot that can be replaced when the rocks have eaten it. Keeps
            out snow, mud, ticks and wet bracken.
            """,
        ),
        Model(
            "Fleetfell", "Grit Trail Gaiters", 27.95, colours="black, yellow",
            features="lightweight, stretch, quick-drying", material="nylon, elastane",
            specs={"weight_g": 38, "height_cm": 14}, sizes={"S/M": 0, "L/XL": 0},
            story="""
            A stretchy cuff between sock and shoe that ends the stopping and shaking. Hooks to the lowest
            lace.
            """,
        ),
        Model(
            "Tarn Basics", "Bogtrotter Gaiters", 29.95, colours="black", features="waterproof",
            material="polyester", specs={"weight_g": 260, "height_cm": 40}, sizes={"S/M": 0, "L/XL": 0},
            story="""
            Coated cloth, front hook-and-loop, an elastic hem. Stiff at first and unbothered by barbed wire.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (SOCKS_KIND, GLOVES_KIND, GAITERS)
