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
        Model("Brackenfell", "Ridgeway Mid Waterproof Hiking Boots", 139, "brown, black|brown, burgundy",
              "waterproof, breathable", "nubuck leather, rubber",
              {"weight_g": 545, "shaft_height_cm": 13, "heel_drop_mm": 10}, """
              The boot we sell most of, and the one we would lend a friend. Oiled nubuck over a breathable
              membrane shrugs off wet bracken all day, and the sole still grips when the path turns to polished
              limestone.""", FOR_MEN_AND_WOMEN),
        Model("Brackenfell", "Drystone Classic Leather Hiking Boots", 219, "chestnut brown, black|chestnut brown",
              "waterproof, resoleable, repairable", "full-grain leather, rubber",
              {"weight_g": 760, "shaft_height_cm": 16, "heel_drop_mm": 14}, """
              One piece of full-grain leather, stitched to a welt that any cobbler can open again. Stiff for the
              first week and a companion for the next fifteen years, if you feed it wax now and then.""",
              FOR_MEN_AND_WOMEN),
        Model("Brackenfell", "Heathland Suede Hiking Boots", 129, "tan, brown, olive|tan, dusty pink, brown",
              "breathable, lightweight", "suede leather, mesh, rubber",
              {"weight_g": 430, "shaft_height_cm": 12, "heel_drop_mm": 8}, """
              A summer boot with no membrane, so your feet stay dry from the inside. Soft suede and open mesh need
              no wearing in; leave them at home when heavy rain is forecast.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Lakeside Waterproof Hiking Boots", 79, "brown, grey|brown, teal|brown, navy",
              "waterproof, vegan", "synthetic suede, rubber",
              {"weight_g": 510, "shaft_height_cm": 12, "heel_drop_mm": 11}, """
              Everything a first pair of boots needs and nothing that makes it dearer: a sealed lining, a padded
              tongue and a sole with real lugs. Leather-free throughout.""",
              (Edition(MEN), Edition(WOMEN), Edition(KIDS, 54))),
        Model("Tarn Basics", "Footpath Mid Hiking Boots", 64.95, "black, brown|grey, brown", "breathable, vegan",
              "polyester mesh, synthetic leather, rubber",
              {"weight_g": 465, "shaft_height_cm": 11, "heel_drop_mm": 10}, """
              Our cheapest boot with an ankle, for dry paths and dog walks. It lets air through rather than
              keeping water out, and weighs little enough to wear all weekend.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Stonechat Mid Waterproof Hiking Boots", 119,
              "brown, charcoal grey, olive|brown, slate blue", "waterproof, breathable",
              "suede leather, recycled mesh, rubber",
              {"weight_g": 480, "shaft_height_cm": 13, "heel_drop_mm": 9}, """
              Halfway between a boot and a trainer: light, forgiving from the first mile, and dry up to the ankle.
              A rock plate under the forefoot takes the sting out of scree.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Whinchat Lightweight Hiking Boots", 99, "khaki, black|grey, lavender",
              "lightweight, breathable, quick-drying", "mesh, TPU, rubber",
              {"weight_g": 390, "shaft_height_cm": 11, "heel_drop_mm": 8}, """
              For hot, dry trails where a waterproof boot would stew your feet. The open weave dries in an hour of
              sun after a creek crossing.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Understory Vegan Waterproof Hiking Boots", 149, "brown, forest green|brown, moss green",
              "waterproof, breathable, vegan, recycled, pfas-free", "cork microfibre, recycled rubber",
              {"weight_g": 520, "shaft_height_cm": 13, "heel_drop_mm": 10}, """
              A proper hill boot with no animal in it: the upper is pressed from cork and plant fibre, the sole
              holds a third recycled tyre. Glued without solvents, and still watertight after a season of bogs.""",
              FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Saltmarsh Recycled Mid Hiking Boots", 124, "sky blue, grey|mustard yellow, grey",
              "vegan, recycled, breathable", "recycled polyester, recycled rubber",
              {"weight_g": 405, "shaft_height_cm": 11, "heel_drop_mm": 7}, """
              Each pair begins as twenty-two plastic bottles. Knitted in one piece, so there are few seams to rub;
              best kept to dry ground and canal paths.""", FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Vinterfjell GTL Waterproof Hiking Boots", 245, "black, brown|black, plum purple",
              "waterproof, breathable, reinforced, resoleable", "nubuck leather, rubber",
              {"weight_g": 690, "shaft_height_cm": 17, "heel_drop_mm": 12}, """
              Made for huts a week apart and a pack that starts at fifty pounds. The rubber rand goes all the way
              round, the shank is stiff, and the collar is cut low at the back so that descents don't bruise.""",
              FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Lomvi Mid Waterproof Hiking Boots", 169, "navy, brown|teal, brown",
              "waterproof, breathable", "suede leather, nylon, rubber",
              {"weight_g": 530, "shaft_height_cm": 14, "heel_drop_mm": 10}, """
              A quiet all-rounder from the Norwegian coast, where paths are roots, rock and rain by turns. The soft
              rubber clings to wet granite and wears a little faster for it.""", FOR_MEN_AND_WOMEN),
        Model("Altavane", "Serac 3-Season Mountain Boots", 299, "charcoal grey, orange|charcoal grey, turquoise",
              "waterproof, breathable, reinforced", "ripstop nylon, suede leather, rubber",
              {"weight_g": 640, "shaft_height_cm": 16, "heel_drop_mm": 12}, """
              Stiff enough for a strap-on crampon, light enough for the walk in. A sewn-in gaiter keeps snow and
              grit out, and the heel takes a semi-automatic binding.""", FOR_MEN_AND_WOMEN),
        Model("Wrenfield", "Puddlejump Waterproof Hiking Boots", 49.95, "brown, green, navy|pink, turquoise",
              "waterproof, vegan, reflective", "synthetic leather, rubber",
              {"weight_g": 540, "shaft_height_cm": 11}, """
              Built for children who walk through things rather than round them. A sealed inner sock keeps the
              puddle out, and the insole shows where growing toes ought to end.""", (Edition(KIDS),)),
        Model("Fleetfell", "Kestrel Mid Fast Hiking Boots", 154, "orange, black|coral, ice blue",
              "waterproof, lightweight, breathable", "ripstop nylon, TPU, rubber",
              {"weight_g": 375, "shaft_height_cm": 12, "heel_drop_mm": 6}, """
              A running shoe's midsole under a waterproof ankle, for people who call it a walk and then jog the
              descents. Deep chevron lugs, a quick-pull lace, no wearing in.""", FOR_MEN_AND_WOMEN),
        Model("Campfold", "Hedgerow Waterproof Hiking Boots", 89, "brown, black|brown, grey", "waterproof",
              "split leather, polyester, rubber", {"weight_g": 570, "shaft_height_cm": 13, "heel_drop_mm": 12}, """
              For the walk from the campsite to the pub and back by moonlight. Broad, cushioned and quick to lace, with a
              sealed lining and a sole that wipes clean on a doormat.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Redshank Waterproof Trekking Boots", 147, "brown, forest green|brown, teal", "waterproof, breathable, reinforced",
              "nubuck leather, nylon, rubber", {"weight_g": 610, "shaft_height_cm": 15, "heel_drop_mm": 11}, """
              A higher, firmer boot than the Stonechat, for a week with a full pack. The ankle is padded where it bends and
              stiff where it shouldn't.""", FOR_MEN_AND_WOMEN),
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
        Model("Nordvika", "Rimfrost Insulated Winter Boots", 189, "black, chestnut brown|cream, black",
              "waterproof, insulated, non-slip", "nubuck leather, felt, rubber",
              {"weight_g": 780, "shaft_height_cm": 22, "comfort_f": -15}, """
              A felt liner thick enough for standing still on a frozen lake, and studs of glass fibre in the sole
              that bite on wet ice. Warm, heavy and entirely unworried.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Snowday Winter Boots", 69.95, "black, navy|black, burgundy|blue, purple",
              "waterproof, insulated, vegan", "nylon, synthetic fleece, rubber",
              {"weight_g": 640, "shaft_height_cm": 20, "comfort_f": 5}, """
              For shovelling, sledging and the school run. The rubber shell keeps slush out, a drawcord closes the
              top, and the whole thing rinses clean under a tap.""",
              (Edition(MEN), Edition(WOMEN), Edition(KIDS, 44.95))),
        Model("Brackenfell", "Larchwood Shearling Boots", 235, "brown, black|tan, brown",
              "water-resistant, insulated, resoleable", "full-grain leather, shearling, rubber",
              {"weight_g": 720, "shaft_height_cm": 18, "comfort_f": 10}, """
              Town manners, mountain warmth. Real shearling from toe to collar moulds to your foot in a few days,
              and the lugged sole is kinder to old floors than it looks.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Hoarfrost Vegan Winter Boots", 159, "moss green, black|dusty pink, black",
              "waterproof, insulated, vegan, recycled", "recycled nylon, recycled fleece, rubber",
              {"weight_g": 600, "shaft_height_cm": 19, "comfort_f": -5}, """
              Recycled insulation that stays warm when damp, in a boot that folds flat for the suitcase. Light
              enough to drive in.""", FOR_MEN_AND_WOMEN),
        Model("Wrenfield", "Sledge Club Winter Boots", 42.95, "red, navy, green|purple, turquoise",
              "waterproof, insulated, reflective", "nylon, felt, rubber",
              {"weight_g": 560, "shaft_height_cm": 18, "comfort_f": 0}, """
              One big strap that mittens can work, a grab loop at the back, and a name label inside that survives
              the lost-property box.""", (Edition(KIDS),)),
    ),
)  # fmt: skip

KINDS = (HIKING_BOOTS, WINTER_BOOTS)
