"""Serving costs less: graphs without dask, rules looked up once, connections to the action server that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.utils.endpoints import EndpointConfig

from bot import patches
from bot.graph_runner import SequentialGraphRunner


class Sum(GraphComponent):
    """Adds up what it is given, and itself."""

    def __init__(self, own: int) -> None:
        self._own = own

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any, **__: Any) -> Sum:
        return cls(config["own"])

    def add(self, **values: int) -> int:
        return self._own + sum(values.values())


def node(own: int, *needs: str, target: bool = False) -> SchemaNode:
    return SchemaNode(
        {f"value_{need}": need for need in needs},
        Sum,
        "create",
        "add",
        {"own": own},
        eager=True,
        is_target=target,
    )


SCHEMA = GraphSchema(
    {
        "far": node(1, "near", "middle", target=True),
        "middle": node(10, "near", "given"),
        "near": node(100, "given"),
        "aside": node(1000, "near", target=True),
    }
)


@pytest.mark.parametrize("targets", [None, ["middle"], ["far"], ["aside", "far"], ["near", "middle"]])
def test_the_same_comes_out_as_with_dask(tmp_path: Path, targets: list[str] | None) -> None:
    context = ExecutionContext(SCHEMA, model_id="test")
    dask, ours = (
        runner.create(SCHEMA, LocalModelStorage(tmp_path), context)
        for runner in (DaskGraphRunner, SequentialGraphRunner)
    )
    for given in (5, 7):
        inputs = {"given": given}
        assert ours.run(inputs=dict(inputs), targets=targets) == dask.run(
            inputs=dict(inputs), targets=targets
        )


def test_rules_are_looked_up_by_intent_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ("action_listen", "rule", False)
    monkeypatch.setattr(RulePolicy, "_find_action_from_rules", lambda *_: found)
    patches.look_up_rules_once()
    policy: Any = object.__new__(RulePolicy)
    assert policy._find_action_from_rules(None, None, use_text_for_last_user_input=False) == found
    assert policy._find_action_from_rules(None, None, use_text_for_last_user_input=True) == (
        None,
        None,
        False,
    )


async def test_connections_to_the_action_server_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EndpointConfig, "session", EndpointConfig.session)
    patches.keep_connections()
    callers = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        callers.add(request.transport.get_extra_info("peername"))
        return web.json_response({"secret": request.headers["Authorization"]})

    app = web.Application()
    app.router.add_post("/webhook", answer)
    serving = web.AppRunner(app)
    await serving.setup()
    site = web.TCPSite(serving, "127.0.0.1", 0)
    await site.start()
    try:
        port = serving.addresses[0][1]
        endpoint = EndpointConfig(f"http://127.0.0.1:{port}/webhook", headers={"Authorization": "Bearer x"})
        for _ in range(3):
            assert await endpoint.request(json={}) == {"secret": "Bearer x"}
    finally:
        await serving.cleanup()
    assert len(callers) == 1
