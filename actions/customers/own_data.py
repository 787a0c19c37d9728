"""What a customer may see, take along, allow, ask for and have forgotten."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, update

from actions.customers.alerts import AlertView, Watch, alerts_of, due_alerts, is_met, set_alert
from actions.customers.erasing import Erasure, NotErased, erase, judge
from actions.customers.exporting import export_of
from actions.customers.post import Post, PostFailed
from actions.customers.profiles import profile_of, suggestions_allowed
from actions.customers.types import Letter, Profile
from actions.shop.clock import Clock
from actions.shop.models import Alert, Consent, Customer, Purpose
from actions.shop.session import Sessions, take_turns


class OwnData:
    """The part of the customer desk for whoever is known already."""

    def __init__(self, sessions: Sessions, clock: Clock, post: Post | None = None) -> None:
        self._sessions = sessions
        self._clock = clock
        self._post = post

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
        """Everything that the shop keeps about the customer: table → rows."""
        with self._sessions.reading() as session:
            return export_of(session, customer_id)

    def quote_erase(self, customer_id: str) -> Erasure | NotErased:
        """What forgetting the customer would do."""
        with self._sessions.reading() as session:
            return judge(session, customer_id)

    def erase(self, customer_id: str) -> Erasure | NotErased:
        """Forget the customer, everywhere but in the orders that the shop must keep."""
        with self._sessions.writing() as session:
            take_turns(session, f"customer {customer_id}")
            return erase(session, customer_id, self._clock.now())

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
        sent now waits."""
        if self._post is None:
            return 0
        with self._sessions.reading() as session:
            due = [
                (alert.id, session.get_one(Customer, alert.customer_id).email, title)
                for alert, title in due_alerts(session)
            ]
        told = []
        for alert_id, to, title in due:
            subject, text = (part.replace("{title}", title) for part in (letter.subject, letter.text))
            try:
                self._post.send(to, subject, text)
            except PostFailed:
                continue
            told.append(alert_id)
        if told:
            with self._sessions.writing() as session:
                session.execute(update(Alert).where(Alert.id.in_(told)).values(told=self._clock.now()))
        return len(told)

    @property
    def sends_mail(self) -> bool:
        """Whether there is a mail server."""
        return self._post is not None
