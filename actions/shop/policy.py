"""The shop's policy, `data/shop/policy.yml`, typed and checked. Its rules are evaluated by the desks."""

from __future__ import annotations

from pathlib import Path


class PolicyError(Exception):
    """The policy file is missing or wrong; says file, line and what is wrong."""


class Policy:
    """`Policy.load(settings().data_folder / "shop" / "policy.yml")`."""

    @classmethod
    def load(cls, path: Path) -> Policy:
        """Raises `PolicyError`."""
        raise NotImplementedError
