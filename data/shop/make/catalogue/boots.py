"""Hiking boots and winter boots."""

from __future__ import annotations

from ..sizes import KIDS, MEN, SHOES, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

HIKING_BOOTS = Kind(
    "hiking boots", "footwear", sizes=SHOES,
    notes={
        MEN: (
            "The men's last is a medium width with room across the toes.",
            "On the men's last the forefoot is roomy and the heel is held firmly.",
            "Men's sizes run true; go half a size up if you wear thick socks.",
            "The men's boot comes on a slightly wider forefoot than most.",
        ),
        WOMEN: (
            "The women's last is narrower at the heel, with a slightly lower collar.",
            "Built on a women's last: snugger at the heel, softer around the ankle.",
            "Women's sizes run true, and the instep is lower than on the men's boot.",
            "The women's boot is cut closer at the heel, so less foot slides on the way down.",
        ),
        KIDS: (
            "The children's boot swaps laces for elastic and a strap, so small hands manage alone.",
            "For children it gets a softer sole that bends with growing feet, and a wipe-clean toe.",
        ),
    },
    models=(
        Model(
            "Brackenfell", "Ridgeway Mid Waterproof Hiking Boots", 139,
            colours="brown, black|brown, burgundy", features="waterproof, breathable",
            material="nubuck leather, rubber",
            specs={"weight_g": 545, "shaft_height_cm": 13, "heel_drop_mm": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The boot we sell most of, and the one we would lend a friend. Oiled nubuck over a breathable
            membrane shrugs off wet bracken all day, and the sole still grips when the path turns to polished
            limestone.
            """,
        ),
        Model(
            "Brackenfell", "Drystone Classic Leather Hiking Boots", 219,
            colours="chestnut brown, black|chestnut brown", features="waterproof, resoleable, repairable",
            material="full-grain leather, rubber",
            specs={"weight_g": 760, "shaft_height_cm": 16, "heel_drop_mm": 14}, editions=FOR_MEN_AND_WOMEN,
            story="""
            One piece of full-grain leather, stitched to a welt that any cobbler can open again. Stiff for the
            first week and a companion for the next fifteen years, if you feed it wax now and then.
            """,
        ),
        Model(
            "Brackenfell", "Heathland Suede Hiking Boots", 129,
            colours="tan, brown, olive|tan, dusty pink, brown", features="breathable, lightweight",
            material="suede leather, mesh, rubber",
            specs={"weight_g": 430, "shaft_height_cm": 12, "heel_drop_mm": 8}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A summer boot with no membrane, so your feet stay dry from the inside. Soft suede and open mesh
            need no wearing in; leave them at home when heavy rain is forecast.
            """,
        ),
        Model(
            "Tarn Basics", "Lakeside Waterproof Hiking Boots", 79,
            colours="brown, grey|brown, teal|brown, navy", features="waterproof, vegan",
            material="synthetic suede, rubber",
            specs={"weight_g": 510, "shaft_height_cm": 12, "heel_drop_mm": 11},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 54)),
            story="""
            Everything a first pair of boots needs and nothing that makes it dearer: a sealed lining, a padded
            tongue and a sole with real lugs. Leather-free throughout.
            """,
        ),
        Model(
            "Tarn Basics", "Footpath Mid Hiking Boots", 64.95, colours="black, brown|grey, brown",
            features="breathable, vegan", material="polyester mesh, synthetic leather, rubber",
            specs={"weight_g": 465, "shaft_height_cm": 11, "heel_drop_mm": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Our cheapest boot with an ankle, for dry paths and dog walks. It lets air through rather than
            keeping water out, and weighs little enough to wear all weekend.
            """,
        ),
        Model(
            "Merlin Ridge", "Stonechat Mid Waterproof Hiking Boots", 119,
            colours="brown, charcoal grey, olive|brown, slate blue", features="waterproof, breathable",
            material="suede leather, recycled mesh, rubber",
            specs={"weight_g": 480, "shaft_height_cm": 13, "heel_drop_mm": 9}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Halfway between a boot and a trainer: light, forgiving from the first mile, and dry up to the
            ankle. A rock plate under the forefoot takes the sting out of scree.
            """,
        ),
        Model(
            "Merlin Ridge", "Whinchat Lightweight Hiking Boots", 99, colours="khaki, black|grey, lavender",
            features="lightweight, breathable, quick-drying", material="mesh, TPU, rubber",
            specs={"weight_g": 390, "shaft_height_cm": 11, "heel_drop_mm": 8}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For hot, dry trails where a waterproof boot would stew your feet. The open weave dries in an hour
            of sun after a creek crossing.
            """,
        ),
        Model(
            "Pinewise", "Understory Vegan Waterproof Hiking Boots", 149,
            colours="brown, forest green|brown, moss green",
            features="waterproof, breathable, vegan, recycled, pfas-free",
            material="cork microfibre, recycled rubber",
            specs={"weight_g": 520, "shaft_height_cm": 13, "heel_drop_mm": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A proper hill boot with no animal in it: the upper is pressed from cork and plant fibre, the sole
            holds a third recycled tyre. Glued without solvents, and still watertight after a season of bogs.
            """,
        ),
        Model(
            "Pinewise", "Saltmarsh Recycled Mid Hiking Boots", 124,
            colours="sky blue, grey|mustard yellow, grey", features="vegan, recycled, breathable",
            material="recycled polyester, recycled rubber",
            specs={"weight_g": 405, "shaft_height_cm": 11, "heel_drop_mm": 7}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Each pair begins as twenty-two plastic bottles. Knitted in one piece, so there are few seams to
            rub; best kept to dry ground and canal paths.
            """,
        ),
        Model(
            "Nordvika", "Vinterfjell GTL Waterproof Hiking Boots", 245,
            colours="black, brown|black, plum purple",
            features="waterproof, breathable, reinforced, resoleable", material="nubuck leather, rubber",
            specs={"weight_g": 690, "shaft_height_cm": 17, "heel_drop_mm": 12}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Made for huts a week apart and a pack that starts at fifty pounds. The rubber rand goes all the
            way round, the shank is stiff, and the collar is cut low at the back so that descents don't
            bruise.
            """,
        ),
        Model(
            "Nordvika", "Lomvi Mid Waterproof Hiking Boots", 169, colours="navy, brown|teal, brown",
            features="waterproof, breathable", material="suede leather, nylon, rubber",
            specs={"weight_g": 530, "shaft_height_cm": 14, "heel_drop_mm": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A quiet all-rounder from the Norwegian coast, where paths are roots, rock and rain by turns. The
            soft rubber clings to wet granite and wears a little faster for it.
            """,
        ),
        Model(
            "Altavane", "Serac 3-Season Mountain Boots", 299,
            colours="charcoal grey, orange|charcoal grey, turquoise",
            features="waterproof, breathable, reinforced", material="ripstop nylon, suede leather, rubber",
            specs={"weight_g": 640, "shaft_height_cm": 16, "heel_drop_mm": 12}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Stiff enough for a crampon, light enough for the walk in. A sewn-in gaiter keeps snow and grit
            out, and the heel takes a semi-automatic binding.
            """,
        ),
        Model(
            "Wrenfield", "Puddlejump Waterproof Hiking Boots", 49.95,
            colours="brown, green, navy|pink, turquoise", features="waterproof, vegan, reflective",
            material="synthetic leather, rubber", specs={"weight_g": 540, "shaft_height_cm": 11},
            editions=(Edition(KIDS),),
            story="""
            Built for children who walk through things rather than round them. A sealed inner sock keeps the
            puddle out, and the insole shows where growing toes ought to end.
            """,
        ),
        Model(
            "Fleetfell", "Kestrel Mid Fast Hiking Boots", 154, colours="orange, black|coral, ice blue",
            features="waterproof, lightweight, breathable", material="ripstop nylon, TPU, rubber",
            specs={"weight_g": 375, "shaft_height_cm": 12, "heel_drop_mm": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A running shoe's midsole under a waterproof ankle, for people who call it a walk and then jog the
            descents. Deep chevron lugs, a quick-pull lace, no wearing in.
            """,
        ),
        Model(
            "Campfold", "Hedgerow Waterproof Hiking Boots", 89, colours="brown, black|brown, grey",
            features="waterproof", material="split leather, polyester, rubber",
            specs={"weight_g": 570, "shaft_height_cm": 13, "heel_drop_mm": 12}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For the walk from the campsite to the diner and back by moonlight. Broad, cushioned and quick to
            lace, with a sealed lining and a sole that wipes clean on a doormat.
            """,
        ),
        Model(
            "Merlin Ridge", "Redshank Waterproof Trekking Boots", 147,
            colours="brown, forest green|brown, teal", features="waterproof, breathable, reinforced",
            material="nubuck leather, nylon, rubber",
            specs={"weight_g": 610, "shaft_height_cm": 15, "heel_drop_mm": 11}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A higher, firmer boot than the Stonechat, for a week with a full pack. The ankle is padded where
            it bends and stiff where it shouldn't.
            """,
        ),
    ),
)  # fmt: skip

WINTER_BOOTS = Kind(
    "winter boots", "footwear", sizes=SHOES,
    notes={
        MEN: ("The men's boot leaves room for a thick wool sock.",
              "Men's sizes are cut full; stay with your usual size."),
        WOMEN: ("The women's boot is shaped in at the calf, so snow finds no gap.",
                "On the women's last the heel is narrower and the shaft a little softer."),
        KIDS: ("For children the liner comes out to dry overnight on the radiator.",),
    },
    models=(
        Model(
            "Nordvika", "Rimfrost Insulated Winter Boots", 189, colours="black, chestnut brown|cream, black",
            features="waterproof, insulated, non-slip", material="nubuck leather, felt, rubber",
            specs={"weight_g": 780, "shaft_height_cm": 22, "comfort_f": -15}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A felt liner thick enough for standing still on a frozen lake, and studs of glass fibre in the
            sole that bite on wet ice. Warm, heavy and entirely unworried.
            """,
        ),
        Model(
            "Tarn Basics", "Snowday Winter Boots", 69.95, colours="black, navy|black, burgundy|blue, purple",
            features="waterproof, insulated, vegan", material="nylon, synthetic fleece, rubber",
            specs={"weight_g": 640, "shaft_height_cm": 20, "comfort_f": 5},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 44.95)),
            story="""
            For shovelling, sledging and the school run. The rubber shell keeps slush out, a drawcord closes
            the top, and the whole thing rinses clean under a tap.
            """,
        ),
        Model(
            "Brackenfell", "Larchwood Shearling Boots", 235, colours="brown, black|tan, brown",
            features="water-resistant, insulated, resoleable",
            material="full-grain leather, shearling, rubber",
            specs={"weight_g": 720, "shaft_height_cm": 18, "comfort_f": 10}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Town manners, mountain warmth. Real shearling from toe to collar moulds to your foot in a few
            days, and the lugged sole is kinder to old floors than it looks.
            """,
        ),
        Model(
            "Pinewise", "Hoarfrost Vegan Winter Boots", 159, colours="moss green, black|dusty pink, black",
            features="waterproof, insulated, vegan, recycled",
            material="recycled nylon, recycled fleece, rubber",
            specs={"weight_g": 600, "shaft_height_cm": 19, "comfort_f": -5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Recycled insulation that stays warm when damp, in a boot that folds flat for the suitcase. Light
            enough to drive in.
            """,
        ),
        Model(
            "Wrenfield", "Sledge Club Winter Boots", 42.95, colours="red, navy, green|purple, turquoise",
            features="waterproof, insulated, reflective", material="nylon, felt, rubber",
            specs={"weight_g": 560, "shaft_height_cm": 18, "comfort_f": 0}, editions=(Edition(KIDS),),
            story="""
            One big strap that mittens can work, a grab loop at the back, and a name label inside that
            survives the lost-property box.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (HIKING_BOOTS, WINTER_BOOTS)
