"""A person who takes a conversation over gets all that was gathered: what was wanted, of what, why, by whom."""

from __future__ import annotations

from tests.support.assistant import Assistant, Shopper


def summary(assistant: Assistant) -> str:
    ((found,),) = assistant.query("select summary from handoffs")
    return str(found)


def talk(assistant: Assistant, *lines: str, customer: str | None = None) -> str:
    """What stands in the queue after these lines."""
    assistant.restore()
    shopper = Shopper(assistant, customer)
    for line in lines:
        shopper.say(line)
    return summary(assistant)


def test_an_open_task_goes_with_its_values(assistant: Assistant) -> None:
    told = talk(
        assistant, "return the boots from order 1042, ann@example.com", "too small", "let me talk to a person"
    )
    task = told.splitlines()[0]
    assert "your return" in task and "order: 1042" in task and "reason: Too small" in task and "Boots" in task
    assert "Who it is was shown by a guest's proof." in told
    assert "user: too small" in told


def test_one_that_waits_goes_as_well(assistant: Assistant) -> None:
    told = talk(
        assistant, "return the boots from order 1042", "cancel order 1077", "a human please", customer="C0001"
    )
    first, second, proof = told.splitlines()[:3]
    assert "your cancellation" in first and "1077" in first
    assert "your return" in second and "1042" in second
    assert proof == "They are signed in."


def test_what_was_refused_just_now_goes(assistant: Assistant) -> None:
    told = talk(assistant, "return the boots from order 1058", "i want to talk to a person", customer="C0001")
    assert "your return" in told.splitlines()[0] and "1058" in told.splitlines()[0]


def test_who_showed_nothing_is_told_so(assistant: Assistant) -> None:
    told = talk(assistant, "where is order 1058", "i want to talk to a person please")
    assert "Nobody has shown who they are." in told
    assert "order: 1058" in told.splitlines()[0]
    assert "example.com" not in told


def test_the_whole_conversation_goes(assistant: Assistant) -> None:
    chat = [f"my dog is called Rex the {n}th" for n in range(9)]
    told = talk(assistant, *chat, "i want to talk to a person")
    assert all(f"user: {line}" in told for line in chat)
