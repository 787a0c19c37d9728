"""What of a message about several lines of an order speaks of which of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from actions.dialogue.clause import Clause
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import HEAD
from actions.dialogue.products.variant_wishes import marked_tokens, tokens
from actions.orders.types import OrderLine

REFERENCES = ("order_number", "email", "postcode", "person_name")
"""Entities that say which order, or who asks."""


def dealt_out(
    clause: Clause,
    lines: Sequence[OrderLine],
    current: OrderLine | None,
    language: Language,
    had: Collection[str] = (),
) -> dict[str, str]:
    """What of a message speaks of which line: from where a line is named to where the next one is. What names none
    speaks of the current one, or of all. Words that variants of them `had` are kept, whatever else they look like."""
    text = without_references(clause, had)
    keys = [str(line.line) for line in lines]
    if len(lines) == 1:
        return {keys[0]: text}
    words, joints = marked_tokens(text), {",", ";", ".", *language.phrases("joints")}
    own = {str(line.line): {*tokens(line.title), *tokens(line.type)} for line in lines}
    mentions: dict[int, list[str]] = {}
    for key in keys:
        others = set().union(*(own[other] for other in keys if own[other] != own[key]))
        for place, word in enumerate(words):
            if len(word) > 2 and any(_names(word, each, language) for each in own[key] - others):
                mentions.setdefault(place, []).append(key)
    if not mentions:
        every = language.says(text, "all") or language.says(text, "both")
        return dict.fromkeys(keys if current is None or every else [str(current.line)], text)
    places = sorted(mentions)
    cuts = [0]
    for place, following in pairwise(
        places
    ):  # "… in black and remove the hat": what comes after "and" is the hat's
        cuts.append(next((i for i in range(following, place, -1) if words[i] in joints), following))
    dealt: dict[str, list[str]] = {}
    for place, (begin, end) in zip(places, pairwise([*cuts, len(words)]), strict=True):
        for key in mentions[place]:
            dealt.setdefault(key, []).extend(words[begin:end])
    return {key: " ".join(part) for key, part in dealt.items()}


def _names(word: str, called: str, language: Language) -> bool:
    """Whether a word says what a line is called, as one or several of it, or by its last part (`pack`, `backpack`)."""
    return word == called or language.plural(word, called) or (len(word) >= HEAD and called.endswith(word))


def without_references(clause: Clause, had: Collection[str] = ()) -> str:
    """The message without its order numbers, addresses and names, whose figures are no sizes; a figure that looks like
    a postcode and is what a variant `had` ("1500", of pieces) stays."""
    text = clause.text
    for entity in clause.entities:
        kept = entity.kind == "postcode" and {*tokens(text[entity.start : entity.end])} <= {*had}
        if entity.kind in REFERENCES and not kept:
            text = text[: entity.start] + " " * (entity.end - entity.start) + text[entity.end :]
    return text
