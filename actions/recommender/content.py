"""Content: what an item is, by the meaning of its text and its attributes."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from actions.recommender.history import History, Past
from actions.recommender.model import Arrays, Model, Scores
from actions.recommender.shelf import Shelf
from actions.recommender.types import Item, Reason

DIMENSIONS = 64
"""To which the features are reduced: the nearest neighbours stay, a scan costs a sixth."""
TYPE, BRAND, AUDIENCE, ATTRIBUTES = 0.5, 0.35, 0.35, 0.4
"""What one-hot features count beside a text of length 1; an item's attributes share theirs."""
HALF_LIFE = 45.0
"""Days after which a deed counts half in somebody's profile."""
NOW = 3.0
"""What the present session counts beside a deed of today."""
SIMILAR = 0.6
"""The cosine from which on two items are called similar."""


class Content(Model):
    """The cosine between an item and the weighted mean of the items of somebody's past.

    Needs no history of the item itself, so that it serves new products; knows no surprise.
    """

    name = "content"

    def __init__(
        self, items: NDArray[np.float32], projection: NDArray[np.float32], features: NDArray[np.str_]
    ) -> None:
        """`items` are unit vectors, `projection` maps features to them, `features` names the one-hot ones."""
        self.items = items
        self._projection = projection
        self._features = features

    @classmethod
    def fit(cls, history: History, shelf: Shelf) -> Self:
        names = sorted({name for item in shelf.items for name in _traits(item)})
        features = np.array(names, dtype=np.str_)
        traits, meanings = _table(shelf, features), shelf.vectors
        across = traits.T @ meanings
        products = np.block([[meanings.T @ meanings, across.T], [across, (traits.T @ traits).toarray()]])
        _, vectors = np.linalg.eigh(products)  # the principal directions of meanings and features, uncentred
        projection = vectors[:, ::-1][:, :DIMENSIONS].astype(np.float32)
        return cls(_projected(meanings, traits, projection), projection, features)

    def extended(self, shelf: Shelf) -> Content:
        """The model over another shelf, which may hold new items."""
        items = _projected(shelf.vectors, _table(shelf, self._features), self._projection)
        return Content(items, self._projection, self._features)

    def scores(self, past: Past) -> Scores:
        known = past.rows < len(self.items)
        rows, weights = past.rows[known], _weights(past)[known]
        profile = weights @ self.items[rows]
        length = np.linalg.norm(profile)
        if not length:  # nothing is wanted, or nothing is known of what is
            return np.zeros(len(self.items), dtype=np.float32)
        scores: Scores = np.maximum(self.items @ (profile / length), 0)
        return scores

    def similarities(self, row: int) -> Scores:
        """The cosine between one item and every item."""
        cosines: Scores = self.items @ self.items[row]
        return cosines

    def reason(self, row: int, past: Past, shelf: Shelf) -> Reason | None:
        """The item of the present session, or else of what was wanted, that it is most like."""
        session = [int(other) for other in past.rows[len(past.rows) - past.session :]]
        for sources in (session, sorted(past.wanted)):
            similar = [
                (float(self.items[row] @ self.items[other]), other) for other in sources if other != row
            ]
            similarity, other = max(similar, default=(0.0, 0))
            if similarity >= SIMILAR:
                return similar_to(shelf.items[other].product_id, similarity)
        return None

    def arrays(self) -> Arrays:
        return {"items": self.items, "projection": self._projection, "features": self._features}

    @classmethod
    def load(cls, arrays: Arrays) -> Self:
        return cls(arrays["items"], arrays["projection"], arrays["features"])


def similar_to(product_id: str, similarity: float) -> Reason:
    """The reason that a product is like another one."""
    return Reason("similar_to", {"product_id": product_id, "similarity": round(similarity, 3)})


def _weights(past: Past) -> NDArray[np.float32]:
    weights = past.strengths * 0.5 ** (past.ages / HALF_LIFE)
    weights[len(weights) - past.session :] *= NOW
    return weights.astype(np.float32)


def _traits(item: Item) -> dict[str, float]:
    """The item's one-hot features with their values; what it does not say is none."""
    several = max(len(item.attributes), 1) ** 0.5
    return {
        **({f"type {item.type}": TYPE} if item.type else {}),
        **({f"brand {item.brand}": BRAND} if item.brand else {}),
        **{f"audience {audience}": AUDIENCE for audience in item.audience},
        **{f"attribute {attribute}": ATTRIBUTES / several for attribute in item.attributes},
    }


def _table(shelf: Shelf, features: NDArray[np.str_]) -> csr_array:
    """The one-hot features of every item, shape (items, features)."""
    column = {str(name): place for place, name in enumerate(features)}
    filled = [
        (value, row, column[name])
        for row, item in enumerate(shelf.items)
        for name, value in _traits(item).items()
        if name in column
    ]
    values, rows, columns = zip(*filled, strict=True) if filled else ((), (), ())
    table = (np.array(values, dtype=np.float32), (np.array(rows, dtype=int), np.array(columns, dtype=int)))
    return csr_array(table, shape=(len(shelf), len(features)))


def _projected(
    meanings: NDArray[np.float32], traits: csr_array, projection: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Unit vectors of the items, shape (items, dimensions); a table of meanings beside traits is never made."""
    split = meanings.shape[1]
    return _unit(meanings @ projection[:split] + traits @ projection[split:])


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = (vectors / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32)
    return unit
