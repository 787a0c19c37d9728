"""Trousers, shorts and underwear."""

from __future__ import annotations

from ..sizes import CLOTHING, KIDS, MEN, TROUSERS, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

TROUSER_NOTES = {
    MEN: (
        "Men's sizes are waist inches, with a 32-inch leg.",
        "The men's cut sits at the hip with room in the thigh.",
        "Men's sizes are regular; the hem can be taken up without losing the cuff.",
    ),
    WOMEN: (
        "The women's cut sits higher at the back, so nothing shows when you bend.",
        "Women's sizes run true, with a shaped waistband.",
        "Women's sizes have room at the hip and a shaped seat.",
    ),
    KIDS: ("Children's sizes adjust inside the waist with a buttoned elastic.",),
}

TROUSERS_KIND = Kind(
    "trousers", "clothing", sizes=TROUSERS, notes=TROUSER_NOTES,
    models=(
        Model(
            "Nordvika", "Brattli Trekking Trousers", 159,
            colours="olive, charcoal grey|forest green, charcoal grey",
            features="reinforced, water-resistant, repairable", material="polyester, cotton",
            specs={"weight_g": 520, "pockets": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Waxable cloth with double knees and a place for everything: map, knife, phone, snack. They shrug
            off thorns and sparks and only get better.
            """,
        ),
        Model(
            "Merlin Ridge", "Curlew Stretch Walking Trousers", 89,
            colours="khaki, navy, charcoal grey|navy, plum purple, khaki",
            features="stretch, quick-drying, breathable", material="nylon, elastane",
            specs={"weight_g": 340, "pockets": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Four-way stretch for stiles and scrambles, and a gusset that has never split on us. Rain beads for
            a while, then dries in minutes.
            """,
        ),
        Model(
            "Merlin Ridge", "Curlew Zip-Off Trousers", 84.95, colours="khaki, stone grey|khaki, stone grey",
            features="zip-off, quick-drying, uv protection", material="recycled nylon",
            specs={"weight_g": 365, "pockets": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Trousers until eleven, shorts until five. The leg zips are different colours so that left finds
            left.
            """,
        ),
        Model(
            "Merlin Ridge", "Bittern Waterproof Overtrousers", 79.95, colours="black|black",
            features="waterproof, windproof, packable, breathable", material="recycled nylon",
            specs={"weight_g": 260, "waterproof_rating_mm": 15000}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Zips run from hem to thigh, so they go on over boots without hopping. Taped seams, a drawcord and
            a stuff pouch the size of a fist.
            """,
        ),
        Model(
            "Tarn Basics", "Rambler Walking Trousers", 39.95,
            colours="grey, navy, green|grey, navy, burgundy|navy, brown", features="quick-drying",
            material="polyester", specs={"weight_g": 360, "pockets": 4},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 27.95)),
            story="""
            Tough enough, light enough, cheap enough to crawl under a fence in. Part-elastic waist and a
            zipped pocket for keys.
            """,
        ),
        Model(
            "Tarn Basics", "Downpour Waterproof Overtrousers", 32.95, colours="black|black|navy, green",
            features="waterproof, windproof, packable", material="polyester",
            specs={"weight_g": 290, "waterproof_rating_mm": 8000},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 24.95)),
            story="""
            Keep a pair in the car and another in the pack. Side zips to the knee and tape in every seam.
            """,
        ),
        Model(
            "Altavane", "Arête Softshell Climbing Trousers", 199,
            colours="black, slate blue|black, turquoise",
            features="stretch, windproof, water-resistant, reinforced", material="nylon, elastane",
            specs={"weight_g": 430, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Shaped to be looked down past: slim at the shin, reinforced where crampons pass, with suspenders
            that clip away.
            """,
        ),
        Model(
            "Pinewise", "Coppice Hemp Trousers", 95, colours="beige, moss green|rust red, beige",
            features="organic, breathable, vegan", material="hemp, organic cotton",
            specs={"weight_g": 420, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Relaxed everyday trousers in cloth that wears like denim and breathes like linen. They fade
            handsomely.
            """,
        ),
        Model(
            "Wayhouse", "Red-Eye Travel Trousers", 99, colours="navy, charcoal grey|black, olive",
            features="stretch, quick-drying, anti-theft", material="nylon, elastane",
            specs={"weight_g": 330, "pockets": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Look like chinos, sit like pyjamas. Two pockets zip shut against light fingers, and a spilled
            coffee wipes off before boarding.
            """,
        ),
        Model(
            "Nordvika", "Fimbul Insulated Ski-Touring Trousers", 249,
            colours="navy, black|plum purple, black", features="insulated, waterproof, windproof, breathable",
            material="recycled polyester, ePE membrane",
            specs={"weight_g": 610, "waterproof_rating_mm": 20000, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Warm at the seat and thigh, vented down the outside, with snow cuffs that grip a boot. For long
            approaches and cold lifts alike.
            """,
        ),
        Model(
            "Fleetfell", "Drizzle Waterproof Running Trousers", 109, colours="black|black",
            features="waterproof, ultralight, packable, breathable", material="ripstop nylon, PU membrane",
            specs={"weight_g": 130, "waterproof_rating_mm": 10000}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The other half of a mountain race's kit list, at the weight of a banana. Calf zips go on over
            running shoes if you point your toes.
            """,
        ),
    ),
)  # fmt: skip

SHORTS = Kind(
    "shorts", "clothing", sizes=TROUSERS, notes=TROUSER_NOTES | {
        MEN: (
            "Men's sizes are waist inches, with a 9-inch inseam.",
            "The men's cut ends just above the knee.",
        ),
        WOMEN: (
            "The women's cut has a 6-inch inseam and a higher back.",
            "Women's sizes run true and sit at the waist.",
        ),
    },
    models=(
        Model(
            "Merlin Ridge", "Curlew Stretch Walking Shorts", 59.95, colours="khaki, slate blue|khaki, coral",
            features="stretch, quick-drying, breathable", material="nylon, elastane",
            specs={"weight_g": 210, "pockets": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The Curlew trousers, cut off before the brambles. A flat waistband sits well under a pack.
            """,
        ),
        Model(
            "Tarn Basics", "Paddock Cargo Shorts", 27.95,
            colours="green, navy, beige|olive, navy, beige|blue, green", features="machine-washable",
            material="cotton", specs={"weight_g": 310, "pockets": 6},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 19.95)),
            story="""
            Pockets for string, bandages, pocketknife and half a sandwich. Sturdy cotton canvas that softens
            with washing.
            """,
        ),
        Model(
            "Fleetfell", "Tempo 2-in-1 Running Shorts", 54.95, colours="black, blue|black, coral",
            features="lightweight, moisture-wicking, reflective, quick-drying",
            material="recycled polyester, elastane", specs={"weight_g": 135, "pockets": 3},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            A loose outer over a snug liner with a pocket that holds a phone still. No chafing at mile
            eighteen, which is all one asks.
            """,
        ),
        Model(
            "Saltgrass", "Breakwater Swim Shorts", 44.95,
            colours="navy, turquoise, orange|navy, turquoise, coral", features="quick-drying, recycled",
            material="recycled nylon", specs={"weight_g": 150, "pockets": 2}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Dry before the ice cream is finished, and respectable in the line for it. Made from retired
            fishing nets.
            """,
        ),
        Model(
            "Cinderpath", "Doubletrack Padded Bike Shorts", 89, colours="black, olive|black, plum purple",
            features="stretch, moisture-wicking, reinforced", material="nylon, elastane",
            specs={"weight_g": 290, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Baggy outside, a good foam pad inside, and the two unclip for washing. The inner seam is moved
            away from the saddle.
            """,
        ),
        Model(
            "Pinewise", "Meadow Linen Shorts", 49.95, colours="cream, forest green|cream, dusty pink",
            features="breathable, vegan, organic", material="linen, organic cotton",
            specs={"weight_g": 190, "pockets": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            For hot towns and slow evenings. A drawstring waist and a hem that rolls.
            """,
        ),
    ),
)  # fmt: skip

