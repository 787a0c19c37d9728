"""Things that identify: order numbers, e-mail addresses, postcodes; and payment cards, to keep them out of all else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.components.extraction.entity import CORRECTED, EXACT, INFERRED, Entity
from bot.components.language import Language

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+'-]*\w@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\b", re.IGNORECASE
)
"""What people's addresses look like; of what RFC 5321 allows besides (quotes, comments, IP addresses) nothing."""

POSTCODE_FORMS = (
    r"[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}",  # United Kingdom
    r"[abceghj-nprstvxy]\d[a-z]\s?\d[a-z]\d",  # Canada
    r"[ac-fhknprtv-y]\d[\dw]\s?(?=[a-z]{0,3}\d)[\dac-fhknprtv-y]{4}",  # Ireland
    r"[1-9]\d{3}(?:(?!st|nd|rd|th|am|pm)[a-z]{2}|\s(?-i:[A-Z]{2}))",  # Netherlands
    r"\d{4}-\d{3}",  # Portugal
    r"\d{5}-\d{3}",  # Brazil
    r"(?:at|be|ch|dk|hu|lt|lu|lv|no|si)-\d{4,5}",  # … with the country before it
    r"\d{5}(?:-\d{4})?",  # United States, Germany, France, Spain, Italy …
)
PLACED_FORMS = (
    r"\d{4}",  # Australia, Austria, Belgium, Denmark, Norway, Switzerland …
    r"\d{2}-\d{3}",  # Poland
    r"\d{3}-\d{4}",  # Japan
    r"\d{3}\s\d{2}",  # Czechia, Greece, Slovakia, Sweden
    r"\d{3}\s?\d{3}",  # China, India, Russia, Singapore …
)
"""Those that might as well be other numbers, and are postcodes where a place stands with them (`0150 oslo`)."""
CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
"""The figures of a payment card, ISO/IEC 7812: 13 to 19 of them, the last one a check digit."""
PHONE = re.compile(r"(?<!\d)(?:\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}|0\d{2,4}[\s/-]\d{3,4}[\s-]?\d{3,4})(?!\d)")
"""A phone number, without any word for it: a North American one, or one with the 0 that most countries' begin with."""
POSTCODE = re.compile(rf"(?<![\w@.#$€£,-])(?:{'|'.join(POSTCODE_FORMS)})(?![\w@-]|[.,]\d)", re.IGNORECASE)

NEAR = 60
"""Characters before a postcode in which a word that leads to a place is looked for."""


@dataclass(frozen=True)
class NumberForm:
    """The shop's order numbers: what they all begin with (`W` of `W2378156`), how many digits follow."""

    prefix: str = ""
    digits: int = 4


FOUR_DIGITS = NumberForm()


