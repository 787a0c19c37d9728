"""What a customer may see, take along, allow, ask for and have forgotten."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update

from actions.customers.alerts import AlertView, Watch, alerts_of, due_alerts, is_met, set_alert
from actions.customers.conversations import Conversations
from actions.customers.erasing import Erasure, NotErased, erase, forget_taste, held_conversations, judge
from actions.customers.exporting import export_of, own_conversations
from actions.customers.mailboxes import by_email
from actions.customers.post import Post, PostFailed
from actions.customers.profiles import profile_of, suggestions_allowed
from actions.customers.types import Letter, Profile
from actions.shop.clock import Clock
from actions.shop.models import Alert, Consent, Customer, Purpose
from actions.shop.session import Sessions, take_turns


class OwnData:
    """The part of the customer desk for whoever is known already."""

    def __init__(
        self,
        sessions: Sessions,
        clock: Clock,
        post: Post | None = None,
        conversations: Conversations | None = None,
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._post = post
        self._conversations = conversations

    def profile(self, customer_id: str) -> Profile | None:
        """What the shop knows about a customer, or None if there is none."""
        with self._sessions.reading() as session:
            customer = session.get(Customer, customer_id)
            return profile_of(session, customer) if customer else None

    def allow_personal_suggestions(self, customer_id: str, allowed: bool) -> None:
        """Switch suggestions from the customer's history on or off."""
        self.consent(customer_id, Purpose.SUGGESTIONS, allowed)

    def personal_suggestions_allowed(self, customer_id: str) -> bool:
        """Whether suggestions may use the customer's history; allowed until they switch it off."""
        with self._sessions.reading() as session:
            return suggestions_allowed(session, customer_id)

    def consent(self, customer_id: str, purpose: Purpose, given: bool) -> bool:
        """Note what the customer allows or forbids; False where they had said the same before."""
        with self._sessions.writing() as session:
            before = session.get(Consent, (customer_id, purpose))
            if before is not None and before.given == given:
                return False
            now = self._clock.now()
            session.merge(Consent(customer_id=customer_id, purpose=purpose, given=given, changed=now))
            return True

    def export(self, customer_id: str) -> dict[str, list[dict[str, Any]]]:
        """Everything that the shop keeps about the customer: table → rows; under `conversations` what was said.

        Raises:
            ConversationsUnavailable: what was said can't be had.
        """
        with self._sessions.reading() as session:
            data, own = export_of(session, customer_id), own_conversations(session, customer_id)
        if self._conversations is not None:
            data["conversations"] = list(self._conversations.read(own))
        return data

    def quote_erase(self, customer_id: str) -> Erasure | NotErased:
        """What forgetting the customer would do."""
        with self._sessions.reading() as session:
            return judge(session, customer_id)

    def erase(self, customer_id: str, conversation: str | None = None) -> Erasure | NotErased:
        """Forget the customer, everywhere but in the orders that the shop must keep, and what was said with them.

        Args:
            conversation: the one in which this is asked for.

        Raises:
            ConversationsUnavailable: what was said can't be forgotten; then nothing is.
        """
        with self._sessions.writing() as session:
            take_turns(session, f"customer {customer_id}")
            held = held_conversations(session, customer_id)
            judged = erase(session, customer_id, held, self._clock.now())
            # Last, so that nothing is said to be forgotten that is not, and nothing is if this fails.
            if isinstance(judged, Erasure) and self._conversations is not None:
                self._conversations.forget(held, conversation)
            return judged

    def forget_taste(self, customer_id: str) -> None:
        """Forget what the customer did with products and what was suggested; the account and the orders stay."""
        with self._sessions.writing() as session:
            take_turns(session, f"customer {customer_id}")
            forget_taste(session, customer_id, held_conversations(session, customer_id))

    def alerts(self, customer_id: str) -> list[AlertView]:
        """What the customer wants to be told and was not told yet."""
        with self._sessions.reading() as session:
            return alerts_of(session, customer_id)

    def is_met(self, watch: Watch) -> bool:
        """Whether what a watch waits for is so now."""
        with self._sessions.reading() as session:
            return is_met(session, watch)

    def watch(self, customer_id: str, watch: Watch) -> bool:
        """Set an alert; False where there is the same already."""
        with self._sessions.writing() as session:
            take_turns(session, f"customer {customer_id}")
            return set_alert(session, customer_id, watch, self._clock.now())

    def end_alerts(self, customer_id: str) -> int:
        """Take back all of the customer's alerts; how many there were."""
        with self._sessions.writing() as session:
            open_alerts = delete(Alert).where(Alert.customer_id == customer_id, Alert.told.is_(None))
            return len(session.scalars(open_alerts.returning(Alert.id)).all())

    def tell_alerts(self, letter: Letter) -> int:
        """Mail every alert that is due, with `{title}` in the letter filled in; how many were sent. One that can't be
        sent now waits; no other is mailed twice, by whatever process and whatever happens meanwhile."""
        if self._post is None:
            return 0
        with self._sessions.reading() as session:
            due = [
                (alert.id, session.get_one(Customer, alert.customer_id).email, title)
                for alert, title in due_alerts(session)
            ]
        sent = 0
        for alert_id, to, title in due:
            if not self._mark_told(alert_id, self._clock.now()):
                continue
            subject, text = (part.replace("{title}", title) for part in (letter.subject, letter.text))
            try:
                self._post.send(to, subject, text)
                sent += 1
            except PostFailed:
                self._mark_told(alert_id, None)
        return sent

    def _mark_told(self, alert_id: int, told: datetime | None) -> bool:
        """Note that an alert was told, or with None that it wasn't after all; False where that stood there already."""
        other = Alert.told.is_(None) if told else Alert.told.is_not(None)
        change = update(Alert).where(Alert.id == alert_id, other).values(told=told).returning(Alert.id)
        with self._sessions.writing() as session:
            return session.scalars(change).first() is not None

    def leave_in_peace(self, email: str, alerts: bool) -> None:
        """End what is sent to an address of mail, whosever it is: the newsletter, or the alerts."""
        with self._sessions.reading() as session:
            found = by_email(session, email)
        for customer in found:
            if alerts:
                self.end_alerts(customer.customer_id)
            else:
                self.consent(customer.customer_id, Purpose.NEWSLETTER, False)

    @property
    def sends_mail(self) -> bool:
        """Whether there is a mail server."""
        return self._post is not None
