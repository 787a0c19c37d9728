"""Hiking shoes, trail running shoes, sandals and slippers for camp."""

from __future__ import annotations

from ..sizes import KIDS, MEN, SANDALS, SHOES, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

HIKING_SHOES = Kind(
    "hiking shoes", "footwear", sizes=SHOES,
    notes={
        MEN: ("The men's shoe has a medium-wide forefoot.",
              "Men's sizes run true to a normal street shoe.",
              "On the men's last there is a thumb's width before the toe for descents."),
        WOMEN: ("The women's shoe is narrower behind and softer at the collar.",
                "Women's sizes run true; choose half a size up between two.",
                "A women's last keeps the heel from lifting uphill."),
        KIDS: ("The children's shoe closes with two straps and has a bumper over the toes.",),
    },
    models=(
        Model("Merlin Ridge", "Wheatear Low Waterproof Hiking Shoes", 104, "brown, black, olive|brown, teal",
              "waterproof, breathable", "suede leather, mesh, rubber", {"weight_g": 410, "heel_drop_mm": 9}, """
              All the tread of our hill boots with nothing above the ankle. The tongue is sewn in on both sides,
              so a shallow ford stays outside.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Sandpiper Vented Hiking Shoes", 89, "grey, sky blue|stone grey, coral",
              "breathable, lightweight, quick-drying", "mesh, TPU, rubber", {"weight_g": 330, "heel_drop_mm": 8}, """
              Holes where you want them: air comes in at the toes and leaves at the heel. Made for gravel, dust and
              long afternoons.""", FOR_MEN_AND_WOMEN),
        Model("Brackenfell", "Becksider Leather Hiking Shoes", 134, "chestnut brown, black|brown, navy",
              "water-resistant, resoleable", "nubuck leather, rubber", {"weight_g": 460, "heel_drop_mm": 11}, """
              A walking shoe that may come to dinner. Waxed nubuck sheds a shower, and the stitched sole can be
              replaced when you have worn it smooth.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Towpath Hiking Shoes", 54.95, "grey, brown|grey, purple|navy, green", "breathable, vegan",
              "polyester mesh, synthetic leather, rubber", {"weight_g": 360, "heel_drop_mm": 10}, """
              An honest shoe for the park, the canal and the bus. Padded, plain, and cheap enough to keep a second
              pair in the car.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 39.95))),
        Model("Tarn Basics", "Towpath Waterproof Hiking Shoes", 69.95, "black, brown|black, burgundy",
              "waterproof, vegan", "synthetic suede, rubber", {"weight_g": 395, "heel_drop_mm": 10}, """
              The Towpath with a sealed lining, for people who walk the dog whatever falls from the sky. A little
              warmer in July than the open version.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Lichen Vegan Hiking Shoes", 119, "moss green, beige|dusty pink, beige",
              "vegan, recycled, breathable", "hemp canvas, natural rubber", {"weight_g": 350, "heel_drop_mm": 6}, """
              Hemp grown without irrigation, rubber tapped from trees, cork underfoot. The canvas softens with
              every wash and smells of nothing at all.""", FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Terne Approach Shoes", 149, "burnt orange, black|turquoise, black",
              "reinforced, breathable, non-slip", "suede leather, rubber", {"weight_g": 390, "heel_drop_mm": 7}, """
              Sticky rubber to the tip of the toe for the scramble between the path and the rope. Laces run right
              down, so you can tighten the front for an easy slab.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Dotterel Fast Hiking Shoes", 129, "black, yellow|ice blue, coral",
              "lightweight, breathable, waterproof", "ripstop nylon, rubber", {"weight_g": 305, "heel_drop_mm": 5}, """
              For covering twenty miles before lunch. The membrane is bonded to the upper instead of sewn
              inside, which saves weight and dries faster.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

TRAIL_RUNNING_SHOES = Kind(
    "trail running shoes", "footwear", sizes=SHOES,
    notes={
        MEN: ("Men's sizes come in a standard width.",
              "The men's shoe is a touch wider at the little toe.",
              "On the men's last we suggest half a size up for races over four hours."),
        WOMEN: ("The women's shoe has a narrower heel cup and softer foam for lighter runners.",
                "Women's sizes run true, with a lower instep.",
                "The women's last is its own shape, not a small men's shoe."),
    },
    models=(
        Model("Fleetfell", "Hobby 4 Trail Running Shoes", 125, "blue, black, orange|coral, blue",
              "breathable, lightweight", "engineered mesh, rubber",
              {"weight_g": 275, "heel_drop_mm": 6, "lug_depth_mm": 4}, """
              The shoe most of our staff race in. Enough foam for a long day, enough ground feel to dance through
              roots, and lugs that shed mud instead of collecting it.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Goshawk Mud Trail Running Shoes", 139, "black, yellow|black, pink",
              "lightweight, non-slip, quick-drying", "ripstop nylon, rubber",
              {"weight_g": 255, "heel_drop_mm": 4, "lug_depth_mm": 8}, """
              Eight-millimetre lugs for wet fells, sheep tracks and race fields already churned by four hundred
              others. On pavement they wear quickly and feel like cleats.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Sparrowhawk Max Cushion Trail Running Shoes", 155, "slate blue, orange|lavender, teal",
              "breathable", "engineered mesh, rubber",
              {"weight_g": 310, "heel_drop_mm": 5, "lug_depth_mm": 4}, """
              A deep, rockered midsole that rolls you forward when your legs no longer want to. Made for ultras and
              for knees that have run a few.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Hobby 4 Waterproof Trail Running Shoes", 149, "black, forest green|black, purple",
              "waterproof, breathable", "engineered mesh, rubber",
              {"weight_g": 300, "heel_drop_mm": 6, "lug_depth_mm": 4}, """
              The same last and sole as the Hobby 4, lined with a membrane for winter runs and wet grass. Water that
              comes in over the top does stay, so think twice before fording.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Merlin Dash Trail Running Shoes", 95, "red, grey|turquoise, grey",
              "breathable, lightweight", "mesh, rubber", {"weight_g": 280, "heel_drop_mm": 8, "lug_depth_mm": 3}, """
              From the front door along the road to the woods and back. Shallow lugs roll smoothly on asphalt and
              still hold on a dry forest path.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "First Mile Trail Running Shoes", 59.95, "navy, black|grey, pink", "breathable, vegan",
              "polyester mesh, rubber", {"weight_g": 295, "heel_drop_mm": 9, "lug_depth_mm": 3}, """
              To find out whether you like it. Comfortable at once, grippy enough for a park run, and no worse for
              a turn in the washing bag.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Windfall Recycled Trail Running Shoes", 135, "green, cream|plum purple, cream",
              "vegan, recycled, breathable", "recycled polyester, algae foam, rubber",
              {"weight_g": 270, "heel_drop_mm": 5, "lug_depth_mm": 4}, """
              The midsole foam is part pond algae, the laces were once fishing nets. Runs like any good neutral shoe;
              you only notice the difference on the label.""", FOR_MEN_AND_WOMEN),
        Model("Altavane", "Couloir Sky Running Shoes", 179, "orange, charcoal grey|turquoise, charcoal grey",
              "reinforced, lightweight, non-slip", "ripstop nylon, TPU, rubber",
              {"weight_g": 265, "heel_drop_mm": 5, "lug_depth_mm": 5}, """
              For ridges where running turns into climbing. A carbon-fibre shank guards against sharp stones, and
              the toe is all sticky rubber.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Hobbler Wide Trail Running Shoes", 109, "black, olive|black, teal", "breathable, wide fit",
              "engineered mesh, rubber", {"weight_g": 305, "heel_drop_mm": 4, "lug_depth_mm": 4}, """
              Shaped like a foot, with toes that may spread. Runners with bunions send us postcards about it.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

SANDALS_KIND = Kind(
    "sandals", "footwear", sizes=SANDALS,
    notes={
        MEN: ("Men's whole sizes only; choose the smaller between two.",
              "The men's footbed is broad, with a raised rim at the toes."),
        WOMEN: ("Women's whole sizes only; the straps have more range than the numbers suggest.",
                "The women's footbed is slimmer and the straps are softer at the edge."),
        KIDS: ("Children's straps have a spare hole or two for next summer.",),
    },
    models=(
        Model("Saltgrass", "Estuary Strap Sandals", 74.95, "black, olive, navy|black, coral, teal",
              "quick-drying, adjustable, vegan", "recycled webbing, EVA, rubber", {"weight_g": 290}, """
              Three adjustable straps and a sole that grips a wet deck. Wear them into the river, over the shingle and
              home on the train.""", FOR_MEN_AND_WOMEN),
        Model("Saltgrass", "Rockpool Closed-Toe Sandals", 84.95, "grey, brown|grey, turquoise|blue, orange",
              "quick-drying, adjustable, reinforced", "neoprene, webbing, rubber", {"weight_g": 340}, """
              A cage of straps with a bumper over the toes, for boulder beaches and portages. Pebbles get in; a shake
              gets them out.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 49.95))),
        Model("Saltgrass", "Driftline Flip-Flops", 29.95, "black, tan|black, pink, turquoise", "vegan, recycled",
              "recycled EVA, cotton webbing", {"weight_g": 190}, """
              A soft toe post that doesn't rub and a footbed with an actual arch. Made from the offcuts of the
              brand's other soles, so no two speckles match.""", FOR_MEN_AND_WOMEN),
        Model("Brackenfell", "Orchard Leather Sandals", 99, "brown, black|tan, black", "handmade, resoleable",
              "full-grain leather, cork, rubber", {"weight_g": 330}, """
              Vegetable-tanned straps and a cork bed that takes the print of your foot. They darken with sun and
              wear, which is rather the point.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Lido Sandals", 32.95, "black, navy|black, purple|blue, pink", "quick-drying, vegan",
              "polyester webbing, EVA", {"weight_g": 260}, """
              Two straps, a heel strap and no fuss. For campsite showers, garden hoses and the back of the cupboard
              in winter.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 22.95))),
        Model("Pinewise", "Dune Hemp Sandals", 69.95, "beige, green|beige, rust red", "vegan, organic",
              "hemp webbing, natural rubber, cork", {"weight_g": 280}, """
              Nothing in these was drilled for: hemp straps, cork bed, tree rubber sole. The webbing needs an evening
              to soften.""", FOR_MEN_AND_WOMEN),
        Model("Featherlode", "Whisper Camp Sandals", 44.95, "black, yellow", "ultralight, packable, vegan",
              "EVA, polyester cord", {"weight_g": 96}, """
              The pair together weighs less than an apple. Enough sole for a campsite and a cord that also holds them
              on across a stream; not for walking all day.""",
              sizes={"S": 0, "M": 0, "L": 0, "XL": 0}),
    ),
)  # fmt: skip

CAMP_SLIPPERS = Kind(
    "camp slippers", "footwear",
    models=(
        Model("Downhollow", "Hearth Down Camp Slippers", 64.95, "black, rust red, slate blue",
              "insulated, packable, lightweight", "recycled nylon, duck down", {"weight_g": 210}, """
              Sleeping bags for the feet, with a sole thick enough for the walk to the washing-up. They squash into
              a bag the size of a pear.""", sizes={"S": 0, "M": 0, "L": 0, "XL": 0}),
        Model("Tarn Basics", "Bunkhouse Slippers", 24.95, "grey, navy", "insulated, vegan, machine-washable",
              "synthetic fleece, EVA", {"weight_g": 240}, """
              Hut rules say no boots indoors. These are warm, washable and silent on wooden stairs.""",
              sizes={"S": 0, "M": 0, "L": 0, "XL": 0}),
        Model("Woolmere", "Byre Felted Wool Slippers", 59.95, "charcoal grey, burgundy, green",
              "insulated, odour-resistant, handmade", "felted wool, suede leather", {"weight_g": 310}, """
              Felted by hand around a wooden foot, then given a suede sole. Warm in a draughty hut, and just right
              on a kitchen floor.""", sizes={"S": 0, "M": 0, "L": 0, "XL": 0}),
    ),
)  # fmt: skip

KINDS = (HIKING_SHOES, TRAIL_RUNNING_SHOES, SANDALS_KIND, CAMP_SLIPPERS)
