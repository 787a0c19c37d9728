"""Aisle as `make run` starts it, with a seeded shop and conversations of its own."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import func, select

from actions.launcher.rasa_model import is_current
from actions.launcher.run import action_server, bot
from actions.launcher.supervisor import Program
from actions.launcher.variables import program_variables
from actions.settings import ROOT, Settings
from actions.shop.clock import SystemClock
from actions.shop.importer import ImportFailed, import_folder
from actions.shop.migrations import upgrade
from actions.shop.models import Customer, Order, OrderStatus
from actions.shop.session import Sessions
from bench.bots.bot import Bot, free_port
from bench.bots.talking import Conversation, Message
from bench.common.running import CannotRun

KINDS = ("no_action", "one_action", "form_question", "form_completion")
"""The kinds of turn that the design sets budgets for."""

# Alternately, a question that the shop's written answers cover and a search for products.
ONE_ACTION = (
    Message("one_action", "can i pay in instalments", "klarna"),
    Message("one_action", "do you have waterproof hiking boots under $150", r"\$\d"),
)


class AisleBot(Bot):
    """Both programs and what guests of the shop ask them: equal parts of the four kinds of turn.

    Args:
        folder: for its databases.
    """

    name = "aisle"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._settings = Settings(
            database_url=f"sqlite:///{folder / 'shop.db'}", bot_port=self.port, action_port=free_port()
        )
        self.conversations = folder / "conversations.db"
        """Rasa's tracker store."""
        self._orders: list[tuple[str, str]] = []

    def prepare(self) -> None:
        """Seed its shop, and find a parcel of each customer's there to ask for."""
        if not is_current(self._settings.models_folder):
            raise CannotRun("models/ is missing or older than what it is made from: `make train` makes it.")
        sessions = Sessions(self._settings.database_url)
        try:
            upgrade(sessions)
            import_folder(sessions, ROOT / "data" / "shop", SystemClock(), replace=True, demo=True)
            with sessions.reading() as session:
                self._orders = [(order, email) for order, email in session.execute(_PARCELS)]
        except ImportFailed as error:
            raise CannotRun(f"The demo shop could not be seeded: {error}") from error
        finally:
            sessions.close()

    def programs(self) -> Sequence[Program]:
        return [action_server(self._settings), bot(self._settings)]

    def variables(self) -> Mapping[str, str]:
        return {
            **program_variables(),
            "AISLE_DEVELOPMENT": "true",
            "AISLE_DATABASE_URL": self._settings.database_url,
            "AISLE_CONVERSATIONS": str(self.conversations),
            "AISLE_BOT_PORT": str(self._settings.bot_port),
            "AISLE_ACTION_PORT": str(self._settings.action_port),
            "AISLE_ACTION_SECRET": secrets.token_hex(32),
            "AISLE_TOKEN_SECRET": secrets.token_hex(32),
        }

    def conversation(self, number: int) -> Conversation:
        order, email = self._orders[number % len(self._orders)]
        return (
            Message("no_action", "hi", r"\bfind\b"),
            ONE_ACTION[number % len(ONE_ACTION)],
            Message("form_question", f"where is my order {order}", r"\?"),
            Message("form_completion", email, rf"order {re.escape(order)} (is|comes in) (?!.*\?)"),
        )

    def small_talk(self) -> Conversation:
        return self.conversation(0)[:2]


_PARCELS = (
    select(func.min(Order.order_number), Customer.email)
    .join(Order.customer)
    .where(Order.status.in_((OrderStatus.SHIPPED, OrderStatus.DELIVERED)))
    .group_by(Customer.customer_id, Customer.email)
    .order_by(Customer.customer_id)
)
