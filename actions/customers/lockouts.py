"""Failures to prove who one is: counted, and what follows from the count.

A conversation and an address are locked; a person who is claimed to be spoken for is not, or a stranger
could lock them out: their proofs are slowed. Claims are counted as they were made, whether or not such a
customer or order exists, so that the slowing tells nothing about that.
"""

from __future__ import annotations

import ipaddress
import logging
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from actions.customers.names import name_words
from actions.customers.types import Proof
from actions.shop.models import FailedProof
from actions.shop.order_numbers import plain_order_number
from actions.shop.policy import Identity

LONGEST_DELAY = 8.0
"""Seconds; more would look like a fault to the shopper who has the right proof."""
REPORTED_EVERY = 10
"""Failures on one claim from one line in the log to the next."""

logger = logging.getLogger(__name__)


class Attempt:
    """One attempt to prove something, and the failures that came before it."""

    def __init__(
        self, session: Session, policy: Identity, now: datetime, conversation: str, address: str | None
    ) -> None:
        self._session = session
        self._policy = policy
        self._now = now
        self._span = timedelta(minutes=policy.locked_minutes)
        self._locking = {"conversation": _subject("conversation", conversation)}
        if network := _network(address):
            self._locking["address"] = _subject("address", network)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Hashes of what can be locked."""
        return tuple(self._locking.values())

    def locked_until(self) -> datetime | None:
        """When the conversation's or its address's lock ends; None if neither is locked."""
        ends = [end for subject in self.subjects if (end := self._lock_of(subject))]
        return max(ends, default=None)

    def remaining(self) -> int:
        """How many more failures there may be before a lock."""
        return max(0, self._policy.attempts - max(self._recent(subject) for subject in self.subjects))

    def delay(self, proof: Proof) -> float:
        """Seconds to wait, doubling with every failure on the same claim beyond the policy's number."""
        failures = max((self._recent(claim) for claim in _claims(proof)), default=0)
        beyond = failures - self._policy.customer_attempts_before_slowdown
        if beyond < 0:
            return 0.0
        if beyond % REPORTED_EVERY == 0:
            logger.warning("%d failed proofs of one claim lately: its proofs are slowed", failures)
        return min(LONGEST_DELAY, 0.5 * 2.0 ** min(beyond, 10))

    def fail(self, proof: Proof) -> None:
        """Count it against the conversation, its address and what was claimed; forget the oldest."""
        claims = [("claim", claim) for claim in _claims(proof)]
        self._session.execute(delete(FailedProof).where(FailedProof.time < self._now - 2 * self._span))
        self._session.add_all(
            FailedProof(kind=kind, subject=subject, time=self._now)
            for kind, subject in (*self._locking.items(), *claims)
        )
        self._session.flush()

    def _lock_of(self, subject: str) -> datetime | None:
        """The end of the lock that the latest failures brought, while nothing is counted any more."""
        latest = self._failures(subject)[-self._policy.attempts :]
        if len(latest) < self._policy.attempts or latest[-1] - latest[0] > self._span:
            return None
        end = latest[-1] + self._span
        return end if end > self._now else None

    def _recent(self, subject: str) -> int:
        return sum(time > self._now - self._span for time in self._failures(subject))

    def _failures(self, subject: str) -> list[datetime]:
        """When the subject failed, oldest first, as far back as it can still matter."""
        return list(
            self._session.scalars(
                select(FailedProof.time)
                .where(FailedProof.subject == subject, FailedProof.time >= self._now - 2 * self._span)
                .order_by(FailedProof.time)
            )
        )


def _network(address: str | None) -> str | None:
    """What is locked for an address: itself; of IPv6 the /64 that is one client's; never the loopback."""
    if not address:
        return None
    try:
        ip = ipaddress.ip_address(address.strip().split("%")[0])
    except ValueError:
        return address
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    if ip.is_loopback:
        return None
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))


def _claims(proof: Proof) -> list[str]:
    """Hashes of whom and which order the proof claims."""
    claims = []
    if email := (proof.email or "").strip():
        claims.append(_subject("email", email.casefold()))
    if proof.person_name and proof.postcode:
        who = [*sorted(name_words(proof.person_name)), "".join(proof.postcode.split()).upper()]
        claims.append(_subject("person", " ".join(who)))
    if number := plain_order_number(proof.order_number or ""):
        claims.append(_subject("order", number))
    return claims


def _subject(kind: str, text: str) -> str:
    return sha256(f"{kind}:{text}".encode(errors="replace")).hexdigest()
