"""Water bottles and water filters."""

from __future__ import annotations

from ..source import Kind, Model

BOTTLES = Kind(
    "water bottle", "cooking",
    models=(
        Model("Clearbeck", "Spring Steel Water Bottle", 21.95, "silver, forest green, navy, coral", "leakproof, bpa-free, dishwasher-safe", "stainless steel", {"weight_g": 190}, """
              One wall of steel, one lid, nothing to taste of. In a pinch it goes straight on the fire; take the lid off
              first.""", sizes={"500 ml": 0, "750 ml": 3, "1 L": 5}),
        Model("Clearbeck", "Winterwell Insulated Water Bottle", 32.95, "black, slate blue, rust red, cream, moss green", "insulated, leakproof, bpa-free", "stainless steel", {"weight_g": 340, "cold_h": 24, "hot_h": 12}, """
              Ice at four in the afternoon in a car in Arizona: we tried. The powder coat is rough enough to hold with wet
              hands.""", sizes={"500 ml": 0, "750 ml": 4, "1 L": 8}),
        Model("Clearbeck", "Winterwell Straw-Lid Water Bottle", 36.95, "teal, dusty pink, black", "insulated, leakproof, bpa-free, dishwasher-safe", "stainless steel, polypropylene", {"weight_g": 370, "cold_h": 24}, """
              A straw that flips up so you can drink without tipping your head at the wheel. Not for hot drinks: steam and straws
              don't agree.""", sizes={"750 ml": 0, "1 L": 5}),
        Model("Clearbeck", "Freshet Filter Water Bottle", 49.95, "sky blue, charcoal grey", "bpa-free, leakproof, lightweight", "tritan, hollow-fibre membrane", {"weight_g": 165, "flow_l_min": 1.2, "filter_micron": 0.1}, """
              Fill it from the stream, squeeze, drink. The filter takes out bacteria and parasites and lasts a thousand litres;
              it must not freeze once wet.""", sizes={"650 ml": 0}),
        Model("Clearbeck", "Eddy Collapsible Water Bottle", 16.95, "orange, teal", "foldable, lightweight, bpa-free", "TPU", {"weight_g": 35}, """
              Rolls up to nothing as you empty it. Freeze it flat for a picnic, boil it if you must.""", sizes={"500 ml": 0, "1 L": 4, "2 L": 8}),
        Model("Tarn Basics", "Wide-Mouth Water Bottle", 11.95, "blue, green, grey, red", "bpa-free, leakproof, dishwasher-safe", "tritan", {"weight_g": 160}, """
              The plain laboratory bottle with marks up the side. Unbreakable in every way our children have
              tried.""", sizes={"500 ml": 0, "1 L": 3}),
        Model("Tarn Basics", "Squeeze Bike Water Bottle", 8.95, "white, black, red", "bpa-free, lightweight", "polyethylene", {"weight_g": 78}, """
              Fits every cage, squirts straight, opens with teeth.""", sizes={"600 ml": 0, "800 ml": 1}),
        Model("Pinewise", "Returned Glass Water Bottle", 26.95, "green, beige", "recycled, plastic-free, dishwasher-safe", "recycled glass, cork", {"weight_g": 390}, """
              Blown from bottles that came back, in a sleeve of cork. For desks, cars and people who can taste
              steel.""", sizes={"600 ml": 0}),
        Model("Wrenfield", "Gulp Kids' Water Bottle", 15.95, "turquoise, coral, yellow, purple", "leakproof, bpa-free, dishwasher-safe", "stainless steel, silicone", {"weight_g": 180}, """
              A spout that small hands can open and a school bag can't. The animals wash off never.""", sizes={"350 ml": 0, "500 ml": 3}),
        Model("Fleetfell", "Soft Running Water Bottle", 18.95, "ice blue, black", "lightweight, bpa-free, foldable", "TPU, silicone", {"weight_g": 32}, """
              Shrinks as you drink, so there is no air in it to slosh. The valve gives when bitten and holds when
              not.""", sizes={"250 ml": 0, "500 ml": 3}),
    ),
)  # fmt: skip

FILTERS = Kind(
    "water filter", "cooking",
    models=(
        Model("Clearbeck", "Brook Squeeze Water Filter", 39.95, "blue", "lightweight, packable, bpa-free", "hollow-fibre membrane, TPU", {"weight_g": 88, "filter_micron": 0.1, "flow_l_min": 1.7, "life_l": 2000}, """
              Screws on its own pouch or on most soda bottles. Flush it back with clean water each evening and it will see
              you across a continent."""),
        Model("Clearbeck", "Cascade Gravity Water Filter", 99, "blue", "packable, bpa-free", "hollow-fibre membrane, TPU", {"weight_g": 320, "filter_micron": 0.1, "flow_l_min": 1.5, "life_l": 4000}, """
              Hang the dirty bag above the clean one and go and put up the tent. A gallon and a half for the whole camp, without a stroke of
              pumping."""),
        Model("Clearbeck", "Sentinel Pump Water Filter", 119, "charcoal grey", "reinforced, repairable", "ceramic, polycarbonate", {"weight_g": 520, "filter_micron": 0.2, "flow_l_min": 1.0, "life_l": 20000}, """
              Ceramic that you can scrub and scrub again, for silty rivers and long expeditions. Bacteria and cysts stay
              behind; for viruses, add tablets."""),
        Model("Clearbeck", "Ultraviolet Pen Water Purifier", 109, "white", "rechargeable, lightweight, usb-c", "quartz glass, ABS", {"weight_g": 110, "life_l": 8000}, """
              Stir for ninety seconds and viruses, bacteria and parasites are done for. The water must be clear and the battery
              charged."""),
        Model("Tarn Basics", "Straw Water Filter", 19.95, "blue", "lightweight, bpa-free", "hollow-fibre membrane, ABS", {"weight_g": 60, "filter_micron": 0.2, "life_l": 1000}, """
              Kneel and drink. One for the car, one for the emergency box, one for the child who always forgets a
              bottle."""),
        Model("Kindhand", "Water Purification Tablets, 50", 11.95, "", "lightweight, packable", "chlorine dioxide", {"weight_g": 25, "treats_l": 50}, """
              One tablet, one quart, thirty minutes; four hours if the water is cold and doubtful. Leaves hardly any
              taste."""),
    ),
)  # fmt: skip

KINDS = (BOTTLES, FILTERS)
