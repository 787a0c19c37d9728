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


@pytest.fixture(scope="module")
def known(vectors: NDArray[np.float32]) -> Meanings:
    return Meanings(vectors)


def best(
    vectors: NDArray[np.float32], rows: NDArray[np.intp], query: NDArray[np.float32], count: int
) -> set[int]:
    return set(rows[np.argsort(-(vectors[rows] @ query))[:count]].tolist())


@pytest.mark.parametrize("every", [1, 2])
def test_the_nearest_are_among_those_found(known: Meanings, vectors: NDArray[np.float32], every: int) -> None:
    rows = np.arange(0, len(vectors), every)
    found = known.nearest(vectors[7], rows, 1024)
    assert len(set(found.tolist())) == len(found) == 1024 and np.isin(found, rows).all()
    assert len(best(vectors, rows, vectors[7], 20) & set(found.tolist())) >= 19


def test_of_few_all_are_looked_at(vectors: NDArray[np.float32]) -> None:
    meanings, rows = Meanings(vectors[:FEW]), np.arange(FEW)
    assert set(meanings.nearest(vectors[7], rows, 100).tolist()) == best(vectors, rows, vectors[7], 100)
    assert meanings.nearest(vectors[7], rows[:50], 100).tolist() == list(range(50))


def test_cosines_are_exact(known: Meanings, vectors: NDArray[np.float32]) -> None:
    np.testing.assert_allclose(known.cosines(np.arange(50), vectors[7]), vectors[:50] @ vectors[7], atol=1e-5)


def test_changes_are_put_into_the_index_that_there_is(known: Meanings, vectors: NDArray[np.float32]) -> None:
    rows = np.arange(len(vectors) + 1)
    changed = np.concatenate((vectors, -vectors[7:8]))
    changed[3] = -vectors[8]
    meanings = Meanings(changed, known)
    for row in (3, len(vectors)):
        assert row in meanings.nearest(changed[row], rows, 50)
    assert 3 not in meanings.nearest(vectors[3], rows, 50)
    assert 3 in known.nearest(vectors[3], rows[:-1], 50), "who reads the old one sees it as it was"


def test_where_much_has_changed_it_learns_anew(
    known: Meanings, vectors: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    learned: list[Meanings] = []
    monkeypatch.setattr(Meanings, "_index", lambda self: learned.append(self))
    some, half = vectors.copy(), vectors.copy()
    some[:10] *= -1
    half[::2] *= -1
    Meanings(some, known)
    assert not learned
    anew = [Meanings(half, known), Meanings(vectors[:-1], known)]
    assert learned == anew, "half of it is new; a row is gone, so that others may have its number"
