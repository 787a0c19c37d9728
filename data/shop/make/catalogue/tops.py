"""Base layers, T-shirts and shirts."""

from __future__ import annotations

from ..sizes import CLOTHING, KIDS, MEN, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

TOP_NOTES = {
    MEN: (
        "The men's cut is close without clinging.",
        "Men's sizes run true and stay tucked in.",
        "The men's version has a slightly dropped shoulder, so no seam sits under a strap.",
        "Cut for men, with a hem that stays put under a hip belt.",
    ),
    WOMEN: (
        "The women's cut is shaped at the side and longer at the back.",
        "Women's sizes run true; take one up for a looser drape.",
        "The women's version has a slightly wider neck and shorter sleeves.",
        "Cut for women, with a hem that doesn't ride up under a hip belt.",
    ),
    KIDS: ("Children's sizes have flat seams and no label to scratch.",),
}

BASE_LAYERS = Kind(
    "base layer", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model("Woolmere", "Drover 150 Merino Base Layer", 79.95, "black, slate blue, olive|black, plum purple, teal",
              "odour-resistant, breathable, moisture-wicking, lightweight", "merino wool",
              {"weight_g": 165, "fabric_weight_gsm": 150}, """
              Fine merino with a long sleeve and nothing added. Five days on a trail and it still won't clear the hut;
              wash it cool with a mild soap and it will last for years.""", FOR_MEN_AND_WOMEN),
        Model("Woolmere", "Drover 250 Merino Zip-Neck Base Layer", 109, "charcoal grey, forest green|charcoal grey, burgundy",
              "odour-resistant, insulated, moisture-wicking", "merino wool", {"weight_g": 285, "fabric_weight_gsm": 250}, """
              The winter weight, with a zip that opens to the breastbone for the climb. Warm enough to be the only thing
              under a shell on a cold, busy day.""", FOR_MEN_AND_WOMEN),
        Model("Woolmere", "Drover 200 Merino Leggings", 84.95, "black, navy|black, plum purple",
              "odour-resistant, moisture-wicking", "merino wool", {"weight_g": 195, "fabric_weight_gsm": 200}, """
              Base layer bottoms for tents in November and offices without heating. A wide waistband lies flat under a
              belt, and the knee is shaped so it doesn't bag.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Swift Synthetic Base Layer", 44.95, "blue, black, burnt orange|turquoise, black, coral",
              "moisture-wicking, quick-drying, breathable, stretch", "recycled polyester, elastane",
              {"weight_g": 140, "fabric_weight_gsm": 130}, """
              Pulls sweat off your back and has dried it by the next gate. A silver-free finish keeps it fresh for a
              day or two, not a week.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Underlayer Thermal Top", 24.95, "black, grey|black, lavender|navy, red",
              "moisture-wicking, insulated, vegan", "polyester, elastane", {"weight_g": 190, "fabric_weight_gsm": 190}, """
              Brushed inside, smooth outside, and priced so that you can have one for each ski day. Dries overnight on
              a chair.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 17.95))),
        Model("Pinewise", "Fernleaf Tencel Base Layer", 59.95, "olive, cream|moss green, cream",
              "breathable, moisture-wicking, vegan, organic", "lyocell, organic cotton",
              {"weight_g": 170, "fabric_weight_gsm": 160}, """
              Spun from wood pulp, cool to the touch and soft as an old shirt. For mild days: it is slower to dry than
              polyester and nicer to sit in.""", FOR_MEN_AND_WOMEN),
        Model("Altavane", "Rime Mesh Base Layer", 94.95, "black, white|black, white",
              "moisture-wicking, lightweight, breathable", "polypropylene, merino wool",
              {"weight_g": 125, "fabric_weight_gsm": 110}, """
              A net against the skin and a whisper of merino over it: the air caught in the holes is what keeps you
              warm. Looks odd on a hook and feels dry on a glacier.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Thermo Running Base Layer", 54.95, "black, yellow|black, coral", "moisture-wicking, stretch, reflective, insulated",
              "recycled polyester, elastane", {"weight_g": 175, "fabric_weight_gsm": 165}, """
              Warm in front, open behind, with a half zip and mitts that fold out of the cuffs. For frosty starts that get hot by
              the second mile.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

T_SHIRTS = Kind(
    "t-shirt", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model("Woolmere", "Fleet Moss Merino T-Shirt", 64.95, "navy, moss green, grey|teal, dusty pink, grey",
              "odour-resistant, breathable, lightweight", "merino wool, lyocell", {"weight_g": 140}, """
              One of these and a change of socks is a week's luggage. The lyocell in the mix makes it smoother and
              tougher than pure wool.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Skylark Technical T-Shirt", 34.95, "orange, blue, charcoal grey|coral, turquoise, charcoal grey",
              "moisture-wicking, quick-drying, uv protection", "recycled polyester", {"weight_g": 115}, """
              Light, airy, and sun protection rated UPF 30. The back is knitted more openly than the front, which is where
              a pack makes you sweat.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Everyday Cotton T-Shirt", 16.95, "white, black, navy, green|white, black, purple, teal|red, blue, yellow",
              "organic, machine-washable", "organic cotton", {"weight_g": 180}, """
              A good plain T-shirt in heavy organic cotton. It is not technical, it is comfortable.""",
              (Edition(MEN), Edition(WOMEN), Edition(KIDS, 12.95))),
        Model("Pinewise", "Treeline Graphic T-Shirt", 32.95, "forest green, cream|mustard yellow, cream",
              "organic, fair trade, vegan", "organic cotton, hemp", {"weight_g": 170}, """
              A skyline of five real pines, drawn by the brand's founder on a wet Sunday and printed with water-based
              ink. The hemp gives it a dry, linen-like hand.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Featherweight Running T-Shirt", 44.95, "yellow, black|ice blue, black",
              "ultralight, moisture-wicking, quick-drying, reflective", "recycled polyester", {"weight_g": 82}, """
              Bonded hems, laser-cut holes and about as much presence as a breeze. Meant for races and heat waves.""",
              FOR_MEN_AND_WOMEN),
        Model("Saltgrass", "Sandbar UPF 50 Sun Hoodie", 59.95, "beige, sky blue|white, coral",
              "uv protection, quick-drying, hooded, lightweight", "recycled polyester, elastane", {"weight_g": 175}, """
              For paddling, fishing and desert miles, when shade is something you wear. The hood goes over a cap and
              the cuffs have thumb holes for the backs of your hands.""", FOR_MEN_AND_WOMEN),
        Model("Wrenfield", "Mudlark Kids' T-Shirt, Pack of 2", 24.95, "green, blue, coral",
              "organic, machine-washable", "organic cotton", {"weight_g": 240}, """
              One plain, one with a beetle on it. Both have survived forty washes at our buyer's house and a good deal
              of blackberry.""", (Edition(KIDS),)),
        Model("Cinderpath", "Switchback Trail Jersey", 54.95, "olive, burnt orange|plum purple, teal",
              "moisture-wicking, breathable, quick-drying", "recycled polyester", {"weight_g": 160}, """
              A loose three-quarter sleeve that goes over elbow pads, and a soft patch inside the hem for wiping
              glasses.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

SHIRTS = Kind(
    "shirt", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model("Nordvika", "Skogen Flannel Shirt", 99, "red, forest green|burgundy, navy",
              "insulated, organic", "organic cotton", {"weight_g": 310}, """
              A thick brushed check, woven in Portugal, with a patch of plain cloth at each elbow. It goes from woodpile
              to restaurant with nothing but a wipe.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Plover Trekking Shirt", 64.95, "khaki, sky blue|stone grey, coral",
              "uv protection, quick-drying, breathable, lightweight", "recycled nylon", {"weight_g": 165}, """
              Long sleeves that roll and button, a collar that stands up against the sun, and a vent across the back.
              Wash it in a basin at night, wear it at breakfast.""", FOR_MEN_AND_WOMEN),
        Model("Wayhouse", "Layover Wrinkle-Free Travel Shirt", 74.95, "white, navy|white, slate blue",
              "quick-drying, stretch, anti-theft", "polyester, elastane", {"weight_g": 170}, """
              Comes out of a packed case as if it had been on a hanger. A zipped pocket inside the placket is the
              right size for a passport.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Hayrick Linen Shirt", 69.95, "white, olive|white, dusty pink", "breathable, organic, vegan",
              "linen", {"weight_g": 185}, """
              European flax, woven loosely for heat and washed until it gave in. Creases at once, and looks right for
              it.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

KINDS = (BASE_LAYERS, T_SHIRTS, SHIRTS)
