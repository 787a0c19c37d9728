"""Questions about the shop, answered from its own written answers."""

from __future__ import annotations

from rasa_sdk.events import SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.context import Context
from actions.dialogue.messages import Choice, Source, payload

RELATED = 3


class ActionAnswerQuestion(ServeWish):
    """The written answer with its source's title; or an honest no, with the nearest titles."""

    def name(self) -> str:
        return "action_answer_question"

    def answer(self, context: Context) -> Events:
        question, topic = asked(context), context.turn.wish.first("topic")
        services = context.services
        answer = services.faq.topic(str(topic)) if topic else services.faq.answer(question)
        if answer is None:
            related = context.services.faq.related(question, RELATED)
            choices = [Choice(topic.title, payload("ask_faq", topic=topic.topic)) for topic in related]
            context.say("utter_no_written_answer", choices=choices)
            return []
        in_full = topic is not None or answer.summary == answer.text
        more = Choice(context.text("utter_button_more"), payload("ask_faq", topic=answer.topic))
        context.say(
            "utter_written_answer",
            answer=answer.text if in_full else answer.summary,
            show=Source(answer.title, answer.source),
            choices=() if in_full else (more,),
        )
        return [SlotSet("last_question", {"text": question, "turn": context.turn.number})]


def asked(context: Context) -> str:
    """The question as a whole: one that asks on after an answer is read together with the one before it."""
    wish = context.turn.wish
    return f"{context.turn.slot('last_question')['text']} {wish.text}" if asks_on(context) else wish.text


def asks_on(context: Context) -> bool:
    """Whether the message goes on from the answer given just before it ("and to norway?")."""
    turn = context.turn
    if turn.slot("last_question", {}).get("turn") != turn.number - 1:
        return False
    words = context.language.words(turn.wish.text)
    return any(
        words[: len(p)] == p for p in map(context.language.words, context.language.phrases("follow_up"))
    )
