"""What goes in the cart: which products, how many pieces of each, and in how many variants."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.cart import to_put_in
from actions.dialogue.cart.lists import called, settled
from actions.dialogue.cart.swaps import put_back, recounted, swapped
from actions.dialogue.cart.variants import (
    Allowed,
    exactly,
    fitting,
    open_trait,
    pieces_of,
    read_said,
    traits_of,
    values_of,
)
from actions.dialogue.cart.view import cart_of
from actions.dialogue.cart.wishes import in_all, only_counts
from actions.dialogue.clause import Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.counting import how_many
from actions.dialogue.finding.pointing import is_kind, named, pointed_at, several_meant
from actions.dialogue.finding.shown import all_shown
from actions.dialogue.mechanism.questions import PLAIN, Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.products.variant_wishes import places_of, tokens
from actions.shop.catalogue import ProductView

MOSTLY = 0.75
"""Share of a message that makes it nothing else."""
FEW = 6
"""Values of which one each may be wanted."""
BESIDE_EACH = ("of_each", "puts", "in_cart", "goes_in", "to_cart", "pointers", "polite", "buys", "affirm")
"""Kinds of words of which a message for one of each is made."""
AGAIN = "\x1f"
"""Stands in the key of a further line of the same product, before its number."""
Goods = dict[str, tuple[int | None, bool, str | None]]
"""Line → how many pieces (None where it was not said), whether so many in all (else so many more), and the SKU in the
cart in place of which they come. A line's key is its product's, or that with a number where there are several."""


class GoodsToAdd(Question):
    """Which products, and how many pieces of each."""

    slot = "goods"
    sounds_like = frozenset({"search_product", "refine_search", "ask_product_detail", "compare_products"})

    def needed(self, state: TaskState) -> bool:
        return not state[self.slot]

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(p.title, payload("add_to_cart", product_id=p.product_id)) for p in several_meant(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        context, before = state.context, state[self.slot] or None
        wishes, adds = clause.intent in state.task.intents, context.language.says(clause.text, "also_last")
        if before and not (asked or wishes or adds):
            return self._other_number(clause, state)
        if not asked and not wishes and not (before and adds):
            return None
        if before and adds and (further := self._further(clause, state)):
            return Taken({**before, **further})
        if wishes and (known := self._of_cart(clause, context)):
            return Taken(known, PLAIN)
        if wishes and before is None and (each := settled(clause, context)):
            counts = {product.product_id: pieces_of(product, part, context) for part, product in each}
            return Taken({key: (pieces, False, None) for key, pieces in counts.items()}, PLAIN)
        found = wishes and before is None and to_put_in.was_only_one(context)
        each_shown = wishes and before is None and _one_of_each(clause, context)
        products = all_shown(context) if found or each_shown else named(clause, context, several_meant(state))
        if not products and before is None and wishes:
            products = pointed_at(context) or called(clause, context) or _only_one_there(clause, context)
        kinds = [entity for entity in clause.entities if entity.kind == "product_type"]
        products = [p for p in products if all(is_kind(p, kind, clause, context) for kind in kinds)]
        if len(products) > 1 and not _several(clause, context):
            return Unusable("utter_several_such", coverage=1.0) if asked else None
        if not products and asked and before is None and only_counts(clause, context):
            return Taken({}, PLAIN)  # remembered, until it is known of what
        if not products and asked and before is None and self._tells_variant(clause, state):
            return Unusable("utter_several_such", coverage=1.0)
        if not products:
            return self._other_number(clause, state)
        goods = self._lines(products, clause, state)
        return Taken({**(before or {}), **goods} if adds else goods, PLAIN)

    def _further(self, clause: Clause, state: TaskState) -> Goods:
        """A further line of the one product to put in, where a message wants it in another variant as well: "one in M
        for my son too"."""
        lines, context = chosen_lines(state), state.context
        (key, product), *others = lines.items()
        said, mine = read_said(clause, product, {}, context).allowed, (state["variant"] or {}).get(key, {})
        other = any(not set(mine[trait]) & set(said[trait]) for trait in said.keys() & mine.keys())
        if others or not other:
            return {}
        return {line_key(product.product_id, 1): (pieces_of(product, clause, context) or 1, False, None)}

    def _tells_variant(self, clause: Clause, state: TaskState) -> bool:
        """Whether a message only says in which size or colour, while it is open of what."""
        said = (read_said(clause, product, {}, state.context) for product in several_meant(state)[:1])
        return any(each.allowed and each.coverage >= MOSTLY for each in said)

    def _lines(self, products: Sequence[ProductView], clause: Clause, state: TaskState) -> Goods:
        context = state.context
        if len(products) == 1 and (each := each_variant(clause, products[0], context)):
            return _split(products[0].product_id, each)
        (first, *_), earlier = products, (pieces_of(products[0], before, context) for before in state.said)
        pieces = pieces_of(first, clause, context)
        exactly = pieces is not None and in_all(clause, context)
        pieces = pieces or next(filter(None, earlier), None) or to_put_in.pieces(context)
        return {product.product_id: (pieces, exactly, None) for product in products}

    def _of_cart(self, clause: Clause, context: Context) -> Goods:
        """What was just taken out and shall come back, or comes in place of what is there."""
        if back := put_back(clause, context):
            return {
                line_key(product, n): (pieces, False, None) for n, (product, _, pieces) in enumerate(back)
            }
        if count := recounted(clause, context):
            line, pieces = count
            return {line.product_id: (pieces, True, None)}
        change = swapped(clause, context)
        return {change.line.product_id: (change.pieces, False, change.line.sku)} if change else {}

    def _other_number(self, clause: Clause, state: TaskState) -> Reading:
        """Another number of pieces, which is not one of the sizes that are asked for, or one piece each of several
        variants."""
        context, before = state.context, state[self.slot]
        if not before:
            return None
        (first, *others) = chosen_lines(state).values()
        if not others and (each := each_variant(clause, first, context)):
            return Taken(_split(first.product_id, each))
        pieces = how_many(clause, context)
        sizes = {size for product in (first, *others) for size in product.sizes}
        bare = str(pieces) in sizes and not context.language.says(clause.text, "pieces")
        if (
            not pieces
            or bare
            or not (context.language.says(clause.text, "set_to") or only_counts(clause, context))
        ):
            return None
        return Taken({key: (pieces, True, sku) for key, (_, _, sku) in before.items()})

    def corrects(self, before: Goods, after: Goods) -> bool:
        """To want another variant beside the one is none."""
        return not any(AGAIN in key for key in after.keys() - before.keys())

    def describe(self, value: Goods, state: TaskState) -> str:
        titles = [
            state.text("utter_pieces", quantity=str(value[key][0] or 1), item=product.title)
            for key, product in lines_of(value, state.context).items()
        ]
        return state.context.formats.listing(titles)


