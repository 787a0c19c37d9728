"""Which of several things a question is about, and which offered button is the variant that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bench.retail.customer.describing import mentions
from bench.retail.customer.hearing import Heard
from bench.retail.customer.wishes import Thing, Wish


def concerned(heard: Heard, wish: Wish) -> list[Thing]:
    """The things that a question about variants names; all that are to change where it names none."""
    changing = [thing for thing in wish.things if thing.new]
    for text in (heard.question, heard.text):
        named = [thing for thing in changing if mentions(text, thing.item["name"])]
        if 0 < len(named) < len(changing):
            return named
    return changing


def chosen_title(thing: Thing, titles: Sequence[str]) -> str | None:
    """The button that says the variant, if just one does: all its options, or the one that is asked."""
    if thing.new is None:
        return None
    options = {name: value for name, value in thing.new["options"].items()}
    whole = [title for title in titles if all(says(title, name, value) for name, value in options.items())]
    if len(whole) == 1:
        return re.sub(r"\s*\([^)]*\)$", "", whole[0])  # nobody types the price
    single = [title for title in titles if title.strip().lower() in {v.lower() for v in options.values()}]
    return single[0] if len(single) == 1 else None


def says(text: str, name: str, value: str) -> bool:
    """Whether a text says an option; of yes and no, whether it says what they are about."""
    if value in ("yes", "no", "none"):
        return mentions(text, name) or re.search(rf"\b{value}\b", text, re.IGNORECASE) is not None
    letters = re.sub(r"\s+", r"\\W*", re.escape(value).replace(r"\ ", " "))
    return re.search(rf"(?<!\w){letters}(?!\w)", text, re.IGNORECASE) is not None
