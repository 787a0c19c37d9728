"""Backpacks, daypacks and hydration packs."""

from __future__ import annotations

from ..source import Edition, Kind, Model

BACK = {"S/M": 0.0, "M/L": 0.0}


def _pack(litres: int, price: float, weight_g: int, note: str) -> Edition:
    return Edition(f"{litres} L", price, {"volume_l": litres, "weight_g": weight_g}, note)


BACKPACKS = Kind(
    "backpack", "packs",
    models=(
        Model("Merlin Ridge", "Buzzard * Trekking Backpack", 169, "slate blue, forest green, black", "adjustable, reinforced", "recycled nylon, aluminium",
              {"load_kg": 18}, """
              A back length that slides while you wear it, a hip belt that carries the weight, and a rain cover in the
              base. The lid comes off and makes a small bag for the summit.""", (
                  _pack(45, 169, 1580, "At 45 litres it suits huts and long weekends."),
                  _pack(60, 189, 1740, "At 60 litres there is room for a tent and four days of food."),
                  _pack(75, 209, 1920, "The 75 is for two weeks, winter, or whoever carries for the children."),
              ), BACK),
        Model("Featherlode", "Burr * Ultralight Backpack", 239, "stone grey, black", "ultralight, water-resistant, packable", "laminated polyethylene, mesh",
              {"load_kg": 12}, """
              A frameless sack, a big mesh pocket, shoulder straps like a running vest. Kind to people whose kit is already
              small and harsh on those who just hope it is.""", (
                  _pack(38, 239, 510, "The 38 carries a week with a three-season bag."),
                  _pack(50, 265, 590, "The 50 adds a stay and a belt for desert water loads."),
              ), BACK),
        Model("Nordvika", "Fjellbekk * Backpack", 289, "burnt orange, navy, black", "reinforced, repairable, water-resistant", "polyester, cotton, leather",
              {"load_kg": 25}, """
              Canvas and leather where it's touched, a ladder of steel where it's pulled. It creaks a little, opens like a
              suitcase, and will be inherited.""", (
                  _pack(55, 289, 2350, "The 55 has one main compartment and two axe loops."),
                  _pack(70, 319, 2620, "The 70 divides in two, so the stove never meets the sleeping bag."),
              ), BACK),
        Model("Altavane", "Moraine * Alpine Backpack", 199, "red, charcoal grey", "lightweight, reinforced, water-resistant", "ripstop nylon",
              {"load_kg": 14}, """
              Slim, bare and strong, with everything that can come off coming off. Ice axes ride flat, the rope goes under the
              lid, and a pull hauls the hip belt away for a harness.""", (
                  _pack(32, 199, 820, "The 32 is for a day with a rope and a long walk in."),
                  _pack(42, 229, 980, "The 42 swallows a bivouac."),
              ), BACK),
        Model("Tarn Basics", "Gapyear * Backpack", 84.95, "navy, black, green", "adjustable", "polyester", {"load_kg": 15}, """
              A sound pack for a first long trip: padded belt, rain cover, a zip at the bottom for the sleeping bag. We have
              seen them come back from Patagonia grubby and whole.""", (
                  _pack(50, 84.95, 1650, "Fifty litres is plenty for hostels."),
                  _pack(65, 99, 1820, "Sixty-five takes a tent as well."),
              )),
        Model("Pinewise", "Ranger * Recycled Backpack", 159, "moss green, rust red", "recycled, vegan, pfas-free, adjustable", "recycled polyester",
              {"load_kg": 16}, """
              Made of airbag cloth that never met an airbag. Roll top, side pockets you can reach while walking, and a frame
              sheet that comes out to become a seat.""", (
                  _pack(40, 159, 1240, "Forty litres, for two or three nights."),
                  _pack(55, 179, 1390, "Fifty-five litres, for a week."),
              ), BACK),
        Model("Wayhouse", "Carry-On * Travel Backpack", 149, "black, slate blue", "cabin size, anti-theft, lockable", "recycled nylon",
              {"load_kg": 12}, """
              Opens flat like a case and shuts like a clam. The straps hide behind a panel when a porter, a conveyor
              belt or a smart hotel comes into view.""", (
                  _pack(35, 149, 1320, "The 35 meets the cabin limits of the strict airlines."),
                  _pack(45, 169, 1480, "The 45 is the largest that most airlines let on board."),
              )),
        Model("Wrenfield", "Little Wayfarer * Kids' Backpack", 59.95, "green, turquoise, coral", "adjustable, reflective", "recycled polyester",
              {"load_kg": 5}, """
              A real trekking pack for small backs, with a whistle, a chest strap and a back length that grows through
              three summers.""", (
                  _pack(18, 59.95, 620, "Eighteen litres, from about six years."),
                  _pack(28, 74.95, 790, "Twenty-eight litres, from about ten."),
              )),
        Model("Wrenfield", "Piggyback Child Carrier", 249, "slate blue, charcoal grey", "adjustable, uv protection", "nylon, aluminium",
              {"volume_l": 14, "weight_g": 3100, "load_kg": 22}, """
              Stands by itself while you load the passenger, who gets stirrups, a sun roof and a soft chin pad. From
              about eight months to forty pounds."""),
        Model("Campfold", "Explorer * Backpack", 119, "black, forest green, navy", "adjustable, water-resistant", "polyester", {"load_kg": 15}, """
              Wide openings at the top, the front and the bottom, so that nobody has to unpack everything for a sock. The padding is
              generous and the buckles are big.""", (
                  _pack(45, 119, 1620, "The 45 suits a teenager or a light packer."),
                  _pack(60, 134, 1790, "The 60 holds a share of the family's camping."),
              )),
    ),
)  # fmt: skip