class References:
    """Finds order numbers in any dress (`#1042`, `order no 1042`, `A-1042`), e-mail addresses and postcodes.

    An address with a slip in it (`ann@example,com`, `ann @example.com`) or spelt out (`ann at example dot com`) is one,
    too, where it ends as most addresses do.

    Args:
        order_numbers: what the shop's look like. A bare number of so many digits counts as one; after a word
            for it, also a longer number; with a sign, any of three digits and more. The shop's prefix need not be said.
        is_ordinary: whether a word, in lower case, is no name of a place or a street.
    """

    def __init__(
        self,
        language: Language,
        order_numbers: NumberForm = FOUR_DIGITS,
        is_ordinary: Callable[[str], bool] = frozenset[str]().__contains__,
    ) -> None:
        self._is_ordinary, self._digits = is_ordinary, order_numbers.digits
        amount = rf"\s?(?:{language.currency}|{language.units})(?!\w)"
        self._amount = re.compile(amount, re.IGNORECASE)
        order = rf"\b{language.order_words}\b"
        sign = rf"(?:\s?(?:{language.number_sign}|{language.number_links}))"
        code = r"(?P<code>(?:[#№]\s?)?(?:[a-z]{1,3}-?)?(?P<number>\d{3,12}))"
        digits = rf"\d{{{order_numbers.digits}}}"
        number = rf"(?P<number>{digits})"
        prefix = re.escape(order_numbers.prefix)
        not_more = rf"(?![\w@]|[.-]\d|,(?!{digits}(?!\d))\d|{amount})"
        not_less = r"(?<![\w@.$€£#+-])" + "".join(
            rf"(?<!\b{part})" for part in (r"\d[,/]", r"\d\d[,/]", r"\d{3},")
        )
        self._orders = tuple(
            (confidence, re.compile(pattern, re.IGNORECASE))
            for confidence, pattern in (
                (EXACT, rf"\b{language.order_words}{sign}+\s?{code}{not_more}"),
                (EXACT, rf"{order}\s(?P<code>(?:[a-z]{{1,3}}-?)?(?P<number>{digits}\d{{0,4}})){not_more}"),
                (EXACT, rf"(?<![\w&])(?P<code>[#№]\s?(?:[a-z]{{1,3}}-?)?(?P<number>\d{{3,12}})){not_more}"),
                (INFERRED, rf"\b{language.number_sign}{sign}*\s{code}{not_more}"),
                (INFERRED, rf"(?<![\w-])(?P<code>(?:[a-z]{{1,3}}-|[a-z]{{1,2}}){number}){not_more}"),
                (CORRECTED, rf"{not_less}(?P<code>(?:{prefix})?{number}){not_more}"),
            )
        )
        self._code = re.compile(rf"\b{language.other_codes}{sign}*\s?\w*\d\w*", re.IGNORECASE)
        self._street = re.compile(
            rf"(?<![\w#-])\d{{1,5}}[a-z]?(?= (?P<word>[^\W\d_]+)\.? (?:[^\W\d_]+\.? )?{language.streets}\b)",
            re.IGNORECASE,
        )
        self._placed = re.compile(
            rf"(?<![\w@.#$€£,/-])(?P<code>{'|'.join(PLACED_FORMS)}),? (?P<place>[^\W\d_]{{3,}})(?![\w@])",
            re.IGNORECASE,
        )
        self._to_place = re.compile(rf"\b{language.place_before}\s$", re.IGNORECASE)
        self._phone = re.compile(
            rf"(?:\b{language.phone_words}{sign}*\s?|\+)\(?\d[\d\s()/.-]{{4,}}", re.IGNORECASE
        )
        host, end = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*?", rf"(?P<end>{language.email_ends})(?![\w@-])"
        local = r"(?<![\w.+-])(?P<local>[\w.+-]*\w)"
        self._slipped = tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"{local}{language.email_at}(?P<host>{host})(?:\s?[.,]\s?|{language.email_dot})?{end}",
                rf"{local}\s{language.email_at_word}\s(?P<host>{host}){language.email_dot}{end}",
            )
        )
        self._prefix = order_numbers.prefix
        self._year = re.compile(rf"\b{language.year_before}\s$", re.IGNORECASE)
        self._postcode = re.compile(
            rf"\b{language.postcode_words}\b{sign}*\s?"
            rf"(?P<code>{'|'.join(POSTCODE_FORMS)}|\d{{3,6}}(?:\s?[a-z]{{2}}\b)?)(?!\w)",
            re.IGNORECASE,
        )

    def find(self, text: str) -> Iterator[Entity]:
        """All of them; a card number, an e-mail address and a phone number hide what stands in them, a word for a
        postcode or an order says what the number after it is."""
        found: list[Entity] = []
        for card in filter(_is_card_number, CARD.finditer(text)):
            text = text[: card.start()] + " " * len(card[0]) + text[card.end() :]
            yield Entity("card_number", card[0][-4:], card.start(), card.end())
        for other in (self._phone, PHONE, self._code):
            text = other.sub(lambda number: " " * len(number[0]), text)
        text = self._street.sub(self._without_house, text)
        readings = (*self._emails(text), *self._postcodes(text), *self._order_numbers(text))
        for entity in sorted(readings, key=lambda entity: entity.confidence != EXACT):
            if not any(entity.overlaps(other) for other in found):
                found.append(entity)
                yield entity

    def _emails(self, text: str) -> Iterator[Entity]:
        for match in EMAIL.finditer(text):
            yield Entity("email", match[0].lower(), match.start(), match.end())
        for pattern in self._slipped:
            for match in pattern.finditer(text):
                value = f"{match['local']}@{match['host']}.{match['end']}".lower()
                yield Entity("email", value, match.start(), match.end(), CORRECTED)

    def _postcodes(self, text: str) -> Iterator[Entity]:
        for match in self._postcode.finditer(text):
            yield Entity("postcode", _postcode(match["code"]), match.start("code"), match.end("code"))
        for match in POSTCODE.finditer(text):
            if not self._amount.match(text, match.end()):
                yield Entity("postcode", _postcode(match[0]), match.start(), match.end(), CORRECTED)

        for match in self._placed.finditer(text):
            if self._is_placed(text, match) and not self._amount.match(text, match.end("code")):
                yield Entity("postcode", _postcode(match["code"]), *match.span("code"), INFERRED)

    def _is_placed(self, text: str, code: re.Match[str]) -> bool:
        """Whether a place stands with a possible postcode. What could be an order's number needs a word before it that
        leads to one, or a zero at its beginning."""
        if self._is_ordinary(code["place"].lower()):
            return False
        could_be_order = re.fullmatch(rf"[1-9]\d{{{self._digits - 1}}}", code["code"])
        return not could_be_order or bool(
            self._to_place.search(text, max(0, code.start() - NEAR), code.start())
        )

    def _without_house(self, number: re.Match[str]) -> str:
        return number[0] if self._is_ordinary(number["word"].lower()) else " " * len(number[0])

    def _order_numbers(self, text: str) -> Iterator[Entity]:
        for confidence, pattern in self._orders:
            for match in pattern.finditer(text):
                bare = confidence == CORRECTED
                if bare and match["number"][:2] in ("19", "20") and self._year.search(text[: match.start()]):
                    continue
                value = self._prefix + match["number"]
                yield Entity("order_number", value, match.start("code"), match.end("code"), confidence)


def _is_card_number(match: re.Match[str]) -> bool:
    """Whether the check digit is right, by Luhn's formula (ISO/IEC 7812-1, annex B)."""
    digits = [int(digit) for digit in reversed(match[0]) if digit.isdecimal()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _postcode(text: str) -> str:
    return re.sub(r"\s+", " ", text.upper())
