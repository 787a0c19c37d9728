"""What a start puts into the database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from actions.launcher.prepare import fill_database
from actions.settings import ROOT, settings
from actions.shop.clock import SystemClock
from actions.shop.commands import count_products
from actions.shop.importer import import_folder
from actions.shop.session import Sessions
from tests.unit.shop.small_shop import FILES


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a small demo shop; the settings point at it and at a database that is not there yet."""
    folder = tmp_path / "data" / "shop"
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / name).write_text(content)
    monkeypatch.setenv("AISLE_VAR_FOLDER", str(tmp_path / "var"))
    monkeypatch.setenv("AISLE_DATABASE_URL", f"sqlite:///{tmp_path / 'shop.db'}")
    monkeypatch.setenv("AISLE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("AISLE_POLICY_FILE", str(ROOT / "data" / "shop" / "policy.yml"))
    monkeypatch.delenv("AISLE_DEVELOPMENT", raising=False)
    settings.cache_clear()
    yield folder
    settings.cache_clear()


@pytest.fixture
def sessions(shop: Path) -> Iterator[Sessions]:
    sessions = Sessions(settings().database_url)
    yield sessions
    sessions.close()


def test_an_empty_database_gets_the_demo_shop(sessions: Sessions) -> None:
    fill_database()
    assert count_products(sessions) == 2


def test_a_deployment_never_gets_the_demo_shop(
    shop: Path, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AISLE_DEVELOPMENT", "false")
    settings.cache_clear()
    with pytest.raises(typer.Exit):
        fill_database()
    assert count_products(sessions) == 0
    import_folder(sessions, shop, SystemClock())
    fill_database()
    assert count_products(sessions) == 2
