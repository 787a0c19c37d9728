"""The simulated customer of the retail tasks: honest, deterministic, and attentive to what is asked."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bench.retail.customer import Customer
from bench.retail.customer.hearing import Ask, hear
from bench.retail.customer.speaking import wordings
from tests.unit.retail_shop import CANCEL, EXCHANGE, FORBIDDEN, MOVE, Json, item, shop, task

SEEDS = range(6)
TASKS = (EXCHANGE, CANCEL, MOVE, FORBIDDEN)
SUMMARY = (
    "Order W1000001: your Desk Lamp for black, low, battery; no price difference, gift card. Shall I do it?"
)


def said(text: str, *titles: str) -> list[Json]:
    buttons = [{"title": title, "payload": "x"} for title in titles]
    return [{"text": text, **({"buttons": buttons} if buttons else {})}]


def answers(asked: Json, *questions: list[Json], seed: int = 0) -> list[str | None]:
    customer = Customer(asked, shop(), seed)
    return [customer.reply([]), *(customer.reply(question) for question in questions)]


@pytest.mark.parametrize(
    ("question", "titles", "asks"),
    [
        ("What's the e-mail address that you ordered with?", (), Ask.EMAIL),
        ("Please tell me your full name and zip code.", (), Ask.PROOF),
        ("And the postcode?", (), Ask.POSTCODE),
        ("Which order is it?", (), Ask.ORDER),
        ("Which one do you mean?", ("W1000001 of 3 May", "W1000002 of 5 May"), Ask.ORDER),
        ("Why would you like to cancel it?", (), Ask.REASON),
        ("What should go back?", ("Desk Lamp", "Water Bottle"), Ask.ITEMS),
        ("Which items would you like to return?", (), Ask.ITEMS),
        ("What would you like instead of the Desk Lamp?", (), Ask.VARIANT),
        ("Which colour would you like?", ("black", "white"), Ask.VARIANT),
        ("Where should the refund go?", ("Visa ending 0042", "Gift card"), Ask.PAYMENT),
        ("How would you like to pay the difference?", (), Ask.PAYMENT),
        (
            "What would you like instead of Camera, 24MP, SD card?",
            ("30MP, CF card", "20MP, SD card"),
            Ask.VARIANT,
        ),
        ("What's the new address: street, city, state and postcode?", (), Ask.ADDRESS),
        ("Where should it go?", ("1 High Street, Austin, TX 75001", "9 Low Road, TX 75009"), Ask.ADDRESS),
        ("Shall I go ahead?", ("Yes", "No"), Ask.CONFIRM),
        ("Is that right?", (), Ask.CONFIRM),
        ("Can I do anything else for you?", (), Ask.MORE),
        ("Would you like to talk to a person?", ("Yes", "No"), Ask.PERSON),
        ("Done. You will get an e-mail.", (), None),
    ],
)
def test_a_question_is_recognised(question: str, titles: tuple[str, ...], asks: Ask | None) -> None:
    assert hear(said(f"All right. {question}", *titles)).asks is asks


@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked["id"])
def test_the_same_seed_is_the_same_customer_and_three_seeds_are_three(asked: Json) -> None:
    def hold(seed: int) -> list[str | None]:
        return answers(
            asked, said("Who are you?"), said("Which order?"), said("How?"), said("Done."), seed=seed
        )

    assert hold(1) == hold(1)
    assert len({str(hold(seed)) for seed in range(3)}) == 3


def test_there_are_three_wordings_of_everything() -> None:
    few = {name for name, ways in wordings().items() if len(set(ways)) < 3}
    assert few == {"forbidden", "same_address"}, "what is quoted has no wordings of its own"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("asked", TASKS, ids=lambda asked: asked["id"])
def test_no_id_is_said_that_no_customer_would_know(asked: Json, seed: int) -> None:
    questions = [
        said("What's your e-mail?"),
        said("Which order?"),
        said("Which items?"),
        said("Which variant would you like instead?"),
        said("Which variant would you like instead?"),
        said("How do you want to pay?"),
        said("Why?"),
        said("What is the new address?"),
        said(SUMMARY, "Yes", "No"),
        said("Done."),
    ]
    text = " ".join(filter(None, answers(asked, *questions, seed=seed)))
    assert not re.search(r"\b(555|666)\d{7}|credit_card|gift_card|kim_lee|/\w+\{", text)


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_are_answered_with_what_the_task_says(seed: int) -> None:
    customer = Customer(EXCHANGE, shop(), seed)
    assert "desk lamp" in str(customer.reply([]))
    who = str(customer.reply(said("What's your e-mail address?")))
    assert "Kim Lee" in who and "75001" in who and "@" not in who
    numbers = [str(customer.reply(said("Which order is it?"))) for _ in range(2)]
    assert "W1000001" in numbers[-1] and ("W1000001" in numbers[0] or "desk lamp" in numbers[0])
    assert "desk lamp" in str(customer.reply(said("Which items is it about?"))).lower()
    assert "low" in str(customer.reply(said("Which variant would you like instead?")))
    assert "gift card" in str(customer.reply(said("Which payment method shall I use?")))


@pytest.mark.parametrize("seed", SEEDS)
def test_another_piece_of_the_same_product_is_not_let_go_too(seed: int) -> None:
    two = shop()
    two["orders"]["#W1000001"]["items"].append(item("10", "5550000003"))
    right = said(SUMMARY.replace("Desk Lamp", "Desk Lamp (black, high, battery)"))
    both = said(SUMMARY.replace("Desk Lamp", "Desk Lamp (black, high, battery), Desk Lamp (white, low, USB)"))
    customer = Customer(EXCHANGE, two, seed)
    customer.reply([])
    listed = said("Order W1000001, gift card:\nDesk Lamp · low\nDesk Lamp · low\nShall I do it?", "Yes", "No")
    assert re.search("only|just", str(customer.reply(listed)), re.IGNORECASE)
    assert re.search("only|just", str(customer.reply(both)), re.IGNORECASE)
    assert str(customer.reply(right)).startswith("Yes")


@pytest.mark.parametrize("seed", SEEDS)
def test_of_the_offered_variants_the_right_one_is_named(seed: int) -> None:
    titles = ("black, low, battery (+$2.00)", "white, low, USB (+$2.00)")
    answer = answers(EXCHANGE, said("Which one would you like?", *titles), seed=seed)[1]
    assert answer == "black, low, battery", "nobody types the price"


@pytest.mark.parametrize("seed", SEEDS)
def test_only_what_is_wanted_is_agreed_to(seed: int) -> None:
    def judged(summary: str) -> str:
        return str(answers(EXCHANGE, said(summary, "Yes", "No"), seed=seed)[1])

    assert judged(SUMMARY).startswith("Yes")
    assert "W1000001" in judged(SUMMARY.replace("W1000001", "W1000002"))
    assert "low" in judged(SUMMARY.replace("low", "high"))
    assert "low" in judged(SUMMARY.replace("low", "high") + "\nA low price.\nShall I do it?")
    assert "gift card" in judged(SUMMARY.replace("gift card", "Visa ending 0042"))
    assert "desk lamp" in judged(SUMMARY.replace("Desk Lamp", "Desk Lamp and Water Bottle"))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_address_is_checked(seed: int) -> None:
    wrong = "Order W1000002 will go to 1 High Street, Austin, TX 75001. Is that right?"
    right = "Order W1000002 will go to 9 Low Road, Suite 3, Austin, TX 75009. Is that right?"
    corrected, agreed = answers(MOVE, said(wrong), said(right), seed=seed)[1:]
    assert "9 Low Road" in str(corrected) and str(agreed).startswith("Yes")


@pytest.mark.parametrize("seed", SEEDS)
def test_one_wish_comes_after_the_other_and_then_goodbye(seed: int) -> None:
    summary = "I'll cancel order W1000002 (Water Bottle). Do you confirm?"
    opening, agreed, question, bye, end = answers(
        CANCEL, said(summary), said("Done, it is cancelled."), said("About a week."), [], seed=seed
    )
    assert "W1000002" in str(opening) and str(agreed).startswith("Yes")
    assert "how long the refund takes" in str(question)
    assert re.search("bye", str(bye), re.IGNORECASE) and end is None


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_policy_forbids_is_asked_for_and_then_left(seed: int) -> None:
    opening, refused = answers(FORBIDDEN, said("I'm sorry, that is not possible."), seed=seed)
    assert "water bottle for cash" in str(opening) and re.search("bye", str(refused), re.IGNORECASE)
    assert "Yes" not in str(
        answers(FORBIDDEN, said("Water Bottle back. Shall I do it?", "Yes", "No"), seed=seed)[1]
    )


def test_what_is_not_understood_is_put_in_other_words() -> None:
    opening, again, *_ = answers(EXCHANGE, said("Sorry, I didn't understand that."))
    assert opening != again and "desk lamp" in str(again)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_asked_the_same_over_and_over_gives_up_and_goes_on(seed: int) -> None:
    lines = answers(CANCEL, *[said("Which payment method is it?")] * 20, seed=seed)
    assert None in lines and any("how long the refund takes" in str(line) for line in lines)


def test_one_proof_after_the_other_is_tried() -> None:
    known: tuple[tuple[str, dict[str, Any]], ...] = tuple(
        ("find_user_id_by_name_zip", {"first_name": "Kim", "last_name": "Lee", "zip": postcode})
        for postcode in ("75000", "75001")
    )
    asked = task("twice", "You want to know how much you paid.", *known)
    ask, fail = (
        said("Your name and zip code, please."),
        said("I couldn't find you. Your name and zip code, please?"),
    )
    _, first, second = answers(asked, ask, fail)
    assert "75000" in str(first) and "75001" in str(second)


def test_a_task_that_does_not_fit_the_shop_has_no_customer() -> None:
    asked = task("odd", "", ("cancel_pending_order", {"order_id": "#W9", "reason": "no longer needed"}))
    with pytest.raises(KeyError):
        Customer(asked, shop(), 0)
