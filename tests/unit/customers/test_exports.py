"""The files in which customers get a copy of their data."""

from __future__ import annotations

import json
import os
from pathlib import Path

from actions.customers.exports import Exports


def test_a_file_is_there_for_an_hour(tmp_path: Path) -> None:
    exports = Exports(tmp_path / "exports")
    first = exports.put({"customers": [{"first_name": "Zoë"}]})
    path = tmp_path / "exports" / first
    assert json.loads(path.read_text(encoding="utf-8")) == {"customers": [{"first_name": "Zoë"}]}
    assert path.stat().st_mode & 0o077 == 0, "for nobody else on this machine"
    os.utime(path, (0, 0))
    second = exports.put({})
    exports.sweep()
    assert not path.exists() and (tmp_path / "exports" / second).exists()
    assert first != second and len(first) > 40


def test_the_files_about_one_customer_are_removed(tmp_path: Path) -> None:
    exports = Exports(tmp_path / "exports")
    exports.forget("C1")
    hers, his = (exports.put({"customers": [{"customer_id": each}]}) for each in ("C1", "C2"))
    exports.forget("C1")
    assert not (tmp_path / "exports" / hers).exists() and (tmp_path / "exports" / his).exists()
