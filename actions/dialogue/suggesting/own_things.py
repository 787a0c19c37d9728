"""What is the shopper's own, from their orders: "the jacket I bought", "in my size"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.search import Filters
from actions.shop.catalogue import ProductView
from actions.shop.history import Bought

TOLD = "utter_own_size"
NEAR = 4
"""Words around a thing among which stands that it is the shopper's own."""


def owned(clause: Clause, context: Context) -> list[ProductView]:
    """The products that a message calls the shopper's own ("the one I have", "my jacket"), the latest bought first;
    empty where it does not, or they are not known."""
    types = kinds_called_own(clause, context)
    bought = _of_kinds(types, _bought(context), context) if types else []
    return context.services.catalogue.products(dict.fromkeys(each.product_id for each in bought))


def kinds_called_own(clause: Clause, context: Context) -> tuple[str, ...]:
    """The kinds of product that a message calls the shopper's own; of several those that the words for it stand by:
    "a jacket to go with my trousers"."""
    language = context.language
    if not calls_own(clause, context):
        return ()
    named = [e for e in clause.entities if e.kind == "product_type"]

    def near(entity: Entity) -> bool:
        before = language.words(clause.text[: entity.start])[-NEAR:]
        after = language.words(clause.text[entity.end :])[:NEAR]
        return language.says(" ".join(before), "mine") or language.says(" ".join(after), "i_have")

    chosen = [entity for entity in named if near(entity)] or named
    return tuple(dict.fromkeys(str(entity.value) for entity in chosen))


def calls_own(clause: Clause, context: Context) -> bool:
    """Whether a message speaks of something as the shopper's own, or wants the same as before."""
    says = context.language.says
    again = says(clause.text, "same") and says(clause.text, "as_bought")
    return again or any(says(clause.text, kind) for kind in ("mine", "i_have"))


def in_task(context: Context) -> list[ProductView]:
    """The products that the task under way is about: those chosen of its order, or all that are in it."""
    turn, customer = context.turn, context.customer
    number = turn.slot("order_number") if turn.open_form else None
    order = context.services.orders.order(customer, str(number)) if customer and number else None
    if order is None:
        return []
    chosen = [item for item in order.items if str(item.line) in turn.slot("items", {})]
    products = dict.fromkeys(item.product_id for item in chosen or order.items)
    return context.services.catalogue.products(products)


def buys_again(clause: Clause, context: Context) -> bool:
    """Whether a message wants one more of what the shopper has: "a second lamp like the one I have"."""
    language = context.language
    again = language.says(clause.text, "same") and language.says(clause.text, "as_bought")
    if not (again or language.says(clause.text, "i_have")) or language.says(clause.text, "gives_back"):
        return False
    return language.says(clause.text, "one_more") and bool(owned(clause, context))


def wants_companions(clause: Clause, context: Context) -> bool:
    """Whether a message wants what goes with something of the shopper's: "something to match my jacket"."""
    return context.language.says(clause.text, "goes_with") and bool(kinds_called_own(clause, context))


def asks_own_size(clause: Clause, context: Context) -> bool:
    """Whether a message asks for things in the shopper's own size, which they need not say."""
    that = TOLD in context.turn.said_last and context.language.says(clause.text, "that_size")
    return that or context.language.says(clause.text, "own_size")


def sized(types: Sequence[str], context: Context) -> list[Bought]:
    """What the shopper bought of these kinds that has a size, the latest first; of anything where none is named."""
    bought = [each for each in _bought(context) if each.size]
    return _of_kinds(types, bought, context) if types else bought


def own_size(filters: Filters, context: Context) -> Bought | None:
    """What tells the shopper's size in the kinds that are looked for: what they bought last of them, or of their
    category where that comes in the same sizes; None where nothing does."""
    if not filters.types:
        return None
    search, catalogue = context.services.search, context.services.catalogue
    asked = set(filters.attributes) & set(search.synonyms.titles.audience)
    bought = [
        each for each in sized((), context) if not asked or asked & _audiences(each.product_id, context)
    ]
    grown = [each for each in bought if context.language.child not in _audiences(each.product_id, context)]
    bought = bought if context.language.child in asked else grown
    if same := _of_kinds(filters.types, bought, context):
        return same[0]
    like = Filters(types=filters.types, in_stock=False)
    categories = {
        p.category for p in catalogue.products([hit.product_id for hit in search.search("", like, 1)])
    }
    of_category = {
        p.product_id
        for p in catalogue.products([each.product_id for each in bought])
        if p.category in categories
    }
    others = (each for each in bought if each.product_id in of_category)
    return next((each for each in others if search.search("", replace(like, sizes=(each.size,)), 1)), None)


def own_audience(context: Context) -> str:
    """For whom the shopper buys what is for some alone, the latest that is no child's; empty if not known."""
    audiences = (_audiences(each.product_id, context) - {context.language.child} for each in _bought(context))
    return next((next(iter(each)) for each in audiences if len(each) == 1), "")


def in_own_size(filters: Filters, clause: Clause, context: Context) -> Filters:
    """The filters with the shopper's size and audience, where the message asks for them and they are known."""
    if filters.sizes or not asks_own_size(clause, context):
        return filters
    known, who = own_size(filters, context), own_audience(context)
    settled = set(filters.attributes) & set(context.services.search.synonyms.titles.audience)
    attributes = filters.attributes if settled or not who else (*filters.attributes, who)
    return replace(filters, sizes=(known.size,) if known else (), attributes=attributes)


def say_size(filters: Filters, context: Context) -> None:
    """Say which size was gone by, or that it is not known, where the message asks for the shopper's own."""
    if not asks_own_size(context.turn.wish, context):
        return
    if (known := own_size(filters, context)) and known.size in filters.sizes:
        title = context.services.catalogue.products([known.product_id])[0].title
        context.say("utter_went_by_size", size=known.size, title=title)
    else:
        context.say("utter_size_not_known" if context.customer else "utter_size_of_stranger")


def _bought(context: Context) -> list[Bought]:
    customer = context.customer
    return context.once("bought", lambda: context.services.history.bought(customer)) if customer else []


def _of_kinds(types: Collection[str], bought: Iterable[Bought], context: Context) -> list[Bought]:
    """Those that are of these kinds."""
    known = list(bought)
    products = tuple(dict.fromkeys(each.product_id for each in known))
    if not products:
        return []
    like = Filters(types=tuple(types), products=products, in_stock=False)
    hits = {hit.product_id for hit in context.services.search.search("", like, len(products))}
    return [each for each in known if each.product_id in hits]


def _audiences(product_id: str, context: Context) -> set[str]:
    """For whom a product is."""
    search = context.services.search

    def suits(who: str) -> bool:
        only = Filters(products=(product_id,), attributes=(who,), in_stock=False)
        return bool(search.search("", only, 1))

    key = ("audiences", product_id)
    return context.once(key, lambda: {who for who in search.synonyms.titles.audience if suits(who)})
