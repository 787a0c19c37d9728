"""Everything that the programs need before they start, made in the right order and only where it is stale."""

from __future__ import annotations

import sys

from actions.artefacts import inputs_hash
from actions.launcher import rasa_model, widget
from actions.launcher.progress import working
from actions.launcher.tools import run_in_group
from actions.launcher.variables import ensure_secrets
from actions.settings import ROOT, settings

FILES = "files"
"""The fact of the database that says by a hash which files of the demo shop it has taken in."""


def prepare() -> None:
    """The page, the demo shop's database, what the page shows of it, and all of `models/`.

    The last in a process of its own: what training needs of memory is free again when the programs start. Where it
    fails it says why, and we end with its status.

    Raises:
        LaunchError: the page could not be built.
    """
    widget.build()
    if status := run_in_group([sys.executable, "-m", "actions.cli", "train"], ROOT):
        sys.exit(status)


def make() -> None:
    """What `./aisle train` makes: the database's content, and what is stale under `models/`.

    Raises:
        LaunchError, ArtefactError: something could not be made.
    """
    fill_database()
    train()


def fill_database() -> None:
    """Set the database up and fill it, with changes to the demo shop's files too; write what the page shows of it."""
    from actions.shop import commands, showcase
    from actions.shop.importer import holds_demo, shop_fact
    from actions.shop.models import ShopFact
    from actions.shop.session import Sessions

    commands.create()
    config = settings()
    files = inputs_hash(sorted((config.data_folder / "shop").glob("*.csv")))
    sessions = Sessions(config.database_url)
    try:
        if holds_demo(sessions) and (taken := shop_fact(sessions, FILES)) != files:
            if taken is not None:
                commands.import_(config.data_folder / "shop")
            with sessions.writing() as session:
                session.merge(ShopFact(name=FILES, value=files))
        with working("Drawing the pictures"):
            showcase.write(sessions, config, config.var_folder)
    finally:
        sessions.close()


def train() -> None:
    """Make what is stale under `models/`: first what the services need, then the Rasa model."""
    from actions import training
    from actions.dialogue.encoding import build_meanings

    ensure_secrets()
    config = settings()
    for title, build in (
        ("Exporting the sentence encoder", training.build_encoder),
        ("Indexing the products", training.build_search),
        ("Naming what the catalogue has", training.build_vocabulary),
        ("Listing what people are called", training.build_names),
        ("Training the recommender", training.build_recommender),
        ("Indexing the answers", training.build_faq),
        ("Encoding what meanings are told by", build_meanings),
        ("Training the Rasa model", rasa_model.build),
    ):
        with working(title) as work:
            work.idle = not build(config)
