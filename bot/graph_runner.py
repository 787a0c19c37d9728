"""Running a trained graph without a task scheduler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


class SequentialGraphRunner(DaskGraphRunner):
    """Calls the graph's components one after another, each after those that it needs.

    Rasa hands every parse and every decision to dask, which plans the graph anew and runs it in one thread all the
    same: a millisecond each time, several times a turn. Here the order is worked out once for each set of targets.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._orders: dict[tuple[str, ...], list[str]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The outputs of the targets (all target nodes by default), by their names; see the parent class."""
        wanted = tuple(targets or self._graph_schema.target_names)
        if wanted not in self._orders:
            self._orders[wanted] = self._order(wanted)
        found = {name: (name, value) for name, value in (inputs or {}).items()}
        for name in self._orders[wanted]:
            needs = self._graph_schema.nodes[name].needs.values()
            found[name] = self._instantiated_nodes[name](*(found.get(need, need) for need in needs))
        return {name: found[name][1] for name in wanted}

    def _order(self, targets: Sequence[str]) -> list[str]:
        """Every node that the targets need, themselves included, each after what it needs itself."""
        nodes, order = self._graph_schema.nodes, dict[str, None]()

        def visit(name: str) -> None:
            if name in nodes and name not in order:
                for need in nodes[name].needs.values():
                    visit(need)
                order[name] = None

        for target in targets:
            visit(target)
        return list(order)
