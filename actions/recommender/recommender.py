"""The recommender: what suits this customer now, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError
from actions.recommender import blend
from actions.recommender.again import bought_again
from actions.recommender.content import SIMILAR, similar_to
from actions.recommender.history import History, Past
from actions.recommender.kinds import KindRule
from actions.recommender.listing import CANDIDATES, Listing, best, new
from actions.recommender.model import Scores
from actions.recommender.rules import (
    eligible,
    fit_of_audience,
    fit_of_price,
    fit_of_style,
    fit_of_type,
    varied,
)
from actions.recommender.shelf import Shelf
from actions.recommender.sizes import fit_of_size
from actions.recommender.state import State
from actions.recommender.storage import read, write
from actions.recommender.types import Context, Event, Item, Reason, Suggestion
from actions.recommender.weighing import shares
from actions.shop.clock import Clock, SystemClock

BLEND = "blend"
"""Under which name the weights are stored beside the models."""
ITEM_SHARE = 1.0
"""Of the score in `goes_with`: what orders of the very two items say, beside their types' confidence (scaled to 1)."""
ALIKE_SHARE = 0.8
"""Among the items of a type that goes with the product, what likeness to it counts beside popularity."""


class Recommender:
    """Suggests products, each with a reason that the data bears out; what has no such reason is not suggested.

    The score is a weighted sum of the models of `blend`, by weights learned from the customers; rules decide what may
    be suggested and see to variety.
    Every method may be called from any thread: readers work on one state while a writer makes the next.
    """

    def __init__(self, state: State, clock: Clock | None = None) -> None:
        self._state = state
        self._clock = clock or SystemClock()
        self._writing = Lock()

    @classmethod
    def build(
        cls,
        items: Iterable[Item],
        events: Iterable[Event],
        vectors: Mapping[str, NDArray[np.float32]],
        weights: Mapping[str, float] | None = None,
        clock: Clock | None = None,
    ) -> Recommender:
        """Fit all models, and learn what each counts.

        Args:
            items: the products.
            events: what customers did, in any order; events with other products are left out.
            vectors: product id → the meaning of its text, L2-normalised; KeyError where one is missing.
            weights: model's name → what it counts, where that shall not be learned.
            clock: tells what is new.
        """
        listed = list(items)
        size = len(next(iter(vectors.values()))) if vectors else 0
        matrix = np.stack([vectors[item.product_id] for item in listed]) if listed else np.zeros((0, size))
        shelf = Shelf(listed, matrix.astype(np.float32))
        history = History(shelf.ids, events)
        if weights is None:
            weights = blend.weights(history, shelf)
        models, again = blend.fit(history, shelf), bought_again(history, shelf)
        return cls(State(shelf, history, models, weights, again), clock)

    @classmethod
    def load(cls, folder: str | Path, clock: Clock | None = None) -> Recommender:
        """What `save` wrote; ArtefactError where it is missing or broken."""
        shelf, events, arrays = read(Path(folder))
        try:
            models = {model.name: model.load(arrays[model.name]) for model in blend.MODELS}
            weights = {name: float(arrays[BLEND][name]) for name in models}
        except (KeyError, ValueError) as error:
            raise ArtefactError(f"The recommender in {folder} lacks {error}: {MEND}.") from error
        history = History(shelf.ids, events)
        return cls(State(shelf, history, models, weights, bought_again(history, shelf)), clock)

    def save(self, folder: str | Path) -> None:
        """Write everything to a folder, in place of what was there."""
        state = self._state
        arrays = {name: model.arrays() for name, model in state.models.items()}
        arrays[BLEND] = {name: np.array(weight) for name, weight in state.weights.items()}
        write(Path(folder), state.shelf, list(state.history.events()), arrays)

    def recommend(
        self, customer: str | None, session: Sequence[str] = (), k: int = 5, context: Context | None = None
    ) -> list[Suggestion]:
        """What suits a customer.

        Args:
            customer: their id; None or an unknown one is a stranger.
            session: product ids that they looked at or were shown in this conversation, the latest last.
            k: suggestions at most.
            context: what each must meet.

        Returns:
            The best first; varied; nothing declined, out of stock or in the session, and nothing owned but what
            customers buy again and is due.
        """
        state = self._state
        past = state.history.past(customer, session, self._clock.now())
        by_model = shares(state.models, state.weights, past, len(state.shelf))
        scores = np.sum(list(by_model.values()), axis=0)
        for fit in (fit_of_audience, fit_of_type, fit_of_price):
            scores *= fit(state.shelf, past)
        context = context or Context()
        scores *= fit_of_style(past, state.content.items) * fit_of_size(state.shelf, context.sizes)
        allowed = eligible(state.shelf, past, context, state.again)
        listing = Listing(state, past, scores, np.flatnonzero(allowed), by_model, context.sizes)
        return listing.suggestions(k, whose=(customer, *session))

    def ranking(self, customer: str | None, session: Sequence[str] = ()) -> list[str]:
        """All products by what the models say alone, the best first: what the rules choose from."""
        state = self._state
        past = state.history.past(customer, session, self._clock.now())
        by_model = shares(state.models, state.weights, past, len(state.shelf))
        order = np.argsort(-np.sum(list(by_model.values()), axis=0), kind="stable")
        return [state.shelf.items[row].product_id for row in order]

    def similar(self, product_id: str, k: int = 5, context: Context | None = None) -> list[Suggestion]:
        """Other products of the same category that are like this one; none for an unknown product."""
        state = self._state
        if (row := state.shelf.row_of.get(product_id)) is None:
            return []
        item, cosines = state.shelf.items[row], state.content.similarities(row)
        allowed = eligible(state.shelf, state.history.past(None, [product_id]), context or Context())
        allowed &= state.shelf.compatible(row)
        found: list[Suggestion] = []
        for other in np.argsort(-cosines, kind="stable"):
            candidate = state.shelf.items[other]
            if len(found) == k or cosines[other] < SIMILAR:
                break
            if allowed[other] and candidate.category == item.category:
                reason = similar_to(product_id, float(cosines[other]))
                found.append(Suggestion(candidate.product_id, float(cosines[other]), reason))
        return found

    def goes_with(self, product_id: str, k: int = 5, context: Context | None = None) -> list[Suggestion]:
        """Products of other types that are bought with this one, or whose types are; none for an unknown product.

        What is for one audience alone goes only with what is for the same.
        """
        state = self._state
        if (row := state.shelf.row_of.get(product_id)) is None:
            return []
        shelf, past = state.shelf, state.history.past(None, [product_id])
        rules = {rule.kind: rule for rule in state.together.kinds.rules(int(shelf.types[row]))}
        confidence = np.zeros(len(shelf.kinds), dtype=np.float32)
        confidence[list(rules)] = [rule.confidence for rule in rules.values()]
        likeness = np.clip(shelf.vectors @ shelf.vectors[row], 0, 1)
        popularity = _scaled(self._padded(state, "popularity", past))
        apt = ALIKE_SHARE * _scaled(likeness) + (1 - ALIKE_SHARE) * popularity
        own = self._padded(state, "together", past)
        scores = ITEM_SHARE * _scaled(own) + _scaled(confidence)[shelf.types] * apt
        allowed = eligible(shelf, past, context or Context()) & ~shelf.of_type([row])
        allowed &= (shelf.compatible(row) if not shelf.for_anybody[row] else shelf.for_anybody) & (scores > 0)
        rows = best(np.flatnonzero(allowed), scores, CANDIDATES)
        found = (
            (int(other), self._why_together(state, int(other), past, rules))
            for other in varied(rows, scores, state.content.items, shelf.types)
        )
        with_reasons = ((other, reason) for other, reason in found if reason)
        return [
            Suggestion(shelf.items[other].product_id, float(scores[other]), reason)
            for other, reason in islice(with_reasons, k)
        ]

    def new_arrivals(
        self, customer: str | None = None, k: int = 5, context: Context | None = None
    ) -> list[Suggestion]:
        """What came into the shop last, the newest first, without what the customer owns, sent back or declined."""
        state = self._state
        past = state.history.past(customer, (), self._clock.now())
        allowed = eligible(state.shelf, past, context or Context())
        newest = sorted(np.flatnonzero(allowed), key=lambda row: state.shelf.items[row].added, reverse=True)
        reasons = ((row, new(row, past, state.shelf)) for row in map(int, newest))
        found = [(state.shelf.items[row].product_id, reason) for row, reason in reasons if reason]
        return [
            Suggestion(product, 1 / place, reason) for place, (product, reason) in enumerate(found[:k], 1)
        ]

    def update(self, items: Iterable[Item], vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Make these the products; KeyError for a new one without a vector.

        New ones can be suggested at once, by their content; the models of what customers do learn of them when they
        are fitted the next time.
        """
        with self._writing:
            state = self._state
            shelf = state.shelf.replaced(items, vectors)
            models = {**state.models, "content": state.content.extended(shelf)}
            history = state.history.over(shelf.ids)
            self._state = replace(state, shelf=shelf, history=history, models=models)

    def remember(self, events: Iterable[Event]) -> None:
        """Make these all that customers did; the models learn of it when they are fitted the next time."""
        with self._writing:
            state = self._state
            history = History(state.shelf.ids, events)
            self._state = replace(state, history=history, again=bought_again(history, state.shelf))

    def record(self, events: Iterable[Event]) -> None:
        """Take note of what customers did; it counts for them at once, for others when the models are fitted again."""
        with self._writing:
            self._state = replace(self._state, history=self._state.history.recorded(events))

    def forget(self, customer: str) -> None:
        """Forget all that a customer did."""
        with self._writing:
            self._state = replace(self._state, history=self._state.history.without(customer))

    @staticmethod
    def _why_together(state: State, other: int, past: Past, rules: Mapping[int, KindRule]) -> Reason | None:
        """That an item is bought with the one looked at, or its type with that one's; None where neither is often."""
        if reason := state.together.reason(other, past, state.shelf):
            return reason
        rule, item = rules.get(int(state.shelf.types[other])), state.shelf.items[other]
        return rule.reason(item, state.shelf.items[int(past.rows[-1])]) if rule else None

    @staticmethod
    def _padded(state: State, name: str, past: Past) -> Scores:
        scores = np.zeros(len(state.shelf), dtype=np.float32)
        own = state.models[name].scores(past)
        scores[: len(own)] = own
        return scores


def _scaled(scores: Scores) -> Scores:
    peak = scores.max(initial=0)
    return scores / peak if peak > 0 else scores
