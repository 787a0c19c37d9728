"""GPS devices, sports watches, power banks, solar panels and travel adapters."""

from __future__ import annotations

from ..source import Edition, Kind, Model

GPS_DEVICES = Kind(
    "gps device", "electronics",
    models=(
        Model(
            "Cairnlink", "Pathfinder 3 GPS Device", 249, colours="black, burnt orange",
            features="waterproof, rechargeable, bluetooth, reinforced", material="polycarbonate, rubber",
            specs={"weight_g": 190, "battery_h": 35, "screen_in": 2.6},
            story="""
            Buttons rather than glass, so it works in rain and gloves. Topographic maps of the country are on
            it already, and a spare pair of AA cells doubles the trip.
            """,
        ),
        Model(
            "Cairnlink", "Pathfinder 3 Sat GPS Device", 399, colours="black",
            features="waterproof, rechargeable, bluetooth, reinforced", material="polycarbonate, rubber",
            specs={"weight_g": 215, "battery_h": 40, "screen_in": 2.6},
            story="""
            The Pathfinder with two-way satellite messages and an SOS button under a flap. Messages need a
            subscription, which can be paused by the month.
            """,
        ),
        Model(
            "Cairnlink", "Breadcrumb Mini GPS Device", 129, colours="orange, black",
            features="waterproof, rechargeable, lightweight", material="polycarbonate",
            specs={"weight_g": 62, "battery_h": 20, "screen_in": 1.1},
            story="""
            No maps: it remembers the way you came and points back along it. Small enough for a child's pack
            or a dog's collar.
            """,
        ),
        Model(
            "Cairnlink", "Spoke Bike GPS Device", 219, colours="black",
            features="waterproof, rechargeable, bluetooth, usb-c", material="polycarbonate, aluminium",
            specs={"weight_g": 88, "battery_h": 24, "screen_in": 2.3},
            story="""
            Turn by turn on the bars, climbs drawn ahead of you, and a screen that stays readable in full sun.
            Pairs with any common heart-rate strap.
            """,
        ),
        Model(
            "Cairnlink", "Homing Dog Tracker", 99, colours="black, coral",
            features="waterproof, rechargeable, lightweight", material="polycarbonate",
            specs={"weight_g": 34, "battery_h": 120},
            story="""
            Clips to a collar and shows on your phone which hedge it is. The battery lasts five days, the
            monthly plan is extra.
            """,
        ),
    ),
)  # fmt: skip

WATCHES = Kind(
    "sports watch", "electronics",
    models=(
        Model(
            "Cairnlink", "Ridge Solar Sports Watch", 449, colours="black, slate blue",
            features="waterproof, solar, bluetooth, reinforced",
            material="titanium, sapphire glass, silicone",
            specs={"weight_g": 61, "battery_h": 80, "water_rating_m": 100},
            story="""
            Maps on the wrist, a barometer that knows when to turn round, and a ring of solar glass that
            stretches three days to a week. The sapphire has met granite and come away clean.
            """,
        ),
        Model(
            "Cairnlink", "Tempo 2 Running Watch", 199, colours="black, coral, ice blue",
            features="waterproof, rechargeable, bluetooth, lightweight", material="polycarbonate, silicone",
            specs={"weight_g": 38, "battery_h": 26, "water_rating_m": 50},
            story="""
            Pace, pulse, splits, and a training plan that notices when you slept badly. Light enough to forget
            until it buzzes.
            """,
        ),
        Model(
            "Tarn Basics", "Trailtime Altimeter Watch", 64.95, colours="black, olive", features="waterproof",
            material="resin, mineral glass", specs={"weight_g": 54, "battery_years": 3, "water_rating_m": 50},
            story="""
            Height, pressure, compass, alarm, and a battery that lasts three years. It counts no steps and
            asks for no app.
            """,
        ),
        Model(
            "Wrenfield", "First Watch Kids' Sports Watch", 39.95, colours="turquoise, green",
            features="waterproof, reflective", material="resin, nylon",
            specs={"weight_g": 32, "battery_years": 2, "water_rating_m": 50},
            story="""
            Hands that say past and to, a light, and a strap that dries. For learning the time and then losing
            track of it outdoors.
            """,
        ),
    ),
)  # fmt: skip

