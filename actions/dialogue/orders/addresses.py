"""Asking for an address: in one go and in free words, or one that the shop knows already."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import asdict

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.mechanism.questions import Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.address_text import Parts
from actions.dialogue.orders.known_addresses import pointed_address, pointer
from actions.dialogue.orders.several_orders import OneOfSeveral, SeveralOrders
from actions.dialogue.orders.tasks import orders_of
from actions.shop.models import Address

KNOWN = 3
"""How many known addresses are offered."""


class NewAddress(Question):
    """Where to. What the country needs and was not said is asked for, a part at a time."""

    slot = "address"
    amends = True
    sounds_like = frozenset({"change_address", "update_profile", "ask_delivery", "ask_faq", "search_product"})

    @abstractmethod
    def known_addresses(self, state: TaskState) -> Sequence[Address]:
        """Addresses of the customer's that it may be."""

    def needed(self, state: TaskState) -> bool:
        return state.customer is not None and (state[self.slot] is None or bool(lacking(state)))

    def corrects(self, before: Parts, after: Parts) -> bool:
        return any(after.get(name) != value for name, value in before.items())

    def ask(self, state: TaskState) -> None:
        if missing := lacking(state) if state[self.slot] else ():
            state.say("utter_question_address_part", part=state.text(f"utter_address_{missing[0]}"))
        else:
            state.say("utter_question_address", choices=self.choices(state))

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(one_line(address, state.context), payload("inform", answer=str(place)))
            for place, address in enumerate(self.known_addresses(state))
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        reader = state.context.services.addresses
        pressed = clause.first("answer")
        if pressed is not None:
            known = self.known_addresses(state) if asked else ()
            place = int(str(pressed)) if str(pressed).isdigit() else len(known)
            return Taken(asdict(known[place])) if place < len(known) else None
        amending = self._amends_part(clause, state)
        # "change the tablet to one with a 10 inch screen" is no street, though one was asked for
        awaited = asked and (not clause.is_wish or clause.intent in self.sounds_like)
        if found := reader.find(clause.text, asked=awaited or amending):
            alone = amending and found.parts.keys().isdisjoint(("city", "postcode"))
            parts = {**state[self.slot], **found.parts} if alone else found.parts
            return Taken(parts, (found.end - found.start) / max(len(clause.text), 1))
        if mine := self.own(clause, state, asked):
            return Taken(asdict(mine))
        if there := pointed_address(clause, self.known_addresses(state), state, asked):
            return Taken(asdict(there))
        before: Parts = state[self.slot] or {}
        missing = lacking(state) if before else ()
        if asked and missing and not clause.is_wish:
            said = ", ".join(
                before[part] for part in ("street", "street_2", "city", "state") if before.get(part)
            )
            together = reader.find(f"{said}, {clause.text}")  # the city was asked for, and more was given
            if together and missing[0] in together.parts and len(together.parts) > len(before) + 1:
                return Taken({**before, **together.parts})
            part = reader.part(missing[0], clause.text, as_address(before, state).country)
            if part is not None:
                return Taken({**before, missing[0]: part})
            return Unusable(
                "utter_unusable_address_part", {"part": state.text(f"utter_address_{missing[0]}")}
            )
        if asked and clause.first("postcode") is not None:
            return Unusable("utter_unusable_address")
        return None

    def _amends_part(self, clause: Clause, state: TaskState) -> bool:
        """Whether a street alone may correct the one that stands to be confirmed: "sorry, 21 Bergen Street"."""
        language, turn = state.context.language, state.context.turn
        street = language.find(clause.text, language.places["streets"]) is not None
        now = clause in (turn, *turn.clauses) and state.open == "confirmed"
        return now and bool(state[self.slot]) and street and not language.asks(clause.text)

    def reopen(self, clause: Clause, state: TaskState) -> None:
        """Only the part that is named is asked anew: "change the postcode"."""
        before, language = state[self.slot] or {}, state.context.language
        named = [
            part
            for part, names in language.address_parts.items()
            if language.find(clause.text, names) is not None
        ]
        super().reopen(clause, state)
        left = {part: value for part, value in before.items() if part not in named}
        state[self.slot] = left if named and left else None

    def own(self, clause: Clause, state: TaskState, asked: bool) -> Address | None:
        """The address in the customer's account, where it is spoken of as the one to send to."""
        customer, language = state.customer, state.context.language
        names = language.phrases("own_address")
        named = (
            names if asked else [f"{word} {name}" for name in names for word in language.phrases("towards")]
        )
        if customer is None or language.find(clause.text, named) is None:
            return None
        profile = state.context.services.customers.profile(customer)
        return profile.address if profile else None

    def describe(self, value: Parts, state: TaskState) -> str:
        return one_line(as_address(value, state), state.context)


