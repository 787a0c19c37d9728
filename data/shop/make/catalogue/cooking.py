"""Camping stoves, gas canisters, cooksets, mugs and cutlery."""

from __future__ import annotations

from ..source import Edition, Kind, Model

STOVES = Kind(
    "camping stove", "cooking",
    models=(
        Model(
            "Emberjack", "Spark Gas Camping Stove", 49.95, colours="silver", features="lightweight, packable",
            material="stainless steel, brass", specs={"weight_g": 85, "power_w": 3000, "boil_min": 3.5},
            story="""
            Screws on a canister, unfolds three arms, boils water while you look for the tea. A tap fine
            enough to simmer rice.
            """,
        ),
        Model(
            "Emberjack", "Spark Ti Ultralight Camping Stove", 74.95, colours="silver",
            features="ultralight, packable", material="titanium, brass",
            specs={"weight_g": 45, "power_w": 2600, "boil_min": 4},
            story="""
            The Spark in titanium. Nearly the same flame at half the weight, and a pot support that prefers
            pots under a quart.
            """,
        ),
        Model(
            "Emberjack", "Kettleburn All-in-One Camping Stove", 139, colours="black, burnt orange",
            features="windproof, packable", material="aluminium, stainless steel",
            specs={"weight_g": 410, "power_w": 2800, "boil_min": 2.5, "volume_l": 1.0},
            story="""
            Burner, pot and heat exchanger lock into one tower that ignores the wind. Two cups in two and a
            half minutes; everything including a small canister packs inside.
            """,
        ),
        Model(
            "Emberjack", "Polar Multi-Fuel Camping Stove", 189, colours="silver",
            features="reinforced, repairable", material="stainless steel, brass",
            specs={"weight_g": 480, "power_w": 3400, "boil_min": 3.2},
            story="""
            Burns gasoline, kerosene, diesel and things sold in unlabelled bottles. Noisy, sooty at the start,
            and it works at thirty below.
            """,
        ),
        Model(
            "Emberjack", "Twinburn Two-Burner Camping Stove", 129, colours="green, red",
            features="windproof, foldable", material="steel, aluminium",
            specs={"weight_g": 4200, "power_w": 6000, "boil_min": 4},
            story="""
            A kitchen in a suitcase: two burners, wind shields, a grate that lifts out to clean. Coffee and
            pancakes at the same time is the point of it.
            """,
        ),
        Model(
            "Tarn Basics", "Pocket Gas Camping Stove", 26.95, colours="silver",
            features="packable, lightweight", material="stainless steel, aluminium",
            specs={"weight_g": 115, "power_w": 2700, "boil_min": 4.2},
            story="""
            Folds to the size of a walnut and lights at a click, mostly. Carry matches anyway.
            """,
        ),
        Model(
            "Tarn Basics", "Spirit Burner Set", 34.95, colours="silver", features="windproof",
            material="aluminium, brass",
            specs={"weight_g": 720, "power_w": 1000, "boil_min": 8, "volume_l": 1.5},
            story="""
            No pressure, no parts, no noise: alcohol in a brass cup, two pots and a wind shield that nest.
            Slow food.
            """,
        ),
        Model(
            "Pinewise", "Twig Wood-Burning Camping Stove", 64.95, colours="silver",
            features="foldable, packable", material="stainless steel", specs={"weight_g": 340, "boil_min": 7},
            story="""
            Five plates slot into a box that burns what lies about. A double wall burns the smoke too; check
            whether fires are allowed where you go.
            """,
        ),
        Model(
            "Campfold", "Sizzle Portable Grill", 89, colours="red, black", features="foldable",
            material="enamelled steel", specs={"weight_g": 3900, "grill_cm": "40 x 28"},
            story="""
            A charcoal drawer, a lid with a thermometer, and legs that keep it off the grass. Feeds six if
            nobody is in a hurry.
            """,
        ),
    ),
)  # fmt: skip

