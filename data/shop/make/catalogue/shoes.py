"""Hiking shoes and trail running shoes."""

from __future__ import annotations

from ..sizes import KIDS, MEN, SHOES, WOMEN
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
        Model(
            "Merlin Ridge", "Wheatear Low Waterproof Hiking Shoes", 104,
            colours="brown, black, olive|brown, teal", features="waterproof, breathable",
            material="suede leather, mesh, rubber", specs={"weight_g": 410, "heel_drop_mm": 9},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            All the tread of our hill boots with nothing above the ankle. The tongue is sewn in on both sides,
            so a shallow ford stays outside.
            """,
        ),
        Model(
            "Merlin Ridge", "Sandpiper Vented Hiking Shoes", 89, colours="grey, sky blue|stone grey, coral",
            features="breathable, lightweight, quick-drying", material="mesh, TPU, rubber",
            specs={"weight_g": 330, "heel_drop_mm": 8}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Holes where you want them: air comes in at the toes and leaves at the heel. Made for gravel, dust
            and long afternoons.
            """,
        ),
        Model(
            "Brackenfell", "Becksider Leather Hiking Shoes", 134, colours="chestnut brown, black|brown, navy",
            features="water-resistant, resoleable", material="nubuck leather, rubber",
            specs={"weight_g": 460, "heel_drop_mm": 11}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A walking shoe that may come to dinner. Waxed nubuck sheds a shower, and the stitched sole can be
            replaced when you have worn it smooth.
            """,
        ),
        Model(
            "Tarn Basics", "Towpath Hiking Shoes", 54.95, colours="grey, brown|grey, purple|navy, green",
            features="breathable, vegan", material="polyester mesh, synthetic leather, rubber",
            specs={"weight_g": 360, "heel_drop_mm": 10},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 39.95)),
            story="""
            An honest shoe for the park, the canal and the bus. Padded, plain, and cheap enough to keep a
            second pair in the car.
            """,
        ),
        Model(
            "Tarn Basics", "Towpath Waterproof Hiking Shoes", 69.95, colours="black, brown|black, burgundy",
            features="waterproof, vegan", material="synthetic suede, rubber",
            specs={"weight_g": 395, "heel_drop_mm": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The Towpath with a sealed lining, for people who walk the dog whatever falls from the sky. A
            little warmer in July than the open version.
            """,
        ),
        Model(
            "Pinewise", "Lichen Vegan Hiking Shoes", 119, colours="moss green, beige|dusty pink, beige",
            features="vegan, breathable", material="hemp canvas, natural rubber",
            specs={"weight_g": 350, "heel_drop_mm": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Hemp grown without irrigation, rubber tapped from trees, cork underfoot. The canvas softens with
            every wash and smells of nothing at all.
            """,
        ),
        Model(
            "Nordvika", "Terne Approach Shoes", 149, colours="burnt orange, black|turquoise, black",
            features="reinforced, breathable, non-slip", material="suede leather, rubber",
            specs={"weight_g": 390, "heel_drop_mm": 7}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Sticky rubber to the tip of the toe for the scramble between the path and the rope. Laces run
            right down, so you can tighten the front for an easy slab.
            """,
        ),
        Model(
            "Fleetfell", "Dotterel Fast Hiking Shoes", 129, colours="black, yellow|ice blue, coral",
            features="lightweight, breathable, waterproof", material="ripstop nylon, rubber",
            specs={"weight_g": 305, "heel_drop_mm": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For covering twenty miles before lunch. The membrane is bonded to the upper instead of sewn
            inside, which saves weight and dries faster.
            """,
        ),
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
        Model(
            "Fleetfell", "Hobby 4 Trail Running Shoes", 125, colours="blue, black, orange|coral, blue",
            features="breathable, lightweight", material="engineered mesh, rubber",
            specs={"weight_g": 275, "heel_drop_mm": 6, "lug_depth_mm": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The shoe most of our staff race in. Enough foam for a long day, enough ground feel to dance
            through roots, and lugs that shed mud instead of collecting it.
            """,
        ),
        Model(
            "Fleetfell", "Goshawk Mud Trail Running Shoes", 139, colours="black, yellow|black, pink",
            features="lightweight, non-slip, quick-drying", material="ripstop nylon, rubber",
            specs={"weight_g": 255, "heel_drop_mm": 4, "lug_depth_mm": 8}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Eight-millimetre lugs for wet fells, sheep tracks and race fields already churned by four hundred
            others. On pavement they wear quickly and feel like cleats.
            """,
        ),
        Model(
            "Fleetfell", "Sparrowhawk Max Cushion Trail Running Shoes", 155,
            colours="slate blue, orange|lavender, teal", features="breathable",
            material="engineered mesh, rubber", specs={"weight_g": 310, "heel_drop_mm": 5, "lug_depth_mm": 4},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            A deep, rockered midsole that rolls you forward when your legs no longer want to. Made for ultras
            and for knees that have run a few.
            """,
        ),
        Model(
            "Fleetfell", "Hobby 4 Waterproof Trail Running Shoes", 149,
            colours="black, forest green|black, purple", features="waterproof, breathable",
            material="engineered mesh, rubber", specs={"weight_g": 300, "heel_drop_mm": 6, "lug_depth_mm": 4},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            The same last and sole as the Hobby 4, lined with a membrane for winter runs and wet grass. Water
            that comes in over the top does stay, so think twice before fording.
            """,
        ),
        Model(
            "Merlin Ridge", "Merlin Dash Trail Running Shoes", 95, colours="red, grey|turquoise, grey",
            features="breathable, lightweight", material="mesh, rubber",
            specs={"weight_g": 280, "heel_drop_mm": 8, "lug_depth_mm": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            From the front door along the road to the woods and back. Shallow lugs roll smoothly on asphalt
            and still hold on a dry forest path.
            """,
        ),
        Model(
            "Tarn Basics", "First Mile Trail Running Shoes", 59.95, colours="navy, black|grey, pink",
            features="breathable, vegan", material="polyester mesh, rubber",
            specs={"weight_g": 295, "heel_drop_mm": 9, "lug_depth_mm": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            To find out whether you like it. Comfortable at once, grippy enough for a park run, and no worse
            for a turn in the washing bag.
            """,
        ),
        Model(
            "Pinewise", "Windfall Recycled Trail Running Shoes", 135,
            colours="green, cream|plum purple, cream", features="vegan, recycled, breathable",
            material="recycled polyester, algae foam, rubber",
            specs={"weight_g": 270, "heel_drop_mm": 5, "lug_depth_mm": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The midsole foam is part pond algae, the laces were once fishing nets. Runs like any good neutral
            shoe; you only notice the difference on the label.
            """,
        ),
        Model(
            "Altavane", "Couloir Sky Running Shoes", 179,
            colours="orange, charcoal grey|turquoise, charcoal grey",
            features="reinforced, lightweight, non-slip", material="ripstop nylon, TPU, rubber",
            specs={"weight_g": 265, "heel_drop_mm": 5, "lug_depth_mm": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For ridges where running turns into climbing. A carbon-fibre shank guards against sharp stones,
            and the toe is all sticky rubber.
            """,
        ),
        Model(
            "Merlin Ridge", "Hobbler Wide Trail Running Shoes", 109, colours="black, olive|black, teal",
            features="breathable, wide fit", material="engineered mesh, rubber",
            specs={"weight_g": 305, "heel_drop_mm": 4, "lug_depth_mm": 4},
            editions=(
                Edition(MEN, note="The men's shoe comes in a full double-E width."),
                Edition(WOMEN, note="The women's shoe comes in a full D width."),
            ),
            story="""
            Shaped like a foot, with toes that may spread. Runners with bunions send us postcards about it.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (HIKING_SHOES, TRAIL_RUNNING_SHOES)
