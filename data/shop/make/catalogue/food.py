"""Trail snacks and trail meals."""

from __future__ import annotations

from ..source import Edition, Kind, Model


def _flavour(label: str, kcal: int, note: str) -> Edition:
    return Edition(label, None, {"energy_kcal": kcal}, note)


SNACKS = Kind(
    "trail snack", "food",
    models=(
        Model(
            "Trailcrumb", "* Oat Bars, Box of 12", 23.95, colours="", features="vegan, organic",
            material="oats, dates, nuts", specs={"weight_g": 600},
            editions=(
                _flavour(
                    "Almond and Sea Salt", 2640,
                    "Whole almonds, and salt for the afternoon cramps. Contains nuts.",
                ),
                _flavour(
                    "Cocoa and Cherry", 2520, "Sour cherries save it from being a pudding. Contains nuts.",
                ),
                _flavour(
                    "Apple and Cinnamon", 2460,
                    "Tastes of November. Made without nuts, in a kitchen that uses them.",
                ),
            ),
            story="""
            Pressed, not baked, and soft even in frost. Five ingredients, all of them on the front.
            """,
        ),
        Model(
            "Trailcrumb", "* Trail Mix, 500 g", 12.95, colours="", features="vegetarian, gluten-free",
            material="nuts, dried fruit, seeds", specs={"weight_g": 500},
            editions=(
                _flavour(
                    "Ridge Line", 2550,
                    "Cashews, pumpkin seeds, cranberries, dark chocolate. Contains nuts and milk.",
                ),
                _flavour(
                    "Salt Flat", 2680,
                    "Roasted corn, peanuts and smoked almonds, for savoury people. Contains nuts.",
                ),
            ),
            story="""
            The ratio is right, so nothing is left at the bottom that nobody wants. Resealable, should it come
            to that.
            """,
        ),
        Model(
            "Trailcrumb", "Energy Chews, Box of 10, *", 24.95, colours="", features="vegan, gluten-free",
            material="rice syrup, fruit juice", specs={"weight_g": 450},
            editions=(
                _flavour("Citrus", 1500, "Lemon and orange, without caffeine."),
                _flavour("Black Tea", 1490, "With as much caffeine in a pack as in a cup of tea."),
            ),
            story="""
            Small cubes that go down with one sip while running. No stickier than they have to be.
            """,
        ),
        Model(
            "Trailcrumb", "Peppered Beef Jerky, 200 g", 17.95, colours="", features="gluten-free",
            material="beef", specs={"weight_g": 200, "energy_kcal": 610},
            story="""
            Lean beef from one valley, dried slowly and peppered hard. Tears along the grain; bring floss.
            """,
        ),
        Model(
            "Trailcrumb", "Smoked Mushroom Jerky, 150 g", 14.95, colours="",
            features="vegan, gluten-free, organic", material="king oyster mushroom",
            specs={"weight_g": 150, "energy_kcal": 390},
            story="""
            King oysters smoked over applewood. Carnivores have been known to finish the bag before asking.
            """,
        ),
        Model(
            "Trailcrumb", "Maple Stroopwafels, Box of 16", 21.95, colours="", features="vegetarian",
            material="wheat flour, maple syrup, butter", specs={"weight_g": 480, "energy_kcal": 2180},
            story="""
            Thin waffles with maple between. Lay one over a hot mug for a minute. Contains wheat and milk.
            """,
        ),
        Model(
            "Tarn Basics", "Summit Fruit Bars, Box of 20", 19.95, colours="", features="vegan, gluten-free",
            material="dried apple, apricot", specs={"weight_g": 700, "energy_kcal": 2100},
            story="""
            Fruit and nothing else, in a shape that fits a child's fist. Keeps for a year, they say; we have
            never got so far.
            """,
        ),
        Model(
            "Trailcrumb", "Electrolyte Drink Tablets, *", 11.95, colours="",
            features="vegan, gluten-free, lightweight", material="minerals, citric acid",
            specs={"weight_g": 80},
            editions=(
                _flavour("Lime", 160, "Lime, sharp and clean."),
                _flavour("Blackcurrant", 160, "Blackcurrant, a little sweeter."),
            ),
            story="""
            Drop one in a bottle: salts for sweat, hardly any sugar, a light fizz. Twenty tablets in a tube.
            """,
        ),
    ),
)  # fmt: skip

MEALS = Kind(
    "trail meal", "food",
    models=(
        Model(
            "Trailcrumb", "Lentil Dal with Rice", 11.95, colours="", features="vegan, gluten-free",
            material="lentils, rice, coconut", specs={"weight_g": 145, "energy_kcal": 610, "water_ml": 380},
            story="""
            Red lentils, coconut, and enough ginger to warm the hands. Boiling water in, fifteen minutes, out
            of the bag.
            """,
        ),
        Model(
            "Trailcrumb", "Chili with Cornbread Crumble", 12.95, colours="", features="vegetarian",
            material="beans, tomato, corn", specs={"weight_g": 150, "energy_kcal": 640, "water_ml": 400},
            story="""
            Three beans and smoked paprika, with a bag of crumble to shake on at the end. Contains milk.
            """,
        ),
        Model(
            "Trailcrumb", "Beef Stew with Barley", 14.95, colours="", features="",
            material="beef, barley, root vegetables",
            specs={"weight_g": 140, "energy_kcal": 590, "water_ml": 380},
            story="""
            Cooked for six hours before it was dried, so that it needs only ten minutes from you. Contains
            barley.
            """,
        ),
        Model(
            "Trailcrumb", "Mushroom Risotto", 12.95, colours="", features="vegetarian, gluten-free",
            material="rice, mushrooms, parmesan",
            specs={"weight_g": 150, "energy_kcal": 660, "water_ml": 400},
            story="""
            Porcini, parmesan, black pepper. It forgives you if you forget to stir. Contains milk.
            """,
        ),
        Model(
            "Trailcrumb", "Chicken Noodle Pot", 12.95, colours="", features="",
            material="wheat noodles, chicken, vegetables",
            specs={"weight_g": 130, "energy_kcal": 540, "water_ml": 450},
            story="""
            Half soup, half supper, all comfort. Contains wheat and egg.
            """,
        ),
        Model(
            "Trailcrumb", "Blueberry Porridge", 7.95, colours="", features="vegan",
            material="oats, blueberries, flax", specs={"weight_g": 110, "energy_kcal": 430, "water_ml": 250},
            story="""
            Breakfast without a pan. Wild blueberries that stain the spoon, and flax for staying power.
            """,
        ),
        Model(
            "Trailcrumb", "Apple Crumble Dessert", 8.95, colours="", features="vegetarian",
            material="apple, oats, butter", specs={"weight_g": 95, "energy_kcal": 410, "water_ml": 140},
            story="""
            Because it's raining and there are three more days of it. Contains wheat and milk.
            """,
        ),
        Model(
            "Tarn Basics", "Emergency Ration, 3 Days", 34.95, colours="", features="vegetarian",
            material="wheat flour, palm-free fat, sugar", specs={"weight_g": 1500, "energy_kcal": 7200},
            story="""
            Nine dense, mild bars in foil with a five-year date. For the trunk of the car and the hut's back
            shelf. Contains wheat.
            """,
        ),
    ),
)  # fmt: skip

KINDS = (SNACKS, MEALS)
