"""Socks, gloves, beanies, hats and gaiters."""

from __future__ import annotations

from ..sizes import GLOVES, KIDS, SOCKS
from ..source import Edition, Kind, Model

SOCKS_KIND = Kind(
    "socks", "accessories", sizes=SOCKS,
    models=(
        Model("Woolmere", "Packhorse Merino Hiking Socks", 22.95, "grey, forest green, burgundy",
              "odour-resistant, moisture-wicking, reinforced", "merino wool, nylon, elastane",
              {"weight_g": 78, "height": "mid calf"}, """
              Cushioned where a boot presses and thin where it doesn't. If you wear them through within two years, the
              maker sends another pair."""),
        Model("Woolmere", "Packhorse Light Merino Quarter Socks", 18.95, "slate blue, black, mustard yellow",
              "odour-resistant, moisture-wicking, lightweight", "merino wool, nylon, elastane",
              {"weight_g": 44, "height": "ankle"}, """
              The summer Packhorse, for low shoes and warm days. A thin cushion under heel and ball, mesh over the
              instep."""),
        Model("Woolmere", "Snowdrift Heavy Mountaineering Socks", 28.95, "charcoal grey, navy",
              "insulated, odour-resistant", "merino wool, nylon", {"weight_g": 118, "height": "knee"}, """
              Terry loops from toe to knee, for double boots and unheated huts. Too warm for almost anything else."""),
        Model("Fleetfell", "Ghost Trail Running Socks", 16.95, "black, white, coral",
              "lightweight, moisture-wicking, quick-drying", "nylon, polyester, elastane",
              {"weight_g": 36, "height": "ankle"}, """
              A left and a right, no seam at the toe, and a tab that keeps grit out of the shoe. Wet feet squelch less
              in these."""),
        Model("Fleetfell", "Twin-Layer Anti-Blister Socks", 19.95, "navy, yellow", "moisture-wicking, quick-drying",
              "polyester, nylon", {"weight_g": 58, "height": "ankle"}, """
              Two thin socks knitted as one: the layers slide against each other instead of against you. Guaranteed for
              two hundred blister-free miles."""),
        Model("Tarn Basics", "Everyday Walking Socks, Pack of 3", 17.95, "grey, navy, green", "breathable, vegan",
              "cotton, polyester, elastane", {"weight_g": 195, "height": "mid calf"}, """
              Three pairs of decent, padded socks for the price of one fancy one. The same colour three times, because
              one always goes missing."""),
        Model("Tarn Basics", "Liner Socks, Pack of 2", 12.95, "black, white", "moisture-wicking, quick-drying, vegan",
              "polypropylene, nylon", {"weight_g": 50, "height": "mid calf"}, """
              Thin as a stocking, worn under your hiking socks to take up the rubbing. They dry on a tent line while the
              kettle boils."""),
        Model("Pinewise", "Old Rope Recycled Socks", 14.95, "moss green, rust red, cream", "recycled, vegan, breathable",
              "recycled cotton, recycled nylon", {"weight_g": 62, "height": "mid calf"}, """
              Spun from the cuttings of T-shirt factories, so every batch has its own flecks. For shoes rather than
              boots."""),
        Model("Wrenfield", "Splash Kids' Hiking Socks, Pack of 2", 15.95, "red, turquoise, purple", "odour-resistant, reinforced",
              "merino wool, cotton, elastane", {"weight_g": 64, "height": "mid calf"}, """
              Soft merino under foot, tough nylon at heel and toe, and an L and an R to practise with.""",
              (Edition(KIDS),)),
        Model("Cinderpath", "Chainline Cycling Socks", 15.95, "black, orange, teal", "breathable, moisture-wicking, lightweight",
              "nylon, polyester, elastane", {"weight_g": 40, "height": "crew"}, """
              Six inches of cuff, a mesh instep and a firm arch. The pattern is a chainring, if you look for it."""),
        Model("Saltgrass", "Waterline Waterproof Socks", 42.95, "black, olive", "waterproof, breathable, insulated",
              "nylon, merino wool, PU membrane", {"weight_g": 130, "height": "mid calf"}, """
              A membrane between two knitted layers keeps feet dry in trail shoes and leaky boots. Water that comes in over
              the top has to be poured out."""),
    ),
)  # fmt: skip

