"""Sandals, and slippers for camp."""

from __future__ import annotations

from ..sizes import KIDS, MEN, SANDALS, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

SANDALS_KIND = Kind(
    "sandals", "footwear", sizes=SANDALS,
    notes={
        MEN: ("Men's whole sizes only; choose the smaller between two.",
              "The men's footbed is broad, with a raised rim at the toes."),
        WOMEN: ("Women's whole sizes only; choose the larger between two.",
                "The women's footbed is slimmer and the straps are softer at the edge."),
        KIDS: ("Children's straps have a spare hole or two for next summer.",),
    },
    models=(
        Model(
            "Saltgrass", "Estuary Strap Sandals", 74.95, colours="black, olive, navy|black, coral, teal",
            features="quick-drying, adjustable, vegan", material="recycled webbing, EVA, rubber",
            specs={"weight_g": 290}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Three adjustable straps and a sole that grips a wet deck. Wear them into the river, over the
            shingle and home on the train.
            """,
        ),
        Model(
            "Saltgrass", "Rockpool Closed-Toe Sandals", 84.95,
            colours="grey, brown|grey, turquoise|blue, orange",
            features="quick-drying, adjustable, reinforced", material="neoprene, webbing, rubber",
            specs={"weight_g": 340}, editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 49.95)),
            story="""
            A cage of straps with a bumper over the toes, for boulder beaches and portages. Pebbles get in; a
            shake gets them out.
            """,
        ),
        Model(
            "Saltgrass", "Driftline Flip-Flops", 29.95, colours="black, tan|black, pink, turquoise",
            features="vegan, recycled", material="recycled EVA, cotton webbing", specs={"weight_g": 190},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            A soft toe post that doesn't rub and a footbed with an actual arch. Made from the offcuts of the
            brand's other soles, so no two speckles match.
            """,
        ),
        Model(
            "Brackenfell", "Orchard Leather Sandals", 99, colours="brown, black|tan, black",
            features="handmade, resoleable", material="full-grain leather, cork, rubber",
            specs={"weight_g": 330}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Vegetable-tanned straps and a cork bed that takes the print of your foot. They darken with sun and
            wear, which is rather the point.
            """,
        ),
        Model(
            "Tarn Basics", "Lido Sandals", 32.95, colours="black, navy|black, purple|blue, pink",
            features="quick-drying, vegan", material="polyester webbing, EVA", specs={"weight_g": 260},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 22.95)),
            story="""
            Two straps, a heel strap and no fuss. For campsite showers, garden hoses and the back of the
            cupboard in winter.
            """,
        ),
        Model(
            "Pinewise", "Dune Hemp Sandals", 69.95, colours="beige, green|beige, rust red",
            features="vegan, handmade", material="hemp webbing, natural rubber, cork",
            specs={"weight_g": 280}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Nothing in these was drilled for: hemp straps, cork bed, tree rubber sole. The webbing needs an
            evening to soften.
            """,
        ),
        Model(
            "Featherlode", "Whisper Camp Sandals", 44.95, colours="black, yellow",
            features="ultralight, packable, vegan", material="EVA, polyester cord", specs={"weight_g": 96},
            sizes={"S": 0, "M": 0, "L": 0, "XL": 0},
            story="""
            The pair together weighs less than an apple. Enough sole for a campsite and a cord that also holds
            them on across a stream; not for walking all day.
            """,
        ),
    ),
)  # fmt: skip

CAMP_SLIPPERS = Kind(
    "camp slippers", "footwear",
    models=(
        Model(
            "Downhollow", "Hearth Down Camp Slippers", 64.95, colours="black, rust red, slate blue",
            features="insulated, packable, lightweight", material="recycled nylon, duck down",
            specs={"weight_g": 210}, sizes={"S": 0, "M": 0, "L": 0, "XL": 0},
            story="""
            Sleeping bags for the feet, with a sole thick enough for the walk to the washing-up. They squash
            into a bag the size of a pear.
            """,
        ),
        Model(
            "Tarn Basics", "Bunkhouse Slippers", 24.95, colours="grey, navy",
            features="insulated, vegan, machine-washable", material="synthetic fleece, EVA",
            specs={"weight_g": 240}, sizes={"S": 0, "M": 0, "L": 0, "XL": 0},
            story="""
            Hut rules say no boots indoors. These are warm, washable and silent on wooden stairs.
            """,
        ),
        Model(
            "Woolmere", "Byre Felted Wool Slippers", 59.95, colours="charcoal grey, burgundy, green",
            features="insulated, odour-resistant, handmade", material="felted wool, suede leather",
            specs={"weight_g": 310}, sizes={"S": 0, "M": 0, "L": 0, "XL": 0},
            story="""
            Felted by hand around a wooden foot, then given a suede sole. Warm in a draughty hut, and just
            right on a kitchen floor.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (SANDALS_KIND, CAMP_SLIPPERS)