def line_key(product_id: str, number: int) -> str:
    """The key of one of several lines of a product, which are numbered from 0."""
    return f"{product_id}{AGAIN}{number}" if number else product_id


def lines_of(goods: Goods, context: Context) -> dict[str, ProductView]:
    """Line → its product, as far as there still are such products."""
    ids = {key: key.partition(AGAIN)[0] for key in goods}
    products = {p.product_id: p for p in context.services.catalogue.products(dict.fromkeys(ids.values()))}
    return {key: products[product_id] for key, product_id in ids.items() if product_id in products}


def chosen_lines(state: TaskState) -> dict[str, ProductView]:
    """The lines to put in, each with its product."""
    return lines_of(state[GoodsToAdd.slot] or {}, state.context)


def part_of(key: str, product: ProductView, clause: Clause, state: TaskState) -> tuple[Clause, Allowed]:
    """What of a message speaks of a line, and what it says of that line alone: of several products in a list each part
    speaks of its own, of several variants of one each value is of its own line."""
    context, goods = state.context, state[GoodsToAdd.slot]
    place = int(key.partition(AGAIN)[2] or 0)
    back = put_back(clause, context)
    if place < len(back) and back[place][0] == product.product_id:
        return clause, next((exactly(v.traits) for v in product.variants if v.sku == back[place][1]), {})
    if goods[key][2] and (change := swapped(clause, context)):
        return clause, change.wanted
    several = sum(other.partition(AGAIN)[0] == product.product_id for other in goods) > 1
    each = each_variant(clause, product, context) if several else []
    if each:
        return clause, each[place][1] if place < len(each) else {}
    if several and context.language.says(clause.text, "also_last"):  # what is wanted beside the first
        return (
            (clause, read_said(clause, product, {}, context).allowed) if place else (clause.part("", ()), {})
        )
    parts = [part for part, there in settled(clause, context) if there.product_id == product.product_id]
    return (parts[0] if parts else clause), {}


