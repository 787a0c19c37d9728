"""The manifest: it knows what was made from what, and notices every change."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.artefacts import (
    MANIFEST,
    ArtefactError,
    Manifest,
    inputs_hash,
    replaced_folder,
    verify,
    write_text,
)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A models folder with one recorded artefact `index`, two files in a folder."""
    (tmp_path / "index" / "part").mkdir(parents=True)
    (tmp_path / "index" / "a.txt").write_text("a")
    (tmp_path / "index" / "part" / "b.txt").write_text("b")
    Manifest.load(tmp_path).record("index", [tmp_path / "index"], "hash of inputs", {"size": 2})
    return tmp_path


def test_what_was_recorded_is_verified(models: Path) -> None:
    verify(models, "index")
    manifest = Manifest.load(models)
    assert set(manifest.entries["index"].files) == {"index/a.txt", "index/part/b.txt"}
    assert manifest.entries["index"].settings == {"size": 2}
    assert manifest.is_current("index", "hash of inputs")
    assert not manifest.is_current("index", "hash of other inputs")


def test_a_changed_file_is_refused(models: Path) -> None:
    (models / "index" / "a.txt").write_text("A")
    assert not Manifest.load(models).is_current("index", "hash of inputs")
    with pytest.raises(ArtefactError, match=r"index/a.txt has changed.*make train"):
        verify(models, "index")


def test_a_missing_file_is_refused(models: Path) -> None:
    (models / "index" / "part" / "b.txt").unlink()
    with pytest.raises(ArtefactError, match=r"b.txt is missing.*make train"):
        verify(models, "index")


def test_an_unknown_artefact_is_refused(models: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ArtefactError, match="has no search.*make train"):
        verify(models, "search")
    with pytest.raises(ArtefactError, match="has no search.*make train"):
        verify(tmp_path_factory.mktemp("empty"), "search")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9, "artefacts": {}}', '{"version": 1}'])
def test_a_broken_manifest_says_so(models: Path, text: str) -> None:
    (models / MANIFEST).write_text(text)
    with pytest.raises(ArtefactError, match=r"manifest.json can't be read.*make train"):
        Manifest.load(models)


def test_artefacts_are_recorded_one_after_another(models: Path) -> None:
    write_text(models / "words.json", "{}")
    Manifest.load(models).record("words", [models / "words.json"], "x")
    verify(models, "index")
    verify(models, "words")


def test_nothing_is_no_artefact(models: Path) -> None:
    with pytest.raises(ArtefactError, match="has no files"):
        Manifest.load(models).record("ghost", [models / "ghost"], "x")


def test_inputs_hash_sees_names_contents_settings_and_absence(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    seen = [inputs_hash([folder])]
    folder.mkdir()
    seen.append(inputs_hash([folder]))
    (folder / "a").write_text("1")
    seen.append(inputs_hash([folder]))
    (folder / "a").write_text("2")
    seen.append(inputs_hash([folder]))
    (folder / "a").rename(folder / "b")
    seen.append(inputs_hash([folder]))
    seen.append(inputs_hash([folder], {"k": 1}))
    seen.append(inputs_hash([folder], {"k": 2}))
    assert len(set(seen)) == len(seen)
    assert inputs_hash([folder], {"k": 2}) == seen[-1]


def test_replaced_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    for text in ("old", "new"):
        with replaced_folder(folder) as fresh:
            (fresh / text).write_text(text)
    assert [path.name for path in folder.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_replaced_folder_keeps_the_old_after_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with replaced_folder(folder) as fresh:
        (fresh / "old").write_text("old")
    with pytest.raises(RuntimeError, match="half way"), replaced_folder(folder) as fresh:
        raise RuntimeError("half way")
    assert [path.name for path in folder.iterdir()] == ["old"]
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_write_text_leaves_nothing_else(tmp_path: Path) -> None:
    write_text(tmp_path / "deep" / "file.txt", "one")
    write_text(tmp_path / "deep" / "file.txt", "two")
    assert [(path.name, path.read_text()) for path in (tmp_path / "deep").iterdir()] == [("file.txt", "two")]
