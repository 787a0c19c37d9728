"""What an action can say: a small typed vocabulary, always with a complete plain text beside it.

A channel that can, shows the cards, table or timeline instead of the text's lines (`custom`, whose `text` is the
sentence above them); one that cannot, among them `rasa shell`, gets the plain text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from actions.shop.pictures import picture_name


def payload(intent: str, **entities: Any) -> str:
    """A Rasa payload: the message that a button stands for."""
    return f"/{intent}{json.dumps(entities, ensure_ascii=False)}" if entities else f"/{intent}"


@dataclass(frozen=True)
class Choice:
    """A button: what it shows, and the payload that it sends."""

    title: str
    payload: str

    def as_button(self) -> dict[str, str]:
        return {"title": self.title, "payload": self.payload}


class Show(Protocol):
    """Something shown below a sentence: as `custom` where the channel can, as `lines` where it can't."""

    def lines(self) -> list[str]: ...

    def custom(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class ProductCard:
    """One product as shown: `stock` is a sentence, `why` the reason for this one, `promoted` says that the shop
    wants it to be seen, `choices` are the card's buttons."""

    product_id: str
    title: str
    price: str
    stock: str
    rating: float | None = None
    list_price: str | None = None
    why: str | None = None
    promoted: str | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def picture(self) -> str:
        return f"/shop/pictures/{picture_name(self.product_id)}"

    def line(self) -> str:
        return " – ".join(
            part for part in (self.promoted, self.title, self.price, self.stock, self.why) if part
        )

    def as_item(self) -> dict[str, Any]:
        item = {
            "product_id": self.product_id,
            "title": self.title,
            "price": self.price,
            "list_price": self.list_price,
            "stock": self.stock,
            "rating": self.rating,
            "why": self.why,
            "promoted": self.promoted,
            "picture": self.picture,
            "buttons": [choice.as_button() for choice in self.choices],
        }
        return {key: value for key, value in item.items() if value not in (None, [])}


@dataclass(frozen=True)
class Products:
    """Product cards, in order; their numbers are what "the second one" refers to."""

    cards: Sequence[ProductCard]
    first: int = 1
    """The number of the first: a later page of a list goes on counting."""

    def lines(self) -> list[str]:
        return [f"{number}. {card.line()}" for number, card in enumerate(self.cards, self.first)]

    def custom(self) -> dict[str, Any]:
        cards = enumerate(self.cards, self.first)
        return {"type": "products", "items": [{"number": number, **card.as_item()} for number, card in cards]}


@dataclass(frozen=True)
class Table:
    """A table; its first column names the rows."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self) -> list[str]:
        return [" · ".join(cell for cell in row if cell) for row in (self.columns, *self.rows)]

    def custom(self) -> dict[str, Any]:
        return {"type": "table", "columns": list(self.columns), "rows": [list(row) for row in self.rows]}


@dataclass(frozen=True)
class Event:
    """One event of a timeline, its time already in the shopper's format."""

    time: str
    place: str
    text: str


@dataclass(frozen=True)
class Timeline:
    """What happened to a parcel, newest first."""

    events: Sequence[Event]

    def lines(self) -> list[str]:
        return [f"{e.time}: {e.text}" + (f" ({e.place})" if e.place else "") for e in self.events]

    def custom(self) -> dict[str, Any]:
        events = [{"time": e.time, "place": e.place, "text": e.text} for e in self.events]
        return {"type": "timeline", "events": events}


@dataclass(frozen=True)
class Source:
    """The written answer that a reply was taken from: told beside the text, not in it."""

    title: str
    source: str

    def lines(self) -> list[str]:
        return []

    def custom(self) -> dict[str, Any]:
        return {"type": "answer", "title": self.title, "source": self.source}


@dataclass(frozen=True)
class Link:
    """A page of the shop to go on to."""

    title: str
    url: str

    def lines(self) -> list[str]:
        return [self.url]

    def custom(self) -> dict[str, Any]:
        return {"type": "link", "title": self.title, "url": self.url}


@dataclass(frozen=True)
class Message:
    """One message to the shopper."""

    text: str
    choices: Sequence[Choice] = ()
    show: Show | None = None
    name: str = ""

    def plain(self) -> str:
        """The complete message as text."""
        return "\n".join([self.text, *(self.show.lines() if self.show else [])])

    def as_response(self, rich: bool) -> dict[str, Any]:
        """The message as Rasa's action protocol carries it; without `custom` and buttons unless the channel is rich."""
        if not rich:
            options = [f"  · {choice.title}" for choice in self.choices]
            return {"text": "\n".join([self.plain(), *options])}
        response: dict[str, Any] = {"text": self.plain(), "utter_action": self.name}
        if self.choices:
            response["buttons"] = [choice.as_button() for choice in self.choices]
        if self.show:
            response["custom"] = {**self.show.custom(), "text": self.text}
        return response
