"""Products, options, addresses and payment methods as people call them; never by an id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bench.retail.importing import Json

Options = Mapping[str, str]

STYLES = 3
"""Ways to put an option: `low brightness`, `brightness low`, `low`."""
ADJECTIVES = frozenset({"waterproof"})
BARE = frozenset({"color", "material", "type", "design", "theme", "features", "style", "gender", "set type"})
"""Options whose value says enough by itself."""
STATES = {
    "AZ": "Arizona", "CA": "California", "CO": "Colorado", "DC": "Washington DC", "FL": "Florida",
    "IL": "Illinois", "IN": "Indiana", "NC": "North Carolina", "NY": "New York", "OH": "Ohio",
    "PA": "Pennsylvania", "TX": "Texas", "WA": "Washington",
}  # fmt: skip


def product_in_words(name: str) -> str:
    """`LED Light Bulb` → `LED light bulb`."""
    return " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in name.split())


def option_in_words(name: str, value: str, style: int = 0) -> str:
    """One option in one of the `STYLES`: `color`, `black` → `black`; `waterproof`, `no` → `not waterproof`."""
    if name in ADJECTIVES:
        return name if value == "yes" else f"not {name}"
    if value in ("yes", "no", "none"):
        return f"{'with' if value == 'yes' else 'without'} {name}"
    if style == 1:
        return f"{name} {value}"
    if style == 2 and re.search(r"[A-Za-z]{3}|\d\D", value):
        return value
    return _adjective(name, value)


def _adjective(name: str, value: str) -> str:
    if name in BARE or set(_words(name)) & set(_words(value)):
        return value
    if name == "size":
        return value if re.search(r"[A-Za-z]{3}|\d\s?[a-z%]", value) else f"size {value}"
    if name == "pieces":
        return f"{value} pieces"
    return f"{value} {re.sub(r' (color|material|type|size|level|settings|compatibility)$', '', name)}"


def options_in_words(options: Options, style: int = 0) -> str:
    """Several options: `black, size 8, not waterproof`."""
    return ", ".join(option_in_words(name, value, style) for name, value in options.items())


def thing_in_words(noun: str, options: Options) -> str:
    """A noun with options where they belong: `black desk lamp with low brightness`."""
    plain = {name: value for name, value in options.items() if _stands_before(name, value)}
    rest = {name: value for name, value in options.items() if name not in plain}
    words = " ".join(filter(None, (options_in_words(plain), noun)))
    told = [option_in_words(name, value) for name, value in rest.items()]
    if not told:
        return words
    return f"{words} {'' if told[0].startswith('with') else 'with '}{listed(told)}"


def _stands_before(name: str, value: str) -> bool:
    if value in ("yes", "no", "none"):
        return name in ADJECTIVES
    return name in BARE or name == "size" or name.endswith(("color", "material", "size"))


def differing(options: Options, others: Sequence[Options]) -> Options:
    """The options by which one thing differs from at least one of the others."""
    return {
        name: value for name, value in options.items() if any(other.get(name) != value for other in others)
    }


def address_in_words(address: Json, style: int = 0) -> str:
    """One line: `1 High Street, Apt 2, Austin, TX 75001`, with or without the country."""
    state = STATES.get(address["state"], address["state"]) if style == 1 else address["state"]
    parts = [address["address1"], address["address2"], address["city"], f"{state} {address['zip']}"]
    return ", ".join(part for part in (*parts, address["country"] if style == 2 else "") if part)


def payment_in_words(method: Json, style: int = 0) -> str:
    """`PayPal`, `the gift card`, `the Visa card ending in 0042`."""
    match method["source"]:
        case "paypal":
            return ("PayPal", "my PayPal account", "PayPal")[style]
        case "gift_card":
            return ("my gift card", "the gift card", "gift card")[style]
    brand, digits = method["brand"].title(), method["last_four"]
    return (
        f"my {brand} ending in {digits}",
        f"the credit card ending {digits}",
        f"{brand} card {digits}",
    )[style]


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def mentions(text: str, phrase: str) -> bool:
    """Whether a text says a phrase, in whatever case, and of its last word in singular or plural."""
    words = [re.escape(word) for word in _words(phrase)]
    stem = re.sub(r"(?:es|s)$", "", words[-1]) if len(words[-1]) > 3 else words[-1]
    plural = "(?:e?s)?" if len(words[-1]) > 3 else ""
    pattern = r"\W+".join([*words[:-1], stem + plural])
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def mentions_payment(text: str, method: Json) -> bool:
    """Whether a text names a payment method."""
    named = {"paypal": r"pay\s?pal", "gift_card": r"gift\s?card"}.get(method["source"])
    return re.search(named or rf"(?<!\d){method.get('last_four')}(?!\d)", text, re.IGNORECASE) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[\w.%]+", text.lower())
