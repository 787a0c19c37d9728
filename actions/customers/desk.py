"""`CustomerDesk`: proves who is speaking, remembers it for the conversation, and tells what the shop knows
of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from actions.customers import details
from actions.customers.addresses import AddressChanged, AddressRefused, change, judge
from actions.customers.codes import end_codes, live_code, new_code, reads_mailbox, sent_lately, use_code
from actions.customers.conversations import Conversations
from actions.customers.details import Details, DetailsChanged, NotChanged
from actions.customers.lockouts import Attempt
from actions.customers.names import shortened
from actions.customers.own_data import OwnData
from actions.customers.post import Post, PostFailed
from actions.customers.proofs import Match, match, missing_facts
from actions.customers.types import (
    CodeNotSent,
    CodeSent,
    Identified,
    Letter,
    Locked,
    NotIdentified,
    Proof,
    Standing,
)
from actions.shop.clock import Clock
from actions.shop.grants import end_grants, live_grant
from actions.shop.models import Address, Customer, Grant, Order
from actions.shop.order_numbers import plain_order_number
from actions.shop.policy import Policy, Strength
from actions.shop.session import Sessions, take_turns


class CustomerDesk(OwnData):
    """Slots are what somebody said, never what is true: ask `who` every time.

    Raises `actions.shop.session.ShopUnavailable` from any method when the database is locked or gone.
    """

    def __init__(
        self,
        sessions: Sessions,
        policy: Policy,
        clock: Clock,
        post: Post | None = None,
        conversations: Conversations | None = None,
    ) -> None:
        super().__init__(sessions, clock, post, conversations)
        self._policy = policy

    def identify(
        self, conversation: str, proof: Proof, address: str | None = None
    ) -> Identified | NotIdentified | Locked:
        """Judge a proof. Unknown customer, wrong order and wrong e-mail get the same answer in the same time.

        `address` is the client's network address as the channel vouches for it; None or a loopback is never
        locked. The caller waits `delay` seconds before it answers.
        """
        identity, now = self._policy.identity, self._clock.now()
        if missing := missing_facts(proof, identity.proofs):
            with self._sessions.reading() as session:
                until = Attempt(session, identity, now, conversation, address).locked_until()
            return Locked(until) if until else NotIdentified(missing)
        with self._sessions.writing() as session:
            attempt = Attempt(session, identity, now, conversation, address)
            take_turns(session, *attempt.subjects)
            if until := attempt.locked_until():
                return Locked(until)
            delay = attempt.delay(proof)
            found = match(session, proof, identity.proofs)
            if found is None:
                attempt.fail(proof)
                until = attempt.locked_until()
                return Locked(until) if until else NotIdentified(delay=delay, remaining=attempt.remaining())
            expires = now + timedelta(minutes=identity.grant_minutes)
            self._grant(session, conversation, found, "guest_proof", expires)
            return Identified(found.customer_id, expires, delay)

    def locked(self, conversation: str, address: str | None = None) -> Locked | None:
        """The lock on the conversation or its address, if there is one now."""
        with self._sessions.reading() as session:
            identity, now = self._policy.identity, self._clock.now()
            until = Attempt(session, identity, now, conversation, address).locked_until()
        return Locked(until) if until else None

    def send_code(
        self, conversation: str, letter: Letter, mailbox: str = ""
    ) -> CodeSent | CodeNotSent | NotIdentified:
        """Send a one-time code to the customer whom a guest's proof fitted here; `NotIdentified` without one.

        The mail goes to the address that the shop has, whatever was said; but to `mailbox`, where that is to become
        the customer's. Codes sent before are void.
        """
        rules, now = self._policy.identity.code, self._clock.now()
        with self._sessions.writing() as session:
            grant = live_grant(session, conversation, now)
            if grant is None:
                return NotIdentified()
            if rules is None or self._post is None:
                return CodeNotSent()
            take_turns(session, f"code {grant.customer_id}")
            lately = sent_lately(session, grant.customer_id, now)
            if len(lately) >= rules.per_hour:
                return CodeNotSent(lately[-rules.per_hour] + timedelta(hours=1))
            to = mailbox or session.get_one(Customer, grant.customer_id).email
            code, expires = new_code(session, conversation, grant.customer_id, rules, now, mailbox)
        try:  # not before it is written down, and nobody waits for the mail server meanwhile
            self._post.send(to, letter.subject, letter.text.replace("{code}", code))
        except PostFailed:
            with self._sessions.writing() as session:
                end_codes(session, conversation, now)
            return CodeNotSent()
        return CodeSent(mailbox or shortened(to), expires)

    def awaits_code(self, conversation: str, mailbox: str = "") -> bool:
        """Whether a code was sent here that can still be used."""
        now = self._clock.now()
        with self._sessions.reading() as session:
            grant = live_grant(session, conversation, now)
            return grant is not None and bool(
                live_code(session, conversation, grant.customer_id, now, mailbox)
            )

    def confirm_code(
        self, conversation: str, code: str, address: str | None = None, mailbox: str = ""
    ) -> Identified | NotIdentified | Locked:
        """Judge a code. Wrong, used, too old and never sent get the same answer in the same time, and count
        towards the same locks as other failed proofs. One sent to a `mailbox` proves no more than who reads that."""
        identity, now = self._policy.identity, self._clock.now()
        with self._sessions.writing() as session:
            attempt = Attempt(session, identity, now, conversation, address)
            take_turns(session, *attempt.subjects)
            if until := attempt.locked_until():
                return Locked(until)
            grant = live_grant(session, conversation, now)
            customer = grant.customer_id if grant else None
            right = use_code(session, conversation, customer, code, now, mailbox)
            if grant is None or not right:
                attempt.fail(Proof())
                until = attempt.locked_until()
                return Locked(until) if until else NotIdentified(remaining=attempt.remaining())
            if mailbox:
                return Identified(grant.customer_id, grant.expires)
            expires = now + timedelta(minutes=identity.grant_minutes)
            proved = Match(grant.customer_id, grant.order_number, f"{grant.how}+code")
            self._grant(session, conversation, proved, "emailed_code", expires)
            return Identified(proved.customer_id, expires)

    def standing(self, conversation: str) -> Standing | None:
        """For whom the conversation may speak now, and by what proof; None where nothing proved still holds."""
        with self._sessions.reading() as session:
            grant = live_grant(session, conversation, self._clock.now())
            return Standing(grant.customer_id, grant.strength) if grant else None

    def sign_in(self, conversation: str, customer_id: str, expires: datetime) -> Identified | NotIdentified:
        """Take a verified signed claim of the shop's page. It replaces whatever was proved before."""
        now = self._clock.now()
        claimed = (customer_id, "signed_in", expires)
        with self._sessions.reading() as session:
            grant = live_grant(session, conversation, now)
            if grant and (grant.customer_id, grant.strength, grant.expires) == claimed:
                return Identified(customer_id, expires)
            customer = session.get(Customer, customer_id)
            if expires <= now or customer is None or customer.erased:
                return NotIdentified()
        with self._sessions.writing() as session:
            self._grant(session, conversation, Match(customer_id, None, "claim"), "signed_in", expires)
        return Identified(customer_id, expires)

    def who(
        self, conversation: str, order_number: str | None = None, action: str | None = None
    ) -> str | None:
        """The customer whom the conversation may speak for now, or None.

        With `order_number`, only if that order is theirs; with `action` (an intent's name), only if what
        was proved is as strong as the policy asks for that action.
        """
        standing = self.standing(conversation)
        if standing is None or not self._policy.identity.enough(standing.strength, action):
            return None
        if order_number is not None:
            with self._sessions.reading() as session:
                order = session.get(Order, plain_order_number(order_number))
                if order is None or order.customer_id != standing.customer_id:
                    return None
        return standing.customer_id

    def forget(self, conversation: str) -> None:
        """Sign out: end everything that was proved in this conversation."""
        with self._sessions.writing() as session:
            end_grants(session, conversation, self._clock.now())

    def quote_change_address(
        self, customer_id: str, address: Address
    ) -> AddressChanged | AddressRefused | None:
        """What changing the customer's own address would do; None if there is no such customer."""
        with self._sessions.reading() as session:
            customer = session.get(Customer, customer_id)
            if customer is None:
                return None
            before = customer.address
        same = before.is_same_as(address)
        return judge(address, self._policy.delivery) or AddressChanged(before, address, same)

    def change_address(
        self, customer_id: str, address: Address, conversation: str | None = None
    ) -> AddressChanged | AddressRefused | None:
        """Change the customer's own address; orders stay where they are sent. Once: the same again is `already`."""
        if refused := judge(address, self._policy.delivery):
            return refused
        with self._sessions.writing() as session:
            return change(session, customer_id, address, conversation, self._clock.now())

    def quote_change_details(
        self, customer_id: str, wanted: Details, conversation: str
    ) -> DetailsChanged | NotChanged | None:
        """What changing the customer's name, phone or address of mail would do; None if there is no such customer."""
        with self._sessions.reading() as session:
            customer = session.get(Customer, customer_id)
            if customer is None:
                return None
            reads = self._reads_mail(session, customer_id, wanted, conversation)
            return details.judge(session, customer, wanted, reads)

    def change_details(
        self, customer_id: str, wanted: Details, conversation: str, letter: Letter | None = None
    ) -> DetailsChanged | NotChanged | None:
        """Change them. Once: the same again is `already`. A new address of mail is taken only where a code sent to it
        was confirmed in this conversation; the `letter` about it goes to the old one."""
        with self._sessions.writing() as session:
            take_turns(session, f"customer {customer_id}")
            customer = session.get(Customer, customer_id)
            if customer is None:
                return None
            reads = self._reads_mail(session, customer_id, wanted, conversation)
            made = details.change(session, customer, wanted, reads, conversation, self._clock.now())
        if isinstance(made, NotChanged) or made.already or not made.before.email:
            return made
        if letter and self._post:
            with suppress(PostFailed):  # it is done, whether or not the old address can still be written to
                self._post.send(made.before.email, letter.subject, letter.text)
        return made

    def _reads_mail(self, session: Session, customer_id: str, wanted: Details, conversation: str) -> bool:
        since = self._clock.now() - timedelta(minutes=self._policy.identity.grant_minutes)
        return wanted.email is not None and reads_mailbox(
            session, conversation, customer_id, wanted.email, since
        )

    def _grant(
        self, session: Session, conversation: str, proved: Match, strength: Strength, expires: datetime
    ) -> None:
        now = self._clock.now()
        end_grants(session, conversation, now)
        session.add(
            Grant(
                conversation=conversation,
                customer_id=proved.customer_id,
                order_number=proved.order_number,
                strength=strength,
                how=proved.how,
                granted=now,
                expires=expires,
            )
        )
