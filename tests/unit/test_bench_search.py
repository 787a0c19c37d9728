"""`./aisle bench search`: its metrics against figures worked out by hand, and what it refuses to read."""

from __future__ import annotations

import csv
import gzip
import json
from math import log2
from pathlib import Path

import numpy as np
import pytest

from actions.encoder import SentenceEncoder
from actions.search import ProductSearch, Weights
from bench.common.running import CannotRun
from bench.retrieval import choices, metrics
from bench.retrieval.judgements import read_judgements
from bench.retrieval.products import read_products
from bench.retrieval.systems import Aisle, Bm25, Meaning, System
from bench.search import search

GRADES = {"a": 3, "b": 0, "c": 1, "d": 2}
PRODUCTS = [
    {"id": "1", "title": "Acme red toner cartridge", "supplier": "Acme", "attr_t_material": "metal, plastic"},
    {"id": "2", "title": "Acme laser printer", "short_description": "Prints.", "attr_n_print_speed": 22.0},
    {"id": "3", "title": "Duracell AA battery", "price": 495, "attr_t_product_type": "1"},
]


@pytest.fixture
def products(tmp_path: Path) -> Path:
    path = tmp_path / "products.jsonl.gz"
    with gzip.open(path, "wt") as file:
        file.writelines(f"{json.dumps(product)}\n" for product in PRODUCTS)
    return path


@pytest.fixture
def judgements(tmp_path: Path) -> Path:
    path = tmp_path / "judgements.csv"
    path.write_text("query,docid,rating\nprinter,2,3\nprinter,1,0\ngiraffe,3,0\nbattery,3,3\n")
    return path


def test_ndcg_by_hand() -> None:
    ideal = 7 + 3 / log2(3) + 1 / 2
    assert metrics.ndcg(["a", "d", "c"], GRADES) == pytest.approx(1)
    assert metrics.ndcg(["x", "a", "b", "c"], GRADES) == pytest.approx((7 / log2(3) + 1 / log2(5)) / ideal)
    assert metrics.ndcg(["x"] * 10 + ["a"], GRADES) == 0, "only the first ten count"
    assert metrics.ndcg([], GRADES) == 0


def test_the_others_by_hand() -> None:
    ranking = ["x", "b", "c", "y", "a"]
    assert metrics.judged_only(ranking, GRADES) == ["b", "c", "a"]
    assert metrics.judged_share(ranking, GRADES) == 0.3
    assert metrics.reciprocal_rank(ranking, GRADES) == 1 / 3
    assert metrics.reciprocal_rank(["x", "b"], GRADES) == 0
    assert metrics.recall(ranking, GRADES) == 2 / 3
    assert metrics.recall(["b"] * 50 + ["a"], GRADES) == 0, "only the first fifty count"


def test_products_keep_what_the_search_reads(products: Path) -> None:
    toner, printer, battery = read_products(products)
    assert toner.materials == ("metal", "plastic") and toner.brand == "Acme"
    assert printer.specs == {"print speed": 22.0} and printer.description == "Prints."
    assert battery.type == "" and str(battery.variants[0].price) == "4.95"


def test_every_system_finds_the_plain_thing(products: Path, encoder: SentenceEncoder) -> None:
    documents = read_products(products)
    ours = ProductSearch.build(documents, encoder)
    systems: list[System] = [Aisle(ours), Bm25(documents), Meaning(ours, encoder)]
    for system in systems:
        assert system.rank("laser printer", 3)[0] == "2"
        assert system.confident("laser printer", 3)[0] == "2"
    assert Aisle(ours).confident("giraffe", 3) == Bm25(documents).confident("giraffe", 3) == []


def test_the_whole_of_it(products: Path, judgements: Path, tmp_path: Path) -> None:
    search(products, judgements, tmp_path / "report")
    summary = json.loads((tmp_path / "report" / "summary.json").read_text())
    assert summary["ndcg_10"] == summary["mrr"] == summary["none_shown_rate"] == 1
    assert summary["judged_10"] == pytest.approx(0.1), "ours shows one product for each"
    names = "ndcg_10 ndcg_10_judged judged_10 mrr recall_50 none_shown_rate ms_p50 ms_p95".split()
    assert all(f"{system}{name}" in summary for system in ("", "bm25_", "meaning_") for name in names)
    assert (tmp_path / "report" / "queries.png").stat().st_size > 1000
    assert len((tmp_path / "report" / "queries.csv").read_text().splitlines()) == 1 + 2 * 3


def test_other_weights_are_tried_and_the_best_named(products: Path, judgements: Path, tmp_path: Path) -> None:
    search(products, judgements, tmp_path, choose=True)
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert (
        summary["chosen_ndcg"] == summary["exact_agreement_10"] == 1 and summary["chosen_ndcg_held_out"] <= 1
    )
    with (tmp_path / "choices.csv").open() as file:
        rows = list(csv.DictReader(file))
    fusions = [row for row in rows if row["tried"] == "fusion"]
    thresholds = {row["confident"]: row["none_shown"] for row in rows if row["tried"] == "threshold"}
    assert len(fusions) == len(choices.FUSIONS) and len(thresholds) == len(choices.THRESHOLDS)
    best = max(fusions, key=lambda row: float(row["ndcg_10"]) + float(row["ndcg_10_judged"]))
    assert [float(best[name]) for name in ("words", "phrases", "feedback")] == [
        summary[f"chosen_{name}"] for name in ("words", "phrases", "feedback")
    ]


def test_what_is_held_out_has_no_part_in_the_choice() -> None:
    tried = [Weights(0.1), Weights(0.2)]
    chosen = choices.Chosen.of(tried, np.array([[1.0, 0.0, 0.4], [0.0, 0.9, 0.4]]))
    assert chosen.weights == tried[0] and chosen.value == pytest.approx(1.4 / 3)
    assert chosen.held_out == pytest.approx((0 + 0 + 0.4) / 3), (
        "each query's own best is not known to its choice"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no products"),
        (b'{"id": "1"}\n', r"jsonl:1 is no product: KeyError 'title'"),
        (b'{"id": "1", "title": "a"}\n{"id": "1", "title": "b"}\n', "jsonl:2: there is another product 1"),
        (b'{"id": "1", "title": "a", "price": "dear"}\n', "'dear' is no price"),
        (b'{"id": "1", "title": "\xff"}\n', "can't be read to its end"),
    ],
)
def test_what_is_no_catalogue_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "products.jsonl"
    path.write_bytes(content)
    with pytest.raises(CannotRun, match=reason):
        read_products(path)


def test_a_catalogue_that_was_cut_off_is_refused(products: Path) -> None:
    products.write_bytes(products.read_bytes()[:-20])
    with pytest.raises(CannotRun, match="can't be read to its end"):
        read_products(products)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "does not have the columns"),
        ("query,doc,rating\na,1,1\n", "does not have the columns query, docid, rating"),
        ("query,docid,rating\na,1,7\n", "2: 7 is no grade"),
        ("query,docid,rating\na,1,good\n", "can't be read"),
        ("query,docid,rating\na,9,1\n", "None of the products judged"),
    ],
)
def test_what_are_no_judgements_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(content)
    with pytest.raises(CannotRun, match=reason):
        read_judgements(path, ["1"])


def test_missing_data_are_named(tmp_path: Path) -> None:
    for read in (read_products, lambda path: read_judgements(path, [])):
        with pytest.raises(CannotRun, match=r"nowhere\.gz"):
            read(tmp_path / "nowhere.gz")
