"""Sending mail to customers, by the SMTP server that the settings name (RFC 5321)."""

from __future__ import annotations

import logging
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol

from actions.settings import Settings

SECONDS = 10.0
"""How long the server may take to answer."""

logger = logging.getLogger(__name__)


class PostFailed(Exception):
    """The letter could not be handed over; says why, without naming whom it was for."""


class Post(Protocol):
    """Takes a letter to a customer."""

    def send(self, to: str, subject: str, text: str) -> None:
        """Hand a letter over. Raises `PostFailed` where nothing was sent."""


@dataclass(frozen=True)
class SmtpPost:
    """A mail server; with `starttls` nothing is ever sent unencrypted."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    starttls: bool = True

    def send(self, to: str, subject: str, text: str) -> None:
        """Send a plain-text mail. Raises `PostFailed`, also for an address that no mail can be sent to."""
        try:
            letter = EmailMessage()
            letter["From"], letter["To"], letter["Subject"] = self.sender, to, subject
            letter.set_content(text)
            with smtplib.SMTP(self.host, self.port, timeout=SECONDS) as server:
                if self.starttls:
                    server.starttls(context=ssl.create_default_context())
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(letter)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            logger.warning("A mail could not be sent: %s", type(error).__name__)
            raise PostFailed(type(error).__name__) from error


def post_of(config: Settings) -> SmtpPost | None:
    """The post that the settings describe; None where they name no server."""
    if not config.smtp_host:
        return None
    return SmtpPost(
        host=config.smtp_host,
        port=config.smtp_port,
        sender=config.smtp_sender,
        user=config.smtp_user,
        password=config.smtp_password.get_secret_value(),
        starttls=config.smtp_starttls,
    )
