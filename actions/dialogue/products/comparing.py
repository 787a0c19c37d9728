"""Products side by side, and which of them comes first by what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.pointing import named, pointed_at
from actions.dialogue.finding.shown import all_shown, comparable, compared, on_page, order_asked, the_one
from actions.dialogue.messages import Table
from actions.dialogue.products.about_product import focus_on
from actions.dialogue.products.coming_first import say_which
from actions.dialogue.products.facts import facts, spec
from actions.dialogue.products.telling import ANALYSER, specs_asked, telling
from actions.search import Filters
from actions.shop.catalogue import ProductView

COMPARED = 4
"""How many products a table holds."""


class ActionCompareProducts(ServeWish):
    """Two to four products side by side; where the message asks which of them is the lightest, or the best, that first,
    and of those that were just compared that alone."""

    def name(self) -> str:
        return "action_compare_products"

    def answer(self, context: Context) -> Events:
        question = context.turn.wish
        products = meant(question, context)
        if len(products) < 2:
            return self._too_few(question, context)
        before = {product.product_id for product in compared(context)}
        ids = [product.product_id for product in products]
        table = comparison(products, context, question)
        says = context.language.says
        which = order_asked(question, context) or any(says(question.text, k) for k in ("which", "best_of"))
        first = say_which(question, products, context) if which else None
        picks = first and says(question.text, "one_of_them") and not says(question.text, "which")
        if not (picks or (which and before.issuperset(ids))):
            context.say(
                "utter_comparison" if table.rows else "utter_all_alike", show=table if table.rows else None
            )
        shown = context.turn.slot("shown", [])
        events = [] if set(ids) <= set(shown) else [SlotSet("shown", ids), SlotSet("focus", None)]
        among = shown if set(ids) <= set(shown) else ids
        events += focus_on(first) if first else []
        return [*events, SlotSet("compared", {"products": ids, "among": among})]

    def _too_few(self, question: Clause, context: Context) -> Events:
        """A superlative of a kind is looked for, and what is asked of one product is told of it."""
        if question.values("product_type"):
            return [FollowupAction("action_search_products")]
        shown, says = all_shown(context), context.language.says
        which = (order_asked(question, context) or says(question.text, "which")) and not says(
            question.text, "reviews"
        )
        if len(shown) == 1 and which:
            context.say("utter_only_one_here", title=shown[0].title)
            return focus_on(shown[0])
        if pointed_at(context):
            return [FollowupAction("action_show_product")]
        context.say("utter_nothing_to_compare")
        return []


def meant(question: Clause, context: Context) -> list[ProductView]:
    """The products to compare: those that are named, one more beside those compared before; else those, or the last
    that were shown, as long as they are of the kind that is named."""
    picked = question.values("product") or question.values("ordinal") or not order_asked(question, context)
    products = apart(named(question, context)) if picked else []
    products = one_of_each_name(products, question, context)
    if len(products) == 1 and (before := compared(context) or beside(products[0], context)):
        products = [*before, *(product for product in products if product not in before)]
    if len(products) > 1:
        return products if len(products) <= COMPARED else on_page(context)[:COMPARED]
    kinds = Filters(types=tuple(map(str, question.values("product_type"))), in_stock=False)
    of_kind = replace(kinds, products=tuple(context.turn.slot("shown", [])))
    if kinds.types and not context.services.search.search("", of_kind, 1):
        return []
    return comparable(context)[:COMPARED]


def beside(product: ProductView, context: Context) -> list[ProductView]:
    """The product spoken of, beside which another is named: "what's the difference to the Bothy?"."""
    other = the_one(context)
    return [other] if other and other != product else []


def one_of_each_name(
    products: Sequence[ProductView], question: Clause, context: Context
) -> list[ProductView]:
    """One product for each name in the message: of several of that name the one that its words tell ("the Tarnside 2"),
    or else the most like what it is compared with."""
    called = {e.id: str(e.value) for e in question.entities if e.kind == "product"}
    by_name: dict[str, list[ProductView]] = {}
    for product in products:
        by_name.setdefault(called.get(product.product_id, product.product_id), []).append(product)
    spoken = the_one(context)
    if len(by_name) == len(products) or (len(by_name) < 2 and spoken in (None, *products)):
        return list(products)
    said = set(ANALYSER.stems(question.text))
    other = set(ANALYSER.stems(spoken.title if spoken else question.text))

    def likeness(product: ProductView) -> tuple[int, int]:
        stems = set(ANALYSER.stems(product.title))
        return len(stems & said), len(stems & other)

    return [max(each, key=likeness) for each in by_name.values()]


def apart(products: list[ProductView]) -> list[ProductView]:
    """One edition of each product that was named: of two boots for men and for women, those for the same people."""
    by_name: dict[str, list[ProductView]] = {}
    for product in products:
        by_name.setdefault(product.name, []).append(product)
    if len(by_name) < 2:
        return products
    editions = [{p.edition for p in each} for each in by_name.values()]
    common = set.intersection(*editions)
    return [next((p for p in each if p.edition in common), each[0]) for each in by_name.values()]


def comparison(products: Sequence[ProductView], context: Context, question: Clause) -> Table:
    """Side by side: the rows that the question names, or those in which they differ."""
    known = [facts(product, context) for product in products]
    labels = dict.fromkeys(label for each in known for label in each)
    rows = [[label, *(each.get(label, "–") for each in known)] for label in labels]
    asked = telling(question.unnamed, "choosing_words", products, context)
    named = {spec(name, "", context)[0] for p in products for name in specs_asked(p, question, context)}
    in_question = [row for row in rows if row[0] in named or asked.intersection(ANALYSER.stems(row[0]))]
    return Table(
        ["", *(product.title for product in products)],
        in_question or [row for row in rows if len(set(row[1:])) > 1],
    )
