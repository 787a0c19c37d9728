"""Starts both programs against a seeded shop of their own, once for all wishes."""

from __future__ import annotations

from tests.conversations.conftest import assistant

__all__ = ["assistant"]
