"""Why a product is suggested, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.dialogue.context import Context
from actions.recommender import Reason


def brief(reason: Reason, context: Context) -> str:
    """A suggestion's reason in a few words, made from its evidence alone."""
    return context.text(f"utter_because_{reason.kind}", **_named(reason.evidence, context))


def evidence_in_words(kind: str, evidence: Mapping[str, Any], context: Context) -> str:
    """A suggestion's reason as a sentence, with the facts that it rests on."""
    return context.text(f"utter_evidence_{kind}", **_named(evidence, context))


def _named(evidence: Mapping[str, Any], context: Context) -> dict[str, str]:
    """The evidence as sentences take it, with the title of the product that it names."""
    words = {key: str(value) for key, value in evidence.items()}
    if "product_id" in words:
        products = context.services.catalogue.products([words["product_id"]])
        words["title"] = products[0].title if products else words["product_id"]
    if "type" in words:
        words["types"] = context.language.several(words["type"])
    if "trait" in words:
        words["trait"] = context.text(f"utter_trait_{words['trait']}")
    return words
