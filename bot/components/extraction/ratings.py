"""How well products are to be rated at least: `rating_min`, in stars of five."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.components.extraction.entity import EXACT, GUESSED, INFERRED, Entity
from bot.components.extraction.numbers import Numbers, numbers
from bot.components.language import Language, any_of

BEST = 5
WELL = 4
"""What "well rated" asks for: the usual step of shops' own filters ("4 stars & up")."""


class Ratings:
    """Finds how well a product must be rated.

    A number up to five counts as a rating where stars stand behind it (`4 stars`), a word for ratings before it (`rated
    4 or better`), or nothing but a lower limit around it (`4.5 and up`, where no price begins). Words alone can say it
    too (`well rated`). What limits ratings from above (`under 3 stars`) is no wish.
    """

    def __init__(self, language: Language) -> None:
        self._numbers: Numbers = numbers(language)
        number, unit = self._numbers.pattern, language.rating_units
        limit, determiner = (
            rf"(?P<least>{language.above})|(?P<most>{language.below})",
            any_of(language.determiners),
        )
        between = rf"(?:{language.range_between}|{any_of(language.alternatives)})"
        side = rf"(?:(?:{limit})\s?(?:{determiner}\s)??)?"
        after = rf"(?:\s?(?:(?P<after_least>{language.above_after})|(?P<after_most>{language.below_after}))(?!\w))?"
        one = rf"(?P<one>{number})(?![\d/]|[.,]\d)"
        span = rf"(?:(?:{language.range_before}\s+)?(?P<low>{number})\s?{between}\s?)?"
        no_unit = rf"(?!\s?(?:{language.units}|{language.currency})(?!\w))(?![\w/%])"
        other = rf"(?:(?P<other>{language.other_ratings})[\s-]?)?"

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(rf"(?<![\w#$€£]){pattern}", re.IGNORECASE)

        self._in_stars = compiled(
            rf"{other}(?:{language.rating_leads}\s)?{side}{span}(?P<one>{number})(?:\s?{language.above_after})??[\s-]?{unit}{after}"
        )
        self._led = compiled(rf"{other}{language.rating_leads}\s{side}{one}{no_unit}{after}")
        self._bare = compiled(rf"{other}{side}{one}{no_unit}{after}(?=\W*$|[,;.!?)])")
        self._well = compiled(rf"{language.well_rated}(?!\w)")

    def find(self, text: str) -> Iterator[Entity]:
        """All least ratings."""
        for pattern, confidence in ((self._in_stars, EXACT), (self._led, INFERRED), (self._bare, INFERRED)):
            for match in pattern.finditer(text):
                said = match.groupdict()
                least = "low" if said.get("low") else "one"
                value = self._numbers.value(said[least])
                limits = said["least"] or said["after_least"] or pattern is not self._bare
                if limits and value <= BEST and not (said["most"] or said["after_most"] or said.get("other")):
                    span = match.span(least)
                    yield Entity("rating_min", value, match.start(), match.end(), confidence, said=span)
        for match in self._well.finditer(text):
            yield Entity("rating_min", WELL, match.start(), match.end(), GUESSED)
