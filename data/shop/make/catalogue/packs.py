"""Backpacks and daypacks."""

from __future__ import annotations

from ..source import Kind, Model, litres

BACK = {"S/M": 0.0, "M/L": 0.0}


BACKPACKS = Kind(
    "backpack", "packs",
    models=(
        Model(
            "Merlin Ridge", "Buzzard * Trekking Backpack", 169, colours="slate blue, forest green, black",
            features="adjustable, reinforced", material="recycled nylon, aluminium", specs={"load_kg": 18},
            sizes=BACK,
            editions=(
                litres(45, 169, 1580, "At 45 litres it suits huts and long weekends."),
                litres(60, 189, 1740, "At 60 litres there is room for a tent and four days of food."),
                litres(
                    75, 209, 1920, "The 75 is for two weeks, winter, or whoever carries for the children.",
                ),
            ),
            story="""
            A back length that slides while you wear it, a hip belt that carries the weight, and a rain cover
            in the base. The lid comes off and makes a small bag for the summit.
            """,
        ),
        Model(
            "Featherlode", "Burr * Ultralight Backpack", 239, colours="stone grey, black",
            features="ultralight, water-resistant, packable", material="laminated polyethylene, mesh",
            specs={"load_kg": 12}, sizes=BACK,
            editions=(
                litres(38, 239, 510, "The 38 carries a week with a three-season bag."),
                litres(50, 265, 590, "The 50 adds a stay and a belt for desert water loads."),
            ),
            story="""
            A frameless sack, a big mesh pocket, shoulder straps like a running vest. Kind to people whose kit
            is already small and harsh on those who just hope it is.
            """,
        ),
        Model(
            "Nordvika", "Fjellbekk * Backpack", 289, colours="burnt orange, navy, black",
            features="reinforced, repairable, water-resistant", material="polyester, cotton, leather",
            specs={"load_kg": 25}, sizes=BACK,
            editions=(
                litres(55, 289, 2350, "The 55 has one main compartment and two axe loops."),
                litres(70, 319, 2620, "The 70 divides in two, so the stove never meets the sleeping bag."),
            ),
            story="""
            Canvas and leather where it's touched, a ladder of steel where it's pulled. It creaks a little,
            opens like a suitcase, and will be inherited.
            """,
        ),
        Model(
            "Altavane", "Moraine * Alpine Backpack", 199, colours="red, charcoal grey",
            features="lightweight, reinforced, water-resistant", material="ripstop nylon",
            specs={"load_kg": 14}, sizes=BACK,
            editions=(
                litres(32, 199, 820, "The 32 is for a day with a rope and a long walk in."),
                litres(42, 229, 980, "The 42 swallows a bivouac."),
            ),
            story="""
            Slim, bare and strong, with everything that can come off coming off. Ice axes ride flat, the rope
            goes under the lid, and a pull hauls the hip belt away for a harness.
            """,
        ),
        Model(
            "Tarn Basics", "Gapyear * Backpack", 84.95, colours="navy, black, green", features="adjustable",
            material="polyester", specs={"load_kg": 15},
            editions=(
                litres(50, 84.95, 1650, "Fifty litres is plenty for hostels."),
                litres(65, 99, 1820, "Sixty-five takes a tent as well."),
            ),
            story="""
            A sound pack for a first long trip: padded belt, rain cover, a zip at the bottom for the sleeping
            bag. We have seen them come back from Patagonia grubby and whole.
            """,
        ),
        Model(
            "Pinewise", "Ranger * Recycled Backpack", 159, colours="moss green, rust red",
            features="recycled, vegan, pfas-free, adjustable", material="recycled polyester",
            specs={"load_kg": 16}, sizes=BACK,
            editions=(
                litres(40, 159, 1240, "Forty litres, for two or three nights."),
                litres(55, 179, 1390, "Fifty-five litres, for a week."),
            ),
            story="""
            Made of airbag cloth that never met an airbag. Roll top, side pockets you can reach while walking,
            and a frame sheet that comes out to become a seat.
            """,
        ),
        Model(
            "Wayhouse", "Carry-On * Travel Backpack", 149, colours="black, slate blue",
            features="cabin size, anti-theft, lockable", material="recycled nylon", specs={"load_kg": 12},
            editions=(
                litres(35, 149, 1320, "The 35 meets the cabin limits of the strict airlines."),
                litres(45, 169, 1480, "The 45 is the largest that most airlines let on board."),
            ),
            story="""
            Opens flat like a case and shuts like a clam. The straps hide behind a panel when a porter, a
            conveyor belt or a smart hotel comes into view.
            """,
        ),
        Model(
            "Wrenfield", "Little Wayfarer * Kids' Backpack", 59.95, colours="green, turquoise, coral",
            features="adjustable, reflective", material="recycled polyester", specs={"load_kg": 5},
            editions=(
                litres(18, 59.95, 620, "Eighteen litres, from about six years."),
                litres(28, 74.95, 790, "Twenty-eight litres, from about ten."),
            ),
            story="""
            A real trekking pack for small backs, with a whistle, a chest strap and a back length that grows
            through three summers.
            """,
        ),
        Model(
            "Wrenfield", "Piggyback Child Carrier", 249, colours="slate blue, charcoal grey",
            features="adjustable, uv protection", material="nylon, aluminium",
            specs={"volume_l": 14, "weight_g": 3100, "load_kg": 22},
            story="""
            Stands by itself while you load the passenger, who gets stirrups, a sun roof and a soft chin pad.
            From about eight months to forty pounds.
            """,
        ),
        Model(
            "Campfold", "Explorer * Backpack", 119, colours="black, forest green, navy",
            features="adjustable, water-resistant", material="polyester", specs={"load_kg": 15},
            editions=(
                litres(45, 119, 1620, "The 45 suits a teenager or a light packer."),
                litres(60, 134, 1790, "The 60 holds a share of the family's camping."),
            ),
            story="""
            Wide openings at the top, the front and the bottom, so that nobody has to unpack everything for a
            sock. The padding is generous and the buckles are big.
            """,
        ),
    ),
)  # fmt: skip