CANISTERS = Kind(
    "gas canister", "cooking",
    models=(
        Model(
            "Emberjack", "Four-Season Gas Canister, * g", 5.95, colours="", features="recyclable",
            material="steel", specs={"valve": "EN 417 screw"},
            editions=(
                Edition(
                    "100", 5.95, {"fuel_g": 100, "weight_g": 190},
                    "The 100 boils about eight cups and fits inside most mugs.",
                ),
                Edition(
                    "230", 7.95, {"fuel_g": 230, "weight_g": 370},
                    "The 230 cooks for two for a long weekend.",
                ),
                Edition(
                    "450", 11.95, {"fuel_g": 450, "weight_g": 660}, "The 450 is for groups and snow melters.",
                ),
            ),
            story="""
            Isobutane and propane, mixed so that it still burns well below freezing. Screw valve that closes
            itself; ships by ground only.
            """,
        ),
        Model(
            "Tarn Basics", "Summer Gas Canister 230 g", 5.95, colours="", features="recyclable",
            material="steel", specs={"fuel_g": 230, "weight_g": 370, "valve": "EN 417 screw"},
            story="""
            Mostly butane: cheap, hot and fine above freezing. When it is empty, puncture it with our tool and
            put it in the steel bin. Ships by ground only.
            """,
        ),
    ),
)  # fmt: skip

COOKSETS = Kind(
    "cookset", "cooking",
    models=(
        Model(
            "Emberjack", "Nest * Cookset", 44.95, colours="silver, black", features="packable, lightweight",
            material="hard-anodised aluminium", specs={},
            editions=(
                Edition(
                    "Solo", 44.95, {"pieces": 3, "weight_g": 250, "volume_l": 0.9},
                    "The Solo is a pot, a lid that is a pan, and a bag.",
                ),
                Edition(
                    "Duo", 64.95, {"pieces": 6, "weight_g": 480, "volume_l": 1.8},
                    "The Duo adds a second pot and two bowls.",
                ),
                Edition(
                    "Family", 99, {"pieces": 11, "weight_g": 1250, "volume_l": 3.5},
                    "The Family feeds four from a kettle, two pots and a frying pan.",
                ),
            ),
            story="""
            Pots in pots, lids that drain, handles that fold and stay cool. Marks inside for cups and half
            litres.
            """,
        ),
        Model(
            "Featherlode", "Thimble Titanium Pot", 64.95, colours="silver", features="ultralight, packable",
            material="titanium", specs={"pieces": 2, "weight_g": 88, "volume_l": 0.75},
            story="""
            Pot, mug and bowl for one, in a single thin wall. A small canister and a stove go inside; rice
            will stick, noodles won't.
            """,
        ),
        Model(
            "Tarn Basics", "Scout Cookset", 29.95, colours="silver", features="packable",
            material="aluminium", specs={"pieces": 5, "weight_g": 520, "volume_l": 1.6},
            story="""
            The set that everyone learned on: two pots, a pan, a kettle lid and a grip. Scours clean with
            sand.
            """,
        ),
        Model(
            "Tin & Timber", "Cast-Iron Camp Oven", 84.95, colours="black", features="handmade",
            material="cast iron", specs={"pieces": 2, "weight_g": 6100, "volume_l": 4.2},
            story="""
            Three legs for embers below, a rimmed lid for embers above. It bakes bread, roasts a bird and
            needs a strong friend to carry it.
            """,
        ),
        Model(
            "Campfold", "Picnic Tableware Set for 4", 39.95, colours="green, coral",
            features="dishwasher-safe, bpa-free", material="bamboo fibre, stainless steel",
            specs={"pieces": 21, "weight_g": 1400},
            story="""
            Plates, bowls, cups and cutlery in a case that becomes the tray. Light, hard to break, pleasant to
            the lip.
            """,
        ),
        Model(
            "Pinewise", "Seconds Enamel Frying Pan", 32.95, colours="forest green, cream",
            features="recycled", material="enamelled recycled steel",
            specs={"pieces": 1, "weight_g": 780, "diameter_cm": 24},
            story="""
            Pans whose speckles weren't even enough for the first shelf. They fry just as well, over flame or
            induction.
            """,
        ),
    ),
)  # fmt: skip

