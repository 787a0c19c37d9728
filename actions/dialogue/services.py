"""The shop's services as the dialogue uses them, wired once for the process from the settings."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import lru_cache

from actions.artefacts import verify
from actions.customers.desk import CustomerDesk
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
    handoff: HandoffDesk
    policy: Policy
    clock: Clock
    phrases: Phrases
    formats: Formats
    language: Language
    reasons: Meanings
    steering: Meanings
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
    policy = Policy.load(config.data_folder / "shop" / "policy.yml")
    return Services(
        catalogue=Catalogue(sessions),
        search=ProductSearch.load(models / "search", encoder),
        recommender=Recommender.load(models / "recommender"),
        faq=FaqIndex.load(models / "faq", encoder),
        orders=OrderDesk(sessions, policy, clock),
        customers=CustomerDesk(sessions, policy, clock),
        handoff=HandoffDesk(sessions, policy, clock),
        policy=policy,
        clock=clock,
        phrases=Phrases.load(ROOT / "domain.yml"),
        formats=Formats(config.locale, config.time_zone, config.currency),
        language=words,
        reasons=Meanings(words.reasons, words, encoder),
        steering=Meanings(words.steering, words, encoder),
        token_secret=config.token_secret.get_secret_value(),
    )


@lru_cache
def services() -> Services:
    """The services of this process."""
    return build(settings(), SystemClock())
