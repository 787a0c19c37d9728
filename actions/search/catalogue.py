"""The shop's catalogue as documents for the search."""

from __future__ import annotations

from collections.abc import Iterable

from actions.search.synonyms import Titles
from actions.search.types import ProductDocument, Variant
from actions.shop.catalogue import Catalogue, ProductView
from actions.text import Analyser


def documents(
    catalogue: Catalogue, titles: Titles, analyser: Analyser, ids: Iterable[str] | None = None
) -> list[ProductDocument]:
    """The catalogue's products (all, or those of these ids) as the search wants them."""
    return [document(product, titles, analyser) for product in catalogue.products(ids)]


def document(product: ProductView, titles: Titles, analyser: Analyser) -> ProductDocument:
    """One product of the catalogue as a document."""
    return ProductDocument(
        product_id=product.product_id,
        title=product.title,
        type=product.type,
        brand=product.brand,
        category=product.category,
        description=product.description,
        materials=split(product.material),
        attributes=tuple(product.features),
        implied=(
            *implied(product.title, titles, analyser),
            *([titles.reduced] if titles.reduced and product.on_offer else []),
        ),
        specs=dict(product.specs),
        rating=product.rating,
        rating_count=product.rating_count,
        added=product.added,
        variants=tuple(
            Variant(v.sku, v.colour, v.size, v.price, v.stock, v.options) for v in product.variants
        ),
    )


def split(listing: str) -> tuple[str, ...]:
    """The parts of `nubuck leather, rubber`, separated by commas or semicolons."""
    parts = (part.strip() for part in listing.replace(";", ",").split(","))
    return tuple(part for part in parts if part)


def implied(title: str, titles: Titles, analyser: Analyser) -> tuple[str, ...]:
    """The attributes that follow from a title."""
    words = f" {' '.join(analyser.phrase(title))} "

    def says(phrase: str) -> bool:
        return f" {' '.join(analyser.phrase(phrase))} " in words

    audience = tuple(filter(says, titles.audience)) or titles.otherwise
    further = dict.fromkeys(each for who in audience for each in titles.implied.get(who, ()))
    attributes = (value for value, others in titles.attributes.items() if any(map(says, (value, *others))))
    return (*audience, *further, *attributes)
