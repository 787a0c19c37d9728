"""What the set-up decides before there is an environment to decide it in."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from actions.launcher import environments
from actions.launcher.environments import (
    ACTIONS,
    BOT,
    Environment,
    SetupError,
    torch_is_local,
    uv_environment,
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project with one requirement."""
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / "requirements.txt").write_text("rich==15.0.0\n")
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Every call of uv, which succeeds and does nothing."""
    calls: list[tuple[str, ...]] = []

    def uv(*arguments: str) -> int:
        calls.append(arguments)
        return 0

    monkeypatch.setattr(environments, "_uv", uv)
    return calls


def test_what_is_installed_is_not_installed_again(root: Path, asked: list[tuple[str, ...]]) -> None:
    ACTIONS.folder.mkdir()
    environments._install(ACTIONS, "requirements")
    environments._install(ACTIONS, "requirements")
    assert len(asked) == 1
    assert "--no-deps" in asked[0]


def test_a_changed_list_is_installed(root: Path, asked: list[tuple[str, ...]]) -> None:
    ACTIONS.folder.mkdir()
    environments._install(ACTIONS, "requirements")
    (root / "actions" / "requirements.txt").write_text("rich==15.0.1\n")
    environments._install(ACTIONS, "requirements")
    assert len(asked) == 2


def test_a_failed_installation_is_tried_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ACTIONS.folder.mkdir()
    monkeypatch.setattr(environments, "_uv", lambda *_: 2)
    for _ in range(2):
        with pytest.raises(SetupError, match=r"actions/requirements\.txt could not be installed"):
            environments._install(ACTIONS, "requirements")


def test_torch_is_taken_from_a_folder_only_where_a_cpu_build_lies(tmp_path: Path) -> None:
    links = {"PIP_FIND_LINKS": str(tmp_path)}
    assert not torch_is_local({})
    assert not torch_is_local(links)
    (tmp_path / "torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_x86_64.whl").touch()
    assert torch_is_local(links)


def test_pips_settings_reach_uv_but_not_over_its_own() -> None:
    links = {"PIP_FIND_LINKS": "/one /two"}
    assert uv_environment(links)["UV_FIND_LINKS"] == "/one,/two"
    assert uv_environment({**links, "UV_FIND_LINKS": "/mine"})["UV_FIND_LINKS"] == "/mine"


def test_a_named_python_is_the_first_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = Environment("any", (version,))
    monkeypatch.setenv(wanted.setting, sys.executable)
    assert next(environments._pythons(wanted)) == sys.executable


def test_a_named_python_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON310", sys.executable)
    with pytest.raises(SetupError, match=r"^PYTHON310=.* is not a Python 3\.10 that runs\.$"):
        next(environments._pythons(BOT))


def test_a_command_that_is_there_but_does_not_run_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = tmp_path / "python3.10"
    shim.write_text("#!/bin/sh\necho 'python3.10: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert str(shim) not in environments._pythons(BOT)


def test_the_locked_lists_bring_no_cuda() -> None:
    for environment in (ACTIONS, BOT):
        locked = (environments.ROOT / environment.name / "requirements.txt").read_text()
        assert len(locked.splitlines()) > 100
        assert not [line for line in locked.splitlines() if line.startswith(("nvidia", "cuda", "triton"))]


def test_the_stamp_is_the_hash_of_the_list(root: Path, asked: list[tuple[str, ...]]) -> None:
    ACTIONS.folder.mkdir()
    environments._install(ACTIONS, "requirements")
    locked = (root / "actions" / "requirements.txt").read_bytes()
    assert (ACTIONS.folder / "requirements.sha256").read_text() == hashlib.sha256(locked).hexdigest()
