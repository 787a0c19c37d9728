"""The cart: put in and take out."""

from __future__ import annotations

from dataclasses import replace

from rasa_sdk.events import SlotSet

from actions.cart import Added, Cart
from actions.dialogue.action import Events
from actions.dialogue.cart import to_put_in
from actions.dialogue.cart.goods import GoodsToAdd, chosen_lines, lines_of
from actions.dialogue.cart.lists import called, settled, unsettled
from actions.dialogue.cart.questions import LinesToChange, VariantToAdd, names_another
from actions.dialogue.cart.swaps import TAKEN_OUT, named_line, put_back, swapped
from actions.dialogue.cart.variants import ANY, Allowed, fitting, traits_of, values_of
from actions.dialogue.cart.view import (
    cart_of,
    line_title,
    owner,
    say_cart,
)
from actions.dialogue.cart.wishes import ADD, SERVED_BY, lets_go, takes_out
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import sets_anew
from actions.dialogue.finding.pointing import pointed_at
from actions.dialogue.finishing import FinishTask
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Task
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products.stock import say_not_in
from actions.dialogue.suggesting import interest, offering
from actions.recommender import Did
from actions.shop.catalogue import ProductView

LOOKED_FOR = ("product_type", "brand")
"""Entities that make "a tent, please" a search where nothing shown is meant."""


class CartTask(Task):
    """A task that fills or empties the cart. Once it has begun, a change is one of the cart, if no order is named."""

    leaving = ("leave", "not_wanted")
    patience = 1

    def gives_way(self, state: TaskState) -> bool:
        """Once other things are looked for, what was open of a thing is not asked again."""
        if state.open in (GoodsToAdd.slot, None):
            return False
        since = state.context.turn.events_since_message()
        return any(event.get("event") == "slot" and event.get("name") == "search" for event in since)

    def speaks_to(self, clause: Clause) -> bool:
        changes = clause.intent in ("change_order", "remove_from_cart")
        return super().speaks_to(clause) or (changes and clause.first("order_number") is None)