UNDERWEAR = Kind(
    "underwear", "clothing", sizes=CLOTHING, notes={
        MEN: ("Men's boxer brief with a soft, wide waistband.", "Men's boxer brief with a flat fly."),
        WOMEN: (
            "Women's hipster brief with flat leg seams.",
            "Women's brief with a mid rise and bonded edges.",
        ),
    },
    models=(
        Model(
            "Woolmere", "Kidstones Merino Underwear", 36.95, colours="black, slate blue|black, plum purple",
            features="odour-resistant, moisture-wicking, breathable", material="merino wool, elastane",
            specs={"weight_g": 70}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Two of these will see you through two weeks: wear one, wash one. Fine enough not to itch, we
            promise.
            """,
        ),
        Model(
            "Merlin Ridge", "Swift Travel Underwear, Pack of 2", 34.95, colours="black, navy|black, teal",
            features="quick-drying, moisture-wicking, stretch", material="recycled nylon, elastane",
            specs={"weight_g": 110}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Rinse in a basin, roll in a towel, wear in two hours. The mesh panel is where you would want it.
            """,
        ),
        Model(
            "Tarn Basics", "Everyday Cotton Underwear, Pack of 3", 21.95, colours="black, grey|black, white",
            features="organic, machine-washable", material="organic cotton, elastane",
            specs={"weight_g": 190}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Soft, plain and three to the pack. For rest days and everything else.
            """,
        ),
        Model(
            "Pinewise", "Featherfern Bamboo Underwear", 19.95,
            colours="moss green, charcoal grey|dusty pink, charcoal grey", features="breathable, vegan",
            material="bamboo viscose, elastane", specs={"weight_g": 65}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Silky, cool and dyed in a closed loop that reuses its water. Comes in a paper band, without
            plastic.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (TROUSERS_KIND, SHORTS, UNDERWEAR)
