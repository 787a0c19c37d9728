"""Taking a shop from CSV files: the good rows are in, the others are named."""

from __future__ import annotations

import shutil
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from actions.customers.erasing import erase
from actions.settings import ROOT
from actions.shop.clock import FixedClock
from actions.shop.importer import SEEDED, ImportFailed, import_folder, shop_fact
from actions.shop.models import (
    Address,
    Customer,
    Handoff,
    Interaction,
    Order,
    OrderItem,
    Product,
    Shipment,
    TrackingEvent,
    Transaction,
    Variant,
)
from actions.shop.session import Sessions
from tests.unit.shop.small_shop import FILES
from tests.unit.shop_builder import ShopBuilder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "csv"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def append(folder: Path, file: str, *lines: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)


def test_every_column_arrives(database: Sessions, folder: Path, clock: FixedClock) -> None:
    report = import_folder(database, folder, clock)
    assert report.refused == () and report.missing == ()
    assert report.taken["order_items.csv"] == 2
    with database.reading() as session:
        boots, lamp = session.get_one(Product, "T1"), session.get_one(Product, "T2")
        assert boots.features == ["waterproof", "vegan"] and boots.specs == {"weight_g": 480}
        assert boots.added == clock.now() - timedelta(days=100) and boots.description == "Warm, dry"
        assert (lamp.rating, lamp.features, lamp.specs) == (None, [], {})
        eight, nine = boots.variants
        assert (eight.price, eight.list_price, eight.position) == (Decimal("139.00"), Decimal("159.00"), 0)
        assert (nine.list_price, nine.stock, nine.position) == (Decimal("139.00"), 0, 1)
        ann = session.get_one(Customer, "C1")
        assert (ann.email_key, ann.postcode_key) == ("ann@example.com", "80302")
        order = session.get_one(Order, "1042")
        assert order.payment.label == "Visa ending 4242" and order.delivery_cost == Decimal("4.95")
        assert order.items[0].shipment is not None and order.items[1].shipment is None
        assert order.shipments[0].delivered == clock.now() - timedelta(days=5)
        assert [event.status for event in order.shipments[0].events] == ["picked_up", "delivered"]


BAD = {
    "a price that is none": ("variants.csv", "T1-X,T1,,,cheap,,1", "price"),
    "parts of a cent": ("variants.csv", "T1-X,T1,,,9.999,,1", "price"),
    "a negative stock": ("variants.csv", "T1-X,T1,,,9.99,,-1", "stock"),
    "an offer above the list price": ("variants.csv", "T1-X,T1,,,9.99,5.00,1", "list_price is below price"),
    "a product that is not there": ("variants.csv", "T9-X,T9,,,9.99,,1", "there is no product_id T9"),
    "a key that is there already": ("variants.csv", "T1-8,T1,,,9.99,,1", "twice"),
    "too few cells": ("variants.csv", "T1-X,T1", "2 cells in 7 columns"),
    "too many cells": ("variants.csv", "T1-X,T1,,,9.99,,1,more", "8 cells in 7 columns"),
    "specs that are no JSON": ("products.csv", "T3,A,a,b,c,,,,{oops,,0,-1", "specs"),
    "a rating above five": ("products.csv", "T3,A,a,b,c,,,,,6,1,-1", "rating"),
    "a moment that is none": ("products.csv", "T3,A,a,b,c,,,,,,0,yesterday", "added"),
    "a moment beyond all time": ("products.csv", "T3,A,a,b,c,,,,,,0,1e300", "added"),
    "no title": ("products.csv", "T3,,a,b,c,,,,,,0,-1", "title"),
    "an e-mail without an at": ("customers.csv", "C2,B,W,bob,,,,,,US,-1,en_US", "email"),
    "a country in words": ("customers.csv", "C2,B,W,b@x.com,,,,,,America,-1,en_US", "country"),
    "an unknown kind of payment": ("payment_methods.csv", "P3,C1,cheque,Cheque,", "kind"),
    "a gift card without a balance": ("payment_methods.csv", "P3,C1,gift_card,Gift card,", "balance"),
    "an unknown status": ("orders.csv", "1050,C1,teleported,-1,P1,standard,0", "status"),
    "an unknown customer": ("orders.csv", "1050,C9,pending,-1,P1,standard,0", "there is no customer_id C9"),
    "no pieces": ("order_items.csv", "1042,3,T1-8,0,9.99,", "quantity"),
    "an unknown parcel": ("order_items.csv", "1042,3,T1-8,1,9.99,S9", "there is no shipment_id S9"),
    "an unknown behaviour": ("interactions.csv", "C1,T1,Steal,-1", "Behavior"),
    "an open quote": ("interactions.csv", 'C1,"T1,Buy,-1', "the rest was not read"),
}


