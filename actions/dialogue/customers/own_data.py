"""The customer's own data: take it along, have it forgotten, the newsletter."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.customers.erasing import Erasure, NotErased
from actions.dialogue.action import Events
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.account import AccountTask, alerts_of
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer, FinishTask
from actions.dialogue.mechanism.choosing import choose
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.questions import Option, Question, Reading, Taken, Unusable, coverage
from actions.dialogue.mechanism.state import Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation, Task
from actions.dialogue.messages import Choice, Link, payload
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.talk import remarks
from actions.dialogue.talk.spoken import alerts_told
from actions.shop.models import Purpose

NEWSLETTER, ALERTS = "newsletter", "alerts"
TASTE, ACCOUNT = "taste", "account"


class ExportTask(AccountTask):
    name = "export"
    intent = "export_my_data"
    intents = frozenset({"export_my_data"})


class WhatToForget(Question):
    """The account, or only what suggestions go by; asked for where the message may mean either ("my profile")."""

    slot = "forgetting"
    choosable = True

    def choices(self, state: TaskState) -> list[Choice]:
        return [
            Choice(state.text(f"utter_button_forget_{what}"), payload("inform", answer=what))
            for what in (TASTE, ACCOUNT)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        options = [Option(what, tuple(language.phrases(f"forget_{what}"))) for what in (TASTE, ACCOUNT)]
        if asked and (chosen := choose(clause, options, language)) and len(chosen.keys) == 1:
            return Taken(chosen.keys[0], chosen.coverage)
        if language.says(clause.text, "forget_either") and not language.says(clause.text, "forget_taste"):
            return None
        if remarks.forgets_taste(clause, state.context):
            return Taken(TASTE)
        return Taken(ACCOUNT, 0.0) if clause.intent in state.task.intents else None

    def describe(self, value: str, state: TaskState) -> str:
        return state.text(f"utter_button_forget_{value}")


class ConfirmErasure(Confirmation):
    """Says what goes, what stays, and that it cannot be undone."""

    def ask(self, state: TaskState) -> None:
        if state[WhatToForget.slot] == TASTE:
            return state.say("utter_question_confirmed_forget", choices=self.choices(state))
        judged = erasure(state)
        if isinstance(judged, Erasure):
            response = (
                "utter_question_confirmed_erase_with_orders"
                if judged.kept
                else "utter_question_confirmed_erase"
            )
            state.say(response, orders=str(judged.kept), choices=self.choices(state))


class EraseTask(AccountTask):
    name = "erase"
    intent = "delete_my_data"
    intents = frozenset({"delete_my_data"})
    questions = (WhatToForget(), OrderNumber(), *IDENTITY, ConfirmErasure())

    def instead(self, context: Context) -> str | None:
        """What does not say to delete, or names but a part of what is kept, leads to no deleting of an account."""
        turn, says = context.turn, context.language.says
        whole = says(turn.text, "whole_account") or not says(turn.text, "kept_apart")
        other = turn.is_button or turn.intent not in self.intents
        if other or (whole and says(turn.text, "erases")) or remarks.forgets_taste(turn, context):
            return super().instead(context)
        return "action_answer_question"

    def check(self, state: TaskState) -> None:
        super().check(state)
        if state.customer is None or state[WhatToForget.slot] != ACCOUNT:
            return
        if not isinstance(judged := erasure(state), NotErased):
            return
        numbers = state.context.formats.listing([*judged.orders, *judged.returns])
        track = Choice(state.text("utter_button_track"), payload("track_order"))
        person = Choice(state.text("utter_button_person"), payload("ask_human"))
        state.say("utter_not_erased", numbers=numbers, choices=(track, person))
        raise Leave


class ConfirmNewsletter(Confirmation):
    """Says what would be started or stopped: what sounds like such a wish may be none."""

    def ask(self, state: TaskState) -> None:
        response, choices = f"utter_question_confirmed_{state.task.name}", self.choices(state)
        if state["purpose"] != ALERTS:
            return state.say(response, choices=choices)
        if email := state[Mailbox.slot]:
            return state.say(f"{response}_{ALERTS}_address", email=email, choices=choices)
        alerts = state.context.formats.listing(alerts_of(state.context.customer, state.context))
        state.say(f"{response}_{ALERTS}", alerts=alerts, choices=choices)


class SubscribeTask(AccountTask):
    """Of whoever is known; anybody else confirms an address by a link, and no order has to do with that."""

    name = "subscribe"
    intent = "subscribe"
    intents = frozenset({"subscribe"})
    questions = (*AccountTask.questions, ConfirmNewsletter())

    def check(self, state: TaskState) -> None:
        super().check(state)
        profile = state.context.services.customers.profile(state.customer) if state.customer else None
        if profile and profile.newsletter:
            state.say("utter_subscribed_already")
            raise Leave
        if state.customer is None and state["order_number"] is None:
            state.say("utter_subscribe_on_page")
            raise Leave


class Mailbox(Question):
    """The address that gets the newsletter; whoever is known has theirs."""

    slot = "mailbox"

    def needed(self, state: TaskState) -> bool:
        return state[self.slot] is None and state.context.customer is None

    def ask(self, state: TaskState) -> None:
        about = f"_{ALERTS}" if state["purpose"] == ALERTS else ""
        state.say(f"utter_question_{self.slot}{about}")

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        email = clause.first("email")
        if email is not None:
            return Taken(str(email), coverage(clause, "email"))
        return Unusable("utter_unusable_proof") if asked and "@" in clause.text else None


class WhatToStop(Question):
    """The newsletter, or the alerts."""

    slot = "purpose"
    asked_for = False

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        alerts = clause.intent in state.task.intents and state.context.language.says(clause.text, "alerts")
        return Taken(ALERTS, 0.0) if alerts else None

    def describe(self, value: str, state: TaskState) -> str:
        return ""


class UnsubscribeTask(Task):
    """Whoever names an address may have it left in peace: that takes nothing from anybody, and tells nothing."""

    name = "unsubscribe"
    intent = "unsubscribe"
    intents = frozenset({"unsubscribe"})
    questions = (Mailbox(), WhatToStop(), ConfirmNewsletter())

    def title(self, context: Context) -> str:
        alerts = context.turn.slot("purpose") == ALERTS
        return context.text("utter_task_unsubscribe_alerts") if alerts else super().title(context)

    def check(self, state: TaskState) -> None:
        pointed = alerts_told(state.context) and state.context.turn.intent not in self.intents
        if state["purpose"] is None and pointed:  # "cancel it"
            alerts = alerts_of(state.context.customer, state.context)
            if len(alerts) != 1:
                state.say("utter_alerts_all_or_none" if alerts else "utter_no_alerts")
                raise Leave
            state["purpose"] = ALERTS
        known = state["purpose"] == ALERTS and state.context.customer and not state[Mailbox.slot]
        if known and not alerts_of(state.context.customer, state.context):
            state.say("utter_no_alerts")
            raise Leave

    def instead(self, context: Context) -> str | None:
        """Whoever gets no mail at all does not ask to be left in peace, nor does who asks why nobody answers."""
        says, turn = context.language.says, context.turn
        if says(turn.text, "unanswered"):
            return "action_meet_complaint"
        return "action_answer_question" if says(turn.question.text, "no_mail") else None


class ValidateExportForm(TaskForm):
    task = ExportTask()


class ValidateEraseForm(TaskForm):
    task = EraseTask()


class ValidateSubscribeForm(TaskForm):
    task = SubscribeTask()


class ValidateUnsubscribeForm(TaskForm):
    task = UnsubscribeTask()


class ActionExportData(FinishForCustomer):
    task = ExportTask()

    def name(self) -> str:
        return "action_export_data"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        data = context.services.customers.export(customer)
        url = context.services.exports_url.replace("{name}", context.services.exports.put(data))
        what = {"orders": str(len(data["orders"])), "rows": str(sum(map(len, data.values())))}
        state.say("utter_exported", show=Link(state.text("utter_button_download"), url), choices=(), **what)


class ActionEraseData(FinishForCustomer):
    task = EraseTask()

    def name(self) -> str:
        return "action_erase_data"

    def serve(self, context: Context) -> Events:
        return [*super().serve(context), *(SlotSet(slot, None) for slot in ("shown", "focus", "search"))]

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        if state[WhatToForget.slot] == TASTE:
            context.services.customers.forget_taste(customer)
            context.services.recommender.forget(customer)
            return state.say("utter_forgotten")
        match context.services.customers.erase(customer, context.turn.conversation):
            case Erasure():
                context.services.recommender.forget(customer)
                context.services.exports.forget(customer)
                state.say("utter_erased")
            case NotErased(orders=orders, returns=returns):
                state.say("utter_not_erased", numbers=context.formats.listing([*orders, *returns]))


class ActionSubscribe(FinishForCustomer):
    task = SubscribeTask()

    def name(self) -> str:
        return "action_subscribe"

    def finish_for(self, customer: str, state: TaskState) -> None:
        customers = state.context.services.customers
        new = customers.consent(customer, Purpose.NEWSLETTER, True)
        state.say("utter_subscribed" if new else "utter_subscribed_already")


class ActionUnsubscribe(FinishTask):
    task = UnsubscribeTask()

    def name(self) -> str:
        return "action_unsubscribe"

    def finish(self, state: TaskState) -> None:
        customers, email, alerts = (
            state.context.services.customers,
            state[Mailbox.slot],
            state["purpose"] == ALERTS,
        )
        customer = state.context.customer
        if customer is None or email:
            customers.leave_in_peace(str(email), alerts)
            response = "utter_alerts_ended_address" if alerts else "utter_unsubscribed_address"
            return state.say(response, email=str(email))
        if alerts:
            ended = customers.end_alerts(customer)
            return state.say("utter_alerts_ended" if ended else "utter_no_alerts", count=str(ended))
        customers.consent(customer, Purpose.NEWSLETTER, False)
        state.say("utter_unsubscribed")


def erasure(state: TaskState) -> Erasure | NotErased:
    """What forgetting the customer would do."""
    return state.context.services.customers.quote_erase(state.customer or "")
