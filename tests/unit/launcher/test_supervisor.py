"""Programs run as one: up together, ended together, and nothing left behind whatever they do."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from actions.launcher import LaunchError
from actions.launcher.supervisor import Program, Supervisor, answers, ended_by_signals
from tests.support.processes import all_gone

SERVER = """
import http.server, signal, subprocess, sys
{before}
class Quiet(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass
print("listening", flush=True)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Quiet).serve_forever()
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def server(name: str, before: str = "") -> Program:
    """A program that answers, once it has done `before`."""
    port = free_port()
    command = [sys.executable, "-c", SERVER.format(before=before), str(port)]
    return Program(name, command, f"http://127.0.0.1:{port}/")


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    one = Supervisor(os.environ, logs=tmp_path)
    yield one
    one.stop()


def processes(supervisor: Supervisor) -> list[int]:
    """Every process that was started, with those that these started."""
    started = [psutil.Process(process.pid) for _, process, _ in supervisor.running.values()]
    return [one.pid for parent in started for one in (parent, *parent.children(recursive=True))]


def test_they_are_up_when_all_answer_and_gone_when_stopped(supervisor: Supervisor) -> None:
    programs = [server("one"), server("two")]
    supervisor.start(programs)
    supervisor.wait_until_up(20)
    assert all(answers(program.health) for program in programs)
    started = processes(supervisor)
    supervisor.stop()
    assert len(started) == 2
    assert all_gone(started)
    assert not any(answers(program.health) for program in programs)


def test_what_a_program_started_itself_is_ended_too(supervisor: Supervisor) -> None:
    supervisor.start([server("parent", "subprocess.Popen(['sleep', '600'])")])
    supervisor.wait_until_up(20)
    started = processes(supervisor)
    supervisor.stop()
    assert len(started) == 2
    assert all_gone(started)


def test_a_program_that_does_not_listen_is_killed(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.launcher.supervisor.GRACE", 0.5)
    supervisor.start([server("deaf", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")])
    supervisor.wait_until_up(20)
    started = processes(supervisor)
    supervisor.stop()
    assert all_gone(started)


def test_one_that_ends_before_it_is_up_is_named_with_its_last_words(supervisor: Supervisor) -> None:
    supervisor.start([server("whole"), server("broken", "sys.exit('The index is broken.')")])
    with pytest.raises(
        LaunchError, match=r"The index is broken\.\nbroken ended with status 1: see .*broken\.log"
    ):
        supervisor.wait_until_up(20)


def test_one_that_never_answers_is_named(supervisor: Supervisor) -> None:
    supervisor.start([server("slow", "import time; time.sleep(60)"), server("quick")])
    with pytest.raises(LaunchError, match=r"After 3 s there is no answer from slow:"):
        supervisor.wait_until_up(3)


def test_the_end_of_one_is_noticed(supervisor: Supervisor) -> None:
    supervisor.start([server("one"), server("two")])
    supervisor.wait_until_up(20)
    os.kill(supervisor.running["two"][1].pid, signal.SIGKILL)
    with pytest.raises(LaunchError, match=r"two ended with status -9"):
        supervisor.wait()


def test_every_line_is_kept_and_heard(tmp_path: Path) -> None:
    heard: list[tuple[str, str]] = []
    supervisor = Supervisor(os.environ, lambda name, line: heard.append((name, line)), tmp_path / "logs")
    supervisor.start([server("one")])
    try:
        supervisor.wait_until_up(20)
    finally:
        supervisor.stop()
    assert heard == [("one", "listening")]
    assert supervisor.log("one").read_text() == "listening\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_through_finally_and_only_once(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    tidied = False
    with pytest.raises(SystemExit) as left, ended_by_signals():
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        finally:
            os.kill(os.getpid(), number)  # an impatient second one
            tidied = True
    assert left.value.code == 128 + number
    assert tidied
    assert signal.getsignal(number) == before
