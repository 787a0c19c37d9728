"""What the bot's component tests share. They import Rasa as `python -m bot run` does: without TensorFlow."""

from __future__ import annotations

from bot import patches

patches.leave_out_tensorflow()
