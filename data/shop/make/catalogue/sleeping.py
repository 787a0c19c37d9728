"""Sleeping bags and sleeping mats."""

from __future__ import annotations

from ..source import Edition, Kind, Model, Specs

LENGTHS = {"Regular": 0.0, "Long": 20.0}


def _warm(limit_f: int, comfort_f: int, price: float, weight_g: int, note: str, **specs: float) -> Edition:
    measured: Specs = {"limit_f": limit_f, "comfort_f": comfort_f, "weight_g": weight_g, **specs}
    return Edition(f"{limit_f}°F", price, measured, note)


SLEEPING_BAGS = Kind(
    "sleeping bag", "sleeping",
    models=(
        Model(
            "Downhollow", "Dormouse * Down Sleeping Bag", 289, colours="slate blue, rust red",
            features="insulated, packable, water-resistant", material="recycled nylon, duck down",
            specs={"fill_power": 700}, sizes=LENGTHS,
            editions=(
                _warm(
                    32, 41, 289, 780, "The 32 is for summer in the hills and spring in the valleys.",
                    fill_weight_g=400,
                ),
                _warm(
                    15, 27, 359, 1080,
                    "The 15 is the bag for three seasons out of four, and for people who sleep cold.",
                    fill_weight_g=650,
                ),
                _warm(
                    0, 14, 439, 1420, "The 0 has a draft tube on both sides and is for snow.",
                    fill_weight_g=930,
                ),
            ),
            story="""
            A mummy bag with a wide footbox and a collar that closes like a hug. Treated down keeps most of
            its loft in a damp tent.
            """,
        ),
        Model(
            "Downhollow", "Hare * Ultralight Quilt", 319, colours="charcoal grey, forest green",
            features="ultralight, insulated, packable", material="ripstop nylon, goose down",
            specs={"fill_power": 900}, sizes=LENGTHS,
            editions=(
                _warm(40, 48, 319, 460, "The 40 packs to the size of a grapefruit.", fill_weight_g=260),
                _warm(20, 31, 389, 640, "The 20 goes well into October.", fill_weight_g=430),
            ),
            story="""
            A sleeping bag without the part you would lie flat anyway. Two straps hold it to the mat; back
            sleepers adore it, those who turn over learn to.
            """,
        ),
        Model(
            "Tarn Basics", "Snooze * Sleeping Bag", 49.95, colours="navy, green",
            features="insulated, machine-washable, vegan", material="polyester", specs={},
            editions=(
                _warm(50, 58, 49.95, 1350, "The 50 is for summer nights only."),
                _warm(30, 41, 64.95, 1900, "The 30 takes in May and September."),
            ),
            story="""
            A roomy rectangle that zips to another and opens into a quilt. For campsites, cabins and
            children's floors.
            """,
        ),
        Model(
            "Merlin Ridge", "Plateau * Synthetic Sleeping Bag", 119, colours="burnt orange, slate blue",
            features="insulated, quick-drying, vegan", material="recycled polyester", specs={}, sizes=LENGTHS,
            editions=(
                _warm(35, 45, 119, 1150, "The 35 weighs least and packs smallest of the two."),
                _warm(
                    15, 28, 149, 1650,
                    "The 15 has a second layer offset over the first, so there are no cold seams.",
                ),
            ),
            story="""
            Warm even when wet, dry by noon, washable at home. A little bulkier than down and a lot less
            bother in wet country.
            """,
        ),
        Model(
            "Altavane", "Jorasses -20°F Expedition Sleeping Bag", 829, colours="red",
            features="insulated, windproof, water-resistant, 4-season", material="ripstop nylon, goose down",
            specs={
                "limit_f": -20, "comfort_f": -4, "weight_g": 1680, "fill_power": 900, "fill_weight_g": 1100,
            },
            sizes=LENGTHS,
            story="""
            Box walls, a muff of down at the face, and a zip with a glove-sized pull. If you need one you
            know, and you will be glad of every dollar.
            """,
        ),
        Model(
            "Pinewise", "Leaf Litter * Recycled Sleeping Bag", 139, colours="moss green, mustard yellow",
            features="insulated, recycled, vegan, pfas-free", material="recycled polyester", specs={},
            sizes=LENGTHS,
            editions=(
                _warm(40, 50, 139, 1200, "The 40 is for warm nights."),
                _warm(25, 36, 159, 1550, "The 25 is for most of them."),
            ),
            story="""
            Shell, lining and filling spun from used bottles, eighty-four to a bag. Soft as cotton inside, and
            it opens right round the foot.
            """,
        ),
        Model(
            "Wrenfield", "Caterpillar Kids' Sleeping Bag", 59.95, colours="green, purple",
            features="insulated, machine-washable", material="recycled polyester",
            specs={"limit_f": 35, "comfort_f": 45, "weight_g": 980}, sizes={"5-11 years": 0},
            story="""
            Unzip a section as the sleeper grows: it lasts from five years to eleven. A pocket inside holds a
            flashlight, or a very small bear.
            """,
        ),
        Model(
            "Campfold", "Twosome Double Sleeping Bag", 119, colours="charcoal grey, burgundy",
            features="insulated, machine-washable", material="polyester, cotton",
            specs={"limit_f": 40, "comfort_f": 50, "weight_g": 3200},
            story="""
            A bed for two with cotton inside and a zip down each side, so that whoever overheats can say so
            with one leg. Unzipped all round, it is a quilt for the sofa.
            """,
        ),
    ),
)  # fmt: skip

