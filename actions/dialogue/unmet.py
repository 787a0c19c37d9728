"""What a shopper tells of what they want ("padded", "with a rain cover"), and nothing found says anything about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.dialogue.context import Context
from actions.dialogue.filters import FIELDS, LIMITS, PAUSE
from actions.dialogue.wishes import Wishes, content_words
from actions.search import Filters, Hit

FEW_WORDS = 12
"""In a longer message "with" tells a story."""
MOST = 3
"""Words that name a part, at most."""
CONSIDERED = 200


def unmet(wishes: Wishes, hits: Sequence[Hit], context: Context) -> list[str]:
    """The part that the message asks for and no product met by the wishes speaks of; or the words that tell some of
    the kind looked for from others, and none of the hits."""
    part = _part(context)
    if part and not _is_spoken_of(part, wishes, context):
        return [" ".join(part)]
    kind = Filters(types=wishes.filters.types)
    spoken = {word for hit in hits for said in hit.words for word in said.split()}
    told = dict.fromkeys(content_words(wishes.filters.telling)) if kind else ()
    return [word for word in told if not (word.isdecimal() or word in spoken) and tells(word, kind, context)]


def tells(words: str, kind: Filters, context: Context) -> bool:
    """Whether some products of a kind speak of these words, and others do not."""
    search = context.services.search
    return 0 < search.count("", replace(kind, telling=words)) < search.count("", kind)


def _part(context: Context) -> list[str]:
    """The part that the message wants a thing to have, in content words."""
    language, text = context.language, context.turn.wish.text
    if text.startswith("/") or len(language.words(text)) > FEW_WORDS:
        return []
    for entity in context.turn.wish.entities:
        if entity.kind in FIELDS.keys() - {"product_type"} | LIMITS:
            text = text[: entity.start] + "," * (entity.end - entity.start) + text[entity.end :]
    for piece in PAUSE.split(text):
        for phrase in sorted(language.phrases("having_it"), key=len, reverse=True):
            start = language.find(piece, [phrase])
            rest = language.words(piece)[start + len(language.words(phrase)) :] if start is not None else []
            part = content_words(" ".join(rest))
            if 0 < len(part) <= MOST and not language.says(piece, "mine"):
                return part
    return []


def _is_spoken_of(part: Sequence[str], wishes: Wishes, context: Context) -> bool:
    """Whether a product that meets the wishes speaks of all these words."""
    filters = replace(wishes.filters, telling="", not_telling="")
    hits = context.services.search.search(" ".join(part), filters, CONSIDERED)
    return any(set(part) <= {word for said in hit.words for word in said.split()} for hit in hits)
