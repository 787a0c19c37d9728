"""Down jackets, insulated vests and fleeces."""

from __future__ import annotations

from ..sizes import CLOTHING, KIDS, MEN, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

DOWN_JACKETS = Kind(
    "down jacket", "clothing", sizes=CLOTHING,
    notes={
        MEN: (
            "The men's cut goes over a fleece without squeezing out the loft.",
            "Men's sizes are regular, with a hem that stays below a belt.",
            "The men's jacket has wider baffles across the shoulders.",
        ),
        WOMEN: (
            "The women's cut is shaped, and warmer at the lower back.",
            "Women's sizes are trim; take one up to layer underneath.",
            "The women's jacket has narrower baffles and a longer hem.",
        ),
        KIDS: ("For children the cuffs are elastic and the zip ends in a chin guard.",),
    },
    models=(
        Model("Downhollow", "Siskin 650 Down Jacket", 159, "navy, black, rust red|teal, black, burgundy",
              "insulated, packable, water-resistant, windproof", "recycled nylon, duck down",
              {"weight_g": 395, "fill_power": 650, "fill_weight_g": 125}, """
              The everyday down jacket: warm on a station platform, light enough to keep in the pack. The down can be
              traced to the farm by a code on the label, and never comes from live birds.""", FOR_MEN_AND_WOMEN),
        Model("Downhollow", "Siskin 650 Hooded Down Jacket", 179, "black, slate blue|black, plum purple",
              "insulated, packable, water-resistant, windproof, hooded", "recycled nylon, duck down",
              {"weight_g": 440, "fill_power": 650, "fill_weight_g": 145}, """
              A Siskin with a close, quilted hood and two inches more at the hem. The hood packs the rest of the jacket
              away inside itself.""", FOR_MEN_AND_WOMEN),
        Model("Downhollow", "Brambling 800 Down Jacket", 269, "charcoal grey, burnt orange|ice blue, charcoal grey",
              "insulated, ultralight, packable, windproof, hooded", "ripstop nylon, goose down",
              {"weight_g": 310, "fill_power": 800, "fill_weight_g": 135}, """
              Higher loft, thinner shell, two thirds of the weight. Put it on at the belay and take it off before you
              sweat; down this fine deserves a dry pack.""", FOR_MEN_AND_WOMEN),
        Model("Altavane", "Firn 900 Expedition Down Jacket", 549, "red, black|yellow, black",
              "insulated, windproof, water-resistant, hooded, reinforced", "ripstop nylon, goose down",
              {"weight_g": 640, "fill_power": 900, "fill_weight_g": 290}, """
              Box walls, a storm flap and sleeves long enough to tuck into mittens at sixteen thousand feet. Absurd for
              walking the dog, and we know somebody who does.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Frostbite Down Jacket", 99, "black, navy, green|black, red, blue|blue, purple, green",
              "insulated, water-resistant", "polyester, duck down",
              {"weight_g": 520, "fill_power": 550, "fill_weight_g": 160}, """
              More feather in the mix and a plainer shell bring the price under a hundred. Warm as you like, just not
              the one to count grams with.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 64.95))),
        Model("Pinewise", "Second Nest Recycled Down Jacket", 189, "moss green, cream|mustard yellow, cream",
              "insulated, recycled, pfas-free, water-resistant", "recycled polyester, recycled down",
              {"weight_g": 430, "fill_power": 600, "fill_weight_g": 150}, """
              The filling spent its first life in duvets and is washed, sorted and put back to work. Repairs are free
              for as long as you own it.""", FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Tindra Long Down Coat", 379, "black, navy|black, cream, plum purple",
              "insulated, windproof, water-resistant, hooded", "recycled polyester, duck down",
              {"weight_g": 980, "fill_power": 700, "fill_weight_g": 310}, """
              A sleeping bag with sleeves and manners. The two-way zip opens from below for stairs and bicycles, and
              the pockets are lined for cold hands.""", FOR_MEN_AND_WOMEN),
        Model("Downhollow", "Wren Down Vest", 119, "navy, olive|teal, dusty pink",
              "insulated, packable, lightweight", "recycled nylon, duck down",
              {"weight_g": 240, "fill_power": 650, "fill_weight_g": 85}, """
              Warmth for the middle of you and freedom for the arms. It goes under a shell in winter and over a shirt
              on a spring evening.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Ptarmigan Light Down Jacket", 115, "red, navy, olive|red, navy, plum purple", "insulated, packable, lightweight, windproof",
              "recycled nylon, duck down", {"weight_g": 350, "fill_power": 600, "fill_weight_g": 105}, """
              Narrow quilting, a plain collar, two zipped pockets. Slips under a shell on a winter walk and goes to work on
              Monday.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

FLEECES = Kind(
    "fleece", "clothing", sizes=CLOTHING,
    notes={
        MEN: (
            "The men's fleece is straight in the body, with thumb loops.",
            "Men's sizes are regular and layer easily.",
            "Cut for men, a little longer in the arm.",
        ),
        WOMEN: (
            "The women's fleece is shaped at the waist, with thumb loops.",
            "Women's sizes are regular and layer easily.",
            "Cut for women, a little longer at the hip.",
        ),
        KIDS: ("Children's sizes have elbow patches and a zip that small fingers can manage.",),
    },
    models=(
        Model("Tarn Basics", "Quarter-Zip Fleece", 29.95, "navy, grey, green, red|navy, purple, teal|blue, pink, green",
              "breathable, quick-drying", "recycled polyester", {"weight_g": 240}, """
              A hundred-weight fleece for under, over and in between. It has been in the shop since we opened and has
              changed only its colours.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 19.95))),
        Model("Tarn Basics", "Basecamp Full-Zip Fleece", 44.95, "black, charcoal grey, forest green|black, burgundy, sky blue",
              "insulated, quick-drying", "recycled polyester", {"weight_g": 390}, """
              Thick, soft and dependable, with two zipped pockets. Wash it inside out and it stays fluffy.""",
              FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Dipper Grid Fleece", 84.95, "slate blue, orange, black|turquoise, coral, black",
              "breathable, moisture-wicking, stretch, lightweight", "recycled polyester, elastane", {"weight_g": 255}, """
              A waffle of warm squares and cool channels that dumps heat the moment you start uphill. The half zip goes
              down far enough to matter.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Fieldfare Hooded Fleece Jacket", 109, "charcoal grey, rust red|charcoal grey, plum purple",
              "breathable, stretch, hooded", "recycled polyester, elastane", {"weight_g": 340}, """
              Smooth outside so a shell slides over it, brushed inside so you don't mind wearing it next to skin. The
              hood fits under a helmet.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Ewe-Free Pile Fleece", 95, "beige, forest green|cream, dusty pink",
              "insulated, recycled, vegan", "recycled polyester", {"weight_g": 460}, """
              Deep, curly pile that looks like sheep and was once a crate of bottles. A close inner face sheds fewer
              fibres in the wash than an ordinary fleece.""", FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Ullfrost Wool Fleece", 149, "grey, navy|grey, burgundy",
              "insulated, odour-resistant, breathable", "merino wool, recycled polyester", {"weight_g": 410}, """
              Wool on the side that touches you, fleece on the side that touches the world. Warm when damp and fresh
              after a week in a hut.""", FOR_MEN_AND_WOMEN),
        Model("Altavane", "Névé Technical Fleece", 169, "black, yellow|black, turquoise",
              "breathable, stretch, lightweight, moisture-wicking", "polyester, elastane", {"weight_g": 228}, """
              For moving fast in the cold: long loops of open knit under a face that lets just enough wind through. It
              dries on you between one pitch and the next.""", FOR_MEN_AND_WOMEN),
        Model("Wrenfield", "Bear Hug Kids' Fleece", 34.95, "brown, grey, pink", "insulated, hooded, machine-washable",
              "recycled polyester", {"weight_g": 380}, """
              There are ears on the hood. Underneath the charm is a dense, warm fleece with reinforced elbows and
              pockets deep enough for pine cones.""", (Edition(KIDS),)),
        Model("Campfold", "Marshmallow Sherpa Fleece", 54.95, "cream, brown, green|cream, burgundy, green", "insulated, machine-washable",
              "polyester", {"weight_g": 520}, """
              Long pile, deep collar, big buttons. Made for sitting round things that are burning, a safe yard away from the
              sparks.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

KINDS = (DOWN_JACKETS, FLEECES)