@pytest.mark.parametrize(("file", "line", "reason"), BAD.values(), ids=BAD)
def test_a_bad_row_is_named_and_the_good_ones_are_taken(
    database: Sessions, folder: Path, clock: FixedClock, file: str, line: str, reason: str
) -> None:
    append(folder, file, line)
    report = import_folder(database, folder, clock)
    (refused,) = report.refused
    assert (refused.file, refused.line) == (file, len(FILES[file].splitlines()) + 1)
    assert reason in refused.reason
    assert report.taken[file] == len(FILES[file].splitlines()) - 1


def test_what_hangs_on_a_refused_row_is_refused_too(
    database: Sessions, folder: Path, clock: FixedClock
) -> None:
    append(folder, "orders.csv", "1050,C1,teleported,-1,P1,standard,0")
    append(folder, "order_items.csv", "1050,1,T1-8,1,9.99,")
    report = import_folder(database, folder, clock)
    assert [str(row).split(":")[0] for row in report.refused] == ["orders.csv", "order_items.csv"]


def test_lines_are_counted_through_cells_of_several_lines(
    database: Sessions, folder: Path, clock: FixedClock
) -> None:
    append(folder, "products.csv", 'T3,A,a,b,c,"one\ntwo\nthree",,,,,0,-1', "", "T4,,a,b,c,,,,,,0,-1")
    (refused,) = import_folder(database, folder, clock).refused
    assert refused.line == 8


@pytest.mark.parametrize("header", ["UserID,ItemID,Behavior", "UserID,ItemID,Behavior,Time,Mood", ""])
def test_a_file_with_other_columns_is_refused_whole(
    database: Sessions, folder: Path, clock: FixedClock, header: str
) -> None:
    (folder / "interactions.csv").write_text(f"{header}\nC1,T1,Buy,-1\n")
    report = import_folder(database, folder, clock)
    (refused,) = report.refused
    assert refused.line == 1 and "UserID, ItemID, Behavior, Time" in refused.reason
    assert report.taken["interactions.csv"] == 0


def test_a_file_in_another_encoding_is_refused(database: Sessions, folder: Path, clock: FixedClock) -> None:
    (folder / "interactions.csv").write_bytes("UserID,ItemID,Behavior,Time\nC1,T1,Büy,-1\n".encode("latin-1"))
    (refused,) = import_folder(database, folder, clock).refused
    assert "UTF-8" in refused.reason


def test_excels_byte_order_mark_is_no_column(database: Sessions, folder: Path, clock: FixedClock) -> None:
    (folder / "products.csv").write_text(FILES["products.csv"], encoding="utf-8-sig")
    assert import_folder(database, folder, clock).refused == ()


def test_a_shop_with_products_only(database: Sessions, folder: Path, clock: FixedClock) -> None:
    for name in set(FILES) - {"products.csv", "variants.csv"}:
        (folder / name).unlink()
    report = import_folder(database, folder, clock)
    assert report.taken["variants.csv"] == 3 and "orders.csv" in report.missing
    assert report.refused == ()


def test_an_empty_folder_is_an_error_and_changes_nothing(
    shop: ShopBuilder, tmp_path: Path, clock: FixedClock
) -> None:
    shop.product()
    with pytest.raises(ImportFailed):
        import_folder(shop.sessions, tmp_path / "nowhere", clock, replace=True)
    assert shop.count(Product) == 1