DAYPACKS = Kind(
    "daypack", "packs",
    models=(
        Model("Tarn Basics", "Commonplace * Daypack", 34.95, "navy, green, grey, black", "lightweight", "recycled polyester", {}, """
              Main pocket, front pocket, two for bottles: a bag that doesn't need explaining. The zip pulls are large
              enough for gloves.""", (
                  _pack(18, 34.95, 420, "Eighteen litres, for lunch and a jacket."),
                  _pack(25, 39.95, 490, "Twenty-five litres, with a sleeve for a laptop."),
              )),
        Model("Merlin Ridge", "Kite * Vented Daypack", 94.95, "slate blue, orange, black", "adjustable, breathable", "recycled nylon, steel",
              {}, """
              A sprung mesh holds the bag off your back, so the wind goes through where the sweat would be. There's a rain cover
              below and a hip belt that does some work.""", (
                  _pack(22, 94.95, 890, "The 22 is cut shorter, for smaller frames and shorter days."),
                  _pack(30, 109, 1010, "The 30 will stretch to a night in a hut."),
              )),
        Model("Featherlode", "Pocket * Packable Daypack", 39.95, "yellow, stone grey, olive", "ultralight, packable, water-resistant", "ripstop nylon", {}, """
              Lives in its own pocket, the size of an egg, until you need to fetch bread or climb a peak. No padding, so
              put something soft at the back.""", (
                  _pack(16, 39.95, 68, "Sixteen litres, for strolls."),
                  _pack(22, 46.95, 92, "Twenty-two litres, with a sternum strap."),
              )),
        Model("Nordvika", "Skolevei * Canvas Daypack", 109, "forest green, mustard yellow, navy", "water-resistant, reinforced, repairable", "waxed cotton, leather", {}, """
              The school bag of three generations of Norwegians, with a flap, two buckles and a sitting pad in the back.
              Wax it, wear it, hand it on.""", (
                  _pack(16, 109, 640, "The 16 fits books and a lunch box."),
                  _pack(23, 129, 760, "The 23 fits a change of clothes besides."),
              )),
        Model("Pinewise", "Commuter Recycled Roll-Top Daypack", 99, "moss green, black, plum purple", "waterproof, recycled, vegan", "recycled polyester, TPU",
              {"volume_l": 24, "weight_g": 780}, """
              Welded seams and a rolled top keep a laptop dry on a bike in November. The bright patch on the back is
              where drivers look."""),
        Model("Wayhouse", "Lockstep Anti-Theft Daypack", 89, "black, stone grey", "anti-theft, lockable, water-resistant", "nylon",
              {"volume_l": 20, "weight_g": 810}, """
              The zips face your spine, the straps have a steel thread, and a hidden pocket sits at the small of your
              back. It looks like nothing special, which is the best lock of all."""),
        Model("Saltgrass", "Tidepool Waterproof Daypack", 84.95, "turquoise, orange, black", "waterproof, lightweight", "TPU-coated nylon",
              {"volume_l": 26, "weight_g": 610}, """
              A dry bag with good straps. Roll it three times and it floats with your lunch inside."""),
        Model("Wrenfield", "Ladybird Kids' Daypack", 32.95, "red, green, sky blue", "reflective, adjustable", "recycled polyester",
              {"volume_l": 9, "weight_g": 310}, """
              Holds a sandwich box, a sweater and any number of sticks. The name window is inside, where strangers can't
              read it."""),
        Model("Altavane", "Pinnacle * Climbing Daypack", 119, "red, black", "lightweight, reinforced", "ripstop nylon", {}, """
              A slim sack for multi-pitch days, with haul loops and a lid that takes a helmet. It hugs so close that you
              forget it on the crux.""", (
                  _pack(18, 119, 430, "Eighteen litres, for the climb."),
                  _pack(26, 139, 540, "Twenty-six litres, for the climb and the walk to it."),
              )),
    ),
)  # fmt: skip

