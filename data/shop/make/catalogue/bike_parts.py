"""Bike locks, bike pumps and panniers."""

from __future__ import annotations

from ..source import Kind, Model

LOCKS = Kind(
    "bike lock", "bikes",
    models=(
        Model("Velmara", "Anchor U-Lock", 59.95, "black, orange", "reinforced", "hardened steel", {"weight_g": 1350, "shackle_mm": 14}, """
              Fourteen millimetres of hardened steel, in a coat that doesn't scratch paint. Two keys, and a number to order a
              third."""),
        Model("Velmara", "Fold-Flat Bike Lock", 74.95, "black, forest green", "foldable, reinforced", "hardened steel", {"weight_g": 1100, "length_cm": 90}, """
              Six links that fold into a holster on the frame. Reaches round a post and both wheels if you choose the post with
              care."""),
        Model("Tarn Basics", "Cable Combination Bike Lock", 19.95, "black, blue", "lightweight", "steel", {"weight_g": 420, "length_cm": 150}, """
              For café stops and honest villages. Set your own four figures, then write them down."""),
        Model("Helmsgate", "Alarm Disc Bike Lock", 44.95, "red", "rechargeable, waterproof", "zinc alloy", {"weight_g": 260}, """
              A hundred and ten decibels when it's shaken, silence for its owner. Goes along with a proper lock, not instead."""),
    ),
)  # fmt: skip

PUMPS = Kind(
    "bike pump", "bikes",
    models=(
        Model("Cinderpath", "Bellows Floor Bike Pump", 54.95, "black, rust red", "reinforced, repairable", "steel, ash wood", {"weight_g": 1700, "pressure_psi": 160}, """
              A steel barrel, a wooden handle, a gauge at eye level. Every seal can be bought for a dollar."""),
        Model("Cinderpath", "Pocket Mini Bike Pump", 29.95, "black, silver", "lightweight, packable", "aluminium", {"weight_g": 110, "pressure_psi": 100}, """
              Small enough to carry, long enough not to hate. The hose bends, so the valve doesn't."""),
        Model("Ampfield", "Puff Electric Bike Pump", 79.95, "black", "rechargeable, usb-c, lightweight", "aluminium", {"weight_g": 155, "pressure_psi": 120}, """
              Dial in the pressure, press, wait ninety seconds. Two tires on a charge, more with a power bank."""),
        Model("Tarn Basics", "Patch and Pump Bike Kit", 24.95, "black", "packable", "ABS, rubber", {"weight_g": 260, "pressure_psi": 90}, """
              Pump, levers, patches, glue and a folded page that shows how. In a pouch for under the saddle."""),
    ),
)  # fmt: skip

PANNIERS = Kind(
    "pannier", "bikes",
    models=(
        Model("Cinderpath", "Towline Waterproof Pannier", 84.95, "black, olive, yellow", "waterproof, reflective, reinforced", "PVC-free tarpaulin", {"volume_l": 21, "weight_g": 890}, """
              Rolls shut, clicks on, lifts off by the handle. One pannier; most people come back for its twin."""),
        Model("Velmara", "Market Pannier Basket", 69.95, "beige, forest green", "foldable, water-resistant", "waxed cotton, steel", {"volume_l": 23, "weight_g": 1100}, """
              An open bag that hooks on the rack and walks into the shop with you. A rain lid is hidden in the pocket."""),
        Model("Pinewise", "Banner Recycled Pannier", 99, "blue, orange", "waterproof, recycled, vegan", "recycled tarpaulin", {"volume_l": 20, "weight_g": 950}, """
              Cut from old advertising banners, so no two are alike; the colour is what we promise, the letters are chance."""),
        Model("Cinderpath", "Handlebar Roll Bag", 64.95, "black, burnt orange", "waterproof, lightweight", "TPU-coated nylon", {"volume_l": 12, "weight_g": 340}, """
              Opens at both ends, keeps clear of the cables, takes a tent or a quilt. Two straps, no rattles."""),
    ),
)  # fmt: skip

KINDS = (LOCKS, PUMPS, PANNIERS)
