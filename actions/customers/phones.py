"""Phone numbers as people write them, read by Google's rules for every country (phonenumbers)."""

from __future__ import annotations

from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, ValidationResult


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is kept, such as `+1 303-555-0169`, and where in the text it stood."""

    number: str
    start: int
    end: int


def find_phone(text: str, country: str) -> Phone | None:
    """The first number in a text that one could dial; one without its country's prefix is taken for one of `country`
    (ISO 3166)."""
    for found in PhoneNumberMatcher(text, country or None, leniency=Leniency.POSSIBLE):
        if phonenumbers.is_possible_number_with_reason(found.number) == ValidationResult.IS_POSSIBLE:
            return Phone(
                phonenumbers.format_number(found.number, PhoneNumberFormat.INTERNATIONAL),
                found.start,
                found.end,
            )
    return None


def same_phone(one: str, other: str) -> bool:
    """Whether two numbers, each with its country's prefix, are the same however they are written."""
    return bool(_digits(one)) and _digits(one) == _digits(other)


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
