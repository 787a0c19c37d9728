"""A picture for every product: a small flat SVG drawing for each family of types, in the product's colour.

The drawings are SVG files in `drawings/`, to be opened and edited with any editor; `drawings.yml` beside them says
which is for what. They are drawn in four reference colours (main, dark, light, accent); here those are exchanged for
the product's own and put before a soft background.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import yaml

from actions.artefacts import write_text

DRAWINGS = Path(__file__).parent / "drawings"
MAIN, DARK, LIGHT, ACCENT = "#5b8db8", "#3d6a92", "#9cc0de", "#e0a458"  # as the drawings have them

TABLES: Mapping[str, Any] = yaml.safe_load((DRAWINGS / "drawings.yml").read_text(encoding="utf-8"))
HEX: Mapping[str, str] = TABLES["colours"]

BACKGROUNDS = (("#f3efe6", "#e8e1d2"), ("#e8eef1", "#d8e2e7"), ("#e9efe7", "#d9e3d6"), ("#f4ebe1", "#eadbcb"))
WARM_SHADOW, COOL_SHADOW = "#54240c", "#1c2333"
ACCENTS = ("#e0a458", "#e8c468", "#d9694f", "#e9e4d8", "#6fb3a8")
PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


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
    main = _hex(colour) or HEX[rng.choice(TABLES["unpainted"])]
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


def picture_name(product_id: str) -> str:
    """What a product's picture is called: by its id, or by a hash of that where it can't be a file's name in an
    address."""
    plain = PLAIN_NAME.fullmatch(product_id)
    return f"{product_id if plain else sha256(product_id.encode()).hexdigest()[:32]}.svg"


def draw_all(products: Iterable[Pictured], folder: Path) -> int:
    """See that there is a picture for each product, each file replaced at once; the number of files written."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for product in products:
        seed = int.from_bytes(product.product_id.encode(), "big")
        svg = draw(product.type, product.colour, seed, product.title)
        path = folder / picture_name(product.product_id)
        if not path.exists() or path.read_text(encoding="utf-8") != svg:
            write_text(path, svg)
            count += 1
    return count


def _drawing_name(product_type: str, title: str) -> str:
    closer: Mapping[str, str] = TABLES["titles"].get(product_type, {})
    types: Mapping[str, str] = TABLES["types"]
    found = (drawing for words, drawing in closer.items() if words in title)
    return next(found, types.get(product_type, product_type.replace(" ", "-")))


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
