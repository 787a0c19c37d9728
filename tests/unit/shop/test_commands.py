"""`./aisle db …` and `./aisle show …`, on a database of the test's own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from actions.handoff.feedback import FeedbackBook
from actions.orders.desk import OrderDesk
from actions.orders.swapping import Wanted
from actions.settings import ROOT, settings
from actions.shop.clock import SystemClock
from actions.shop.commands import db, show
from actions.shop.history import History, Suggested
from actions.shop.migrations import newest
from actions.shop.models import Base, Behaviour
from actions.shop.policy import Policy
from actions.shop.session import Sessions
from tests.unit.shop.small_shop import FILES

app = Typer()
app.add_typer(db, name="db")
app.add_typer(show, name="show")


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings point at an empty place and a small shop."""
    (tmp_path / "data" / "shop").mkdir(parents=True)
    for name, content in FILES.items():
        (tmp_path / "data" / "shop" / name).write_text(content)
    monkeypatch.setenv("AISLE_DATABASE_URL", f"sqlite:///{tmp_path / 'var' / 'shop.db'}")
    monkeypatch.setenv("AISLE_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setattr("actions.shop.commands.console.width", 200)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_create_fills_an_empty_database_once() -> None:
    first, again = run("db", "create"), run("db", "create")
    assert first.exit_code == again.exit_code == 0
    assert "2 rows" in first.stdout and "ready: 2 products" in again.stdout


def test_status_before_and_after() -> None:
    before = run("db", "status")
    assert before.exit_code == 1 and "./aisle db create" in before.stdout
    run("db", "create")
    after = run("db", "status")
    assert after.exit_code == 0 and newest() in after.stdout and "products" in after.stdout


def test_migrate_says_what_it_did() -> None:
    assert "From version None to" in run("db", "migrate").stdout
    assert "Nothing to do" in run("db", "migrate").stdout


def test_import_takes_new_rows_and_names_bad_ones(own_database: Path) -> None:
    run("db", "create")
    shop = own_database / "data" / "shop"
    with (shop / "variants.csv").open("a") as stream:
        stream.write("T2-2,T2,red,,41.00,,3\nT2-3,T2,red,,dear,,3\n")
    result = run("db", "import", str(shop))
    assert result.exit_code == 1 and "variants.csv:6: price" in result.stdout
    assert "T2-2" in run("show", "product", "T2").stdout


def test_reset_demo_puts_the_demo_back_but_spares_a_shop_of_your_own(own_database: Path) -> None:
    run("db", "create")
    assert run("db", "reset-demo").exit_code == 0
    run("db", "import", str(own_database / "data" / "shop"))
    assert run("db", "reset-demo").exit_code == 0, "it is still the shop under data/shop/"
    own = shutil.copytree(own_database / "data" / "shop", own_database / "own")
    run("db", "import", "--replace-demo", str(own))
    refused = run("db", "reset-demo")
    assert refused.exit_code == 1 and "your own shop" in refused.stdout
    assert run("show", "order", "1042").exit_code == 0


def test_a_shop_of_your_own_never_comes_beside_the_demo(own_database: Path) -> None:
    run("db", "create")
    own = own_database / "own"
    own.mkdir()
    for name in ("products.csv", "variants.csv"):
        (own / name).write_text(FILES[name].replace("T1", "X1").replace("T2", "X2"))
    refused = run("db", "import", str(own))
    assert refused.exit_code == 1 and "--replace-demo" in refused.stdout
    assert run("show", "product", "X1").exit_code == 1
    assert run("db", "import", "--replace-demo", str(own)).exit_code == 0
    assert run("show", "product", "X1").exit_code == 0
    assert run("show", "product", "T1").exit_code == run("show", "customer", "C1").exit_code == 1
    assert run("db", "import", "--replace-demo", str(own)).exit_code == 0, "there is no demo to be replaced"
    (own / "products.csv").write_text(FILES["products.csv"])
    run("db", "import", "--replace-demo", str(own))
    assert run("show", "product", "X1").exit_code == 0, "a shop of your own is brought up to date"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("product", "t1"), "Ridge Boots"),
        (("customer", "ann@example.com"), "1042"),
        (("customer", "C1"), "1 Pearl St"),
        (("order", "#1042"), "Night Lamp"),
    ],
)
def test_show(words: tuple[str, ...], expected: str) -> None:
    run("db", "create")
    result = run("show", *words)
    assert result.exit_code == 0 and expected in result.stdout


@pytest.mark.parametrize(
    "words",
    [("product", "X"), ("customer", "X"), ("order", "X"), ("returns",), ("feedback",), ("suggestions",)],
)
def test_showing_what_is_not_there_is_a_sentence(words: tuple[str, ...]) -> None:
    run("db", "create")
    result = run("show", *words)
    assert result.exit_code == 1 and result.stdout.strip().endswith(".")


def test_an_unusable_database_is_a_sentence(own_database: Path) -> None:
    result = run("show", "returns")
    assert result.exit_code == 1 and "./aisle db create" in result.stdout
    (own_database / "empty").mkdir()
    nothing = run("db", "import", str(own_database / "empty"))
    assert nothing.exit_code == 1 and "none of the shop's CSV files" in nothing.stdout


def test_status_hides_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLE_DATABASE_URL", "postgresql+psycopg://shop:secret@127.0.0.1:1/shop")
    settings.cache_clear()
    for command in ("status", "create", "migrate"):
        result = run("db", command)
        assert result.exit_code == 1 and "secret" not in result.output
        assert "locked, gone or not set up" in result.output


def test_tables_cover_every_model() -> None:
    run("db", "create")
    shown = run("db", "status").stdout
    sessions = Sessions(settings().database_url)
    assert all(table.name in shown for table in Base.metadata.sorted_tables)
    sessions.close()


def test_show_feedback_the_latest_first() -> None:
    run("db", "create")
    sessions = Sessions(settings().database_url)
    book = FeedbackBook(sessions, SystemClock())
    book.keep("c", "the zip is bad", "C1", "1042", ["T1"])
    book.keep("c", "nice page")
    sessions.close()
    shown = " ".join(run("show", "feedback").stdout.split())
    assert shown.index("nice page") < shown.index("the zip is bad")
    assert "C1" in shown and "1042" in shown and "T1" in shown


def test_show_what_came_of_suggestions() -> None:
    run("db", "create")
    sessions = Sessions(settings().database_url)
    history = History(sessions, SystemClock())
    history.record_shown("c", "C1", [Suggested("T1", "popular", {}), Suggested("T2", "new", {}, True)])
    history.record("c", "C1", ["T1"], Behaviour.BROWSE)
    sessions.close()
    shown = run("show", "suggestions").stdout
    assert re.search(r"popular\W+as best\W+1\W+1\W+0", shown)
    assert re.search(r"new\W+to be tried\W+1\W+0\W+0", shown)


def test_show_what_became_of_an_order() -> None:
    run("db", "create")
    sessions = Sessions(settings().database_url)
    desk = OrderDesk(sessions, Policy.load(ROOT / "data" / "shop" / "policy.yml"), SystemClock())
    desk.report_problem("C1", "1042", "damaged", {1: 1}, "the sole came off", "refund")
    desk.exchange_items("C1", "1042", {2: Wanted("T2-1", 1)})
    sessions.close()
    shown = " ".join(run("show", "order", "1042").stdout.split())
    assert "1 Pearl St" in shown and "213.85" in shown
    assert "P-100001" in shown and "129.00" in shown and "E-100001" in shown and "T2-1" in shown
