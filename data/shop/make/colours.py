"""The colours that the shop's variants come in."""

from __future__ import annotations

PLAIN = (
    "black", "white", "grey", "silver", "brown", "tan", "beige", "cream", "khaki", "olive", "green", "teal",
    "turquoise", "blue", "navy", "purple", "lavender", "pink", "burgundy", "red", "orange", "coral",
    "yellow", "gold",
)  # fmt: skip

# The last word of a fancy colour is the plain colour that it is a shade of.
FANCY = (
    "slate blue", "sky blue", "ice blue", "forest green", "moss green", "burnt orange", "rust red",
    "dusty pink", "mustard yellow", "charcoal grey", "stone grey", "chestnut brown", "plum purple",
)  # fmt: skip


def code(colour: str) -> str:
    """Three capitals that stand for the colour in a SKU, different for every colour: `BLU`, `SLB`."""
    if not colour:
        return ""
    if " " in colour:
        shade, plain = colour.split()
        return (shade[:2] + plain[0]).upper()
    return CODES.get(colour, colour[:3].upper())


CODES = {"grey": "GRY", "green": "GRN", "brown": "BRN", "black": "BLK", "burgundy": "BUR", "turquoise": "TRQ"}
