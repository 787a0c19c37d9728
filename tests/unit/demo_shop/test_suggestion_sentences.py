"""What suggestions say is read back from the sentences themselves and held against the database, by its own tables."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml

from actions.dialogue.context import Context
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.language import language
from actions.dialogue.phrases import Phrases
from actions.dialogue.suggesting import aims, grounds
from actions.dialogue.suggesting.purposes import ANYBODY, Purposes, read_purposes
from actions.encoder import SentenceEncoder
from actions.recommender import Context as Circumstances
from actions.recommender import Did, Event, OwnSize, Recommender, Suggestion
from actions.search import Filters, ProductSearch
from actions.settings import ROOT
from actions.shop.catalogue import Catalogue
from actions.shop.session import Sessions
from tests.unit.demo_shop.conftest import CLOCK
from tests.unit.recommender.checking import orders, together, visits

RESPONSES = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]
PHRASES = Phrases.load(ROOT / "domain.yml")
ENGLISH = language("en")
STEPS = 5
Said = Mapping[str, str]


class Facts:
    """The shop's tables, read without a line of the shop's code. What a customer sent back or declined is left out, and
    so is what was bought in a cancelled order."""

    def __init__(self, database: Path) -> None:
        self._rows = sqlite3.connect(database).execute
        self.product = {title: key for key, title in self._rows("select product_id, title from products")}
        columns = "product_id, type, brand, added"
        self.traits = {key: traits for key, *traits in self._rows(f"select {columns} from products")}
        self.bought = self._lines("o.status not in ('cancelled', 'returned')")
        called_off = {line[:2] for line in self._lines("o.status = 'cancelled'")}
        called_off -= {line[:2] for line in self._lines("o.status != 'cancelled'")}
        declined = set(
            self._rows("select customer_id, product_id from interactions where behaviour = 'Decline'")
        )
        self.against = {line[:2] for line in self._lines("o.status = 'returned'")} | declined
        deeds = self._rows(
            "select customer_id, product_id, behaviour, time from interactions where customer_id is not null"
        )
        self.events = [
            Event(customer, product, Did(did), datetime.fromisoformat(time).replace(tzinfo=UTC))
            for customer, product, did, time in deeds
            if (customer, product) not in self.against
            and not (did == "Buy" and (customer, product) in called_off)
        ]
        self.orders = list(orders(self.events))
        self.visits = list(visits(self.events))

    def _lines(self, condition: str) -> set[tuple[str, str, str, str]]:
        """Customer, product, size and SKU of what was ordered and meets the condition."""
        ordered = "orders o join order_items i using (order_number) join variants v using (sku)"
        rows = f"select o.customer_id, v.product_id, v.size, v.sku from {ordered} where {condition}"
        return {(row[0], row[1], row[2], row[3]) for row in self._rows(rows)}

    def of(self, customer: str | None, *dids: Did) -> set[str]:
        """The products with which the customer did one of these."""
        return {event.product for event in self.events if event.customer == customer and event.did in dids}

    def wanting(self, product: str, days: int) -> int:
        """How many customers bought it or put it in the cart in so many days."""
        since, wants = CLOCK.now() - timedelta(days=days), (Did.BUY, Did.CART)
        wanting = (e for e in self.events if e.product == product and e.did in wants and e.time >= since)
        return len({event.customer for event in wanting})

    def type(self, product: str) -> str:
        return str(self.traits[product][0])

    def age(self, product: str) -> int:
        return (CLOCK.now() - datetime.fromisoformat(self.traits[product][2]).replace(tzinfo=UTC)).days

    def holding(self, *types: str) -> int:
        """How many orders hold all of these types."""
        return sum(set(types) <= {self.type(product) for product in order} for order in self.orders)

    def in_stock(self, product: str, size: str) -> bool:
        pieces = "select sum(stock) from variants where product_id = ? and size = ?"
        return bool(self._rows(pieces, (product, size)).fetchone()[0])

    def turned_to(self, product: str, bought: str) -> int:
        """How many customers turned to it within their next five products after they had bought the other."""
        found = set()
        for customer in {event.customer for event in self.events}:
            own = sorted((e for e in self.events if e.customer == customer), key=lambda event: event.time)
            steps = [e for n, e in enumerate(own) if n == 0 or own[n - 1].product != e.product]
            for then in (e.time for e in own if e.product == bought and e.did is Did.BUY):
                if product in [e.product for e in steps if e.time > then][:STEPS]:
                    found.add(customer)
        return len(found)


@pytest.fixture(scope="module")
def facts(demo_database: Path) -> Facts:
    return Facts(demo_database)


@pytest.fixture(scope="module")
def context(demo_sessions: Sessions, search: ProductSearch, encoder: SentenceEncoder) -> Context:
    """As much of one as sentences take."""
    purposes = Purposes(read_purposes(ROOT / "data"), ENGLISH, encoder, {})
    services = SimpleNamespace(catalogue=Catalogue(demo_sessions), search=search, purposes=purposes)
    formats = SimpleNamespace(listing=", ".join)
    return cast(
        Context, SimpleNamespace(text=PHRASES.text, services=services, language=ENGLISH, formats=formats)
    )


@lru_cache
def pattern(response: str) -> re.Pattern[str]:
    """What finds the facts in a sentence."""
    parts = re.split(r"\{(\w+)\}", RESPONSES[response][0]["text"])
    what = {"count": r"[\d.]+", "lift": r"[\d.]+"}  # a title may have a comma and a figure in it
    named = (
        f"(?P<{part}>{what.get(part, '.+?')})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    )
    return re.compile("".join(named))


def read(response: str, sentence: str) -> Said:
    found = pattern(response).fullmatch(sentence)
    assert found, f"{sentence!r} is not {response}"
    return found.groupdict()


def verify(
    suggestion: Suggestion, facts: Facts, context: Context, customer: str | None, session: Sequence[str] = ()
) -> str:
    """AssertionError unless both sentences are true of the tables; the kind of reason."""
    kind, product = suggestion.reason.kind, suggestion.product_id
    short = read(f"utter_because_{kind}", grounds.brief(suggestion.reason, context))
    whole = read(
        f"utter_evidence_{kind}", grounds.evidence_in_words(kind, suggestion.reason.evidence, context)
    )
    assert (customer, product) not in facts.against
    assert short.items() <= {**grounds._named(suggestion.reason.evidence, context), **whole}.items()
    TRUE[kind](product, {**short, **whole}, facts, customer, session)
    return kind


def because_you_bought(
    product: str, said: Said, facts: Facts, customer: str | None, _: Sequence[str]
) -> None:
    bought = facts.product[said["title"]]
    assert bought in facts.of(customer, Did.BUY)
    assert int(said["count"]) == facts.turned_to(product, bought) >= 2


def often_bought_together(
    product: str, said: Said, facts: Facts, customer: str | None, session: Sequence[str]
) -> None:
    other = facts.product[said["title"]]
    assert other in {*session, *facts.of(customer, *Did)}
    both = together(facts.events, product, other)
    singly = [sum(each in order for order in facts.orders) for each in (product, other)]
    assert int(said["count"]) == both >= 3
    assert float(said["lift"]) == round(both * len(facts.orders) / (singly[0] * singly[1]), 1) > 1


def looked_at_together(
    product: str, said: Said, facts: Facts, customer: str | None, session: Sequence[str]
) -> None:
    other = facts.product[said["title"]]
    assert other in {*session, *facts.of(customer, *Did)}
    assert int(said["count"]) == sum({product, other} <= visit for visit in facts.visits) >= 3


def types_together(product: str, said: Said, facts: Facts, *_: Any) -> None:
    assert facts.type(product) == said["type"] != said["with_type"]
    both, one, other = (
        facts.holding(*kinds)
        for kinds in ((said["type"], said["with_type"]), (said["type"],), (said["with_type"],))
    )
    assert int(said["count"]) == both
    assert float(said["lift"]) == round(both * len(facts.orders) / (one * other), 1) > 1


def matches_taste(product: str, said: Said, facts: Facts, customer: str | None, _: Sequence[str]) -> None:
    place = {"brand": 1, "kind of thing": 0}[said["trait"]]
    assert facts.traits[product][place] == said["value"]
    chosen = facts.of(customer, Did.BUY, Did.CART) - {product}
    assert int(said["count"]) == sum(facts.traits[each][place] == said["value"] for each in chosen) >= 2


def matches_size_and_taste(
    product: str, said: Said, facts: Facts, customer: str | None, session: Sequence[str]
) -> None:
    matches_taste(product, said, facts, customer, session)
    bought = facts.product[said["title"]]
    assert (customer, bought, said["size"]) in {line[:3] for line in facts.bought}
    assert facts.type(bought) == facts.type(product)
    assert facts.in_stock(product, said["size"])


def popular(product: str, said: Said, facts: Facts, *_: Any) -> None:
    assert int(said["count"]) == facts.wanting(product, int(said["days"])) >= 3


def new(product: str, said: Said, facts: Facts, *_: Any) -> None:
    assert int(said["days"]) == facts.age(product) <= 45
    assert said["types"] == ENGLISH.several(facts.type(product))


def new_of_interest(product: str, said: Said, facts: Facts, customer: str | None, _: Sequence[str]) -> None:
    new(product, said, facts)
    since = CLOCK.now() - timedelta(days=int(said["within"]))
    seen = {
        e.product for e in facts.events if e.customer == customer and e.did is Did.VIEW and e.time >= since
    }
    alike = {each for each in seen - {product} if ENGLISH.several(facts.type(each)) == said["types"]}
    assert int(said["count"]) == len(alike) >= 3


def similar_to(product: str, said: Said, facts: Facts, customer: str | None, session: Sequence[str]) -> None:
    other = facts.product[said["title"]]
    assert other != product and other in {*session, *facts.of(customer, *Did)}


TRUE: Mapping[str, Callable[..., None]] = {
    "because_you_bought": because_you_bought,
    "often_bought_together": often_bought_together,
    "looked_at_together": looked_at_together,
    "types_together": types_together,
    "matches_taste": matches_taste,
    "matches_size_and_taste": matches_size_and_taste,
    "popular": popular,
    "new": new,
    "new_of_interest": new_of_interest,
    "similar_to": similar_to,
}


def sizes(facts: Facts, customer: str) -> tuple[OwnSize, ...]:
    kept = (line for line in sorted(facts.bought) if line[0] == customer and line[2])
    return tuple(
        OwnSize(size, product) for _, product, size, _ in kept if (customer, product) not in facts.against
    )


def everything(
    recommender: Recommender, facts: Facts
) -> Iterator[tuple[Suggestion, str | None, tuple[str, ...]]]:
    """Lists for every third customer and a stranger, alone and while they look at something, and all other lists."""
    products = list(facts.traits)
    customers = sorted({event.customer for event in facts.events})[::3]
    for number, customer in enumerate([*customers, None]):
        session = () if number % 2 else (products[(37 * number) % len(products)],)
        mine = Circumstances(sizes=sizes(facts, customer) if customer else ())
        lists = recommender.recommend(customer, session, 8, mine), recommender.new_arrivals(customer, 5, mine)
        for suggestion in (each for found in lists for each in found):
            yield suggestion, customer, session
    for product in products[::9]:
        for found in (recommender.goes_with(product, 4), recommender.similar(product, 4)):
            yield from ((suggestion, None, (product,)) for suggestion in found)


def test_every_sentence_is_true(recommender: Recommender, facts: Facts, context: Context) -> None:
    assert len(facts.product) == len(facts.traits), "a title names one product"
    kinds = [
        verify(each, facts, context, customer, session)
        for each, customer, session in everything(recommender, facts)
    ]
    assert len(kinds) > 1500
    assert set(kinds) >= TRUE.keys() - {"new_of_interest"}, "one of each kind was seen"


def test_a_false_sentence_is_found_out(recommender: Recommender, facts: Facts, context: Context) -> None:
    """One more customer, or another product, and every check of a count fails."""
    seen = set()
    for suggestion, customer, session in everything(recommender, facts):
        evidence = dict(suggestion.reason.evidence)
        if "count" not in evidence or suggestion.reason.kind in seen:
            continue
        seen.add(suggestion.reason.kind)
        evidence["count"] = int(evidence["count"]) + 1
        more = Suggestion(
            suggestion.product_id, 1.0, type(suggestion.reason)(suggestion.reason.kind, evidence)
        )
        with pytest.raises(AssertionError):
            verify(more, facts, context, customer, session)
    assert len(seen) >= 6


@pytest.mark.parametrize("gift", [False, True])
def test_what_serves_a_purpose_or_pleases_is_what_the_shop_says(context: Context, gift: bool) -> None:
    written = read_purposes(ROOT / "data")
    purposes, search = context.services.purposes, context.services.search
    for name in written:
        kinds = purposes.kinds((name,), gift) if name != ANYBODY else ()
        wishes = Wishes(purposes.words((name,)), Filters(types=kinds), purposes=(name,), gift=gift)
        for each in (
            aims.suggestions(search.search(wishes.text, wishes.filters, 12), wishes, context) if kinds else ()
        ):
            kind, evidence = each.reason.kind, each.reason.evidence
            said = read(f"utter_evidence_{kind}", grounds.evidence_in_words(kind, evidence, context))
            (product,) = context.services.catalogue.products([each.product_id])
            assert said["type"] == product.type
            served = written[name if kind == "for_purpose" else ANYBODY]
            assert kind in ("for_purpose", "gift_idea") and (gift or kind == "for_purpose")
            if kind == "for_purpose":
                assert said["purpose"] == name
            named = {*served.kinds, *served.gifts} if kind == "for_purpose" else set(served.gifts)
            assert any(one == product.type or one.endswith(f" {product.type}") for one in named)


def test_what_is_found_for_words_is_what_the_shop_finds(context: Context) -> None:
    search, purposes = context.services.search, context.services.purposes
    types = sorted({product.type for product in context.services.catalogue.products()})
    type = next(each for each in types if not purposes.served(each, [ANYBODY], gift=True))
    wishes = Wishes(f"she said something about {type}", Filters(types=(type,)), gift=True)
    found = aims.suggestions(search.search(wishes.text, wishes.filters, 4), wishes, context)
    assert found
    for each in found:
        said = read(
            "utter_evidence_found_for", grounds.evidence_in_words("found_for", each.reason.evidence, context)
        )
        hits = search.search(said["words"], wishes.filters, 12)
        assert each.reason.kind == "found_for" and each.product_id in {hit.product_id for hit in hits}
