"""Makes what the services and the bot need under `models/`, each artefact only where it is stale.

Every function decides by the hash of its inputs in the manifest, returns at once where nothing has changed, and says
whether it made anything. They build on one another in the order of `build_all`. Prices and stock make nothing stale:
whoever serves takes them from the database. Torch is imported only when the encoder has to be made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from actions.artefacts import MEND, ArtefactError, Manifest, inputs_hash
from actions.customers.buying import buying
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex, read_topics
from actions.recommender import Event, Recommender
from actions.recommender.catalogue import events, items
from actions.search import ProductDocument, ProductSearch, Synonyms
from actions.search.catalogue import documents
from actions.search.documents import meaning_text, to_json
from actions.search.index import load_parts, vectors_of
from actions.search.vocabulary import build as vocabulary
from actions.settings import ROOT, Settings
from actions.shop.catalogue import Catalogue
from actions.shop.clock import Clock, SystemClock
from actions.shop.history import History
from actions.shop.order_numbers import NumberForm, number_form
from actions.shop.session import Sessions
from actions.text import Analyser

FIT_AFTER, FIT_GROWN = timedelta(days=1), 0.1
"""The recommender is fitted again after so long if customers have done anything, or as soon as their deeds have become
more, or fewer, by this share."""
ENCODER, SEARCH, VOCABULARY, NAMES = "encoder", "search", "vocabulary", "names"
RECOMMENDER, FAQ = "recommender", "faq"


def build_all(config: Settings) -> bool:
    """Everything but the Rasa model and what the dialogue encodes."""
    steps = (build_encoder, build_search, build_vocabulary, build_names, build_recommender, build_faq)
    made = [step(config) for step in steps]
    return any(made)


def build_encoder(config: Settings) -> bool:
    """The sentence encoder as ONNX; ArtefactError where its model can't be loaded."""
    manifest, local = Manifest.load(config.models_folder), Path(config.encoder)
    settings = {"model": config.encoder, "version": _installed(config.encoder)}
    inputs = inputs_hash([*_code("encoder_export.py"), *([local] if local.is_dir() else [])], settings)
    if manifest.is_current(ENCODER, inputs):
        return False
    from actions.encoder_export import export

    folder = config.models_folder / ENCODER
    export(config.encoder, folder)
    manifest.record(ENCODER, [folder], inputs, settings)
    return True


def build_search(config: Settings) -> bool:
    """The product index; only products whose text is new since the last time are encoded."""
    manifest, synonyms = Manifest.load(config.models_folder), Synonyms.load(synonyms_file(config))
    products = _documents(config, synonyms)
    settings = {"encoder": content_of(manifest, ENCODER), "products": digest(map(_lasting, products))}
    inputs = inputs_hash([*_code("search", "text.py", "keywords.py"), synonyms_file(config)], settings)
    if manifest.is_current(SEARCH, inputs):
        return False
    folder, encoder = config.models_folder / SEARCH, encoder_of(config)
    known = _vectors_by_text(folder) if _same_encoder(manifest, SEARCH) else {}
    ProductSearch.of(products, vectors_of(products, encoder, known), encoder, synonyms).save(folder)
    manifest.record(SEARCH, [folder], inputs, settings)
    return True


def build_vocabulary(config: Settings, products: Sequence[ProductDocument] | None = None) -> bool:
    """What the catalogue can name and what an order number looks like, for the bot; `products` where they are known
    already."""
    manifest, numbers = Manifest.load(config.models_folder), _order_numbers(config)
    if products is None:
        products = _documents(config, Synonyms.load(synonyms_file(config)))
    settings = {
        "encoder": content_of(manifest, ENCODER),
        "products": digest(map(_named, products)),
        "order_numbers": asdict(numbers),
    }
    inputs = inputs_hash([*_code("search"), synonyms_file(config)], settings)
    if manifest.is_current(VOCABULARY, inputs):
        return False
    path, synonyms = config.models_folder / "vocabulary.json", Synonyms.load(synonyms_file(config))
    vocabulary(products, synonyms, encoder_of(config).knows, numbers).save(path)
    manifest.record(VOCABULARY, [path], inputs, settings)
    return True


def build_names(config: Settings) -> bool:
    """What people are called, for the bot."""
    manifest, answers = Manifest.load(config.models_folder), _answers(config)
    inputs = inputs_hash([*_code("person_names.py"), *answers], {"faker": _installed("faker")})
    if manifest.is_current(NAMES, inputs):
        return False
    from actions import person_names

    path = config.models_folder / "names.json"
    person_names.save(path, (file.read_text(encoding="utf-8") for file in answers))
    manifest.record(NAMES, [path], inputs)
    return True


LATER: Mapping[str, Any] = {"price": 0, "in_stock": True, "sizes_in_stock": (), "promoted": False}
"""Of an item, what is taken up while it serves: no model is fitted on it."""


