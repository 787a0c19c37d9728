"""Other systems' product files: recognised, read, brought in; what is wrong with them is named and harms nothing."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from actions.shop.catalogue import Catalogue, ProductView
from actions.shop.clock import FixedClock
from actions.shop.feeds.drafts import NotTaken
from actions.shop.feeds.taking import FeedReport, import_products
from actions.shop.feeds.values import LONGEST_TEXT, UNCOUNTED, money, plain
from actions.shop.importer import ImportFailed
from actions.shop.session import Sessions

SHOPIFY = """\
Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,\
Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,\
Variant Compare At Price,Image Src,Status
ridge,Ridge Boots,"<p>Warm &amp; <b>dry</b>.</p><script>alert('x')</script>",Tarn,Shoes > Boots,hiking boots,\
"vegan, new",true,Color,brown,Size,8,R-8,480.0,shopify,4,139.00,159.00,https://x/1.jpg,active
ridge,,,,,,,,,brown,,9,R-9,480.0,shopify,-2,139.00,,https://x/2.jpg,
ridge,,,,,,,,,,,,,,,,,,https://x/3.jpg,
lamp,Night Lamp,,Nightjar,,headlamp,,true,Title,Default Title,,,,0,,,39.95,,,active
secret,Not Yet,,Tarn,,tent,,true,Title,Default Title,,,S-1,0,shopify,3,9.00,,,draft
"""
SHOPIFY_2025 = """\
Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Option1 name,\
Option1 value,Price,Compare-at price,Inventory tracker,Inventory quantity,Weight value (grams)
Ridge Boots,ridge,Warm.,Tarn,Shoes > Boots,,,TRUE,Active,R-8,Size,8,139.00,,shopify,4,480
"""
WOOCOMMERCE = """\
ID,Type,SKU,Name,Published,Short description,Description,In stock?,Stock,Sale price,Regular price,Categories,Tags,\
Parent,Brands,Attribute 1 name,Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
44,variable,WOO-T,T-Shirt,1,Soft.,"<ul><li>Cotton</li></ul>",1,,,,"Clothing > T-shirts, Sale",summer,,Woo,Color,\
"Blue, Green",Size,"S, M"
45,variation,WOO-T-B,T-Shirt - Blue,1,,,1,7,18.00,20.00,,,WOO-T,,Color,Blue,Size,S
46,variation,,T-Shirt - Green,1,,,1,,,20.00,,,id:44,,Color,Green,Size,M
47,"simple, virtual",WOO-G,Gift,1,,,0,,,"5,50",Other,,,,Material,Paper,Pages,12
48,grouped,WOO-X,Set,1,,,1,,,,Other,,,,,,,
49,simple,WOO-D,Draft,-1,,,1,,,3.00,Other,,,,,,,
"""
MERCHANT_TSV = (
    "id\ttitle\tdescription\tlink\tprice\tsale price\tavailability\tbrand\tproduct type\tcolor\tsize\titem group id\n"
    "G-1\tTrail Shirt\tLight.\thttps://x\t25.00 USD\t19.99 USD\tin stock\tTarn\tClothing > Shirts\tblue\tM\tG\n"
    "G-2\tTrail Shirt\tLight.\thttps://x\t25.00 USD\t\tout of stock\tTarn\tClothing > Shirts\tred\tM\tG\n"
    "H-1\tHat\t\thttps://x\t12.00 EUR\t\tin stock\tTarn\tHats\t\t\t\n"
)
MERCHANT_XML = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title>
<item><g:id>G-1</g:id><title>Trail Shirt</title><g:price>25.00 USD</g:price><g:availability>in_stock</g:availability>
<g:product_type>Clothing &gt; Shirts</g:product_type><g:material>cotton/elastane</g:material></item>
<item><title>Nameless</title><g:price>1.00 USD</g:price></item>
<item><g:id>H-1</g:id><title>Hat</title><g:price>12.00 USD</g:price><g:availability>preorder</g:availability></item>
</channel></rss>
"""
LINES = [
    {
        "id": 7, "name": "Tent", "vendor": "Tarn", "product_type": "tent", "price": 99.5, "regular_price": "120",
        "quantity": 3, "tags": ["2-person", "light"], "weight_g": 900, "url": "https://x", "rating": 4.5,
        "review_count": 12, "created_at": "2026-01-05",
    },
    {"id": "8", "title": "Sock", "variants": [{"sku": "8-S", "size": "S", "price": 9}, {"size": "M", "price": 9}]},
]  # fmt: skip

Take = Callable[..., FeedReport]


