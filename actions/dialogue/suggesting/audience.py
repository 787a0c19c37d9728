"""For whom products are."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue.context import Context
from actions.search import Filters, Traits


def only_for(who: str, filters: Filters, context: Context) -> int:
    """How many of the products that meet the filters are for an audience alone."""
    search = context.services.search
    others = Traits(attributes=tuple(each for each in search.synonyms.titles.audience if each != who))
    return search.count("", replace(filters, attributes=(who,), without=others, in_stock=False))


def shown_for(context: Context) -> set[str]:
    """The audience for which alone all is that was shown."""
    shown = tuple(context.turn.slot("shown", []))
    audience = context.services.search.synonyms.titles.audience if shown else ()
    return {who for who in audience if only_for(who, Filters(products=shown), context) == len(shown)}
