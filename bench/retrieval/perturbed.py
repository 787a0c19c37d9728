"""Catalogues of any size, made by perturbing real products and their meanings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from actions.search import Filters, ProductDocument, Variant

COSINE = 0.9
"""How near a perturbed product's meaning is to the real one's, about."""
DROPPED = 0.15
"""Share of a text's words that are left out, and share that others take the place of."""


class Perturbed:
    """Products like the given ones, as many as wanted; the same seed makes the same ones.

    Args:
        documents: real products.
        vectors: their meanings, L2-normalised, shape (products, dimension).
        seed: of the random numbers.
    """

    def __init__(
        self, documents: Sequence[ProductDocument], vectors: NDArray[np.float32], seed: int = 1
    ) -> None:
        self._documents = documents
        self._vectors = vectors
        self._random = np.random.default_rng(seed)
        self._words = sorted({word for document in documents for word in document.title.split()})

    def documents(self, count: int) -> Iterator[ProductDocument]:
        """So many products, taken from the real ones in turn."""
        for number in range(count):
            yield self._document(self._documents[number % len(self._documents)], number)

    def vectors(self, count: int) -> NDArray[np.float32]:
        """Their meanings: the real ones with noise that leaves a cosine of about `COSINE`."""
        found = self._vectors[np.arange(count) % len(self._vectors)]
        found += self._noise(found.shape)
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found

    def queries(self, count: int) -> list[str]:
        """What a shopper might look for: two or three words of a title in a row, one in four with a slip."""
        found = []
        for number in range(count):
            words = self._pick(self._documents).title.split()
            length = int(self._random.integers(2, 4))
            start = int(self._random.integers(max(1, len(words) - length + 1)))
            found.append(" ".join(words[start : start + length]).lower())
            if number % 4 == 0:
                place = int(self._random.integers(1, max(2, len(found[-1]) - 1)))
                found[-1] = found[-1][:place] + found[-1][place + 1 :]
        return found

    def filters(self, count: int) -> list[Filters]:
        """So many wishes that a real product meets: kind and price, brand and stock, colour and price, or rating."""
        found = []
        for number in range(count):
            product = self._pick(self._documents)
            variant = product.variants[0]
            wishes = (
                Filters(types=(product.type,) if product.type else (), price_max=variant.price),
                Filters(brands=(product.brand,)),
                Filters(colours=(variant.colour,) if variant.colour else (), price_max=variant.price * 2),
                Filters(rating_min=product.rating, price_min=variant.price / 2),
            )
            found.append(wishes[number % len(wishes)])
        return found

    def _document(self, real: ProductDocument, number: int) -> ProductDocument:
        return replace(
            real,
            product_id=f"P{number}",
            title=self._text(real.title),
            description=self._text(real.description),
            variants=tuple(
                self._variant(v, f"P{number}-{place}") for place, v in enumerate(real.variants[:3])
            ),
        )

    def _text(self, text: str) -> str:
        words = text.split()
        chances = self._random.random(len(words))
        places = self._random.integers(len(self._words), size=len(words))
        return " ".join(
            self._words[place] if chance < 2 * DROPPED else word
            for word, chance, place in zip(words, chances, places, strict=True)
            if chance >= DROPPED
        )

    def _variant(self, real: Variant, sku: str) -> Variant:
        cents = int(real.price * 100 * int(self._random.integers(70, 131)) / 100)
        return replace(real, sku=sku, price=Decimal(cents) / 100, stock=int(self._random.integers(0, 6)))

    def _noise(self, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Of the length that turns a vector of length 1 by the angle wanted."""
        length = np.sqrt(1 / COSINE**2 - 1)
        noise = self._random.standard_normal(shape, dtype=np.float32)
        noise *= np.float32(length / np.sqrt(shape[1]))
        return noise

    def _pick(self, documents: Sequence[ProductDocument]) -> ProductDocument:
        return documents[int(self._random.integers(len(documents)))]
