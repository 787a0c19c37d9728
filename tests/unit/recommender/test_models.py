"""Every model keeps one contract, on a stall where the right answer is plain."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations
from typing import ClassVar

import numpy as np
import pytest

from actions.recommender.content import Content
from actions.recommender.embedding import Embedding, EmbeddingSettings
from actions.recommender.factors import Factors
from actions.recommender.history import History
from actions.recommender.kinds import KindRules
from actions.recommender.linear import Linear, LinearSettings
from actions.recommender.model import Model
from actions.recommender.popularity import Popularity
from actions.recommender.session import Session
from actions.recommender.shelf import Shelf
from actions.recommender.together import Together, counted
from actions.recommender.transitions import Transitions
from actions.recommender.types import Did, Reason

from .stall import BUY, DECLINE, EVENTS, IDS, ITEMS, RETURN, VIEW, did, vectors


def a_shelf() -> Shelf:
    found = vectors()
    return Shelf(ITEMS, np.stack([found[product] for product in IDS]))


class ModelContract:
    """Inherit it, name the `model`, and say what comes `first` after which session."""

    model: ClassVar[type[Model]]
    first: ClassVar[tuple[list[str], set[str]]]

    @pytest.fixture(scope="class")
    @classmethod
    def history(cls) -> History:
        return History(IDS, EVENTS)

    @pytest.fixture(scope="class")
    @classmethod
    def fitted(cls, history: History) -> Model:
        return cls.model.fit(history, a_shelf())

    def test_scores_are_finite_and_not_negative(self, fitted: Model, history: History) -> None:
        for past in (
            *history.pasts(),
            history.past(None),
            history.past("nobody", ["lamp", "no such product"]),
        ):
            scores = fitted.scores(past)
            assert scores.shape == (len(ITEMS),)
            assert scores.dtype == np.float32
            assert np.isfinite(scores).all()
            assert (scores >= 0).all()

    def test_the_known_answer_comes_first(self, fitted: Model, history: History) -> None:
        session, expected = self.first
        scores = fitted.scores(history.past(None, session))
        scores[[IDS.index(product) for product in session]] = -1
        assert IDS[int(scores.argmax())] in expected

    def test_the_same_past_gives_the_same_scores(self, fitted: Model, history: History) -> None:
        past = history.past("camper1", ["lamp"])
        np.testing.assert_array_equal(fitted.scores(past), fitted.scores(past))

    def test_fitting_twice_gives_the_same_model(self, fitted: Model, history: History) -> None:
        again = self.model.fit(history, a_shelf())
        past = history.past("camper1", ["lamp"])
        np.testing.assert_allclose(again.scores(past), fitted.scores(past), rtol=1e-4, atol=1e-5)

    def test_what_it_stores_is_all_that_it_is(self, fitted: Model, history: History) -> None:
        loaded = self.model.load(fitted.arrays())
        shelf = a_shelf()
        for past in (history.past("camper1", ["lamp"]), history.past(None)):
            np.testing.assert_array_equal(loaded.scores(past), fitted.scores(past))
            for row in range(len(ITEMS)):
                assert loaded.reason(row, past, shelf) == fitted.reason(row, past, shelf)

    def test_without_events_it_is_silent_but_well(self, history: History) -> None:
        fitted = self.model.fit(History(IDS, []), a_shelf())
        past = history.past("camper1")
        assert np.isfinite(fitted.scores(past)).all()
        for row in range(len(ITEMS)):
            fitted.reason(row, past, a_shelf())

    def test_without_items_it_has_no_scores(self) -> None:
        nothing = History([], EVENTS)
        fitted = self.model.fit(nothing, Shelf([], np.zeros((0, 32), dtype=np.float32)))
        assert fitted.scores(nothing.past("camper1")).shape == (0,)

    @pytest.mark.parametrize("against", [RETURN, DECLINE])
    def test_what_was_sent_back_or_declined_attracts_nobody(self, fitted: Model, against: Did) -> None:
        """Neither whoever did so, nor others through them: all is as if they had never had to do with it."""
        lamp = did("somebody", ("lamp", VIEW), start=15)
        tent = did("somebody", ("tent-b", VIEW), ("tent-b", BUY), ("tent-b", against), start=14)
        without, with_it = (History(IDS, [*EVENTS, *theirs]) for theirs in (lamp, [*lamp, *tent]))
        shelf, row = a_shelf(), IDS.index("tent-b")
        np.testing.assert_array_equal(
            fitted.scores(with_it.past("somebody")), fitted.scores(without.past("somebody"))
        )
        for product in range(len(ITEMS)):
            reason = fitted.reason(product, with_it.past("somebody"), shelf)
            assert reason == fitted.reason(product, without.past("somebody"), shelf)
        learned, plain = self.model.fit(with_it, shelf), self.model.fit(without, shelf)
        for past in (with_it.past(None), with_it.past("camper1", ["tent-b"])):
            np.testing.assert_array_equal(learned.scores(past), plain.scores(past))
        assert with_it.past("somebody").declined == {row}

    def test_products_of_which_nothing_is_known_have_scores(self, history: History) -> None:
        unknown = [
            replace(each, type="", category="", brand="", audience=(), attributes=()) for each in ITEMS
        ]
        nameless = Shelf(unknown, np.zeros_like(a_shelf().vectors))
        fitted = self.model.fit(history, nameless)
        for past in (*history.pasts(), history.past(None, ["tent-a", "shoes-m"])):
            assert np.isfinite(fitted.scores(past)).all()

    def test_no_reason_has_an_empty_fact(self, history: History) -> None:
        """Of products that say neither type nor brand."""
        bare = Shelf([replace(each, type="", brand="") for each in ITEMS], a_shelf().vectors)
        fitted = self.model.fit(history, bare)
        for past in (*history.pasts(), history.past(None, ["tent-a", "shoes-m"])):
            for row in range(len(ITEMS)):
                reason = fitted.reason(row, past, bare)
                assert reason is None or all(str(fact) for fact in reason.evidence.values())

    def test_knows_nothing_of_items_that_came_after_it(self, fitted: Model) -> None:
        later = History([*IDS, "later"], [*EVENTS, *did("camper1", ("later", VIEW), start=1)])
        past = later.past("camper1", ["later"])
        assert fitted.scores(past).shape == (len(ITEMS),)


class TestPopularity(ModelContract):
    model = Popularity
    first = ([], {"socks-a", "shoes-m"})

    def test_what_is_wanted_now_comes_before_what_once_was(self) -> None:
        events = [
            *did("early", ("book-a", VIEW), ("book-a", VIEW), ("book-a", VIEW), start=300),
            *did("late", ("book-b", VIEW), start=1),
        ]
        history = History(IDS, events)
        scores = Popularity.fit(history, a_shelf()).scores(history.past(None))
        assert scores[IDS.index("book-b")] > scores[IDS.index("book-a")]


class TestTransitions(ModelContract):
    model = Transitions
    first = (["shoes-m"], {"socks-a"})

    def test_says_nothing_to_a_stranger(self, fitted: Model, history: History) -> None:
        assert not fitted.scores(history.past(None)).any()

    def test_the_order_counts(self, fitted: Model, history: History) -> None:
        forth = fitted.scores(history.past(None, ["tent-a"]))[IDS.index("mat-a")]
        back = fitted.scores(history.past(None, ["mat-a"]))[IDS.index("tent-a")]
        assert forth > back > 0


class TestLinear(ModelContract):
    model = Linear
    first = (["shoes-m"], {"socks-a"})

    def test_says_nothing_to_a_stranger(self, fitted: Model, history: History) -> None:
        assert not fitted.scores(history.past(None)).any()

    def test_what_another_item_explains_is_not_counted_twice(self) -> None:
        """Socks follow shoes, lamp or not; a lamp that only came along with shoes foretells them less."""
        events = [
            event
            for n in range(40)
            for event in (
                *did(f"both{n}", ("lamp", VIEW), ("shoes-m", VIEW), ("socks-a", VIEW)),
                *did(f"shoes{n}", ("shoes-m", VIEW), ("socks-a", VIEW)),
                *did(f"lamp{n}", ("lamp", VIEW), ("book-a", VIEW)),
            )
        ]
        history = History(IDS, events)
        fitted = Linear.fit(history, a_shelf(), LinearSettings(ridge=1.0, backward=0.0, damping=0.0))
        after_lamp = fitted.scores(history.past(None, ["lamp"]))
        after_shoes = fitted.scores(history.past(None, ["shoes-m"]))
        assert after_shoes[IDS.index("socks-a")] == pytest.approx(1, abs=0.1)
        assert after_lamp[IDS.index("socks-a")] < 0.1

    def test_what_was_sent_back_is_not_gone_on_from(self, fitted: Model, history: History) -> None:
        regretful = fitted.scores(history.past("regretful"))
        np.testing.assert_array_equal(regretful, fitted.scores(history.past(None, ["shoes-x"])))


class TestEmbedding(ModelContract):
    model = Embedding
    first = (["tent-a"], {"mat-a", "mat-b"})

    def test_links_what_nobody_turned_to_in_a_row(self) -> None:
        """Lamps and socks follow tents and mats alike, but for socks after mats, which no customer came to."""
        events = [
            event
            for n in range(10)
            for event in (
                *did(f"a{n}", ("tent-a", VIEW), ("lamp", VIEW)),
                *did(f"b{n}", ("tent-a", VIEW), ("socks-a", VIEW)),
                *did(f"c{n}", ("mat-a", VIEW), ("lamp", VIEW)),
                *(event for m in "def" for event in did(f"{m}{n}", ("book-a", VIEW), ("book-b", VIEW))),
            )
        ]
        history = History(IDS, events)
        fitted = Embedding.fit(history, a_shelf(), EmbeddingSettings(backward=0.0), dimensions=1)
        scores = fitted.scores(history.past(None, ["mat-a"]))
        assert scores[IDS.index("lamp")] > scores[IDS.index("socks-a")] > 0.05
        assert scores[IDS.index("book-b")] == pytest.approx(0, abs=1e-4)


class TestFactors(ModelContract):
    model = Factors
    first = (["tent-a"], {"mat-a", "mat-b"})

    def test_a_session_counts_at_once(self, fitted: Model, history: History) -> None:
        before = fitted.scores(history.past("camper1"))
        after = fitted.scores(history.past("camper1", ["book-a", "book-a"]))
        assert after[IDS.index("book-b")] > before[IDS.index("book-b")]


class TestContent(ModelContract):
    model = Content
    first = (["tent-b"], {"tent-a"})

    def test_two_products_without_a_type_have_none_in_common(self, history: History) -> None:
        bare = [replace(each, type="", brand="") for each in ITEMS]
        random = np.random.default_rng(3).normal(size=(len(ITEMS), 32)).astype(np.float32)
        unit = random / np.linalg.norm(random, axis=1, keepdims=True)
        fitted = Content.fit(history, Shelf(bare, unit))
        cosines = fitted.similarities(IDS.index("tent-a"))
        expected = unit @ unit[IDS.index("tent-a")]
        for plain in (IDS.index("tent-b"), IDS.index("book-a")):
            assert cosines[plain] == pytest.approx(expected[plain], abs=0.05)

    def test_serves_new_items(self, fitted: Model, history: History) -> None:
        assert isinstance(fitted, Content)
        shelf = a_shelf()
        fresh = replace(ITEMS[0], product_id="tent-new")
        wider = shelf.replaced([*ITEMS, fresh], {"tent-new": vectors()["tent-b"]})
        extended = fitted.extended(wider)
        np.testing.assert_allclose(extended.items[: len(ITEMS)], fitted.items, atol=1e-5)
        scores = extended.scores(history.past(None, ["tent-a"]))
        assert scores[len(ITEMS)] > scores[IDS.index("book-a")]


def test_types_that_go_together_are_counted_by_the_order() -> None:
    """Two mats in one order with a tent are one order of tent and mat."""
    orders = [{0, 2, 3}, {1, 2}, {0, 3}, {4}, {5}, {4, 5}, {5}, {6}, {7}]
    types = np.array([0, 0, 1, 1, 2, 3, 3, 3])
    rules = KindRules.fit(orders, types, 4)
    assert [(r.kind, r.count, r.confidence) for r in rules.rules(0)] == [(1, 3, 1.0)]
    assert rules.rules(0)[0].lift == pytest.approx(9 / 3)
    assert rules.rules(2) == rules.rules(9) == []
    assert KindRules.load(rules.arrays()).rules(1) == rules.rules(1)


class TestTogether(ModelContract):
    model = Together
    first = (["tent-a"], {"mat-a"})

    def test_confidence_support_and_lift(self, fitted: Model) -> None:
        assert isinstance(fitted, Together)
        tent, mat, view = IDS.index("tent-a"), IDS.index("mat-a"), IDS.index("mat-b")
        assert fitted.count(tent, mat) == 6
        assert fitted.count(mat, tent) == 6
        assert fitted.count(tent, view) == 0, "looked at is not bought"
        items, confidence = fitted.rules(tent)
        assert dict(zip(items.tolist(), confidence.tolist(), strict=True)) == {
            mat: pytest.approx(6 / (7 + 4))
        }

    def test_pairs_are_those_of_every_order(self) -> None:
        random = np.random.default_rng(2)
        orders = [set(random.choice(12, random.integers(1, 6)).tolist()) for _ in range(60)]
        holding, pairs = counted(orders, 12)
        expected = Counter(pair for order in orders for pair in permutations(order, 2))
        assert {(a, b): n for (a, b), n in np.ndenumerate(pairs.toarray()) if n} == expected
        assert holding.tolist() == [sum(item in order for order in orders) for item in range(12)]

    def test_often_is_more_often_than_by_chance_and_in_some_orders(self) -> None:
        """All buy a mat, so a mat with the tent says nothing; twice is not often."""

        def fitted(*baskets: tuple[int, tuple[str, ...]]) -> Together:
            events = [
                event
                for kind, (times, basket) in enumerate(baskets)
                for n in range(times)
                for event in did(f"{kind}-{n}", *((product, BUY) for product in basket), start=20)
            ]
            return Together.fit(History(IDS, events), a_shelf())

        mat, past = IDS.index("mat-a"), History(IDS, []).past(None, ["tent-a"])
        chance = fitted((4, ("tent-a", "mat-a")), (9, ("mat-a",)))
        assert chance.count(IDS.index("tent-a"), mat) == 4
        assert chance.reason(mat, past, a_shelf()) is None
        assert fitted((2, ("tent-a", "mat-a")), (9, ("book-a",))).reason(mat, past, a_shelf()) is None
        often = fitted((3, ("tent-a", "mat-a")), (9, ("book-a",))).reason(mat, past, a_shelf())
        assert often and often.evidence == {"product_id": "tent-a", "count": 3, "lift": 4.0}

    def test_orders_apart_are_not_together(self) -> None:
        events = [*did("a", ("tent-a", BUY), start=30), *did("a", ("mat-a", BUY), start=20)]
        fitted = Together.fit(History(IDS, events * 3), a_shelf())
        assert fitted.count(IDS.index("tent-a"), IDS.index("mat-a")) == 0


class TestSession(ModelContract):
    model = Session
    first = (["tent-a"], {"mat-a", "mat-b"})

    def test_says_nothing_to_a_stranger_who_looks_at_nothing(self, fitted: Model, history: History) -> None:
        assert not fitted.scores(history.past(None)).any()

    def test_what_was_looked_at_in_another_visit_is_not_together(self) -> None:
        events = [
            event
            for n in range(3)
            for event in (
                *did(f"a{n}", ("lamp", VIEW), ("socks-a", VIEW)),
                *did(f"a{n}", ("book-a", VIEW), start=20),
            )
        ]
        history = History(IDS, events)
        scores = Session.fit(history, a_shelf()).scores(history.past(None, ["lamp"]))
        assert scores[IDS.index("socks-a")] > 0
        assert scores[IDS.index("book-a")] == 0

    def test_the_latest_of_the_visit_counts_most(self, fitted: Model, history: History) -> None:
        boots_last = fitted.scores(history.past(None, ["tent-a", "shoes-m"]))
        tent_last = fitted.scores(history.past(None, ["shoes-m", "tent-a"]))
        assert boots_last[IDS.index("socks-a")] > tent_last[IDS.index("socks-a")] > 0

    def test_the_reason_counts_visits(self, fitted: Model, history: History) -> None:
        reason = fitted.reason(IDS.index("mat-b"), history.past(None, ["tent-a"]), a_shelf())
        assert reason == Reason("looked_at_together", {"product_id": "tent-a", "count": 6})
        assert fitted.reason(IDS.index("lamp"), history.past(None, ["tent-a"]), a_shelf()) is None

    def test_days_without_times_are_no_visits(self) -> None:
        events = [event for n in range(9) for event in did("a", (IDS[n % 3], VIEW), start=30 - n)]
        history = History(IDS, events)
        assert not Session.fit(history, a_shelf()).scores(history.past("a")).any()


def test_a_visit_ends_with_a_pause() -> None:
    """Half an hour and more between two deeds; what is looked at now is of the visit that it follows on."""
    early, late = did("a", ("lamp", VIEW), start=3), did("a", ("tent-a", VIEW), ("mat-a", VIEW), start=0.001)
    history = History(IDS, [*early, *late])
    rows = {product: IDS.index(product) for product in ("lamp", "tent-a", "mat-a", "socks-a")}
    assert history.past("a").visits == [[rows["lamp"]], [rows["tent-a"], rows["mat-a"]]]
    assert history.past("a", ["socks-a"]).visits[-1] == [rows["tent-a"], rows["mat-a"], rows["socks-a"]]
    assert History(IDS, early).past(None, ["socks-a", "lamp", "socks-a"]).visits == [
        [rows["lamp"], rows["socks-a"]]
    ]
    assert history.past(None).visits == []