POWER_BANKS = Kind(
    "power bank", "electronics",
    models=(
        Model(
            "Ampfield", "Cell * Power Bank", 34.95, colours="black, sky blue", features="usb-c, rechargeable",
            material="aluminium", specs={},
            editions=(
                Edition(
                    "5000", 34.95, {"capacity_mah": 5000, "weight_g": 118, "power_w": 20},
                    "The 5000 fills a phone once.",
                ),
                Edition(
                    "10000", 44.95, {"capacity_mah": 10000, "weight_g": 205, "power_w": 22},
                    "The 10000 fills a phone twice and a headlamp.",
                ),
                Edition(
                    "20000", 64.95, {"capacity_mah": 20000, "weight_g": 360, "power_w": 65},
                    "The 20000 also runs a laptop, for an afternoon.",
                ),
            ),
            story="""
            Flat, cool and quick: fast charging both in and out. Within the airlines' limit for hand luggage,
            with the figure printed on it where officers look.
            """,
        ),
        Model(
            "Ampfield", "Rugged 10000 Power Bank", 59.95, colours="orange, black",
            features="waterproof, usb-c, reinforced, rechargeable", material="polycarbonate, rubber",
            specs={"capacity_mah": 10000, "weight_g": 265, "power_w": 20},
            story="""
            Rubber corners, a cap over the sockets, a small flashlight at the end. Ours spent a night in a
            stream.
            """,
        ),
        Model(
            "Ampfield", "Sunrise Solar Power Bank 15000", 69.95, colours="black, green",
            features="solar, usb-c, rechargeable, water-resistant", material="ABS",
            specs={"capacity_mah": 15000, "weight_g": 390, "power_w": 18},
            story="""
            Four folding leaves of solar cells. Think of the sun as a top-up and the wall as the meal.
            """,
        ),
        Model(
            "Featherlode", "Gram 10000 Power Bank", 99, colours="black",
            features="ultralight, usb-c, rechargeable, waterproof", material="carbon fibre",
            specs={"capacity_mah": 10000, "weight_g": 148, "power_w": 22},
            story="""
            The lightest ten thousand we know, in a shell of carbon fibre. Charges itself from empty between
            breakfast and lunch in town.
            """,
        ),
        Model(
            "Tarn Basics", "Top-Up 5000 Power Bank", 19.95, colours="white, navy",
            features="usb-c, rechargeable", material="ABS",
            specs={"capacity_mah": 5000, "weight_g": 125, "power_w": 12},
            story="""
            Enough for one phone, one evening, one missed train. The cable is fixed, so you can't leave it
            behind.
            """,
        ),
    ),
)  # fmt: skip

SOLAR_PANELS = Kind(
    "solar panel", "electronics",
    models=(
        Model(
            "Ampfield", "Fold * Solar Panel", 69.95, colours="black",
            features="foldable, water-resistant, solar, usb-c", material="polyester, silicon", specs={},
            editions=(
                Edition(
                    "14 W", 69.95, {"power_w": 14, "weight_g": 420}, "The 14 keeps one walker's phone alive.",
                ),
                Edition("28 W", 109, {"power_w": 28, "weight_g": 760}, "The 28 does for a camp."),
            ),
            story="""
            Opens like a map and hangs from a pack or a tent. Two sockets share what the sky gives; a power
            bank between panel and phone evens out the clouds.
            """,
        ),
        Model(
            "Ampfield", "Roofrack 100 W Solar Panel", 229, colours="black",
            features="foldable, solar, reinforced, waterproof", material="monocrystalline silicon, aluminium",
            specs={"power_w": 100, "weight_g": 4100},
            story="""
            For vans, boats and base camps. Kick-stands hold the angle, and the plugs fit any common power
            station.
            """,
        ),
        Model(
            "Tarn Basics", "Window 6 W Solar Panel", 34.95, colours="green", features="solar, lightweight",
            material="PET, silicon", specs={"power_w": 6, "weight_g": 180},
            story="""
            Suction cups for a windshield, eyelets for a pack. Slow, small, and better than a flat phone.
            """,
        ),
    ),
)  # fmt: skip

ADAPTERS = Kind(
    "travel adapter", "electronics",
    models=(
        Model(
            "Wayhouse", "World Socket Travel Adapter", 29.95, colours="white, black",
            features="usb-c, lightweight", material="polycarbonate",
            specs={"countries": 150, "weight_g": 145, "usb_ports": 3},
            story="""
            Sliders push out the plug for the UK, Europe, Australia and home. A spare fuse lives inside; it
            doesn't change the voltage.
            """,
        ),
        Model(
            "Wayhouse", "World Socket 65 W Travel Adapter", 54.95, colours="black", features="usb-c",
            material="polycarbonate",
            specs={"countries": 200, "weight_g": 210, "usb_ports": 5, "power_w": 65},
            story="""
            The same idea with enough power for a laptop and four small things. Leave the other chargers at
            home.
            """,
        ),
        Model(
            "Tarn Basics", "Europe Travel Adapter, Pack of 2", 12.95, colours="white", features="lightweight",
            material="ABS", specs={"countries": 40, "weight_g": 70},
            story="""
            From US plugs to round European sockets. Two in the pack: one to use, one to leave in a hotel.
            """,
        ),
        Model(
            "Tarn Basics", "UK Travel Adapter", 9.95, colours="white", features="lightweight", material="ABS",
            specs={"countries": 12, "weight_g": 55},
            story="""
            From US plugs to the British three-pin socket, which will outlive us all. Earthed, fused and no
            bigger than a matchbox.
            """,
        ),
        Model(
            "Ampfield", "Cable Roll Travel Adapter Kit", 44.95, colours="slate blue, black",
            features="usb-c, packable", material="recycled nylon, ABS",
            specs={"countries": 150, "weight_g": 260, "usb_ports": 2},
            story="""
            Adapter, wall charger, short cable and long cable in a roll with a loop for each. You notice at a
            glance what is still in the wall.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (GPS_DEVICES, WATCHES, POWER_BANKS, SOLAR_PANELS, ADAPTERS)
