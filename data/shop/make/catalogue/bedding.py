"""Pillows and sleeping bag liners."""

from __future__ import annotations

from ..source import Kind, Model

PILLOWS = Kind(
    "pillow", "sleeping",
    models=(
        Model(
            "Featherlode", "Puff Ultralight Inflatable Pillow", 39.95, colours="stone grey, yellow",
            features="ultralight, inflatable, packable", material="ripstop nylon, TPU",
            specs={"weight_g": 52},
            story="""
            Three breaths and it holds your head like two hands. Loops tie it to the mat, so that it is still
            there in the morning.
            """,
        ),
        Model(
            "Downhollow", "Burrow Down Pillow", 49.95, colours="slate blue, rust red",
            features="packable, insulated", material="recycled nylon, duck down", specs={"weight_g": 130},
            story="""
            A small, real pillow that squashes to the size of an apple. Shake it out when you pitch the tent
            and it is plump by bedtime.
            """,
        ),
        Model(
            "Tarn Basics", "Campsite Pillow", 16.95, colours="navy, green",
            features="machine-washable, vegan", material="cotton, polyester", specs={"weight_g": 310},
            story="""
            Soft, square, stuffed with springy fibre. Not for backpackers, just for good nights.
            """,
        ),
        Model(
            "Wayhouse", "Window Seat Travel Pillow", 34.95, colours="charcoal grey, burgundy",
            features="machine-washable, packable", material="memory foam, cotton", specs={"weight_g": 290},
            story="""
            Higher on one side, because necks fall one way. The cover zips off and the foam squeezes into a
            pouch.
            """,
        ),
        Model(
            "Wayhouse", "Hush Eye Mask and Neck Pillow Set", 42.95, colours="black, plum purple",
            features="inflatable, packable", material="polyester, TPU", specs={"weight_g": 180},
            story="""
            Pillow, mask and earplugs in one small bag. Hang it on the seat in front and pretend the middle
            seat is a cabin.
            """,
        ),
        Model(
            "Pinewise", "Buckwheat Camp Pillow", 29.95, colours="moss green, beige",
            features="organic, vegan, machine-washable", material="organic cotton, buckwheat hulls",
            specs={"weight_g": 640},
            story="""
            Husks that shape themselves to you and stay there, with a sound like raked leaves. Empty it to
            wash it, and fill it again.
            """,
        ),
        Model(
            "Wrenfield", "Hedgehog Kids' Pillow", 17.95, colours="brown, coral", features="machine-washable",
            material="recycled polyester", specs={"weight_g": 190},
            story="""
            The spines are soft and the tummy holds a pair of pyjamas. Survives the washer, and the nose stays
            on.
            """,
        ),
    ),
)  # fmt: skip

LINERS = Kind(
    "sleeping bag liner", "sleeping",
    models=(
        Model(
            "Tarn Basics", "Cotton Sleeping Bag Liner", 24.95, colours="white, blue",
            features="machine-washable, vegan", material="cotton",
            specs={"weight_g": 340, "warmth_gain_f": 4},
            story="""
            A sheet that stays round you, required in most huts. It keeps the bag clean and goes in with the
            whites.
            """,
        ),
        Model(
            "Wayhouse", "Silk Sleeping Bag Liner", 69.95, colours="slate blue, plum purple",
            features="lightweight, packable, breathable", material="silk",
            specs={"weight_g": 125, "warmth_gain_f": 8},
            story="""
            Cool in the tropics, warm in a bag, and no bigger than an orange. Slippery in the nicest way.
            """,
        ),
        Model(
            "Woolmere", "Merino Sleeping Bag Liner", 109, colours="grey, navy",
            features="insulated, odour-resistant, breathable", material="merino wool",
            specs={"weight_g": 410, "warmth_gain_f": 14},
            story="""
            Adds most of a season to a thin bag. Two-way zip, drawcord hood, and nothing to wash until June.
            """,
        ),
        Model(
            "Merlin Ridge", "Thermal Fleece Liner", 44.95, colours="charcoal grey",
            features="insulated, quick-drying, stretch", material="recycled polyester",
            specs={"weight_g": 390, "warmth_gain_f": 15},
            story="""
            A stretchy microfleece that turns a summer bag into a fall one, or does alone on a hot night. It
            gives when you bend your knees.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (PILLOWS, LINERS)
