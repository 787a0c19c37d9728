"""The coarse look at many meanings finds what the exact one finds."""

from __future__ import annotations

import numpy as np

from actions.search.meanings import SMALL, Meanings


def test_few_are_exact_and_many_nearly_so() -> None:
    random = np.random.default_rng(3)
    topics = random.normal(size=(40, 384))
    vectors = topics[random.integers(40, size=SMALL + 1000)] + 0.6 * random.normal(size=(SMALL + 1000, 384))
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    query = vectors[7]
    everything = np.arange(len(vectors))
    exact = vectors @ query
    meanings = Meanings(vectors)
    meanings.prepare()
    np.testing.assert_allclose(meanings.exact(everything, query), exact, atol=1e-5)
    np.testing.assert_allclose(meanings.cosines(everything[:50], query), exact[:50], atol=1e-5)
    coarse = meanings.cosines(everything, query)
    assert np.abs(coarse - exact).mean() < 0.03
    best = set(np.argsort(-exact)[:20].tolist())
    assert best <= set(np.argsort(-coarse)[:256].tolist())
    few = Meanings(vectors[:SMALL])
    np.testing.assert_allclose(few.cosines(everything[:SMALL], query), exact[:SMALL], atol=1e-5)
