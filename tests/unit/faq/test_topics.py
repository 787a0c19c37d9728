"""Reading the written answers: what a topic is, and a clear word about each file that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.faq import TopicError, read_topics
from actions.faq.topics import read_topic

GOOD = """---
title: Can I pay in instalments?
questions:
  - do you do klarna
  - pay in 4?
tags: [payment, klarna]
---

Yes: with **Klarna** you can split any order over $50. Klarna charges *no* interest.

It works so:

- Choose Klarna at [checkout](/checkout) and enter your number.
- OK.
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_topic_is_read_whole(tmp_path: Path) -> None:
    topic = read_topic(write(tmp_path, "pay-in-instalments.md", GOOD))
    assert topic.name == "pay-in-instalments"
    assert topic.title == "Can I pay in instalments?"
    assert topic.questions == ("do you do klarna", "pay in 4?")
    assert topic.tags == ("payment", "klarna")
    assert topic.text.startswith("Yes: with **Klarna**")
    assert topic.summary == "Yes: with Klarna you can split any order over $50. Klarna charges no interest."


def test_sentences_are_without_markdown_and_say_something(tmp_path: Path) -> None:
    assert read_topic(write(tmp_path, "a.md", GOOD)).sentences == (
        "with Klarna you can split any order over $50.",
        "Klarna charges no interest.",
        "It works so:",
        "Choose Klarna at checkout and enter your number.",
    )


def test_an_item_that_is_no_sentence_stands_after_what_leads_to_it(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Prices\n---\nWe match prices.\n\nWe can't match:\n\n- auctions\n- misprints\n\nAsk us.\n"
    )
    assert read_topic(write(tmp_path, "a.md", text)).statements == (
        "We match prices.",
        "We can't match: auctions",
        "We can't match: misprints",
        "Ask us.",
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_files_from_other_systems_are_read(tmp_path: Path, newline: str) -> None:
    text = ("\ufeff" + GOOD).replace("\n", newline)
    assert read_topic(write(tmp_path, "a.md", text)).questions == ("do you do klarna", "pay in 4?")


def test_questions_and_tags_may_be_missing(tmp_path: Path) -> None:
    topic = read_topic(write(tmp_path, "a.md", "---\ntitle: Hours\n---\nWe open at eight in the morning.\n"))
    assert (topic.questions, topic.tags, topic.tasks, topic.kinds) == ((), (), (), ())


def test_kinds_of_product_are_read(tmp_path: Path) -> None:
    text = "---\ntitle: Cards\nkinds: [gift card]\n---\nThey come by mail.\n"
    assert read_topic(write(tmp_path, "a.md", text)).kinds == ("gift card",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "does not begin with front matter"),
        ("Just an answer.", "does not begin with front matter"),
        ("---\ntitle: X\n", "does not begin with front matter"),
        ("---\ntitle: [unclosed\n---\nAnswer.", "not YAML"),
        ("---\n- a\n- list\n---\nAnswer.", "no title"),
        ("---\nquestions: [a]\n---\nAnswer.", "no title"),
        ("---\ntitle: '  '\n---\nAnswer.", "no title"),
        ("---\ntitle: X\n---\n\n", "no answer"),
        ("---\ntitle: X\nquestions: what now\n---\nAnswer.", "questions are not a list"),
        (b"---\ntitle: X\n---\n\xff\xfe", "not UTF-8"),
    ],
)
def test_what_is_no_topic_is_named_with_its_problem(tmp_path: Path, text: str | bytes, problem: str) -> None:
    write(tmp_path, "good.md", GOOD)
    write(tmp_path, "bad.md", text)
    with pytest.raises(TopicError, match=rf"bad\.md.*{problem}") as error:
        read_topics(tmp_path)
    assert "good.md" not in str(error.value)


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    write(tmp_path, "one.md", "")
    write(tmp_path, "two.md", "---\ntitle: X\n---\n")
    with pytest.raises(TopicError, match=r"one\.md.*two\.md"):
        read_topics(tmp_path)


def test_two_files_with_one_title_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    write(tmp_path, "b.md", GOOD)
    with pytest.raises(TopicError, match=r"b\.md has the title of a\.md"):
        read_topics(tmp_path)


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.md", GOOD)
    write(tmp_path, "notes.txt", "not an answer")
    assert [topic.name for topic in read_topics(tmp_path)] == ["a"]
    assert read_topics(tmp_path / "nowhere") == []
