"""Bikes, and what is bolted to them."""

from __future__ import annotations

from ..source import Edition, Kind, Model

FRAMES = {"S": 0.0, "M": 0.0, "L": 0.0, "XL": 0.0}

BIKES = Kind(
    "bike", "bikes",
    models=(
        Model("Cinderpath", "Drover * Gravel Bike", 1299, "olive, slate blue", "tubeless-ready, reinforced", "aluminium, carbon fork", {"wheel_in": 28, "brakes": "disc"}, """
              Drop bars, fat tires and eyelets for everything you could bolt on. Fast on the lane, calm on the track, patient
              with luggage.""", (
                  Edition("10", 1299, {"weight_kg": 10.9, "gears": 20, "tyre_mm": 40}, "The 10 has twenty gears and mechanical disc brakes."),
                  Edition("30", 1899, {"weight_kg": 9.8, "gears": 12, "tyre_mm": 45}, "The 30 has one chainring, hydraulic brakes and lighter wheels."),
              ), FRAMES),
        Model("Cinderpath", "Screes 29 Hardtail Mountain Bike", 949, "burnt orange, black", "tubeless-ready, reinforced", "aluminium", {"wheel_in": 29, "weight_kg": 13.6, "gears": 12, "travel_mm": 120, "brakes": "hydraulic disc"}, """
              Slack enough to enjoy going down, light enough to get back up. A dropper post comes with it, because once you
              have had one you cannot go back.""", sizes=FRAMES),
        Model("Cinderpath", "Ravine Full-Suspension Mountain Bike", 2799, "forest green, coral", "tubeless-ready, reinforced", "aluminium", {"wheel_in": 29, "weight_kg": 14.9, "gears": 12, "travel_mm": 140, "brakes": "hydraulic disc"}, """
              Five and a half inches of suspension that you notice only when it saves you. All bearings are a standard size, so
              any shop can replace them.""", sizes=FRAMES),
        Model("Cinderpath", "Longmynd Touring Bike", 1499, "black, burgundy", "reinforced, repairable", "steel", {"wheel_in": 28, "weight_kg": 13.8, "gears": 27, "brakes": "disc"}, """
              Steel, three rings, three bottle cages, racks front and back. It has the turning circle of a barge and will carry
              you to Patagonia.""", sizes=FRAMES),
        Model("Velmara", "Errand City Bike", 599, "cream, teal, black", "reflective, lockable", "steel", {"wheel_in": 28, "weight_kg": 15.2, "gears": 7, "brakes": "roller"}, """
              Hub gears, full fenders, chain case, a dynamo light that needs no thought. Step through, sit up, go and buy
              bread.""", sizes={"S": 0, "M": 0, "L": 0}),
        Model("Velmara", "Errand * E-Bike", 1999, "black, slate blue", "electric, reflective, lockable", "aluminium", {"wheel_in": 28, "gears": 8, "brakes": "hydraulic disc"}, """
              The city bike with a quiet push from the hub, up to twenty miles an hour. The battery locks into the frame and
              comes out to charge beside the toaster.""", (
                  Edition("400", 1999, {"weight_kg": 22.5, "battery_wh": 400, "range_km": 70}, "The 400 goes about forty miles on a charge."),
                  Edition("600", 2399, {"weight_kg": 23.9, "battery_wh": 600, "range_km": 110}, "The 600 goes about seventy, with a stronger motor for hills."),
              ), {"S": 0, "M": 0, "L": 0}),
        Model("Velmara", "Fold 20 Folding Bike", 749, "red, silver", "foldable, reflective", "aluminium", {"wheel_in": 20, "weight_kg": 11.9, "gears": 8, "folded_cm": "80 × 62 × 34"}, """
              Folds in twelve seconds once your thumbs have learned it, and stands by itself when folded. Fits riders from
              four foot eight to six foot two."""),
        Model("Velmara", "Mule Cargo E-Bike", 4499, "green, black", "electric, reflective, reinforced", "aluminium", {"wheel_in": 20, "weight_kg": 34, "battery_wh": 700, "range_km": 80, "load_kg": 90}, """
              Two children or a week's shopping sit low between the wheels. A double stand holds it steady while the cargo
              climbs in."""),
        Model("Wrenfield", "Pebble * Kids' Bike", 249, "green, coral, sky blue", "reflective, lightweight", "aluminium", {"brakes": "V-brake"}, """
              Half the weight of the usual children's bike, with levers for small hands. Trade it in for the next size and get a
              third of the price back.""", (
                  Edition("14-inch", 249, {"wheel_in": 14, "weight_kg": 5.4, "gears": 1}, "Fourteen-inch wheels, for about three to five years."),
                  Edition("16-inch", 279, {"wheel_in": 16, "weight_kg": 5.9, "gears": 1}, "Sixteen-inch wheels, for about four to six years."),
                  Edition("20-inch", 349, {"wheel_in": 20, "weight_kg": 7.6, "gears": 7}, "Twenty-inch wheels and seven gears, for about six to nine."),
              )),
        Model("Wrenfield", "Acorn Balance Bike", 129, "red, turquoise", "lightweight", "birch plywood", {"wheel_in": 12, "weight_kg": 3.6}, """
              No pedals, no fuss: feet do the driving, and a year later they already know how to balance. From about
              two."""),
    ),
)  # fmt: skip

