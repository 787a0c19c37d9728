"""`./aisle doctor`: looks at everything that a start needs and says how to mend what is wrong."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator

from actions.artefacts import ArtefactError, Manifest
from actions.launcher import LaunchError, ports, rasa_model, widget
from actions.launcher.environments import ACTIONS, BOT
from actions.launcher.progress import console
from actions.launcher.tools import shown
from actions.launcher.variables import ENV_FILE, SECRETS
from actions.settings import ROOT, settings

ROOM = 2 * 1024**3
"""Bytes that a first set-up and training want free."""

Problems = Iterator[str]


def doctor() -> int:
    """Print each check with what is wrong and how to mend it; 0 if nothing is, else 1."""
    ill = False
    for name, check in CHECKS.items():
        problems = list(check())
        ill = ill or bool(problems)
        console.print("[red]✗[/red]" if problems else "[green]✓[/green]", name)
        for problem in problems:
            console.print(f"  {problem}", markup=False)
    return 1 if ill else 0


def _environments() -> Problems:
    for environment in (ACTIONS, BOT):
        locked = ROOT / environment.name / "requirements.txt"
        stamp = environment.folder / "requirements.sha256"
        if not environment.python.exists():
            yield f"{shown(environment.folder)} is missing or its Python is gone: `make setup` makes it."
        elif not stamp.exists() or stamp.read_text() != hashlib.sha256(locked.read_bytes()).hexdigest():
            yield f"{shown(environment.folder)} is not what {shown(locked)} says: `make setup` installs it."


def _secrets() -> Problems:
    config = settings()
    for name, secret in zip(SECRETS, (config.action_secret, config.token_secret), strict=True):
        if not secret.get_secret_value():
            yield f"{name} is not set: `make run` writes one into .env."
    if ENV_FILE.exists() and ENV_FILE.stat().st_mode & 0o077:
        yield "Others can read .env: `chmod 600 .env`."


def _ports() -> Problems:
    try:
        ports.require_free(settings())
    except LaunchError as error:
        yield f"{error} (If that is this assistant, running, all is well.)"


def _page() -> Problems:
    if not widget.is_built():
        yield "The page is not built from its present sources: `make run` builds it."


def _database() -> Problems:
    from actions.shop.importer import holds_demo
    from actions.shop.migrations import current, newest
    from actions.shop.session import Sessions, ShopUnavailable

    sessions = Sessions(settings().database_url)
    try:
        if current(sessions) != newest():
            yield "The database is not set up or not up to date: `./aisle db migrate`."
        elif settings().deployed and holds_demo(sessions):
            yield "It holds the demo shop: `./aisle db import FOLDER --replace-demo` puts yours in its place."
    except ShopUnavailable as error:
        yield f"{error} See AISLE_DATABASE_URL."
    finally:
        sessions.close()


def _models() -> Problems:
    models = settings().models_folder
    try:
        manifest = Manifest.load(models)
    except ArtefactError as error:
        yield str(error)
        return
    for name in ARTEFACTS:
        try:
            manifest.verify(name)
        except ArtefactError as error:
            yield str(error)
    if rasa_model.NAME in manifest.entries and not rasa_model.is_current(models):
        yield "The Rasa model is older than what it is made from: `make train`."


def _room() -> Problems:
    if (free := shutil.disk_usage(ROOT).free) < ROOM:
        yield f"Only {free / 1024**3:.1f} GB are free on the disk of {ROOT}."


ARTEFACTS = ("encoder", "vocabulary", "names", "search", "recommender", "faq", rasa_model.NAME)
CHECKS: dict[str, Callable[[], Problems]] = {
    "both environments are installed as locked": _environments,
    "the secrets are there and private": _secrets,
    "the ports are free": _ports,
    "the page is built": _page,
    "the database is up to date": _database,
    "the models are whole and up to date": _models,
    "there is room on the disk": _room,
}
