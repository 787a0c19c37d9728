"""A person: handing over, and meeting a complaint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from actions.customers.phones import find_phone
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.mechanism import stack
from actions.dialogue.mechanism.form import tasks
from actions.dialogue.mechanism.proceeding import LEFT_TASK
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.asking_on import HANDED_OVER
from actions.handoff.desk import Ticket

TRANSCRIPT_LINES = 200
LINE_CHARACTERS = 2000
"""How much of a conversation goes with a request: all that anybody writes by hand."""
LATELY = 3
"""Messages for which a task that ended unfinished is what a person is asked for."""


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


def request_stands(context: Context) -> bool:
    """Whether the message only lets go of what was spoken of, right after a request was put in the queue; that this
    still waits has then been said."""
    if HANDED_OVER.isdisjoint(context.turn.said_last):
        return False
    ticket = context.services.handoff.waiting(context.turn.conversation)
    if ticket is not None:
        context.say("utter_request_stands", **_values(ticket, context))
    return ticket is not None


def tell_about_answer(kind: str, context: Context) -> None:
    """What is asked on about how a request that waits is answered."""
    ticket = context.services.handoff.waiting(context.turn.conversation)
    if ticket is None:
        return context.say("utter_complaint")
    context.say(f"utter_{kind}", **_values(ticket, context))


def summary(context: Context, finishing: TaskState | None = None) -> str:
    """All that was gathered, for whoever takes the conversation over: what was wanted and what is known of it, who has
    shown to be asking, what was done, and what was said. `finishing` is the task that asks for a person itself."""
    turn, standing = context.turn, context.standing
    states = [finishing] if finishing else list(_wanted(context))
    proof = standing.strength if standing else "nothing"
    lines = [*map(_gathered, states), context.text(f"utter_ticket_{proof}")]
    if deeds := turn.slot("deeds", {}):
        lines.append(context.text("utter_ticket_deeds", deeds=context.formats.listing(list(deeds.values()))))
    said = (f"{who}: {text[:LINE_CHARACTERS]}" for who, text in turn.transcript(TRANSCRIPT_LINES))
    return "\n".join([*lines, *said])


def _wanted(context: Context) -> Iterator[TaskState]:
    """The task that is open and those that wait; where there is none, the one that ended unfinished just now."""
    turn, known = context.turn, {task.form: task for task in tasks()}
    if open_task := known.get(turn.tracker.active_loop_name or ""):
        yield TaskState(open_task, context)
    left = turn.slot(LEFT_TASK, {})
    just_left = [left] if left and turn.number - left["turn"] <= LATELY and not open_task else []
    for entry in [*just_left, *reversed(stack.waiting(turn))]:
        if task := known.get(entry.get("task", "")):
            yield TaskState(task, context, entry["slots"])


def _gathered(state: TaskState) -> str:
    """A task and what is known of it, in a line."""
    known = [f"{state.text(f'utter_name_{slot}')}: {value}" for slot, value in state.described()]
    task = state.task.title(state.context)
    return state.text("utter_ticket_task", task=task, values="; ".join(known))


def _values(ticket: Ticket, context: Context) -> dict[str, Any]:
    answer = context.text(
        "utter_answer_by_email" if ticket.known else "utter_answer_to_guest",
        ticket=ticket.number,
        day=context.formats.day(ticket.answer_by),
        email=context.services.policy.service.email,
    )
    return {"ticket": ticket.number, "position": str(ticket.position), "answer": answer}
