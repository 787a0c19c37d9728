"""Gift cards, gift sets and personalised items."""

from __future__ import annotations

from ..source import Edition, Kind, Model

GIFT_CARDS = Kind(
    "gift card", "gifts", is_money=True,
    models=(
        Model(
            "Tarn Outdoor", "Gift Card by E-Mail, $*", 25, colours="", features="", material="", specs={},
            editions=(
                Edition("25", 25, {"value_usd": 25}, "Twenty-five dollars: socks and a bar of chocolate."),
                Edition("50", 50, {"value_usd": 50}, "Fifty dollars: a lamp, or a third of a pair of boots."),
                Edition("100", 100, {"value_usd": 100}, "A hundred dollars: most of a rain jacket."),
                Edition("200", 200, {"value_usd": 200}, "Two hundred dollars: a tent for somebody you like."),
            ),
            story="""
            Arrives within the hour, with your message, on the day you choose. Works for everything in the
            shop, in as many steps as you like.
            """,
        ),
        Model(
            "Tarn Outdoor", "Printed Gift Card, $*", 50, colours="", features="", material="recycled paper",
            specs={},
            editions=(
                Edition("50", 50, {"value_usd": 50}, "Worth fifty dollars."),
                Edition("100", 100, {"value_usd": 100}, "Worth a hundred dollars."),
            ),
            story="""
            A letterpress card in an envelope, with the code inside. Comes by mail, so order it a week ahead.
            """,
        ),
    ),
)  # fmt: skip

GIFT_SETS = Kind(
    "gift set", "gifts",
    models=(
        Model(
            "Tin & Timber", "Campfire Coffee Gift Set", 64.95, colours="", features="handmade",
            material="enamelled steel, birch wood, coffee", specs={"pieces": 5, "weight_g": 980},
            story="""
            Two enamel mugs, a percolator, a scoop, and a bag of beans roasted in our town. In a wooden crate
            with a sliding lid.
            """,
        ),
        Model(
            "Tin & Timber", "Fireside Gift Set", 49.95, colours="", features="handmade",
            material="birch wood, steel, wool", specs={"pieces": 4, "weight_g": 720},
            story="""
            Toasting fork, fire steel, a tin of tinder and a small wool mat to sit on. Marshmallows not
            included: they never lasted until Christmas.
            """,
        ),
        Model(
            "Woolmere", "Warm Feet Gift Set", 54.95, colours="grey, burgundy",
            features="odour-resistant, insulated", material="merino wool",
            specs={"pieces": 3, "weight_g": 260},
            story="""
            Hiking socks, bed socks and a beanie in one yarn. Boxed, so you needn't wrap.
            """,
        ),
        Model(
            "Trailcrumb", "Tasting Gift Set", 39.95, colours="", features="vegetarian",
            material="oats, nuts, dried fruit", specs={"pieces": 14, "weight_g": 900},
            story="""
            One of everything sweet that they make, and two of the cherry. Contains nuts, wheat and milk.
            """,
        ),
        Model(
            "Nightjar", "Night Walk Gift Set", 59.95, colours="", features="rechargeable",
            material="polycarbonate, paper", specs={"pieces": 3, "weight_g": 340},
            story="""
            A headlamp, a star chart for the season, and a booklet of ten walks that are better after dark. In
            a tin that holds all three.
            """,
        ),
        Model(
            "Wrenfield", "Little Explorer Gift Set", 44.95, colours="green, coral", features="",
            material="polyester, wood, paper", specs={"pieces": 7, "weight_g": 610},
            story="""
            Magnifier, bug jar, compass, notebook, two crayons that write in rain, a bag for treasure. For
            five and up.
            """,
        ),
        Model(
            "Kindhand", "New Parent Trail Gift Set", 74.95, colours="", features="organic",
            material="organic cotton, nylon", specs={"pieces": 6, "weight_g": 840},
            story="""
            A muslin, a pocket first aid kit, a changing mat that rolls, three small comforts for the parents.
            The person at the till will ask whether it's the first.
            """,
        ),
        Model(
            "Wayhouse", "Long-Haul Gift Set", 69.95, colours="slate blue, plum purple", features="packable",
            material="silk, memory foam, cotton", specs={"pieces": 5, "weight_g": 430},
            story="""
            Neck pillow, silk eye mask, socks, earplugs and a pen for the landing card. Everything the middle
            seat forgot.
            """,
        ),
    ),
)  # fmt: skip

PERSONALISED = Kind(
    "personalised item", "gifts",
    models=(
        Model(
            "Tin & Timber", "Engraved Enamel Mug", 22.95, colours="white, navy, forest green",
            features="handmade, personalised, dishwasher-safe", material="enamelled steel",
            specs={"volume_ml": 350, "weight_g": 130, "letters": 20},
            story="""
            A name, a date or a summit, engraved to the steel. Made to order in three days, so it can't come
            back.
            """,
        ),
        Model(
            "Tin & Timber", "Engraved Folding Pocket Knife", 69.95, colours="brown",
            features="handmade, personalised", material="carbon steel, olive wood",
            specs={"weight_g": 68, "blade_cm": 7.5, "letters": 15},
            story="""
            The Heron knife with initials or a name burned into the handle. Made to order in three days, so it
            can't come back.
            """,
        ),
        Model(
            "Clearbeck", "Engraved Insulated Water Bottle", 44.95, colours="black, slate blue, cream",
            features="insulated, leakproof, personalised, bpa-free", material="stainless steel",
            specs={"volume_ml": 750, "weight_g": 380, "letters": 24},
            story="""
            So that there is no arguing whose it is. Laser-engraved through the powder coat; made to order, so
            it can't come back.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (GIFT_CARDS, GIFT_SETS, PERSONALISED)
