"""Feedback is kept in the shopper's words, with what it speaks of."""

from __future__ import annotations

from actions.handoff.feedback import FeedbackBook, Said
from tests.unit.shop_builder import ShopBuilder


def test_what_was_said_is_kept_as_it_was_said(shop: ShopBuilder) -> None:
    book, ann = FeedbackBook(shop.sessions, shop.clock), shop.customer()
    book.keep("c", "  Too small, the pockets! ", ann, "1042", ["T1", "T2"])
    book.keep("d", "nice page")
    now = shop.clock.now()
    assert book.latest() == [
        Said("nice page", "", (), None, now),
        Said("  Too small, the pockets! ", "1042", ("T1", "T2"), ann, now),
    ]
    assert [said.words for said in book.latest(1)] == ["nice page"]
