"""Sleeping bags, mats, pillows and liners."""

from __future__ import annotations

from ..source import Edition, Kind, Model

LENGTHS = {"Regular": 0.0, "Long": 20.0}


def _warm(limit_f: int, comfort_f: int, price: float, weight_g: int, note: str, **specs: float) -> Edition:
    return Edition(f"{limit_f}°F", price, {"limit_f": limit_f, "comfort_f": comfort_f, "weight_g": weight_g, **specs}, note)


SLEEPING_BAGS = Kind(
    "sleeping bag", "sleeping",
    models=(
        Model("Downhollow", "Dormouse * Down Sleeping Bag", 289, "slate blue, rust red", "insulated, packable, water-resistant", "recycled nylon, duck down",
              {"fill_power": 700}, """
              A mummy bag with a wide footbox and a collar that closes like a hug. Treated down keeps most of its loft in
              a damp tent.""", (
                  _warm(32, 41, 289, 780, "The 32 is for summer in the hills and spring in the valleys.", fill_weight_g=400),
                  _warm(15, 27, 359, 1080, "The 15 is the bag for three seasons out of four, and for people who sleep cold.", fill_weight_g=650),
                  _warm(0, 14, 439, 1420, "The 0 has a draft tube on both sides and is for snow.", fill_weight_g=930),
              ), LENGTHS),
        Model("Downhollow", "Hare * Ultralight Quilt", 319, "charcoal grey, forest green", "ultralight, insulated, packable", "ripstop nylon, goose down",
              {"fill_power": 900}, """
              A sleeping bag without the part you would lie flat anyway. Two straps hold it to the mat; back sleepers adore it,
              those who turn over learn to.""", (
                  _warm(40, 48, 319, 460, "The 40 packs to the size of a grapefruit.", fill_weight_g=260),
                  _warm(20, 31, 389, 640, "The 20 goes well into October.", fill_weight_g=430),
              ), LENGTHS),
        Model("Tarn Basics", "Snooze * Sleeping Bag", 49.95, "navy, green", "insulated, machine-washable, vegan", "polyester", {}, """
              A roomy rectangle that zips to another and opens into a quilt. For campsites, cabins and children's
              floors.""", (
                  _warm(50, 58, 49.95, 1350, "The 50 is for summer nights only."),
                  _warm(30, 41, 64.95, 1900, "The 30 takes in May and September."),
              )),
        Model("Merlin Ridge", "Plateau * Synthetic Sleeping Bag", 119, "burnt orange, slate blue", "insulated, quick-drying, vegan", "recycled polyester", {}, """
              Warm even when wet, dry by noon, washable at home. A little bulkier than down and a lot less bother in wet
              country.""", (
                  _warm(35, 45, 119, 1150, "The 35 weighs least and packs smallest of the two."),
                  _warm(15, 28, 149, 1650, "The 15 has a second layer offset over the first, so there are no cold seams."),
              ), LENGTHS),
        Model("Altavane", "Jorasses -20°F Expedition Sleeping Bag", 829, "red", "insulated, windproof, water-resistant, 4-season", "ripstop nylon, goose down",
              {"limit_f": -20, "comfort_f": -4, "weight_g": 1680, "fill_power": 900, "fill_weight_g": 1100}, """
              Box walls, a muff of down at the face, and a zip with a glove-sized pull. If you need one you know, and you
              will be glad of every dollar.""", sizes=LENGTHS),
        Model("Pinewise", "Leaf Litter * Recycled Sleeping Bag", 139, "moss green, mustard yellow", "insulated, recycled, vegan, pfas-free", "recycled polyester", {}, """
              Shell, lining and filling spun from used bottles, eighty-four to a bag. Soft as cotton inside, and it opens
              right round the foot.""", (
                  _warm(40, 50, 139, 1200, "The 40 is for warm nights."),
                  _warm(25, 36, 159, 1550, "The 25 is for most of them."),
              ), LENGTHS),
        Model("Wrenfield", "Caterpillar Kids' Sleeping Bag", 59.95, "green, purple", "insulated, machine-washable", "recycled polyester",
              {"limit_f": 35, "comfort_f": 45, "weight_g": 980}, """
              Unzip a section as the sleeper grows: it lasts from five years to eleven. A pocket inside holds a
              flashlight, or a very small bear.""", sizes={"5-11 years": 0}),
        Model("Campfold", "Twosome Double Sleeping Bag", 119, "charcoal grey, burgundy", "insulated, machine-washable", "polyester, cotton",
              {"limit_f": 40, "comfort_f": 50, "weight_g": 3200}, """
              A bed for two with cotton inside and a zip down each side, so that whoever overheats can say so with one
              leg."""),
    ),
)  # fmt: skip

