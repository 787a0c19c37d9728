"""Aisle as `make run` starts it, serving the retail shop with a database, models and policy of its own."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from actions import training
from actions.artefacts import ArtefactError
from actions.dialogue.encoding import build_meanings
from actions.launcher import LaunchError
from actions.launcher.rasa_model import is_current
from actions.launcher.run import action_server, bot, require_model
from actions.launcher.supervisor import Supervisor
from actions.launcher.tools import logs
from actions.launcher.variables import program_variables
from actions.settings import Settings, settings
from actions.shop.clock import SystemClock
from actions.shop.migrations import upgrade
from actions.shop.session import Sessions
from bench.bots.bot import START_LIMIT, free_port
from bench.common.running import CannotRun
from bench.retail.exporting import export_shop
from bench.retail.files import POLICY
from bench.retail.importing import Json, NotThisShop, import_shop

ANSWER_SECONDS = 60.0
SHARED = ("encoder", "rasa", "manifest.json")
"""Of the project's own models, what another shop has no other of."""

Messages = list[dict[str, Any]]


@dataclass
class RetailAssistant:
    """Both programs on the retail shop.

    Args:
        folder: for its databases, a new one.
        models: for its models, kept from run to run; made anew only where something has changed.
    """

    folder: Path
    models: Path
    _settings: Settings = field(init=False)
    _running: Supervisor | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._settings = Settings(
            database_url=f"sqlite:///{self.folder / 'shop.db'}",
            data_folder=self.folder / "data",
            policy_file=POLICY,
            models_folder=self.models,
            bot_port=free_port(),
            action_port=free_port(),
        )

    def prepare(self, shop: Json) -> None:
        """Import the shop, and train what depends on its catalogue.

        Raises:
            CannotRun: the JSON is no such shop, or the project's own models are missing or old.
        """
        sessions = Sessions(self._settings.database_url)
        try:
            upgrade(sessions)
            import_shop(shop, sessions, SystemClock())
        except NotThisShop as error:
            raise CannotRun(str(error)) from error
        finally:
            sessions.close()
        _copy(self._database, self._kept)
        if not is_current(settings().models_folder):
            raise CannotRun("models/ is missing or older than what it is made from: `make train` makes it.")
        self._share_models()
        self._write_data()
        try:
            training.build_all(self._settings)
            build_meanings(self._settings)
        except ArtefactError as error:
            raise CannotRun(f"The shop's catalogue could not be learnt: {error}") from error

    def start(self) -> None:
        """Start both programs, as `make run` does, and return when they answer. Raises `CannotRun`."""
        supervisor = Supervisor(self._variables(), logs=logs() / "bench" / "retail")
        self._running = supervisor
        try:
            supervisor.start([action_server(self._settings), bot(self._settings)])
            supervisor.wait_until_up(START_LIMIT)
            require_model(supervisor.log("bot"))
        except LaunchError as error:
            raise CannotRun(f"The assistant could not be started. {error}") from error

    def stop(self) -> None:
        """End the programs, if they run."""
        if self._running:
            self._running.stop()

    def restore(self) -> None:
        """Put the shop's data back as they were imported, under the running programs."""
        _copy(self._kept, self._database)

    def export(self) -> Json:
        """The shop's data as they are now, as tau2 writes them."""
        sessions = Sessions(self._settings.database_url)
        try:
            return export_shop(sessions)
        finally:
            sessions.close()

    def say(self, sender: str, line: str) -> tuple[Messages, float]:
        """Say a line in a conversation: what was answered, and the seconds that it took.

        Raises:
            CannotRun: there was no answer.
        """
        url = f"http://127.0.0.1:{self._settings.bot_port}/webhooks/rest/webhook"
        started = time.perf_counter()
        try:
            # trust_env: a proxy for the outside world is not for this machine's own ports.
            with httpx.Client(trust_env=False, timeout=ANSWER_SECONDS) as client:
                answer = client.post(url, json={"sender": sender, "message": line})
                answer.raise_for_status()
                return answer.json(), time.perf_counter() - started
        except (httpx.HTTPError, ValueError) as error:
            raise CannotRun(f"{line!r} was not answered: {type(error).__name__} {error}.") from error

    @property
    def _database(self) -> Path:
        return self.folder / "shop.db"

    @property
    def _kept(self) -> Path:
        return self.folder / "imported.db"

    def _share_models(self) -> None:
        """Take over what is the same for every shop, if it has changed; the rest is trained on this one."""
        own = settings().models_folder
        mark = self.models / "shared.txt"
        present = (own / "manifest.json").read_text(encoding="utf-8")
        if mark.is_file() and mark.read_text(encoding="utf-8") == present:
            return
        shutil.rmtree(self.models, ignore_errors=True)
        self.models.mkdir(parents=True)
        for name in SHARED:
            copy = shutil.copytree if (own / name).is_dir() else shutil.copy
            copy(own / name, self.models / name)
        mark.write_text(present, encoding="utf-8")

    def _write_data(self) -> None:
        """The shop has no written answers, and no words of its own; those that shoppers use are the project's."""
        (self.folder / "data" / "faq").mkdir(parents=True)
        (self.folder / "data" / "shop").mkdir()
        shutil.copy(settings().data_folder / "shop" / "synonyms.yml", self.folder / "data" / "shop")

    def _variables(self) -> Mapping[str, str]:
        config = self._settings
        return {
            **program_variables(),
            "AISLE_DEVELOPMENT": "true",
            "AISLE_DATABASE_URL": config.database_url,
            "AISLE_DATA_FOLDER": str(config.data_folder),
            "AISLE_POLICY_FILE": str(config.policy_file),
            "AISLE_MODELS_FOLDER": str(config.models_folder),
            "AISLE_CONVERSATIONS": str(self.folder / "conversations.db"),
            "AISLE_BOT_PORT": str(config.bot_port),
            "AISLE_ACTION_PORT": str(config.action_port),
            "AISLE_ACTION_SECRET": secrets.token_hex(32),
            "AISLE_TOKEN_SECRET": secrets.token_hex(32),
        }


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target, timeout=20)) as written:
        read.backup(written)
