"""One-time codes in conversation: a shop whose policy asks for them, and a real mail server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.assistant import ROOT, Assistant, Shopper
from tests.support.conversations import check
from tests.support.mailbox import PASSWORD, USER, Mailbox, mail_server

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

ASKS_FOR_MORE = {"cancel_order": "emailed_code", "delete_my_data": "emailed_code", "return_item": "signed_in"}


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop's policy, but cancelling and forgetting need a code, and returns a sign-in."""
    rules = yaml.safe_load((ROOT / "data/shop/policy.yml").read_text(encoding="utf-8"))
    rules["identity"]["needed_for"].update(ASKS_FOR_MORE)
    file = tmp_path_factory.mktemp("policy") / "policy.yml"
    file.write_text(yaml.safe_dump(rules), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture(scope="module")
def running(mailbox: Mailbox, policy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with mail_server(mailbox) as server:
        settings = {
            "AISLE_POLICY_FILE": str(policy),
            "AISLE_SMTP_HOST": "127.0.0.1",
            "AISLE_SMTP_PORT": str(server.port),
            "AISLE_SMTP_USER": USER,
            "AISLE_SMTP_PASSWORD": PASSWORD,
            "AISLE_SMTP_STARTTLS": "false",
        }
        with Assistant(tmp_path_factory.mktemp("codes"), settings=settings) as assistant:
            yield assistant


@pytest.fixture
def shopper(running: Assistant, mailbox: Mailbox) -> Shopper:
    """A guest, in the shop as it was seeded."""
    running.restore()
    mailbox.letters.clear()
    return Shopper(running)


def hears(shopper: Shopper, line: str, *says: str, never: str = "", text: str = "") -> None:
    """Say a line; these responses must come in this order, and one never."""
    shopper.say(line)
    check(
        {"user": line, "says": list(says), "never": never or None, "text": text or None},
        shopper,
        shopper.assistant,
    )


def asked_for_the_code(shopper: Shopper) -> None:
    hears(shopper, "cancel order 1077 please, i ordered it by mistake", "utter_question_proof")
    hears(shopper, "ann@example.com", "utter_code_sent", "utter_question_code", text="a…n@example.com")


def status(shopper: Shopper) -> str:
    ((found,),) = shopper.assistant.query("select status from orders where order_number = '1077'")
    return str(found)


@pytest.mark.parametrize(
    "dress",
    [
        "{0}",
        "its {1} {2}",
        "{1}-{2}",
        "the email says {0}",
        "code: {1}.{2}",
        "{spaced}",
        "{words}",
        "ok i got it, {0}",
    ],
)
def test_the_code_is_taken_in_any_dress(shopper: Shopper, mailbox: Mailbox, dress: str) -> None:
    asked_for_the_code(shopper)
    assert [letter["To"] for letter in mailbox.letters] == ["ann@example.com"]
    code = mailbox.code()
    names = "zero one two three four five six seven eight nine".split()
    words = " ".join(names[int(digit)] for digit in code)
    said = dress.format(code, code[:3], code[3:], spaced=" ".join(code), words=words)
    hears(shopper, said, "utter_question_confirmed_cancel", never="utter_corrected")
    assert status(shopper) != "cancelled"
    hears(shopper, "yes", "utter_cancelled")
    assert status(shopper) == "cancelled"


def test_what_is_proved_so_holds_for_the_next_wish(shopper: Shopper, mailbox: Mailbox) -> None:
    asked_for_the_code(shopper)
    hears(shopper, mailbox.code(), "utter_question_confirmed_cancel")
    hears(shopper, "stop", "utter_left_cancel")
    hears(shopper, "delete all my data", never="utter_question_code")
    assert len(mailbox.letters) == 1


def test_who_is_known_by_a_guests_proof_is_asked_for_the_code_alone(
    shopper: Shopper, mailbox: Mailbox
) -> None:
    hears(shopper, "where is order 1058", "utter_question_proof")
    hears(shopper, "ann@example.com", "utter_order_status")
    hears(
        shopper,
        "please delete my data",
        "utter_code_sent",
        "utter_question_code",
        never="utter_question_proof",
    )


@pytest.mark.parametrize(
    "words",
    [
        "send it again",
        "i didn't get it",
        "nothing arrived",
        "can you send me a new code?",
        "[Send a new code]",
    ],
)
def test_another_code(shopper: Shopper, mailbox: Mailbox, words: str) -> None:
    asked_for_the_code(shopper)
    first = mailbox.code()
    if words.startswith("["):
        shopper.press(words[1:-1])
        check(
            {"press": words, "says": ["utter_code_sent_again", "utter_question_code"]},
            shopper,
            shopper.assistant,
        )
    else:
        hears(shopper, words, "utter_code_sent_again", "utter_question_code")
    assert len(mailbox.letters) == 2
    if first != mailbox.code():
        hears(shopper, first, "utter_wrong_code", "utter_question_code")
    hears(shopper, mailbox.code(), "utter_question_confirmed_cancel")


def test_one_that_ran_out_is_sent_anew(shopper: Shopper, mailbox: Mailbox, running: Assistant) -> None:
    asked_for_the_code(shopper)
    run_out(running)
    hears(shopper, mailbox.code(), "utter_wrong_code", "utter_code_sent_again", "utter_question_code")
    hears(shopper, mailbox.code(), "utter_question_confirmed_cancel")


def test_guesses_are_counted_and_locked(shopper: Shopper, mailbox: Mailbox) -> None:
    asked_for_the_code(shopper)
    wrong = f"{(int(mailbox.code()) + 1) % 10**6:06}"
    for _ in range(4):
        hears(shopper, wrong, "utter_wrong_code", "utter_question_code")
    hears(shopper, wrong, "utter_locked")
    assert "Talk to a person" in shopper.buttons()
    hears(shopper, "cancel order 1077", "utter_locked", never="utter_question_confirmed_cancel")
    assert status(shopper) != "cancelled"


def test_no_more_than_so_many_an_hour(shopper: Shopper, mailbox: Mailbox, running: Assistant) -> None:
    asked_for_the_code(shopper)
    for _ in range(4):
        hears(shopper, "send it again", "utter_code_sent_again")
    hears(shopper, "send it again", "utter_code_later", "utter_question_code")
    assert len(mailbox.letters) == 5
    run_out(running)
    hears(shopper, mailbox.code(), "utter_wrong_code", "utter_no_more_codes")


def test_questions_and_changes_of_mind_in_between(shopper: Shopper, mailbox: Mailbox) -> None:
    asked_for_the_code(shopper)
    hears(shopper, "why do you need that?", "utter_why_code", "utter_question_code")
    hears(shopper, "12345", "utter_unusable_code", "utter_question_code")
    hears(shopper, "one moment", "utter_take_your_time", never="utter_question_code")
    hears(shopper, "how long do refunds take?", "utter_question_code")
    hears(shopper, "never mind", "utter_left_cancel")
    assert len(mailbox.letters) == 1 and status(shopper) != "cancelled"


def test_what_needs_a_sign_in_says_so_at_once(shopper: Shopper) -> None:
    hears(shopper, "i want to return something", "utter_sign_in_needed", never="utter_question_order_number")
    assert "Talk to a person" in shopper.buttons()


def test_the_signed_in_need_no_code(running: Assistant, mailbox: Mailbox) -> None:
    running.restore()
    mailbox.letters.clear()
    hears(
        Shopper(running, "C0001"), "cancel order 1077, ordered by mistake", "utter_question_confirmed_cancel"
    )
    assert mailbox.letters == []


def test_a_new_address_of_mail_is_proved_as_well_as_the_old_one(shopper: Shopper, mailbox: Mailbox) -> None:
    hears(shopper, "my email changed, please update it in my account", "utter_question_order_number")
    hears(shopper, "1042", "utter_question_proof")
    hears(shopper, "ann@example.com", "utter_code_sent", "utter_question_code")
    hears(shopper, mailbox.code(), "utter_question_new_email")
    hears(
        shopper,
        "ann.becker@example.org",
        "utter_email_code_sent",
        "utter_question_code",
        text="ann.becker@example.org",
    )
    hears(
        shopper,
        mailbox.code(),
        "utter_question_confirmed_details",
        text="ann@example.com.*ann.becker@example.org",
    )
    assert emails(shopper) == "ann@example.com"
    hears(shopper, "yes please", "utter_details_changed")
    assert emails(shopper) == "ann.becker@example.org"
    assert [letter["To"] for letter in mailbox.letters] == [
        "ann@example.com",
        "ann.becker@example.org",
        "ann@example.com",
    ]


def test_the_code_of_the_old_address_is_none_of_the_new(running: Assistant, mailbox: Mailbox) -> None:
    running.restore()
    mailbox.letters.clear()
    ann = Shopper(running, "C0001")
    hears(ann, "change my email to marcus@example.com", "utter_email_code_sent", never="utter_email_taken")
    hears(ann, mailbox.code(), "utter_email_taken")
    assert emails(ann) == "ann@example.com"


def emails(shopper: Shopper) -> str:
    ((found,),) = shopper.assistant.query("select email from customers where customer_id = 'C0001'")
    return str(found)


def run_out(assistant: Assistant) -> None:
    """Let every code be too old."""
    assistant.execute("update one_time_codes set expires = '2001-01-01 00:00:00.000000'")
