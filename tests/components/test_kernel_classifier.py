"""The closed forms of held-out scores against training anew without what is held out."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp
from numpy.typing import NDArray

from bot.components.calibration import fit_sharpness, softmax
from bot.components.kernel_classifier import Floats, KernelClassifier
from bot.components.out_of_scope import OutOfScope, familiarity, unseen_share

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
    known = decision.probability(familiarity(held_out.without_example, held_out.nearness))
    unknown = decision.probability(familiarity(held_out.without_label, held_out.nearness_other))
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


@pytest.mark.parametrize(("examples", "labels"), [(60, 4), (464, 59), (15_000, 150)])
def test_unseen_share_is_that_of_the_process_with_so_many_labels(examples: int, labels: int) -> None:
    share = unseen_share(examples, labels)
    alpha = share * examples / (1 - share)
    assert sum(alpha / (alpha + seen) for seen in range(examples)) == pytest.approx(labels)


def test_where_every_example_has_its_own_label_the_next_may_too() -> None:
    assert unseen_share(5, 5) == 0.5
    assert unseen_share(1000, 2) < 0.001


def test_sharpness_makes_confidence_fit_accuracy() -> None:
    random = np.random.default_rng(1)
    truth = 12.0
    scores = random.normal(size=(4000, 5)).astype(np.float32) / 4
    labels = np.array([random.choice(5, p=row) for row in softmax(scores, truth)], dtype=np.int32)
    assert fit_sharpness(scores, labels) == pytest.approx(truth, rel=0.1)
