"""What the search keeps and reads of a product."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from typing import Any

from actions.search.types import ProductDocument, Variant


def meaning_text(document: ProductDocument) -> str:
    """What the encoder reads of a product: what it is first, for what is too long is cut off."""
    traits = ", ".join((document.type, *document.attributes, *document.materials))
    return f"{document.title}. {traits}. {document.description}"


def to_json(document: ProductDocument) -> str:
    """The document as one line of JSON."""
    return json.dumps(asdict(document), default=str, ensure_ascii=False)


def from_json(line: str) -> ProductDocument:
    """The document that `to_json` wrote; ValueError, KeyError or TypeError where it is not one."""
    data: dict[str, Any] = json.loads(line)
    data |= {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    data["added"] = datetime.fromisoformat(data["added"])
    data["variants"] = tuple(_variant(variant) for variant in data["variants"])
    return ProductDocument(**data)


def _variant(data: Mapping[str, Any]) -> Variant:
    return Variant(**{**data, "price": Decimal(data["price"])})
