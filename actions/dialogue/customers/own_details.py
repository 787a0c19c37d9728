"""What of the customer's own account is to be changed, and to what: the questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actions.customers.details import Detail, Details, DetailsChanged, NotChanged
from actions.customers.phones import find_phone
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.customers.codes import OneTimeCode
from actions.dialogue.customers.proving import ProofOfIdentity, bare_name
from actions.dialogue.mechanism.questions import CodedQuestion, Question, Reading, Taken, Unusable, coverage
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.orders.addresses import NewAddress, addresses_of, without_address
from actions.dialogue.orders.order_number import OrderNumber
from actions.shop.models import Address

CORRECTED_AT = ("email_code", "confirmed")
"""The questions that are open when a new value has been said."""
ENDING = range(2, 8)
"""How many of the last figures of a phone number may be corrected alone."""
NAMED = 0.3
"""The share of a message that is taken to say which detail is meant; the rest may say what it becomes."""


class WhichDetail(CodedQuestion):
    """Which detail."""

    slot, label = "detail", "button_detail"
    sounds_like = frozenset({"change_address", "show_profile", "ask_faq"})

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [*super().choices(state), Choice(state.text("utter_button_person"), payload("ask_human"))]

    def codes(self, state: TaskState) -> Sequence[str]:
        return list(Detail)

    def read_words(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or state.task.speaks_to(clause)):
            return None
        named = next((detail for detail in details_in(clause, state.context) if detail in list(Detail)), None)
        return Taken(named, 1.0 if asked else NAMED) if named else None

    def corrects(self, before: str, after: str) -> bool:
        return False  # its question is put anew, which says enough

    def describe(self, value: str, state: TaskState) -> str:
        return state.text(f"utter_button_detail_{value}")


class OrderAsProof(OrderNumber):
    """An order of theirs, as a guest's proof; the figures of an address or a phone number are none."""

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if state.identified:
            return None
        plain = without_address(clause, state.context)
        if find_phone(plain.text, home(state)):
            return None
        return super().read(plain, state, asked)


class ProofBesideDetails(ProofOfIdentity):
    """The address of mail that is to be the new one proves nothing."""

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        new = Detail.EMAIL in details_in(clause, state.context) and state.task.speaks_to(clause)
        return None if new and clause.first("email") else super().read(clause, state, asked)


class OwnAddress(NewAddress):
    def needed(self, state: TaskState) -> bool:
        return state["detail"] == Detail.ADDRESS and super().needed(state)

    def known_addresses(self, state: TaskState) -> Sequence[Address]:
        return addresses_of(state)[1:]

    def own(self, clause: Clause, state: TaskState, asked: bool) -> None:
        """That is the one to be changed."""


class NewPhone(Question):
    """A number that one could dial, of the customer's country unless it says another."""

    slot = "new_phone"

    def needed(self, state: TaskState) -> bool:
        return state["detail"] == Detail.PHONE and super().needed(state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or _concerns(Detail.PHONE, clause, state)):
            return None
        if found := find_phone(clause.text, home(state)):
            return Taken(found.number, (found.end - found.start) / max(len(clause.text), 1))
        if ending := self._other_ending(clause, state):
            return Taken(ending)
        return Unusable("utter_unusable_new_phone") if asked and any(map(str.isdigit, clause.text)) else None

    def _other_ending(self, clause: Clause, state: TaskState) -> str | None:
        """The number said before with other last figures, where a message corrects just those: "not 0111, 0112"."""
        before, language = state[self.slot] or "", state.context.language
        groups = re.findall(r"\d+", clause.text)
        corrects = language.says(clause.text, "correction") or language.says(clause.text, "ends_in")
        if not (before and corrects and groups and len(groups[-1]) in ENDING):
            return None
        places = [place for place, character in enumerate(before) if character.isdigit()][-len(groups[-1]) :]
        ending = dict(zip(places, groups[-1], strict=True))
        changed = "".join(ending.get(place, character) for place, character in enumerate(before))
        found = find_phone(changed, home(state))
        return found.number if found else None


