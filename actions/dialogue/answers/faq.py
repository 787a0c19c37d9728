"""Questions about the shop, answered from its own written answers."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction, SlotSet

from actions.dialogue.action import Events, ServeWish
from actions.dialogue.answers import advice, alarms, asking_shop, follow_ups
from actions.dialogue.clause import WISH
from actions.dialogue.context import Context
from actions.dialogue.finding import needs
from actions.dialogue.finding.wishes import Wishes
from actions.dialogue.messages import Choice, Source, payload
from actions.dialogue.orders import asking_on
from actions.dialogue.talk import doubting
from actions.dialogue.talk.spoken import form_of_last, just_spoken_of, order_in_mind, still_spoken_of
from actions.faq import Answer
from actions.search import Filters

RELATED = 3


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
        if answer is None and asking_shop.refers(wish, context):
            return [FollowupAction("action_show_product")]
        if answer is None:
            related = services.faq.related(wish.text, RELATED)
            context.say("utter_no_written_answer", choices=[_titled(topic) for topic in related])
            return []
        said = {"text": question, "thing": ""} if topic else follow_ups.asked(context)
        named = [str(entity.id) for entity in wish.entities if entity.kind == "product"][:1]
        self._say(question, answer, bool(topic), context)
        last = {**said, "topic": answer.topic, "turn": context.turn.number, "product": bool(named)}
        focus = [SlotSet("focus", each) for each in named]
        return [
            SlotSet(follow_ups.LAST, last),
            *focus,
            *_as_search(answer, context),
            *still_spoken_of(context),
        ]

    def _say(self, question: str, answer: Answer, wanted: bool, context: Context) -> None:
        """Say what of the answer speaks to the question, or all of it where it was `wanted`; own up where what goes on
        from it is not written."""
        before = context.turn.answered_last or {}
        again = not wanted and answer.topic == before.get("topic")
        whole = Choice(context.text("utter_button_more"), payload("ask_faq", topic=answer.topic))
        more = [] if wanted or answer.summary == answer.text else [whole]
        if again and not answer.passage and answer.score < advice.PLAIN:
            context.say("utter_nothing_more_written", choices=[*more, _person(context)])
            return
        said = "" if again and answer.passage else answer.summary
        said = "\n".join(filter(None, (said, answer.passage)))
        if again or not _answers_whether(question, answer, context):
            said = context.language.without_yes_or_no(said)
        others = [] if wanted or again else [_titled(other) for other in context.services.faq.close(question)]
        if answer.alarm:
            others = [_person(context)]
        context.say(
            "utter_written_answer",
            answer=answer.text if wanted else said,
            show=Source(answer.title, answer.source),
            choices=[*more, *others, *_served(context)],
        )


def _answers_whether(question: str, answer: Answer, context: Context) -> bool:
    """Whether the yes or no with which an answer begins is one to the question: that it names nothing else, and is
    plainly meant."""
    return answer.to_the_point and answer.score >= advice.PLAIN and context.language.asks_whether(question)


def _as_search(answer: Answer, context: Context) -> Events:
    """The kinds of product that the question names, or that the answer is about, as what is looked for: "under 50" is
    then said of them. A search goes on unless the question names other things."""
    named = tuple(map(str, context.turn.question.values("product_type")))
    kinds = named or (() if context.turn.slot("search") else answer.kinds)
    looked_for = Wishes.before_this(context).filters.types
    new = kinds and set(kinds).isdisjoint(looked_for)
    return [SlotSet("search", Wishes("", Filters(types=kinds)).as_slot())] if new else []


def comes_first(context: Context, intents: frozenset[str]) -> bool:
    """Whether a message that sounds like one of these wishes is a question about the rules, which a written answer
    knows: it names nothing of the shopper's own, and the answer is on something else than what the wish does."""
    turn, faq, language = context.turn, context.services.faq, context.language
    wish = turn.question
    named = {entity.kind for entity in wish.entities}
    if language.is_question(wish.text):  # "a pole broke after three years, still covered?"
        named.discard("product_type")
    own = named or language.says(wish.text, "own_order")
    orders = turn.has_waited and not language.asks_in_particular(wish.text)
    if turn.is_button or own or orders or wish.intent not in intents:
        return False
    found = faq.answer(wish.text)
    if found is None or found.score < advice.PLAIN:
        return False
    return all(intents.isdisjoint(answer.tasks) for answer in (found, *faq.close(wish.text)))


def is_plain(context: Context) -> bool:
    """Whether a message that sounds like a wish is plainly a question that a written answer is about."""
    found = None if context.turn.is_button else context.services.faq.answer(context.turn.wish.text)
    return found is not None and found.score >= advice.PLAIN


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


def _person(context: Context) -> Choice:
    return Choice(context.text("utter_button_person"), payload("ask_human"))


def _titled(answer: Answer) -> Choice:
    return Choice(answer.title, payload("ask_faq", topic=answer.topic))


def written_answer(context: Context) -> tuple[str, Answer | None]:
    """The question and its answer; one that follows another is read together with it."""
    faq, wish = context.services.faq, context.turn.question
    question = follow_ups.question(context)
    if alarm := alarms.answer(context):
        return question, alarm
    if in_full := asking_on.question_in_full(context):
        return in_full, faq.answer(in_full, expected=True)
    if found := follow_ups.answer(context):
        return question, found
    doubted = doubting.doubted(context)  # what sounds like a task is no question about a product
    if not doubted and (product := asking_shop.refers(wish, context)):
        return asking_shop.of_product(product, question, context)
    if advice.advises(context):
        return context.turn.text, faq.answer(context.turn.text, expected=True)
    asked = wish.intent == "ask_faq" and wish.confidence >= WISH
    open_form = context.turn.open_form is not None
    expected = asked or open_form or doubted or asking_shop.asks(context)
    return question, _within(question, context, expected)


def _within(question: str, context: Context, expected: bool = False) -> Answer | None:
    """The answer to a question, read in the light of the task that is open, or of the order that was just spoken of."""
    about = context.turn.open_form
    if not about and order_in_mind(context) and just_spoken_of(context):
        about = form_of_last(context)
    faq, theme = context.services.faq, context.language.theme(about) if about else ""
    return faq.answer_within(question, theme, expected) if theme else faq.answer(question, expected)


def covers(context: Context) -> bool:
    """Whether a message that nothing else understands is a question that a written answer covers."""
    turn = context.turn
    text = context.language.spelt_out(turn.text)
    return not turn.is_button and context.services.faq.answer(text) is not None


def asks_on(context: Context) -> bool:
    """Whether the message is answered in writing though it was taken for something else: what alarms the shopper, or
    what goes on from the answer given just before it; in the middle of a task, where it may as well
    be an answer to the open question, only what says so: "and to norway?"."""
    turn, language = context.turn, context.language
    if alarms.raised(context):
        return True
    if not context.turn.answered_last:
        return False
    if language.goes_on(turn.wish.text):
        return True
    plainly = language.is_question(turn.text) and not language.says(turn.text, "affirm")
    return (plainly or not turn.open_form) and follow_ups.meant(context)
