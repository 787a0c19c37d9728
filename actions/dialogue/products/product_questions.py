"""What can be asked about one product: each kind of question with its answer, made of what is known of the product."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import read_measures
from actions.dialogue.products import safety
from actions.dialogue.products.facts import price, spec, spec_sentence, stock_sentence
from actions.dialogue.products.reviews import say_rating
from actions.dialogue.products.stock import say_available, unknown_sizes
from actions.dialogue.products.telling import open_fact, specs_asked, telling
from actions.search import KNOWN, Fact, Filters
from actions.shop.catalogue import ProductView

LIKELY = 0.6
"""Likeness from which a question is after another specification than a word of it names."""


@dataclass(frozen=True)
class Question:
    """A message as a question about a product."""

    product: ProductView
    clause: Clause
    context: Context

    @property
    def text(self) -> str:
        return self.clause.text

    @cached_property
    def particular(self) -> bool:
        """Whether it asks for something in particular: "what about wide feet" does, "what about the second" wants
        all."""
        language = self.context.language
        if language.goes_on(self.text):
            return bool(telling(self.text, "question_words", [self.product], self.context))
        return language.asks_in_particular(self.text)

    @cached_property
    def fact(self) -> Fact | None:
        """What of the product is the most like what it asks."""
        return open_fact(self.product, self.text, self.context)

    def is_certain(self, kind: str) -> bool:
        """Whether it is certainly after a fact of a kind that the product states."""
        fact = self.fact
        return fact is not None and fact.kind == kind and fact.stated and fact.likeness >= KNOWN

    def says(self, kind: str) -> bool:
        return self.context.language.says(self.text, kind)

    def say(self, response: str, **values: Any) -> None:
        self.context.say(response, title=self.product.title, **values)

    def say_figures(self, facts: list[str]) -> None:
        """Say clauses about the product, whose name is known where it is the one spoken of."""
        known = self.context.turn.slot("focus") == self.product.product_id
        text = _capital(self.context.formats.listing(facts))
        self.say("utter_specs" if known else "utter_specs_of", facts=text)

    def meets(self, filters: Filters) -> bool:
        """Whether the product is so, in stock or not."""
        wanted = replace(filters, products=(self.product.product_id,), in_stock=False)
        return bool(self.context.services.search.search("", wanted, 1))

    @cached_property
    def materials(self) -> tuple[str, ...]:
        """The materials of which it asks whether the product is of them; "with rubber tips" asks for tips."""
        named = [entity for entity in self.clause.entities if entity.kind == "material"]
        rest = self.clause.text
        for entity in named:
            rest = rest[: entity.start] + " " * (entity.end - entity.start) + rest[entity.end :]
        bare = self.says("made_of") or not telling(rest, "question_words", [self.product], self.context)
        return tuple(str(entity.value) for entity in named) if self.particular and bare else ()

    @cached_property
    def attributes(self) -> list[str]:
        """The features of which it asks whether the product has them."""
        asks = self.particular and not self.context.language.asks_how_much(self.text)
        return list(map(str, self.clause.values("attribute"))) if asks else []

    @cached_property
    def measured(self) -> tuple[list[str], Filters]:
        """The specifications that it asks for by name, and within which bounds they are asked to be."""
        context, product = self.context, self.product
        known = context.services.search.synonyms.measures
        stated = (
            read_measures(self.clause, context, Filters(types=(product.type,))) if self.particular else []
        )
        names = [
            name for said in stated for name in known[said.bounds.measure].specs if name in product.specs
        ]
        names += specs_asked(product, self.clause, context)
        if (fact := self.fact) and fact.kind == "spec" and fact.stated and fact.likeness >= LIKELY:
            names = (
                names if fact.name in names or stated else [fact.name]
            )  # "how heavy may i be" asks no weight
        return list(dict.fromkeys(names)), Filters(measures=tuple(said.bounds for said in stated))

    @cached_property
    def variants(self) -> list[str]:
        """The sizes and colours in which it asks for the product; "does it pack small" asks for none."""
        sizes = self.clause.values("size") if not self.is_certain("feature") else []
        return [*map(str, self.clause.values("colour") or sizes), *unknown_sizes(self.clause, self.context)]

    @property
    def reviews(self) -> bool:
        """Whether it asks what others think, and no more: "any good in wind" asks for the wind."""
        phrases = self.context.language.phrases
        idle = " ".join((*phrases("reviews"), *phrases("choosing_words")))
        asked = telling(self.text, "question_words", [self.product], self.context)
        more = asked - telling(idle, "question_words", [], self.context)
        return self.says("reviews") and not (self.particular and more)

    @cached_property
    def unknown_measure(self) -> str | None:
        """A measure that it names, and that is given of other products of the kind."""
        there = self.context.services.search.extents(Filters(types=(self.product.type,), in_stock=False))
        known, find = self.context.services.search.synonyms.measures, self.context.language.find
        return next((name for name in there if find(self.text, known[name].words) is not None), None)


@dataclass(frozen=True)
class Asked:
    """A kind of question: whether a message asks it, and the answer."""

    asks: Callable[[Question], object]
    say: Callable[[Question], None]


def answer(product: ProductView, clause: Clause, context: Context) -> bool:
    """Say what a message asks about the product; whether it asks anything that is known or known to be unknown."""
    question = Question(product, clause, context)
    for asked in _asked(question):
        asked.say(question)
    return context.spoke


def is_asked(product: ProductView, clause: Clause, context: Context) -> bool:
    """Whether a message asks what is known of a product."""
    return bool(_asked(Question(product, clause, context)))


def _asked(question: Question) -> list[Asked]:
    language = question.context.language
    told = language.says(question.text, "tell_all") and not language.goes_on(question.text)
    if question.text.startswith("/") or told:
        return []
    together = ([kind for kind in kinds if kind.asks(question)] for kinds in KINDS)
    return next(filter(None, together), [])


def _say_material(question: Question) -> None:
    """What it is made of, and whether of what the question names."""
    response = "utter_material"
    if named := question.materials:
        response = "utter_material_so" if question.meets(Filters(materials=named)) else "utter_material_not"
    values = question.context.formats.choice(named)
    question.say(response, material=question.product.material, values=values)


def _say_attributes(question: Question) -> None:
    """Whether it is what the question names; what is not listed is not denied either."""
    listing, features = question.context.formats.listing, ", ".join(question.product.features)
    if question.context.services.search.synonyms.titles.reduced in question.attributes:
        say_whether_reduced(question.product, question.context)
        return
    there = [value for value in question.attributes if question.meets(Filters(attributes=(value,)))]
    missing = [value for value in question.attributes if value not in there]
    if there:
        question.say("utter_attribute_so", values=listing(there))
    if missing and question.fact and question.fact.kind == "sentence":
        _say_fact(question)
    elif missing:
        response = "utter_attribute_unlisted" if features else "utter_attribute_unlisted_at_all"
        question.say(response, values=listing(missing), features=features)


def _say_measures(question: Question) -> None:
    """How much of what the question speaks of it has, and whether that is what the question states."""
    names, stated = question.measured
    told = [spec_sentence(name, question.product.specs[name], question.context) for name in names]
    if not stated:
        question.say_figures(told)
        return
    response = "utter_specs_so" if question.meets(stated) else "utter_specs_not"
    question.say(response, facts=_capital(question.context.formats.listing(told)))


def _say_fact(question: Question) -> None:
    """The fact that the question is after, alone; or that it is not stated."""
    fact, product, context = question.fact, question.product, question.context
    assert fact is not None
    match fact.kind, fact.stated:
        case "sentence", _:
            question.say("utter_described", sentence=_capital(fact.name).rstrip("."))
        case "figure", _:
            say_rating(product, context)
        case "spec", True:
            question.say_figures([spec_sentence(fact.name, product.specs[fact.name], context)])
        case "spec", False:
            question.say("utter_specs_unknown", measure=spec(fact.name, "", context)[0])
        case "feature", True:
            question.say("utter_listed_as", values=fact.name)
        case _:
            features = ", ".join(product.features)
            response = "utter_attribute_unlisted" if features else "utter_attribute_unlisted_at_all"
            question.say(response, values=fact.name, features=features)


def say_whether_reduced(product: ProductView, context: Context) -> None:
    """What it costs now and before, of what is reduced the most."""
    money = context.formats.money
    off = max(product.in_stock, key=lambda v: v.list_price - v.price, default=None)
    if off is None or not off.on_offer:
        context.say("utter_not_reduced", title=product.title, price=price(product, context))
        return
    saved: Decimal = off.list_price - off.price
    context.say(
        "utter_reduced",
        title=product.title,
        price=money(off.price),
        before=money(off.list_price),
        saved=money(saved),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _speaks_of_allergy(question: Question) -> bool:
    return safety.asks_what_is_listed(question.clause, question.context)


KINDS: tuple[tuple[Asked, ...], ...] = (
    (Asked(_speaks_of_allergy, lambda q: safety.say_what_is_listed(q.product, q.context)),),
    (
        Asked(
            lambda q: q.says("asks_price") and q.variants,
            lambda q: say_available(q.product, q.clause, q.context),
        ),
    ),
    (
        Asked(lambda q: q.particular and q.variants, lambda q: say_available(q.product, q.clause, q.context)),
        Asked(lambda q: q.product.material and (q.materials or q.says("made_of")), _say_material),
        Asked(lambda q: q.attributes, _say_attributes),
        Asked(lambda q: q.measured[0], _say_measures),
    ),
    (Asked(lambda q: q.is_certain("spec") or q.is_certain("feature"), _say_fact),),
    (Asked(lambda q: q.says("asks_reduction"), lambda q: say_whether_reduced(q.product, q.context)),),
    (
        Asked(
            lambda q: q.says("asks_price"),
            lambda q: q.say("utter_price_of", price=price(q.product, q.context)),
        ),
    ),
    (
        Asked(
            lambda q: q.says("asks_variants") and q.product.in_stock,
            lambda q: q.say("utter_available_in", stock=stock_sentence(q.product, q.context)),
        ),
    ),
    (Asked(lambda q: q.reviews, lambda q: say_rating(q.product, q.context)),),
    (Asked(lambda q: q.particular and q.fact and q.fact.stated, _say_fact),),
    (
        Asked(
            lambda q: q.particular and q.unknown_measure,
            lambda q: q.say("utter_specs_unknown", measure=q.unknown_measure),
        ),
    ),
    (Asked(lambda q: q.particular and q.fact, _say_fact),),
)
"""The kinds of questions, those that are answered together in one group: the first of which any is asked."""
