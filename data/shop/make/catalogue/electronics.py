"""GPS devices, sports watches, power banks, solar panels and travel adapters."""

from __future__ import annotations

from ..source import Edition, Kind, Model

GPS_DEVICES = Kind(
    "gps device", "electronics",
    models=(
        Model("Cairnlink", "Pathfinder 3 GPS Device", 249, "black, burnt orange", "waterproof, rechargeable, bluetooth, reinforced", "polycarbonate, rubber",
              {"weight_g": 190, "battery_h": 35, "screen_in": 2.6}, """
              Buttons rather than glass, so it works in rain and gloves. Topographic maps of the country are on it already, and
              a spare pair of AA cells doubles the trip."""),
        Model("Cairnlink", "Pathfinder 3 Sat GPS Device", 399, "black", "waterproof, rechargeable, bluetooth, reinforced", "polycarbonate, rubber",
              {"weight_g": 215, "battery_h": 40, "screen_in": 2.6}, """
              The Pathfinder with two-way satellite messages and an SOS button under a flap. Messages need a
              subscription, which can be paused by the month."""),
        Model("Cairnlink", "Breadcrumb Mini GPS Device", 129, "orange, black", "waterproof, rechargeable, lightweight", "polycarbonate", {"weight_g": 62, "battery_h": 20, "screen_in": 1.1}, """
              No maps: it remembers the way you came and points back along it. Small enough for a child's pack or a dog's
              collar."""),
        Model("Cairnlink", "Spoke Bike GPS Device", 219, "black", "waterproof, rechargeable, bluetooth, usb-c", "polycarbonate, aluminium", {"weight_g": 88, "battery_h": 24, "screen_in": 2.3}, """
              Turn by turn on the bars, climbs drawn ahead of you, and a screen that stays readable in full sun. Pairs with
              any common heart-rate strap."""),
        Model("Cairnlink", "Homing Dog Tracker", 99, "black, coral", "waterproof, rechargeable, lightweight", "polycarbonate", {"weight_g": 34, "battery_h": 120}, """
              Clips to a collar and shows on your phone which hedge it is. The battery lasts five days, the monthly plan is
              extra."""),
    ),
)  # fmt: skip

WATCHES = Kind(
    "sports watch", "electronics",
    models=(
        Model("Cairnlink", "Ridge Solar Sports Watch", 449, "black, slate blue", "waterproof, solar, bluetooth, reinforced", "titanium, sapphire glass, silicone",
              {"weight_g": 61, "battery_h": 80, "water_rating_m": 100}, """
              Maps on the wrist, a barometer that knows when to turn round, and a ring of solar glass that stretches a week to
              three."""),
        Model("Cairnlink", "Tempo 2 Running Watch", 199, "black, coral, ice blue", "waterproof, rechargeable, bluetooth, lightweight", "polycarbonate, silicone",
              {"weight_g": 38, "battery_h": 26, "water_rating_m": 50}, """
              Pace, pulse, splits, and a training plan that notices when you slept badly. Light enough to forget until it
              buzzes."""),
        Model("Tarn Basics", "Trailtime Altimeter Watch", 64.95, "black, olive", "waterproof", "resin, mineral glass", {"weight_g": 54, "battery_years": 3, "water_rating_m": 50}, """
              Height, pressure, compass, alarm, and a battery that lasts three years. It counts no steps and asks for no
              app."""),
        Model("Wrenfield", "First Watch Kids' Sports Watch", 39.95, "turquoise, green", "waterproof, reflective", "resin, nylon", {"weight_g": 32, "battery_years": 2, "water_rating_m": 50}, """
              Hands that say past and to, a light, and a strap that dries. For learning the time and then losing track of
              it outdoors."""),
    ),
)  # fmt: skip

