"""The assistant's sentences: the responses of `domain.yml`, rendered here so that one message can be made of several.

No sentence stands in Python. An action names a response and gives the values of its `{fields}`; where a response has
variations, one is taken that was not said lately.
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml


class MissingResponse(KeyError):
    """A response that `domain.yml` does not have, or a field that it asks for and was not given."""


class Phrases:
    """Renders responses by name.

    Args:
        responses: the `responses` section of a Rasa domain: name → variations, each with a `text` and maybe `buttons`.
        facts: values of `{fields}` that are the same in all of them, such as an order number as the shop has them.
    """

    def __init__(self, responses: Mapping[str, Sequence[Mapping[str, Any]]], **facts: str) -> None:
        self._responses = responses
        self._facts = facts

    @classmethod
    def load(cls, domain: Path, **facts: str) -> Phrases:
        """Reads the responses of a domain file."""
        with domain.open(encoding="utf-8") as file:
            return cls(yaml.safe_load(file)["responses"], **facts)

    def __contains__(self, name: str) -> bool:
        return name in self._responses

    def text(self, name: str, avoid: Collection[str] = (), **values: Any) -> str:
        """The response's text with its fields filled in.

        Args:
            name: the response, `utter_…`.
            avoid: texts said lately; a variation that reads like none of them is preferred.
            values: the fields' values.

        Raises:
            MissingResponse: the response, or a value that its text asks for, is missing.
        """
        try:
            known = self._facts | values
            texts = [filled(str(variation["text"]), known) for variation in self._responses[name]]
        except KeyError as missing:
            raise MissingResponse(f"{name}: {missing}") from None
        fresh = [text for text in texts if text not in avoid]
        return random.choice(fresh or texts)

    def buttons(self, name: str, **values: Any) -> list[dict[str, str]]:
        """The buttons written beside the response's first variation, their titles filled in."""
        buttons = self._responses[name][0].get("buttons", [])
        return [{"title": b["title"].format(**values), "payload": b["payload"]} for b in buttons]


def filled(text: str, values: Mapping[str, Any]) -> str:
    """A response's text with its fields; a field that is empty leaves no gap between the sentences around it."""
    return re.sub(" {2,}", " ", text.strip().format(**values)).strip()
