"""A picture for every product: a small flat SVG drawing for each family of types, in the product's colour.

The drawings are SVG files in `drawings/`, to be opened and edited with any editor. They are drawn in four
reference colours (main, dark, light, accent); here those are exchanged for the product's own and put before a
soft background.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

DRAWINGS = Path(__file__).parent / "drawings"
MAIN, DARK, LIGHT, ACCENT = "#5b8db8", "#3d6a92", "#9cc0de", "#e0a458"  # as the drawings have them

HEX = {
    "black": "#3b3f46",
    "white": "#f4f2ec",
    "grey": "#8b9096",
    "silver": "#c3c9ce",
    "brown": "#7a5236",
    "tan": "#c39a6b",
    "beige": "#dcc9a8",
    "cream": "#f0e5c9",
    "khaki": "#a69b6c",
    "olive": "#6f7440",
    "green": "#3f8f56",
    "teal": "#2b8486",
    "turquoise": "#3dbcb8",
    "blue": "#3a73b9",
    "navy": "#2b3f66",
    "purple": "#7556a0",
    "lavender": "#b3a2d6",
    "pink": "#e58aa8",
    "burgundy": "#7f2b3f",
    "red": "#c73c3a",
    "orange": "#e8833a",
    "coral": "#f07f68",
    "yellow": "#efc33f",
    "gold": "#cba23d",
    "slate blue": "#56708f",
    "sky blue": "#7db8e3",
    "ice blue": "#b4d9e8",
    "forest green": "#2c5a41",
    "moss green": "#7d8c4e",
    "burnt orange": "#c4602b",
    "rust red": "#a5432d",
    "dusty pink": "#cf9a9c",
    "mustard yellow": "#d3a32c",
    "charcoal grey": "#4c5259",
    "stone grey": "#a7a59c",
    "chestnut brown": "#6b3a2a",
    "plum purple": "#5f3659",
}
# What a product without a known colour is painted in.
UNPAINTED = ("moss green", "slate blue", "rust red", "mustard yellow", "teal", "burgundy")

BACKGROUNDS = (("#f3efe6", "#e8e1d2"), ("#e8eef1", "#d8e2e7"), ("#e9efe7", "#d9e3d6"), ("#f4ebe1", "#eadbcb"))
WARM_SHADOW, COOL_SHADOW = "#54240c", "#1c2333"
ACCENTS = ("#e0a458", "#e8c468", "#d9694f", "#e9e4d8", "#6fb3a8")

# Type → drawing, where they are not called alike.
FAMILIES = {
    "hiking boots": "boot",
    "winter boots": "winter-boot",
    "hiking shoes": "shoe",
    "trail running shoes": "runner",
    "sandals": "sandal",
    "camp slippers": "slipper",
    "rain poncho": "poncho",
    "base layer": "long-sleeve",
    "base layer bottoms": "trousers",
    "underwear": "briefs",
    "socks": "sock",
    "gloves": "glove",
    "gaiters": "gaiter",
    "duffel bag": "duffel",
    "sleeping bag liner": "sleeping-bag",
    "gps device": "gps",
    "sports watch": "watch",
    "travel adapter": "adapter",
    "camping stove": "stove",
    "gas canister": "canister",
    "cutlery set": "cutlery",
    "water bottle": "bottle",
    "water filter": "filter",
    "trail snack": "snack",
    "trail meal": "pouch",
    "bike helmet": "helmet",
    "bike lock": "lock",
    "bike pump": "pump",
    "camping chair": "chair",
    "camping table": "table",
    "pocket knife": "knife",
    "trekking poles": "poles",
    "first aid kit": "first-aid",
    "personalised item": "mug",
}

# What a title says more exactly than its type: (type, words of the title) → drawing.
CLOSER = {
    ("tent", "Family"): "family-tent",
    ("tent", "Inflatable"): "family-tent",
    ("bike", "Kids'"): "kids-bike",
    ("bike", "Balance"): "kids-bike",
    ("camping stove", "Grill"): "grill",
    ("cookset", "Pan"): "pan",
    ("camping chair", "Stool"): "stool",
    ("mug", "Insulated"): "tumbler",
    ("hydration pack", "Running Vest"): "vest",
    ("down jacket", "Vest"): "vest",
    ("personalised item", "Bottle"): "bottle",
    ("personalised item", "Knife"): "knife",
    ("backpack", "Travel"): "daypack",
    ("t-shirt", "Hoodie"): "long-sleeve",
    ("t-shirt", "Jersey"): "long-sleeve",
    ("first aid kit", "Blanket"): "towel",
    ("hat", "Cap"): "cap",
}


@dataclass(frozen=True)
class Pictured:
    """What a picture is drawn from."""

    product_id: str
    type: str
    title: str
    colour: str


def draw(product_type: str, colour: str, seed: int, title: str = "") -> str:
    """An SVG of less than 4 kB, the same for the same arguments; `seed` varies background and small things.

    A type without a drawing gets a parcel; an unknown colour the one that its last word names, or one by the
    seed.
    """
    rng = Random(seed)
    backdrop, scene = rng.choice(BACKGROUNDS)
    main = _hex(colour) or HEX[rng.choice(UNPAINTED)]
    accent = rng.choice([a for a in ACCENTS if _distance(a, main) > 0.35])
    red, _, blue = _rgb(main)
    dark = _mixed(main, WARM_SHADOW if red - blue > 0.15 else COOL_SHADOW, 0.34)
    light = _mixed(main, "#ffffff", 0.4)
    drawing = _drawing(_drawing_name(product_type, title))
    for reference, tone in ((MAIN, main), (DARK, dark), (LIGHT, light), (ACCENT, accent)):
        drawing = drawing.replace(reference, tone)
    background = f'<rect width="200" height="200" fill="{backdrop}"/>{_scene(rng, scene)}'
    start = drawing.index(">") + 1
    return drawing[:start] + background + drawing[start:]


def draw_all(products: Iterable[Pictured], folder: Path) -> int:
    """Write `<product_id>.svg` for each product, each file replaced at once; the number of files written."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for product in products:
        seed = int.from_bytes(product.product_id.encode(), "big")
        svg = draw(product.type, product.colour, seed, product.title)
        _replace(folder / f"{product.product_id}.svg", svg)
        count += 1
    return count


