"""One-time codes: made, kept as a salted hash, used once."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import scrypt
from hmac import compare_digest

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from actions.shop.models import OneTimeCode
from actions.shop.policy import CodeRules


def new_code(
    session: Session, conversation: str, customer_id: str, rules: CodeRules, now: datetime, mailbox: str = ""
) -> tuple[str, datetime]:
    """A fresh code and until when it can be used. Those of this conversation before it no longer can.

    `mailbox`, here and below, is an address of mail that is not the customer's own (yet).
    """
    end_codes(session, conversation, now)
    code = f"{secrets.randbelow(10**rules.digits):0{rules.digits}}"
    salt, expires = secrets.token_hex(16), now + timedelta(minutes=rules.minutes)
    session.add(
        OneTimeCode(
            conversation=conversation,
            customer_id=customer_id,
            salt=salt,
            digest=_digest(code, salt),
            sent=now,
            expires=expires,
            mailbox=mailbox,
        )
    )
    return code, expires


def sent_lately(session: Session, customer_id: str, now: datetime) -> list[datetime]:
    """When the customer was sent codes within the last hour, from any conversation, oldest first."""
    rows = select(OneTimeCode.sent).where(
        OneTimeCode.customer_id == customer_id, OneTimeCode.sent > now - timedelta(hours=1)
    )
    return list(session.scalars(rows.order_by(OneTimeCode.sent)))


def live_code(
    session: Session, conversation: str, customer_id: str, now: datetime, mailbox: str = ""
) -> datetime | None:
    """Until when the conversation's code for the customer can be used; None where there is none."""
    rows = select(func.max(OneTimeCode.expires)).where(
        *_of(conversation, customer_id, mailbox), OneTimeCode.expires > now
    )
    return session.scalar(rows)


def reads_mailbox(
    session: Session, conversation: str, customer_id: str, mailbox: str, since: datetime
) -> bool:
    """Whether a code that was sent there has been used in this conversation since then."""
    used = select(OneTimeCode.id).where(*_of(conversation, customer_id, mailbox), OneTimeCode.used > since)
    return session.scalars(used).first() is not None


def use_code(
    session: Session, conversation: str, customer_id: str | None, code: str, now: datetime, mailbox: str = ""
) -> bool:
    """Whether it is the code that can be used in this conversation for this customer; then it no longer can.

    It takes as long where there is none, so that the time says nothing.
    """
    rows = select(OneTimeCode).where(*_of(conversation, customer_id, mailbox), OneTimeCode.expires > now)
    found = session.scalars(rows.order_by(OneTimeCode.id.desc()).limit(1)).first()
    salt, digest = (found.salt, found.digest) if found else ("", "")
    right = compare_digest(_digest(_plain(code), salt), digest)
    if found is None or not right:
        return False
    found.expires = found.used = now
    return True


def end_codes(session: Session, conversation: str, now: datetime) -> None:
    """Let no code of the conversation be usable any more."""
    session.execute(
        update(OneTimeCode)
        .where(OneTimeCode.conversation == conversation, OneTimeCode.expires > now)
        .values(expires=now)
    )


def _of(conversation: str, customer_id: str | None, mailbox: str) -> tuple[ColumnElement[bool], ...]:
    return (
        OneTimeCode.conversation == conversation,
        OneTimeCode.customer_id == customer_id,
        OneTimeCode.mailbox == mailbox,
    )


def _plain(code: str) -> str:
    """The digits of what somebody typed: `482 913` and `482-913` are the same."""
    return "".join(character for character in code if character.isdigit())


def _digest(code: str, salt: str) -> str:
    """scrypt (RFC 7914), dear enough (some 10 ms) that a stolen table is not read within a code's minutes."""
    return scrypt(code.encode(), salt=salt.encode(), n=2**12, r=8, p=1).hex()
