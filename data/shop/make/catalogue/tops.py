"""Base layers, tops and bottoms, T-shirts and shirts."""

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
        "The women's version has a slightly wider neck.",
        "Cut for women, with a hem that doesn't ride up under a hip belt.",
    ),
    KIDS: ("Children's sizes have flat seams and no label to scratch.",),
}

BASE_LAYERS = Kind(
    "base layer", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model(
            "Woolmere", "Drover 150 Merino Base Layer", 79.95,
            colours="black, slate blue, olive|black, plum purple, teal",
            features="odour-resistant, breathable, moisture-wicking, lightweight", material="merino wool",
            specs={"weight_g": 165, "fabric_weight_gsm": 150}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Fine merino with a long sleeve and nothing added. Five days on a trail and it still won't clear
            the hut; wash it cool with a mild soap and it will last for years.
            """,
        ),
        Model(
            "Woolmere", "Drover 250 Merino Zip-Neck Base Layer", 109,
            colours="charcoal grey, forest green|charcoal grey, burgundy",
            features="odour-resistant, insulated, moisture-wicking", material="merino wool",
            specs={"weight_g": 285, "fabric_weight_gsm": 250}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The winter weight, with a zip that opens to the breastbone for the climb. Warm enough to be the
            only thing under a shell on a cold, busy day.
            """,
        ),
        Model(
            "Merlin Ridge", "Swift Synthetic Base Layer", 44.95,
            colours="blue, black, burnt orange|turquoise, black, coral",
            features="moisture-wicking, quick-drying, breathable, stretch",
            material="recycled polyester, elastane", specs={"weight_g": 140, "fabric_weight_gsm": 130},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            Pulls sweat off your back and has dried it by the next gate. A silver-free finish keeps it fresh
            for a day or two, not a week.
            """,
        ),
        Model(
            "Tarn Basics", "Underlayer Thermal Top", 24.95, colours="black, grey|black, lavender|navy, red",
            features="moisture-wicking, insulated, vegan", material="polyester, elastane",
            specs={"weight_g": 190, "fabric_weight_gsm": 190},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 17.95)),
            story="""
            Brushed inside, smooth outside, and priced so that you can have one for each ski day. Dries
            overnight on a chair.
            """,
        ),
        Model(
            "Pinewise", "Fernleaf Tencel Base Layer", 59.95, colours="olive, cream|moss green, cream",
            features="breathable, moisture-wicking, vegan, organic", material="lyocell, organic cotton",
            specs={"weight_g": 170, "fabric_weight_gsm": 160}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Spun from wood pulp, cool to the touch and soft as an old shirt. For mild days: it is slower to
            dry than polyester and nicer to sit in.
            """,
        ),
        Model(
            "Altavane", "Rime Mesh Base Layer", 94.95, colours="black, white|black, white",
            features="moisture-wicking, lightweight, breathable", material="polypropylene, merino wool",
            specs={"weight_g": 125, "fabric_weight_gsm": 110}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A net against the skin and a whisper of merino over it: the air caught in the holes is what keeps
            you warm. Looks odd on a hook and feels dry on a glacier.
            """,
        ),
        Model(
            "Fleetfell", "Thermo Running Base Layer", 54.95, colours="black, yellow|black, coral",
            features="moisture-wicking, stretch, reflective, insulated",
            material="recycled polyester, elastane", specs={"weight_g": 175, "fabric_weight_gsm": 165},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            Warm in front, open behind, with a half zip and mitts that fold out of the cuffs. For frosty
            starts that get hot by the second mile.
            """,
        ),
    ),
)  # fmt: skip

