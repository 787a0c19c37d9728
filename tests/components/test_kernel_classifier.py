"""The closed forms of held-out scores against training anew without what is held out."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp
from numpy.typing import NDArray

from bot.components.calibration import fit_sharpness, softmax
from bot.components.kernel_classifier import Floats, HeldOut, KernelClassifier
from bot.components.out_of_scope import OutOfScope

Data = tuple[Floats, sp.csr_matrix, NDArray[np.int32]]


@pytest.fixture(scope="module")
def data() -> Data:
    """Sixty points around four centres on the sphere, with a sparse feature that also tells a little."""
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(4, dtype=np.int32), 15)
    dense = random.normal(size=(4, 8))[labels] + 0.7 * random.normal(size=(60, 8))
    dense = (dense / np.linalg.norm(dense, axis=1, keepdims=True)).astype(np.float32)
    ngrams = 0.3 * sp.random(60, 30, density=0.2, format="csr", random_state=0, dtype=np.float32)
    return dense, ngrams, labels


def fit_without(data: Data, left_out: NDArray[np.int64]) -> KernelClassifier:
    dense, ngrams, labels = data
    rest = np.setdiff1d(np.arange(len(labels)), left_out)
    kept = np.concatenate([rest[labels[rest] == label] for label in range(4)])
    return KernelClassifier.fit(dense[kept], ngrams[kept], labels[kept])[0]


def test_scores_without_the_example_are_those_of_training_without_it(data) -> None:  # type: ignore[no-untyped-def]
    _, held_out = KernelClassifier.fit(*data)
    for row in range(0, 60, 7):
        scores, nearness = fit_without(data, np.array([row])).score(data[0][[row]], data[1][row])
        np.testing.assert_allclose(held_out.without_example[row], scores[0], atol=1e-4)
        np.testing.assert_allclose(held_out.nearness[row], nearness[0], atol=1e-5)


def test_scores_without_the_label_are_those_of_training_without_it(data) -> None:  # type: ignore[no-untyped-def]
    dense, ngrams, labels = data
    _, held_out = KernelClassifier.fit(*data)
    rows = np.flatnonzero(labels == 1)
    scores, nearness = fit_without(data, rows).score(dense[rows], ngrams[rows])
    np.testing.assert_allclose(held_out.without_label[rows][:, [0, 2, 3]], scores[:, [0, 2, 3]], atol=1e-4)
    np.testing.assert_allclose(held_out.nearness_other[rows], nearness, atol=1e-5)


def test_it_learns_what_the_examples_say(data) -> None:  # type: ignore[no-untyped-def]
    classifier, held_out = KernelClassifier.fit(*data)
    assert (classifier.score(data[0], data[1])[0].argmax(axis=1) == data[2]).mean() > 0.95
    assert (held_out.without_example.argmax(axis=1) == data[2]).mean() > 0.8


def test_familiarity_tells_known_from_unknown(data) -> None:  # type: ignore[no-untyped-def]
    _, held_out = KernelClassifier.fit(*data)
    decision = OutOfScope.fit(held_out, data[2], np.ones(60, dtype=bool), novelty=10)
    known = decision.probability(held_out.without_example, held_out.nearness)
    unknown = decision.probability(held_out.without_label, held_out.nearness_other)
    right = held_out.without_example.argmax(axis=1) == data[2]
    assert (known[right] > 0.5).mean() <= 0.1
    assert (unknown > 0.5).mean() > 0.3


def test_the_more_novelty_is_expected_the_more_is_rejected(data) -> None:  # type: ignore[no-untyped-def]
    _, held_out = KernelClassifier.fit(*data)
    all_in_scope = np.ones(60, dtype=bool)
    thresholds = [
        OutOfScope.fit(held_out, data[2], all_in_scope, novelty).threshold for novelty in (1, 10, 100)
    ]
    assert thresholds == sorted(thresholds) and thresholds[0] < thresholds[2]


def test_the_more_examples_there_are_the_less_is_rejected(data) -> None:  # type: ignore[no-untyped-def]
    _, held_out = KernelClassifier.fit(*data)
    twice = HeldOut(*(np.concatenate([each, each]) for each in vars(held_out).values()))
    once, more = (
        OutOfScope.fit(each, np.tile(data[2], times), np.ones(60 * times, dtype=bool), novelty=10)
        for each, times in ((held_out, 1), (twice, 2))
    )
    assert more.threshold < once.threshold
    assert (once.threshold - more.threshold) * once.slope == pytest.approx(np.log(2) / 2, rel=0.2)


def test_a_label_whose_texts_are_unlike_each_other_accepts_what_is_less_familiar() -> None:
    labels = np.repeat(np.arange(2, dtype=np.int32), 50)
    random = np.random.default_rng(0)
    nearness = (np.where(labels == 0, 0.9, 0.5) + 0.05 * random.normal(size=100)).astype(np.float32)
    sure, unsure = np.eye(2, dtype=np.float32)[labels], np.full((100, 2), 0.1, np.float32)
    held_out = HeldOut(sure, unsure, nearness, np.full(100, 0.3, np.float32))
    decision = OutOfScope.fit(held_out, labels, np.ones(100, dtype=bool), novelty=10)
    scores, same = np.eye(2, dtype=np.float32), np.full(2, 0.4, np.float32)
    first, second = decision.probability(scores, same)
    assert decision.offsets[0] > 0 > decision.offsets[1]
    assert first > second


def test_sharpness_makes_confidence_fit_accuracy() -> None:
    random = np.random.default_rng(1)
    truth = 12.0
    scores = random.normal(size=(4000, 5)).astype(np.float32) / 4
    labels = np.array([random.choice(5, p=row) for row in softmax(scores, truth)], dtype=np.int32)
    assert fit_sharpness(scores, labels) == pytest.approx(truth, rel=0.1)
