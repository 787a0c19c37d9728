"""All entities of a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language as Pipeline

from bot.components.extraction.catalogue import Catalogue, Name
from bot.components.extraction.entity import Entity, without_overlaps
from bot.components.extraction.negation import Negation
from bot.components.extraction.people import KnownNames, PersonNames
from bot.components.extraction.pointing import Orderings, Ordinals, Quantities, bare_number
from bot.components.extraction.prices import Prices
from bot.components.extraction.ratings import Ratings
from bot.components.extraction.references import FOUR_DIGITS, NumberForm, References
from bot.components.extraction.sizes import Sizes
from bot.components.extraction.slips import Slips
from bot.components.language import Language, any_of

REFERENCES = ("email", "postcode", "order_number")
LONGEST = 4_000
"""Characters of a message that are read."""


class EntityRecogniser:
    """Reads what a message names, counts, prices, points at and excludes.

    Where readings overlap the longest wins: `two person` is an attribute and no quantity, `under 1042` a price and
    no order. Of equally long ones what the catalogue has goes before people's names. A message that is a bare number
    keeps all its readings, for what was asked decides.

    Args:
        names: what the catalogue can name.
        language: the table of the language.
        pipeline: a spaCy pipeline of the language, for its tokenizer and function words.
        is_word: whether a word, in lower case, is a correct word of the language and so no typo of a name.
        known_names: names that people have.
        order_numbers: what the shop's order numbers look like.
    """

    def __init__(
        self,
        names: Iterable[Name],
        language: Language,
        pipeline: Pipeline,
        is_word: Callable[[str], bool],
        known_names: KnownNames,
        order_numbers: NumberForm = FOUR_DIGITS,
    ) -> None:
        names = list(names)
        self._catalogue = Catalogue(names, pipeline, is_word)
        self._slips = Slips(
            language.leading_words,
            lambda word: is_word(word) or word in self._catalogue or word in known_names,
        )
        self._sizes = Sizes((name for name in names if name.entity == "size"), language)
        self._prices = Prices(language)
        self._ratings = Ratings(language)
        ordinary = language.not_names | pipeline.Defaults.stop_words
        self._references = References(
            language, order_numbers, lambda word: word in ordinary or word in self._catalogue
        )
        self._people = PersonNames(
            language, pipeline.Defaults.stop_words, self._catalogue.__contains__, is_word, known_names
        )
        self._ordinals = Ordinals(language, is_word)
        self._quantities = Quantities(language)
        self._orderings = Orderings(language)
        self._negation = Negation(language)
        words = any_of(
            [language.order_words, language.number_sign, language.postcode_words, language.email_words]
        )
        self._reference_words = re.compile(rf"(?:\b{words}[\s:.]*)+$", re.IGNORECASE)
        self._order_numbers = order_numbers

    def recognise(self, text: str) -> list[Entity]:
        """The entities in a text, in its order."""
        mended = self._slips.mend(text[:LONGEST])
        return [mended.as_typed(entity) for entity in self._recognise(mended.text)]

    def _recognise(self, text: str) -> list[Entity]:
        bare = [*self._sizes.alone(text), *bare_number(text, self._order_numbers)]
        if bare:
            return bare
        things = [
            self._sizes.bare(text, thing) if thing.entity == "size" else thing
            for thing in self._catalogue.find(text)
        ]
        references = list(self._references.find(text))
        found = without_overlaps(
            [
                *references,
                *self._ratings.find(text),
                *self._prices.find(text),
                *self._orderings.find(text),
                *things,
                *self._people.find(text),
                *self._sizes.find(text, things),
                *self._ordinals.find(text),
                *self._quantities.find(text, things),
            ]
        )
        found += self._unled_name(text, found)
        marked = self._negation.mark(text, sorted(found, key=lambda entity: entity.start))
        return [entity.at_value() for entity in marked]

    def _unled_name(self, text: str, found: list[Entity]) -> Iterator[Entity]:
        """A name beside references: between marks, or with nothing else: `ann becker, 80302`."""
        references = [e for e in found if e.entity in REFERENCES]
        if references:
            least = 2 if any(e.entity == "postcode" for e in references) else 1  # one word is rather its city
            listed = [n for n in self._people.listed(text, least) if not any(map(n.overlaps, found))]
            yield from listed
            found = [*found, *listed]
        if len(references) < len(found):
            return
        blanked, kinds = text, {e.entity for e in references}
        for entity in found:
            # A postcode beside it tells that `order 1042` is no wish (`cancel order 1042`) but identifies.
            told = self._reference_words.search(text, 0, entity.start) if kinds != {"order_number"} else None
            start = told.start() if told else entity.start
            blanked = blanked[:start] + " " * (entity.end - start) + blanked[entity.end :]
        match = re.fullmatch(r"[\s,;.:/-]*(\S.*?)[\s,;.:/-]*", blanked)
        if match and (found or match[1].istitle()):
            yield from self._people.alone(text, match.start(1), match.end(1))
