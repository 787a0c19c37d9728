"""Whether the programs' ports are free."""

from __future__ import annotations

import socket

from actions.launcher import LaunchError
from actions.settings import LOOPBACK, Settings


def require_free(config: Settings) -> None:
    """LaunchError if another program listens where one of ours is to."""
    for host, port, variable in (
        (config.host, config.bot_port, "AISLE_BOT_PORT"),
        (LOOPBACK, config.action_port, "AISLE_ACTION_PORT"),
    ):
        if not is_free(host, port):
            raise LaunchError(
                f"Port {port} is taken by another program: end that (`lsof -i :{port}` names it) "
                f"or choose another port with {variable}."
            )


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do; a listener still refuses
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
