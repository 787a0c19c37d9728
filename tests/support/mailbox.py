"""A real mail server on this machine, and what it got."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

USER, PASSWORD = "shop", "secret"


class Mailbox:
    """What the mail server got."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.letters.append(BytesParser(EmailMessage, policy=default).parsebytes(envelope.content))
        return "250 OK"

    def code(self) -> str:
        """The one in the last letter."""
        found = re.search(r"is (\d+)\.", self.letters[-1].get_content())
        assert found
        return found[1]


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[Controller]:
    """A mail server that wants to know who sends, while the context lasts; `port` is its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        return AuthResult(success=(given.login, given.password) == (USER.encode(), PASSWORD.encode()))

    controller = Controller(
        mailbox, "127.0.0.1", port, authenticator=check, auth_require_tls=False, auth_required=True
    )
    controller.start()
    try:
        yield controller
    finally:
        controller.stop()
