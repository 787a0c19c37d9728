"""What the shopper just said, and where: the tracker of one turn, typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from datetime import timedelta
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.intents import (
    BROWSING,
    MOODS,
    QUESTIONS,
    SUGGESTING,
)

PLAIN_CHANNELS = frozenset({"cmdline"})
"""Rasa's own console: it prints whatever it gets, so it gets text alone."""

PART_OF = "part_of"
"""Metadata of a message that was part of an earlier one: the id of that."""


AWAY = timedelta(hours=1)
"""A pause after which nobody is taken to remember what was asked, or to sit there still: the proofs of guests commonly
lapse after as long, too."""
FEW_WORDS = 3
"""Words up to which a question which is better is about what was said before it."""


def _is_apart(mood: Clause, wishes: Sequence[Clause]) -> bool:
    """Whether a problem that goes with wishes is told of another order or other goods than each of those is about:
    "return the boots, and the lamp is broken"."""
    if mood.intent != "report_problem":
        return False
    return any(
        named and all(set(wish.values(kind)) and named.isdisjoint(wish.values(kind)) for wish in wishes)
        for kind in ("order_number", *GOODS)
        for named in (set(mood.values(kind)),)
    )


class Turn(Clause):
    """One message of the shopper with what surrounds it in the conversation."""

    def __init__(self, tracker: Tracker) -> None:
        message = tracker.latest_message or {}
        whole = Clause.read(message)
        super().__init__(whole.text, whole.intent, whole.confidence, whole.entities)
        object.__setattr__(self, "tracker", tracker)
        object.__setattr__(self, "metadata", message.get("metadata") or {})
        clauses = tuple(Clause.read(clause) for clause in message.get("clauses") or ())
        object.__setattr__(self, "clauses", clauses or (whole,))

    tracker: Tracker
    metadata: Mapping[str, Any]
    clauses: tuple[Clause, ...]
    mistaken: bool = False
    """Whether the intent is another than the message was taken for."""

    def taken_for(self, intent: str) -> Turn:
        """The same message, understood as plainly of this intent."""
        other = copy(self)
        other.__dict__.pop("wishes", None)
        object.__setattr__(other, "intent", intent)
        object.__setattr__(other, "confidence", 1.0)
        object.__setattr__(other, "clauses", (Clause(self.text, intent, 1.0, self.entities),))
        object.__setattr__(other, "mistaken", True)
        return other

    @property
    def conversation(self) -> str:
        return str(self.tracker.sender_id)

    @cached_property
    def number(self) -> int:
        """How many messages the shopper has sent so far, this one included."""
        return sum(event.get("event") == "user" for event in self.tracker.events)

    @property
    def answered_last(self) -> Mapping[str, Any] | None:
        """The question (`text`) to which a written answer (`topic`) was given right before this message, if any."""
        last: Mapping[str, Any] = self.slot("last_question", {})
        return last if last.get("turn") == self.number - 1 else None

    @property
    def rich(self) -> bool:
        """Whether the channel shows buttons and cards."""
        return self.tracker.get_latest_input_channel() not in PLAIN_CHANNELS

    @property
    def has_waited(self) -> bool:
        """Whether it was part of an earlier message, and its turn has come."""
        return PART_OF in self.metadata

    @property
    def is_button(self) -> bool:
        return self.text.startswith("/")

    @cached_property
    def wishes(self) -> list[Clause]:
        """The distinct wishes in the message, in order.

        A mood that goes with a wish ("… and it is a shame") is none of its own, nor is a second word about the products
        that are being looked for, or a bare trait of what shall be suggested ("a gift for my dad, under 50").
        """
        found: dict[str, Clause] = {}
        suggesting = any(clause.intent in SUGGESTING for clause in self.clauses)
        for clause in self.clauses:
            if clause.is_wish and not (suggesting and clause.intent in BROWSING and clause.is_named):
                found.setdefault("browsing" if clause.intent in BROWSING else clause.intent, clause)
        advice = found.get("ask_recommendation")
        if advice and len(found) > 1 and self._asks_of_the_same(advice):
            del found["ask_recommendation"]
        choice = found.get("compare_products")
        if choice and "browsing" in found and not choice.entities and len(choice.text.split()) <= FEW_WORDS:
            del found["compare_products"]  # "down or synthetic bags, what's better?"
        plain = [clause for clause in found.values() if clause.intent not in MOODS]
        apart = [clause for clause in found.values() if clause in plain or _is_apart(clause, plain)]
        return apart if plain else list(found.values())

    def _asks_of_the_same(self, advice: Clause) -> bool:
        """Whether a question for advice is about what was said: "I'm between two sizes, what should I take"."""
        before = self.text.partition(advice.text)[0].rstrip()
        questions = any(clause.intent in QUESTIONS for clause in self.clauses if clause.is_wish)
        return questions and not advice.entities and before.endswith(",")

    @property
    def wish(self) -> Clause:
        """The part of the message that its intent speaks of: the whole, unless it utters several wishes."""
        if len(self.wishes) < 2:
            return self
        return next((clause for clause in self.wishes if clause.intent == self.intent), self)

    @property
    def around_wishes(self) -> str:
        """What of the message stands around the wishes that it utters; all of it, where it is a single clause."""
        text = self.text
        for clause in self.clauses if len(self.clauses) > 1 else ():
            text = text.replace(clause.text, " ", 1) if clause.is_wish else text
        return text

    def with_joint(self, clause: Clause) -> str:
        """A clause of the message together with the words that join it to the clause before it ("and also …")."""
        if clause not in self.clauses[1:]:
            return clause.text
        before = self.clauses[self.clauses.index(clause) - 1]
        return self.text.partition(before.text)[2].partition(clause.text)[0] + clause.text

    @property
    def question(self) -> Clause:
        """The part of the message that asks for what its intent says, without what else it says."""
        asked = [clause for clause in self.clauses if clause.is_wish and clause.intent == self.intent]
        return asked[0] if len(asked) == 1 else self.wish

    def slot(self, name: str, default: Any = None) -> Any:
        value = self.tracker.get_slot(name)
        return default if value is None else value

    @cached_property
    def said_lately(self) -> list[str]:
        """The texts of the last few bot messages, newest first."""
        return [text for text, _ in zip(self._bot_texts(), range(6), strict=False)]

    def _bot_texts(self) -> Iterator[str]:
        for event in reversed(self.tracker.events):
            if event.get("event") == "bot" and event.get("text"):
                yield event["text"]

    @cached_property
    def responses_said(self) -> set[str]:
        """The names of the responses that actions have said in this conversation."""
        bot = (event for event in self.tracker.events if event.get("event") == "bot")
        return {str((event.get("metadata") or {}).get("utter_action")) for event in bot}

    @cached_property
    def said_last(self) -> list[str]:
        """The names of the responses to the message before this one."""
        users = [i for i, event in enumerate(self.tracker.events) if event.get("event") == "user"]
        start = users[-2] if len(users) > 1 else 0
        bot = (event for event in self.tracker.events[start:] if event.get("event") == "bot")
        return [str((event.get("metadata") or {}).get("utter_action")) for event in bot]

    @cached_property
    def offered_last(self) -> list[tuple[str, str]]:
        """Title and payload of the buttons below the responses to the message before this one."""
        users = [i for i, event in enumerate(self.tracker.events) if event.get("event") == "user"]
        said = self.tracker.events[users[-2] : users[-1]] if len(users) > 1 else []
        shown = ((e.get("data") or {}).get("buttons") or () for e in said if e.get("event") == "bot")
        return [(button["title"], button["payload"]) for each in shown for button in each]

    @property
    def said_now(self) -> list[str]:
        """The names of the responses that other actions have said to this message."""
        bot = (event for event in self.events_since_message() if event.get("event") == "bot")
        return [str((event.get("metadata") or {}).get("utter_action")) for event in bot]

    @property
    def listed_last(self) -> bool:
        """Whether products were listed in answer to the message before this one, so that "the first" counts them."""
        events: list[Mapping[str, Any]] = self.tracker.events
        users = [i for i, event in enumerate(events) if event.get("event") == "user"]
        between = events[users[-2] : users[-1]] if len(users) > 1 else []
        return any(e.get("event") == "slot" and e.get("name") == "shown" and e.get("value") for e in between)

    @property
    def intents_heard(self) -> list[str]:
        """What the shopper's messages in this conversation were taken for, the latest first, this one among them."""
        heard = (event for event in reversed(self.tracker.events) if event.get("event") == "user")
        return [str(((event.get("parse_data") or {}).get("intent") or {}).get("name")) for event in heard]

    @property
    def heard(self) -> list[Clause]:
        """The shopper's earlier messages of this conversation, the latest first."""
        messages = [event for event in self.tracker.events if event.get("event") == "user"]
        return [Clause.read(event.get("parse_data") or {}) for event in reversed(messages[:-1])]

    def events_since_message(self) -> Sequence[Mapping[str, Any]]:
        """The events after the shopper's last message, oldest first."""
        events: list[Mapping[str, Any]] = self.tracker.events
        last = max((i for i, event in enumerate(events) if event.get("event") == "user"), default=-1)
        return events[last + 1 :]

    def comes_back_to(self, form: str) -> bool:
        """Whether a form had been left open when, after a long pause or in a new session, the message came."""
        events: list[Mapping[str, Any]] = self.tracker.events
        said = [i for i, event in enumerate(events) if event.get("event") == "user"]
        before = events[: said[-1]] if said else []
        loops = (event.get("name") for event in reversed(before) if event.get("event") == "active_loop")
        if next(loops, None) != form:
            return False
        if len(said) < 2:  # the session begins with the form that the last one left open
            return True
        earlier, now = (float(events[i].get("timestamp") or 0) for i in said[-2:])
        return timedelta(seconds=now - earlier) >= AWAY

    @property
    def holds_card_number_unanswered(self) -> bool:
        """Whether it holds the number of a payment card, and nothing was said to it yet."""
        answered = any(event.get("event") == "bot" for event in self.events_since_message())
        return bool(self.values("card_number")) and not (answered or self.has_waited)

    @property
    def open_form(self) -> str | None:
        """The form that was open when the message came."""
        begun = any(e.get("event") == "active_loop" and e.get("name") for e in self.events_since_message())
        form: str | None = self.tracker.active_loop_name
        return None if begun else form

    def transcript(self, lines: int) -> list[tuple[str, str]]:
        """The last lines of the conversation as (`user` or `bot`, text)."""
        said = [
            (event["event"], Clause.read(event.get("parse_data") or {}).without_cards(event["text"]))
            for event in self.tracker.events
            if event.get("event") in ("user", "bot") and event.get("text")
        ]
        return said[-lines:]
