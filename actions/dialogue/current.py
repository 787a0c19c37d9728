"""The services of this process, kept up to date while they serve."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from actions import training
from actions.customers.types import Letter
from actions.dialogue.phrases import Phrases
from actions.dialogue.services import Services, build
from actions.faq import read_topics
from actions.recommender import Item, Recommender
from actions.recommender.catalogue import events, items
from actions.search import ProductDocument, Synonyms
from actions.search.catalogue import document
from actions.settings import Settings, settings
from actions.shop.catalogue import ProductView
from actions.shop.clock import Clock, SystemClock
from actions.shop.session import ShopUnavailable
from actions.text import Analyser

logger = logging.getLogger(__name__)

MAIL_EVERY, SWEEP_EVERY, FIT_EVERY = timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1)
"""How often alerts are looked through, old exports and carts are swept up and orders credited to suggestions, and it is
asked whether the recommender's models should be fitted again."""
AT_REST = 4
"""How much longer than it last took to take something up it is at rest afterwards, so that shoppers are served
meanwhile."""


@dataclass
class Chore:
    """Something that is done whenever its stamp has changed.

    What fails is done again once the stamp has changed once more; at once only where the database was busy.
    """

    stamp: Callable[[], object]
    work: Callable[[], object]
    done: object = None

    def __call__(self) -> None:
        """Do it if it is due; raises what `stamp` and `work` raise."""
        stamp = self.stamp()
        if stamp == self.done:
            return
        try:
            self.work()
        except ShopUnavailable:
            raise
        except Exception:
            self.done = stamp
            raise
        self.done = stamp


class Current:
    """The services, in which products, prices, stock and written answers are taken up as they change.

    The recommender's models, which are slow to fit, follow when the customers have done enough (`training`). Of the
    files under `models/` only those models are written then, and the vocabulary where a product has another name, so
    that the bot understands it as soon as it can be found.
    """

    def __init__(self, config: Settings, clock: Clock) -> None:
        self._config = config
        self._clock = clock
        self._synonyms = Synonyms.load(training.synonyms_file(config))
        self._items: Sequence[Item] = ()
        self._known: dict[str, tuple[ProductView, ProductDocument]] = {}
        self.services = build(config, clock)
        version, answers = self.services.catalogue.version(), self._answers()
        self._take_up_products()
        self._take_up_deeds()
        self._letters = Chore(lambda: self._period(MAIL_EVERY), self._tell_alerts)
        self._chores = (
            Chore(self.services.catalogue.version, self._take_up_products, done=version),
            Chore(self._answers, self._take_up_answers, done=answers),
            Chore(lambda: self._period(SWEEP_EVERY), self.services.exports.sweep),
            Chore(lambda: self._period(SWEEP_EVERY), self.services.carts.sweep),
            Chore(lambda: self._period(SWEEP_EVERY), self.services.history.credit_orders),
            Chore(lambda: self._period(FIT_EVERY), self._fit, done=self._period(FIT_EVERY)),
        )

    def refresh(self) -> None:
        """Take up what has changed and do what else is due; a failure is logged, and what was there stays."""
        for chore in self._chores:
            _try(chore, "What has changed in the shop could not be taken up")

    def tell_alerts(self) -> None:
        """Mail the customers who wait for something that is so now, if they were not told just now."""
        _try(self._letters, "Alerts could not be told")

    def keep_fresh(self, seconds: float) -> None:
        """Do both again and again, aside and not waiting for one another, as long as the process lives."""

        def again(work: Callable[[], None]) -> None:
            took = 0.0
            while True:
                time.sleep(max(seconds, AT_REST * took))
                began = time.monotonic()
                work()
                took = time.monotonic() - began

        for work in (self.refresh, self.tell_alerts):
            threading.Thread(target=again, args=(work,), name=work.__name__, daemon=True).start()

    def _take_up_products(self) -> None:
        services, titles, analyser = self.services, self._synonyms.titles, Analyser()
        products = services.catalogue.products()
        for product in products:
            if self._known.get(product.product_id, (None, None))[0] != product:
                self._known[product.product_id] = product, document(product, titles, analyser)
        documents = [self._known[product.product_id][1] for product in products]
        services.search.replace(documents)
        listed = items(products, titles.audience)
        if listed != self._items:
            services.recommender.update(listed, services.search.vectors())
            self._items = listed
        training.build_vocabulary(self._config, documents)

    def _take_up_deeds(self) -> None:
        self.services.recommender.remember(events(self.services.history))

    def _take_up_answers(self) -> None:
        self.services.faq.update(read_topics(self._config.data_folder / "faq"))

    def _tell_alerts(self) -> None:
        self.services.customers.tell_alerts(alert_letter(self.services.phrases))

    def _fit(self) -> None:
        """Fit the recommender's models again if the customers have done enough since the last time."""
        if not training.is_outgrown(self._config, events(self.services.history), self._clock):
            return
        training.build_search(self._config)
        training.build_recommender(self._config, self._clock)
        recommender = Recommender.load(self._config.models_folder / training.RECOMMENDER, self._clock)
        self.services, self._items = replace(self.services, recommender=recommender), ()
        self._take_up_products()
        self._take_up_deeds()
        logger.info("The recommender was fitted again")

    def _answers(self) -> tuple[tuple[str, int], ...]:
        files = sorted((self._config.data_folder / "faq").glob("*.md"))
        return tuple((file.name, file.stat().st_mtime_ns) for file in files)

    def _period(self, length: timedelta) -> int:
        """The number of the present period of this length."""
        return int(self._clock.now().timestamp() // length.total_seconds())


def _try(chore: Chore, failure: str) -> None:
    try:
        chore()
    except Exception as error:
        logger.warning("%s: %s", failure, error)


def alert_letter(phrases: Phrases) -> Letter:
    """The mail of an alert, in which `{title}` is still open."""
    texts = (phrases.text(f"utter_alert_{part}", title="{title}") for part in ("subject", "letter"))
    return Letter(*texts)


@lru_cache
def current() -> Current:
    """The one `Current` of this process."""
    return Current(settings(), SystemClock())


def services() -> Services:
    """The services as they are now."""
    return current().services