class NewName(Question):
    """The full name, or what one of the names becomes."""

    slot = "new_name"

    def needed(self, state: TaskState) -> bool:
        return state["detail"] == Detail.NAME and super().needed(state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or _concerns(Detail.NAME, clause, state)):
            return None
        language = state.context.language
        becomes = "|".join(map(re.escape, language.phrases("becomes")))
        # Names have capitals: "my surname is now Pugh", but not "my name is wrong".
        said = re.search(
            rf"\b(?:{becomes})\s+((?:[^\W\d_a-z][\w'’-]+)(?:\s+[^\W\d_a-z][\w'’-]+){{0,3}})", clause.text
        )
        named = said[1] if said else None
        full = clause.first("person_name") or (bare_name(clause, state) if asked else None)
        if named is None or (full and len(str(full).split()) > len(named.split())):
            named = str(full).strip().title() if str(full).islower() else full
        if not named:
            half = Unusable("utter_unusable_new_name", coverage=1.0)
            return half if asked and _one_word(clause, state) else None
        if len(str(named).split()) > 1:
            return Taken({"full": str(named)}, coverage(clause, "person_name"))
        part = "last_name" if language.says(clause.text, "last_name") else None
        part = part or ("first_name" if language.says(clause.text, "first_name") else None)
        return Taken({part: str(named)}) if part else Unusable("utter_unusable_new_name") if asked else None

    def describe(self, value: dict[str, str], state: TaskState) -> str:
        return " ".join(value.values())


class NewEmail(Question):
    """The new address of mail."""

    slot = "new_email"

    def needed(self, state: TaskState) -> bool:
        return state["detail"] == Detail.EMAIL and super().needed(state)

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        if not (asked or _concerns(Detail.EMAIL, clause, state)):
            return None
        emails = clause.values("email")  # "from ann@… to becker@…"
        if emails:
            return Taken(str(emails[-1]), coverage(clause, "email"))
        return Unusable("utter_unusable_proof") if asked and "@" in clause.text else None


class CodeToNewEmail(OneTimeCode):
    """The code that shows that the new address of mail is read by whoever gave it."""

    slot = "email_code"
    sent = "utter_email_code_sent"

    def mailbox(self, state: TaskState) -> str:
        return str(state["new_email"] or "")

    def needed(self, state: TaskState) -> bool:
        return bool(self.mailbox(state)) and quoted_details(state) is NotChanged.UNPROVED_EMAIL


def details_in(clause: Clause, context: Context) -> list[str]:
    """Which details a message names; `other` for those that a person changes."""
    return list(_named(clause.text.lower(), context)) or (
        [Detail.ADDRESS] if context.services.addresses.find(clause.text) else []
    )


def _named(text: str, context: Context) -> Iterator[str]:
    for detail, names in context.language.details.items():
        # What names one is no longer there to name the next: an e-mail address is no address.
        pattern = "|".join(rf"\b{re.escape(name)}s?\b" for name in sorted(names, key=len, reverse=True))
        text, count = re.subn(pattern, " ", text)
        if count:
            yield detail


def home(state: TaskState) -> str:
    """The country of the customer's address, or of the shop."""
    return next((a.country for a in addresses_of(state)), state.context.formats.country)


def wanted_details(state: TaskState) -> Details:
    """The name, phone number or address of mail that there shall be."""
    match state["detail"]:
        case Detail.PHONE:
            return Details(phone=state["new_phone"])
        case Detail.EMAIL:
            return Details(email=state["new_email"])
        case Detail.NAME:
            name = dict(state["new_name"] or {})
            first, _, last = name.pop("full", "").rpartition(" ")
            return Details(**({"first_name": first, "last_name": last} if last else name))
    return Details()


def quoted_details(state: TaskState) -> DetailsChanged | NotChanged | None:
    """What changing them would do, or why they can't be changed; None before they are known."""
    context, wanted = state.context, wanted_details(state)
    if state.customer is None or not wanted.given():
        return None
    customers = context.services.customers
    return customers.quote_change_details(state.customer, wanted, context.turn.conversation)


def _concerns(detail: Detail, clause: Clause, state: TaskState) -> bool:
    """Whether a message is a wish to change this detail, or may correct what it was to become."""
    if state["detail"] == detail and state.open in CORRECTED_AT:
        return True
    return state.task.speaks_to(clause) and detail in details_in(clause, state.context)


def _one_word(clause: Clause, state: TaskState) -> bool:
    """Whether a message is one word with a capital, which no polite word or answer is: half a name."""
    text, language = clause.text.strip(), state.context.language
    said = language.consists_of(text, "affirm", "deny", "polite", "thanks")
    return text.isalpha() and text[:1].isupper() and not said
