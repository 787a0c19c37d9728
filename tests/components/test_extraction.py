"""What is recognised in a text, and what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.components.entities import CatalogueEntityExtractor
from bot.components.extraction.catalogue import VocabularyError, read_vocabulary
from bot.components.extraction.pointing import bare_number
from bot.components.extraction.references import NumberForm, References
from bot.components.language import language
from tests.components.sample import KINDS

Recognise = Any


@pytest.fixture(scope="module")
def recognise(loaded: list[Any]) -> Recognise:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]

    def found(text: str) -> list[str]:
        """`entity=value`, with the role where there is one, in the order of the text."""
        return [
            f"{e['entity']}={e['value']}" + (f" ({e['role']})" if "role" in e else "")
            for e in extractor.extract(text)
        ]

    return found


CASES = {
    # catalogue
    "hiking boots in navy": "product_type=hiking boots; colour=navy",
    "Waterproof JACKET": "attribute=waterproof; product_type=jacket",
    "a two person tent": "attribute=2-person; product_type=tent",
    "dark green t shirts": "colour=forest green; product_type=t-shirt",
    "a dark green tee": "colour=forest green; product_type=t-shirt",
    "merino wool tee": "material=merino wool; product_type=t-shirt",
    "nordvika lomvi boots": "product=Nordvika Lomvi Boots; product=Nordvika Lomvi Boots",
    "the lomvi boots in brown": "product=Nordvika Lomvi Boots; product=Nordvika Lomvi Boots; colour=brown",
    "the lomvi": "product=Nordvika Lomvi Boots; product=Nordvika Lomvi Boots",
    "altavane serac in size 9": "product=Altavane Serac; size=9",
    # typos, split and joined words
    "nordvkia boots": "brand=Nordvika; product_type=boots",
    "waterprof jaket": "attribute=waterproof; product_type=jacket",
    "hikign boots": "product_type=hiking boots",
    "rainjacket": "product_type=rain jacket",
    "head lamp": "product_type=headlamp",
    "snowboots": "",
    "bule and blakc and redd": "colour=blue; colour=black; colour=red",
    "forrest green": "colour=forest green",
    "mirino wool": "material=merino wool",
    # ordinary words are no typos
    "i read the news": "",
    "a bad boat": "",
    "tart": "",
    # prices
    "under 120": "price_max=120",
    "below $50": "price_max=50",
    "max 80 bucks": "price_max=80",
    "80 max": "price_max=80",
    "not more than a hundred": "price_max=100",
    "nothing over two hundred and fifty dollars": "price_max=250",
    "under 1.5k": "price_max=1500",
    "up to 1,299.50": "price_max=1299.5",
    "my budget is 200": "price_max=200",
    "between 50 and 80": "price_min=50; price_max=80",
    "from 80 to 50 dollars": "price_min=50; price_max=80",
    "$50-$80": "price_min=50; price_max=80",
    "at least 50": "price_min=50",
    "100 and up": "price_min=100",
    "around $100": "price_min=80; price_max=120",
    "boots for $80": "product_type=boots; price_max=80",
    "not under 50": "price_min=50",
    "it shouldnt cost over 130": "price_max=130",
    "fifty bucks is my limit": "price_max=50",
    "from 200 up": "price_min=200",
    "cap it at eighty": "price_max=80",
    "under 2 kg": "",
    "> 100 €": "price_min=100",
    "$50": "price_max=50",
    "price 50 to 100": "price_min=50; price_max=100",
    "i have 80 dollars": "price_max=80",
    "less than 30 days": "",
    # ratings
    "over 3 stars": "rating_min=3",
    "tent with at least 4 stars": "product_type=tent; rating_min=4",
    "4.5 stars or better": "rating_min=4.5",
    "4+ stars": "rating_min=4",
    "four stars": "rating_min=4",
    "rated 4.2/5": "rating_min=4.2",
    "anything better rated than 4.5": "rating_min=4.5",
    "between 4 and 5 stars": "rating_min=4",
    "nothing under 4 stars": "rating_min=4",
    "nothing less than 4 stars under $80": "rating_min=4; price_max=80",
    "boots, 4.5 and up": "product_type=boots; rating_min=4.5",
    "at least 4.5": "rating_min=4.5",
    "rated above 4": "rating_min=4",
    "a customer rating of 4 or higher, 100 and up": "rating_min=4; price_min=100",
    "well rated boots": "rating_min=4; product_type=boots",
    "jacket with really good reviews": "product_type=jacket; rating_min=4",
    "top rated tent": "rating_min=4; sort_by=rating; product_type=tent",
    "under 3 stars": "",
    "3 stars max": "",
    "no more than 2 stars": "",
    "rated 10": "",
    "rated to 4c": "",
    "a comfort rating of 4": "",
    "rated 3 season": "",
    # order numbers, e-mail, postcodes
    "order #1042": "order_number=1042",
    "my new card is 4111 1111 1111 1111": "card_number=1111",
    "4242-4242-4242-4242 for 1077": "card_number=4242; order_number=1077",
    "its 303 555 0199 now": "",
    "order no 1042": "order_number=1042",
    "order number is 1042": "order_number=1042",
    "A-1042": "order_number=1042",
    "ordernr.1051": "order_number=1051",
    "it says A1066": "order_number=1066",
    "ann@example.com,1034": "email=ann@example.com; order_number=1034",
    "my phone is 555 0134": "",
    "call me on +44 20 7946 0958": "",
    "my height is 180": "",
    "my orders 1042 and 1043": "order_number=1042; order_number=1043",
    "it came with order 1042.": "order_number=1042",
    "orders 1042,1043/1044": "order_number=1042; order_number=1043; order_number=1044",
    "it was 1042,50": "",
    "order number1042": "order_number=1042",
    "order 10077 please": "order_number=10077",
    "ann.becker@example,com": "email=ann.becker@example.com",
    "ann @example.co.uk": "email=ann@example.co.uk",
    "ann[at]example.com": "email=ann@example.com",
    "ann at example dot com": "email=ann@example.com",
    "i looked at example.com": "",
    "i bought it in 2023": "",
    "1042 lumens": "",
    "mail me at Ann.Becker@Example.com.": "email=ann.becker@example.com",
    "postcode 5003": "postcode=5003",
    "zip code: 80302-1234": "postcode=80302-1234",
    "i live in sw1a 1aa": "postcode=SW1A 1AA",
    # people
    "my name is ann becker and i want my money": "person_name=Ann Becker",
    "name: Siobhán O'Neil": "person_name=Siobhán O'Neil",
    "I'm Ann": "person_name=Ann",
    "Øyvind Åsen, order 1042": "person_name=Øyvind Åsen; order_number=1042",
    "Zoë Łukasik, order 1042": "person_name=Zoë Łukasik; order_number=1042",
    "Ольга Иванова, order 1042": "person_name=Ольга Иванова; order_number=1042",
    "im ann becker, 80302": "person_name=Ann Becker; postcode=80302",
    "ann becker, 80302": "person_name=Ann Becker; postcode=80302",
    "Ann Becker": "person_name=Ann Becker",
    "ann becker here, its 1042": "person_name=Ann Becker; order_number=1042",
    "ann becker zip 80302 order 1042": "person_name=Ann Becker; postcode=80302; order_number=1042",
    "its for Dr. Ann Becker": "person_name=Ann Becker",
    "Mrs. Doyle": "person_name=Doyle",
    "name on the order: J. Peterson": "person_name=J. Peterson",
    "cancel everything order 1042": "order_number=1042",
    "lets stop here": "",
    "Lucy Harding, 80302, order 1042": "person_name=Lucy Harding; postcode=80302; order_number=1042",
    "Chloe O'Brien here, order 1055": "person_name=Chloe O'Brien; order_number=1055",
    "order 1042, Salt Lake City, 84101": "order_number=1042; postcode=84101",
    "the parcel is for Ines Kowalski": "person_name=Ines Kowalski",
    "the parcel is for my mum": "",
    "its on my husbands name, Piotr Nowak": "person_name=Piotr Nowak",
    "my wife Joan Miller ordered it": "person_name=Joan Miller",
    "my wife ordered it": "",
    "i'm so sorry": "",
    "im very unhappy": "",
    "i'm looking for boots": "product_type=boots",
    "this is ridiculous": "",
    "I AM NOT HAPPY": "",
    # positions, quantities, orders
    "the second one": "ordinal=2",
    "2nd": "ordinal=2",
    "option two": "ordinal=2",
    "one at the bottom": "ordinal=-1",
    "is the last one warmer": "ordinal=-1",
    "the last": "ordinal=-1",
    "number 2": "ordinal=2",
    "the first and the third": "ordinal=1; ordinal=3",
    "compare the first two": "ordinal=1; ordinal=2",
    "the last 2 please": "ordinal=-1; ordinal=-2",
    "last week": "",
    "wait a second": "",
    "add the secnd to my cart": "ordinal=2",
    "the thrid one": "ordinal=3",
    "on the 3rd of june": "",
    "will it last": "",
    "two jackets": "quantity=2; product_type=jacket",
    "add 3 of them": "quantity=3",
    "2x": "quantity=2",
    "two more please": "quantity=2",
    "why is this one more expensive": "sort_by=price_desc (relative)",
    "half a dozen": "quantity=6",
    "qty: 4": "quantity=4",
    "three instead of five": "quantity=3; quantity=5 (not)",
    "ordered 2 but got 1": "quantity=2; quantity=1",
    "2 boots and one jacket": "quantity=2; product_type=boots; quantity=1; product_type=jacket",
    "the cheapest boots": "sort_by=price_asc; product_type=boots",
    "cheaper": "sort_by=price_asc (relative)",
    "best rated tents": "sort_by=rating; product_type=tent",
    "newest first": "sort_by=newest",
    "by price descending": "sort_by=price_desc",
    # sizes
    "for a 9 please": "size=9",
    "do you have it in m?": "size=M",
    "size nine": "size=9",
    "size 10 and a half": "size=10.5",
    "10 1/2": "size=10.5",
    "waist 9": "size=9",
    "size 9 or XL": "size=9; size=XL",
    "a tent for 2": "product_type=tent",
    "in black, M": "colour=black; size=M",
    "BOOTS IN BLACK M": "product_type=boots; colour=black; size=M",
    "GIVE IT TO M": "",
    "M or XL": "size=M; size=XL",
    "medium or size 9": "size=M; size=9",
    "medium please": "size=M",
    "size 42": "size=42",
    "hiking boots brown 9": "product_type=hiking boots; colour=brown; size=9",
    "hiking boots 10.5 please": "product_type=hiking boots; size=10.5",
    "tent 9": "product_type=tent",
    "boots 10.5 inches": "product_type=boots",
    "in uk 8": "size=UK 8",
    "size 3XL": "size=3XL",
    "size 42 cm": "",
    "kids jacket age 8": "product_type=jacket; size=8-9",
    # bare answers keep their readings
    "9": "size=9; quantity=9; ordinal=9",
    "1042": "order_number=1042; postcode=1042",
    "80302": "postcode=80302",
    # exclusion
    "not the blue one, the black": "colour=blue (not); colour=black",
    "not the blue one the black one": "colour=blue (not); colour=black",
    "anything but red": "colour=red (not)",
    "without leather": "material=leather (not)",
    "not red or blue": "colour=red (not); colour=blue (not)",
    "blue, not red": "colour=blue; colour=red (not)",
    "no leather boots": "material=leather (not); product_type=boots",
    "no, the black one": "colour=black",
    "no the black one": "colour=black",
    "i dont want navy": "colour=navy (not)",
    "nothing over $80 blue": "price_max=80; colour=blue",
    "not 1042, 1043": "order_number=1042 (not); order_number=1043",
    "xl? no, M": "size=XL (not); size=M",
    "i typed 1042 but its 1043": "order_number=1042 (not); order_number=1043",
    "1042 sorry 1043": "order_number=1042 (not); order_number=1043",
    "1042, sorry for that": "order_number=1042",
    "change it from navy to red": "colour=navy (not); colour=red",
    "swap the navy for the red": "colour=navy (not); colour=red",
    "from navy to red": "colour=navy; colour=red",
    "change my mail from a@example.com to b@example.com": "email=a@example.com (not); email=b@example.com",
    "return 1042 but leave 1050 alone": "order_number=1042; order_number=1050 (not)",
    "1043, not 1042": "order_number=1043; order_number=1042 (not)",
    "not the first": "ordinal=1 (not)",
    "why not the blue one": "colour=blue",
    "not only blue": "colour=blue",
    "tents that arent altavane": "product_type=tent; brand=Altavane (not)",
    "is there one that isn't nordvika or altavane": "brand=Nordvika (not); brand=Altavane (not)",
    "she hates green. red boots": "colour=green (not); colour=red; product_type=boots",
    "my son can't stand orange": "colour=orange (not)",
    "im not keen on navy": "colour=navy (not)",
    "no leather, merino or feathers": "material=leather (not); material=merino wool (not); material=down (not)",
    "no boots in brown": "product_type=boots; colour=brown (not)",
    "i dont want anything from nordvika": "brand=Nordvika (not)",
    "nothing from merlin ridge": "brand=Merlin Ridge (not)",
    "nothing with a hood": "attribute=hooded (not)",
    "one that doesn't have a hood": "attribute=hooded (not)",
    "a leather-free jacket": "material=leather (not); product_type=jacket",
    "merino makes me itch": "material=merino wool (not)",
    "i have a leather allergy": "material=leather (not)",
    "allergic to feathers": "material=down (not)",
    # words that mean too much else to be a material, but not where they are ruled out
    "not down": "material=down (not)",
    "without merino or down": "material=merino wool (not); material=down (not)",
    "a down jacket": "product_type=jacket",
    "it is not down to 20": "",
    "i am not sitting down": "",
    # what only looks ruled out
    "i have basically nothing warm": "attribute=insulated",
    "nothing warm to wear": "attribute=insulated",
    "my wife has no rain jacket": "product_type=rain jacket",
    "is there no green tent": "colour=green; product_type=tent",
    "why isn't the red one there": "colour=red",
    "isnt the altavane waterproof": "brand=Altavane; attribute=waterproof",
    "i am not allergic to merino": "material=merino wool",
    "nothing that isn't waterproof": "attribute=waterproof",
    "not without a hood": "attribute=hooded",
    "a jacket and free delivery": "product_type=jacket",
    # known names, in small letters, without the plainest words for a name
    "its under de la fuente": "person_name=De La Fuente",
    "hello its priya, where is my stuff": "person_name=Priya",
    "for jean-pierre o'neill, EH6 5NP": "person_name=Jean-Pierre O'Neill; postcode=EH6 5NP",
    "kind regards Dr. Ingrid Holm-Åsen": "person_name=Ingrid Holm-Åsen",
    "Cheers, Bjørn": "person_name=Bjørn",
    "thanks, nkechi": "person_name=Nkechi",
    "yours sincerely, J. R. van den Berg": "person_name=J. R. van den Berg",
    "my surname is al-masri, first name omar": "person_name=Al-Masri; person_name=Omar",
    "ravi shankar, ravi@example.com, 1042": "person_name=Ravi Shankar; email=ravi@example.com; order_number=1042",
    "FATMA BINT SALEM / 1042 / 95060": "person_name=Fatma Bint Salem; order_number=1042; postcode=95060",
    "1042 - kwame - where is it": "order_number=1042; person_name=Kwame",
    "hussein with two s, 1042": "person_name=Hussein; order_number=1042",
    "do you ship to norway? sigrid btw": "person_name=Sigrid",
    "my brother john wants a tent": "person_name=John; product_type=tent",
    "Zoë van 't Hof, 1042": "person_name=Zoë van 't Hof; order_number=1042",
    "bill to: chiara de luca, 20121 milano": "person_name=Chiara De Luca; postcode=20121",
    "customer: tanaka yuki / 1042": "person_name=Tanaka Yuki; order_number=1042",
    "can you see what dmitri volkov ordered": "person_name=Dmitri Volkov",
    "put it on li wei's account": "person_name=Li Wei",
    "change the name from anna schmidt to anna meyer": "person_name=Anna Schmidt (not); person_name=Anna Meyer",
    "you have my name as Stephen, its Steven": "person_name=Stephen (not); person_name=Steven",
    "its Jack Oduya": "person_name=Jack Oduya",
    "walter@example.com / 1042 / cancel pls": "email=walter@example.com; order_number=1042",
    "thanks, perfect": "",
    "its way overdue": "",
    "im realy anoyed": "",
    "its broken, 1042": "order_number=1042",
    "1042, lost in the post": "order_number=1042",
    "berlin, 10115": "postcode=10115",
    "cash refund, 1042": "order_number=1042",
    "summer house, 1042": "order_number=1042",
    # postcodes, and numbers that are none
    "maarten de wit, 2011 JC": "person_name=Maarten De Wit; postcode=2011 JC",
    "i live in 1016dx amsterdam": "postcode=1016DX",
    "do u deliver to 0150 oslo?": "postcode=0150",
    "how much to 2000 sydney": "postcode=2000",
    "00-950 warszawa or 31-008 krakow": "postcode=00-950; postcode=31-008",
    "1050-115 lisboa": "postcode=1050-115",
    "01310-100 são paulo": "postcode=01310-100",
    "100-0001 tokyo": "postcode=100-0001",
    "delivery to 114 55 stockholm": "postcode=114 55",
    "d02 af30, dublin": "postcode=D02 AF30",
    "110001 delhi": "postcode=110001",
    "send order 1042 to 8001 zürich": "order_number=1042; postcode=8001",
    "a shop near 97031?": "postcode=97031",
    "label says 55802 but i moved, its 55805 now": "postcode=55802 (not); postcode=55805",
    "send 1042 to 3121 division st, 97214": "order_number=1042; postcode=97214",
    "1042 the tent": "order_number=1042; product_type=tent",
    "send to 1042 instead": "order_number=1042",
    "what happened to 1042 yesterday": "order_number=1042",
    "the door code is 0412": "",
    "i called 0800 555 019": "",
    "jackets 50-100 tents": "product_type=jacket; product_type=tent",
    # prices and ratings that are told by less
    "about 1042: it came": "order_number=1042",
    "from 1042 to 1043": "order_number=1042; order_number=1043",
    "90 to 170": "price_min=90; price_max=170",
    "39 to 42": "",
    "from 30 up to 65": "price_min=30; price_max=65",
    "boots from $70": "product_type=boots; price_min=70",
    "35 each at the very most": "price_max=35",
    "in the 50 to 80 range": "price_min=50; price_max=80",
    "80 or so": "price_min=64; price_max=96",
    "i dont want to go below 40": "price_min=40",
    "nothing pricier than 50": "price_max=50",
    "north of 100": "price_min=100",
    "4.4 plus stars": "rating_min=4.4",
    "4 or 5 stars": "rating_min=4",
    # what else goes with them
    "from cheapest to dearest": "sort_by=price_asc",
    "best first": "sort_by=rating",
    "only wanted 1 but my cart says 2": "quantity=1; quantity=2",
    "last but not least": "",
    "serac altavane": "product=Altavane Serac",
    # other scripts and marks
    "取消我的订单 1042": "order_number=1042",
    "<b>navy</b>": "colour=navy",
    "👍": "",
}


@pytest.mark.parametrize(("text", "entities"), CASES.items())
def test_entities(recognise: Recognise, text: str, entities: str) -> None:
    assert "; ".join(recognise(text)) == entities


def test_what_excludes_a_material_after_it_belongs_to_it(loaded: list[Any]) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    text = "a jacket, merino or leather-free"
    assert [text[e["start"] : e["end"]] for e in extractor.extract(text)] == [
        "jacket",
        "merino",
        "leather-free",
    ]


def test_spans_values_and_ids(loaded: list[Any]) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    text = "The nordvkia lomvi, order #1042"
    first, second, order = extractor.extract(text)
    assert text[first["start"] : first["end"]] == "nordvkia lomvi"
    assert (first["id"], second["id"]) == ("T1", "T2")
    assert first["confidence_entity"] == 0.8
    assert text[order["start"] : order["end"]] == "#1042"
    assert "id" not in order and order["extractor"] == "CatalogueEntityExtractor"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("where is #W2378156", ["W2378156"]),
        ("order w2378156, please", ["W2378156"]),
        ("W2378156", ["W2378156"]),
        ("it's W2378156 or 2378157", ["W2378156", "W2378157"]),
        ("in 1042 and 19122", []),
        ("order #2378156", ["W2378156"]),
    ],
)
def test_order_numbers_have_the_shops_own_form(text: str, numbers: list[str]) -> None:
    references = References(language("en"), NumberForm("W", 7))
    assert [e.value for e in references.find(text) if e.entity == "order_number"] == numbers


def test_a_bare_number_gets_the_shops_prefix() -> None:
    assert [(e.entity, e.value) for e in bare_number("2378156", NumberForm("W", 7))] == [
        ("order_number", "W2378156")
    ]


def test_the_vocabulary_says_what_an_order_number_looks_like(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.json"
    file.write_text('{"version": 1, "entries": [], "order_numbers": {"prefix": "W", "digits": 7}}')
    assert read_vocabulary(file) == ([], NumberForm("W", 7))
    file.write_text('{"version": 1, "entries": [], "order_numbers": {"form": 7}}')
    with pytest.raises(VocabularyError, match="make train"):
        read_vocabulary(file)


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "under $50 please": "$50",
        "not more than a hundred": "a hundred",
        "80 bucks max": "80",
        "option 2": "2",
        "the last": "last",
        "in medium": "medium",
        "nordvkia": "nordvkia",
        "four stars or more": "four",
        "rated 4 or above": "4",
        "order them by rating": "rating",
        "lucy becker's": "lucy becker",
    }.items(),
)
def test_a_span_is_of_the_value_alone(loaded: list[Any], text: str, said: str) -> None:
    extractor = loaded[KINDS.index(CatalogueEntityExtractor)]
    (entity,) = extractor.extract(text)
    assert text[entity["start"] : entity["end"]] == said
