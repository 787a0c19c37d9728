"""The policy file: what it says is read exactly, and a mistake is named with its line."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from actions.settings import ROOT
from actions.shop.policy import Policy, PolicyError

DEMO = ROOT / "data" / "shop" / "policy.yml"
STRICT = Path(__file__).parent.parent / "orders" / "strict_policy.yml"


def test_the_demo_policy(policy: Policy) -> None:
    returns = policy.returns
    assert returns.window("hiking boots", "footwear") == 60
    assert returns.window("headlamp", "lighting") == 14 and returns.window("kettle", "cooking") == 30
    assert returns.never_because("socks", "clothing") == "hygiene"
    assert returns.never_because("jacket", "clothing") is None
    assert (returns.deduction(["too_small"]), returns.deduction(["faulty"])) == (Decimal("5.95"), Decimal(0))
    assert returns.deduction(["too_small", "faulty"]) == 0, "the shop's fault takes its parcel along"
    norway = policy.delivery.rate("international", "NO")
    assert norway and (norway.cost, norway.days) == (Decimal("24.95"), (7, 12))
    assert policy.delivery.rate("express", "NO") is None and policy.delivery.rate("drone", "US") is None
    assert policy.changes.possible("pending") == (
        "cancel_order",
        "change_order",
        "change_address",
        "change_payment",
    )
    assert policy.changes.possible("packed") == () and set(policy.problems) >= {"late", "lost", "damaged"}
    assert policy.delivery.lacking("US", dict.fromkeys(("street", "city", "state", "postcode"), " "))
    assert policy.delivery.is_postcode("CA", "M5H 1A1") and not policy.delivery.is_postcode("US", "M5H 1A1")
    assert policy.delivery.cut_off == time(14, 0) and policy.delivery.time_zone.key == "America/Denver"


def test_a_types_window_wins_over_its_categorys() -> None:
    strict = Policy.load(STRICT)
    assert strict.returns.window("gift card", "footwear") is None
    assert strict.returns.window("boots", "footwear") == 3 and strict.returns.window("tent", "tents") == 7
    assert strict.returns.never_because("jacket", "clothing") == "worn_next_to_skin", "a whole category"


MISTAKES = {
    "a word it does not know": ("disliked: {fault: customer}", "disliked: {fault: nobody}", "disliked"),
    "an inexact amount": ('customer: {cost: "12.50"', "customer: {cost: 12.50", "quotes"),
    "half a cent": ('customer: {cost: "12.50"', 'customer: {cost: "12.505"', "decimal places"),
    "a negative fee": ('customer: {cost: "12.50"', 'customer: {cost: "-1.00"', "greater than or equal to 0"),
    "a window without a default": ("default: 7, ", "", "default"),
    "a negative window": ("default: 7", "default: -7", "window_days.default"),
    "a hole": ("currency: EUR\n", "", "currency"),
    "a section that is missing": ("refunds:", "refund:", "refunds"),
    "a kind of payment without a refund": (
        "  paypal: {working_days: [5, 5], starts: requested}\n",
        "",
        "nothing about paypal",
    ),
    "a pair the wrong way round": ("[10, 20]", "[20, 10]", "smaller"),
    "an unknown time zone": (
        "time_zone: Europe/Berlin\n  working",
        "time_zone: Berlin\n  working",
        "time_zone",
    ),
    "a time that YAML reads as a number": ('cut_off: "09:00"', "cut_off: 14:00", "quotes"),
    "no weekday": ("days: [sat]", "days: [sat, caturday]", "days"),
    "closing before opening": ('["10:00", "11:00"]', '["11:00", "10:00"]', "opens before"),
    "no proof at all": ("proofs: [[person_name, postcode]]", "proofs: []", "proofs"),
    "an unknown proof": ("proofs: [[person_name, postcode]]", "proofs: [[password]]", "proofs"),
    "no attempts": ("attempts: 2", "attempts: 0", "attempts"),
    "a reason for nothing": ("because: {clothing", "because: {fuel: hazard, clothing", "fuel"),
    "a reason that counts and is none": (
        "cancel_order: {statuses: [pending], reasons: [ordered_twice]}",
        "cancel_order: {statuses: [pending], reasons: [ordered_twice], unsaid: bored}",
        "unsaid",
    ),
    "a name given twice": ("  attempts: 2\n", "  attempts: 2\n  attempts: 3\n", "twice"),
    "a status that no order has": (
        "statuses: [delivered, out_for_delivery]",
        "statuses: [arrived]",
        "statuses",
    ),
    "a payment method of nobody's": ("refund_to: [original, gift_card]", "refund_to: [cash]", "refund_to"),
    "nowhere for the money": ("refund_to: [original, gift_card]", "refund_to: []", "refund_to"),
    "a remedy that nobody knows": ("remedies: [refund_delivery]", "remedies: [apology]", "remedies"),
    "a change without its statuses": (
        "cancel_order: {statuses: [pending], reasons",
        "cancel_order: {reasons",
        "changes.cancel_order.statuses",
    ),
    "a kind of change that there is not": ("  cancel_order: {", "  gift_wrap: {", "gift_wrap"),
    "no word on exchanges": ("exchanges:\n", "swaps:\n", "exchanges"),
    "two warehouses for all the rest": ("{keeps: [tents, boots], time", "{time", "keeps"),
    "codes that are asked for but not described": (
        "  code: {digits: 8, minutes: 5, per_hour: 2}\n",
        "",
        "emailed_code",
    ),
    "a code that can be guessed": ("digits: 8", "digits: 2", "digits"),
    "a postcode that is no pattern": (
        "  carriers: [DHL]",
        '  postcodes: {DE: "("}\n  carriers: [DHL]',
        "regular",
    ),
    "a carrier that is not the shop's": (
        "  carriers: [DHL]",
        "  po_boxes: {words: [po box], options: [standard], carrier: UPS}\n  carriers: [DHL]",
        "UPS",
    ),
    "broken YAML": ("statuses: [delivered, out", "statuses: [delivered, out: [", ""),
}


@pytest.mark.parametrize(("right", "wrong", "named"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(
    tmp_path: Path, right: str, wrong: str, named: str
) -> None:
    text = STRICT.read_text()
    assert text.count(right) == 1
    path = tmp_path / "policy.yml"
    path.write_text(text.replace(right, wrong))
    with pytest.raises(PolicyError) as error:
        Policy.load(path)
    place = str(error.value).removeprefix(f"{path}:")
    assert place.split(":")[0].isdigit() and named in place


def test_the_line_is_the_right_one(tmp_path: Path) -> None:
    lines = STRICT.read_text().splitlines()
    wrong = next(number for number, line in enumerate(lines, 1) if "broken:" in line)
    lines[wrong - 1] = "    broken: {fault: weather}"
    path = tmp_path / "policy.yml"
    path.write_text("\n".join(lines))
    with pytest.raises(PolicyError, match=rf"policy\.yml:{wrong}: returns\.reasons\.broken\.fault"):
        Policy.load(path)


@pytest.mark.parametrize("content", ["", "[]", "just words", "\x00"])
def test_what_is_no_policy_at_all(tmp_path: Path, content: str) -> None:
    path = tmp_path / "policy.yml"
    path.write_text(content)
    with pytest.raises(PolicyError, match=r"policy\.yml:1: "):
        Policy.load(path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.yml").write_bytes("currency: Fränken".encode("latin-1"))
    for name in ("missing.yml", "latin.yml"):
        with pytest.raises(PolicyError, match=name):
            Policy.load(tmp_path / name)
