"""Reading a guest's proof of identity: names and postcodes of every country."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.customers.proving import ProofOfIdentity, name_beside
from actions.dialogue.language import language
from actions.dialogue.mechanism.questions import Taken
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.orders.address_text import AddressReader
from actions.settings import ROOT
from actions.shop.policy import Policy

EN = language("en")
READER = AddressReader(EN, "en_US", Policy.load(ROOT / "data" / "shop" / "policy.yml").delivery, "US")


class Slots(dict[str, Any]):
    """What of a task's state is looked at."""

    context = SimpleNamespace(language=EN, services=SimpleNamespace(addresses=READER))
    customer = None


def state(proof: dict[str, str] | None = None) -> TaskState:
    return cast(TaskState, Slots(proof=proof))


@pytest.mark.parametrize(
    ("text", "postcode", "name"),
    [
        ("Olivia Lopez here, zip 76171", "76171", "Olivia Lopez"),
        ("Øyvind Åsen, 0150", "0150", "Øyvind Åsen"),
        ("i'm Łucja Żak-Nowak, 00-950", "00-950", "Łucja Żak-Nowak"),
        ("Ольга Иванова 114 55", "114 55", "Ольга Иванова"),
        ("olivia lopez 76171", "76171", None),
        ("Olivia, 76171", "76171", None),
    ],
)
def test_the_name_just_before_a_postcode(text: str, postcode: str, name: str | None) -> None:
    assert name_beside(Clause(text, "inform", 1.0), postcode, state()) == name


@pytest.mark.parametrize(
    ("text", "postcode"), [("114 55", "114 55"), ("it's 00-950", "00-950"), ("d02 af30", "D02 AF30")]
)
def test_a_postcode_after_the_name_is_one_of_any_country(text: str, postcode: str) -> None:
    reading = ProofOfIdentity().read(Clause(text, "inform", 1.0), state({"person_name": "Ann Becker"}), True)
    assert isinstance(reading, Taken)
    assert reading.value == {"person_name": "Ann Becker", "postcode": postcode}


def test_name_and_postcode_abroad_come_in_one_message() -> None:
    said = Clause("Ann Becker, 114 55", "inform", 1.0, (Entity("person_name", "Ann Becker", 0, 10),))
    reading = ProofOfIdentity().read(said, state(), True)
    assert isinstance(reading, Taken)
    assert reading.value == {"person_name": "Ann Becker", "postcode": "114 55"}
