"""Conversations written in YAML: what is said, what must be answered, and what may have changed in the database.

A file holds `conversations:`, each with

- `name`, and `rows`: the rows of the list of phenomena that it shows;
- `customer`: who is signed in (default: a guest);
- `turns`: `later` (the hours that pass before it, if any), `user` (what is said; of a list, each wording is a test of
  its own) or `press` (a button's title), and of the replies `says` (responses of domain.yml, in this order), `never`
  (responses that must not be among them), `text` (patterns that must be found), `source` (a pattern of the title of the
  written answer given), `buttons` (titles that must be offered), `products` (what every card must be);
- `changes`: table → how many rows were added, changed or removed, or what these rows are now: for each in turn the
  columns that matter, by name; anything else must be as it was, but for what is `UNWATCHED`, and for what `FOLLOWS`
  from other changes and is not named;
- `each`: case → values; the conversation is held for every case, with `{key}` wherever it stands replaced by the case's
  value, and alone in its place even by a list; the wordings are dealt out among the cases. A file may have one for all
  its conversations, or name a file beside it that holds the cases; `only` then says for which cases a conversation is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tests.support.assistant import ROOT, Assistant, Shopper

UNWATCHED = {
    "alembic_version",
    "shop_facts",
    "audit_entries",  # every deed has one
    "grants",
    "failed_proofs",
    "one_time_codes",  # these three: who speaks, which has tests of its own
    "interactions",
    "suggestions_shown",  # what was looked at is noted all along
}
"""Tables that may change in any conversation."""
FOLLOWS = {"variants", "problem_items"}
"""Tables that change with others: stock with orders, the parts of a problem with the problem."""
Rows = list[dict[str, Any]]
"""Rows of a table, each column → value."""


@dataclass(frozen=True)
class Conversation:
    """One conversation in one wording."""

    file: str
    name: str
    wording: int
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.file}::{self.name}" + (f"#{self.wording}" if self.wording else "")


def conversations(folder: Path) -> Iterator[Conversation]:
    """Every conversation under a folder, for each of its cases and in each of its wordings."""
    for path in sorted(folder.rglob("*.yml")):
        content = _read(path)
        for written in content.get("conversations", ()):
            cases = _cases(written, content, path)
            for number, (case, values) in enumerate(cases.items()):
                data = _filled(written, values)
                name = f"{data['name']} ({case})" if case else data["name"]
                lists = [turn["user"] for turn in data["turns"] if isinstance(turn.get("user"), list)]
                wordings = max(map(len, lists), default=1)
                for wording in range(number % wordings, wordings, len(cases)):
                    yield Conversation(str(path.relative_to(folder).with_suffix("")), name, wording, data)


def play(conversation: Conversation, assistant: Assistant) -> None:
    """Hold the conversation and check every reply, and the database at the end."""
    assistant.restore()
    assistant.hours_ahead = 0
    shopper = Shopper(assistant, conversation.data.get("customer"))
    for turn in conversation.data["turns"]:
        if "later" in turn:
            assistant.hours_ahead += turn["later"]
        if "press" in turn:
            assert turn["press"] in shopper.buttons(), f"no button {turn['press']!r} in {shopper.buttons()}"
            shopper.press(turn["press"])
        else:
            user = turn["user"]
            shopper.say(user[conversation.wording % len(user)] if isinstance(user, list) else user)
        check(turn, shopper, assistant)
    _check_changes(conversation.data.get("changes") or {}, changes(assistant))


def check(turn: Mapping[str, Any], shopper: Shopper, assistant: Assistant) -> None:
    """Check the replies of one turn."""
    said = f"{turn.get('user') or turn.get('press')!r} was answered:\n{shopper.text}"
    assert shopper.replies, f"{said}(nothing)"
    position = 0
    for name in _listed(turn.get("says")):
        found = next((i for i, r in enumerate(shopper.replies[position:], position) if says(r, name)), None)
        assert found is not None, f"{name} expected; {said}"
        position = found
    for name in _listed(turn.get("never")):
        assert not any(says(reply, name) for reply in shopper.replies), f"{name} must not be said; {said}"
    for pattern in _listed(turn.get("text")):
        assert re.search(pattern, shopper.text, re.IGNORECASE), f"{pattern!r} expected; {said}"
    for pattern in _listed(turn.get("source")):
        titles = [custom["title"] for custom in shopper.customs() if custom.get("type") == "answer"]
        assert any(re.search(pattern, title, re.IGNORECASE) for title in titles), f"{titles}; {said}"
    for title in _listed(turn.get("buttons")):
        assert title in shopper.buttons(), (
            f"button {title!r} expected among {list(shopper.buttons())}; {said}"
        )
    if "products" in turn:
        _check_products(turn["products"], shopper, assistant, said)


def changes(assistant: Assistant) -> dict[str, Rows]:
    """Table → its rows that are new or not as they were in the seeded shop, and those that went; of those that are
    watched, the tables in which there is any."""
    watched = [table for table in assistant.tables() if table not in UNWATCHED]
    return {table: rows for table in watched if (rows := assistant.changed_rows(table))}


def _check_changes(wanted: Mapping[str, Any], changed: Mapping[str, Rows]) -> None:
    free = FOLLOWS - wanted.keys() if wanted else set()
    counts = {table: len(rows) for table, rows in changed.items() if table not in free}
    stated = {table: rows if isinstance(rows, int) else len(rows) for table, rows in wanted.items()}
    assert counts == stated, f"the database changed: { {table: changed[table] for table in counts} }"
    for table, rows in wanted.items():
        for row, values in zip(changed[table], [] if isinstance(rows, int) else rows, strict=False):
            there = {column: row[column] for column in values}
            assert there == values, f"in {table} there is {there}, not {values}"


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def _cases(
    written: Mapping[str, Any], content: Mapping[str, Any], path: Path
) -> dict[str, Mapping[str, Any]]:
    """Case → its values for one conversation of a file; a single nameless case where it has none."""
    cases = written.get("each") or content.get("each") or {"": {}}
    if isinstance(cases, str):
        cases = _read(path.parent / cases)["each"]
    return {case: cases[case] for case in written.get("only", cases)}


def _filled(node: Any, values: Mapping[str, Any]) -> Any:
    """What was written, with each `{key}` replaced by its value."""
    if isinstance(node, list):
        return [_filled(each, values) for each in node]
    if isinstance(node, dict):
        return {key: _filled(each, values) for key, each in node.items()}
    if not isinstance(node, str):
        return node
    if node[:1] == "{" and node[1:-1] in values:
        return values[node[1:-1]]
    return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), node)


def _check_products(wanted: Mapping[str, Any], shopper: Shopper, assistant: Assistant, said: str) -> None:
    cards = shopper.cards()  # the database keeps prices in cents
    assert len(cards) >= wanted.get("least", 1), f"at least {wanted.get('least', 1)} cards expected; {said}"
    for card in cards:
        rows = assistant.query(
            "select p.type, p.features, v.colour, v.price, v.stock, p.brand, p.rating from products p join variants v "
            "on v.product_id = p.product_id where p.product_id = :id",
            id=card["product_id"],
        )
        fitting = [
            row
            for row in rows
            if row[4] > 0
            and wanted.get("type", row[0]) == row[0]
            and wanted.get("feature", "") in str(row[1])
            and wanted.get("colour", "") in row[2]
            and row[3] / 100 <= wanted.get("price_max", float("inf"))
            and wanted.get("brand", row[5]) == row[5]
            and wanted.get("not_brand") != row[5]
            and (row[6] or 0) >= wanted.get("rating_min", 0)
        ]
        assert fitting, f"{card['title']} is not {dict(wanted)}: {rows[:4]}; {said}"
        lowest = f"{min(row[3] for row in fitting) / 100:,.2f}"
        assert lowest in card["price"], f"{card['title']} costs {lowest} so, not {card['price']}; {said}"


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]


def says(reply: Mapping[str, Any], response: str) -> bool:
    """Whether a reply is the response of that name in domain.yml, in any of its variations."""
    text = str(reply.get("text", ""))
    return any(pattern.search(text) for pattern in _patterns(response))


@lru_cache
def _responses() -> Mapping[str, Any]:
    return dict(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"])


@lru_cache
def _patterns(response: str) -> list[re.Pattern[str]]:
    texts = [variation["text"].strip() for variation in _responses()[response]]
    assert all(re.search(r"\w", re.sub(r"\{\w+\}", "", text)) for text in texts), (
        f"{response} has no words of its own to be known by"
    )
    # A field may be empty, and then no space is left where it stood.
    spaced = [re.escape(text).replace(r"\ ", r"\s*") for text in texts]
    return [re.compile(re.sub(r"\\{\w+\\}", r"[\\s\\S]*?", text)) for text in spaced]
