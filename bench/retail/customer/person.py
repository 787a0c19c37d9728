"""The simulated customer: states one wish after the other, answers questions, checks before saying yes."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench.retail.customer import checking
from bench.retail.customer.hearing import Ask, Heard, hear
from bench.retail.customer.instructions import Proof, customer_of, everything, proofs
from bench.retail.customer.speaking import Speech
from bench.retail.customer.variants import chosen_title, concerned
from bench.retail.customer.wishes import Kind, Wish, wishes_of
from bench.retail.importing import Json

PATIENCE = 4
"""So often the same thing may be asked, said anew or corrected before the customer gives a wish up."""


class Customer:
    """A customer of the shop with a task.

    Args:
        task: one of tau2's retail tasks.
        shop: the shop's data before it.
        seed: which wordings they use; every number makes another customer.

    Raises:
        KeyError, ValueError: the task names what the shop does not have.
    """

    def __init__(self, task: Json, shop: Json, seed: int = 0) -> None:
        self._user = customer_of(task, shop)
        self._said = everything(task)
        self._proofs = proofs(task, self._user)
        self._wishes = wishes_of(task, self._user, shop)
        self._speech = Speech(zlib.crc32(str(task["id"]).encode()) % 997 + seed)
        self._asked: Counter[str] = Counter()
        self._agreed = False
        self._stated = 0
        self._given_up = False
        self._leaving = False

    def reply(self, messages: Sequence[Mapping[str, Any]]) -> str | None:
        """The next line after what the assistant said since the last (nothing at first); None when done."""
        if self._leaving:
            return None
        if not messages and not self._stated:
            return self._opening()
        return self._answer(hear(messages))

    def _opening(self) -> str:
        if not self._wishes:
            return self._goodbye()
        proof = next(iter(self._proofs), None)
        greeting, said = self._speech.opening(proof), self._state()
        if greeting.endswith(", ") and not said.startswith(("I ", "I'")):
            said = said[:1].lower() + said[1:]
        return greeting + said

    def _state(self) -> str:
        """Say the present wish, each time in another way."""
        said = self._speech.wish(self._wish, self._stated)
        self._stated += 1
        return said

    @property
    def _wish(self) -> Wish:
        return self._wishes[0]

    def _answer(self, heard: Heard) -> str:
        if self._given_up:
            return self._next()
        if heard.asks is not None:
            self._asked[heard.asks] += 1
            if self._asked[heard.asks] > PATIENCE:
                return self._give_up()
        match heard.asks:
            case Ask.EMAIL | Ask.PROOF | Ask.NAME | Ask.POSTCODE:
                return self._prove(heard)
            case Ask.CONFIRM:
                return self._judge(heard)
            case Ask.RESUME:
                return self._say("not_now") if self._agreed else self._say("agree")
            case Ask.PERSON | Ask.MORE | None:
                return self._go_on(heard)
        if self._wish.kind is Kind.ASK and heard.asks is not Ask.ORDER:
            return self._next()
        return self._tell(heard, self._asked[heard.asks] - 1)

    def _tell(self, heard: Heard, again: int) -> str:
        """Answer a question about the wish."""
        wish, speech = self._wish, self._speech
        match heard.asks:
            case Ask.ORDER:
                unknown = wish.kind in (Kind.ASK, Kind.FORBIDDEN) and not wish.orders
                unknown |= "remember the order number" in self._said
                return self._say("number_unknown", again) if unknown else speech.number(wish, again)
            case Ask.REASON:
                return self._say((wish.reason or "no_reason").replace(" ", "_"), again)
            case Ask.PAYMENT if wish.payment:
                return self._say("payment", again, payment=speech.payment(wish.payment))
            case Ask.PAYMENT if wish.destination:
                return self._say("payment", again, payment=wish.destination)
            case Ask.PAYMENT:
                return self._say("no_payment", again)
            case Ask.ADDRESS if wish.address:
                return self._say("address", again, address=speech.place(wish, self._stated + again - 1))
            case Ask.VARIANT if any(thing.new for thing in wish.things):
                return self._tell_variant(heard, again)
        if not wish.things:
            return self._state()
        if len(wish.things) == 1 and wish.things[0].new and again:
            return self._tell_variant(heard, again)
        return self._say("items", again, items=speech.items(wish.things, wish.pieces))

    def _tell_variant(self, heard: Heard, again: int) -> str:
        things = concerned(heard, self._wish)
        if len(things) == 1:
            if title := chosen_title(things[0], heard.titles):
                return title
            return self._say("variant", again, new=self._speech.new(things[0], again))
        names = self._speech.names(things, self._wish.pieces)
        parts = [
            self._say("variant_of", again, item=name, new=self._speech.new(one, again))
            for name, one in zip(names, things, strict=True)
        ]
        return ", ".join(part.rstrip(".") for part in parts)

    def _prove(self, heard: Heard) -> str:
        """Say who they are; another way where the last was not known to the shop."""
        if not self._proofs:
            return self._say("not_now")
        if heard.unknown and self._asked["proof"] and len(self._proofs) > 1:
            self._proofs.pop(0)
        self._asked["proof"] += 1
        proof, again = self._proofs[0], self._asked["proof"] - 1
        if proof.email:
            return self._say(
                "only_email" if heard.asks in (Ask.NAME, Ask.POSTCODE) else "email", again, email=proof.email
            )
        match heard.asks:
            case Ask.NAME:
                return self._say("name", again, **_named(proof))
            case Ask.POSTCODE:
                return self._say("postcode", again, **_named(proof))
            case Ask.EMAIL:
                return self._say("no_email", again, **_named(proof))
        return self._say("name_and_postcode", again, **_named(proof))

    def _judge(self, heard: Heard) -> str:
        """Say yes to what they want and to nothing else; correct it otherwise."""
        wrong = checking.wrong(self._wish, heard.text, self._said, self._agreed)
        if wrong is None or (wrong.what == "unsaid_payment" and self._asked[wrong.what]):
            self._agreed = True
            return self._say("agree", self._asked[Ask.CONFIRM] - 1)
        self._asked[wrong.what] += 1
        if wrong.final or self._asked[wrong.what] > 2:
            return self._say("leave_it") if wrong.final else self._give_up()
        return self._say(wrong.what, self._asked[wrong.what] - 1, **wrong.values(self._wish, self._speech))

    def _go_on(self, heard: Heard) -> str:
        """After something that asks for nothing of this wish: the next one, or this one again."""
        wish = self._wish
        if self._agreed or (wish.kind in (Kind.ASK, Kind.FORBIDDEN) and not heard.not_understood):
            return self._next()
        if heard.asks is Ask.MORE and self._asked[Ask.ITEMS] + self._asked[Ask.VARIANT] and not heard.refused:
            return self._say("that_is_all")
        if self._stated > PATIENCE or (heard.refused and not heard.not_understood and self._stated > 1):
            return self._next()
        return self._state()

    def _give_up(self) -> str:
        """Leave the present wish; the next one is stated when that has been heard."""
        self._given_up = True
        return self._say("give_up")

    def _next(self) -> str:
        """The next wish, or goodbye."""
        self._wishes.pop(0)
        self._agreed, self._given_up, self._stated = False, False, 0
        self._asked.clear()
        return self._state() if self._wishes else self._goodbye()

    def _goodbye(self) -> str:
        self._leaving = True
        return self._say("goodbye")

    def _say(self, what: str, again: int = 0, **values: str) -> str:
        return self._speech.say(what, again, **values)


def _named(proof: Proof) -> dict[str, str]:
    return {"name": proof.name or "", "postcode": proof.postcode or ""}