def test_real_dates_are_taken_too(database: Sessions, folder: Path, clock: FixedClock) -> None:
    append(
        folder, "products.csv", "T3,A,a,b,c,,,,,,0,2026-05-01T14:30:00+02:00", "T4,A,a,b,c,,,,,,0,2026-05-01"
    )
    assert import_folder(database, folder, clock).refused == ()
    with database.reading() as session:
        assert session.get_one(Product, "T3").added == datetime(2026, 5, 1, 12, 30, tzinfo=UTC)
        assert session.get_one(Product, "T4").added == datetime(2026, 5, 1, tzinfo=UTC)


def test_importing_again_brings_up_to_date_and_doubles_nothing(
    any_database: Sessions, folder: Path, clock: FixedClock
) -> None:
    import_folder(any_database, folder, clock)
    seeded = clock.now()
    with any_database.writing() as session:
        session.add(
            Interaction(
                conversation="chat", customer_id="C1", product_id="T2", behaviour="Browse", time=seeded
            )
        )
    clock.advance(days=2)
    (folder / "variants.csv").write_text(
        FILES["variants.csv"].replace(",7\n", ",3\n") + "T1-10,T1,brown,10,139.00,,1\n"
    )

    report = import_folder(any_database, folder, clock)

    assert report.refused == ()
    with any_database.reading() as session:
        assert session.get_one(Variant, "T2-1").stock == 3 and session.get_one(Variant, "T1-10").position == 2
        assert session.query(TrackingEvent).count() == 2
        assert session.query(Interaction).count() == 3, "what happened in a conversation stays"
        assert session.query(OrderItem).count() == 2
        parcel = session.get_one(Shipment, "S1")
        assert parcel.delivered == seeded - timedelta(days=5), "days count from the first import"
    assert shop_fact(any_database, SEEDED) == seeded.isoformat()


def test_a_forgotten_customer_stays_forgotten(database: Sessions, folder: Path, clock: FixedClock) -> None:
    import_folder(database, folder, clock)
    with database.writing() as session:
        erase(session, "C1", [], clock.now())
    append(folder, "payment_methods.csv", "P3,C1,card,Visa ending 1111,")
    append(folder, "orders.csv", "1043,C1,delivered,-9,P3,standard,4.95")
    append(folder, "order_items.csv", "1043,1,T2-1,1,39.95,")
    report = import_folder(database, folder, clock)
    assert report.refused == () and report.forgotten == 3, "the customer and two interactions"
    with database.reading() as session:
        ann = session.get_one(Customer, "C1")
        assert (ann.first_name, ann.email, ann.street) == ("", "", "") and ann.erased
        assert not session.scalars(select(Interaction)).all()
        assert session.get_one(Order, "1043").payment.label == "card"
        assert session.get_one(Order, "1042").payment.label == "card"


def test_replacing_puts_everything_back_with_fresh_dates(
    any_database: Sessions, folder: Path, clock: FixedClock
) -> None:
    import_folder(any_database, folder, clock)
    with any_database.writing() as session:
        session.add(
            Handoff(
                id=1,
                number="H-1",
                conversation="c",
                reason="",
                summary="",
                status="waiting",
                created=clock.now(),
            )
        )
        session.get_one(Order, "1042").status = "returned"
    clock.advance(days=30)
    import_folder(any_database, folder, clock, replace=True)
    with any_database.reading() as session:
        order = session.get_one(Order, "1042")
        assert order.status == "delivered" and order.placed == clock.now() - timedelta(days=10)
        assert session.query(Handoff).count() == 0


