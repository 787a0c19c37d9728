"""Down jackets, insulated vests and fleeces."""

from __future__ import annotations

from ..sizes import CLOTHING, KIDS, MEN, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

DOWN_JACKETS = Kind(
    "down jacket", "clothing", sizes=CLOTHING,
    notes={
        MEN: (
            "The men's cut goes over a fleece without squeezing out the loft.",
            "Men's sizes are regular, with cuffs that reach the knuckles.",
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
        Model(
            "Downhollow", "Siskin 650 Down Jacket", 159,
            colours="navy, black, rust red|teal, black, burgundy",
            features="insulated, packable, water-resistant, windproof", material="recycled nylon, duck down",
            specs={"weight_g": 395, "fill_power": 650, "fill_weight_g": 125}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The everyday down jacket: warm on a station platform, light enough to keep in the pack. The down
            can be traced to the farm by a code on the label, and never comes from live birds.
            """,
        ),
        Model(
            "Downhollow", "Siskin 650 Hooded Down Jacket", 179,
            colours="black, slate blue|black, plum purple",
            features="insulated, packable, water-resistant, windproof, hooded",
            material="recycled nylon, duck down",
            specs={"weight_g": 440, "fill_power": 650, "fill_weight_g": 145}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A Siskin with a close, quilted hood and two inches more at the hem. The hood packs the rest of the
            jacket away inside itself.
            """,
        ),
        Model(
            "Downhollow", "Brambling 800 Down Jacket", 269,
            colours="charcoal grey, burnt orange|ice blue, charcoal grey",
            features="insulated, ultralight, packable, windproof, hooded",
            material="ripstop nylon, goose down",
            specs={"weight_g": 310, "fill_power": 800, "fill_weight_g": 135}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Higher loft, thinner shell, two thirds of the weight. Put it on at the belay and take it off
            before you sweat; down this fine deserves a dry pack.
            """,
        ),
        Model(
            "Altavane", "Firn 900 Expedition Down Jacket", 549, colours="red, black|yellow, black",
            features="insulated, windproof, water-resistant, hooded, reinforced",
            material="ripstop nylon, goose down",
            specs={"weight_g": 640, "fill_power": 900, "fill_weight_g": 290}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Box walls, a storm flap and sleeves long enough to tuck into mittens at sixteen thousand feet.
            Absurd for walking the dog, and we know somebody who does.
            """,
        ),
        Model(
            "Tarn Basics", "Frostbite Down Jacket", 99,
            colours="black, navy, green|black, red, blue|blue, purple, green",
            features="insulated, water-resistant", material="polyester, duck down",
            specs={"weight_g": 520, "fill_power": 550, "fill_weight_g": 160},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 64.95)),
            story="""
            More feather in the mix and a plainer shell bring the price under a hundred. Warm as you like,
            just not the one to count grams with.
            """,
        ),
        Model(
            "Pinewise", "Second Nest Recycled Down Jacket", 189,
            colours="moss green, cream|mustard yellow, cream",
            features="insulated, recycled, pfas-free, water-resistant",
            material="recycled polyester, recycled down",
            specs={"weight_g": 430, "fill_power": 600, "fill_weight_g": 150}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The filling spent its first life in duvets and is washed, sorted and put back to work. Repairs are
            free for as long as you own it.
            """,
        ),
        Model(
            "Nordvika", "Tindra Long Down Coat", 379, colours="black, navy|black, cream, plum purple",
            features="insulated, windproof, water-resistant, hooded",
            material="recycled polyester, duck down",
            specs={"weight_g": 980, "fill_power": 700, "fill_weight_g": 310}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A sleeping bag with sleeves and manners. The two-way zip opens from below for stairs and bicycles,
            and the pockets are lined for cold hands.
            """,
        ),
        Model(
            "Downhollow", "Wren Down Vest", 119, colours="navy, olive|teal, dusty pink",
            features="insulated, packable, lightweight", material="recycled nylon, duck down",
            specs={"weight_g": 240, "fill_power": 650, "fill_weight_g": 85}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Warmth for the middle of you and freedom for the arms. It goes under a shell in winter and over a
            shirt on a spring evening.
            """,
        ),
        Model(
            "Merlin Ridge", "Ptarmigan Light Down Jacket", 115,
            colours="red, navy, olive|red, navy, plum purple",
            features="insulated, packable, lightweight, windproof", material="recycled nylon, duck down",
            specs={"weight_g": 350, "fill_power": 600, "fill_weight_g": 105}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Narrow quilting, a plain collar, two zipped pockets. Slips under a shell on a winter walk and goes
            to work on Monday.
            """,
        ),
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
        Model(
            "Tarn Basics", "Quarter-Zip Fleece", 29.95,
            colours="navy, grey, green, red|navy, purple, teal|blue, pink, green",
            features="breathable, quick-drying", material="recycled polyester", specs={"weight_g": 240},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 19.95)),
            story="""
            A hundred-weight fleece for under, over and in between. It has been in the shop since we opened
            and has changed only its colours.
            """,
        ),
        Model(
            "Tarn Basics", "Basecamp Full-Zip Fleece", 44.95,
            colours="black, charcoal grey, forest green|black, burgundy, sky blue",
            features="insulated, quick-drying", material="recycled polyester", specs={"weight_g": 390},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            Thick, soft and dependable, with two zipped pockets. Wash it inside out and it stays fluffy.
            """,
        ),
        Model(
            "Merlin Ridge", "Dipper Grid Fleece", 84.95,
            colours="slate blue, orange, black|turquoise, coral, black",
            features="breathable, moisture-wicking, stretch, lightweight",
            material="recycled polyester, elastane", specs={"weight_g": 255}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A waffle of warm squares and cool channels that dumps heat the moment you start uphill. The half
            zip goes down far enough to matter.
            """,
        ),
        Model(
            "Merlin Ridge", "Fieldfare Hooded Fleece Jacket", 109,
            colours="charcoal grey, rust red|charcoal grey, plum purple",
            features="breathable, stretch, hooded", material="recycled polyester, elastane",
            specs={"weight_g": 340}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Smooth outside so a shell slides over it, brushed inside so you don't mind wearing it next to
            skin. The hood fits under a helmet.
            """,
        ),
        Model(
            "Pinewise", "Ewe-Free Pile Fleece", 95, colours="beige, forest green|cream, dusty pink",
            features="insulated, recycled, vegan", material="recycled polyester", specs={"weight_g": 460},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            Deep, curly pile that looks like sheep and was once a crate of bottles. A close inner face sheds
            fewer fibres in the wash than an ordinary fleece.
            """,
        ),
        Model(
            "Nordvika", "Ullfrost Wool Fleece", 149, colours="grey, navy|grey, burgundy",
            features="insulated, odour-resistant, breathable", material="merino wool, recycled polyester",
            specs={"weight_g": 410}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Wool on the side that touches you, fleece on the side that touches the world. Warm when damp and
            fresh after a week in a hut.
            """,
        ),
        Model(
            "Altavane", "Névé Technical Fleece", 169, colours="black, yellow|black, turquoise",
            features="breathable, stretch, lightweight, moisture-wicking", material="polyester, elastane",
            specs={"weight_g": 228}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For moving fast in the cold: long loops of open knit under a face that lets just enough wind
            through. It dries on you between one pitch and the next.
            """,
        ),
        Model(
            "Wrenfield", "Bear Hug Kids' Fleece", 34.95, colours="brown, grey, pink",
            features="insulated, hooded, machine-washable", material="recycled polyester",
            specs={"weight_g": 380}, editions=(Edition(KIDS),),
            story="""
            There are ears on the hood. Underneath the charm is a dense, warm fleece with reinforced elbows
            and pockets deep enough for pine cones.
            """,
        ),
        Model(
            "Campfold", "Marshmallow Sherpa Fleece", 54.95,
            colours="cream, brown, green|cream, burgundy, green", features="insulated, machine-washable",
            material="polyester", specs={"weight_g": 520}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Long pile, deep collar, big buttons. Made for sitting round things that are burning, a safe yard
            away from the sparks.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (DOWN_JACKETS, FLEECES)