GLOVES_KIND = Kind(
    "gloves", "accessories", sizes=GLOVES,
    models=(
        Model("Tarn Basics", "Stretch Fleece Gloves", 17.95, "black, navy, grey", "touchscreen-compatible, stretch, vegan",
              "polyester, elastane", {"weight_g": 48}, """
              Thin enough to tie a lace in, warm enough for a bus stop. Thumb and first finger work a phone."""),
        Model("Merlin Ridge", "Rook Windproof Gloves", 44.95, "black, slate blue", "windproof, touchscreen-compatible, stretch",
              "polyester, elastane, silicone", {"weight_g": 74}, """
              A soft fleece glove with a wind-stopping layer sewn inside and silicone on the palm for poles and
              handlebars."""),
        Model("Merlin Ridge", "Raven Waterproof Winter Gloves", 74.95, "black, burnt orange", "waterproof, insulated, windproof",
              "nylon, goat leather, synthetic insulation", {"weight_g": 190}, """
              A gauntlet long enough to go over the sleeve and a leash so that none sails off a ridge. The palm is goat
              leather: feed it once a winter."""),
        Model("Altavane", "Spindrift Expedition Mitts", 129, "red, black", "waterproof, insulated, windproof",
              "ripstop nylon, goose down, goat leather", {"weight_g": 260}, """
              When fingers must keep each other company. Down on the back of the hand, synthetic in the palm where it
              would be crushed."""),
        Model("Woolmere", "Shepherd Merino Liner Gloves", 29.95, "charcoal grey, plum purple", "odour-resistant, lightweight, touchscreen-compatible",
              "merino wool, elastane", {"weight_g": 32}, """
              Worn alone in October, under mitts in January. Fine enough to load film, if anybody still does."""),
        Model("Nordvika", "Torvald Leather Work Gloves", 59.95, "tan, brown", "reinforced, repairable", "elk leather, wool",
              {"weight_g": 165}, """
              For axes, ropes and hot pans. The wool liner comes out to dry, and the leather shapes itself to your grip
              in a week of chores."""),
        Model("Cinderpath", "Cattlegrid Bike Gloves", 34.95, "black, olive, coral", "breathable, reinforced, touchscreen-compatible",
              "synthetic leather, mesh, gel", {"weight_g": 56}, """
              Gel under the heel of the hand, a thin palm to feel the levers, and a soft thumb for your nose."""),
        Model("Pinewise", "Thistledown Vegan Winter Gloves", 54.95, "forest green, black", "insulated, windproof, vegan, recycled, water-resistant",
              "recycled polyester, synthetic leather", {"weight_g": 145}, """
              As warm as anything here with feathers in it. The palm is a tough microfibre that needs no wax and no
              cow."""),
        Model("Wrenfield", "Snowball Kids' Mittens", 22.95, "red, blue, purple", "waterproof, insulated, reflective",
              "nylon, synthetic insulation", {"weight_g": 90}, """
              A long cuff with a drawcord, so the snow stays where it was thrown. A cord through the sleeves keeps the
              pair a pair.""", (Edition(KIDS),)),
    ),
)  # fmt: skip

BEANIES = Kind(
    "beanie", "accessories",
    models=(
        Model("Woolmere", "Fellside Merino Beanie", 32.95, "grey, forest green, burgundy, navy", "odour-resistant, breathable, insulated",
              "merino wool", {"weight_g": 52}, """
              A fine double knit that fits under a hood or a helmet and doesn't itch at the forehead."""),
        Model("Woolmere", "Cable-Knit Lambswool Beanie", 44.95, "cream, charcoal grey, rust red", "insulated, handmade", "lambswool",
              {"weight_g": 98}, """
              Knitted by hand in a village hall, on Thursdays. Thick cables, deep turn-up, and a small label naming the
              knitter."""),
        Model("Tarn Basics", "Fisherman Beanie", 14.95, "black, orange, navy, green", "vegan, machine-washable", "acrylic", {"weight_g": 70}, """
              Short, ribbed and indestructible. Comes out of the washer the same shape it went in."""),
        Model("Pinewise", "Plain Sheep-Free Beanie", 24.95, "mustard yellow, teal, charcoal grey", "vegan, recycled", "recycled polyester, recycled cotton",
              {"weight_g": 66}, """
              Soft and lofty, and as it happens two bottles and half a T-shirt. Lined across the ears with fleece."""),
        Model("Nordvika", "Polarnatt Pompom Beanie", 39.95, "navy, red, cream", "insulated", "merino wool, acrylic", {"weight_g": 84}, """
              A proper northern pattern of snow crystals, with a pompom that is sewn on as if it mattered."""),
        Model("Fleetfell", "Dash Running Beanie", 26.95, "black, yellow, lavender", "lightweight, moisture-wicking, reflective",
              "recycled polyester, elastane", {"weight_g": 28}, """
              Thin, close and quick to dry, with a slot at the back for a ponytail and reflective dots all round."""),
        Model("Wrenfield", "Fox Ears Kids' Beanie", 18.95, "orange, grey", "insulated, machine-washable", "acrylic, synthetic fleece",
              {"weight_g": 62}, """
              Ears on top, fleece inside, flaps with a tie for the windy walk to kindergarten.""", sizes={"3-6": 0, "7-12": 0}),
    ),
)  # fmt: skip

