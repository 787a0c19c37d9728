"""Bikes, and what is bolted to them."""

from __future__ import annotations

from ..source import Edition, Kind, Model

FRAMES = {"S": 0.0, "M": 0.0, "L": 0.0, "XL": 0.0}

BIKES = Kind(
    "bike", "bikes",
    models=(
        Model(
            "Cinderpath", "Drover * Gravel Bike", 1299, colours="olive, slate blue",
            features="tubeless-ready, reinforced", material="aluminium, carbon fork",
            specs={"wheel_in": 28, "brakes": "disc"}, sizes=FRAMES,
            editions=(
                Edition(
                    "10", 1299, {"weight_kg": 10.9, "gears": 20, "tyre_mm": 40},
                    "The 10 has twenty gears and mechanical disc brakes.",
                ),
                Edition(
                    "30", 1899, {"weight_kg": 9.8, "gears": 12, "tyre_mm": 45},
                    "The 30 has one chainring, hydraulic brakes and lighter wheels.",
                ),
            ),
            story="""
            Drop bars, fat tyres and eyelets for everything you could bolt on. Fast on the lane, calm on the
            track, patient with luggage.
            """,
        ),
        Model(
            "Cinderpath", "Screes 29 Hardtail Mountain Bike", 949, colours="burnt orange, black",
            features="tubeless-ready, reinforced", material="aluminium",
            specs={
                "wheel_in": 29, "weight_kg": 13.6, "gears": 12, "travel_mm": 120, "brakes": "hydraulic disc",
            },
            sizes=FRAMES,
            story="""
            Slack enough to enjoy going down, light enough to get back up. A dropper post comes with it,
            because once you have had one you cannot go back.
            """,
        ),
        Model(
            "Cinderpath", "Ravine Full-Suspension Mountain Bike", 2799, colours="forest green, coral",
            features="tubeless-ready, reinforced", material="aluminium",
            specs={
                "wheel_in": 29, "weight_kg": 14.9, "gears": 12, "travel_mm": 140, "brakes": "hydraulic disc",
            },
            sizes=FRAMES,
            story="""
            Five and a half inches of suspension that you notice only when it saves you. All bearings are a
            standard size, so any shop can replace them.
            """,
        ),
        Model(
            "Cinderpath", "Longmynd Touring Bike", 1499, colours="black, burgundy",
            features="reinforced, repairable", material="steel",
            specs={"wheel_in": 28, "weight_kg": 13.8, "gears": 27, "brakes": "disc"}, sizes=FRAMES,
            story="""
            Steel, three rings, three bottle cages, racks front and back. It has the turning circle of a barge
            and will carry you to Patagonia.
            """,
        ),
        Model(
            "Velmara", "Errand City Bike", 599, colours="cream, teal, black", features="reflective, lockable",
            material="steel", specs={"wheel_in": 28, "weight_kg": 15.2, "gears": 7, "brakes": "roller"},
            sizes={"S": 0, "M": 0, "L": 0},
            story="""
            Hub gears, full fenders, chain case, a dynamo light that needs no thought. Step through, sit up,
            go and buy bread.
            """,
        ),
        Model(
            "Velmara", "Errand * E-Bike", 1999, colours="black, slate blue",
            features="electric, reflective, lockable", material="aluminium",
            specs={"wheel_in": 28, "gears": 8, "brakes": "hydraulic disc"}, sizes={"S": 0, "M": 0, "L": 0},
            editions=(
                Edition(
                    "400", 1999, {"weight_kg": 22.5, "battery_wh": 400, "range_km": 70},
                    "The 400 goes about forty miles on a charge.",
                ),
                Edition(
                    "600", 2399, {"weight_kg": 23.9, "battery_wh": 600, "range_km": 110},
                    "The 600 goes about seventy, with a stronger motor for hills.",
                ),
            ),
            story="""
            The city bike with a quiet push from the hub, up to twenty miles an hour. The battery locks into
            the frame and comes out to charge beside the toaster.
            """,
        ),
        Model(
            "Velmara", "Fold 20 Folding Bike", 749, colours="red, silver", features="foldable, reflective",
            material="aluminium",
            specs={"wheel_in": 20, "weight_kg": 11.9, "gears": 8, "folded_cm": "80 x 62 x 34"},
            story="""
            Folds in twelve seconds once your thumbs have learned it, and stands by itself when folded. Fits
            riders from four foot eight to six foot two.
            """,
        ),
        Model(
            "Velmara", "Mule Cargo E-Bike", 4499, colours="green, black",
            features="electric, reflective, reinforced", material="aluminium",
            specs={"wheel_in": 20, "weight_kg": 34, "battery_wh": 700, "range_km": 80, "load_kg": 90},
            story="""
            Two children or a week's shopping sit low between the wheels. A double stand holds it steady while
            the cargo climbs in.
            """,
        ),
        Model(
            "Wrenfield", "Pebble * Kids' Bike", 249, colours="green, coral, sky blue",
            features="reflective, lightweight", material="aluminium", specs={"brakes": "V-brake"},
            editions=(
                Edition(
                    "14-inch", 249, {"wheel_in": 14, "weight_kg": 5.4, "gears": 1},
                    "Fourteen-inch wheels, for about three to five years.",
                ),
                Edition(
                    "16-inch", 279, {"wheel_in": 16, "weight_kg": 5.9, "gears": 1},
                    "Sixteen-inch wheels, for about four to six years.",
                ),
                Edition(
                    "20-inch", 349, {"wheel_in": 20, "weight_kg": 7.6, "gears": 7},
                    "Twenty-inch wheels and seven gears, for about six to nine.",
                ),
            ),
            story="""
            Half the weight of the usual children's bike, with levers for small hands. Trade it in for the
            next size and get a third of the price back.
            """,
        ),
        Model(
            "Wrenfield", "Acorn Balance Bike", 129, colours="red, turquoise", features="lightweight",
            material="birch plywood", specs={"wheel_in": 12, "weight_kg": 3.6},
            story="""
            No pedals, no fuss: feet do the driving, and a year later they already know how to balance. From
            about two.
            """,
        ),
    ),
)  # fmt: skip