DAYPACKS = Kind(
    "daypack", "packs",
    models=(
        Model(
            "Tarn Basics", "Commonplace * Daypack", 34.95, colours="navy, green, grey, black",
            features="lightweight", material="recycled polyester", specs={},
            editions=(
                litres(18, 34.95, 420, "Eighteen litres, for lunch and a jacket."),
                litres(25, 39.95, 490, "Twenty-five litres, with a sleeve for a laptop."),
            ),
            story="""
            Main pocket, front pocket, two for bottles: a bag that doesn't need explaining. The zip pulls are
            large enough for gloves.
            """,
        ),
        Model(
            "Merlin Ridge", "Kite * Vented Daypack", 94.95, colours="slate blue, orange, black",
            features="adjustable, breathable", material="recycled nylon, steel", specs={},
            editions=(
                litres(22, 94.95, 890, "The 22 is cut shorter, for smaller frames and shorter days."),
                litres(30, 109, 1010, "The 30 will stretch to a night in a hut."),
            ),
            story="""
            A sprung mesh holds the bag off your back, so the wind goes through where the sweat would be.
            There's a rain cover below and a hip belt that does some work.
            """,
        ),
        Model(
            "Featherlode", "Pocket * Packable Daypack", 39.95, colours="yellow, stone grey, olive",
            features="ultralight, packable, water-resistant", material="ripstop nylon", specs={},
            editions=(
                litres(16, 39.95, 68, "Sixteen litres, for strolls."),
                litres(22, 46.95, 92, "Twenty-two litres, with a sternum strap."),
            ),
            story="""
            Lives in its own pocket, the size of an egg, until you need to fetch bread or climb a peak. No
            padding, so put something soft at the back.
            """,
        ),
        Model(
            "Nordvika", "Skolevei * Canvas Daypack", 109, colours="forest green, mustard yellow, navy",
            features="water-resistant, reinforced, repairable", material="waxed cotton, leather", specs={},
            editions=(
                litres(16, 109, 640, "The 16 fits books and a lunch box."),
                litres(23, 129, 760, "The 23 fits a change of clothes besides."),
            ),
            story="""
            The school bag of three generations of Norwegians, with a flap, two buckles and a sitting pad in
            the back. Wax it, wear it, hand it on.
            """,
        ),
        Model(
            "Pinewise", "Commuter Recycled Roll-Top Daypack", 99, colours="moss green, black, plum purple",
            features="waterproof, recycled, vegan", material="recycled polyester, TPU",
            specs={"volume_l": 24, "weight_g": 780},
            story="""
            Welded seams and a rolled top keep a laptop dry on a bike in November. The bright patch on the
            back is where drivers look.
            """,
        ),
        Model(
            "Wayhouse", "Lockstep Anti-Theft Daypack", 89, colours="black, stone grey",
            features="anti-theft, lockable, water-resistant", material="nylon",
            specs={"volume_l": 20, "weight_g": 810},
            story="""
            The zips face your spine, the straps have a steel thread, and a hidden pocket sits at the small of
            your back. It looks like nothing special, which is the best lock of all.
            """,
        ),
        Model(
            "Saltgrass", "Tidepool Waterproof Daypack", 84.95, colours="turquoise, orange, black",
            features="waterproof, lightweight", material="TPU-coated nylon",
            specs={"volume_l": 26, "weight_g": 610},
            story="""
            A dry bag with good straps. Roll it three times and it floats with your lunch inside.
            """,
        ),
        Model(
            "Wrenfield", "Ladybug Kids' Daypack", 32.95, colours="red, green, sky blue",
            features="reflective, adjustable", material="recycled polyester",
            specs={"volume_l": 9, "weight_g": 310},
            story="""
            Holds a sandwich box, a sweater and any number of sticks. The name window is inside, where
            strangers can't read it.
            """,
        ),
        Model(
            "Altavane", "Pinnacle * Climbing Daypack", 119, colours="red, black",
            features="lightweight, reinforced", material="ripstop nylon", specs={},
            editions=(
                litres(18, 119, 430, "Eighteen litres, for the climb."),
                litres(26, 139, 540, "Twenty-six litres, for the climb and the walk to it."),
            ),
            story="""
            A slim sack for multi-pitch days, with haul loops and a lid that takes a helmet. It hugs so close
            that you forget it on the crux.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (BACKPACKS, DAYPACKS)
