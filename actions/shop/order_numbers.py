"""Order numbers as people write them, and as this shop gives them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from actions.shop.models import Order
from actions.shop.session import Sessions

LATEST = 1_000
"""So many of the latest orders tell what a number looks like."""
NUMBER = re.compile(r"([A-Z]{0,3}-?)(\d+)")


@dataclass(frozen=True)
class NumberForm:
    """A shop's order numbers: what they all begin with (`W` of `W2378156`), how many digits follow."""

    prefix: str = ""
    digits: int = 4

    @property
    def example(self) -> str:
        """A number of this form, such as `1042` or `W1042104`."""
        return self.prefix + ("1042" * self.digits)[: self.digits]


FOUR_DIGITS = NumberForm()
"""The demo shop's, and that of a shop without orders."""


def plain_order_number(text: str) -> str:
    """The number as it is stored: without spaces and `#`, in upper case, full-width digits made plain."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lstrip("#").upper()


def number_form(sessions: Sessions) -> NumberForm:
    """The form of most of the shop's latest orders; `FOUR_DIGITS` where there are none."""
    with sessions.reading() as session:
        numbers = session.scalars(
            select(Order.order_number).order_by(Order.placed.desc()).limit(LATEST)
        ).all()
    forms = Counter(NumberForm(match[1], len(match[2])) for match in map(NUMBER.fullmatch, numbers) if match)
    return forms.most_common(1)[0][0] if forms else FOUR_DIGITS