BASE_LAYER_BOTTOMS = Kind(
    "base layer bottoms", "clothing", sizes=CLOTHING,
    notes={
        MEN: (
            "The men's cut has a fly and a long rise.",
            "Men's sizes run true, down to a close ankle.",
        ),
        WOMEN: (
            "The women's cut is higher at the back and shaped at the hip.",
            "Women's sizes run true, with a flat waistband.",
        ),
    },
    models=(
        Model(
            "Woolmere", "Drover 200 Merino Leggings", 84.95, colours="black, navy|black, plum purple",
            features="odour-resistant, moisture-wicking", material="merino wool",
            specs={"weight_g": 195, "fabric_weight_gsm": 200}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For tents in November and offices without heating. A wide waistband lies flat under a belt, and
            the knee is shaped so it doesn't bag.
            """,
        ),
        Model(
            "Merlin Ridge", "Swift Synthetic Tights", 44.95, colours="black, blue|black, turquoise",
            features="moisture-wicking, quick-drying, stretch", material="recycled polyester, elastane",
            specs={"weight_g": 165, "fabric_weight_gsm": 150}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Under shorts on a raw morning, under overtrousers on a wet one. The fabric is smooth enough that
            nothing catches at the knee.
            """,
        ),
        Model(
            "Tarn Basics", "Underlayer Thermal Bottoms", 24.95, colours="black, grey|black, lavender",
            features="moisture-wicking, insulated, vegan", material="polyester, elastane",
            specs={"weight_g": 180, "fabric_weight_gsm": 190}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The other half of the Underlayer, brushed inside and plain outside. Warm on a chairlift, and
            nobody will know if you keep them on in the hut.
            """,
        ),
    ),
)  # fmt: skip

T_SHIRTS = Kind(
    "t-shirt", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model(
            "Woolmere", "Fleet Moss Merino T-Shirt", 64.95,
            colours="navy, moss green, grey|teal, dusty pink, grey",
            features="odour-resistant, breathable, lightweight", material="merino wool, lyocell",
            specs={"weight_g": 140}, editions=FOR_MEN_AND_WOMEN,
            story="""
            One of these and a change of socks is a week's luggage. The lyocell in the mix makes it smoother
            and tougher than pure wool.
            """,
        ),
        Model(
            "Merlin Ridge", "Skylark Technical T-Shirt", 34.95,
            colours="orange, blue, charcoal grey|coral, turquoise, charcoal grey",
            features="moisture-wicking, quick-drying, uv protection", material="recycled polyester",
            specs={"weight_g": 115}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Light, airy, and sun protection rated UPF 30. The back is knitted more openly than the front,
            which is where a pack makes you sweat.
            """,
        ),
        Model(
            "Tarn Basics", "Everyday Cotton T-Shirt", 16.95,
            colours="white, black, navy, green|white, black, purple, teal|red, blue, yellow",
            features="organic, machine-washable", material="organic cotton", specs={"weight_g": 180},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 12.95)),
            story="""
            A good plain T-shirt in heavy organic cotton. It is not technical, it is comfortable.
            """,
        ),
        Model(
            "Pinewise", "Treeline Graphic T-Shirt", 32.95,
            colours="forest green, cream|mustard yellow, cream", features="organic, fair trade, vegan",
            material="organic cotton, hemp", specs={"weight_g": 170}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A skyline of five real pines, drawn by the brand's founder on a wet Sunday and printed with
            water-based ink. The hemp gives it a dry, linen-like hand.
            """,
        ),
        Model(
            "Fleetfell", "Featherweight Running T-Shirt", 44.95, colours="yellow, black|ice blue, black",
            features="ultralight, moisture-wicking, quick-drying, reflective", material="recycled polyester",
            specs={"weight_g": 82}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Bonded hems, laser-cut holes and about as much presence as a breeze. Meant for races and heat
            waves.
            """,
        ),
        Model(
            "Saltgrass", "Sandbar UPF 50 Sun Hoodie", 59.95, colours="beige, sky blue|white, coral",
            features="uv protection, quick-drying, hooded, lightweight",
            material="recycled polyester, elastane", specs={"weight_g": 175}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For paddling, fishing and desert miles, when shade is something you wear. The hood goes over a cap
            and the cuffs have thumb holes for the backs of your hands.
            """,
        ),
        Model(
            "Wrenfield", "Mudlark Kids' T-Shirt, Pack of 2", 24.95, colours="green, blue, coral",
            features="organic, machine-washable", material="organic cotton", specs={"weight_g": 240},
            editions=(Edition(KIDS),),
            story="""
            One plain, one with a beetle on it. Both have survived forty washes at our buyer's house and a
            good deal of blackberry.
            """,
        ),
        Model(
            "Cinderpath", "Switchback Trail Jersey", 54.95, colours="olive, burnt orange|plum purple, teal",
            features="moisture-wicking, breathable, quick-drying", material="recycled polyester",
            specs={"weight_g": 160}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A loose three-quarter sleeve that goes over elbow pads, and a soft patch inside the hem for wiping
            glasses.
            """,
        ),
    ),
)  # fmt: skip

SHIRTS = Kind(
    "shirt", "clothing", sizes=CLOTHING, notes=TOP_NOTES,
    models=(
        Model(
            "Nordvika", "Skogen Flannel Shirt", 99, colours="red, forest green|burgundy, navy",
            features="insulated, organic", material="organic cotton", specs={"weight_g": 310},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            A thick brushed check, woven in Portugal, with a patch of plain cloth at each elbow. It goes from
            woodpile to restaurant with nothing but a wipe.
            """,
        ),
        Model(
            "Merlin Ridge", "Plover Trekking Shirt", 64.95, colours="khaki, sky blue|stone grey, coral",
            features="uv protection, quick-drying, breathable, lightweight", material="recycled nylon",
            specs={"weight_g": 165}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Long sleeves that roll and button, a collar that stands up against the sun, and a vent across the
            back. Wash it in a basin at night, wear it at breakfast.
            """,
        ),
        Model(
            "Wayhouse", "Layover Wrinkle-Free Travel Shirt", 74.95, colours="white, navy|white, slate blue",
            features="quick-drying, stretch, anti-theft", material="polyester, elastane",
            specs={"weight_g": 170}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Comes out of a packed case as if it had been on a hanger. A zipped pocket inside the placket is
            the right size for a passport.
            """,
        ),
        Model(
            "Pinewise", "Hayrick Linen Shirt", 69.95, colours="white, olive|white, dusty pink",
            features="breathable, organic, vegan", material="organic linen", specs={"weight_g": 185},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            European flax, woven loosely for heat and washed until it gave in. Creases at once, and looks
            right for it.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (BASE_LAYERS, BASE_LAYER_BOTTOMS, T_SHIRTS, SHIRTS)