WIDTHS = {"Regular": 0.0, "Regular Wide": 15.0, "Long Wide": 25.0}

SLEEPING_MATS = Kind(
    "sleeping mat", "sleeping",
    models=(
        Model("Downhollow", "Drift Insulated Air Mat", 149, "rust red, slate blue", "inflatable, insulated, packable, lightweight", "recycled polyester, TPU",
              {"weight_g": 520, "r_value": 4.5, "thickness_cm": 8}, """
              Three inches of air with a reflective film inside, and quiet when you turn. The pump sack is its own stuff
              sack.""", sizes=WIDTHS),
        Model("Downhollow", "Drift Winter Air Mat", 199, "burnt orange", "inflatable, insulated, 4-season", "recycled nylon, synthetic down",
              {"weight_g": 680, "r_value": 7.1, "thickness_cm": 9}, """
              Snow underneath, summer on top. Filled with synthetic down, so it weighs more than a summer mat and makes up for it at
              four in the morning.""", sizes=WIDTHS),
        Model("Featherlode", "Lily Pad Ultralight Air Mat", 169, "yellow, stone grey", "ultralight, inflatable, packable", "ripstop nylon, TPU",
              {"weight_g": 340, "r_value": 3.2, "thickness_cm": 7}, """
              Tapered, quilted and packed to the size of a soda can. Look before you lie: thorns are its only
              enemy.""", sizes={"Regular": 0, "Long": 20}),
        Model("Tarn Basics", "Campus Self-Inflating Mat", 49.95, "green, navy", "self-inflating, insulated", "polyester, polyurethane foam",
              {"weight_g": 950, "r_value": 3.0, "thickness_cm": 4}, """
              Open the valve, make tea, add two breaths. Hard to puncture and easy to mend, with a patch in the bag."""),
        Model("Tarn Basics", "Foldaway Foam Mat", 24.95, "olive, blue", "foldable, lightweight", "polyethylene foam",
              {"weight_g": 410, "r_value": 1.8, "thickness_cm": 2}, """
              Never needs air, can't go flat, doubles as a seat and a windbreak for the stove. Ties on the outside, like in old
              photographs."""),
        Model("Campfold", "Cloud Nine Self-Inflating Mat", 119, "stone grey, teal", "self-inflating, insulated", "stretch polyester, polyurethane foam",
              {"weight_g": 2600, "r_value": 6.2, "thickness_cm": 10}, """
              Four inches of foam under a soft top. Too big to carry far and so comfortable that guests ask for it at
              home.""", sizes={"Single": 0, "Double": 90}),
        Model("Merlin Ridge", "Turnstone Trekking Mat", 89, "slate blue, olive", "self-inflating, lightweight, insulated", "recycled polyester, polyurethane foam",
              {"weight_g": 640, "r_value": 3.4, "thickness_cm": 4}, """
              Foam with holes bored through it to save weight, in a shell that grips your sleeping bag. The dependable
              middle of the range.""", sizes={"Regular": 0, "Long": 15}),
        Model("Pinewise", "Mossbed Recycled Air Mat", 129, "moss green", "inflatable, insulated, recycled, vegan", "recycled polyester, TPU",
              {"weight_g": 590, "r_value": 4.0, "thickness_cm": 7}, """
              Everything but the valve was something else before. Side tubes stand a little higher, so you stay in the
              middle.""", sizes=WIDTHS),
        Model("Wrenfield", "Lullaby Kids' Air Mat", 54.95, "sky blue, coral", "inflatable, machine-washable", "cotton, TPU",
              {"weight_g": 620, "r_value": 2.2, "thickness_cm": 8}, """
              High sides so nobody rolls off, and a cotton cover that comes off for the wash. About five feet long,
              until they are about ten."""),
        Model("Nordvika", "Reinskinn Felt Sitting Mat", 34.95, "grey, forest green", "insulated, foldable", "wool felt", {"weight_g": 160, "thickness_cm": 1}, """
              A square of thick felt for cold stones, wet logs and stadium seats. It dries on the outside of a pack."""),
    ),
)  # fmt: skip

