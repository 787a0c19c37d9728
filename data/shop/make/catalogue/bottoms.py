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
        "Women's sizes have room at the hip and real pockets.",
    ),
    KIDS: ("Children's sizes adjust inside the waist with a buttoned elastic.",),
}

TROUSERS_KIND = Kind(
    "trousers", "clothing", sizes=TROUSERS, notes=TROUSER_NOTES,
    models=(
        Model("Nordvika", "Brattli Trekking Trousers", 159, "olive, charcoal grey|forest green, charcoal grey",
              "reinforced, water-resistant, repairable", "polyester, cotton", {"weight_g": 520, "pockets": 6}, """
              Waxable cloth with double knees and a place for everything: map, knife, phone, snack. They shrug off
              thorns and sparks and only get better.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Curlew Stretch Walking Trousers", 89, "khaki, navy, charcoal grey|navy, plum purple, khaki",
              "stretch, quick-drying, breathable", "nylon, elastane", {"weight_g": 340, "pockets": 5}, """
              Four-way stretch for stiles and scrambles, and a gusset that has never split on us. Rain beads for a
              while, then dries in minutes.""", FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Curlew Zip-Off Trousers", 84.95, "khaki, stone grey|khaki, stone grey",
              "zip-off, quick-drying, uv protection", "recycled nylon", {"weight_g": 365, "pockets": 6}, """
              Trousers until eleven, shorts until five. The leg zips are different colours so that left finds left.""",
              FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Bittern Waterproof Overtrousers", 79.95, "black|black",
              "waterproof, windproof, packable, breathable", "recycled nylon",
              {"weight_g": 260, "waterproof_rating_mm": 15000}, """
              Zips run from hem to thigh, so they go on over boots without hopping. Taped seams, a drawcord and a
              stuff pouch the size of a fist.""", FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Rambler Walking Trousers", 39.95, "grey, navy, green|grey, navy, burgundy|navy, brown",
              "quick-drying", "polyester", {"weight_g": 360, "pockets": 4}, """
              Tough enough, light enough, cheap enough to crawl under a fence in. Part-elastic waist and a zipped pocket for
              keys.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 27.95))),
        Model("Tarn Basics", "Downpour Waterproof Overtrousers", 32.95, "black|black|navy, green",
              "waterproof, windproof, packable", "polyester", {"weight_g": 290, "waterproof_rating_mm": 8000}, """
              Keep a pair in the car and another in the pack. Side zips to the knee and tape in every seam.""",
              (Edition(MEN), Edition(WOMEN), Edition(KIDS, 24.95))),
        Model("Altavane", "Arête Softshell Climbing Trousers", 199, "black, slate blue|black, turquoise",
              "stretch, windproof, water-resistant, reinforced", "nylon, elastane", {"weight_g": 430, "pockets": 4}, """
              Shaped to be looked down past: slim at the shin, reinforced where crampons pass, with suspenders that clip
              away.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Coppice Hemp Trousers", 95, "beige, moss green|rust red, beige",
              "organic, breathable, vegan", "hemp, organic cotton", {"weight_g": 420, "pockets": 4}, """
              Relaxed everyday trousers in cloth that wears like denim and breathes like linen. They fade
              handsomely.""", FOR_MEN_AND_WOMEN),
        Model("Wayhouse", "Red-Eye Travel Trousers", 99, "navy, charcoal grey|black, olive",
              "stretch, quick-drying, anti-theft", "nylon, elastane", {"weight_g": 330, "pockets": 6}, """
              Look like chinos, sit like pajamas. Two pockets zip shut against light fingers, and a spilled coffee
              wipes off before boarding.""", FOR_MEN_AND_WOMEN),
        Model("Nordvika", "Fimbul Insulated Ski-Touring Trousers", 249, "navy, black|plum purple, black",
              "insulated, waterproof, windproof, breathable", "recycled polyester, ePE membrane",
              {"weight_g": 610, "waterproof_rating_mm": 20000, "pockets": 4}, """
              Warm at the seat and thigh, vented down the outside, with snow cuffs that grip a boot. For long
              approaches and cold lifts alike.""", FOR_MEN_AND_WOMEN),
        Model("Fleetfell", "Drizzle Waterproof Running Trousers", 109, "black|black", "waterproof, ultralight, packable, breathable",
              "ripstop nylon, PU membrane", {"weight_g": 130, "waterproof_rating_mm": 10000}, """
              The other half of a mountain race's kit list, at the weight of a banana. Calf zips go on over running shoes if you
              point your toes.""", FOR_MEN_AND_WOMEN),
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
        Model("Merlin Ridge", "Curlew Stretch Walking Shorts", 59.95, "khaki, slate blue|khaki, coral",
              "stretch, quick-drying, breathable", "nylon, elastane", {"weight_g": 210, "pockets": 5}, """
              The Curlew trousers, cut off before the brambles. A flat waistband sits well under a pack.""",
              FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Paddock Cargo Shorts", 27.95, "green, navy, beige|olive, navy, beige|blue, green",
              "machine-washable", "cotton", {"weight_g": 310, "pockets": 6}, """
              Pockets for string, bandages, pocketknife and half a sandwich. Sturdy cotton canvas that softens with
              washing.""", (Edition(MEN), Edition(WOMEN), Edition(KIDS, 19.95))),
        Model("Fleetfell", "Tempo 2-in-1 Running Shorts", 54.95, "black, blue|black, coral",
              "lightweight, moisture-wicking, reflective, quick-drying", "recycled polyester, elastane",
              {"weight_g": 135, "pockets": 3}, """
              A loose outer over a snug liner with a pocket that holds a phone still. No chafing at mile eighteen, which
              is all one asks.""", FOR_MEN_AND_WOMEN),
        Model("Saltgrass", "Breakwater Swim Shorts", 44.95, "navy, turquoise, orange|navy, turquoise, coral",
              "quick-drying, recycled", "recycled nylon", {"weight_g": 150, "pockets": 2}, """
              Dry before the ice cream is finished, and respectable in the line for it. Made from retired fishing
              nets.""", FOR_MEN_AND_WOMEN),
        Model("Cinderpath", "Doubletrack Padded Bike Shorts", 89, "black, olive|black, plum purple",
              "stretch, moisture-wicking, reinforced", "nylon, elastane", {"weight_g": 290, "pockets": 4}, """
              Baggy outside, a good foam pad inside, and the two unclip for washing. The inner seam is moved away from
              the saddle.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Meadow Linen Shorts", 49.95, "cream, forest green|cream, dusty pink",
              "breathable, vegan, organic", "linen, organic cotton", {"weight_g": 190, "pockets": 3}, """
              For hot towns and slow evenings. A drawstring waist and a hem that rolls.""", FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

UNDERWEAR = Kind(
    "underwear", "clothing", sizes=CLOTHING, notes={
        MEN: ("Men's boxer brief with a soft, wide waistband.", "Men's boxer brief with a flat fly."),
        WOMEN: ("Women's hipster brief with flat leg seams.", "Women's brief with a mid rise and bonded edges."),
    },
    models=(
        Model("Woolmere", "Kidstones Merino Underwear", 36.95, "black, slate blue|black, plum purple",
              "odour-resistant, moisture-wicking, breathable", "merino wool, elastane", {"weight_g": 70}, """
              Two of these will see you through two weeks: wear one, wash one. Fine enough not to itch, we promise.""",
              FOR_MEN_AND_WOMEN),
        Model("Merlin Ridge", "Swift Travel Underwear, Pack of 2", 34.95, "black, navy|black, teal",
              "quick-drying, moisture-wicking, stretch", "recycled nylon, elastane", {"weight_g": 110}, """
              Rinse in a basin, roll in a towel, wear in two hours. The mesh panel is where you would want it.""",
              FOR_MEN_AND_WOMEN),
        Model("Tarn Basics", "Everyday Cotton Underwear, Pack of 3", 21.95, "black, grey|black, white",
              "organic, machine-washable", "organic cotton, elastane", {"weight_g": 190}, """
              Soft, plain and three to the pack. For rest days and everything else.""", FOR_MEN_AND_WOMEN),
        Model("Pinewise", "Featherfern Bamboo Underwear", 19.95, "moss green, charcoal grey|dusty pink, charcoal grey",
              "breathable, vegan", "bamboo viscose, elastane", {"weight_g": 65}, """
              Silky, cool and dyed in a closed loop that reuses its water. Comes in a paper band, without plastic.""",
              FOR_MEN_AND_WOMEN),
    ),
)  # fmt: skip

KINDS = (TROUSERS_KIND, SHORTS, UNDERWEAR)
