"""The n-grams of one message weigh what scikit-learn makes of them."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.ngrams import VIEWS, FittedView

TEXTS = [
    "Where is my order?",
    "where is the order order 1042",
    "I want to return the boots",
    "crème brûlée, café",
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "text", [*TEXTS, "my order, my order: WHERE?", "", "   ", "zzz", "日本語", "café order"]
)
def test_weights_are_those_of_scikit_learn(view: str, text: str) -> None:
    vectorizer = TfidfVectorizer(dtype=np.float32, **VIEWS[view]).fit(TEXTS)
    indices, weights = FittedView.of(vectorizer).weigh(text)
    row = np.zeros(len(vectorizer.vocabulary_), dtype=np.float32)
    row[indices] = weights
    assert weights.dtype == np.float32
    assert list(indices) == sorted(set(indices))
    np.testing.assert_allclose(row, vectorizer.transform([text]).toarray()[0], atol=1e-6)
