"""The demo shop in a database of its own, and the services built on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actions import training
from actions.artefacts import Manifest
from actions.dialogue.encoding import build_meanings
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex, read_topics
from actions.recommender import Event, Item, Recommender
from actions.recommender.catalogue import events as events_of
from actions.recommender.catalogue import items as items_of
from actions.search import ProductSearch, Synonyms
from actions.search.catalogue import documents
from actions.settings import ROOT, Settings, settings
from actions.shop.catalogue import Catalogue, ProductView
from actions.shop.clock import FixedClock
from actions.shop.history import History
from actions.shop.importer import import_folder
from actions.shop.models import Base
from actions.shop.session import Sessions
from actions.text import Analyser

DATA = ROOT / "data"
STEPS = (
    training.build_encoder,
    training.build_search,
    training.build_vocabulary,
    training.build_names,
    training.build_recommender,
    training.build_faq,
    build_meanings,
)
CLOCK = FixedClock(datetime(2026, 5, 13, 16, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database's file."""
    path = tmp_path_factory.mktemp("demo") / "shop.db"
    sessions = Sessions(f"sqlite:///{path}")
    Base.metadata.create_all(sessions.engine)
    report = import_folder(sessions, DATA / "shop", CLOCK, replace=True, demo=True)
    sessions.close()
    assert report.refused == ()
    return path


@pytest.fixture(scope="session")
def demo_sessions(demo_database: Path) -> Iterator[Sessions]:
    sessions = Sessions(f"sqlite:///{demo_database}")
    yield sessions
    sessions.close()


@pytest.fixture(scope="session")
def products(demo_sessions: Sessions) -> dict[str, ProductView]:
    """Every product by its id."""
    return {product.product_id: product for product in Catalogue(demo_sessions).products()}


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    return Synonyms.load(DATA / "shop" / "synonyms.yml")


@pytest.fixture(scope="session")
def search(demo_sessions: Sessions, synonyms: Synonyms, encoder: SentenceEncoder) -> ProductSearch:
    listed = documents(Catalogue(demo_sessions), synonyms.titles, Analyser())
    return ProductSearch.build(listed, encoder, synonyms)


@pytest.fixture(scope="session")
def items(products: dict[str, ProductView], synonyms: Synonyms) -> list[Item]:
    return items_of(products.values(), synonyms.titles.audience)


@pytest.fixture(scope="session")
def events(demo_sessions: Sessions) -> list[Event]:
    return events_of(History(demo_sessions, CLOCK))


@pytest.fixture(scope="session")
def recommender(items: list[Item], events: list[Event], search: ProductSearch) -> Recommender:
    return Recommender.build(items, events, search.vectors(), clock=CLOCK)


@pytest.fixture(scope="session")
def faq(encoder: SentenceEncoder) -> FaqIndex:
    return FaqIndex.build(read_topics(DATA / "faq"), encoder)


def made(config: Settings) -> dict[str, bool]:
    """Step of the training → whether it made anything now."""
    return {step.__name__.removeprefix("build_"): step(config) for step in STEPS}


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory, demo_database: Path) -> Settings:
    """Settings of a small copy of the demo shop, with the encoder that `make train` made."""
    root = tmp_path_factory.mktemp("workshop")
    shutil.copy(demo_database, root / "shop.db")
    (root / "data" / "shop").mkdir(parents=True)
    for name in ("synonyms.yml", "policy.yml"):
        shutil.copy(DATA / "shop" / name, root / "data" / "shop")
    (root / "data" / "faq").mkdir()
    for name in ("opening-hours", "gift-cards", "pay-in-instalments", "return-window"):
        shutil.copy(DATA / "faq" / f"{name}.md", root / "data" / "faq")
    config = Settings(
        data_folder=root / "data",
        models_folder=root / "models",
        database_url=f"sqlite:///{root / 'shop.db'}",
        var_folder=root / "var",
    )
    training.build_encoder(settings())  # at once, where `make train` made it
    made = Manifest.load(settings().models_folder).entries["encoder"]
    shutil.copytree(settings().models_folder / "encoder", config.models_folder / "encoder")
    Manifest.load(config.models_folder).record(
        "encoder", [config.models_folder / "encoder"], made.inputs, made.settings
    )
    return config


@pytest.fixture(scope="module")
def trained(workshop: Settings) -> Settings:
    """The workshop after its first training."""
    assert made(workshop) == {
        "encoder": False,
        "search": True,
        "vocabulary": True,
        "names": True,
        "recommender": True,
        "faq": True,
        "meanings": True,
    }
    return workshop