PILLOWS = Kind(
    "pillow", "sleeping",
    models=(
        Model("Featherlode", "Puff Ultralight Inflatable Pillow", 39.95, "stone grey, yellow", "ultralight, inflatable, packable", "ripstop nylon, TPU", {"weight_g": 52}, """
              Three breaths and it holds your head like two hands. Loops tie it to the mat, so that it is still there in
              the morning."""),
        Model("Downhollow", "Burrow Down Pillow", 49.95, "slate blue, rust red", "packable, insulated", "recycled nylon, duck down", {"weight_g": 130}, """
              A small, real pillow that squashes to the size of an apple. Shake it out when you pitch the tent and it is
              plump by bedtime."""),
        Model("Tarn Basics", "Campsite Pillow", 16.95, "navy, green", "machine-washable, vegan", "cotton, polyester", {"weight_g": 310}, """
              Soft, square, stuffed with springy fibre. Not for backpackers, just for good nights."""),
        Model("Wayhouse", "Window Seat Travel Pillow", 34.95, "charcoal grey, burgundy", "machine-washable, packable", "memory foam, cotton", {"weight_g": 290}, """
              Higher on one side, because necks fall one way. The cover zips off and the foam squeezes into a pouch."""),
        Model("Wayhouse", "Hush Eye Mask and Neck Pillow Set", 42.95, "black, plum purple", "inflatable, packable", "polyester, TPU", {"weight_g": 180}, """
              Pillow, mask and earplugs in one small bag. Hang it on the seat in front and pretend the middle seat is
              a cabin."""),
        Model("Pinewise", "Buckwheat Camp Pillow", 29.95, "moss green, beige", "organic, vegan, machine-washable", "organic cotton, buckwheat hulls", {"weight_g": 640}, """
              Husks that shape themselves to you and stay there, with a sound like raked leaves. Empty it to wash it, and
              fill it again."""),
        Model("Wrenfield", "Hedgehog Kids' Pillow", 17.95, "brown, coral", "machine-washable", "recycled polyester", {"weight_g": 190}, """
              The spines are soft and the tummy holds a pair of pajamas."""),
    ),
)  # fmt: skip

LINERS = Kind(
    "sleeping bag liner", "sleeping",
    models=(
        Model("Tarn Basics", "Cotton Sleeping Bag Liner", 24.95, "white, blue", "machine-washable, vegan", "cotton", {"weight_g": 340, "warmth_gain_f": 4}, """
              A sheet that stays round you, required in most huts. It keeps the bag clean and goes in with the
              whites."""),
        Model("Wayhouse", "Silk Sleeping Bag Liner", 69.95, "slate blue, plum purple", "lightweight, packable, breathable", "silk", {"weight_g": 125, "warmth_gain_f": 8}, """
              Cool in the tropics, warm in a bag, and no bigger than an orange. Slippery in the nicest way."""),
        Model("Woolmere", "Merino Sleeping Bag Liner", 109, "grey, navy", "insulated, odour-resistant, breathable", "merino wool", {"weight_g": 410, "warmth_gain_f": 14}, """
              Adds most of a season to a thin bag. Two-way zip, drawcord hood, and nothing to wash until June."""),
        Model("Merlin Ridge", "Thermal Fleece Liner", 44.95, "charcoal grey", "insulated, quick-drying, stretch", "recycled polyester", {"weight_g": 390, "warmth_gain_f": 15}, """
              A stretchy microfleece that turns a summer bag into a fall one, or does alone on a hot night. It gives when
              you bend your knees."""),
    ),
)  # fmt: skip

KINDS = (SLEEPING_BAGS, SLEEPING_MATS, PILLOWS, LINERS)