WIDTHS = {"Regular": 0.0, "Regular Wide": 15.0, "Long Wide": 25.0}

SLEEPING_MATS = Kind(
    "sleeping mat", "sleeping",
    models=(
        Model(
            "Downhollow", "Drift Insulated Air Mat", 149, colours="rust red, slate blue",
            features="inflatable, insulated, packable, lightweight", material="recycled polyester, TPU",
            specs={"weight_g": 520, "r_value": 4.5, "thickness_cm": 8}, sizes=WIDTHS,
            story="""
            Three inches of air with a reflective film inside, and quiet when you turn. The pump sack is its
            own stuff sack.
            """,
        ),
        Model(
            "Downhollow", "Drift Winter Air Mat", 199, colours="burnt orange",
            features="inflatable, insulated, 4-season", material="recycled nylon, synthetic down",
            specs={"weight_g": 680, "r_value": 7.1, "thickness_cm": 9}, sizes=WIDTHS,
            story="""
            Snow underneath, summer on top. Filled with synthetic down, so it weighs more than a summer mat
            and makes up for it at four in the morning.
            """,
        ),
        Model(
            "Featherlode", "Lily Pad Ultralight Air Mat", 169, colours="yellow, stone grey",
            features="ultralight, inflatable, packable", material="ripstop nylon, TPU",
            specs={"weight_g": 340, "r_value": 3.2, "thickness_cm": 7}, sizes={"Regular": 0, "Long": 20},
            story="""
            Tapered, quilted and packed to the size of a soda can. Look before you lie: thorns are its only
            enemy.
            """,
        ),
        Model(
            "Tarn Basics", "Campus Self-Inflating Mat", 49.95, colours="green, navy",
            features="self-inflating, insulated", material="polyester, polyurethane foam",
            specs={"weight_g": 950, "r_value": 3.0, "thickness_cm": 4},
            story="""
            Open the valve, make tea, add two breaths. Hard to puncture and easy to mend, with a patch in the
            bag.
            """,
        ),
        Model(
            "Tarn Basics", "Foldaway Foam Mat", 24.95, colours="olive, blue",
            features="foldable, lightweight", material="polyethylene foam",
            specs={"weight_g": 410, "r_value": 1.8, "thickness_cm": 2},
            story="""
            Never needs air, can't go flat, doubles as a seat and a windbreak for the stove. Ties on the
            outside, like in old photographs.
            """,
        ),
        Model(
            "Campfold", "Cloud Nine Self-Inflating Mat", 119, colours="stone grey, teal",
            features="self-inflating, insulated", material="stretch polyester, polyurethane foam",
            specs={"weight_g": 2600, "r_value": 6.2, "thickness_cm": 10}, sizes={"Single": 0, "Double": 90},
            story="""
            Four inches of foam under a soft top. Too big to carry far and so comfortable that guests ask for
            it at home.
            """,
        ),
        Model(
            "Merlin Ridge", "Turnstone Trekking Mat", 89, colours="slate blue, olive",
            features="self-inflating, lightweight, insulated",
            material="recycled polyester, polyurethane foam",
            specs={"weight_g": 640, "r_value": 3.4, "thickness_cm": 4}, sizes={"Regular": 0, "Long": 15},
            story="""
            Foam with holes bored through it to save weight, in a shell that grips your sleeping bag. The
            dependable middle of the range.
            """,
        ),
        Model(
            "Pinewise", "Mossbed Recycled Air Mat", 129, colours="moss green",
            features="inflatable, insulated, recycled, vegan", material="recycled polyester, TPU",
            specs={"weight_g": 590, "r_value": 4.0, "thickness_cm": 7}, sizes=WIDTHS,
            story="""
            Everything but the valve was something else before. Side tubes stand a little higher, so you stay
            in the middle.
            """,
        ),
        Model(
            "Wrenfield", "Lullaby Kids' Air Mat", 54.95, colours="sky blue, coral",
            features="inflatable, machine-washable", material="cotton, TPU",
            specs={"weight_g": 620, "r_value": 2.2, "thickness_cm": 8},
            story="""
            High sides so nobody rolls off, and a cotton cover that comes off for the wash. About five feet
            long, until they are about ten.
            """,
        ),
        Model(
            "Nordvika", "Reinskinn Felt Sitting Mat", 34.95, colours="grey, forest green",
            features="insulated, foldable", material="wool felt", specs={"weight_g": 160, "thickness_cm": 1},
            story="""
            A square of thick felt for cold stones, wet logs and stadium seats. It dries on the outside of a
            pack.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (SLEEPING_BAGS, SLEEPING_MATS)
