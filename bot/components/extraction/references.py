"""Things that identify: order numbers, e-mail addresses, postcodes; and payment cards, to keep them out of all else."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    r"\d{5}(?:-\d{4})?",  # United States, Germany, France, Spain, Italy …
)
CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
"""The figures of a payment card, ISO/IEC 7812: 13 to 19 of them, the last one a check digit."""
PHONE = re.compile(r"(?<!\d)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)")
"""A North American phone number, without any word for it."""
POSTCODE = re.compile(rf"(?<![\w@.#$€£,-])(?:{'|'.join(POSTCODE_FORMS)})(?![\w@-]|[.,]\d)", re.IGNORECASE)


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
    """

    def __init__(self, language: Language, order_numbers: NumberForm = FOUR_DIGITS) -> None:
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
        for phone in (self._phone, PHONE):
            text = phone.sub(lambda number: " " * len(number[0]), text)
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