HYDRATION_PACKS = Kind(
    "hydration pack", "packs",
    models=(
        Model("Fleetfell", "Harrier * Running Vest", 109, "black, orange, coral", "lightweight, breathable, reflective", "stretch mesh, nylon",
              {"reservoir_l": 1.0}, """
              Two soft flasks on the chest, poles behind the shoulder, and nothing bounces. The pockets stretch round
              whatever the kit list throws at you.""", (
                  _pack(5, 109, 210, "Five litres, for a long training run."),
                  _pack(10, 134, 265, "Ten litres, for a sixty-mile race."),
              ), {"S": 0, "M": 0, "L": 0}),
        Model("Clearbeck", "Rill * Hydration Pack", 79.95, "blue, charcoal grey", "bpa-free, leakproof, adjustable", "nylon, TPU",
              {"reservoir_l": 2.0}, """
              A two-litre bladder with a wide mouth you can get a hand in to clean, and a hose that clicks off for
              filling. There's room around it for layers and lunch.""", (
                  _pack(8, 79.95, 540, "The 8 is for rides and half days."),
                  _pack(16, 99, 690, "The 16 is for whole ones."),
              )),
        Model("Cinderpath", "Singletrack 12 L Hydration Pack", 119, "olive, black", "bpa-free, leakproof, reinforced, breathable", "nylon, TPU",
              {"volume_l": 12, "weight_g": 780, "reservoir_l": 2.5}, """
              Sits low and wide, so it stays put when the bike doesn't. There's a roll of tool pockets, a clip for a full-face
              helmet, and a foam back that passes as a protector."""),
        Model("Tarn Basics", "Sip 10 L Hydration Pack", 49.95, "green, black", "bpa-free, leakproof", "polyester, PEVA",
              {"volume_l": 10, "weight_g": 520, "reservoir_l": 2.0}, """
              Bladder, hose, two pockets, no frills. Rinse the bladder with lemon juice and it never tastes of
              plastic."""),
        Model("Saltgrass", "Skerry Hydration Hip Pack", 59.95, "navy, coral", "lightweight, water-resistant, bpa-free", "recycled nylon, TPU",
              {"volume_l": 4, "weight_g": 280, "reservoir_l": 1.5}, """
              For paddlers and people who hate sweaty backs: water round the waist, hands free, a dry pocket for keys."""),
    ),
)  # fmt: skip

KINDS = (BACKPACKS, DAYPACKS, HYDRATION_PACKS)
