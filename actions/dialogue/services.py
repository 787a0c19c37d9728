"""The shop's services as the dialogue uses them, wired once for the process from the settings."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from functools import lru_cache

from actions.artefacts import verify
from actions.cart import CartDesk, Checkout
from actions.customers.desk import CustomerDesk
from actions.customers.exports import Exports
from actions.customers.post import post_of
from actions.customers.types import Letter
from actions.dialogue.address_text import AddressReader
from actions.dialogue.formats import Formats
from actions.dialogue.language import Language, language
from actions.dialogue.meanings import Meanings
from actions.dialogue.phrases import Phrases
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex
from actions.handoff.desk import HandoffDesk
from actions.orders.desk import OrderDesk
from actions.recommender import Recommender
from actions.search import ProductSearch
from actions.settings import ROOT, Settings, settings
from actions.shop.catalogue import Catalogue
from actions.shop.clock import Clock, SystemClock
from actions.shop.history import History
from actions.shop.policy import Policy
from actions.shop.session import Sessions

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Services:
    """Everything an action may call."""

    catalogue: Catalogue
    search: ProductSearch
    recommender: Recommender
    faq: FaqIndex
    orders: OrderDesk
    customers: CustomerDesk
    carts: CartDesk
    exports: Exports
    exports_url: str
    history: History
    handoff: HandoffDesk
    policy: Policy
    clock: Clock
    phrases: Phrases
    formats: Formats
    language: Language
    reasons: Meanings
    problems: Meanings
    steering: Meanings
    addresses: AddressReader
    remarks: Meanings
    token_secret: str


def build(config: Settings, clock: Clock) -> Services:
    """Load the artefacts and open the database.

    Raises:
        ArtefactError: something under `models/` is missing or broken; says how to mend it.
        PolicyError: `policy.yml` is wrong; says where.
        ShopUnavailable: the database is not there.
    """
    models = config.models_folder
    for name in ("encoder", "search", "recommender", "faq"):
        verify(models, name)
    encoder = SentenceEncoder.load(models / "encoder")
    words = language(config.locale.split("_")[0])
    sessions = Sessions(config.database_url)
    policy = Policy.load(config.policy_file)
    return Services(
        catalogue=Catalogue(sessions),
        search=ProductSearch.load(models / "search", encoder),
        recommender=Recommender.load(models / "recommender"),
        faq=FaqIndex.load(models / "faq", encoder),
        orders=OrderDesk(sessions, policy, clock),
        customers=CustomerDesk(sessions, policy, clock, post_of(config)),
        exports=Exports(config.var_folder / "exports"),
        exports_url=config.exports_url,
        carts=CartDesk(sessions, policy, clock, config.country, checkout_of(config)),
        history=History(sessions, clock),
        handoff=HandoffDesk(sessions, policy, clock),
        policy=policy,
        clock=clock,
        phrases=Phrases.load(ROOT / "domain.yml"),
        formats=Formats(config.locale, config.time_zone, config.currency),
        language=words,
        reasons=Meanings(words.reasons, words, encoder),
        problems=Meanings(words.problems, words, encoder),
        addresses=AddressReader(words, config.locale),
        steering=Meanings(words.steering, words, encoder),
        remarks=Meanings(words.remarks, words, encoder),
        token_secret=config.token_secret.get_secret_value(),
    )


def checkout_of(config: Settings) -> Checkout:
    """The way to the shop's own checkout."""
    return Checkout(config.checkout_url, config.checkout_item, config.checkout_separator)


def alert_letter(phrases: Phrases) -> Letter:
    """The mail of an alert, in which `{title}` is still open."""
    texts = (phrases.text(f"utter_alert_{part}", title="{title}") for part in ("subject", "letter"))
    return Letter(*texts)


class Current:
    """The services of this process, made anew when the shop's products or written answers have changed.

    What changed is decided as at the start, by the artefacts' input hashes (`actions.training`); the vocabulary is
    written too, so that the bot understands a new product as soon as it can be found.
    """

    def __init__(self, config: Settings, clock: Clock) -> None:
        self._config = config
        self._clock = clock
        self.services = build(config, clock)
        self._stamp = self._now()

    def refresh(self) -> None:
        """Take up what has changed since the last time; a failure is logged, and the old services stay."""
        stamp = self._now()
        if stamp == self._stamp:
            return
        from actions import training  # its imports are not needed before something changes

        steps = (
            training.build_search,
            training.build_vocabulary,
            training.build_recommender,
            training.build_faq,
        )
        self.services.customers.tell_alerts(alert_letter(self.services.phrases))
        made = [step(self._config) for step in steps]
        if any(made):
            self.services = build(self._config, self._clock)
            logger.info("Products and answers were taken up anew")
        self._stamp = stamp

    def keep_fresh(self, seconds: float) -> None:
        """Refresh again and again, aside, as long as the process lives."""

        def watch() -> None:
            while True:
                time.sleep(seconds)
                try:
                    self.refresh()
                except Exception as error:
                    logger.warning("New products or answers could not be taken up: %s", error)

        threading.Thread(target=watch, name="freshness", daemon=True).start()

    def _now(self) -> tuple[str, tuple[tuple[str, int], ...]]:
        answers = sorted((self._config.data_folder / "faq").glob("*.md"))
        return self.services.catalogue.version(), tuple(
            (file.name, file.stat().st_mtime_ns) for file in answers
        )


@lru_cache
def current() -> Current:
    """The one `Current` of this process."""
    return Current(settings(), SystemClock())


def services() -> Services:
    """The services as they are now."""
    return current().services