HELMET = {"S": 0.0, "M": 0.0, "L": 0.0}

HELMETS = Kind(
    "bike helmet", "bikes",
    models=(
        Model(
            "Helmsgate", "Commuter Bike Helmet", 64.95, colours="black, white, slate blue",
            features="adjustable, reflective, rotational protection", material="polycarbonate, EPS foam",
            specs={"weight_g": 340, "vents": 10}, sizes=HELMET,
            story="""
            A magnet buckle that closes with one cold hand and a rear light that clicks in. The shell comes
            right down over the temples.
            """,
        ),
        Model(
            "Helmsgate", "Breakaway Road Bike Helmet", 139, colours="white, black, coral",
            features="lightweight, adjustable, rotational protection", material="polycarbonate, EPS foam",
            specs={"weight_g": 245, "vents": 18}, sizes=HELMET,
            story="""
            More hole than helmet, and still above the standard in every test. Pads come out and go in the
            wash.
            """,
        ),
        Model(
            "Helmsgate", "Ridgeback Trail Bike Helmet", 109, colours="olive, burnt orange, black",
            features="adjustable, rotational protection, reinforced", material="polycarbonate, EPS foam",
            specs={"weight_g": 365, "vents": 14}, sizes=HELMET,
            story="""
            Deep at the back, with a peak that snaps off rather than digs in. There's a place for goggles and
            a mount for a light.
            """,
        ),
        Model(
            "Helmsgate", "Bulwark Full-Face Bike Helmet", 229, colours="black, red",
            features="reinforced, rotational protection", material="fibreglass, EPS foam",
            specs={"weight_g": 890, "vents": 16}, sizes=HELMET,
            story="""
            For lift days. Cheek pads pull out sideways, so that others can take it off without moving your
            neck.
            """,
        ),
        Model(
            "Tarn Basics", "Everyday Bike Helmet", 34.95, colours="black, red, grey",
            features="adjustable, lightweight", material="polycarbonate, EPS foam",
            specs={"weight_g": 310, "vents": 12}, sizes={"M": 0, "L": 0},
            story="""
            Passes the same tests as the dear ones. A dial at the back, a visor in front, no other talents.
            """,
        ),
        Model(
            "Wrenfield", "Beetle Kids' Bike Helmet", 44.95, colours="red, green, turquoise",
            features="adjustable, reflective, rotational protection", material="polycarbonate, EPS foam",
            specs={"weight_g": 260, "vents": 8}, sizes={"XS": 0, "S": 0},
            story="""
            Flat at the back for trailer seats, with a buckle that doesn't pinch chins. Black spots glow when
            lights hit them.
            """,
        ),
        Model(
            "Velmara", "Bowler Urban Bike Helmet", 89, colours="charcoal grey, cream, forest green",
            features="adjustable, rotational protection", material="ABS, EPS foam, cork",
            specs={"weight_g": 395, "vents": 6}, sizes=HELMET,
            story="""
            Looks like something from a stable, in a good way. Cork inside, a short peak, and a loop for the
            lock.
            """,
        ),
    ),
)  # fmt: skip

