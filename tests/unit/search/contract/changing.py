"""Taking up changes, saving and loading."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest

from actions.artefacts import ArtefactError
from actions.search import Filters, ProductSearch

from ..shelf import SHELF, product
from .base import BY_ID, IN_STOCK, SearchUnderTest, ids


class ChangingContract(SearchUnderTest):
    def test_takes_up_changes(self) -> None:
        search = self.build(SHELF)
        lantern = product("glow", "Camp Glow Lantern", "lantern", ("white", "", "29.00", 1), brand="Camp")
        storm = BY_ID["storm"]
        sold_out = replace(storm, variants=tuple(replace(v, stock=0) for v in storm.variants))
        search.update([lantern, sold_out])
        assert len(search) == len(SHELF) + 1
        assert ids(search.search("lantern", k=1)) == ["glow"]
        assert "storm" not in ids(search.search("waterproof jacket", k=20))
        search.remove(["glow", "never was"])
        assert len(search) == len(SHELF)
        assert "glow" not in ids(search.search("lantern", k=20))
        search.replace([storm])
        assert ids(search.search("", k=20)) == ["storm"]

    def test_changes_equal_a_new_index(self) -> None:
        search = self.build(SHELF[:6])
        search.update(SHELF[4:])
        fresh = self.build(SHELF)
        for text in ("waterproof boots", "tent", ""):
            changed, anew = search.search(text, k=20), fresh.search(text, k=20)
            assert ids(changed) == ids(anew)
            assert [hit.score for hit in changed] == pytest.approx([hit.score for hit in anew], abs=1e-5)

    def test_a_changed_text_is_found_by_its_new_words(self) -> None:
        search = self.build(SHELF)
        search.update([replace(BY_ID["flame"], title="Camp Flame Samovar")])
        assert ids(search.search("samovar", k=1)) == ["flame"]

    def test_empty(self) -> None:
        search = self.build([])
        assert search.search("boots", Filters(types=("boots",))) == []
        assert search.relax("boots", Filters(types=("boots",))) == []
        search.update(SHELF)
        assert ids(search.search("headlamp", k=1)) == ["beam"]

    def test_readers_see_one_state_while_it_changes(self) -> None:
        search = self.build(SHELF)
        failures: list[object] = []

        def read() -> None:
            for _ in range(60):
                found = set(ids(search.search("", k=20)))
                if found not in (IN_STOCK, IN_STOCK - {"storm"}):
                    failures.append(found)

        readers = [Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for _ in range(5):
            search.remove(["storm"])
            search.update([BY_ID["storm"]])
        for reader in readers:
            reader.join()
        assert failures == []

    def test_saved_and_loaded_it_answers_the_same(self, search: ProductSearch, tmp_path: Path) -> None:
        search.save(tmp_path / "search")
        loaded = self.load(tmp_path / "search")
        filters = Filters(attributes=("waterproof",), price_max=Decimal(150))
        assert loaded.search("waterproof boots", filters) == search.search("waterproof boots", filters)
        assert loaded.search("gray raincoat") == search.search("gray raincoat")

    def test_a_broken_folder_is_refused(self, search: ProductSearch, tmp_path: Path) -> None:
        with pytest.raises(ArtefactError, match="make train"):
            self.load(tmp_path / "nothing")
        search.save(tmp_path / "search")
        for path in list((tmp_path / "search").glob("documents*")) + list(
            (tmp_path / "search").glob("vectors*")
        ):
            search.save(tmp_path / "search")
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            with pytest.raises(ArtefactError, match="make train"):
                self.load(tmp_path / "search")