MUGS = Kind(
    "mug", "cooking",
    models=(
        Model(
            "Tin & Timber", "Enamel Mug", 14.95, colours="white, navy, forest green, red",
            features="handmade, dishwasher-safe", material="enamelled steel",
            specs={"volume_ml": 350, "weight_g": 130},
            story="""
            Dipped twice, fired twice, with a rim of steel to chip first. Chips are not a fault, they are a
            diary.
            """,
        ),
        Model(
            "Tin & Timber", "Birch Kuksa Cup", 42.95, colours="brown", features="handmade",
            material="birch wood", specs={"volume_ml": 200, "weight_g": 115},
            story="""
            Carved from a burl by a man who lives an hour from the next road. Wash without soap; the first
            coffee belongs to the wood.
            """,
        ),
        Model(
            "Clearbeck", "Holdfast Insulated Mug", 27.95, colours="slate blue, black, rust red, cream",
            features="insulated, leakproof, bpa-free", material="stainless steel",
            specs={"volume_ml": 470, "weight_g": 310, "hot_h": 7},
            story="""
            Hot at the top of the hill, still warm on the way down. The lid locks with a quarter-turn and
            comes apart for cleaning.
            """,
        ),
        Model(
            "Clearbeck", "Porch Insulated Tumbler", 22.95, colours="teal, dusty pink, charcoal grey",
            features="insulated, bpa-free, dishwasher-safe", material="stainless steel",
            specs={"volume_ml": 350, "weight_g": 220, "hot_h": 3},
            story="""
            Wide, steady and lidded, for people who wander off from their coffee. Keeps beer cold by the same
            reasoning.
            """,
        ),
        Model(
            "Featherlode", "Sip Titanium Mug", 34.95, colours="silver", features="ultralight",
            material="titanium", specs={"volume_ml": 450, "weight_g": 55},
            story="""
            One wall, folding handles, a lip that cools faster than you expect. Goes on the stove, serves as
            the bowl.
            """,
        ),
        Model(
            "Tarn Basics", "Steel Camping Mug", 9.95, colours="silver, green", features="dishwasher-safe",
            material="stainless steel", specs={"volume_ml": 300, "weight_g": 95},
            story="""
            Hang it on the pack and clank. A double rim spares your lips.
            """,
        ),
        Model(
            "Campfold", "Foldaway Silicone Cup", 12.95, colours="orange, turquoise",
            features="foldable, bpa-free, dishwasher-safe", material="silicone",
            specs={"volume_ml": 250, "weight_g": 80},
            story="""
            Two squeezes and it is an inch high. For water fountains and wine.
            """,
        ),
    ),
)  # fmt: skip

CUTLERY = Kind(
    "cutlery set", "cooking",
    models=(
        Model(
            "Emberjack", "Long Titanium Spork", 12.95, colours="silver, orange", features="ultralight",
            material="titanium", specs={"weight_g": 18, "length_cm": 22},
            story="""
            Reaches the corner of the bag where the sauce is. One end only, so you don't hold the wrong one.
            """,
        ),
        Model(
            "Tarn Basics", "Knife, Fork and Spoon Set", 11.95, colours="silver", features="dishwasher-safe",
            material="stainless steel", specs={"weight_g": 120},
            story="""
            Full size, clipped together, at home in the hand. The knife cuts.
            """,
        ),
        Model(
            "Pinewise", "Bamboo Cutlery Roll", 16.95, colours="green, beige", features="vegan, organic",
            material="bamboo, organic cotton", specs={"weight_g": 75},
            story="""
            Knife, fork, spoon, chopsticks and a brush for the straw. In a cloth that is also the napkin.
            """,
        ),
        Model(
            "Wrenfield", "Little Bear Kids' Cutlery Set", 14.95, colours="red, turquoise",
            features="dishwasher-safe, bpa-free", material="stainless steel, polypropylene",
            specs={"weight_g": 90},
            story="""
            Rounded tips, fat handles, and a bear at the end of each that gets found when the soup is gone.
            The knife spreads, and cuts nothing but bananas.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (STOVES, CANISTERS, COOKSETS, MUGS, CUTLERY)
