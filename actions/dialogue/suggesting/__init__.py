"""Suggestions: for whom, for what, and why."""