ACCOUNT = "account"
"""Stands for the customer's account, where somebody means the address in that."""


class OrderToReaddress(OneOfSeveral):
    """Which order, or the account; the figures of an address are no order number."""

    def choices(self, state: TaskState) -> Sequence[Choice]:
        account = Choice(state.text("utter_button_own_address"), payload("inform", answer=ACCOUNT))
        return [*super().choices(state), account] if state.customer else super().choices(state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        language = state.context.language
        around = (*language.phrases("polite"), *language.phrases("fillers"), *language.phrases("correction"))
        named = language.made_of(
            clause.text, [*language.phrases("profile"), *language.phrases("account"), *around]
        )
        account = named and language.says(clause.text, "account")
        if asked and (account or clause.first("answer") == ACCOUNT):
            return Taken(ACCOUNT)
        return super().read(
            _without_house_number(without_address(clause, state.context), state), state, asked
        )


def _without_house_number(clause: Clause, state: TaskState) -> Clause:
    """Where it speaks of a house number or the like, a number without a word for an order right before it is that."""
    language = state.context.language
    parts = [name for part in ("street", "postcode") for name in language.address_parts[part]]
    if language.find(clause.text, parts) is None:
        return clause

    def of_order(entity: Entity) -> bool:
        before = language.words(clause.text[: entity.start])[-1:]
        return not before or before[0] in language.phrases("of_order")

    kept = tuple(e for e in clause.entities if e.kind != "order_number" or of_order(e))
    return clause.part(clause.text, kept)


class OrdersToReaddress(SeveralOrders):
    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        return super().read(without_address(clause, state.context), state, asked)


def without_address(clause: Clause, context: Context) -> Clause:
    """A message without its address, written or pointed at, and the things found in that."""
    found = context.services.addresses.find(clause.text) or pointer(clause.text, context.language)
    return clause if found is None else clause.without(found.start, found.end)


def lacking(state: TaskState) -> tuple[str, ...]:
    """What the address that was said lacks."""
    address = as_address(state[NewAddress.slot] or {}, state)
    return state.context.services.policy.delivery.lacking(address.country, asdict(address))


def as_address(parts: Parts, state: TaskState) -> Address:
    """The address of these parts; in the customer's own country, unless another was named."""
    names = ("street", "street_2", "city", "state", "postcode")
    return Address(
        **{name: parts.get(name, "") for name in names}, country=parts.get("country") or _home(state)
    )


def one_line(address: Address, context: Context) -> str:
    """Such as `12 Oak Street, Boulder, CO 80302`; the country where it is not the shop's own."""
    region = f"{address.state} {address.postcode}".strip()
    country = "" if address.country == context.formats.country else context.formats.territory(address.country)
    return ", ".join(p for p in (address.street, address.street_2, address.city, region, country) if p)


def addresses_of(state: TaskState) -> list[Address]:
    """The customer's own address and where their latest orders went, each once."""
    customer = state.customer
    if customer is None:
        return []
    profile = state.context.services.customers.profile(customer)
    sent = [order.address for order in orders_of(customer, state.context)]
    return list(dict.fromkeys([*([profile.address] if profile else []), *sent]))


def _home(state: TaskState) -> str:
    mine = addresses_of(state)
    return mine[0].country if mine else state.context.services.formats.country
