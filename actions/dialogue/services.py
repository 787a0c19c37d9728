"""The shop's services as the dialogue uses them, wired once for the process from the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from actions.artefacts import verify
from actions.cart import CartDesk, Checkout
from actions.customers.conversations import conversations_of
from actions.customers.desk import CustomerDesk
from actions.customers.exports import Exports
from actions.customers.post import post_of
from actions.dialogue.finding.measuring import MeasureReader
from actions.dialogue.formats import Formats
from actions.dialogue.language import Language, language
from actions.dialogue.meanings import Meanings, load_vectors, read_needs
from actions.dialogue.orders.address_text import AddressReader
from actions.dialogue.phrases import Phrases
from actions.dialogue.read_once import Kept, read_once
from actions.dialogue.suggesting.purposes import Purposes, read_purposes
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex
from actions.handoff.desk import HandoffDesk
from actions.handoff.feedback import FeedbackBook
from actions.orders.desk import OrderDesk
from actions.recommender import Recommender
from actions.search import Facts, ProductSearch, read_questions
from actions.search.size_tables import SizeSystems
from actions.settings import ROOT, Settings
from actions.shop.catalogue import Catalogue
from actions.shop.clock import Clock
from actions.shop.history import History
from actions.shop.order_numbers import number_form
from actions.shop.policy import Policy
from actions.shop.session import Sessions

READS_OF_ORDERS = frozenset(
    f"quote_{deed}"
    for deed in (
        *("cancel", "change_address", "change_payment", "change_items"),
        *("return", "exchange", "problem", "undo"),
    )
) | {
    *("find", "order", "track", "ledger", "refund_status", "variants", "returnable", "exchangeable"),
    *("payment_methods", "ways_to_pay", "cancel_reasons", "return_reasons", "problem_kinds"),
}
READS_OF_CUSTOMERS = frozenset({"profile", "personal_suggestions_allowed", "quote_erase"})


@dataclass(frozen=True)
class Services:
    """Everything an action may call."""

    catalogue: Catalogue
    search: ProductSearch
    facts: Facts
    measures: MeasureReader
    sizes: SizeSystems
    recommender: Recommender
    faq: FaqIndex
    orders: OrderDesk
    customers: CustomerDesk
    carts: CartDesk
    exports: Exports
    exports_url: str
    history: History
    handoff: HandoffDesk
    feedback: FeedbackBook
    policy: Policy
    clock: Clock
    phrases: Phrases
    formats: Formats
    language: Language
    reasons: Meanings
    problems: Meanings
    steering: Meanings
    asking_on: Meanings
    purchases: Meanings
    addresses: AddressReader
    remarks: Meanings
    needs: Meanings
    purposes: Purposes
    encoder: SentenceEncoder
    token_secret: str

    def for_one_action(self) -> Services:
        """The same for one action, which sees the shop as it was when it first looked, until it changes something."""
        kept: Kept = {}
        return replace(
            self,
            catalogue=read_once(self.catalogue, ("products", "on_offer"), kept),
            orders=read_once(self.orders, READS_OF_ORDERS, kept),
            customers=read_once(self.customers, READS_OF_CUSTOMERS, kept),
        )


def build(config: Settings, clock: Clock) -> Services:
    """Load the artefacts and open the database.

    Raises:
        ArtefactError: something under `models/` is missing or broken; says how to mend it.
        PolicyError: `policy.yml` is wrong; says where.
        ShopUnavailable: the database is not there.
    """
    models = config.models_folder
    for name in ("encoder", "search", "recommender", "faq", "meanings"):
        verify(models, name)
    encoder = SentenceEncoder.load(models / "encoder")
    words = language(config.locale.split("_")[0])
    sessions = Sessions(config.database_url)
    policy = Policy.load(config.policy_file)
    search = ProductSearch.load(models / "search", encoder)
    vectors = load_vectors(models / "meanings.npz")
    return Services(
        catalogue=Catalogue(sessions),
        search=search,
        facts=Facts(read_questions(config.data_folder), encoder, vectors),
        measures=MeasureReader(search.synonyms.measures, words),
        sizes=SizeSystems.read(config.data_folder),
        recommender=Recommender.load(models / "recommender", clock),
        faq=FaqIndex.load(models / "faq", encoder),
        orders=OrderDesk(sessions, policy, clock),
        customers=CustomerDesk(sessions, policy, clock, post_of(config), conversations_of(config)),
        exports=Exports(config.var_folder / "exports"),
        exports_url=config.exports_url,
        carts=CartDesk(sessions, policy, clock, config.country, checkout_of(config)),
        history=History(sessions, clock),
        handoff=HandoffDesk(sessions, policy, clock),
        feedback=FeedbackBook(sessions, clock),
        policy=policy,
        clock=clock,
        phrases=Phrases.load(ROOT / "domain.yml", example_order_number=number_form(sessions).example),
        formats=Formats(config.locale, policy.delivery.time_zone, policy.currency, config.country, clock),
        language=words,
        reasons=Meanings(words.reasons, words, encoder, vectors),
        problems=Meanings(words.problems, words, encoder, vectors),
        addresses=AddressReader(words, config.locale, policy.delivery, config.country),
        steering=Meanings(words.steering, words, encoder, vectors),
        asking_on=Meanings(words.asking_on, words, encoder, vectors),
        purchases=Meanings(words.purchases, words, encoder, vectors),
        remarks=Meanings(words.remarks, words, encoder, vectors),
        needs=Meanings(read_needs(config.data_folder), words, encoder, vectors),
        purposes=Purposes(read_purposes(config.data_folder), words, encoder, vectors),
        encoder=encoder,
        token_secret=config.token_secret.get_secret_value(),
    )


def checkout_of(config: Settings) -> Checkout:
    """The way to the shop's own checkout."""
    return Checkout(config.checkout_url, config.checkout_item, config.checkout_separator)
