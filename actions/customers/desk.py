"""`CustomerDesk`: proves who is speaking, remembers it for the conversation, and tells what the shop knows of them."""

from __future__ import annotations

from datetime import datetime

from actions.customers.types import Identified, Locked, NotIdentified, Profile, Proof
from actions.shop.clock import Clock
from actions.shop.policy import Policy
from actions.shop.session import Sessions


class CustomerDesk:
    """Slots are what somebody said, never what is true: ask `who` every time.

    Raises `actions.shop.session.ShopUnavailable` from any method when the database is locked or gone.
    """

    def __init__(self, sessions: Sessions, policy: Policy, clock: Clock) -> None: ...

    def identify(
        self, conversation: str, proof: Proof, address: str | None = None
    ) -> Identified | NotIdentified | Locked:
        """Judge a proof. Unknown customer, wrong order and wrong e-mail get the same answer in the same time.

        `address` is the client's network address as the channel vouches for it; None or a loopback is never locked.
        The caller waits `delay` seconds before it answers.
        """
        raise NotImplementedError

    def sign_in(self, conversation: str, customer_id: str, expires: datetime) -> Identified | NotIdentified:
        """Take a verified signed claim of the shop's page. It replaces whatever was proved before."""
        raise NotImplementedError

    def who(self, conversation: str, order_number: str | None = None, action: str | None = None) -> str | None:
        """The customer whom the conversation may speak for now, or None.

        With `order_number`, only if that order is theirs; with `action` (an intent's name), only if what was proved
        is as strong as the policy asks for that action.
        """
        raise NotImplementedError

    def forget(self, conversation: str) -> None:
        """Sign out: end everything that was proved in this conversation."""
        raise NotImplementedError

    def profile(self, customer_id: str) -> Profile | None:
        """What the shop knows about a customer, or None if there is none."""
        raise NotImplementedError

    def allow_personal_suggestions(self, customer_id: str, allowed: bool) -> None:
        """Switch suggestions from the customer's history on or off."""
        raise NotImplementedError

    def personal_suggestions_allowed(self, customer_id: str) -> bool:
        """Whether suggestions may use the customer's history; allowed until they switch it off."""
        raise NotImplementedError
