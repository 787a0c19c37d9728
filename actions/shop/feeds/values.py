"""What stands in the cells of product files, made plain. Each raises ValueError with a reason to be shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser

UNCOUNTED = 100
"""Pieces of what is in stock but not counted: enough to be sold, too many for "only a few left"."""
LONGEST_TEXT = 10_000
"""Characters kept of a description; nobody reads more, and the encoder less."""
LONGEST_MARKUP = 500_000
"""Characters of a description that are looked at."""
LONGEST_NAME = 300
"""Characters of a title, a brand or the like."""
DEAREST = Decimal(10) ** 9
COLOUR_NAMES = frozenset({"color", "colour", "farbe", "couleur"})
SIZE_NAMES = frozenset({"size", "größe", "groesse", "taille", "shoe size"})
UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "iframe", "svg"})
BLOCKS = frozenset({"p", "br", "li", "div", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"})


class _Reader(HTMLParser):
    """Collects the text that a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        self.parts.append(" " if tag in BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in UNSEEN))
        self.parts.append(" " if tag in BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def plain(markup: str, longest: int = LONGEST_TEXT) -> str:
    """The text of a piece of HTML without scripts, on one line, cut between words."""
    text = markup[:LONGEST_MARKUP]
    if "<" in text or "&" in text:
        reader = _Reader()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    text = " ".join(text.replace("\0", " ").encode(errors="replace").decode().split())
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0]


def name(text: str) -> str:
    """A title, brand or the like on one line."""
    return plain(text, LONGEST_NAME)


def money(cell: str | int | float | Decimal) -> Decimal:
    """An amount with two decimals: a number, or a text such as `25.00 USD`, `$1,299`, `12,50 €`, whichever sign divides
    them."""
    amount = _written(cell) if isinstance(cell, str) else Decimal(str(cell))
    if not amount.is_finite():
        raise ValueError(f"`{cell}` is no price")
    if amount < 0:
        raise ValueError(f"the price {str(cell)[:40]} is negative")
    if amount >= DEAREST:
        raise ValueError(f"the price {str(cell)[:40]} is too high")
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _written(text: str) -> Decimal:
    digits = re.sub(r"[^\d.,\-]", "", text)
    last = max(digits.rfind("."), digits.rfind(","))
    whole, decimals = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    if len(decimals) == 3 and len(set(digits) & {".", ","}) == 1:
        whole, decimals = whole + decimals, ""  # 1,299 and 1.299.000: it divides thousands
    plain_number = f"{re.sub('[.,]', '', whole)}.{decimals or '0'}"
    if not re.fullmatch(r"-?\d+\.\d+", plain_number):
        raise ValueError(f"`{text[:40]}` is no price")
    return Decimal(plain_number)


def prices(*cells: str | int | float | Decimal) -> tuple[Decimal, Decimal]:
    """What a thing costs now and what it costs otherwise, from cells of which some may be empty: the lowest is what it
    costs."""
    amounts = [money(cell) for cell in cells if str(cell).strip()]
    if not amounts:
        raise ValueError("there is no price")
    return min(amounts), max(amounts)


def pieces(text: str) -> int:
    """How many there are; what was sold before it came counts as none."""
    try:
        return max(0, min(int(float(text.strip())), 10**9))
    except (ValueError, OverflowError):
        raise ValueError(f"`{text[:40]}` is no number of pieces") from None


def moment(text: str) -> datetime:
    """A date, with or without a time, in UTC unless it says otherwise."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"`{text[:40]}` is no date") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def path(text: str) -> tuple[str, str]:
    """The first and the last step of `Clothing > Shoes > Boots`, the last two of them where there is one alone."""
    steps = [name(step) for step in re.split(r"\s*>\s*", text) if step.strip()]
    return (steps[0], steps[-1]) if steps else ("", "")


def options(pairs: dict[str, str]) -> tuple[str, str, dict[str, str]]:
    """Colour, size and all others of a variant's options, given by name."""
    told = {key.strip(): name(value) for key, value in pairs.items() if key.strip() and value.strip()}
    colour = next((value for key, value in told.items() if key.lower() in COLOUR_NAMES), "")
    size = next((value for key, value in told.items() if key.lower() in SIZE_NAMES), "")
    others = {
        key.lower(): value
        for key, value in told.items()
        if key.lower() not in COLOUR_NAMES | SIZE_NAMES and (key, value) != ("Title", "Default Title")
    }
    return colour, size, others
