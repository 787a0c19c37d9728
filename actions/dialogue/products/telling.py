"""What a question is after, and the specifications and the sentence of a description that speak of it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.products.facts import spec
from actions.search import SENTENCE, Fact
from actions.shop.catalogue import ProductView
from actions.text import Analyser

ANALYSER = Analyser()
FEWEST_WORDS = 4
"""A shorter sentence says nothing by itself."""
LIKE = 0.33
"""Least likeness (cosine) of a sentence that speaks of what is asked in other words."""


def telling(text: str, idle: str, products: Iterable[ProductView], context: Context) -> set[str]:
    """The stems of the words that say what is asked: without the idle phrases of that kind, and what the products are
    called."""
    called = [*(f"{p.title} {p.type}" for p in products), *context.language.phrases(idle)]
    return set(ANALYSER.stems(text)) - set(ANALYSER.stems(" ".join(called)))


def spoken_of(
    asked: set[str], question: str, product: ProductView, context: Context, likeness: float = LIKE
) -> str | None:
    """The sentence of the product's description that shares more than half of the asked words, or is the most like the
    question, at least so much; None where none does."""
    sentences = (
        [s for s in SENTENCE.split(product.description) if len(s.split()) >= FEWEST_WORDS] if asked else []
    )
    shared = {sentence: len(asked.intersection(ANALYSER.stems(sentence))) for sentence in sentences}
    best = max(sentences, key=lambda sentence: shared[sentence], default="")
    if not best or 2 * shared[best] > len(asked):
        return best or None
    question_meaning, *meanings = context.services.encoder.encode([question, *sentences])
    alike = np.stack(meanings) @ question_meaning
    return sentences[int(np.argmax(alike))] if alike.max() >= likeness else None


def specs_asked(product: ProductView, question: Clause, context: Context) -> list[str]:
    """The product's specifications that the question names, or speaks of in other words: `packed size`, `heavy`."""
    measures = context.services.search.synonyms.measures.values()
    called = context.language.words(product.type)  # "power bank" asks for no power
    spoken = (
        m
        for m in measures
        if context.language.find(question.text, [word for word in m.words if word not in called]) is not None
    )
    names = [name for measure in spoken for name in measure.specs if name in product.specs]
    return [*names, *(name for name in product.specs if _is_named(name, product, question, context))]


def _is_named(name: str, product: ProductView, question: Clause, context: Context) -> bool:
    """Whether the question names a specification: `packed size`; `how waterproof` is after its waterproof rating."""
    called = set(ANALYSER.phrase(f"{product.title} {product.type}"))
    label = set(ANALYSER.phrase(spec(name, product.specs[name], context)[0]))
    asked = set(ANALYSER.phrase(question.text))
    if context.language.asks_how_much(question.text) and len(label) > 1:
        return bool((label - {*ANALYSER.phrase(product.type)}) & asked)
    return label <= asked and not label <= called


def open_fact(product: ProductView, text: str, context: Context) -> Fact | None:
    """What of a product answers a question in any words."""
    called = f"{product.title} {product.type}"
    return context.once(
        ("open_fact", product.product_id, text),
        lambda: context.services.facts.nearest(
            text, called, product.specs, product.features, product.description
        ),
    )