def build_recommender(config: Settings, clock: Clock | None = None) -> bool:
    """The recommender, from the catalogue, what customers did, and the meanings in the product index."""
    clock = clock or SystemClock()
    manifest, synonyms = Manifest.load(config.models_folder), Synonyms.load(synonyms_file(config))
    sessions = Sessions(config.database_url)
    try:
        products = items(Catalogue(sessions).products(), synonyms.titles.audience)
        deeds = events(History(sessions, clock))
        strange = unlike_shoppers(sessions, clock)
    finally:
        sessions.close()
    settings = {
        "search": content_of(manifest, SEARCH),
        "products": digest(repr(replace(item, **LATER)) for item in products),
    }
    inputs = inputs_hash(_code("recommender"), settings)
    if manifest.is_current(RECOMMENDER, inputs) and not is_outgrown(config, deeds, clock):
        return False
    indexed, vectors, _ = load_parts(config.models_folder / SEARCH)
    by_id = {document.product_id: vector for document, vector in zip(indexed, vectors, strict=True)}
    folder = config.models_folder / RECOMMENDER
    learned_from = [deed for deed in deeds if deed.customer not in strange]
    Recommender.build(products, learned_from, by_id, clock=clock).save(folder)
    fitted = {"deeds": digest(map(repr, deeds)), "count": len(deeds), "fitted": clock.now().isoformat()}
    manifest.record(RECOMMENDER, [folder], inputs, settings | fitted)
    return True


def unlike_shoppers(sessions: Sessions, clock: Clock) -> frozenset[str]:
    """The customers from whose deeds nothing is learned: staff, bots and whoever else behaves like no shopper."""
    from actions.customers.segments import outliers  # scikit-learn, which serving does without

    with sessions.reading() as session:
        return frozenset(outliers(buying(session, clock.now())))


def is_outgrown(config: Settings, deeds: Sequence[Event], clock: Clock) -> bool:
    """Whether customers have done enough since the recommender was fitted; a few deeds change no model."""
    then = Manifest.load(config.models_folder).entries[RECOMMENDER].settings
    if then["deeds"] == digest(map(repr, deeds)):
        return False
    age, count = clock.now() - datetime.fromisoformat(str(then["fitted"])), int(str(then["count"]))
    return age >= FIT_AFTER or abs(len(deeds) - count) > FIT_GROWN * count


def build_faq(config: Settings) -> bool:
    """The index of the written answers, only new sentences encoded; TopicError where a file is none."""
    manifest = Manifest.load(config.models_folder)
    files = [*_answers(config), ROOT / "actions" / "faq" / "outside.txt"]
    settings = {"encoder": content_of(manifest, ENCODER)}
    inputs = inputs_hash([*_code("faq", "text.py", "keywords.py"), *files], settings)
    if manifest.is_current(FAQ, inputs):
        return False
    folder, topics, encoder = (
        config.models_folder / FAQ,
        read_topics(config.data_folder / "faq"),
        encoder_of(config),
    )
    try:
        index = (
            FaqIndex.load(folder, encoder) if _same_encoder(manifest, FAQ) else FaqIndex.build([], encoder)
        )
    except ArtefactError:
        index = FaqIndex.build([], encoder)
    index.update(topics)
    index.save(folder)
    manifest.record(FAQ, [folder], inputs, settings)
    return True


def _documents(config: Settings, synonyms: Synonyms) -> list[ProductDocument]:
    sessions = Sessions(config.database_url)
    try:
        return documents(Catalogue(sessions), synonyms.titles, Analyser())
    finally:
        sessions.close()


def _order_numbers(config: Settings) -> NumberForm:
    sessions = Sessions(config.database_url)
    try:
        return number_form(sessions)
    finally:
        sessions.close()


def _lasting(document: ProductDocument) -> str:
    """All of a product but prices and stock, and what follows from those and its title."""
    variants = tuple(replace(variant, price=Decimal(0), stock=0) for variant in document.variants)
    return to_json(replace(document, variants=variants, implied=()))


def _named(document: ProductDocument) -> str:
    """Everything of a product that can be named, and its description, which tells common words."""
    variants = sorted({(variant.colour, variant.size) for variant in document.variants})
    traits = (document.type, document.category, document.brand, document.materials, document.attributes)
    return repr((document.product_id, document.title, *traits, document.description, variants))


def synonyms_file(config: Settings) -> Path:
    """The shop's synonyms."""
    return config.data_folder / "shop" / "synonyms.yml"


def encoder_of(config: Settings) -> SentenceEncoder:
    return SentenceEncoder.load(config.models_folder / ENCODER)


def _vectors_by_text(folder: Path) -> Mapping[str, NDArray[np.float32]]:
    """The vectors of the last index, none where it can't be read."""
    try:
        known, vectors, _ = load_parts(folder)
    except ArtefactError:
        return {}
    return {meaning_text(document): vector for document, vector in zip(known, vectors, strict=True)}


def _answers(config: Settings) -> list[Path]:
    """The files with the shop's written answers."""
    return sorted((config.data_folder / "faq").glob("*.md"))


def _same_encoder(manifest: Manifest, name: str) -> bool:
    """Whether an artefact was made with the encoder that there is now."""
    entry = manifest.entries.get(name)
    return entry is not None and entry.settings.get("encoder") == content_of(manifest, ENCODER)


def content_of(manifest: Manifest, name: str) -> str:
    """One hash of an artefact's files; ArtefactError where it was not made yet."""
    if name not in manifest.entries:
        raise ArtefactError(f"There is no {name} in {manifest.folder} yet: {MEND}.")
    return digest(sorted(manifest.entries[name].files.values()))


def _code(*names: str) -> list[Path]:
    """The modules, or all modules of the packages, of these names."""
    paths = (ROOT / "actions" / name for name in names)
    return [file for path in paths for file in ([path] if path.is_file() else sorted(path.glob("*.py")))]


def digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):
        return None
