"""How people prove who they are, and when people answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from actions.shop.policy.values import Section, TimeOfDay, Weekdays

ProofField = Literal["email", "person_name", "postcode", "order_number"]
Strength = Literal["guest_proof", "emailed_code", "signed_in"]
STRENGTHS: tuple[Strength, ...] = ("guest_proof", "emailed_code", "signed_in")
"""What can have been proved, the weakest first; a stronger one is enough wherever a weaker one is asked for."""


UNLESS_SAID: Mapping[str, Strength] = {"change_email": "emailed_code"}
"""What actions ask for that the policy does not name, where that is not a guest's proof: with another address of mail
one can prove to be somebody else ever after."""


class CodeRules(Section):
    """The one-time code that is sent by e-mail to the customer whom a guest's proof fitted."""

    digits: Annotated[int, Field(ge=4, le=10)]
    minutes: PositiveInt
    """How long a code can be used."""
    per_hour: PositiveInt
    """How many codes a customer is sent in an hour, from all conversations together."""


class Identity(Section):
    """How people prove who they are, and what happens to those who can't."""

    proofs: Annotated[tuple[Annotated[tuple[ProofField, ...], Field(min_length=1)], ...], Field(min_length=1)]
    needed_for: Mapping[str, Strength]
    """What an action, by its intent, asks for; one that is not named asks for a guest's proof. `change_email` is
    the part of `update_profile` that asks for a code unless said otherwise."""
    code: CodeRules | None = None
    attempts: PositiveInt
    locked_minutes: PositiveInt
    grant_minutes: PositiveInt
    customer_attempts_before_slowdown: PositiveInt

    @model_validator(mode="after")
    def _codes_are_described(self) -> Self:
        if "emailed_code" in self.needed_for.values() and self.code is None:
            raise ValueError("`needed_for` asks for an emailed_code, but `code` does not say what that is")
        return self

    def needs(self, action: str | None) -> Strength:
        """How strong a proof an action asks for."""
        name = action or ""
        return self.needed_for.get(name, UNLESS_SAID.get(name, "guest_proof"))

    def enough(self, proved: str, action: str | None) -> bool:
        """Whether what was proved is as strong as the action asks for."""
        return STRENGTHS.index(proved) >= STRENGTHS.index(self.needs(action))

    def lacks(self, proved: str | None, action: str | None) -> Strength | None:
        """What must still be proved before an action; None where it is enough. A code comes after a guest's proof."""
        if proved is not None and self.enough(proved, action):
            return None
        needed = self.needs(action)
        return "guest_proof" if proved is None and needed == "emailed_code" else needed


class Service(Section):
    """When people answer."""

    hours: tuple[TimeOfDay, TimeOfDay]
    days: Weekdays
    time_zone: ZoneInfo
    email: str
    reply_working_days: NonNegativeInt

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.hours[0] >= self.hours[1]:
            raise ValueError("service opens before it closes")
        return self
