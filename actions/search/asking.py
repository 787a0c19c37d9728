"""Words that carry a wish and say nothing of what is wished for."""

from __future__ import annotations

ASKING = frozenset(
    """anything something someone find get give got show see look looking search searching want wants wanted
    wanna need needs like love would could please pls plz thanks thank hi hello hey buy buying purchase sell
    available recommend suggest suggestion suggestions good nice great best cheap cheaper cheapest expensive
    price priced cost costs dollar dollars buck bucks usd less least maximum max minimum min around ok okay
    maybe also kind type sort stuff thing things one ones let im ive id youre u ur got gonna any new use using
    used without except size sizes colour color""".split()
)
"""English words that carry a wish and not what is wished for, beside the usual stop words."""
