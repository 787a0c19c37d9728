"""What was said is part of a customer's own data: it is exported and forgotten with the rest, by both programs."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import httpx

from tests.support.assistant import Assistant, Shopper

SECRET = "says grandmother Ottilie"
ASKED, REMARKED = f"how do i wash a down jacket, {SECRET}", f"your website is confusing, {SECRET}"
PATIENCE = 5.0
"""Seconds in which a conversation is forgotten after its message was answered."""


def kept(assistant: Assistant, shopper: Shopper | None = None) -> int:
    """How often the bot's store has what is said here, of all shoppers or of one."""
    with closing(sqlite3.connect(assistant.folder / "conversations.db")) as store:
        query = "SELECT count(*) FROM events WHERE data LIKE ? AND sender_id LIKE ?"
        sender = f"%{shopper.sender if shopper else ''}"
        return int(store.execute(query, [f"%{SECRET}%", sender]).fetchone()[0])


def exported(shopper: Shopper) -> dict[str, list[dict[str, str]]]:
    """The file behind the link that was just given."""
    (link,) = (custom for custom in shopper.customs() if custom.get("type") == "link")
    data: dict[str, list[dict[str, str]]] = httpx.get(shopper.assistant.url + link["url"]).json()
    return data


def test_conversations_are_exported_and_forgotten(assistant: Assistant) -> None:
    assistant.restore()
    guest, first, second = (Shopper(assistant, customer) for customer in (None, "C0010", "C0010"))
    guest.say(ASKED)
    first.say(REMARKED)
    second.say(ASKED)
    second.say("export my data")
    data = exported(second)
    said = [line["text"] for line in data["conversations"] if line["from"] == "shopper"]
    assert sorted(said) == sorted([ASKED, REMARKED]), "theirs, and no guest's"
    assert [row["words"] for row in data["feedback"]] == [REMARKED]
    guests = kept(assistant, guest)
    assert kept(assistant) > guests > 0
    second.say("delete my account")
    second.say("yes, delete it")
    end = time.monotonic() + PATIENCE
    while kept(assistant) > guests and time.monotonic() < end:
        time.sleep(0.1)
    assert kept(assistant) == kept(assistant, guest) == guests, "nothing is left but the guest's own"
    assert assistant.query("select count(*) from feedback") == [(0,)]
    second.say("what did i say before?")
    assert second.replies, "a stranger is answered"