def test_a_failing_import_leaves_what_was_there(
    database: Sessions, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_folder(database, folder, clock)
    monkeypatch.setattr("actions.shop.importer.BATCH", "no number")
    with pytest.raises(TypeError):
        import_folder(database, folder, clock, replace=True)
    with database.reading() as session:
        assert session.query(OrderItem).count() == 2


def test_readers_see_all_of_it_or_nothing(database: Sessions, folder: Path, clock: FixedClock) -> None:
    """While a reader looks, the shop is replaced under it: it goes on seeing the state it began with."""
    import_folder(database, folder, clock)
    with database.reading() as session:
        assert session.query(Product).count() == 2
        (folder / "products.csv").write_text(FILES["products.csv"] + "T3,A,a,b,c,,,,,,0,-1\n")
        import_folder(database, folder, clock, replace=True)
        assert session.query(Product).count() == 2
    with database.reading() as session:
        assert session.query(Product).count() == 3


def test_the_demo_shop_fits_and_is_quick(database: Sessions, tmp_path: Path, clock: FixedClock) -> None:
    """Order 1042 is what every example speaks of."""
    folder = shutil.copytree(ROOT / "data" / "shop", tmp_path / "demo", ignore=shutil.ignore_patterns("make"))
    began = time.process_time()
    report = import_folder(database, folder, clock)
    assert time.process_time() - began < 8
    assert report.refused == () and report.missing == ()
    assert report.taken["products.csv"] >= 600 and report.taken["interactions.csv"] >= 15_000
    with database.reading() as session:
        order = session.get_one(Order, "1042")
        assert order.customer.email == "ann@example.com" and order.status == "delivered"
        assert order.shipments[0].delivered is not None
        assert 4 < (clock.now() - order.shipments[0].delivered) / timedelta(days=1) < 6
        assert {item.variant.product.category for item in order.items} >= {"footwear", "lighting"}


def test_columns_with_a_default_may_be_left_out_or_given(
    database: Sessions, folder: Path, clock: FixedClock
) -> None:
    (folder / "orders.csv").write_text(
        "order_number,customer_id,status,placed,payment_id,delivery,delivery_cost,street,city,state,postcode,country\n"
        "1042,C1,delivered,-10,P1,standard,4.95,,,,,\n"
        "1043,C1,pending,-1,P1,standard,4.95,9 Elm St,Provo,UT,84601,US\n"
        "1044,C1,pending,-1,P1,standard,4.95,9 Elm St,Provo,UT,,US\n"
    )
    (folder / "variants.csv").write_text(
        FILES["variants.csv"].replace(",stock\n", ",stock,options\n").replace(",4\n", ',4,"{""width"": ""wide""}"\n')
        .replace(",0\n", ",0,\n").replace(",7\n", ",7,\n")
    )  # fmt: skip
    (refused,) = import_folder(database, folder, clock).refused
    assert (refused.file, refused.line) == ("orders.csv", 4) and "postcode" in refused.reason
    with database.reading() as session:
        home, away = session.get_one(Order, "1042").address, session.get_one(Order, "1043").address
        assert home == Address("1 Pearl St, Apt 2", "", "Boulder", "CO", "80302", "US")
        assert away == Address("9 Elm St", "", "Provo", "UT", "84601", "US")
        assert session.get_one(Variant, "T1-8").options == {"width": "wide"}
        assert session.get_one(Variant, "T1-9").options == {}


def test_an_order_stays_where_it_is_sent_when_it_is_imported_again(
    database: Sessions, folder: Path, clock: FixedClock
) -> None:
    import_folder(database, folder, clock)
    with database.writing() as session:
        session.get_one(Order, "1042").city = "Provo"
    append(folder, "orders.csv", "1043,C1,cancelled,-1,P2,standard,0")
    append(folder, "order_items.csv", "1043,1,T1-8,1,10.00,")
    import_folder(database, folder, clock)
    with database.reading() as session:
        order = session.get_one(Order, "1042")
        assert (order.city, order.status) == ("Provo", "delivered")
        assert session.get_one(Order, "1043").city == "Boulder"
        paid = [(t.order_number, t.kind, t.amount, t.payment_id) for t in session.query(Transaction)]
    assert paid == [
        ("1042", "payment", Decimal("213.85"), "P1"),
        ("1043", "payment", Decimal("10.00"), "P2"),
        ("1043", "refund", Decimal("10.00"), "P2"),
    ], "once, however often it is imported"
