"""What the bot must know of a language by itself, one table a language; everything else it learns from examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

Pattern = str
"""A regular expression, one group without a name, made of the table's alternatives."""


@dataclass(frozen=True, eq=False)
class Language:
    """The words of a language that join wishes, count, compare prices, point and exclude. All are in lower case."""

    code: str
    """ISO 639-1; spaCy's blank pipeline of that code splits the words."""

    joints: frozenset[str]
    """Words and marks between two wishes; none of them begins one."""
    dismissals: frozenset[str]
    """Phrases that end one thing, so that another may begin right after (`never mind show me tents`)."""
    noun_openers: frozenset[str]
    """Words that begin a noun phrase, and so never a wish of their own after a joint."""
    exceptions: Pattern
    """What takes something out of the wish before it, and so begins none after a joint (`but not the boots`)."""

    leading_words: frozenset[str]
    """Words that lead to prices, ratings, orderings and exclusions, in which slips of typing are mended."""

    number_words: Mapping[str, float]
    scale_words: Mapping[str, float]
    """Words that multiply the number before them, and may stand without one (`hundred`)."""
    number_leads: Pattern
    """Words before a number that belong to it (`a hundred`)."""
    number_fillers: Pattern
    """Words inside a number (`a hundred and fifty`)."""
    currency: Pattern
    """A currency's sign or name."""
    units: Pattern
    """What follows a number that is neither a price nor a quantity (`kg`, `person`)."""
    below: Pattern
    above: Pattern
    around: Pattern
    """What stands before a price that bounds."""
    below_after: Pattern
    above_after: Pattern
    """What stands after one (`80 max`, `50 and up`)."""
    range_before: Pattern
    range_between: Pattern
    """What stands before and between the two prices of a range."""
    range_alone: Pattern
    """What stands between them where nothing stands before, but a currency with them (`$50-80`)."""
    range_after: Pattern
    """What stands after a range of prices without any currency (`in the 50 to 80 range`)."""
    price_from: Pattern
    """What stands before a price with a currency that then is the least to pay (`boots from $80`)."""
    around_after: Pattern
    """What stands after a price that is meant roughly (`80 or so`)."""
    price_for: Pattern
    """What stands before a price with a currency that then is the most to pay (`boots for $80`)."""

    rating_units: Pattern
    """What follows a number that is a rating (`4 stars`, `4/5`)."""
    rating_leads: Pattern
    """What stands before one (`rated 4`)."""
    other_ratings: Pattern
    """What makes that the rating of something else (`a comfort rating of 5`)."""
    well_rated: Pattern
    """What asks for good ratings without a number."""

    size_words: Pattern
    """What makes the word after it a size (`size`, `in`)."""
    size_nouns: Pattern
    """Those of them that mean nothing else."""
    size_measured: Pattern
    """What stands behind a size of what is measured there (`32 waist`)."""
    size_lengths: Pattern
    """What stands behind a length that may follow it (`34 leg`)."""
    size_systems: Pattern
    """Systems of sizes that are named with them (`uk 9`)."""
    age_words: Pattern
    """What stands before an age that is a size (`age 8`)."""
    size_joints: Pattern
    """What stands between two sizes (`M or L`)."""
    halves: Pattern
    """What adds a half to the number before it."""
    size_before: Pattern
    size_after: Pattern
    """What stands around a bare size (`in a 9 please`)."""

    order_words: Pattern
    """What an order is called."""
    number_sign: Pattern
    """What stands between that and the number (`no`), and may stand alone before it."""
    number_links: Pattern
    """What else may stand there (`number is`, `order: `)."""
    email_words: Pattern
    """What an e-mail address is called."""
    email_at: Pattern
    email_dot: Pattern
    """What stands for the sign and the dot in an address with a slip, spaces included (`ann @example`, `ann(at)`)."""
    email_at_word: Pattern
    """What the sign is called; an address in which it is spelt out has its last dot spelt out too."""
    email_ends: Pattern
    """How most addresses end, by which one with a slip is known."""
    phone_words: Pattern
    """What a phone number is called."""
    postcode_words: Pattern
    """What a postcode is called."""
    place_before: Pattern
    """What leads to a place (`deliver to`)."""
    streets: Pattern
    """What a street's name ends with."""
    other_codes: Pattern
    """What codes are called that identify nothing here (`door code`)."""
    year_before: Pattern
    """What stands before a year."""

    name_leads: Pattern
    """After these a person's name follows."""
    self_leads: Pattern
    """After these a name may follow, or anything else that the shopper is (`i'm`)."""
    person_leads: Pattern
    """After these a name follows, if it has a capital (`my wife`)."""
    name_ends: Pattern
    """What may follow a name in a list of things that identify (`Ann Becker here, order 1042`)."""
    name_openers: Pattern
    """What may stand before a name that a part of a message begins with (`hi, ann becker here`)."""
    name_tails: Pattern
    """What tells that such a name is one."""
    sign_offs: Pattern
    """What stands before the name with which a message ends, marks included (`kind regards,`)."""
    name_titles: Pattern
    """What people are addressed with before their name; no part of it."""
    places: frozenset[str]
    """Words with which names of places begin or end that could be names of people (`Salt Lake City`)."""
    not_names: frozenset[str]
    """Words that are no part of a name there; function words are spaCy's."""

    ordinals: Mapping[str, int]
    """Words to positions; the last is -1."""
    ordinal_digits: Pattern
    """What makes figures an ordinal (`2nd`)."""
    ordinal_before: Pattern
    ordinal_after: Pattern
    """What stands right before or right after an ordinal word that points; one of the two must."""
    not_before_ordinal: Pattern
    not_after_ordinal: Pattern
    """Beside these an ordinal word points at nothing (`one second`, `last week`)."""
    position_words: Pattern
    """What stands before a position (`number 2`)."""
    position_nouns: Pattern
    """Those of them before which one in words is a position too (`option two`)."""
    quantity_before: Pattern
    quantity_after: Pattern
    """What makes a number a quantity (`add 2`, `2 of them`)."""
    contrasts: Pattern
    """What stands between two quantities of which one holds (`three instead of five`)."""
    quantity_words: Mapping[str, int]
    """Phrases for a quantity (`a couple of`)."""
    sort_words: Mapping[str, str]
    """Phrases to `price_asc`, `price_desc`, `rating` or `newest`."""
    sort_leads: Pattern
    """Words that those may begin with and that are no part of the order itself (`by`)."""
    sort_undirected: frozenset[str]
    """Those of them that leave the direction open, where another phrase may say it (`by price, high to low`)."""
    sort_relative: Mapping[str, str]
    """The same, for what is only compared with what was shown (`cheaper`)."""

    negations: Pattern
    """What excludes the thing that follows."""
    bare_negations: Pattern
    """The same, of those that no link follows (`no, in red`), or only such as they hold themselves."""
    negation_links: Pattern
    """What stands between a negation, or a kind of product, and what is excluded of it (`nothing in red`)."""
    negations_after: Pattern
    """What excludes the material that it follows (`leather-free`)."""
    seeming_negations: Pattern
    """What holds a word that negates, and excludes nothing (`not only`, `i have no jacket`)."""
    alternatives: frozenset[str]
    """Words across which a negation reaches on (`not red or blue`)."""
    corrections: Pattern
    """What stands between a thing and the one that was meant instead (`red? no, blue`)."""
    changes: Pattern
    """Words for changing one thing to another."""
    changed_from: Pattern
    changed_to: Pattern
    """What stands before the old and before the new one (`from red to blue`)."""
    swapped_for: Pattern
    """What stands between them where nothing stands before the old one (`swap red for blue`)."""
    negation_ends: frozenset[str]
    """Words at which a negation ends."""
    determiners: frozenset[str]
    """Words that begin another noun phrase (`not the blue the black`)."""


def any_of(patterns: Iterable[str]) -> Pattern:
    """A group that matches any of the patterns, the longest tried first, so that none hides a longer one."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


@lru_cache
def language(code: str) -> Language:
    """The table of a language; ValueError where there is none yet."""
    path = Path(__file__).parent / f"{code}.yml"
    if not path.is_file():
        raise ValueError(f"There is no table for the language {code!r} in bot/components/language/.")
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Language(code, **{f.name: _read(table[f.name], str(f.type)) for f in fields(Language)[1:]})


def _read(value: Any, kind: str) -> Any:
    if kind == "Pattern":
        return any_of(value)
    if kind.startswith("frozenset"):
        return frozenset(value)
    if kind == "Mapping[str, str]":  # written the other way round, to say each value once
        return {phrase: meaning for meaning, phrases in value.items() for phrase in phrases}
    return value
