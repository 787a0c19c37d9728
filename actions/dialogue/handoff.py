"""A person: handing over, and meeting a complaint."""

from __future__ import annotations

from typing import Any

from actions.customers.phones import find_phone
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.handoff.desk import Ticket

SUMMARY_LINES = 12
SUMMARY_CHARACTERS = 200


class ActionHandOver(ServeWish):
    """Queues the conversation with a summary, and says honestly when a person answers."""

    def name(self) -> str:
        return "action_hand_over"

    def answer(self, context: Context) -> Events:
        turn, services = context.turn, context.services
        ticket = services.handoff.request(turn.conversation, turn.intent, summary(context), context.customer)
        if ticket.already and contact_noted(context):
            return []
        response = "utter_handed_over_open" if ticket.open_now else "utter_handed_over_closed"
        if ticket.already:
            response = "utter_handed_over_already"
        context.say(response, **_values(ticket, context))
        return []


class ActionComplaint(ServeWish):
    """Meets a complaint kindly, and offers a person with everything already gathered."""

    def name(self) -> str:
        return "action_meet_complaint"

    def answer(self, context: Context) -> Events:
        waiting = context.services.handoff.waiting(context.turn.conversation)
        if waiting:
            context.say("utter_complaint_waiting", **_values(waiting, context))
        elif context.turn.tracker.active_loop_name:
            context.say(
                "utter_complaint_meanwhile"
            )  # no second question beside the task's: whose yes would it be
        else:
            context.say("utter_complaint")
        return []


def contact_noted(context: Context) -> bool:
    """Whether the message says where to answer a request that waits; that has then been noted."""
    turn = context.turn
    phone = find_phone(turn.text, context.formats.country)
    contact = turn.first("email") or (phone.number if phone else None)
    ticket = context.services.handoff.note(turn.conversation, str(contact)) if contact else None
    if ticket is None:
        return False
    answer = context.text(
        "utter_answer_to_contact", contact=contact, day=context.formats.day(ticket.answer_by)
    )
    context.say("utter_contact_noted", answer=answer)
    return True


def tell_about_answer(kind: str, context: Context) -> None:
    """What is asked on about how a request that waits is answered."""
    ticket = context.services.handoff.waiting(context.turn.conversation)
    if ticket is None:
        return context.say("utter_complaint")
    context.say(f"utter_{kind}", **_values(ticket, context))


def summary(context: Context) -> str:
    """The end of the conversation, for whoever takes it over."""
    lines = context.turn.transcript(SUMMARY_LINES)
    return "\n".join(f"{who}: {text[:SUMMARY_CHARACTERS]}" for who, text in lines)


def _values(ticket: Ticket, context: Context) -> dict[str, Any]:
    answer = context.text(
        "utter_answer_by_email" if ticket.known else "utter_answer_to_guest",
        ticket=ticket.number,
        day=context.formats.day(ticket.answer_by),
        email=context.services.policy.service.email,
    )
    return {"ticket": ticket.number, "position": str(ticket.position), "answer": answer}
