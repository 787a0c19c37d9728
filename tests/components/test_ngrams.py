"""The n-gram features are scikit-learn's own."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.components.intent_names import in_words
from bot.components.ngrams import ANALYSERS, NgramFeaturizer
from bot.components.parts import wording
from tests.components.sample import EXAMPLES, KINDS


@pytest.mark.parametrize("text", ["where is my parcel", "RETURN the BOOTS!!", "xyzzy", "👍", "取消"])
def test_features_are_those_of_scikit_learn(loaded: list[Any], text: str) -> None:
    featurizer = loaded[KINDS.index(NgramFeaturizer)]
    (message,) = featurizer.process([Message({"text": text})])
    texts = [wording(Message({"text": text})) for texts in EXAMPLES.values() for text in texts.split("|")]
    texts += [in_words(intent) for intent in EXAMPLES]
    expected = np.hstack(
        [
            TfidfVectorizer(**settings, sublinear_tf=True).fit(texts).transform([text]).toarray()
            for settings in ANALYSERS.values()
        ]
    )
    found = message.features[0].features.toarray()
    np.testing.assert_allclose(found, 0.4 * expected, atol=1e-6)
