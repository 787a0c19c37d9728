"""Jackets against rain and wind, and rain ponchos."""

from __future__ import annotations

from ..sizes import CLOTHING, KIDS, MEN, WOMEN
from ..source import FOR_MEN_AND_WOMEN, Edition, Kind, Model

JACKETS = Kind(
    "jacket", "clothing", sizes=CLOTHING,
    notes={
        MEN: (
            "The men's cut leaves room for a fleece underneath.",
            "Men's sizes are regular: close at the shoulder, straight through the body.",
            "The men's version has a longer torso and sleeves you can push up.",
            "Cut straight for men, with sleeves long enough to reach.",
        ),
        WOMEN: (
            "The women's cut is shaped at the waist and longer at the back.",
            "Women's sizes leave room at the hip for a warm layer.",
            "The women's version is narrower at the shoulder and wider at the hem.",
            "Cut for women, with sleeves and shoulders that follow.",
        ),
        KIDS: (
            "Children's sleeves have a hidden hem that lets out an inch next year.",
            "The children's hood comes off at a tug, so nobody gets caught on a climbing frame.",
        ),
    },
    models=(
        Model(
            "Tarn Basics", "Drizzle Waterproof Jacket", 59.95,
            colours="green, navy, black|green, navy, red|green, yellow, navy",
            features="waterproof, windproof, packable", material="polyester",
            specs={"weight_g": 390, "waterproof_rating_mm": 8000, "pockets": 2},
            editions=(Edition(MEN), Edition(WOMEN), Edition(KIDS, 39.95)),
            story="""
            Taped seams, a peaked hood and two pockets: the jacket that should hang behind every door. It
            breathes less than a costlier shell, so open the zip when you climb.
            """,
        ),
        Model(
            "Tarn Basics", "Headwind Windproof Jacket", 44.95, colours="black, blue|teal, black",
            features="windproof, packable, lightweight", material="recycled polyester",
            specs={"weight_g": 165, "pockets": 1}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A paper-thin layer that turns a cold breeze into somebody else's problem. Showers run off for ten
            minutes or so; after that, put on a real rain jacket.
            """,
        ),
        Model(
            "Merlin Ridge", "Scarp 2.5L Waterproof Jacket", 109,
            colours="blue, forest green, black|blue, green, coral",
            features="waterproof, windproof, packable", material="recycled nylon",
            specs={"weight_g": 340, "waterproof_rating_mm": 15000, "pockets": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The shell that lives at the bottom of a daypack until the sky turns. It stuffs into its own hand
            pocket, and the hood turns with your head, even over a cap.
            """,
        ),
        Model(
            "Merlin Ridge", "Edge 3L Waterproof Jacket", 179,
            colours="slate blue, orange, black|teal, plum purple, black",
            features="waterproof, windproof, breathable, recycled", material="recycled nylon, ePE membrane",
            specs={"weight_g": 420, "waterproof_rating_mm": 20000, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Three layers bonded into one, so nothing clings to bare arms on a warm, wet climb. Long zips under
            the arms let out steam, and the pockets sit above a hip belt.
            """,
        ),
        Model(
            "Merlin Ridge", "Lapwing Softshell Jacket", 99,
            colours="charcoal grey, moss green|charcoal grey, burgundy",
            features="windproof, water-resistant, stretch, breathable", material="nylon, elastane",
            specs={"weight_g": 480, "pockets": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            The one you put on in the parking lot and take off back at the car. It stretches when you
            scramble, stops the wind, and shakes off everything short of a downpour.
            """,
        ),
        Model(
            "Altavane", "Cornice Pro 3L Waterproof Jacket", 399, colours="red, black|turquoise, black",
            features="waterproof, windproof, breathable, reinforced",
            material="ripstop nylon, ePTFE membrane",
            specs={"weight_g": 445, "waterproof_rating_mm": 28000, "pockets": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Drawn up with mountain guides who wear a shell two hundred days a year. The hood takes a helmet,
            the cuffs seal over gloves, and the shoulders have a second layer where straps rub.
            """,
        ),
        Model(
            "Altavane", "Zephyr Ultralight Waterproof Jacket", 289,
            colours="yellow, charcoal grey|ice blue, coral",
            features="waterproof, windproof, ultralight, packable", material="ripstop nylon, ePE membrane",
            specs={"weight_g": 178, "waterproof_rating_mm": 20000, "pockets": 1}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A real three-layer shell that weighs as much as an orange. Treat it gently around gorse and it
            will go on every trip, because there is never a reason to leave it out.
            """,
        ),
        Model(
            "Pinewise", "Cloudberry PFAS-Free Waterproof Jacket", 119,
            colours="green, rust red, navy|green, mustard yellow, navy",
            features="waterproof, windproof, breathable, recycled, pfas-free, vegan",
            material="recycled polyester, PU membrane",
            specs={"weight_g": 410, "waterproof_rating_mm": 15000, "pockets": 3}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Keeps rain off without the chemicals that never leave the water. The fabric, zips and thread are
            all polyester, so the whole jacket can be recycled again at the end.
            """,
        ),
        Model(
            "Pinewise", "Fogbow Waxed Cotton Jacket", 189, colours="olive, brown|olive, navy",
            features="water-resistant, windproof, repairable, organic", material="organic cotton, plant wax",
            specs={"weight_g": 890, "pockets": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Organic cotton, waxed with rapeseed and candelilla rather than paraffin. Heavy, quiet and better
            looking every year; re-wax it each autumn and let it sulk in hard rain.
            """,
        ),
        Model(
            "Nordvika", "Storegga Waterproof Parka", 329, colours="navy, olive|burgundy, navy",
            features="waterproof, windproof, insulated", material="recycled polyester, synthetic down",
            specs={"weight_g": 1180, "waterproof_rating_mm": 15000, "pockets": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Warm, long and watertight, for ferries in February and soccer from the sidelines. The storm hood
            has a wire peak that you can bend against sleet.
            """,
        ),
        Model(
            "Nordvika", "Lofthus Trekking Jacket", 219,
            colours="forest green, burnt orange|forest green, dusty pink",
            features="windproof, water-resistant, reinforced, repairable", material="polyester, cotton",
            specs={"weight_g": 610, "pockets": 6}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A tight-woven trekking jacket that fends off wind, mosquitoes and campfire sparks. Rub in wax
            where you want it tighter, and leave the rest to breathe.
            """,
        ),
        Model(
            "Fleetfell", "Squall Waterproof Running Jacket", 139, colours="black, yellow|black, lavender",
            features="waterproof, ultralight, packable, reflective", material="ripstop nylon, PU membrane",
            specs={"weight_g": 150, "waterproof_rating_mm": 10000, "pockets": 1}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Passes the kit check of every mountain race we know of, taped seams and hood included. It fits
            over a running vest and folds down to a fist.
            """,
        ),
        Model(
            "Wrenfield", "Splashproof Kids' Waterproof Jacket", 44.95, colours="green, blue, yellow, pink",
            features="waterproof, windproof, reflective, hooded", material="recycled polyester",
            specs={"weight_g": 420, "waterproof_rating_mm": 10000, "pockets": 2}, editions=(Edition(KIDS),),
            story="""
            Thick enough for slides and fences, lined with soft jersey so that it goes on without a struggle.
            The reflective trim shows up on a dark walk home.
            """,
        ),
        Model(
            "Campfold", "Weekender 3-in-1 Waterproof Jacket", 114,
            colours="green, charcoal grey|green, plum purple", features="waterproof, windproof, insulated",
            material="polyester", specs={"weight_g": 1050, "waterproof_rating_mm": 10000, "pockets": 4},
            editions=FOR_MEN_AND_WOMEN,
            story="""
            A rain shell and a fleece that zip together or go their own ways. Not the lightest of either, but
            three jackets for the price of one.
            """,
        ),
        Model(
            "Cinderpath", "Gritstone Waterproof Cycling Jacket", 149, colours="orange, black|yellow, black",
            features="waterproof, windproof, breathable, reflective", material="recycled nylon, ePE membrane",
            specs={"weight_g": 310, "waterproof_rating_mm": 15000, "pockets": 2}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Long at the back, short in front, with cuffs that stay put on the bars. Panels that look grey by
            day light up in headlamps.
            """,
        ),
        Model(
            "Featherlode", "Gossamer Wind Jacket", 115, colours="black, sky blue",
            features="windproof, ultralight, packable", material="ripstop nylon",
            specs={"weight_g": 58, "pockets": 0}, sizes=dict.fromkeys(("XS", "S", "M", "L", "XL"), 0),
            story="""
            Two ounces. It stops the wind on a summit, keeps off midges at supper, and disappears into a
            hip-belt pocket; there are no pockets of its own because pockets weigh something.
            """,
        ),
        Model(
            "Velmara", "Avenue Waterproof City Jacket", 169,
            colours="black, navy, beige|black, dusty pink, beige",
            features="waterproof, windproof, reflective, breathable",
            material="recycled polyester, PU membrane",
            specs={"weight_g": 620, "waterproof_rating_mm": 12000, "pockets": 5}, editions=FOR_MEN_AND_WOMEN,
            story="""
            Cut like a raincoat, built like a shell. The hem snaps up for cycling and shows a reflective
            lining, then snaps down for the theatre.
            """,
        ),
        Model(
            "Saltgrass", "Offing Sailing Jacket", 199, colours="yellow, navy, red|yellow, navy, turquoise",
            features="waterproof, windproof, reinforced, reflective", material="nylon, PU membrane",
            specs={"weight_g": 720, "waterproof_rating_mm": 20000, "pockets": 4}, editions=FOR_MEN_AND_WOMEN,
            story="""
            A collar to hide in, cuffs that seal on wet wrists, and a hood in a colour that is easy to find in
            a wave. Rinse it with fresh water after every trip.
            """,
        ),
    ),
)  # fmt: skip

RAIN_PONCHOS = Kind(
    "rain poncho", "clothing",
    models=(
        Model(
            "Tarn Basics", "Festival Rain Poncho", 19.95, colours="yellow, blue, green",
            features="waterproof, packable, lightweight", material="PEVA", specs={"weight_g": 190},
            story="""
            Goes over you, your daypack and the argument about whose idea it was to skip the forecast. Dries
            with a shake and folds into its own pouch.
            """,
        ),
        Model(
            "Featherlode", "Groundsheet Poncho", 89, colours="olive, stone grey",
            features="waterproof, ultralight, packable", material="silicone-coated nylon",
            specs={"weight_g": 205, "waterproof_rating_mm": 3000},
            story="""
            Rain cape by day, groundsheet or small tarp by night. Eight reinforced eyelets take trekking poles
            and guy lines; a belt cord keeps it from flapping.
            """,
        ),
        Model(
            "Wrenfield", "Dragonfly Kids' Rain Poncho", 27.95, colours="green, turquoise, pink",
            features="waterproof, reflective, hooded", material="recycled polyester", specs={"weight_g": 230},
            sizes={"3-5": 0, "6-9": 0},
            story="""
            Covers child and school bag together, and has wings printed on the back. Snap fasteners at the
            sides, nothing round the neck.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (JACKETS, RAIN_PONCHOS)
