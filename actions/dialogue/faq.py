"""Questions about the shop, answered from its own written answers."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue import asking_on, needs
from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, Source, payload
from actions.dialogue.turn import WISH
from actions.faq import Answer

RELATED = 3
PLAIN = 0.6
"""Score from which a message that sounds like a wish is a question that a written answer is about."""


class ActionAnswerQuestion(ServeWish):
    """The written answer with its source's title; or an honest no, with the nearest titles."""

    def name(self) -> str:
        return "action_answer_question"

    def answer(self, context: Context) -> Events:
        wish, services = context.turn.question, context.services
        topic = wish.first("topic")
        question, answer = (wish.text, services.faq.topic(str(topic))) if topic else written_answer(context)
        if answer is None and needs.kind_for(wish, context, needs.UNWRITTEN):
            return [FollowupAction("action_search_products")]
        if answer is None:
            related = services.faq.related(wish.text, RELATED)
            context.say("utter_no_written_answer", choices=[_titled(topic) for topic in related])
            return []
        in_full = topic is not None or answer.summary == answer.text
        more = Choice(context.text("utter_button_more"), payload("ask_faq", topic=answer.topic))
        others = [_titled(other) for other in services.faq.close(question) if not topic]
        context.say(
            "utter_written_answer",
            answer=answer.text if in_full else "\n".join(filter(None, (answer.summary, answer.passage))),
            show=Source(answer.title, answer.source),
            choices=[*([] if in_full else [more]), *others, *_served(context)],
        )
        last = {"text": question, "topic": answer.topic, "turn": context.turn.number}
        return [SlotSet("last_question", last)]


def comes_first(context: Context, intents: frozenset[str]) -> bool:
    """Whether a message that sounds like one of these wishes is a question about the rules, which a written answer
    knows: it names nothing of the shopper's own, and the answer is on something else than what the wish does."""
    turn, faq = context.turn, context.services.faq
    wish = turn.question
    own = wish.entities or context.language.says(wish.text, "own_order")
    if turn.is_button or own or wish.intent not in intents:
        return False
    found = faq.answer(wish.text)
    if found is None or found.score < PLAIN:
        return False
    return all(intents.isdisjoint(answer.tasks) for answer in (found, *faq.close(wish.text)))


def _served(context: Context) -> list[Choice]:
    """The button for the wish that a question sounded like."""
    turn = context.turn
    name = f"utter_offer_{turn.question.intent}"
    asked = (
        turn.is_button
        or turn.intent == "ask_faq"
        or turn.tracker.active_loop_name
        or name not in context.phrases
    )
    return [] if asked else [Choice(b["title"], b["payload"]) for b in context.phrases.buttons(name)]


def _titled(answer: Answer) -> Choice:
    return Choice(answer.title, payload("ask_faq", topic=answer.topic))


def written_answer(context: Context) -> tuple[str, Answer | None]:
    """The question and its answer; one that asks on after an answer is read together with the question before it.

    Where that leads to the answer already given, the question may also be one by itself ("and with paypal?").
    """
    faq, wish = context.services.faq, context.turn.question
    question = asking_on.question_in_full(context) or context.language.spelt_out(wish.text)
    if not asks_on(context):
        return question, faq.answer(question, expected=wish.intent == "ask_faq" and wish.confidence >= WISH)
    before = context.turn.slot("last_question")
    together = f"{before['text']} {question}"
    answer = faq.answer(together)
    if answer and answer.topic != before["topic"] and wish.values("product_type") and wish.is_named:
        return together, faq.topic(before["topic"])  # "and boots?": the same about another thing
    alone = faq.answer(question) if answer is None or answer.topic == before["topic"] else None
    return (question, alone) if alone else (together, answer)


def covers(context: Context) -> bool:
    """Whether a message that nothing else understands is a question that a written answer covers."""
    turn = context.turn
    return (
        not turn.is_button and context.services.faq.answer(context.language.spelt_out(turn.text)) is not None
    )


def asks_on(context: Context) -> bool:
    """Whether the message goes on from the answer given just before it ("and to norway?")."""
    turn = context.turn
    if turn.slot("last_question", {}).get("turn") != turn.number - 1:
        return False
    return context.language.goes_on(turn.wish.text)