BIKE_LIGHTS = Kind(
    "bike light", "bikes",
    models=(
        Model(
            "Helmsgate", "Beacon Bike Light Set", 49.95, colours="black",
            features="rechargeable, waterproof, usb-c", material="polycarbonate, silicone",
            specs={"lumens": 400, "weight_g": 120, "runtime_h": 20},
            story="""
            Front and rear on silicone straps that fit any bar. They remember the last mode and blink for five
            minutes before going out.
            """,
        ),
        Model(
            "Helmsgate", "Lodestar 1000 Front Bike Light", 89, colours="black",
            features="rechargeable, waterproof, usb-c", material="aluminium",
            specs={"lumens": 1000, "weight_g": 175, "runtime_h": 18},
            story="""
            A cut-off beam that lights the lane and spares the drivers. Push it up to full for the unlit
            towpath and back for town.
            """,
        ),
        Model(
            "Helmsgate", "Brake-Sense Rear Bike Light", 44.95, colours="red, black",
            features="rechargeable, waterproof, reflective", material="polycarbonate",
            specs={"lumens": 100, "weight_g": 58, "runtime_h": 30},
            story="""
            Brightens when you slow down, dims when you don't move, sleeps when you walk away. Visible from
            the side as well, at junctions where it counts.
            """,
        ),
        Model(
            "Tarn Basics", "Clip-On Bike Light Set", 16.95, colours="black, white",
            features="water-resistant", material="silicone",
            specs={"lumens": 40, "weight_g": 44, "runtime_h": 40},
            story="""
            To be seen by rather than to see with. Coin cells included, spares at every drugstore.
            """,
        ),
        Model(
            "Velmara", "Everlight Dynamo Bike Light", 59.95, colours="silver, black",
            features="waterproof, repairable", material="aluminium", specs={"lumens": 300, "weight_g": 140},
            story="""
            Feeds on the wheel, so it is never empty and never stolen for its battery. Stays lit for four
            minutes at red lights.
            """,
        ),
        Model(
            "Cinderpath", "Gully 2000 Trail Bike Light", 169, colours="black",
            features="rechargeable, waterproof, reinforced", material="aluminium",
            specs={"lumens": 2000, "weight_g": 290, "runtime_h": 8},
            story="""
            Two beams, a remote on the bar and a battery on the frame, for riding at night what you ride by
            day. On full it lasts two hours, on low the whole night.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (BIKES, HELMETS, BIKE_LIGHTS)