def each_variant(clause: Clause, product: ProductView, context: Context) -> list[tuple[int, Allowed]]:
    """How many pieces of which variant, where a message wants several of one product ("one black, one grey"); empty
    where it does not."""
    language, words = context.language, tokens(clause.text)
    shared = read_said(clause, product, {}, context).allowed
    if language.says(clause.text, "one_of_each"):
        trait = open_trait(product, {}) or ""
        named_one = next((t for t in traits_of(product) if t in words), trait)
        values = values_of(named_one, fitting(product, shared))
        numbers = {int(word) for word in words if word.isdecimal()} | {how_many(clause, context) or 1}
        agreed = 1 < len(values) <= FEW and numbers <= {1, len(values)}
        each = dict.fromkeys(values, 1) if agreed else {}
        return [(1, {**shared, named_one: [value]}) for value in each]
    features = [variant.traits for variant in product.variants]
    places = places_of(words, features, language)
    for trait in traits_of(product):
        named_here = [(place, value) for place, name, value in places if name == trait]
        counts = {value: _count_before(place, words, context) for place, value in named_here}
        if len(counts) < 2 or len({place for place, _ in named_here}) < len(counts):
            continue  # "green", where there is more than one green
        whole = how_many(clause, context) == len(counts) and not language.says(clause.text, "alternative")
        if all(counts.values()) or whole:
            return [(count or 1, {**shared, trait: [value]}) for value, count in counts.items()]
    return []


def _split(product_id: str, each: Sequence[tuple[int, Allowed]]) -> Goods:
    return {line_key(product_id, n): (pieces, False, None) for n, (pieces, _) in enumerate(each)}


def _count_before(place: int, words: Sequence[str], context: Context) -> int | None:
    """The number that stands before a value, with nothing but idle words between them."""
    language = context.language
    for word in reversed(words[:place]):
        if word.isdecimal():
            return int(word) or None
        if word in language.numbers:
            return int(language.numbers[word]) or None
        if word not in language.phrases("fillers") and word not in language.phrases("pieces"):
            return None
    return None


def _only_one_there(clause: Clause, context: Context) -> list[ProductView]:
    """Where nothing but a number is named ("make it three"): what the cart holds, if that is one thing."""
    lines = cart_of(context).lines if how_many(clause, context) else ()
    return context.services.catalogue.products([lines[0].product_id]) if len(lines) == 1 else []


def _one_of_each(clause: Clause, context: Context) -> bool:
    """Whether a message wants one piece of each of the few products shown, and names none: "put one of each in"."""
    language = context.language
    plain = language.ends_with(clause.text, "of_each") or language.consists_of(clause.unnamed, *BESIDE_EACH)
    return plain and language.says(clause.text, "of_each") and 1 < len(all_shown(context)) <= FEW


def _several(clause: Clause, context: Context) -> bool:
    """Whether more than one of the products are plainly meant."""
    return len(clause.values("ordinal")) > 1 or context.language.says(clause.text, "several")
