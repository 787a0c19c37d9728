"""Catalogues and customers of any number, made by perturbing a shop's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from actions.recommender import Event, Item
from actions.recommender.shelf import Shelf

COSINE = 0.9
"""How near a copy's meaning is to the real one's, about."""


class Crowd:
    """Copies of a shop's items and of what its customers did; the same seed makes the same ones.

    Args:
        shelf: the real items with their meanings.
        events: what the real customers did.
        seed: of the random numbers.
    """

    def __init__(self, shelf: Shelf, events: Sequence[Event], seed: int = 1) -> None:
        self._shelf = shelf
        self._random = np.random.default_rng(seed)
        self._by_customer: dict[str, list[Event]] = {}
        for event in events:
            if event.product in shelf.row_of:
                self._by_customer.setdefault(event.customer, []).append(event)

    def items(self, count: int) -> list[Item]:
        """So many items, taken from the real ones in turn, at other prices and some of them sold out."""
        factors, stock = self._random.uniform(0.7, 1.3, count), self._random.random(count) < 0.9
        real = self._shelf.items
        return [
            replace(
                real[number % len(real)],
                product_id=f"P{number}",
                price=round(real[number % len(real)].price * float(factors[number]), 2),
                in_stock=bool(stock[number]),
            )
            for number in range(count)
        ]

    def vectors(self, count: int) -> NDArray[np.float32]:
        """Their meanings, of length 1: the real ones with noise that leaves a cosine of about `COSINE`."""
        found = self._shelf.vectors[np.arange(count) % len(self._shelf)]
        noise = self._random.standard_normal(found.shape, dtype=np.float32)
        noise *= np.float32(np.sqrt((1 / COSINE**2 - 1) / found.shape[1]))
        found += noise
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        return found

    def events(self, items: int, customers: int) -> list[Event]:
        """What so many customers did, each as a real one, with copies of the products."""
        real, size = list(self._by_customer.values()), len(self._shelf)
        found = []
        for number in range(customers):
            for event in real[number % len(real)]:
                copies = (items - 1 - self._shelf.row_of[event.product]) // size + 1
                copy = int(self._random.integers(max(copies, 1))) * size + self._shelf.row_of[event.product]
                found.append(replace(event, customer=f"C{number}", product=f"P{copy % items}"))
        return found

    def some_products(self, items: int, count: int) -> list[str]:
        """Ids of copied items."""
        return [f"P{number}" for number in self._random.integers(items, size=count)]

    def some_customers(self, customers: int, count: int) -> list[str]:
        """Ids of copied customers."""
        return [f"C{number}" for number in self._random.integers(customers, size=count)]
