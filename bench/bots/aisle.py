"""Aisle as `make run` starts it, with a seeded shop and conversations of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from actions.settings import settings
from bench.bots.bot import Bot
from bench.bots.talking import Conversation, Message
from bench.common.running import CannotRun
from tests.support.assistant import Assistant

KINDS = ("no_action", "one_action", "form_question", "form_completion")
"""The kinds of turn that the design sets budgets for."""

# Alternately, a question that the shop's written answers cover and a search for products.
ONE_ACTION = (
    Message("one_action", "can i pay in instalments", "instal"),
    Message("one_action", "do you have waterproof hiking boots under $150", r"\$\d"),
)

ORDERS = """
    SELECT min(orders.order_number), customers.email
    FROM orders JOIN customers USING (customer_id)
    WHERE orders.status IN ('shipped', 'delivered')
    GROUP BY customers.customer_id ORDER BY customers.customer_id
"""


class AisleBot(Bot):
    """Both programs and what guests of the shop ask them: equal parts of the four kinds of turn."""

    name = "aisle"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._assistant = Assistant(folder)
        self._orders: list[tuple[str, str]] = []

    @property
    def url(self) -> str:
        return self._assistant.url

    @property
    def programs(self) -> Mapping[str, subprocess.Popen[bytes]]:
        return self._assistant.processes

    @property
    def health(self) -> Mapping[str, str]:
        return {"actions": f"http://127.0.0.1:{self._assistant.action_port}/health", "bot": self.url}

    @property
    def conversations(self) -> Path:
        """The database of its conversations."""
        return self.folder / "conversations.db"

    def prepare(self) -> None:
        """Seed its shop, and find customers in it who have an order to ask for.

        Raises:
            CannotRun: nothing was trained, or the shop could not be seeded.
        """
        if not any((settings().models_folder / "rasa").glob("*.tar.gz")):
            raise CannotRun("There is no trained assistant under models/: `make train` makes it.")
        try:
            self._assistant.run([sys.executable, "-m", "actions.cli", "db", "reset-demo"])
        except subprocess.CalledProcessError as error:
            raise CannotRun("The demo shop could not be seeded: see above.") from error
        self._orders = [(str(order), email) for order, email in self._assistant.query(ORDERS)]
        if not self._orders:
            raise CannotRun("The demo shop has no order that was sent, so there is none to ask for.")

    def launch(self) -> None:
        self._assistant.start_actions()
        self._assistant.start_bot()

    def small_talk(self) -> Conversation:
        return self.conversation(0)[:2]

    def conversation(self, number: int) -> Conversation:
        order, email = self._orders[number % len(self._orders)]
        return (
            Message("no_action", "hi", r"\w"),
            ONE_ACTION[number % len(ONE_ACTION)],
            Message("form_question", f"where is my order {order}", r"\?"),
            Message("form_completion", email, rf"order {re.escape(order)} is (?!.*\?)"),
        )
