"""What suggestions are to serve: a present for somebody, or something that one is going to do. An aim is kept as a
search over the kinds of product that serve it, so that what is said next ("up to 60", "no socks") narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import read_filters
from actions.dialogue.finding.refining import refined
from actions.dialogue.finding.wishes import Wishes, words
from actions.dialogue.suggesting import interest, own_things
from actions.dialogue.suggesting.purposes import ANYBODY
from actions.recommender import Reason, Suggestion
from actions.search import Filters, Hit, Traits

CHILD = 14
"""Years up to which somebody is given things for children."""
CANDIDATES = 12
"""Products among which it is sought what has to do with an interest that is no known purpose."""
TAKEN_FOR = frozenset(
    {"search_product", "refine_search", "inform", "chitchat", "nlu_fallback", "give_feedback"}
)
"""Intents that a wish for a present, or what is told about whom it is for, is taken for."""


def told(context: Context) -> bool:
    """Whether a message that was taken for something else asks for a present, or tells whom it is for."""
    turn, language = context.turn, context.language
    if turn.intent not in TAKEN_FOR or _types(turn, context) or turn.values("product"):
        return False
    purposes, who = context.services.purposes.named(turn.text), audience(turn, context)
    if before := open_aim(context):
        return bool(set(purposes) - set(before.purposes) or (who and who not in before.filters.attributes))
    if language.says(turn.text, "gift_named"):
        return True
    return bool(who and purposes and language.says(turn.text, "fond_of"))


def read(context: Context) -> Wishes | None:
    """The search for what the message aims at, with what was told before of the same aim; None where it has no aim."""
    wish, purposes = context.turn.wish, context.services.purposes
    before, types = open_aim(context), _types(wish, context)
    named = tuple(purposes.named(wish.text)) if types else purposes.told(wish.text)
    gift = context.language.says(wish.text, "gift_named" if before and before.gift else "gift")
    if gift or before is None:
        before = Wishes("")
    names = tuple(dict.fromkeys((*before.purposes, *named)))
    about_them = bool(named and audience(wish, context)) and context.language.says(wish.text, "fond_of")
    new = gift or about_them
    gift = new or before.gift
    who = audience(wish, context) if gift else ""
    if names == before.purposes and not who and not new:
        return None
    company = _company(wish, context)
    filters = _limits(before, types, context)
    text = " ".join((purposes.words(names), *company))
    kinds = types or purposes.kinds(names, gift)
    if not names and not types:
        text = _about(wish, context)
        kinds = tuple(dict.fromkeys((*_of_interest(text, filters, context), *kinds)))
    settled = set(filters.attributes) & context.language.recipients.keys()
    if not (gift or company or settled):
        who = own_things.own_audience(context)
    others = context.language.recipients.keys() if who or company else ()
    attributes = tuple(each for each in filters.attributes if each not in others)
    filters = replace(
        filters,
        types=kinds,
        attributes=(*attributes, who) if who else attributes,
        without=_without_known(filters.without, gift, context),
    )
    if types:
        return Wishes(f"{words(wish, context)} {text}", filters)
    return Wishes(text, filters, purposes=names, gift=gift)


def open_aim(context: Context) -> Wishes | None:
    """The aim of what was shown last; None where it had none, or the shopper now speaks of themselves."""
    search = context.turn.slot("search")
    wishes = Wishes.from_slot(search) if search and context.turn.slot("shown") else None
    if wishes is None or not wishes.aimed or context.language.says(context.turn.text, "for_self"):
        return None
    return wishes.root()


def audience(clause: Clause, context: Context) -> str:
    """For whom a message says that it is, as titles of products name it; empty where it says nothing of that."""
    language = context.language
    position = language.find(clause.text, language.phrases("years_old"))
    if position and (age := language.words(clause.text)[position - 1]).isdecimal() and int(age) <= CHILD:
        return language.child
    people = language.recipients.items()
    return next((who for who, names in people if language.find(clause.text, names) is not None), "")


def suggestions(hits: Sequence[Hit], wishes: Wishes, context: Context) -> list[Suggestion]:
    """What was found for an aim, each with the reason why it serves it."""
    if not wishes.aimed:
        return []
    products = context.services.catalogue.products([hit.product_id for hit in hits])
    types = {product.product_id: product.type for product in products}
    return [
        Suggestion(hit.product_id, hit.score, _reason(types[hit.product_id], wishes, context)) for hit in hits
    ]


def _reason(type: str, wishes: Wishes, context: Context) -> Reason:
    purposes = context.services.purposes
    if served := purposes.served(type, wishes.purposes, wishes.gift):
        return Reason("for_purpose", {"purpose": context.formats.listing(served), "type": type})
    if wishes.gift and not purposes.served(type, [ANYBODY], gift=True):
        return Reason("found_for", {"words": wishes.text})
    return Reason("gift_idea", {"type": type})


def _types(clause: Clause, context: Context) -> tuple[str, ...]:
    """The kinds of product that a message asks for, and not those that only tell a purpose: "a guy who bikes", "for a
    runner"."""
    language = context.language
    named = context.services.purposes.named(clause.text)
    told = [language.words(words) for each in named.values() for words in each]
    deeds = [
        words
        for each in language.phrases("packing")
        if language.find(clause.text, [each]) is not None
        for words in [language.words(each)]
    ]

    def tells(entity: Entity) -> bool:
        said = language.words(clause.text[entity.start : entity.end])
        within = [words for words in (*told, *deeds) if said and set(said) <= set(words)]
        nickname = not set(said) & set(str(entity.value).split())
        return any(len(words) > len(said) or nickname for words in within)

    asked = [e for e in clause.entities if e.kind == "product_type" and e.role != "not" and not tells(e)]
    return tuple(dict.fromkeys(str(entity.value) for entity in asked))