POWER_BANKS = Kind(
    "power bank", "electronics",
    models=(
        Model("Ampfield", "Cell * Power Bank", 34.95, "black, sky blue", "usb-c, rechargeable", "aluminium", {}, """
              Flat, cool and quick: fast charging both in and out. Within the airlines' limit for hand luggage, with the
              figure printed on it where officers look.""", (
                  Edition("5000", 34.95, {"capacity_mah": 5000, "weight_g": 118, "power_w": 20}, "The 5000 fills a phone once."),
                  Edition("10000", 44.95, {"capacity_mah": 10000, "weight_g": 205, "power_w": 22}, "The 10000 fills a phone twice and a headlamp."),
                  Edition("20000", 64.95, {"capacity_mah": 20000, "weight_g": 360, "power_w": 65}, "The 20000 also runs a laptop, for an afternoon."),
              )),
        Model("Ampfield", "Rugged 10000 Power Bank", 59.95, "orange, black", "waterproof, usb-c, reinforced, rechargeable", "polycarbonate, rubber",
              {"capacity_mah": 10000, "weight_g": 265, "power_w": 20}, """
              Rubber corners, a cap over the sockets, a small flashlight at the end. Ours spent a night in a stream."""),
        Model("Ampfield", "Sunrise Solar Power Bank 15000", 69.95, "black, green", "solar, usb-c, rechargeable, water-resistant", "ABS", {"capacity_mah": 15000, "weight_g": 390, "power_w": 18}, """
              Four folding leaves of solar cells. Think of the sun as a top-up and the wall as the meal."""),
        Model("Featherlode", "Gram 10000 Power Bank", 99, "black", "ultralight, usb-c, rechargeable, waterproof", "carbon fibre", {"capacity_mah": 10000, "weight_g": 148, "power_w": 22}, """
              The lightest ten thousand we know, in a shell of carbon fibre. Charges itself from empty between breakfast and
              lunch in town."""),
        Model("Tarn Basics", "Top-Up 5000 Power Bank", 19.95, "white, navy", "usb-c, rechargeable", "ABS", {"capacity_mah": 5000, "weight_g": 125, "power_w": 12}, """
              Enough for one phone, one evening, one missed train. The cable is fixed, so you can't leave it behind."""),
    ),
)  # fmt: skip

SOLAR_PANELS = Kind(
    "solar panel", "electronics",
    models=(
        Model("Ampfield", "Fold * Solar Panel", 69.95, "black", "foldable, water-resistant, solar, usb-c", "polyester, silicon", {}, """
              Opens like a map and hangs from a pack or a tent. Two sockets share what the sky gives; a power bank
              between panel and phone evens out the clouds.""", (
                  Edition("14 W", 69.95, {"power_w": 14, "weight_g": 420}, "The 14 keeps one walker's phone alive."),
                  Edition("28 W", 109, {"power_w": 28, "weight_g": 760}, "The 28 does for a camp."),
              )),
        Model("Ampfield", "Roofrack 100 W Solar Panel", 229, "black", "foldable, solar, reinforced, waterproof", "monocrystalline silicon, aluminium", {"power_w": 100, "weight_g": 4100}, """
              For vans, boats and base camps. Kick-stands hold the angle, and the plugs fit any common power station."""),
        Model("Tarn Basics", "Window 6 W Solar Panel", 34.95, "green", "solar, lightweight", "PET, silicon", {"power_w": 6, "weight_g": 180}, """
              Suction cups for a windshield, eyelets for a pack. Slow, small, and better than a flat phone."""),
    ),
)  # fmt: skip

ADAPTERS = Kind(
    "travel adapter", "electronics",
    models=(
        Model("Wayhouse", "World Socket Travel Adapter", 29.95, "white, black", "usb-c, lightweight", "polycarbonate", {"countries": 150, "weight_g": 145, "usb_ports": 3}, """
              Sliders push out the plug for the UK, Europe, Australia and home. A spare fuse lives inside; it doesn't change the voltage."""),
        Model("Wayhouse", "World Socket 65 W Travel Adapter", 54.95, "black", "usb-c", "polycarbonate", {"countries": 200, "weight_g": 210, "usb_ports": 5, "power_w": 65}, """
              The same idea with enough power for a laptop and four small things. Leave the other chargers at home."""),
        Model("Tarn Basics", "Europe Travel Adapter, Pack of 2", 12.95, "white", "lightweight", "ABS", {"countries": 40, "weight_g": 70}, """
              From US plugs to round European sockets. Two in the pack: one to use, one to leave in a hotel."""),
        Model("Tarn Basics", "UK Travel Adapter", 9.95, "white", "lightweight", "ABS", {"countries": 12, "weight_g": 55}, """
              From US plugs to the British three-pin socket, which will outlive us all."""),
        Model("Ampfield", "Cable Roll Travel Adapter Kit", 44.95, "slate blue, black", "usb-c, packable", "recycled nylon, ABS", {"countries": 150, "weight_g": 260, "usb_ports": 2}, """
              Adapter, wall charger, short cable and long cable in a roll with a loop for each. You notice at a glance what is
              still in the wall."""),
    ),
)  # fmt: skip

KINDS = (GPS_DEVICES, WATCHES, POWER_BANKS, SOLAR_PANELS, ADAPTERS)
