"""The invoice of an order: what stands on it, for whoever has proved that it is theirs."""

from __future__ import annotations

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.proving import IDENTITY
from actions.dialogue.finishing import FinishForCustomer
from actions.dialogue.mechanism.form import TaskForm
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, Table, payload
from actions.dialogue.orders.addresses import one_line
from actions.dialogue.orders.invoice_or_delivery import SPEAK_OF_INVOICE
from actions.dialogue.orders.lines import item_title
from actions.dialogue.orders.order_number import OrderNumber
from actions.dialogue.orders.refusals import say_refused
from actions.dialogue.orders.tasks import OrderTask
from actions.orders.invoicing import Invoice
from actions.orders.types import Refusal

TOPIC = "invoices-and-vat"
"""The written answer about invoices."""


class InvoiceTask(OrderTask):
    """Begins by what is asked for, whatever intent it sounds like."""

    name = "invoice"
    intent = "show_invoice"
    intents = frozenset()
    questions = (OrderNumber(), *IDENTITY)

    def speaks_to(self, clause: Clause) -> bool:
        return clause.intent == self.intent or clause.intent in SPEAK_OF_INVOICE


class ValidateInvoiceForm(TaskForm):
    task = InvoiceTask()


class ActionShowInvoice(FinishForCustomer):
    task = InvoiceTask()

    def name(self) -> str:
        return "action_show_invoice"

    def finish_for(self, customer: str, state: TaskState) -> None:
        context = state.context
        made = context.services.orders.invoice(customer, state["order_number"])
        if isinstance(made, Refusal):
            return say_refused([made], context)
        _tell(made, context)


def _tell(made: Invoice, context: Context) -> None:
    money, formats = context.formats.money, context.formats
    rows = [
        [item_title(line, context), str(line.quantity), money(line.unit_price * line.quantity, made.currency)]
        for line in made.items
    ]
    delivery, total = context.text("utter_rows_cart").split("|")
    rows += [
        [delivery, "", money(made.delivery_cost, made.currency)],
        [total, "", money(made.total, made.currency)],
    ]
    context.say(
        "utter_invoice",
        order_number=made.order_number,
        day=formats.day(made.placed),
        seller=", ".join(made.seller),
        buyer=made.buyer,
        address=one_line(made.billed_to, context),
        show=Table(context.text("utter_columns_invoice").split("|"), rows),
    )
    paid = [
        context.text(
            f"utter_invoice_{entry.kind}",
            amount=money(entry.amount, made.currency),
            payment=entry.payment.label,
            day=formats.day(entry.time),
        )
        for entry in made.paid
    ]
    more = Choice(context.text("utter_button_about_invoices"), payload("ask_faq", topic=TOPIC))
    context.say("utter_invoice_paid", paid=" ".join(paid), choices=(more,))