def _drawing_name(product_type: str, title: str) -> str:
    for (kind, words), name in CLOSER.items():
        if kind == product_type and words in title:
            return name
    return FAMILIES.get(product_type, product_type.replace(" ", "-"))


@cache
def _drawing(name: str) -> str:
    found = {path.stem: path for path in DRAWINGS.glob("*.svg")}
    return found.get(name, found["parcel"]).read_text(encoding="utf-8")


def _hex(colour: str) -> str | None:
    return HEX.get(colour) or HEX.get(colour.split()[-1] if colour else "")


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _distance(one: str, other: str) -> float:
    return sum(abs(a - b) for a, b in zip(_rgb(one), _rgb(other), strict=True))


def _mixed(colour: str, other: str, share: float) -> str:
    """`colour` with that share of `other` mixed in."""
    parts = (a + (b - a) * share for a, b in zip(_rgb(colour), _rgb(other), strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _scene(rng: Random, tone: str) -> str:
    """Something quiet behind the product: a disc, hills, a low sun, a slope."""
    shift = rng.randrange(-14, 15)
    return rng.choice(
        (
            f'<circle cx="{100 + shift}" cy="98" r="82" fill="{tone}"/>',
            f'<path fill="{tone}" d="M0 132l{52 + shift}-54 40 38 44-60 {64 - shift} 72v72H0z"/>',
            f'<path fill="{tone}" d="M0 200v-{52 + shift // 2}c60-26 120-22 200 8v60z"/>'
            f'<circle cx="{150 + shift}" cy="52" r="22" fill="{tone}"/>',
            f'<rect x="18" y="18" width="164" height="164" rx="{60 + shift}" fill="{tone}"/>',
        )
    )


def _replace(path: Path, content: str) -> None:
    """Write a file so that a reader sees the old content or the new, never half of it."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        temporary = Path(file.name)
    try:
        temporary.write_text(content, encoding="utf-8")
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise
