"""How many pieces of a line a message speaks of: "only one of them", "two instead of three", "the soup 2"."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.language import Language
from actions.dialogue.products.variant_wishes import Features, tokens
from actions.orders.types import OrderLine


def pieces_said(text: str, line: OrderLine, variants: Sequence[Features], language: Language) -> int | None:
    """The number of pieces that a text says there shall be of a line; None where it says none.

    A number is one of pieces where it is set against how many there are now, or stands beside what the line or its
    pieces are called; so is one at which something shall be set, unless a variant is called by it.

    Args:
        text: what a message says of this line.
        variants: what the line is, and could become.
    """
    words = tokens(text)
    called = {*tokens(line.title), *tokens(line.type)}
    sizes = {word for variant in variants for value in variant.values() for word in tokens(value)}

    def is_called(beside: Sequence[str]) -> bool:
        return any(
            len(w) > 2 and any(w == each or language.plural(w, each) for each in called) for w in beside
        )

    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        number = _number(word, language)
        if number is None or word in called or (after and after[0] in language.units):
            continue
        now = [at for at, other in enumerate(after) if _number(other, language) == line.quantity]
        against = any(language.says(" ".join(after[:at]), "rather_than") for at in now[:1])
        leads = before[-1:] == ["to"] and any(_number(w, language) == line.quantity for w in before[-3:])
        if against or leads or language.begins_with(" ".join(after), "piece") or is_called(after[:1]):
            return number
        bare = word not in sizes and (not after or language.begins_with(" ".join(after), "after_number"))
        if bare and before[-1:] == ["to"] and language.says(text, "set_to") and number <= line.quantity:
            return number  # "change the amount to 1"
        if bare and (language.ends_with(" ".join(before), "set_to") or is_called(before[-1:])):
            return number
    return None


def _number(word: str, language: Language) -> int | None:
    if word.isdecimal():
        return int(word)
    number = None if word in language.phrases("articles") else language.numbers.get(word)
    return int(number) if number and number == int(number) else None