HELMET = {"S": 0.0, "M": 0.0, "L": 0.0}

HELMETS = Kind(
    "bike helmet", "bikes",
    models=(
        Model("Helmsgate", "Commuter Bike Helmet", 64.95, "black, white, slate blue", "adjustable, reflective, rotational protection", "polycarbonate, EPS foam", {"weight_g": 340, "vents": 10}, """
              A magnet buckle that closes with one cold hand and a rear light that clicks in. The shell comes right down over the
              temples.""", sizes=HELMET),
        Model("Helmsgate", "Breakaway Road Bike Helmet", 139, "white, black, coral", "lightweight, adjustable, rotational protection", "polycarbonate, EPS foam", {"weight_g": 245, "vents": 18}, """
              More hole than helmet, and still above the standard in every test. Pads come out and go in the wash.""", sizes=HELMET),
        Model("Helmsgate", "Ridgeback Trail Bike Helmet", 109, "olive, burnt orange, black", "adjustable, rotational protection, reinforced", "polycarbonate, EPS foam", {"weight_g": 365, "vents": 14}, """
              Deep at the back, with a peak that snaps off rather than digs in. There's a place for goggles and a mount for a light.""", sizes=HELMET),
        Model("Helmsgate", "Bulwark Full-Face Bike Helmet", 229, "black, red", "reinforced, rotational protection", "fibreglass, EPS foam", {"weight_g": 890, "vents": 16}, """
              For lift days. Cheek pads pull out sideways, so that others can take it off without moving your neck.""", sizes=HELMET),
        Model("Tarn Basics", "Everyday Bike Helmet", 34.95, "black, red, grey", "adjustable, lightweight", "polycarbonate, EPS foam", {"weight_g": 310, "vents": 12}, """
              Passes the same tests as the dear ones. A dial at the back, a visor in front, no other talents.""", sizes={"M": 0, "L": 0}),
        Model("Wrenfield", "Beetle Kids' Bike Helmet", 44.95, "red, green, turquoise", "adjustable, reflective, rotational protection", "polycarbonate, EPS foam", {"weight_g": 260, "vents": 8}, """
              Flat at the back for trailer seats, with a buckle that doesn't pinch chins. Black spots glow when lights hit them.""", sizes={"XS": 0, "S": 0}),
        Model("Velmara", "Bowler Urban Bike Helmet", 89, "charcoal grey, cream, forest green", "adjustable, rotational protection", "ABS, EPS foam, cork", {"weight_g": 395, "vents": 6}, """
              Looks like something from a stable, in a good way. Cork inside, a short peak, and a loop for the lock.""", sizes=HELMET),
    ),
)  # fmt: skip

BIKE_LIGHTS = Kind(
    "bike light", "bikes",
    models=(
        Model("Helmsgate", "Beacon Bike Light Set", 49.95, "black", "rechargeable, waterproof, usb-c", "polycarbonate, silicone", {"lumens": 400, "weight_g": 120, "runtime_h": 20}, """
              Front and rear on silicone straps that fit any bar. They remember the last mode and blink for five minutes before
              going out."""),
        Model("Helmsgate", "Lodestar 1000 Front Bike Light", 89, "black", "rechargeable, waterproof, usb-c", "aluminium", {"lumens": 1000, "weight_g": 175, "runtime_h": 18}, """
              A cut-off beam that lights the lane and spares the drivers. Push it up to full for the unlit towpath and back
              for town."""),
        Model("Helmsgate", "Brake-Sense Rear Bike Light", 44.95, "red, black", "rechargeable, waterproof, reflective", "polycarbonate", {"lumens": 100, "weight_g": 58, "runtime_h": 30}, """
              Brightens when you slow down, dims when you don't move, sleeps when you walk away."""),
        Model("Tarn Basics", "Clip-On Bike Light Set", 16.95, "black, white", "water-resistant", "silicone", {"lumens": 40, "weight_g": 44, "runtime_h": 40}, """
              To be seen by rather than to see with. Coin cells included, spares at every drugstore."""),
        Model("Velmara", "Everlight Dynamo Bike Light", 59.95, "silver, black", "waterproof, repairable", "aluminium", {"lumens": 300, "weight_g": 140}, """
              Feeds on the wheel, so it is never empty and never stolen for its battery. Stays lit for four minutes at red
              lights."""),
        Model("Cinderpath", "Gully 2000 Trail Bike Light", 169, "black", "rechargeable, waterproof, reinforced", "aluminium", {"lumens": 2000, "weight_g": 290, "runtime_h": 8}, """
              Two beams, a remote on the bar and a battery on the frame, for riding at night what you ride by day."""),
    ),
)  # fmt: skip

KINDS = (BIKES, HELMETS, BIKE_LIGHTS)