HATS = Kind(
    "hat", "accessories",
    models=(
        Model("Saltgrass", "Shoreline Wide-Brim Sun Hat", 39.95, "beige, olive, navy", "uv protection, breathable, packable",
              "recycled nylon", {"weight_g": 88, "brim_cm": 8}, """
              Three inches of shade all round, a chin cord for gusts, and a mesh crown. It floats, as several of
              ours have proved.""", sizes={"S/M": 0, "L/XL": 0}),
        Model("Merlin Ridge", "Wren's Nest Waterproof Cap", 34.95, "black, khaki", "waterproof, breathable", "recycled nylon, PU membrane",
              {"weight_g": 74}, """
              A baseball cap with taped seams, for keeping rain off glasses. The peak folds in half for a pocket."""),
        Model("Tarn Basics", "Six-Panel Trail Cap", 19.95, "navy, green, coral, black", "quick-drying, uv protection", "polyester", {"weight_g": 58}, """
              Our lake on the front, a soft band inside, one buckle at the back. Washes in the shower along with
              you."""),
        Model("Nordvika", "Elgskog Trapper Hat", 64.95, "brown, black", "insulated, windproof, water-resistant", "nylon, synthetic fur",
              {"weight_g": 150}, """
              Ear flaps that tie up, down or behind, and a deep synthetic fur lining. Nobody looks good in it and nobody is
              cold.""", sizes={"S/M": 0, "L/XL": 0}),
        Model("Wrenfield", "Legionnaire Kids' Sun Hat", 19.95, "sky blue, yellow, pink", "uv protection, quick-drying", "recycled polyester",
              {"weight_g": 48}, """
              A flap over the neck, a peak over the nose, UPF 50 throughout. The chin strap comes undone if it is
              tugged.""", sizes={"3-6": 0, "7-12": 0}),
        Model("Wayhouse", "Crushable Wool Felt Hat", 74.95, "brown, charcoal grey", "water-resistant, packable", "wool felt",
              {"weight_g": 120, "brim_cm": 6}, """
              Roll it, sit on it, lend it to a customs officer; a shake brings back the brim.""", sizes={"S": 0, "M": 0, "L": 0, "XL": 0}),
    ),
)  # fmt: skip

GAITERS = Kind(
    "gaiters", "accessories",
    models=(
        Model("Merlin Ridge", "Heron Waterproof Gaiters", 54.95, "black, olive", "waterproof, breathable, reinforced", "nylon, PU membrane",
              {"weight_g": 230, "height_cm": 42}, """
              To the knee, with a strap under the boot that can be replaced when the rocks have eaten it. Keeps out
              snow, mud, ticks and wet bracken.""", sizes={"S/M": 0, "L/XL": 0}),
        Model("Fleetfell", "Grit Trail Gaiters", 27.95, "black, yellow", "lightweight, stretch, quick-drying", "nylon, elastane",
              {"weight_g": 38, "height_cm": 14}, """
              A stretchy cuff between sock and shoe that ends the stopping and shaking. Hooks to the lowest lace.""",
              sizes={"S/M": 0, "L/XL": 0}),
        Model("Tarn Basics", "Bogtrotter Gaiters", 29.95, "black", "waterproof", "polyester", {"weight_g": 260, "height_cm": 40}, """
              Coated cloth, front hook-and-loop, an elastic hem. Stiff at first and unbothered by barbed wire.""",
              sizes={"S/M": 0, "L/XL": 0}),
    ),
)  # fmt: skip

NECK_GAITERS = Kind(
    "neck gaiter", "accessories",
    models=(
        Model("Woolmere", "Collie Merino Neck Gaiter", 27.95, "charcoal grey, burgundy, forest green", "odour-resistant, breathable, insulated", "merino wool", {"weight_g": 46}, """
              Scarf, hat, mask, headband, pot holder. Soft enough to breathe through all day."""),
        Model("Saltgrass", "Spray UPF 50 Neck Gaiter", 18.95, "sky blue, coral, olive", "uv protection, quick-drying, lightweight", "recycled polyester", {"weight_g": 34}, """
              Dip it in the lake and wear it wet: ten minutes of air conditioning each time."""),
        Model("Tarn Basics", "Tube Fleece Neck Gaiter", 12.95, "black, navy, red", "insulated, vegan", "polyester", {"weight_g": 58}, """
              A tube of fleece with a drawcord. Pull it up at the bus stop, down at the door."""),
        Model("Wrenfield", "Badger Kids' Neck Gaiter", 13.95, "grey, turquoise", "insulated, machine-washable", "recycled polyester", {"weight_g": 40}, """
              A muzzle on the front, no loose ends, and a name tape that irons in.""", sizes={"3-6": 0, "7-12": 0}),
    ),
)  # fmt: skip

KINDS = (SOCKS_KIND, GLOVES_KIND, BEANIES, HATS, GAITERS, NECK_GAITERS)
