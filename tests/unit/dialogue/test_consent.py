"""Only a clear yes is a yes."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker

from actions.dialogue.clause import Clause
from actions.dialogue.language import language
from actions.dialogue.mechanism.consent import Consent, assent, consent
from actions.dialogue.turn import Turn


@pytest.mark.parametrize(
    ("text", "intent", "meaning"),
    [
        ("yes", "affirm", Consent.YES),
        ("Yes please!", "affirm", Consent.YES),
        ("ok do it", "affirm", Consent.YES),
        ("go ahead", "affirm", Consent.YES),
        ("that's right", "affirm", Consent.YES),
        ("no", "deny", Consent.NO),
        ("nope", "deny", Consent.NO),
        ("do not do it", "deny", Consent.NO),
        ("no dont do it", "deny", Consent.NO),
        ("i guess", "affirm", Consent.UNCLEAR),
        ("yeah no", "affirm", Consent.UNCLEAR),
        ("ok?", "affirm", Consent.UNCLEAR),
        ("maybe yes", "affirm", Consent.UNCLEAR),
        ("yes i think so", "affirm", Consent.UNCLEAR),
        ("yes tomorrow", "affirm", Consent.UNCLEAR),
        ("yes wait", "affirm", Consent.UNCLEAR),
        ("yes but first tell me who pays", "affirm", Consent.UNCLEAR),
        ("yes send it back", "affirm", Consent.YES),
        ("finally. yes", "affirm", Consent.YES),
        ("yes please dear", "affirm", Consent.YES),
        ("ok thanks", "affirm", Consent.UNCLEAR),
        ("yes thanks", "affirm", Consent.YES),
        ("hm then no", "deny", Consent.NO),
        ("i dont think so", "deny", Consent.NO),
        ("1042", "inform", None),
        ("the blue one", "inform", None),
        ("", "nlu_fallback", None),
    ],
)
def test_consent(text: str, intent: str, meaning: Consent | None) -> None:
    assert consent(Clause(text, intent, 0.95), language("en")) is meaning


def test_an_unsure_reading_is_not_a_yes() -> None:
    assert consent(Clause("certo", "affirm", 0.5), language("en")) is Consent.UNCLEAR


@pytest.mark.parametrize(
    ("payload", "meaning"), [("affirm", Consent.YES), ("deny", Consent.NO), ("stop", None)]
)
def test_buttons(payload: str, meaning: Consent | None) -> None:
    assert consent(Clause(f"/{payload}", payload, 1.0), language("en")) is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("ok", Consent.UNCLEAR),
        ("great", Consent.UNCLEAR),
        ("fine by me", Consent.UNCLEAR),
        ("yes", Consent.YES),
        ("ok do it", Consent.YES),
        ("go ahead", Consent.YES),
        ("no", Consent.NO),
    ],
)
def test_after_something_else_was_said_an_ok_may_be_meant_for_that(text: str, meaning: Consent) -> None:
    assert consent(Clause(text, "affirm", 0.75), language("en"), plainly=True) is meaning


@pytest.mark.parametrize(
    ("clauses", "said"),
    [
        ([("ok do it", "affirm"), ("thanks", "thank"), ("where is 1058", "track_order")], "ok do it"),
        ([("thanks", "thank"), ("yes", "affirm")], "yes"),
        ([("yes", "affirm"), ("no", "deny"), ("where is 1058", "track_order")], "yes, no"),
        ([("yes", "affirm"), ("no wait", "deny")], "yes. no wait"),
        ([("where is 1058", "track_order"), ("cancel 1077", "cancel_order")], "where is 1058. cancel 1077"),
    ],
)
def test_what_may_say_yes(clauses: list[tuple[str, str]], said: str) -> None:
    parts = [{"text": text, "intent": {"name": intent, "confidence": 0.95}} for text, intent in clauses]
    message = {"text": ". ".join(text for text, _ in clauses), "intent": {}, "clauses": parts}
    turn = Turn(Tracker("someone", {}, message, [], False, None, {}, None))
    assert assent(turn).text == said


REPEATS = ["boots", "helmet", "red", "m", "1229", "both", "two", "paypal", "send", "label", "change", "swap"]


@pytest.mark.parametrize(
    ("text", "intent", "meaning"),
    [
        ("yes 1229", "inform", Consent.YES),
        ("yes both", "affirm", Consent.YES),
        ("ok swap", "exchange_item", Consent.YES),
        ("swap the boots then", "exchange_item", Consent.YES),
        ("yup send me the label", "nlu_fallback", Consent.YES),
        ("go ahead and refund to paypal", "affirm", Consent.UNCLEAR),
        ("no? then swap it", "deny", Consent.YES),
        ("that would be lovely", "affirm", Consent.YES),
        ("yeah that too please", "affirm", Consent.UNCLEAR),
        ("yes and the jacket", "affirm", Consent.UNCLEAR),
        ("yes in l", "affirm", Consent.UNCLEAR),
        ("yes 1230", "affirm", Consent.UNCLEAR),
        ("change it", "change_order", None),
        ("boots", "search_product", None),
        ("no swap", "deny", Consent.NO),
        ("dont swap them", "deny", Consent.NO),
        ("is that right", "affirm", Consent.UNCLEAR),
        ("go back", "go_back", None),
    ],
)
def test_a_yes_may_only_repeat_what_it_is_said_to(text: str, intent: str, meaning: Consent | None) -> None:
    said = consent(Clause(text, intent, 0.95), language("en"), deeds=["swap"], repeats=REPEATS)
    assert said is meaning
