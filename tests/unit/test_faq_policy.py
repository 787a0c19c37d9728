"""The written answers name the same figures as `data/shop/policy.yml`, by which the order service decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

DATA = Path(__file__).parents[2] / "data"
POLICY: dict[str, Any] = yaml.safe_load((DATA / "shop" / "policy.yml").read_text(encoding="utf-8"))


REMEDIES = {
    "lost-parcels": {"replacement": "send you a new one", "refund": "all of your money back"},
    "damaged-parcels": {"replacement": "replace the item", "refund": "refund it in full"},
}
"""Topic → how it puts what the policy gives."""


def dollars(amount: str) -> str:
    return "$" + amount.removesuffix(".00")


def span(days: list[int]) -> str:
    """[3, 5] → `3 to 5`; a refund of no working days is made at once."""
    return "at once" if days == [0, 0] else f"{days[0]} to {days[1]}"


def hour(time: str) -> str:
    """14:00 → `2 pm`; whole hours only."""
    number = int(time.removesuffix(":00"))
    return f"{(number - 1) % 12 + 1} {'am' if number < 12 else 'pm'}"


def plural(noun: str) -> str:
    return noun if noun.endswith("s") or noun in {"food", "fuel", "underwear"} else noun + "s"


def facts() -> Iterator[tuple[str, str]]:
    """Each figure of the policy with the topic that has to name it."""
    delivery, returns, service = POLICY["delivery"], POLICY["returns"], POLICY["service"]
    for option in delivery["options"].values():
        for rate in option["countries"].values():
            yield "delivery-options-and-costs", dollars(rate["cost"])
            yield "delivery-options-and-costs", span(rate["days"])
            for topic in ("delivery-times", "holiday-delivery"):
                yield topic, span(rate["days"])
            if "free_over" in rate:
                yield "delivery-options-and-costs", dollars(rate["free_over"])
    for carrier in delivery["carriers"]:
        yield "carriers", carrier
    yield "order-cut-off-time", hour(delivery["cut_off"])
    yield "pick-up-points", f"{delivery['pickup_days']} days"
    for days in returns["window_days"].values():
        yield "return-window", f"{days} days"
    for kind in returns["not_returnable"]["types"]:
        yield "non-returnable-items", plural(kind)
    yield "who-pays-return-postage", dollars(returns["postage"]["customer"]["cost"])
    for refund in POLICY["refunds"].values():
        yield "how-long-refunds-take", span(refund["working_days"])
    for status in POLICY["changes"]["cancel_order"]["statuses"]:
        yield "cancelling-an-order", status
    for kind in ("change_order", "change_address", "change_payment"):
        for status in POLICY["changes"][kind]["statuses"]:
            yield "changing-an-order", status
    for problem, topic in {"lost": "lost-parcels", "damaged": "damaged-parcels"}.items():
        for remedy in POLICY["problems"][problem]["remedies"]:
            yield topic, REMEDIES[topic][remedy]
    if returns["postage"]["exchange"]["cost"] == "0.00":
        yield "exchanges", "it is free"
    if POLICY["changes"]["change_order"]["difference_by"] == ["original"]:
        yield "changing-an-order", "same payment method"
    yield "contact", service["email"]
    for time in service["hours"]:
        yield "service-hours", hour(time)


@pytest.mark.parametrize(("topic", "fact"), sorted(set(facts())))
def test_topic_names_the_fact(topic: str, fact: str) -> None:
    text = (DATA / "faq" / f"{topic}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert fact.lower() in " ".join(text.split()).lower()
