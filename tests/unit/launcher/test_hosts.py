"""At which address each program listens and is asked whether it is up."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from actions.dialogue import server
from actions.launcher import LaunchError, ports, rasa_model, run
from actions.settings import Settings


def config(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Settings:
    for name, value in {"action_secret": "shared", **settings}.items():
        monkeypatch.setenv(f"AISLE_{name.upper()}", value)
    return Settings()


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "192.0.2.7"])
def test_the_action_server_listens_to_this_machine_alone(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    served: dict[str, Any] = {}

    class Served:
        def run(self, **place: Any) -> None:
            served.update(place)

    class Fresh:
        def keep_fresh(self, seconds: float) -> None:
            """Nothing changes in this test."""

    given = config(monkeypatch, host=host, action_port="5999")
    monkeypatch.setattr(server, "settings", lambda: given)
    monkeypatch.setattr(server, "build", lambda _: Served())
    monkeypatch.setattr(server, "current", Fresh)
    server.main()
    assert (served["host"], served["port"]) == ("127.0.0.1", 5999)
    assert run.action_server(given).health == "http://127.0.0.1:5999/health"


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("192.0.2.7", "192.0.2.7"),
        ("0.0.0.0", "127.0.0.1"),
    ],
)
def test_the_bot_is_asked_where_it_listens(monkeypatch: pytest.MonkeyPatch, host: str, asked: str) -> None:
    monkeypatch.setattr(rasa_model, "model", lambda _: "model.tar.gz")
    bot = run.bot(config(monkeypatch, host=host, bot_port="5998"))
    assert bot.health == f"http://{asked}:5998/"
    assert bot.command[bot.command.index("--interface") + 1] == host


def test_a_program_at_the_action_servers_port_is_found_whatever_the_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        given = config(monkeypatch, host="127.0.0.2", bot_port="0", action_port=str(taken))
        with pytest.raises(LaunchError, match="AISLE_ACTION_PORT"):
            ports.require_free(given)
