"""Bike locks, bike pumps and panniers."""

from __future__ import annotations

from ..source import Kind, Model

LOCKS = Kind(
    "bike lock", "bikes",
    models=(
        Model(
            "Velmara", "Anchor U-Lock", 59.95, colours="black, orange", features="reinforced",
            material="hardened steel", specs={"weight_g": 1350, "shackle_mm": 14},
            story="""
            Fourteen millimetres of hardened steel, in a coat that doesn't scratch paint. Two keys, and a
            number to order a third.
            """,
        ),
        Model(
            "Velmara", "Fold-Flat Bike Lock", 74.95, colours="black, forest green",
            features="foldable, reinforced", material="hardened steel",
            specs={"weight_g": 1100, "length_cm": 90},
            story="""
            Six links that fold into a holster on the frame. Reaches round a post and both wheels if you
            choose the post with care.
            """,
        ),
        Model(
            "Tarn Basics", "Cable Combination Bike Lock", 19.95, colours="black, blue",
            features="lightweight", material="steel", specs={"weight_g": 420, "length_cm": 150},
            story="""
            For café stops and honest villages. Set your own four figures, then write them down.
            """,
        ),
        Model(
            "Helmsgate", "Alarm Disc Bike Lock", 44.95, colours="red", features="rechargeable, waterproof",
            material="zinc alloy", specs={"weight_g": 260},
            story="""
            A hundred and ten decibels when it's shaken, silence for its owner. Goes along with a proper lock,
            not instead.
            """,
        ),
    ),
)  # fmt: skip

PUMPS = Kind(
    "bike pump", "bikes",
    models=(
        Model(
            "Cinderpath", "Bellows Floor Bike Pump", 54.95, colours="black, rust red",
            features="reinforced, repairable", material="steel, ash wood",
            specs={"weight_g": 1700, "pressure_psi": 160},
            story="""
            A steel barrel, a wooden handle, a gauge at eye level. Every seal can be bought for a dollar.
            """,
        ),
        Model(
            "Cinderpath", "Pocket Mini Bike Pump", 29.95, colours="black, silver",
            features="lightweight, packable", material="aluminium",
            specs={"weight_g": 110, "pressure_psi": 100},
            story="""
            Small enough to carry, long enough not to hate. The hose bends, so the valve doesn't.
            """,
        ),
        Model(
            "Ampfield", "Puff Electric Bike Pump", 79.95, colours="black",
            features="rechargeable, usb-c, lightweight", material="aluminium",
            specs={"weight_g": 155, "pressure_psi": 120},
            story="""
            Dial in the pressure, press, wait ninety seconds. Two tyres on a charge, more with a power bank.
            """,
        ),
        Model(
            "Tarn Basics", "Patch and Pump Bike Kit", 24.95, colours="black", features="packable",
            material="ABS, rubber", specs={"weight_g": 260, "pressure_psi": 90},
            story="""
            Pump, levers, patches, glue and a folded page that shows how. In a pouch for under the saddle.
            """,
        ),
    ),
)  # fmt: skip

PANNIERS = Kind(
    "pannier", "bikes",
    models=(
        Model(
            "Cinderpath", "Towline Waterproof Pannier", 84.95, colours="black, olive, yellow",
            features="waterproof, reflective, reinforced", material="PVC-free tarpaulin",
            specs={"volume_l": 21, "weight_g": 890},
            story="""
            Rolls shut, clicks on, lifts off by the handle. One pannier; most people come back for its twin.
            """,
        ),
        Model(
            "Velmara", "Market Pannier Basket", 69.95, colours="beige, forest green",
            features="foldable, water-resistant", material="waxed cotton, steel",
            specs={"volume_l": 23, "weight_g": 1100},
            story="""
            An open bag that hooks on the rack and walks into the shop with you. A rain lid is hidden in the
            pocket.
            """,
        ),
        Model(
            "Pinewise", "Banner Recycled Pannier", 99, colours="blue, orange",
            features="waterproof, recycled, vegan", material="recycled tarpaulin",
            specs={"volume_l": 20, "weight_g": 950},
            story="""
            Cut from old advertising banners, so no two are alike; the colour is what we promise, the letters
            are chance. It hooks on with one hand and has a strap for the walk upstairs.
            """,
        ),
        Model(
            "Cinderpath", "Handlebar Roll Bag", 64.95, colours="black, burnt orange",
            features="waterproof, lightweight", material="TPU-coated nylon",
            specs={"volume_l": 12, "weight_g": 340},
            story="""
            Opens at both ends, keeps clear of the cables, takes a tent or a quilt. Two straps, no rattles.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (LOCKS, PUMPS, PANNIERS)
