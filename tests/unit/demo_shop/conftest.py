"""The demo shop in a database of its own, and the services built on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex, read_topics
from actions.recommender import Event, Item, Recommender
from actions.recommender.catalogue import events as events_of
from actions.recommender.catalogue import items as items_of
from actions.search import ProductSearch, Synonyms
from actions.search.catalogue import documents
from actions.settings import ROOT
from actions.shop.catalogue import Catalogue, ProductView
from actions.shop.clock import FixedClock
from actions.shop.history import History
from actions.shop.importer import import_folder
from actions.shop.models import Base
from actions.shop.session import Sessions
from actions.text import Analyser

DATA = ROOT / "data"
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
