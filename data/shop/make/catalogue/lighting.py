"""Headlamps and lanterns."""

from __future__ import annotations

from ..source import Kind, Model

HEADLAMPS = Kind(
    "headlamp", "lighting",
    models=(
        Model(
            "Nightjar", "Dusk 350 Headlamp", 39.95, colours="black, orange, forest green",
            features="rechargeable, water-resistant, adjustable", material="polycarbonate, elastic",
            specs={"lumens": 350, "weight_g": 78, "runtime_h": 60, "beam_m": 75},
            story="""
            Three levels and a red light, chosen by one button that works with gloves on. Charges from any
            phone cable in two hours, and tells you honestly what is left.
            """,
        ),
        Model(
            "Nightjar", "Midnight 800 Headlamp", 74.95, colours="black, yellow",
            features="rechargeable, waterproof, adjustable", material="aluminium, polycarbonate, elastic",
            specs={"lumens": 800, "weight_g": 118, "runtime_h": 90, "beam_m": 160},
            story="""
            For finding the path as well as following it. A spot and a flood can shine together, and the
            battery changes in ten seconds for a second night.
            """,
        ),
        Model(
            "Nightjar", "Ember 200 Headlamp", 24.95, colours="red, slate blue, black",
            features="water-resistant, lightweight", material="polycarbonate, elastic",
            specs={"lumens": 200, "weight_g": 62, "runtime_h": 45, "beam_m": 50},
            story="""
            Runs on three AAA cells from any gas station in the world. One button, two levels, no menu.
            """,
        ),
        Model(
            "Nightjar", "Firefly Ultralight Headlamp", 34.95, colours="white, yellow",
            features="ultralight, rechargeable, water-resistant", material="polycarbonate, cord",
            specs={"lumens": 180, "weight_g": 28, "runtime_h": 24, "beam_m": 40},
            story="""
            An ounce, on a bungee cord. Bright enough for camp and a careful walk, and it satisfies the kit
            list of a mountain marathon.
            """,
        ),
        Model(
            "Nightjar", "Nocturne 1200 Run Headlamp", 119, colours="black, orange",
            features="rechargeable, waterproof, reflective", material="aluminium, elastic",
            specs={"lumens": 1200, "weight_g": 165, "runtime_h": 50, "beam_m": 190},
            story="""
            The battery sits at the back of the head, so the lamp doesn't nod with each stride. It dims by
            itself when you look at a map.
            """,
        ),
        Model(
            "Tarn Basics", "Beam 150 Headlamp", 16.95, colours="black, blue", features="water-resistant",
            material="ABS, elastic", specs={"lumens": 150, "weight_g": 70, "runtime_h": 40, "beam_m": 40},
            story="""
            One for each member of the family and one for the glove box. Takes AAA batteries, which are in the
            pack.
            """,
        ),
        Model(
            "Wrenfield", "Glowworm Kids' Headlamp", 19.95, colours="green, pink, sky blue",
            features="water-resistant, adjustable", material="ABS, elastic",
            specs={"lumens": 60, "weight_g": 55, "runtime_h": 50, "beam_m": 20},
            story="""
            Dim enough not to blind a brother, bright enough for bats. Switches itself off after an hour, and
            the strap gives way if it catches.
            """,
        ),
        Model(
            "Altavane", "Alpenglow 500 Headlamp", 89, colours="red, black",
            features="rechargeable, waterproof, reinforced", material="aluminium, elastic",
            specs={"lumens": 500, "weight_g": 96, "runtime_h": 110, "beam_m": 120},
            story="""
            Made for starts at two in the morning in hard frost: the battery goes inside your jacket on a
            cable, and the button is the size of a coin. The beam reaches the next cairn, and the strap fits
            over a helmet.
            """,
        ),
        Model(
            "Ampfield", "Clip 250 Cap Light", 22.95, colours="black, white",
            features="rechargeable, usb-c, lightweight", material="polycarbonate",
            specs={"lumens": 250, "weight_g": 35, "runtime_h": 20, "beam_m": 45},
            story="""
            Clips to a cap, a strap or a tent pocket and tilts where you look. Plugs straight into a socket,
            with no cable to forget.
            """,
        ),
        Model(
            "Nightjar", "Twilight 450 Hybrid Headlamp", 49.95, colours="slate blue, black, rust red",
            features="rechargeable, water-resistant, adjustable", material="polycarbonate, elastic",
            specs={"lumens": 450, "weight_g": 92, "runtime_h": 100, "beam_m": 90},
            story="""
            Recharges by cable, and takes three AAA cells when there is nothing to plug it into. The beam
            widens with a twist, for reading or for running.
            """,
        ),
        Model(
            "Tarn Basics", "Beam 300 Rechargeable Headlamp", 27.95, colours="black, green, orange",
            features="rechargeable, usb-c, water-resistant", material="ABS, elastic",
            specs={"lumens": 300, "weight_g": 80, "runtime_h": 30, "beam_m": 65},
            story="""
            A sensible second headlamp, or a good first one. The strap washes, and the light locks so it
            doesn't come on in the pack.
            """,
        ),
    ),
)  # fmt: skip

