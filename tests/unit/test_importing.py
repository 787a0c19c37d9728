"""`./aisle import products FILE`, on a database of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from actions.importing import NAMED_REFUSALS, import_
from actions.settings import ROOT, settings
from actions.shop.commands import db
from actions.shop.models import Customer, Product
from actions.shop.session import Sessions
from tests.unit.shop.small_shop import FILES

GOOD = '{"id": "a", "title": "A", "price": 5}\n'


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for a product file; the settings point at a database that is not there yet."""
    monkeypatch.setenv("AISLE_DATABASE_URL", f"sqlite:///{tmp_path / 'var' / 'shop.db'}")
    monkeypatch.setenv("AISLE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("AISLE_POLICY_FILE", str(ROOT / "data" / "shop" / "policy.yml"))
    (tmp_path / "data" / "shop").mkdir(parents=True)
    for name, content in FILES.items():
        (tmp_path / "data" / "shop" / name).write_text(content)
    monkeypatch.setattr("actions.importing.console.width", 200)
    settings.cache_clear()
    yield tmp_path / "feed.jsonl"
    settings.cache_clear()


def run(*words: str) -> Result:
    return CliRunner().invoke(import_, ["products", *words])


def test_it_says_what_became_of_the_products(feed: Path) -> None:
    feed.write_text(GOOD)
    first, again = run(str(feed)), run(str(feed))
    assert first.exit_code == again.exit_code == 0
    assert "Read as JSON Lines: 1 products" in first.stdout and "takes this up by itself" in first.stdout
    assert "new              1" in first.stdout and "unchanged        1" in again.stdout
    assert "products a second here: at most" in first.stdout and "a second" not in again.stdout


def test_it_needs_no_encoder(feed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLE_MODELS_FOLDER", str(tmp_path / "models"))
    settings.cache_clear()
    feed.write_text(GOOD)
    result = run(str(feed))
    assert (
        result.exit_code == 0 and "its next start does" in result.stdout and "a second" not in result.stdout
    )


def test_rows_that_were_not_taken_are_listed(feed: Path, tmp_path: Path) -> None:
    feed.write_text(GOOD + '{"id": "b"}\n' * (NAMED_REFUSALS + 5))
    result = run(str(feed), "--refused", str(tmp_path / "refused.csv"))
    assert result.exit_code == 1 and result.stdout.count("it has no title") == NAMED_REFUSALS
    assert "Nothing counts as gone" not in result.stdout
    assert "and 5 more" in result.stdout and f"{NAMED_REFUSALS + 5} rows were not taken" in result.stdout
    listed = (tmp_path / "refused.csv").read_text().splitlines()
    assert listed[:2] == ["line,reason", "2,it has no title"] and len(listed) == NAMED_REFUSALS + 6


def test_rows_that_may_be_anybodys_are_said_to_be(feed: Path) -> None:
    feed.write_text(GOOD + "?\n" + '{"id": "b", "title": "B", "price": 1}\n')
    result = run(str(feed))
    assert result.exit_code == 1 and "Nothing counts as gone, for 1 of these" in result.stdout


def test_a_file_that_breaks_off_is_said_to(feed: Path) -> None:
    feed.write_text(GOOD + '{"id": "b", "ti')
    result = run(str(feed))
    assert (
        result.exit_code == 1
        and "breaks off at line 2" in result.stdout
        and "new              1" in result.stdout
    )


def test_products_never_come_beside_the_demo_shops(feed: Path) -> None:
    CliRunner().invoke(db, ["create"])
    feed.write_text(GOOD)
    refused = run(str(feed))
    assert refused.exit_code == 1 and "--replace-demo" in refused.stdout
    assert run("--replace-demo", str(feed)).exit_code == run("--replace-demo", str(feed)).exit_code == 0
    sessions = Sessions(settings().database_url)
    with sessions.reading() as session:
        assert session.scalars(select(Product.product_id)).all() == ["a"]
        assert not session.scalars(select(Customer.customer_id)).all()
    sessions.close()


def test_what_is_no_product_file_is_a_sentence(feed: Path) -> None:
    feed.write_text("a,b\n")
    result = run(str(feed))
    assert result.exit_code == 1 and "is none of a Shopify product export" in result.stdout
    assert run(str(feed) + ".nowhere").exit_code == 2
