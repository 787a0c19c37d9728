"""What a message says that a thing shall lack, or has not, apart from things that shall go."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.dialogue.language import Language
from actions.dialogue.products.variant_wishes import tokens
from actions.orders.types import OrderLine

TRAIT = 4
"""Letters that a word shares at its beginning with what a thing has (`resistant`, resistance)."""


def takes_out(text: str, line: OrderLine, language: Language) -> bool:
    """Whether a text wants a line's pieces out of the order: "remove the hat", "without the hat", but not "a hat
    without a brim", which says what it shall lack."""
    polite = "|".join(map(re.escape, (*language.phrases("polite"), "instead")))
    if language.ends_with(re.sub(rf"(?:\s+(?:{polite}))+\W*$", "", text), "outwards"):
        return True  # "can i get the oven out instead"
    kinds = language.phrases("take_out"), language.phrases("lacking")
    at = language.find(text, [phrase for phrase in kinds[0] if phrase in kinds[1]])
    if at is not None and {*tokens(line.title), *tokens(line.type)} & {*language.words(text)[at + 1 :]}:
        return True
    return language.find(text, [phrase for phrase in kinds[0] if phrase not in kinds[1]]) is not None


def without_traits(text: str, lines: Sequence[OrderLine], language: Language) -> str:
    """A text without what it says a thing has not: "the speaker, not water resistant" rules out no thing, as "not the
    blue one" does, but tells alike ones apart."""
    things = {token for line in lines for token in (*tokens(line.title), *tokens(line.type))}
    traits = {
        token for line in lines for pair in line.traits.items() for part in pair for token in tokens(part)
    }
    lacking = [*language.phrases("lacking"), *language.phrases("negation")]

    def names(piece: str) -> bool:
        words = language.words(piece)
        return any(language.plural(word, thing) or word == thing for word in words for thing in things)

    def of_trait(piece: str) -> bool:
        said = [word for word in language.words(piece) if len(word) >= TRAIT]
        one = language.says(piece, "definite") or language.says(piece, "one_of_them")
        return not (one or names(piece)) and any(
            word[:TRAIT] == trait[:TRAIT] for word in said for trait in traits - things
        )

    if not names(text):
        return text
    kept = ""
    for piece in re.split(r"([,;.!?()\n])", text):
        before = language.before(piece, lacking)
        at_once = language.find(piece, lacking) == 0
        lacks = bool(before or at_once) and of_trait(piece[len(before) :])
        kept += before if lacks else piece
    return kept
