"""Run a program of ours at a later time: `python -m tests.support.later MODULE [ARGUMENT …]`.

Its wall clock runs ahead of the machine's by the seconds that the file `AISLE_TEST_AHEAD` holds now, if it is there.
Nothing else of the program is another. For both programs, whatever Python they have.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from contextlib import suppress

AHEAD = "AISLE_TEST_AHEAD"
"""The environment variable with the name of the file."""
_now = time.time


def ahead() -> float:
    """The seconds that there are to add."""
    with suppress(FileNotFoundError), open(os.environ[AHEAD], encoding="ascii") as file:
        return float(file.read() or 0)
    return 0.0


def main() -> None:
    """Set the clock and run the module as if it had been called itself."""
    time.time = lambda: _now() + ahead()
    del sys.argv[0]
    if sys.argv[0].startswith("actions."):  # what tells the time there does not ask `time.time`
        from datetime import UTC, datetime  # Python 3.11 and later, as these programs are

        from actions.shop import clock

        setattr(clock.SystemClock, "now", lambda _: datetime.fromtimestamp(time.time(), UTC))  # noqa: B010
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
