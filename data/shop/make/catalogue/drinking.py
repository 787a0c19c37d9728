"""Water bottles and water filters."""

from __future__ import annotations

from ..source import Kind, Model

BOTTLES = Kind(
    "water bottle", "cooking",
    models=(
        Model(
            "Clearbeck", "Spring Steel Water Bottle", 21.95, colours="silver, forest green, navy, coral",
            features="leakproof, bpa-free, dishwasher-safe", material="stainless steel",
            specs={"weight_g": 190}, sizes={"500 ml": 0, "750 ml": 3, "1 L": 5},
            story="""
            One wall of steel, one lid, nothing to taste of. In a pinch it goes straight on the fire; take the
            lid off first.
            """,
        ),
        Model(
            "Clearbeck", "Winterwell Insulated Water Bottle", 32.95,
            colours="black, slate blue, rust red, cream, moss green",
            features="insulated, leakproof, bpa-free", material="stainless steel",
            specs={"weight_g": 340, "cold_h": 24, "hot_h": 12}, sizes={"500 ml": 0, "750 ml": 4, "1 L": 8},
            story="""
            Ice at four in the afternoon in a car in Arizona: we tried. The powder coat is rough enough to
            hold with wet hands.
            """,
        ),
        Model(
            "Clearbeck", "Winterwell Straw-Lid Water Bottle", 36.95, colours="teal, dusty pink, black",
            features="insulated, leakproof, bpa-free, dishwasher-safe",
            material="stainless steel, polypropylene", specs={"weight_g": 370, "cold_h": 24},
            sizes={"750 ml": 0, "1 L": 5},
            story="""
            A straw that flips up so you can drink without tipping your head at the wheel. Not for hot drinks:
            steam and straws don't agree.
            """,
        ),
        Model(
            "Clearbeck", "Freshet Filter Water Bottle", 49.95, colours="sky blue, charcoal grey",
            features="bpa-free, leakproof, lightweight", material="tritan, hollow-fibre membrane",
            specs={"weight_g": 165, "flow_l_min": 1.2, "filter_micron": 0.1}, sizes={"650 ml": 0},
            story="""
            Fill it from the stream, squeeze, drink. The filter takes out bacteria and parasites and lasts a
            thousand litres; it must not freeze once wet.
            """,
        ),
        Model(
            "Clearbeck", "Eddy Collapsible Water Bottle", 16.95, colours="orange, teal",
            features="foldable, lightweight, bpa-free", material="TPU", specs={"weight_g": 35},
            sizes={"500 ml": 0, "1 L": 4, "2 L": 8},
            story="""
            Rolls up to nothing as you empty it. Freeze it flat for a picnic, boil it if you must.
            """,
        ),
        Model(
            "Tarn Basics", "Wide-Mouth Water Bottle", 11.95, colours="blue, green, grey, red",
            features="bpa-free, leakproof, dishwasher-safe", material="tritan", specs={"weight_g": 160},
            sizes={"500 ml": 0, "1 L": 3},
            story="""
            The plain laboratory bottle with marks up the side. Unbreakable in every way our children have
            tried.
            """,
        ),
        Model(
            "Tarn Basics", "Squeeze Bike Water Bottle", 8.95, colours="white, black, red",
            features="bpa-free, lightweight", material="polyethylene", specs={"weight_g": 78},
            sizes={"600 ml": 0, "800 ml": 1},
            story="""
            Fits every cage, squirts straight, opens with teeth. Soft enough to empty to the last drop.
            """,
        ),
        Model(
            "Pinewise", "Returned Glass Water Bottle", 26.95, colours="green, beige",
            features="recycled, plastic-free, dishwasher-safe", material="recycled glass, cork",
            specs={"weight_g": 390}, sizes={"600 ml": 0},
            story="""
            Blown from bottles that came back, in a sleeve of cork. For desks, cars and people who can taste
            steel.
            """,
        ),
        Model(
            "Wrenfield", "Gulp Kids' Water Bottle", 15.95, colours="turquoise, coral, yellow, purple",
            features="leakproof, bpa-free, dishwasher-safe", material="stainless steel, silicone",
            specs={"weight_g": 180}, sizes={"350 ml": 0, "500 ml": 3},
            story="""
            A spout that small hands can open and a school bag can't. The animals wash off never.
            """,
        ),
        Model(
            "Fleetfell", "Soft Running Water Bottle", 18.95, colours="ice blue, black",
            features="lightweight, bpa-free, foldable", material="TPU, silicone", specs={"weight_g": 32},
            sizes={"250 ml": 0, "500 ml": 3},
            story="""
            Shrinks as you drink, so there is no air in it to slosh. The valve gives when bitten and holds
            when not.
            """,
        ),
    ),
)  # fmt: skip

FILTERS = Kind(
    "water filter", "cooking",
    models=(
        Model(
            "Clearbeck", "Brook Squeeze Water Filter", 39.95, colours="blue",
            features="lightweight, packable, bpa-free", material="hollow-fibre membrane, TPU",
            specs={"weight_g": 88, "filter_micron": 0.1, "flow_l_min": 1.7, "life_l": 2000},
            story="""
            Screws on its own pouch or on most soda bottles. Flush it back with clean water each evening and
            it will see you across a continent.
            """,
        ),
        Model(
            "Clearbeck", "Cascade Gravity Water Filter", 99, colours="blue", features="packable, bpa-free",
            material="hollow-fibre membrane, TPU",
            specs={"weight_g": 320, "filter_micron": 0.1, "flow_l_min": 1.5, "life_l": 4000},
            story="""
            Hang the dirty bag above the clean one and go and put up the tent. A gallon and a half for the
            whole camp, without a stroke of pumping.
            """,
        ),
        Model(
            "Clearbeck", "Sentinel Pump Water Filter", 119, colours="charcoal grey",
            features="reinforced, repairable", material="ceramic, polycarbonate",
            specs={"weight_g": 520, "filter_micron": 0.2, "flow_l_min": 1.0, "life_l": 20000},
            story="""
            Ceramic that you can scrub and scrub again, for silty rivers and long expeditions. Bacteria and
            cysts stay behind; for viruses, add tablets.
            """,
        ),
        Model(
            "Clearbeck", "Ultraviolet Pen Water Purifier", 109, colours="white",
            features="rechargeable, lightweight, usb-c", material="quartz glass, ABS",
            specs={"weight_g": 110, "life_l": 8000},
            story="""
            Stir for ninety seconds and viruses, bacteria and parasites are done for. The water must be clear
            and the battery charged.
            """,
        ),
        Model(
            "Tarn Basics", "Straw Water Filter", 19.95, colours="blue", features="lightweight, bpa-free",
            material="hollow-fibre membrane, ABS",
            specs={"weight_g": 60, "filter_micron": 0.2, "life_l": 1000},
            story="""
            Kneel and drink. One for the car, one for the emergency box, one for the child who always forgets
            a bottle.
            """,
        ),
        Model(
            "Kindhand", "Water Purification Tablets, 50", 11.95, colours="", features="lightweight, packable",
            material="chlorine dioxide", specs={"weight_g": 25, "treats_l": 50},
            story="""
            One tablet, one quart, thirty minutes; four hours if the water is cold and doubtful. Leaves hardly
            any taste.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (BOTTLES, FILTERS)
