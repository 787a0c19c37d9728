"""From a product file to the database, a few hundred products at a time, so that nobody waits for long.

Only what differs is written: the same file twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from actions.shop.clock import Clock
from actions.shop.feeds.drafts import BrokenOff, Draft, DraftVariant, NotTaken
from actions.shop.feeds.reading import recognise
from actions.shop.importer import DEMO, HOLDS_DEMO, SEEDED, ImportFailed, empty, holds_demo
from actions.shop.models import Product, ShopFact, Variant
from actions.shop.session import Sessions

BATCH = 500
"""Products a transaction."""
LONGEST_KEY = 200
"""Characters of an id or SKU."""
LATER = ("rating", "rating_count", "added")
"""What stays as it is where a file does not say it."""

Fate = Literal["new", "changed", "unchanged"]
Values = dict[str, Any]


@dataclass(frozen=True)
class FeedReport:
    """What became of a product file."""

    format: str
    new: int
    changed: int
    unchanged: int
    gone: int
    """Products that could be bought and are not in the file: nothing of them is in stock any more."""
    refused: tuple[NotTaken, ...]
    broken: str = ""
    """Why the file was not read to its end; empty where it was. Nothing is taken for gone then."""

    @property
    def unknown(self) -> int:
        """Refused rows of which it can't be told whose they are. Nothing is taken for gone where there are any."""
        return _unknown(self.refused)


@dataclass
class _Seen:
    """What the file has said so far."""

    fates: dict[str, Fate] = field(default_factory=dict)
    skus: set[str] = field(default_factory=set)
    places: Counter[str] = field(default_factory=Counter)
    refused: list[NotTaken] = field(default_factory=list)


def import_products(
    sessions: Sessions,
    path: Path,
    clock: Clock,
    currency: str,
    keep: bool = False,
    progress: Callable[[int], object] = lambda _: None,
    replace: bool = False,
) -> FeedReport:
    """Take every product that is good, name the others, and withdraw what the file no longer has.

    Args:
        path: the file, of any kind that `recognise` knows.
        currency: the shop's; prices in another one are refused.
        keep: leave products that are not in the file as they are.
        progress: hears how many bytes of the file are read.
        replace: delete everything in the database first, as soon as there is a product to put there.

    Raises:
        ImportFailed: it is no product file, or the database holds the demo shop; nothing has changed.
    """
    feed, seen, broken = recognise(path), _Seen(), ""
    if not replace and holds_demo(sessions):
        raise ImportFailed(HOLDS_DEMO)
    drafts = _good(feed.read(currency, progress), seen)
    while not broken:
        batch: list[Draft] = []
        try:
            for draft in islice(drafts, BATCH):
                batch.append(draft)
        except BrokenOff as error:
            broken = f"line {error.line}: {error}"
        if not batch:
            break
        with sessions.writing() as session:
            if replace:
                empty(session)
                replace = False
            _write(session, batch, seen, clock.now())
            session.merge(ShopFact(name=DEMO, value="no"))
            if session.get(ShopFact, SEEDED) is None:
                session.add(ShopFact(name=SEEDED, value=clock.now().isoformat()))
    whole = not broken and not _unknown(seen.refused) and bool(seen.fates)
    gone = _withdraw(sessions, seen, clock.now()) if whole and not keep else 0
    fates = Counter(seen.fates.values())
    return FeedReport(
        feed.format, fates["new"], fates["changed"], fates["unchanged"], gone, tuple(seen.refused), broken
    )


def _good(answers: Iterable[Draft | NotTaken], seen: _Seen) -> Iterator[Draft]:
    """The products that can be taken; what cannot goes to `seen.refused`. No product and no SKU comes twice."""
    ids: set[str] = set()
    for answer in answers:
        if isinstance(answer, NotTaken):
            seen.refused.append(answer)
            continue
        draft = answer
        if unfit := [key for key in (draft.product_id, *(v.sku for v in draft.variants)) if not _fits(key)]:
            seen.refused.append(NotTaken(draft.line, f"{unfit[0][:40]!r} is no id that can be kept"))
            continue
        if draft.product_id in ids and not draft.goes_on:
            reason = f"the product {draft.product_id} stands there twice"
            seen.refused.append(NotTaken(draft.line, reason, draft.product_id))
            continue
        variants = []
        for variant in draft.variants:
            if variant.sku in seen.skus:
                reason = f"the SKU {variant.sku} stands there twice"
                seen.refused.append(NotTaken(variant.line, reason, draft.product_id))
            else:
                seen.skus.add(variant.sku)
                variants.append(variant)
        if variants or not draft.variants:
            ids.add(draft.product_id)
            yield Draft(**{**_fields(draft), "variants": tuple(variants)})


