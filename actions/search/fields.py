"""What a product's words weigh, by the field they stand in."""

from __future__ import annotations

from actions.search.types import ProductDocument
from actions.text import Analyser


def weighted_texts(document: ProductDocument) -> list[tuple[int, str]]:
    """A product's fields with what their words weigh."""
    return [
        (2, document.title),
        (2, document.type),
        (1, document.brand),
        (1, document.category),
        (2, " . ".join(document.attributes)),
        (1, " . ".join(document.materials)),
        (1, " . ".join(sorted({variant.colour for variant in document.variants}))),
        (1, " . ".join(value for value in document.specs.values() if isinstance(value, str))),
        (1, document.description),
    ]


def stems(document: ProductDocument, analyser: Analyser) -> tuple[str, ...]:
    """A product's stems, each as often as its field weighs."""
    return tuple(stem for weight, text in weighted_texts(document) for stem in analyser.stems(text) * weight)


def prose(document: ProductDocument, analyser: Analyser) -> str:
    """The stems of what is written in sentences or phrases, in their order, with spaces around each."""
    written = (document.title, document.type, *document.attributes, document.description)
    return f" {' . '.join(' '.join(analyser.stems(text)) for text in written if text)} "
