"""`./aisle bench scale-search`: copies are like the real products and still others, and sizes are measured."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from actions.encoder import SentenceEncoder
from actions.search import ProductSearch
from actions.settings import settings
from bench.common.running import CannotRun
from bench.retrieval.perturbed import COSINE, Perturbed
from bench.scale_search import encoding_speed, scale_search
from tests.unit.search.shelf import SHELF


@pytest.fixture
def perturbed(encoder: SentenceEncoder) -> Perturbed:
    return Perturbed(SHELF, np.stack(list(ProductSearch.build(SHELF, encoder).vectors().values())))


def test_copies_are_many_and_differ(perturbed: Perturbed) -> None:
    copies = list(perturbed.documents(50))
    assert len({copy.product_id for copy in copies}) == 50
    assert len({copy.title for copy in copies}) > 40
    assert [copy.brand for copy in copies[: len(SHELF)]] == [real.brand for real in SHELF]
    skus = [variant.sku for copy in copies for variant in copy.variants]
    assert len(set(skus)) == len(skus)


def test_meanings_stay_near(perturbed: Perturbed) -> None:
    vectors = perturbed.vectors(5 * len(SHELF))
    real = perturbed.vectors(0)
    assert real.shape == (0, vectors.shape[1])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    copies = (vectors[: len(SHELF)] * vectors[len(SHELF) : 2 * len(SHELF)]).sum(axis=1)
    assert abs(copies.mean() - COSINE**2) < 0.02, "two copies of one product"


def test_one_seed_makes_one_catalogue(encoder: SentenceEncoder) -> None:
    vectors = np.stack(list(ProductSearch.build(SHELF, encoder).vectors().values()))
    one, other = Perturbed(SHELF, vectors), Perturbed(SHELF, vectors)
    assert list(one.documents(20)) == list(other.documents(20))
    assert one.queries(20) == other.queries(20) and one.filters(20) == other.filters(20)


def test_sizes_are_measured(tmp_path: Path) -> None:
    scale_search(300, [500], tmp_path)
    summary = json.loads((tmp_path / "summary.json").read_text())
    for size in (300, 500):
        assert 0 < summary[f"ms_p50_{size}"] <= summary[f"ms_p95_{size}"]
        assert summary[f"price_s_{size}"] > 0 and summary[f"text_s_{size}"] > 0
        assert summary[f"build_s_{size}"] > 0 and summary[f"memory_gb_{size}"] > 0
    assert summary["encoded_per_s"] > 1 and (tmp_path / "scale.png").exists()


def test_what_training_makes_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="no sentence encoder"):
        encoding_speed(tmp_path)
    (tmp_path / "encoder").symlink_to(settings().models_folder / "encoder")
    with pytest.raises(CannotRun, match="product index"):
        encoding_speed(tmp_path)