LANTERNS = Kind(
    "lantern", "lighting",
    models=(
        Model(
            "Nightjar", "Hearthglow Lantern", 49.95, colours="cream, forest green, rust red",
            features="rechargeable, water-resistant, usb-c", material="steel, polycarbonate",
            specs={"lumens": 300, "weight_g": 410, "runtime_h": 80},
            story="""
            Warm light in a steel cage, dimmed by turning the top. It will charge a phone in a pinch and looks
            well on a dinner table.
            """,
        ),
        Model(
            "Nightjar", "Moth Collapsible Lantern", 32.95, colours="white, yellow",
            features="foldable, lightweight, waterproof", material="silicone, polycarbonate",
            specs={"lumens": 150, "weight_g": 120, "runtime_h": 36},
            story="""
            Squeezes flat to an inch and hangs from a loop. Floats, glows and comes back from the bottom of
            the canoe.
            """,
        ),
        Model(
            "Ampfield", "Sunjar Solar Lantern", 39.95, colours="yellow, teal",
            features="rechargeable, solar, waterproof, inflatable", material="TPU",
            specs={"lumens": 120, "weight_g": 135, "runtime_h": 18},
            story="""
            Blow it up, leave it in the sun, hang it at dusk. A day's light gives an evening's, clouds
            permitting.
            """,
        ),
        Model(
            "Tarn Basics", "Camp Lantern 500", 24.95, colours="green, black", features="water-resistant",
            material="ABS", specs={"lumens": 500, "weight_g": 480, "runtime_h": 60},
            story="""
            Lights a whole family tent from three D cells. The handle folds, the base is wide, the switch
            glows.
            """,
        ),
        Model(
            "Campfold", "String Lights 10 m", 27.95, colours="yellow, orange",
            features="water-resistant, usb-c", material="polycarbonate, copper",
            specs={"lumens": 100, "weight_g": 210, "runtime_h": 30, "length_m": 10},
            story="""
            Thirty small bulbs on a reel that winds itself. For awnings, hedges and finding your own tent
            again.
            """,
        ),
        Model(
            "Wrenfield", "Owl Kids' Night Lantern", 22.95, colours="brown, lavender",
            features="rechargeable, water-resistant", material="silicone, ABS",
            specs={"lumens": 30, "weight_g": 160, "runtime_h": 100},
            story="""
            Tap the owl and it glows, tap again and it sleeps. Soft, unbreakable, and on all night if need be.
            """,
        ),
        Model(
            "Tin & Timber", "Storm Candle Lantern", 36.95, colours="black, gold",
            features="handmade, windproof", material="tinplate, glass",
            specs={"weight_g": 290, "runtime_h": 9},
            story="""
            Nine hours of real flame behind glass, from a candle that rises on a spring as it burns. The gold
            ones are brass-plated and age nicely.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (HEADLAMPS, LANTERNS)
