"""The cart: put in, take out, look, and go to the shop's own checkout."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.cart import Added
from actions.dialogue import interest, offering
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.availability import say_not_in
from actions.dialogue.cart_lists import settled, unsettled
from actions.dialogue.cart_questions import (
    ANOTHER,
    GoodsToAdd,
    LinesToChange,
    VariantToAdd,
    chosen_products,
    fitting,
)
from actions.dialogue.cart_view import (
    cart_of,
    figures,
    line_title,
    owner,
    say_cart,
    say_what_is_short,
    table,
    ways_on,
)
from actions.dialogue.context import Context
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.messages import Choice, Link, payload
from actions.dialogue.order_tasks import FinishTask
from actions.dialogue.pointing import pointed_at
from actions.dialogue.turn import Clause
from actions.recommender import Did
from actions.shop.catalogue import ProductView

LOOKED_FOR = ("product_type", "brand")
"""Entities that make "a tent, please" a search where nothing shown is meant."""


class CartTask(Task):
    """A task that fills or empties the cart. Once it has begun, a change is one of the cart, if no order is named."""

    leaving = ("leave", "not_wanted")

    def speaks_to(self, clause: Clause) -> bool:
        changes = clause.intent in ("change_order", "remove_from_cart")
        return super().speaks_to(clause) or (changes and clause.first("order_number") is None)


class AddTask(CartTask):
    name = "add"
    intent = "add_to_cart"
    intents = frozenset({"add_to_cart"})
    questions = (GoodsToAdd(), VariantToAdd())

    def instead(self, context: Context) -> str | None:
        """Something that is not there yet is looked for first."""
        turn = context.turn
        if turn.intent != self.intent or turn.is_button or pointed_at(context):
            return None
        if settled(turn, context):
            return None
        if turn.wish.first("order_number"):
            return "action_add_to_order"
        return "action_search_products" if any(turn.wish.values(kind) for kind in LOOKED_FOR) else None

    def further(self, state: TaskState) -> list[Clause]:
        """What of a list of things has to be looked for."""
        turn = state.context.turn
        return unsettled(turn, state.context) if turn.intent == self.intent else []

    def check(self, state: TaskState) -> None:
        for product in chosen_products(state):
            self._check(product, state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "goods":
            chosen = state["goods"] or {}
            state["variant"] = {
                key: v for key, v in (state["variant"] or {}).items() if key in chosen
            } or None

    def _check(self, product: ProductView, state: TaskState) -> None:
        """What cannot be bought is said at once; of a size or colour that is sold out, which there are."""
        context = state.context
        wanted: dict[str, str] = (state["variant"] or {}).get(product.product_id, {})
        if not product.in_stock:
            similar = payload("find_similar", product_id=product.product_id)
            button = Choice(context.text("utter_button_similar"), similar)
            state.say("utter_not_available", title=product.title, choices=(button,))
            raise Leave
        kept: dict[str, str] = {}
        for trait, value in wanted.items():
            kept[trait] = value if fitting(product, {**kept, trait: value}) else ANOTHER
        if kept == wanted:
            return
        say_not_in(context.formats.listing([*filter(None, wanted.values())]), product, context)
        state["variant"] = {**state["variant"], product.product_id: kept}
        state["said"] = None


class ValidateAddForm(TaskForm):
    task = AddTask()


class ActionAddToCart(FinishTask):
    task = AddTask()

    def name(self) -> str:
        return "action_add_to_cart"

    def serve(self, context: Context) -> Events:
        goods = context.turn.slot("goods", {})
        return [SlotSet("focus", next(iter(goods), None)), *super().serve(context)]

    def finish(self, state: TaskState) -> None:
        context, added, changed = state.context, list[Added](), list[Added]()
        for product in chosen_products(state):
            variant = fitting(product, (state["variant"] or {}).get(product.product_id, {}))[0]
            pieces, exactly, replaced = state["goods"][product.product_id]
            carts = context.services.carts
            put = carts.change if exactly else carts.add
            match put(owner(context), variant.sku, pieces or 1):
                case Added() as done if replaced:
                    changed.append(replace(done, cart=carts.remove(owner(context), [replaced])))
                case Added() as done:
                    added.append(done)
                case refused:
                    response = "utter_not_so_many_more" if refused.in_cart else "utter_not_so_many"
                    stock, there = str(refused.stock), str(refused.in_cart)
                    state.say(response, title=product.title, stock=stock, in_cart=there)
        for done in changed:
            say_cart("utter_changed", done.cart, context, what=line_title(done.line, context))
        if added:
            what = context.formats.listing([line_title(done.line, context) for done in added])
            say_cart("utter_added", added[-1].cart, context, what=what)
            interest.record([done.line.product_id for done in added], Did.CART, context)
            offering.after_added(added[-1].line.product_id, context)


class RemoveTask(CartTask):
    """Takes things out of the cart, or leaves fewer of them in it."""

    name = "remove"
    intent = "remove_from_cart"
    intents = frozenset({"remove_from_cart"})
    questions = (LinesToChange(),)

    def check(self, state: TaskState) -> None:
        if not cart_of(state.context):
            state.say("utter_cart_empty")
            raise Leave


class ValidateRemoveForm(TaskForm):
    task = RemoveTask()


class ActionRemoveFromCart(FinishTask):
    task = RemoveTask()

    def name(self) -> str:
        return "action_remove_from_cart"

    def finish(self, state: TaskState) -> None:
        context, left = state.context, state["cart_lines"]
        carts, mine, before = context.services.carts, owner(context), cart_of(context)
        out = [line for line in before.lines if left.get(line.sku) == 0]
        fewer = [line for line in before.lines if left.get(line.sku)]
        cart = carts.remove(mine, [line.sku for line in out])
        for line in fewer:
            match carts.change(mine, line.sku, left[line.sku]):
                case Added() as done:
                    cart = done.cart
                    say_cart("utter_changed", cart, context, what=line_title(done.line, context))
                case refused:
                    state.say("utter_not_so_many", title=line.title, stock=str(refused.stock))
        if not out:
            return
        what = context.formats.listing([line.title for line in out])
        if cart:
            say_cart("utter_removed", cart, context, what=what)
        else:
            state.say("utter_emptied", what=what)


class ActionViewCart(ServeWish):
    """What is in it, with delivery and total."""

    def name(self) -> str:
        return "action_view_cart"

    def answer(self, context: Context) -> Events:
        cart = cart_of(context)
        if not cart:
            context.say("utter_cart_empty")
            return []
        empty = Choice(context.text("utter_button_empty"), payload("remove_from_cart", answer="all"))
        choices = (*ways_on(context)[1:], empty)
        context.say("utter_cart", show=table(cart, context), choices=choices)
        say_what_is_short(cart, context)
        return [SlotSet("shown", [line.product_id for line in cart.lines]), SlotSet("focus", None)]


class ActionCheckOut(ServeWish):
    """The way to the shop's own checkout; nothing is bought in the conversation."""

    def name(self) -> str:
        return "action_check_out"

    def answer(self, context: Context) -> Events:
        cart = cart_of(context)
        if not cart:
            context.say("utter_cart_empty")
            return []
        say_what_is_short(cart, context)
        link = context.services.carts.checkout_link(cart)
        if link is None:
            context.say(
                "utter_no_checkout" if any(line.stock for line in cart.lines) else "utter_nothing_to_buy"
            )
        else:
            show = Link(context.text("utter_button_checkout"), link)
            context.say("utter_checkout", show=show, **figures(cart, context))
        return []
