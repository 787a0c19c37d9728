"""Gift cards, gift sets and personalised items."""

from __future__ import annotations

from ..source import Edition, Kind, Model

GIFT_CARDS = Kind(
    "gift card", "gifts",
    models=(
        Model("Tarn Outdoor", "Gift Card by E-Mail, $*", 25, "", "", "", {"valid_years": 5}, """
              Arrives within the hour, with your message, on the day you choose. Works for everything in the shop, in as many steps
              as you like.""", (
                  Edition("25", 25, {"value_usd": 25}, "Twenty-five dollars: socks and a bar of chocolate."),
                  Edition("50", 50, {"value_usd": 50}, "Fifty dollars: a lamp, or a third of a pair of boots."),
                  Edition("100", 100, {"value_usd": 100}, "A hundred dollars: most of a rain jacket."),
                  Edition("200", 200, {"value_usd": 200}, "Two hundred dollars: a tent for somebody you like."),
              )),
        Model("Tarn Outdoor", "Printed Gift Card, $*", 50, "", "", "recycled paper", {"valid_years": 5}, """
              A letterpress card in an envelope, with the code inside. Comes by mail, so order it a week ahead.""", (
                  Edition("50", 50, {"value_usd": 50}, "Worth fifty dollars."),
                  Edition("100", 100, {"value_usd": 100}, "Worth a hundred dollars."),
              )),
    ),
)  # fmt: skip

GIFT_SETS = Kind(
    "gift set", "gifts",
    models=(
        Model("Tin & Timber", "Campfire Coffee Gift Set", 64.95, "", "handmade", "enamelled steel, birch wood, coffee", {"pieces": 5, "weight_g": 980}, """
              Two enamel mugs, a percolator, a scoop, and a bag of beans roasted in our town. In a wooden crate with a
              sliding lid."""),
        Model("Tin & Timber", "Fireside Gift Set", 49.95, "", "handmade", "birch wood, steel, wool", {"pieces": 4, "weight_g": 720}, """
              Toasting fork, fire steel, a tin of tinder and a small wool mat to sit on. Marshmallows not
              included: they never lasted until Christmas."""),
        Model("Woolmere", "Warm Feet Gift Set", 54.95, "grey, burgundy", "odour-resistant, insulated", "merino wool", {"pieces": 3, "weight_g": 260}, """
              Hiking socks, bed socks and a beanie in one yarn. Boxed, so you needn't wrap."""),
        Model("Trailcrumb", "Tasting Gift Set", 39.95, "", "vegetarian", "oats, nuts, dried fruit", {"pieces": 14, "weight_g": 900}, """
              One of everything sweet that they make, and two of the cherry. Contains nuts, wheat and milk."""),
        Model("Nightjar", "Night Walk Gift Set", 59.95, "", "rechargeable", "polycarbonate, paper", {"pieces": 3, "weight_g": 340}, """
              A headlamp, a star chart for the season, and a booklet of ten walks that are better after dark."""),
        Model("Wrenfield", "Little Explorer Gift Set", 44.95, "green, coral", "", "polyester, wood, paper", {"pieces": 7, "weight_g": 610}, """
              Magnifier, bug jar, compass, notebook, two crayons that write in rain, a bag for treasure. For five and
              up."""),
        Model("Kindhand", "New Parent Trail Gift Set", 74.95, "", "organic", "organic cotton, nylon", {"pieces": 6, "weight_g": 840}, """
              A muslin, a pocket first aid kit, a changing mat that rolls, three small comforts for the parents."""),
        Model("Wayhouse", "Long-Haul Gift Set", 69.95, "slate blue, plum purple", "packable", "silk, memory foam, cotton", {"pieces": 5, "weight_g": 430}, """
              Neck pillow, silk eye mask, socks, earplugs and a pen for the landing card. Everything the middle seat
              forgot."""),
    ),
)  # fmt: skip

PERSONALISED = Kind(
    "personalised item", "gifts",
    models=(
        Model("Tin & Timber", "Engraved Enamel Mug", 22.95, "white, navy, forest green", "handmade, personalised, dishwasher-safe", "enamelled steel", {"volume_ml": 350, "weight_g": 130, "letters": 20}, """
              A name, a date or a summit, engraved to the steel. Made to order in three days, so it can't come back."""),
        Model("Tin & Timber", "Engraved Folding Pocket Knife", 69.95, "brown", "handmade, personalised", "carbon steel, olive wood", {"weight_g": 68, "blade_cm": 7.5, "letters": 15}, """
              The Heron knife with initials or a name burned into the handle. Made to order in three days, so it can't come
              back."""),
        Model("Clearbeck", "Engraved Insulated Water Bottle", 44.95, "black, slate blue, cream", "insulated, leakproof, personalised, bpa-free", "stainless steel", {"volume_ml": 750, "weight_g": 380, "letters": 24}, """
              So that there is no arguing whose it is. Laser-engraved through the powder coat; made to order, so it can't
              come back."""),
    ),
)  # fmt: skip

KINDS = (GIFT_CARDS, GIFT_SETS, PERSONALISED)