@pytest.fixture
def take(database: Sessions, clock: FixedClock, tmp_path: Path) -> Take:
    """Writes a file and imports it."""

    def take(content: str | bytes, keep: bool = False) -> FeedReport:
        path = tmp_path / "feed"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        clock.advance(minutes=1)
        return import_products(database, path, clock, "USD", keep)

    return take


@pytest.fixture
def found(database: Sessions) -> Callable[[], dict[str, ProductView]]:
    return lambda: {product.product_id: product for product in Catalogue(database).products()}


def lines(*products: object) -> str:
    return "".join(f"{json.dumps(product)}\n" for product in products)


def counts(report: FeedReport) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.gone


def test_shopify(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(SHOPIFY)
    assert (
        report.format == "a Shopify product export" and counts(report) == (2, 0, 0, 0) and not report.refused
    )
    boots, lamp = found()["ridge"], found()["lamp"]
    assert boots.description == "Warm & dry." and boots.type == "hiking boots" and boots.category == "Shoes"
    assert boots.features == ("vegan", "new") and boots.specs == {"weight_g": 480.0}
    assert [(v.sku, v.colour, v.size, v.price, v.list_price, v.stock) for v in boots.variants] == [
        ("R-8", "brown", "8", Decimal("139.00"), Decimal("159.00"), 4),
        ("R-9", "brown", "9", Decimal("139.00"), Decimal("139.00"), 0),
    ]
    assert [(v.sku, v.stock) for v in lamp.variants] == [("lamp", UNCOUNTED)]
    assert set(found()) == {"ridge", "lamp"}, "a draft is not for sale"


def test_shopify_since_2025(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    assert counts(take(SHOPIFY_2025)) == (1, 0, 0, 0)
    assert found()["ridge"].type == "Boots" and found()["ridge"].sizes == ("8",)


def test_woocommerce(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(WOOCOMMERCE)
    assert report.format == "a WooCommerce product export" and counts(report) == (2, 0, 0, 0)
    assert not report.refused
    shirt, gift = found()["WOO-T"], found()["WOO-G"]
    assert (shirt.type, shirt.category, shirt.brand) == ("T-shirts", "Clothing", "Woo")
    assert shirt.description == "Soft. Cotton" and shirt.features == ("summer",)
    assert [(v.sku, v.colour, v.size, v.price, v.list_price, v.stock) for v in shirt.variants] == [
        ("WOO-T-B", "Blue", "S", Decimal("18.00"), Decimal("20.00"), 7),
        ("46", "Green", "M", Decimal("20.00"), Decimal("20.00"), UNCOUNTED),
    ]
    assert gift.price_from == Decimal("5.50") and gift.stock == 0
    assert gift.material == "Paper" and gift.specs == {"pages": "12"}


def test_merchant_table(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(MERCHANT_TSV)
    assert report.format == "a Google Merchant Center feed" and counts(report) == (1, 0, 0, 0)
    assert report.refused == (
        NotTaken(4, "the price 12.00 EUR is not in USD, in which the shop sells", "H-1"),
    )
    shirt = found()["G"]
    assert (shirt.type, shirt.category, shirt.on_offer) == ("Shirts", "Clothing", True)
    assert [(v.sku, v.colour, v.stock) for v in shirt.variants] == [
        ("G-1", "blue", UNCOUNTED),
        ("G-2", "red", 0),
    ]


def test_merchant_xml(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(MERCHANT_XML)
    assert counts(report) == (2, 0, 0, 0)
    assert [str(row) for row in report.refused] == ["line 2: it has no id"]
    assert found()["G-1"].material == "cotton, elastane" and found()["H-1"].stock == 0


def test_json_lines(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    assert counts(take(lines(*LINES))) == (2, 0, 0, 0)
    tent, sock = found()["7"], found()["8"]
    assert (tent.title, tent.brand, tent.type, tent.stock, tent.rating, tent.rating_count) == (
        "Tent", "Tarn", "tent", 3, 4.5, 12,
    )  # fmt: skip
    assert (tent.price_from, tent.variants[0].list_price) == (Decimal("99.50"), Decimal("120.00"))
    assert tent.features == ("2-person", "light") and tent.specs == {"weight_g": 900}
    assert [(v.sku, v.size) for v in sock.variants] == [("8-S", "S"), ("8-2", "M")]


@pytest.mark.parametrize("content", [SHOPIFY, WOOCOMMERCE, MERCHANT_TSV, MERCHANT_XML, lines(*LINES)])
def test_the_same_file_again_changes_nothing(take: Take, database: Sessions, content: str) -> None:
    first = take(content)
    version = Catalogue(database).version()
    assert counts(take(content)) == (0, 0, first.new, 0)
    assert Catalogue(database).version() == version


def test_compressed_and_other_encodings(take: Take) -> None:
    assert counts(take(gzip.compress(SHOPIFY.encode()))) == (2, 0, 0, 0)
    assert counts(take(SHOPIFY.encode("utf-16"))) == (0, 0, 2, 0)
    assert (
        counts(take(b"\xef\xbb\xbf" + SHOPIFY.replace(",", ";").replace('"vegan; new"', "").encode()))[0] == 0
    )


def test_what_changed_and_what_is_gone(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    one, two, three = (
        {"id": name, "title": name, "price": 5, "stock": 2} for name in ("one", "two", "three")
    )
    take(lines(one, two, three))
    report = take(lines(one, {**two, "price": 4}))
    assert counts(report) == (0, 1, 1, 1)
    assert found()["three"].stock == 0 and found()["two"].price_from == Decimal("4.00")
    assert counts(take(lines(one, {**two, "price": 4}))) == (0, 0, 2, 0), "what is gone is gone once"
    assert counts(take(lines(three), keep=True)) == (0, 1, 0, 0) and found()["one"].stock == 2


def test_what_is_not_said_stays(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    take(
        lines({"id": "a", "title": "A", "price": 5, "rating": 4.0, "review_count": 9, "added": "2026-01-01"})
    )
    take(lines({"id": "a", "title": "A!", "price": 5}))
    product = found()["a"]
    assert (product.title, product.rating, product.rating_count, product.added.year) == ("A!", 4.0, 9, 2026)


@pytest.mark.parametrize(
    ("product", "reason"),
    [
        ({"title": "A", "price": 1}, "it has no id"),
        ({"id": "b", "price": 1}, "it has no title"),
        ({"id": "b", "title": "B"}, "there is no price"),
        ({"id": "b", "title": "B", "price": -3}, "the price -3 is negative"),
        ({"id": "b", "title": "B", "price": "dear"}, "`dear` is no price"),
        ({"id": "b", "title": "B", "price": 1, "rating": 9}, "the rating 9 is not from 0 to 5"),
        ({"id": "b", "title": "B", "price": 1, "stock": "lots"}, "`lots` is no number of pieces"),
        ({"id": "b", "title": "B", "price": 1, "added": "soon"}, "`soon` is no date"),
        ({"id": "a", "title": "Again", "price": 1}, "the product a stands there twice"),
        ({"id": "b", "title": "B", "variants": [{"sku": "a", "price": 1}]}, "the SKU a stands there twice"),
        ({"id": "b\0", "title": "B", "price": 1}, r"'b\x00' is no id that can be kept"),
        ({"id": "b", "title": "B", "price": 1, "variants": ["x"]}, "its variants are no JSON objects"),
        (["b"], "it is no JSON object"),
    ],
)
def test_what_is_wrong_is_named_and_the_rest_taken(
    take: Take, found: Callable[[], dict[str, ProductView]], product: object, reason: str
) -> None:
    good = [{"id": name, "title": name.upper(), "price": 5} for name in ("a", "z")]
    report = take(lines(good[0], product, good[1]))
    assert [(row.line, row.reason) for row in report.refused] == [(2, reason)] and not report.broken
    assert set(found()) == {"a", "z"} and found()["a"].title == "A"


def test_a_refused_row_does_not_make_its_product_gone(
    take: Take, found: Callable[[], dict[str, ProductView]]
) -> None:
    take(lines({"id": "a", "title": "A", "price": 5}, {"id": "b", "title": "B", "price": 5}))
    report = take(lines({"id": "a", "title": "A", "price": 5}, {"id": "b", "title": "B", "price": -5}))
    assert report.gone == 0 and found()["b"].stock == UNCOUNTED


@pytest.mark.parametrize(
    "content",
    [
        lines(*LINES)[:-20],
        SHOPIFY + 'tent,"Big ',
        SHOPIFY + "tent,Big",
        gzip.compress(SHOPIFY.encode() * 1)[:-12],
        MERCHANT_XML[:-60],
        MERCHANT_XML.replace("<title>Hat</title>", "<title>Hat</titel>"),
    ],
    ids=["lines", "quote", "cells", "gzip", "xml", "tags"],
)
def test_a_file_that_stops_in_the_middle(
    take: Take, found: Callable[[], dict[str, ProductView]], content: str | bytes
) -> None:
    take(lines({"id": "old", "title": "Old", "price": 5, "stock": 4}))
    report = take(content)
    assert report.new >= 1 and report.broken and report.gone == 0
    assert found()["old"].stock == 4


def test_entities_are_not_followed(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    bomb = MERCHANT_XML.replace("<rss", '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss', 1)
    report = take(bomb.replace("Trail Shirt", "&a;"))
    assert "entities" in report.broken and found() == {}


def test_a_row_that_is_not_utf_8_is_named(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(SHOPIFY.replace("Night Lamp", "Nachtlampe für").encode("latin-1"))
    assert [(row.line, row.reason) for row in report.refused] == [(5, "it is not in UTF-8")]
    assert set(found()) == {"ridge"}


def test_a_row_with_too_many_cells_is_named(take: Take) -> None:
    report = take(SHOPIFY + "a,b\n" + "tent,Tent,,,,,,true,,,,,,,,,5.00,,,active\n")
    assert [str(row) for row in report.refused] == ["line 7: 2 cells in 20 columns"] and report.new == 3


def test_a_row_with_loose_quotation_marks_is_named(
    take: Take, found: Callable[[], dict[str, ProductView]]
) -> None:
    take(lines({"id": "old", "title": "Old", "price": 5}))
    report = take(SHOPIFY.replace("lamp,Night Lamp", 'lamp,"Night" Lamp') + "hat,Hat,,,,,,,,,,,,,,,7.00,,,\n")
    assert [row.line for row in report.refused] == [5] and "quotation marks" in report.refused[0].reason
    assert not report.broken and report.unknown == 1
    assert report.gone == 0 and found()["old"].stock == UNCOUNTED, "the row may be its own"
    assert {"ridge", "hat"} <= set(found())


def test_endless_descriptions_are_cut(take: Take, found: Callable[[], dict[str, ProductView]]) -> None:
    report = take(SHOPIFY.replace("Warm", "word " * 400_000))
    assert report.new == 2 and not report.refused
    assert LONGEST_TEXT - 10 <= len(found()["ridge"].description) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("[1]", "is one JSON list"),
        ("a,b\n1,2\n", "is none of a Shopify product export, a WooCommerce"),
        ("Handle,Title\nx,y\n", "looks like a Shopify product export, but has no column `price`"),
        ("id\ttitle\tlink\nx\ty\tz\n", "looks like a Google Merchant Center feed, but has no column `price`"),
        (gzip.compress(b"x" * 1000, mtime=0)[:11], "is empty or can't be decompressed"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is none of"),
    ],
)
def test_what_is_no_product_file_changes_nothing(
    take: Take, found: Callable[[], dict[str, ProductView]], content: str | bytes, reason: str
) -> None:
    take(lines({"id": "old", "title": "Old", "price": 5}))
    with pytest.raises(ImportFailed, match=reason):
        take(content)
    assert found()["old"].stock == UNCOUNTED


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("25.00 USD", "25.00"), ("USD 25", "25.00"), ("$1,299", "1299.00"), ("1.299,00 €", "1299.00"),
        ("12,5", "12.50"), ("1,299.95", "1299.95"), ("0", "0.00"), ("1.299.000", "1299000.00"),
    ],
)  # fmt: skip
def test_prices_are_read_in_any_notation(text: str, amount: str) -> None:
    assert money(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("product", "price", "list_price"),
    [
        ({"price": 100, "sale_price": 80}, "80", "100"),
        ({"sale_price": 80, "price": "100.00 USD", "list_price": 120}, "80", "120"),
        ({"price": 12.999}, "13", "13"),
        ({"price": 0.125}, "0.13", "0.13"),
        ({"price": "12.999"}, "12999", "12999"),
        ({"price": 1299}, "1299", "1299"),
        ({"price": 100, "sale_price": 80, "variants": [{"sku": "b"}]}, "80", "100"),
        ({"price": 100, "sale_price": 80, "variants": [{"sku": "b", "price": 50}]}, "50", "50"),
        ({"price": 100, "variants": [{"sku": "b", "sale_price": 50}]}, "50", "100"),
    ],
)
def test_prices_in_json_are_numbers_and_the_lowest_holds(
    take: Take,
    found: Callable[[], dict[str, ProductView]],
    product: dict[str, object],
    price: str,
    list_price: str,
) -> None:
    assert take(lines({"id": "b", "title": "B", **product})).refused == ()
    (variant,) = found()["b"].variants
    assert (variant.price, variant.list_price) == (Decimal(price), Decimal(list_price))


def test_markup_becomes_plain() -> None:
    assert (
        plain("<style>p{}</style><p>One<br>two</p>&lt;three&gt; <a href='javascript:x()'>4</a>")
        == "One two <three> 4"
    )
    assert plain("a < b & c") == "a < b & c"
    assert plain("<script>alert(1)") == ""