class AddTask(CartTask):
    name = "add"
    intent = "add_to_cart"
    intents = frozenset({"add_to_cart"})
    questions = (GoodsToAdd(), VariantToAdd())

    def instead(self, context: Context) -> str | None:
        """Something that is not there yet is looked for first; what is in the cart already is another task's."""
        turn = context.turn
        if turn.open_form == self.form and (turn.mistaken or takes_out(turn, context)) and turn.intent != ADD:
            return SERVED_BY.get(turn.intent)
        chosen = lines_of(turn.slot("goods", {}), context).values() if turn.open_form == self.form else ()
        if chosen and not turn.wishes and names_another(turn, chosen, context):
            return "action_search_products"
        if turn.intent != self.intent or turn.is_button:
            return None
        if context.language.says(turn.text, "vague") and not turn.wish.values("product"):
            return "action_recommend"  # "add something small"
        meant = pointed_at(context)
        if (meant and not names_another(turn.wish, meant, context)) or (
            sets_anew(turn, context) and turn.slot("shown")
        ):
            return None
        if (
            swapped(turn, context)
            or put_back(turn, context)
            or settled(turn, context)
            or called(turn, context)
        ):
            return None
        if turn.wish.first("order_number"):
            return "action_add_to_order"
        return "action_search_products" if any(turn.wish.values(kind) for kind in LOOKED_FOR) else None

    def further(self, state: TaskState) -> list[Clause]:
        """What of a list of things has to be looked for."""
        turn = state.context.turn
        return unsettled(turn, state.context) if turn.intent == self.intent else []

    def calls_off(self, clause: Clause, state: TaskState) -> bool:
        """ "bin the socks", of which it is still open what colour."""
        context = state.context
        if cart_of(context) and context.language.says(clause.text, "empty"):
            return False
        if clause.text.startswith("/") or not lets_go(clause, context) or named_line(clause, context):
            return False
        options = [Option(key, (p.title,), (p.type,)) for key, p in chosen_lines(state).items()]
        kinds = ("removes", "empty", "pointers", "all", "polite", "deny", "hedge", "in_cart", "fillers")
        bare = [phrase for kind in kinds for phrase in context.language.phrases(kind)]
        bare += [size for product in chosen_lines(state).values() for size in product.sizes]
        named = choose(clause, options, context.language) is not None
        return named or context.language.made_of(clause.text, bare)

    def let_go(self, state: TaskState) -> None:
        titles = list(dict.fromkeys(product.title for product in chosen_lines(state).values()))
        response = "utter_not_put_in" if titles else "utter_left_add"
        state.say(response, titles=state.context.formats.listing(titles))

    def check(self, state: TaskState) -> None:
        for key, product in chosen_lines(state).items():
            self._check(key, product, state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "goods":
            chosen = state["goods"] or {}
            state["variant"] = {
                key: v for key, v in (state["variant"] or {}).items() if key in chosen
            } or None

    def _check(self, key: str, product: ProductView, state: TaskState) -> None:
        """What cannot be bought is said at once; of a size or colour that is sold out, which there are; and what is
        taken where any will do."""
        context = state.context
        wanted: Allowed = (state["variant"] or {}).get(key, {})
        if not product.in_stock:
            similar = payload("find_similar", product_id=product.product_id)
            button = Choice(context.text("utter_button_similar"), similar)
            state.say("utter_not_available", title=product.title, choices=(button,))
            raise Leave
        kept: Allowed = {}
        for trait in sorted(wanted, key=traits_of(product).index):
            there = fitting(product, {**kept, trait: wanted[trait]})
            kept[trait] = wanted[trait] if there else []
        if kept != wanted:
            self._say_not_in(wanted, kept, product, context)
        unmet = (trait for trait, values in kept.items() if not values)
        if not product.options and any(not values_of(trait, product.in_stock) for trait in unmet):
            raise Leave  # it comes in no sizes at all, so that none is asked for in place of the one that was wanted
        for trait in [trait for trait, values in kept.items() if ANY in values]:
            kept[trait] = values_of(trait, fitting(product, kept))[:1]
            state.say("utter_any_taken", value=kept[trait][0])
        if kept != wanted:
            state["variant"] = {**state["variant"], key: kept}
            state["said"] = None

    def _say_not_in(self, wanted: Allowed, kept: Allowed, product: ProductView, context: Context) -> None:
        """Which of what was wanted there is not, in what there is instead."""
        listing = context.formats.listing
        there = {trait: values for trait, values in kept.items() if values}
        gone = next(trait for trait, values in kept.items() if not values and wanted[trait])
        asked = listing([value for values in wanted.values() for value in values if value != ANY])
        if there and fitting(product, {gone: wanted[gone]}):
            mine = listing([value for values in there.values() for value in values])
            kinds = listing(values_of(gone, fitting(product, there)))
            context.say("utter_not_together", title=product.title, asked=asked, mine=mine, kinds=kinds)
        else:
            say_not_in(asked, product, context)


class ValidateAddForm(TaskForm):
    task = AddTask()


class ActionAddToCart(FinishTask):
    task = AddTask()

    def name(self) -> str:
        return "action_add_to_cart"

    def serve(self, context: Context) -> Events:
        lines = lines_of(context.turn.slot("goods", {}), context)
        focus = next((product.product_id for product in lines.values()), None)
        return [SlotSet("focus", focus), SlotSet(to_put_in.SLOT, None), *super().serve(context)]

    def finish(self, state: TaskState) -> None:
        context, added, changed = state.context, list[Added](), list[Added]()
        for key, product in chosen_lines(state).items():
            variant = fitting(product, (state["variant"] or {}).get(key, {}))[0]
            pieces, exactly, replaced = state["goods"][key]
            if variant.sku == replaced:
                state.say("utter_left_add")
                continue
            carts = context.services.carts
            put = carts.change if exactly else carts.add
            match put(owner(context), variant.sku, pieces or 1):
                case Added() as done if replaced:
                    changed.append(replace(done, cart=self._fewer(replaced, pieces or 1, context)))
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

    def _fewer(self, sku: str, pieces: int, context: Context) -> Cart:
        """Take so many pieces of what was replaced out of the cart."""
        carts, mine = context.services.carts, owner(context)
        line = cart_of(context).line(sku)
        if line and line.quantity > pieces:
            match carts.change(mine, sku, line.quantity - pieces):
                case Added() as left:
                    return left.cart
        return carts.remove(mine, [sku])


class RemoveTask(CartTask):
    """Takes things out of the cart, or leaves fewer of them in it."""

    name = "remove"
    intent = "remove_from_cart"
    intents = frozenset({"remove_from_cart"})
    questions = (LinesToChange(),)

    def instead(self, context: Context) -> str | None:
        """What asks how long things stay in the cart takes none of them out."""
        turn, language = context.turn, context.language
        asks = language.asks_in_particular(turn.text) and not language.says(turn.text, "requests")
        return (
            "action_answer_question" if asks and turn.intent == self.intent and not turn.is_button else None
        )

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

    def serve(self, context: Context) -> Events:
        left, lines = context.turn.slot("cart_lines", {}), cart_of(context).lines
        out = {line.sku: (line.product_id, line.quantity) for line in lines if left.get(line.sku) == 0}
        kept = {"lines": out, "turn": context.turn.number} if out else None
        return [SlotSet(TAKEN_OUT, kept), *super().serve(context)]

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
