"""The encoder's folder: what it gives, what it refuses, and how near it is to the model it came from."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from actions.artefacts import ArtefactError
from actions.encoder import SentenceEncoder

SENTENCES = ["waterproof hiking boots", "where is my order", "", "ok", "naïve 雨衣 🥾 " * 200]


def test_vectors_have_length_one_and_the_stated_dimension(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(SENTENCES)
    assert vectors.shape == (len(SENTENCES), encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_batch_equals_single(encoder: SentenceEncoder) -> None:
    together = encoder.encode(SENTENCES)
    alone = np.vstack([encoder.encode([sentence]) for sentence in SENTENCES])
    np.testing.assert_array_equal(together, alone)


def test_deep_vectors_are_others_of_the_same_form(encoder: SentenceEncoder) -> None:
    deep, plain = encoder.encode_deep(SENTENCES), encoder.encode(SENTENCES)
    assert deep.shape == plain.shape and deep.dtype == plain.dtype
    np.testing.assert_allclose(np.linalg.norm(deep, axis=1), 1, atol=1e-5)
    assert ((deep * plain).sum(axis=1) < 0.999).all()


def test_no_texts_give_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_one_string_is_not_a_sequence_of_texts(encoder: SentenceEncoder) -> None:
    with pytest.raises(TypeError, match="not one text"):
        encoder.encode("boots")


def test_near_meanings_are_near(encoder: SentenceEncoder) -> None:
    parcel, order, jacket = encoder.encode(
        ["where is my parcel", "i want to know when my order comes", "how do i wash a down jacket"]
    )
    assert parcel @ order > parcel @ jacket + 0.2


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "encoder.json"])
def test_refuses_a_folder_that_is_not_whole(encoder_folder: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "encoder"
    shutil.copytree(encoder_folder, folder)
    (folder / name).write_bytes(b"not what it was")
    with pytest.raises(ArtefactError, match="is broken .*make train"):
        SentenceEncoder.load(folder)
    (folder / name).unlink()
    with pytest.raises(ArtefactError, match=f"{name} is missing.*make train"):
        SentenceEncoder.load(folder)


@pytest.mark.slow
def test_export_keeps_the_meaning(tmp_path: Path) -> None:
    from actions.encoder_export import PACKAGED, PROBES, _load, agreement, export, float_vectors

    export(PACKAGED, tmp_path / "encoder")
    exported = SentenceEncoder.load(tmp_path / "encoder")
    assert agreement(exported.encode(PROBES), float_vectors(_load(PACKAGED), PROBES)).min() >= 0.98
    assert (tmp_path / "encoder" / "model.onnx").stat().st_size < 30_000_000, (
        "int8, a quarter of the float model"
    )


@pytest.mark.slow
def test_export_of_an_unknown_model_says_which_setting_to_mend(tmp_path: Path) -> None:
    from actions.encoder_export import export

    with pytest.raises(ArtefactError, match="AISLE_ENCODER"):
        export(str(tmp_path / "no-such-model"), tmp_path / "encoder")
    assert list(tmp_path.iterdir()) == []
