"""A message, or a part of one, with what it was understood as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.dialogue.intents import ANSWERS, CONTROLS, SMALL_TALK

CARD = "••••"
"""Stands where the number of a payment card was."""
GOODS = ("product_type", "product", "brand")
"""Entities that name goods."""
WISH = 0.55
"""Least confidence at which a message, or a part of one, is believed to ask for something."""


@dataclass(frozen=True)
class Entity:
    """A recognised thing: `value` is canonical, `role` is `not` where the shopper excludes it."""

    kind: str
    value: Any
    start: int = 0
    end: int = 0
    role: str | None = None
    id: str | None = None

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Entity:
        start, end = data.get("start") or 0, data.get("end") or 0
        return cls(data["entity"], data["value"], start, end, data.get("role"), data.get("id"))


@dataclass(frozen=True)
class Clause:
    """A part of a message (or the whole) with what it was understood as."""

    text: str
    intent: str
    confidence: float
    entities: tuple[Entity, ...] = ()

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Clause:
        intent = data.get("intent") or {}
        if isinstance(intent, Mapping):
            name, confidence = intent.get("name"), intent.get("confidence")
        else:
            name, confidence = intent, data.get("confidence")
        entities = tuple(Entity.read(entity) for entity in data.get("entities") or ())
        return cls(data.get("text") or "", name or "nlu_fallback", float(confidence or 0), entities)

    @property
    def is_wish(self) -> bool:
        """Whether it asks for something, rather than answering, chatting or steering the task."""
        none = SMALL_TALK | ANSWERS | CONTROLS | {"nlu_fallback"}
        return self.intent not in none and self.confidence >= WISH

    def values(self, kind: str) -> list[Any]:
        """The values of a kind that were asked for, in order, each once."""
        return list(dict.fromkeys(e.value for e in self.entities if e.kind == kind and e.role != "not"))

    def excluded(self, kind: str) -> list[Any]:
        """The values of a kind that were ruled out ("not the blue one")."""
        return list(dict.fromkeys(e.value for e in self.entities if e.kind == kind and e.role == "not"))

    def first(self, kind: str) -> Any | None:
        """The first value of a kind that was asked for."""
        return next(iter(self.values(kind)), None)

    @property
    def is_named(self) -> bool:
        """Whether it is hardly more than things that it names: "in blue", "max 50 dollars"."""
        return len(self.unnamed.split()) <= 2

    @property
    def unnamed(self) -> str:
        """The message without the things that it names."""
        text = self.text
        for entity in sorted(self.entities, key=lambda entity: -entity.start):
            text = f"{text[: entity.start]} {text[entity.end :]}"
        return " ".join(text.split())

    def calling(self, names: Mapping[str, str]) -> str:
        """The message with its things of some kinds called by another name: "is the boots in it" → "is the thing in
        it"."""
        spans = {
            (e.start, e.end): names[e.kind] for e in self.entities if e.kind in names and e.end > e.start
        }
        text = self.text
        for (start, end), name in sorted(spans.items(), reverse=True):
            text = f"{text[:start]}{name}{text[end:]}"
        return text

    def part(self, text: str, entities: tuple[Entity, ...] | None = None) -> Clause:
        """A part of it, with all its entities or these."""
        return Clause(text, self.intent, self.confidence, self.entities if entities is None else entities)

    def without(self, start: int, end: int) -> Clause:
        """The message with a stretch of it blanked out, and without the things named there."""
        kept = tuple(entity for entity in self.entities if not start <= entity.start < end)
        return self.part(self.text[:start] + " " * (end - start) + self.text[end:], kept)

    def without_cards(self, text: str) -> str:
        """A text without the numbers of payment cards in this message, which are repeated to nobody."""
        for card in (self.text[e.start : e.end] for e in self.entities if e.kind == "card_number"):
            text = text.replace(card, CARD)
        return text

    def as_dict(self) -> dict[str, Any]:
        """As stored on the task stack and replayed to Rasa."""
        entities = [
            {"entity": e.kind, "value": e.value, "start": e.start, "end": e.end, "role": e.role, "id": e.id}
            for e in self.entities
        ]
        return {
            "text": self.text,
            "intent": {"name": self.intent, "confidence": self.confidence},
            "entities": entities,
        }
