"""Rasa's command line with our patches: `python -m bot run …` is `rasa run …`."""

from __future__ import annotations

import os
import sys

from bot import patches, sessions

SERVING = {"run", "shell"}


def main() -> None:
    """Apply the patches and hand over to Rasa's own main, which reads `sys.argv`."""
    if SERVING & set(sys.argv[1:2]):
        # One message is too little to share between cores: the threads of the matrix library would only wait.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        patches.leave_out_tensorflow()
        patches.precompile_action_schema()
        patches.run_graph_in_sequence()
        patches.look_up_rules_once()
        patches.collect_garbage_less_often()
        patches.keep_connections()
        sessions.keep_the_open_task()

    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
