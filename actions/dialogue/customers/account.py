"""The customer's own account: their orders, and what the shop knows of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from actions.customers.alerts import AlertView
from actions.customers.types import Profile
from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Question
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Table
from actions.dialogue.orders.one_order import one_meant, tell_deeds, tell_order
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.tasks import OrderTask, order_of
from actions.dialogue.talk import remarks
from actions.dialogue.talk.spoken import spoken_of


class AccountTask(OrderTask):
    """Only the proof is asked for: a guest names one order of theirs, and nobody who is known is asked anything."""

    about_order = False
    questions: ClassVar[tuple[Question, ...]] = (OrderNumber(), *IDENTITY)

    def further(self, state: TaskState) -> list[Clause]:
        return []  # the number proves who asks; it is not what is asked for

    def needed(self, state: TaskState) -> Iterator[Question]:
        wanted = super().needed(state)
        return (
            question for question in wanted if not (state.identified and isinstance(question, OrderNumber))
        )


class OrdersTask(AccountTask):
    name = "orders"
    intent = "show_orders"
    intents = frozenset({"show_orders"})

    def spoken_of(self, state: TaskState) -> Events:
        """The one order that was shown, if it was one."""
        number = one_meant(state)
        mine = state.customer and number and order_of(state.customer, number, state.context)
        return [spoken_of(number, self.form, state.context)] if number and mine else []


class ProfileTask(AccountTask):
    name = "profile"
    intent = "show_profile"
    intents = frozenset({"show_profile"})


class ValidateOrdersForm(TaskForm):
    task = OrdersTask()


class ValidateProfileForm(TaskForm):
    task = ProfileTask()


class ActionShowOrders(FinishForCustomer):
    task = OrdersTask()

    def name(self) -> str:
        return "action_show_orders"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        number = one_meant(state)
        if number and (order := order_of(customer, number, context)):
            return tell_order(order, context)
        orders = context.services.orders.find(customer, limit=10)
        if not orders:
            return state.say("utter_no_orders")
        if remarks.asks_about_done(context.turn, context):
            return tell_deeds(orders, context)
        rows = [
            [
                order.order_number,
                context.formats.day(order.placed),
                context.text(f"utter_status_{order.status}"),
                context.formats.money(order.total, order.currency),
            ]
            for order in orders
        ]
        state.say("utter_your_orders", show=Table(context.text("utter_columns_orders").split("|"), rows))


class ActionShowProfile(FinishForCustomer):
    task = ProfileTask()

    def name(self) -> str:
        return "action_show_profile"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        customers = context.services.customers
        if context.language.says(context.turn.text, "alerts"):
            alerts = alerts_of(customer, context)
            response = "utter_your_alerts" if alerts else "utter_no_alerts_set"
            return state.say(response, alerts=context.formats.listing(alerts))
        profile = customers.profile(customer)
        if profile is None:
            return state.say("utter_proof_expired")
        address = profile.address
        facts = {
            "name": f"{profile.first_name} {profile.last_name}",
            "email": profile.email,
            "phone": profile.phone,
            "address": f"{address.street}, {address.city}, {address.state} {address.postcode}",
            "payment": ", ".join(profile.payment_labels),
            "orders": str(profile.order_count),
            "likes": ", ".join([*profile.favourite_types[:3], *profile.favourite_brands[:2]]),
            "colours": ", ".join(profile.favourite_colours),
            "prices": _prices(profile, context),
            "looked_at": _counted(profile.looked_at),
            "turned_down": _counted(profile.turned_down),
            "suggested": _counted(profile.suggested),
            "sizes": ", ".join(f"{kind} {size}" for kind, size in profile.sizes.items()),
            "suggestions": context.text("utter_on" if profile.personal_suggestions else "utter_off"),
            "newsletter": context.text("utter_on" if profile.newsletter else "utter_off"),
            "alerts": ", ".join(alerts_of(profile.customer_id, context)),
        }
        labels = dict(zip(facts, context.text("utter_rows_profile").split("|"), strict=True))
        opening = next((c.text for c in (*state.said, context.turn) if self.task.speaks_to(c)), "")
        parts, find = context.language.profile_parts, context.language.find
        asked = [part for part, names in parts.items() if facts[part] and find(opening, names) is not None]
        rows = [[labels[key], value] for key, value in facts.items() if value and key in (asked or facts)]
        response = "utter_your_profile_part" if asked else "utter_your_profile"
        state.say(response, show=Table(context.text("utter_columns_profile").split("|"), rows))


def _prices(profile: Profile, context: Context) -> str:
    """What they mostly pay; empty where they have not ordered yet."""
    if profile.price_band is None:
        return ""
    low, high = (context.formats.money(Decimal(str(round(price, 2)))) for price in profile.price_band)
    return context.text("utter_profile_prices", low=low, high=high)


def _counted(number: int) -> str:
    return str(number) if number else ""


def alerts_of(customer: str | None, context: Context) -> list[str]:
    """The alerts that a customer has set, in words."""
    return [_alert(each, context) for each in context.services.customers.alerts(customer)] if customer else []


def _alert(alert: AlertView, context: Context) -> str:
    """What an alert is for, and whether it is so already."""
    name = " – ".join(part for part in (alert.title, alert.watch.colour, alert.watch.size) if part)
    return context.text("utter_alert_due" if alert.due else "utter_alert_waits", title=name)