def _unknown(refused: Iterable[NotTaken]) -> int:
    return sum(not row.product_id for row in refused)


def _fits(key: str) -> bool:
    """Whether a database keeps an id as it is, and people can read it out."""
    return 0 < len(key) <= LONGEST_KEY and key.isprintable()


def _write(session: Session, batch: Sequence[Draft], seen: _Seen, now: datetime) -> None:
    """Bring one batch's rows up to date and note what became of each product."""
    products = _rows(session, Product, Product.product_id, [draft.product_id for draft in batch])
    skus = [variant.sku for draft in batch for variant in draft.variants]
    variants = _rows(session, Variant, Variant.sku, skus)
    added: dict[type, list[Values]] = {Product: [], Variant: []}
    changed: dict[type, list[Values]] = {Product: [], Variant: []}

    def put(table: type, key: str, old: Values | None, values: Values) -> Fate:
        if old is None:
            added[table].append(values | {"updated": now})
            return "new"
        if different := {name: value for name, value in values.items() if old[name] != value}:
            changed[table].append(different | {key: old[key], "updated": now})
            return "changed"
        return "unchanged"

    for draft in batch:
        known = draft.product_id in seen.fates
        if not known:
            old = products.get(draft.product_id)
            seen.fates[draft.product_id] = put(Product, "product_id", old, _product(draft, old, now))
        for variant in draft.variants:
            place = seen.places[draft.product_id]
            seen.places[draft.product_id] += 1
            values = _variant(variant, draft.product_id, place)
            fate = put(Variant, "sku", variants.get(variant.sku), values)
            if fate != "unchanged" and seen.fates[draft.product_id] == "unchanged":
                seen.fates[draft.product_id] = "changed"
    for table in (Product, Variant):
        if added[table]:
            session.execute(insert(table), added[table])
        for values in changed[table]:
            session.execute(update(table), [values])


def _rows(session: Session, table: type, key: Any, wanted: Iterable[str]) -> dict[str, Values]:
    """Key → the row as it is in the database."""
    columns = [column.key for column in table.__table__.columns]  # type: ignore[attr-defined]
    found = session.execute(
        select(*(getattr(table, name) for name in columns)).where(key.in_(set(wanted)))
    ).mappings()
    return {row[key.key]: dict(row) for row in found}


def _product(draft: Draft, old: Mapping[str, Any] | None, now: datetime) -> Values:
    values = _fields(draft)
    for name in ("line", "variants", "goes_on"):
        del values[name]
    values |= {"features": list(draft.features), "specs": dict(draft.specs)}
    unknown: Values = {"rating": None, "rating_count": 0, "added": now}
    return values | {name: (old or unknown)[name] for name in LATER if values[name] is None}


def _variant(variant: DraftVariant, product_id: str, place: int) -> Values:
    values = asdict(variant)
    del values["line"]
    return values | {"product_id": product_id, "position": place, "options": dict(variant.options)}


def _fields(draft: Draft) -> Values:
    return {name: getattr(draft, name) for name in Draft.__slots__}


def _withdraw(sessions: Sessions, seen: _Seen, now: datetime) -> int:
    """Take out of stock what the file does not have, but for products of which a row was refused.

    What was sold stays known to its orders, so nothing is deleted. The answer is how many products are gone as a whole.
    """
    spared = {refused.product_id for refused in seen.refused}
    with sessions.reading() as session:
        sold = session.execute(select(Variant.sku, Variant.product_id).where(Variant.stock > 0)).all()
    absent = [(sku, product) for sku, product in sold if sku not in seen.skus and product not in spared]
    for start in range(0, len(absent), BATCH):
        with sessions.writing() as session:
            for sku, _ in absent[start : start + BATCH]:
                session.execute(update(Variant), [{"sku": sku, "stock": 0, "updated": now}])
    for _, product in absent:
        if seen.fates.get(product) == "unchanged":
            seen.fates[product] = "changed"
    return len({product for _, product in absent if product not in seen.fates})
