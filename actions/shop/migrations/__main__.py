"""`python -m actions.shop.migrations "what changed"`: write the next version."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from actions.shop.migrations import upgrade, write_next
from actions.shop.session import Sessions

if len(sys.argv) != 2:
    sys.exit(__doc__)
with tempfile.TemporaryDirectory() as folder:
    sessions = Sessions(f"sqlite:///{Path(folder) / 'shop.db'}")
    upgrade(sessions)
    write_next(sessions, sys.argv[1])
