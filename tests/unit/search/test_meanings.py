"""Among many meanings the nearest are found nearly as well as by looking at each."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from actions.search.meanings import FEW, Meanings


@pytest.fixture(scope="module")
def vectors() -> NDArray[np.float32]:
    """Noisy copies of forty meanings."""
    random = np.random.default_rng(3)
    topics = random.normal(size=(40, 384))
    noisy = topics[random.integers(40, size=2 * FEW)] + 0.6 * random.normal(size=(2 * FEW, 384))
    vectors: NDArray[np.float32] = (noisy / np.linalg.norm(noisy, axis=1, keepdims=True)).astype(np.float32)
    return vectors


def best(
    vectors: NDArray[np.float32], rows: NDArray[np.intp], query: NDArray[np.float32], count: int
) -> set[int]:
    return set(rows[np.argsort(-(vectors[rows] @ query))[:count]].tolist())


@pytest.mark.parametrize("every", [1, 2])
def test_the_nearest_are_among_those_found(vectors: NDArray[np.float32], every: int) -> None:
    meanings, rows = Meanings(vectors), np.arange(0, len(vectors), every)
    found = meanings.nearest(vectors[7], rows, 1024)
    assert len(set(found.tolist())) == len(found) == 1024 and np.isin(found, rows).all()
    assert len(best(vectors, rows, vectors[7], 20) & set(found.tolist())) >= 19


def test_of_few_all_are_looked_at(vectors: NDArray[np.float32]) -> None:
    meanings, rows = Meanings(vectors[:FEW]), np.arange(FEW)
    assert set(meanings.nearest(vectors[7], rows, 100).tolist()) == best(vectors, rows, vectors[7], 100)
    assert meanings.nearest(vectors[7], rows[:50], 100).tolist() == list(range(50))


def test_cosines_are_exact(vectors: NDArray[np.float32]) -> None:
    np.testing.assert_allclose(
        Meanings(vectors).cosines(np.arange(50), vectors[7]), vectors[:50] @ vectors[7], atol=1e-5
    )