def _limits(before: Wishes, types: Sequence[str], context: Context) -> Filters:
    """What the message asks for and rules out, added to what was asked before."""
    wish = context.turn.wish
    kept = tuple(e for e in wish.entities if e.kind != "product_type" or e.value in types)
    said = wish.part(wish.text, kept)
    filters = refined(before, said, context).filters if before else read_filters(said, context)
    if not types:
        filters = replace(filters, sizes=(), measures=())  # "7 years old" is no size of a lamp
    if filters.price_max is None:
        filters = replace(filters, price_max=_money(wish, context))
    return replace(filters, telling="")


def _about(wish: Clause, context: Context) -> str:
    """What the message says about somebody, without the words that every wish for a gift has."""
    language = context.language
    people = (word for names in language.recipients.values() for word in names)
    idle = {*language.phrases("gift_words"), *people}
    return " ".join(word for word in language.words(wish.unnamed) if word not in idle)


def _of_interest(about: str, filters: Filters, context: Context) -> list[str]:
    """The kinds of what plainly has to do with what is said about somebody."""
    search = context.services.search
    hits = [hit for hit in search.search(about, filters, CANDIDATES) if hit.confident and hit.words]
    products = context.services.catalogue.products([hit.product_id for hit in hits])
    return list(dict.fromkeys(product.type for product in products if product.type))


def _company(wish: Clause, context: Context) -> list[str]:
    """What titles of products say that are for as many as the shopper goes with."""
    language = context.language
    return [size for size, names in language.company.items() if language.find(wish.text, names) is not None][
        :1
    ]


def _money(wish: Clause, context: Context) -> Decimal | None:
    """An amount of money that a message only mentions: "secret santa, 20 dollars"."""
    money = context.language.phrases("money")
    amounts = (
        number
        for pair in pairwise(context.language.words(wish.text))
        for number, unit in (pair, pair[::-1])
        if unit in money and number.isdecimal()
    )
    return next(map(Decimal, amounts), None)


def _without_known(without: Traits, gift: bool, context: Context) -> Traits:
    """What is ruled out, with what the shopper does not want to see and, for themselves, what they have ordered."""
    customer = None if gift else interest.personal(context)
    ordered = context.services.history.ordered(customer) if customer else ()
    products = dict.fromkeys((*without.products, *interest.unwanted(context), *ordered))
    return replace(without, products=tuple(products))
