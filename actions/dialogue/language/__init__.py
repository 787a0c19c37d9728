"""What of a language the dialogue must know by itself, from the folder of that language beside this file."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

from actions.dialogue.language.phrasing import Phrasing


class Language(Phrasing):
    """What things, values and kinds of words are called, and sentences that mean the same."""

    def names(self, slot: str) -> list[str]:
        """What a shopper may call the thing that fills a slot."""
        return list(self._table["names"].get(slot, ()))

    def theme(self, form: str) -> str:
        """What is spoken of in a task, as questions about it would name it; empty where nothing is written about it."""
        return str(self._table["themes"].get(form, ""))

    @property
    def address_parts(self) -> dict[str, list[str]]:
        """Part of an address → what it may be called."""
        return dict(self._table["address_parts"])

    @property
    def profile_parts(self) -> dict[str, list[str]]:
        """Part of what is kept about a shopper → what it may be called."""
        return dict(self._table["profile_parts"])

    @property
    def details(self) -> dict[str, list[str]]:
        """What of an account can be changed → what it may be called; the more special names first."""
        return dict(self._table["details"])

    @cached_property
    def recipients(self) -> dict[str, list[str]]:
        """Audience, as titles of products name it → words for people who belong to it."""
        return {str(who): list(names) for who, names in self._table["recipients"].items()}

    @property
    def child(self) -> str:
        """The audience that children are."""
        return str(self._table["child"])

    @cached_property
    def company(self) -> dict[str, list[str]]:
        """For how many, as titles of products name it → words for those whom somebody goes with."""
        return {str(size): list(names) for size, names in self._table["company"].items()}

    @cached_property
    def counts(self) -> dict[str, int]:
        """Words that say how many ("twice"), beside those that are recognised as quantities: word → number."""
        return {str(word): int(count) for word, count in self._table["counts"].items()}

    @cached_property
    def wishes(self) -> dict[str, list[str]]:
        """Part of a wish for products (`colours`, `prices` … or `everything`) → what it may be called."""
        return {str(part): list(names) for part, names in self._table["wishes"].items()}

    @cached_property
    def feasts(self) -> dict[int, list[str]]:
        """Month → feasts in it, by which people name it."""
        return {int(month): list(names) for month, names in self._table["feasts"].items()}

    @cached_property
    def numbers(self) -> dict[str, float]:
        """Numbers in words, as they stand before a unit: word → number."""
        return {str(word): float(number) for word, number in self._table["numbers"].items()}

    def synonyms(self, value: str) -> list[str]:
        """Other ways to say a value by which variants of a product differ, or what it is a value of."""
        return list(self._values["synonyms"].get(value.lower(), ()))

    @property
    def ranks(self) -> list[list[str]]:
        """Values that stand for more and more of something, those that stand for as much together."""
        return list(self._values["ranks"])

    @property
    def units(self) -> dict[str, float]:
        """How much one of a unit is of the smallest of its kind."""
        return dict(self._values["units"])

    @cached_property
    def places(self) -> dict[str, Any]:
        """Words of addresses: `streets`, `units`, `boxes`, `states` by country …"""
        return self._read("places")

    @cached_property
    def _values(self) -> dict[str, Any]:
        return self._read("values")

    @cached_property
    def reasons(self) -> dict[str, list[str]]:
        """Return reasons: code → sentences that mean it."""
        return self._read("reasons")

    @cached_property
    def remarks(self) -> dict[str, list[str]]:
        """Words about suggestions: kind (`decline`, `own`, `why_suggested` …, `other` for none) → sentences."""
        return self._read("remarks")

    @property
    def asking_on(self) -> dict[str, list[str]]:
        """Questions about what was just said of an order: kind (`why`, `arrival` …, `other` for none) → sentences."""
        return {**self._asking_on["sentences"], **self.order_facts}

    @cached_property
    def order_facts(self) -> dict[str, list[str]]:
        """Questions that an order's data answer: kind (`carrier`, `packed` …) → sentences."""
        return self._read("order_facts")

    @property
    def in_full(self) -> dict[str, str]:
        """Kind of such a question → the question as the written answers know it."""
        return dict(self._asking_on["in_full"])

    @cached_property
    def _asking_on(self) -> dict[str, Any]:
        return self._read("asking_on")

    @cached_property
    def purchases(self) -> dict[str, list[str]]:
        """Questions about what was ordered: kind (`whereabouts`, `bought` …, `other` for none) → sentences, in which
        `thing` stands for what is named."""
        return self._read("purchases")

    @cached_property
    def problems(self) -> dict[str, list[str]]:
        """Problems with a delivery: code → sentences that mean it."""
        return self._read("problems")

    def ways(self, option: str) -> list[str]:
        """What a delivery option may be called; one that is not known by its own name."""
        return list(self._table["ways"].get(option, [option.replace("_", " ")]))

    @property
    def kinds_of_remedy(self) -> list[str]:
        """The codes of the remedies that have names."""
        return list(self._table["remedies"])

    def remedies(self, code: str) -> list[str]:
        """What a remedy for a problem may be called."""
        return list(self._table["remedies"].get(code, ()))

    @cached_property
    def steering(self) -> dict[str, list[str]]:
        """Words about a question just asked: kind (`ask_why`, `wait`, `skip` …) → sentences that say it."""
        return self._read("steering")

    @property
    def kinds_of_payment(self) -> list[str]:
        """The kinds of payment method that have names."""
        return list(self._table["payment_kinds"])

    def payment_kinds(self, kind: str) -> list[str]:
        """What a payment method of a kind (`card`, `paypal`, `gift_card`) may be called."""
        return list(self._table["payment_kinds"].get(kind, ()))

    def doing(self, task: str) -> list[str]:
        """The verbs for what a task of that name does."""
        return list(self._table["doing"].get(task, ()))

    def done_with(self, task: str) -> list[str]:
        """What else is spoken of where somebody wants that done: the parcel, the label, the money."""
        return [*self._table["done_with"]["any"], *self._table["done_with"].get(task, ())]


@lru_cache
def language(code: str) -> Language:
    """The language of that code, loaded once."""
    return Language(code)
