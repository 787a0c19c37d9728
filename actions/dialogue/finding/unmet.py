"""What a shopper tells of what they want ("padded", "with a rain cover", "for someone of 190 cm"), and nothing found
says anything about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS, LIMITS, PAUSE, read_measures
from actions.dialogue.finding.wishes import Wishes, content_words
from actions.search import Filters, Hit

FEW_WORDS = 12
"""In a longer message "with" tells a story."""
MOST = 3
"""Words that name a part, at most."""
CONSIDERED = 200
DIGIT = re.compile(r"\d")
KNOWN = "¤"
"""Stands in place of each character of what is read as a wish already."""


def unmet(wishes: Wishes, hits: Sequence[Hit], context: Context) -> list[str]:
    """How much the message asks for of what is not measured of this kind; or the part that no product met by the wishes
    speaks of; or its words that tell some of the kind looked for from others, and none of the hits; or all its words
    where it says nothing else and no product speaks of them."""
    if wishes.guessed:
        return []  # the kind itself is what the words were taken to ask for
    unknown, part = _unmeasured(wishes, context), _part(wishes, context)
    if part and not unknown and not is_spoken_of(content_words(part), wishes, context):
        unknown = [part]
    if unknown:
        return unknown
    kind = Filters(types=wishes.filters.types)
    spoken = {word for hit in hits for said in hit.words for word in said.split()}
    said = set(content_words(context.turn.wish.text))  # what was said before was said to be unknown then
    told = (
        [word for word in dict.fromkeys(content_words(wishes.filters.telling)) if word in said]
        if kind
        else []
    )
    if words := [w for w in told if not (w.isdecimal() or w in spoken) and tells(w, kind, context)]:
        return words
    return [" ".join(content_words(context.turn.wish.text))] if _says_nothing_known(wishes, context) else []


def tells(words: str, kind: Filters, context: Context) -> bool:
    """Whether some products of a kind speak of these words, and others do not."""
    search = context.services.search
    return 0 < search.count("", replace(kind, telling=words)) < search.count("", kind)


def _unmeasured(wishes: Wishes, context: Context) -> list[str]:
    """How much the message asks for of what is measured of other kinds alone."""
    text, search, measures = context.turn.wish.text, context.services.search, context.services.measures
    if text.startswith("/") or not wishes.filters.types:
        return []
    known = [(said.start, said.end) for said in read_measures(context.turn.wish, context, wishes.filters)]
    known += [(e.start, e.end) for e in context.turn.wish.entities if e.kind in FIELDS.keys() | LIMITS]
    by_size = {name for name, measure in search.synonyms.measures.items() if measure.sizes}
    anywhere = search.extents(Filters(in_stock=False))
    elsewhere = {name: extent for name, extent in anywhere.items() if name not in by_size}
    return [
        said.bounds.said
        for said in measures.read(text, elsewhere, led=False)
        if DIGIT.search(said.bounds.said)
        and all(said.end <= start or end <= said.start for start, end in known)
    ]


def _says_nothing_known(wishes: Wishes, context: Context) -> bool:
    """Whether a message that goes on with a search names nothing, and no product of the kind speaks of its words."""
    wish = context.turn.wish
    goes_on = wishes.before is not None and wishes.before.filters.types == wishes.filters.types
    words = [word for word in content_words(wish.text) if not word.isdecimal()]
    language = context.language
    measured = [word for m in context.services.search.synonyms.measures.values() for word in m.words]
    if (
        language.find(wish.text, [*measured, *language.phrases("more"), *language.phrases("less")])
        is not None
    ):
        return False
    if not goes_on or wish.entities or not words or len(words) > MOST or wish.text.startswith("/"):
        return False
    return not read_measures(wish, context, wishes.filters) and not is_spoken_of(words, wishes, context)


def _part(wishes: Wishes, context: Context) -> str:
    """The part that the message wants a thing to have, or what it shall do; empty where it speaks of none, or what is
    known for a wish follows: "that holds 2 people"."""
    language, text = context.language, context.turn.wish.text
    if text.startswith("/") or len(language.words(text)) > FEW_WORDS:
        return ""
    wish = context.turn.wish
    spans = [(e.start, e.end) for e in wish.entities if e.kind in FIELDS.keys() - {"product_type"} | LIMITS]
    spans += [(said.start, said.end) for said in read_measures(wish, context, wishes.filters)]
    for start, end in spans:
        text = text[:start] + KNOWN * (end - start) + text[end:]
    for piece in PAUSE.split(text):
        for phrase in sorted(language.phrases("having_it"), key=len, reverse=True):
            at = language.find(piece, [phrase])
            rest = language.words(piece)[at + len(language.words(phrase)) :] if at is not None else []
            part = " ".join(dropwhile(lambda word: not content_words(word), rest))
            part, known_follows, _ = part.partition(KNOWN)
            named = len(content_words(part))
            other = any(language.says(piece, kind) for kind in ("mine", "rules_out"))
            if (1 if known_follows else 0) < named <= MOST and not other:
                return part.strip()
    return ""


def is_spoken_of(part: Sequence[str], wishes: Wishes, context: Context) -> bool:
    """Whether a product that meets the wishes speaks of all these words."""
    filters = replace(wishes.filters, telling="", not_telling="")
    hits = context.services.search.search(" ".join(part), filters, CONSIDERED)
    return any(set(part) <= {word for said in hit.words for word in said.split()} for hit in hits)
