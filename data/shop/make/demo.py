"""The customers that the demo shows off, each with a taste of their own, and Ann Becker's order 1042."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .sizes import MEN, WOMEN
from .tastes import Sizes, Taste
from .towns import Town

Payment = tuple[str, str, float | None]


@dataclass(frozen=True)
class Demo:
    """Everything about a customer that is not left to chance. `joined` is in days relative to the seeding."""

    first_name: str
    last_name: str
    town: Town
    street: str
    payments: tuple[Payment, ...]
    taste: Taste
    joined: float | None = None

    @property
    def email(self) -> str:
        return f"{self.first_name.lower()}@example.com"


def _card(label: str) -> Payment:
    return "card", label, None


PAYPAL: Payment = ("paypal", "PayPal", None)

DEMO: Mapping[str, Demo] = {
    "C0001": Demo(
        "Ann", "Becker", Town("Boulder", "CO", "80302", "303"), "1830 Pearl Street, Apt 4",
        (_card("Visa ending 4242"), PAYPAL, ("gift_card", "Gift card ending 7305", 25.0)),
        Taste(("walker", "backpacker"), 0.2, WOMEN, Sizes("8", "M", "8"), ("blue", "brown", "teal"),
              {"Merlin Ridge": 1.4, "Brackenfell": 1.2, "Nightjar": 0.8, "Woolmere": 0.6}, 2.6),
    ),
    "C0002": Demo(
        "Marcus", "Reed", Town("Flagstaff", "AZ", "86001", "928"), "412 Aspen Way",
        (_card("Mastercard ending 1881"),),
        Taste(("runner",), 0.9, MEN, Sizes("10.5", "M", "32"), ("orange", "black", "yellow"),
              {"Fleetfell": 2.4, "Cairnlink": 1.0, "Trailcrumb": 0.6}, 2.4),
    ),
    "C0003": Demo(
        "Priya", "Shah", Town("Austin", "TX", "78704", "512"), "2207 Juniper Court",
        (_card("Visa ending 0093"), PAYPAL),
        Taste(("family",), -0.8, WOMEN, Sizes("6.5", "S", "4", "13K", "6-7"), ("green", "coral", "turquoise"),
              {"Wrenfield": 2.0, "Campfold": 1.4, "Tarn Basics": 1.0}, 2.4),
    ),
    "C0004": Demo(
        "Tom", "Kowalski", Town("Asheville", "NC", "28801", "828"), "88 Ridge Road",
        (PAYPAL, _card("Visa ending 5120")),
        Taste(("ultralight", "backpacker"), 0.8, MEN, Sizes("9.5", "L", "34"), ("grey", "yellow", "olive"),
              {"Featherlode": 2.6, "Downhollow": 0.8, "Clearbeck": 0.5}, 2.2),
    ),
    "C0005": Demo(
        "Sofia", "Alvarez", Town("Brooklyn", "NY", "11215", "718"), "615 7th Street, Apt 2B",
        (_card("Amex ending 3007"), PAYPAL),
        Taste(("traveller", "host"), 0.5, WOMEN, Sizes("7.5", "M", "6"), ("navy", "black", "burgundy"),
              {"Wayhouse": 2.0, "Ampfield": 0.8, "Tin & Timber": 0.6}, 2.0),
    ),
    "C0006": Demo(
        "Walter", "Lindgren", Town("Duluth", "MN", "55802", "218"), "1409 Lakeview Terrace",
        (_card("Visa ending 6644"),),
        Taste(("winter", "walker"), 1.0, MEN, Sizes("11", "XL", "38"), ("brown", "navy", "red"),
              {"Nordvika": 1.8, "Woolmere": 1.6, "Brackenfell": 1.4, "Tin & Timber": 0.6}, 1.8),
    ),
    "C0007": Demo(
        "Jasmine", "Carter", Town("Portland", "OR", "97214", "503"), "3121 Division Street",
        (PAYPAL,),
        Taste(("commuter",), 0.1, WOMEN, Sizes("9", "L", "10"), ("teal", "black", "cream"),
              {"Velmara": 2.0, "Helmsgate": 1.2, "Pinewise": 0.8}, 2.0),
    ),
    "C0008": Demo(
        "Diego", "Morales", Town("Moab", "UT", "84532", "435"), "57 Canyon Road",
        (_card("Mastercard ending 7719"), ("gift_card", "Gift card ending 2216", 62.5)),
        Taste(("cyclist", "waterside"), 0.4, MEN, Sizes("9", "M", "32"), ("olive", "orange", "black"),
              {"Cinderpath": 2.4, "Helmsgate": 1.0, "Saltgrass": 0.8}, 2.2),
    ),
    "C0009": Demo(
        "Hana", "Kim", Town("Seattle", "WA", "98103", "206"), "4518 Fremont Avenue, Apt 12",
        (_card("Visa ending 8035"),),
        Taste(("alpinist", "winter"), 1.6, WOMEN, Sizes("6.5", "XS", "2"), ("red", "black", "turquoise"),
              {"Altavane": 2.6, "Downhollow": 0.8, "Nightjar": 0.5}, 2.0),
    ),
    "C0010": Demo(
        "Nora", "O'Brien", Town("Burlington", "VT", "05401", "802"), "29 Willow Drive",
        (_card("Mastercard ending 4410"), PAYPAL),
        Taste(("walker", "commuter"), 0.0, WOMEN, Sizes("8.5", "M", "8"), ("green", "purple", "cream"),
              {"Pinewise": 3.0, "Clearbeck": 0.6, "Brackenfell": -2.0, "Nordvika": -0.6}, 2.0),
    ),
    "C0011": Demo(
        "Grace", "Bennett", Town("Madison", "WI", "53703", "608"), "730 Orchard Street",
        (_card("Visa ending 2958"),),
        Taste(("host",), 0.3, WOMEN, Sizes("8", "L", "12"), ("red", "navy", "cream"),
              {"Tin & Timber": 2.2, "Woolmere": 1.0, "Trailcrumb": 0.6}, 1.6),
    ),
    # Joined this week and has neither looked nor bought: what does the shop show to a stranger?
    "C0012": Demo(
        "Eli", "Foster", Town("Missoula", "MT", "59801", "406"), "1016 Orange Street",
        (_card("Visa ending 1177"),),
        Taste(("walker",), 0.0, MEN, Sizes("10", "L", "34"), ("green", "blue", "grey"), {}, 0.0),
        joined=-2.4,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class DemoOrder:
    """An order that guides and tests speak of by its number.

    `placed` and `delivered` are days relative to the seeding. `items` are title, colour, size, quantity;
    where there are none, the customer's taste decides. Of two `parcels`, the first came, the second has not.
    """

    customer_id: str
    status: str
    placed: float
    delivered: float | None = None
    items: tuple[tuple[str, str, str, int], ...] = ()
    parcels: int = 1
    late: bool = False
    lost: bool = False


DEMO_ORDERS: Mapping[int, DemoOrder] = {
    1042: DemoOrder(
        "C0001", "delivered", -9.1, -5.0,
        (
            ("Merlin Ridge Scarp 2.5L Waterproof Jacket – Women's", "blue", "M", 1),
            ("Brackenfell Ridgeway Mid Waterproof Hiking Boots – Women's", "brown", "8", 1),
            ("Nightjar Dusk 350 Headlamp", "black", "", 1),
        ),
    ),
    1043: DemoOrder(
        "C0001", "delivered", -16.3, -12.2,
        (
            ("Merlin Ridge Dipper Grid Fleece – Women's", "turquoise", "M", 1),
            ("Woolmere Packhorse Merino Hiking Socks", "forest green", "M", 2),
        ),
    ),
    1017: DemoOrder(
        "C0001", "delivered", -204.6, -200.4,
        (
            ("Merlin Ridge Kite 22 L Vented Daypack", "slate blue", "", 1),
            ("Clearbeck Winterwell Insulated Water Bottle", "slate blue", "750 ml", 1),
        ),
    ),
    1058: DemoOrder(
        "C0001", "shipped", -3.2, None,
        (("Merlin Ridge Stilt Aluminium Trekking Poles", "slate blue", "", 1),),
    ),
    1077: DemoOrder(
        "C0001", "processing", -0.6, None,
        (
            ("Woolmere Drover 150 Merino Base Layer – Women's", "teal", "M", 1),
            ("Woolmere Fellside Merino Beanie", "navy", "", 1),
        ),
    ),
    1101: DemoOrder("C0002", "out_for_delivery", -4.9),
    1102: DemoOrder("C0003", "shipped", -7.0, parcels=2),
    1103: DemoOrder("C0004", "shipped", -24.0, lost=True),
    1104: DemoOrder("C0005", "pending", -0.12),
    1105: DemoOrder("C0006", "returned", -41.0),
    1106: DemoOrder("C0007", "shipped", -8.2, late=True),
    1107: DemoOrder("C0008", "cancelled", -6.0),
    1108: DemoOrder("C0009", "packed", -1.0),
    1109: DemoOrder("C0010", "delivered", -5.3, -1.0),
    1110: DemoOrder("C0011", "delivered", -75.0, -70.8),
}  # fmt: skip
