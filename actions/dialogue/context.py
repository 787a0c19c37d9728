"""What an action works with: the turn, the shop's services, and a place to say things."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from rasa_sdk.executor import CollectingDispatcher

from actions.customers.types import Identified, Locked, NotIdentified, Proof, Standing
from actions.dialogue.customers.identity import Identity, identity
from actions.dialogue.formats import Formats
from actions.dialogue.language import Language
from actions.dialogue.messages import Choice, Message, Show
from actions.dialogue.phrases import Phrases
from actions.dialogue.services import Services
from actions.dialogue.turn import Turn
from actions.shop.policy import Strength

T = TypeVar("T")


class Context:
    """One action's view of the conversation. What is said is kept until the action has succeeded."""

    def __init__(self, turn: Turn, services: Services) -> None:
        self.turn = turn
        self.services = services
        self.delay = 0.0
        """Seconds to let pass before the answer."""
        self.done: dict[str, str | None] = {}
        """Order → the number of what was done to it in this action; None where that was undone."""
        self.refusal: dict[str, Any] | None = None
        """What was said in this action to be impossible, and why, for whoever asks on."""
        self._said: list[Message] = []
        self._asked_standing = False
        self._standing: Standing | None = None
        self._answers: dict[Hashable, Any] = {}

    @property
    def phrases(self) -> Phrases:
        return self.services.phrases

    @property
    def formats(self) -> Formats:
        return self.services.formats

    @property
    def language(self) -> Language:
        return self.services.language

    def text(self, name: str, **values: Any) -> str:
        """A response's text, for use within another."""
        shown = {key: self.turn.without_cards(v) if isinstance(v, str) else v for key, v in values.items()}
        return self.phrases.text(name, self.turn.said_lately, **shown)

    def say(
        self, name: str, *, choices: Sequence[Choice] = (), show: Show | None = None, **values: Any
    ) -> None:
        """Say the response `name`, with its own buttons and then `choices`, and `show` below it."""
        own = [Choice(b["title"], b["payload"]) for b in self.phrases.buttons(name, **values)]
        self._said.append(Message(self.text(name, **values), (*own, *choices), show, name))

    def once(self, key: Hashable, ask: Callable[[], T]) -> T:
        """What a service answers, asked once in this action: within it nobody else's change is to be seen."""
        if key not in self._answers:
            self._answers[key] = ask()
        return cast(T, self._answers[key])

    def say_last_of(self, speak: Callable[[], None]) -> None:
        """Let something be said, of which only the last message is kept."""
        before = len(self._said)
        speak()
        del self._said[before:-1]

    @property
    def spoke(self) -> bool:
        """Whether anything was said in this action."""
        return bool(self._said)

    def forget(self) -> None:
        """Take back what was said in this action."""
        self._said.clear()

    def deliver(self, dispatcher: CollectingDispatcher) -> None:
        """Hand over what was said to Rasa."""
        for message in self._said:
            dispatcher.messages.append(message.as_response(self.turn.rich))

    @cached_property
    def identity(self) -> Identity:
        return identity(self.turn, self.services.token_secret)

    @property
    def customer(self) -> str | None:
        """The customer whom this conversation may speak for now, for what needs no particular proof."""
        return self.customer_for(None)

    def customer_for(self, action: str | None) -> str | None:
        """The customer whom this conversation may speak for now, if what they proved is enough for `action`."""
        standing = self.standing
        enough = standing and self.services.policy.identity.enough(standing.strength, action)
        return standing.customer_id if standing and enough else None

    @property
    def standing(self) -> Standing | None:
        """What was proved here and holds now. The database is asked in every action; within one, once."""
        if not self._asked_standing:
            self._standing, self._asked_standing = self._proved(), True
        return self._standing

    def note_customer(self) -> None:
        """Let a signed-in customer's conversation be known as theirs, whatever is asked in it: it is of their data."""
        if self.identity.customer:
            _ = self.standing

    def identify(self, proof: Proof) -> Identified | NotIdentified | Locked:
        """Judge a guest's proof, for this conversation and the address it comes from."""
        self._asked_standing = False
        return self.services.customers.identify(self.turn.conversation, proof, self.identity.address)

    @property
    def locked(self) -> Locked | None:
        """The lock that failed proofs have brought on this conversation or its address, if there is one now."""
        return self.services.customers.locked(self.turn.conversation, self.identity.address)

    def confirm_code(self, code: str, mailbox: str = "") -> Identified | NotIdentified | Locked:
        """Judge a one-time code, as `identify` judges a proof."""
        self._asked_standing = False
        return self.services.customers.confirm_code(
            self.turn.conversation, code, self.identity.address, mailbox
        )

    def lacks(self, action: str | None) -> Strength | None:
        """What must still be proved here before `action` (an intent's name); None where it is enough."""
        proved = self.standing.strength if self.standing else None
        return self.services.policy.identity.lacks(proved, action)

    def _proved(self) -> Standing | None:
        customers, signed, conversation = self.services.customers, self.identity, self.turn.conversation
        if signed.customer and signed.expires:
            customers.sign_in(conversation, signed.customer, signed.expires)
        return customers.standing(conversation)
