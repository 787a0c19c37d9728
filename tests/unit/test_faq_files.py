"""The shop's written answers in `data/faq/`: each file keeps the format that the FAQ index reads."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

FAQ_FOLDER = Path(__file__).parents[2] / "data" / "faq"
FILES = sorted(FAQ_FOLDER.glob("*"))

MIN_TOPICS = 70
WORDS = range(60, 161)
QUESTIONS = range(4, 13)
MAX_WORDS_OF_A_QUESTION = 12
MAX_SENTENCES_OF_THE_FIRST_PARAGRAPH = 3


@dataclass(frozen=True)
class Topic:
    """One file: what its front matter says, and the answer below it in Markdown."""

    slug: str
    title: str
    questions: list[str]
    tags: list[str]
    answer: str
    tasks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    alarm: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> list[str]:
        return self.answer.split("\n\n")


@cache
def read_topic(path: Path) -> Topic:
    """Read one topic; ValueError where the front matter is not opened and closed by `---` lines."""
    match = re.fullmatch(r"---\n(.*?\n)---\n\n(.*)\n", path.read_text(encoding="utf-8"), re.DOTALL)
    if match is None:
        raise ValueError(f"{path.name}: expected front matter between two '---' lines, then the answer")
    front_matter, answer = match.groups()
    return Topic(slug=path.stem, answer=answer, **yaml.safe_load(front_matter))


@pytest.fixture(scope="module")
def topics() -> list[Topic]:
    return [read_topic(path) for path in FILES]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def topic(request: pytest.FixtureRequest) -> Topic:
    return read_topic(request.param)


def normalise(text: str) -> str:
    """The words alone, so that two questions that differ only in case or punctuation count as the same."""
    return " ".join(re.findall(r"\w+", text.lower().replace("'", "")))


def repeated(texts: list[str]) -> list[str]:
    return [text for text, count in Counter(map(normalise, texts)).items() if count > 1]


def test_there_are_enough_topics(topics: list[Topic]) -> None:
    assert len(topics) >= MIN_TOPICS


def test_titles_are_unique(topics: list[Topic]) -> None:
    assert repeated([topic.title for topic in topics]) == []


def test_no_question_is_asked_twice(topics: list[Topic]) -> None:
    assert repeated([question for topic in topics for question in topic.questions]) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_name_is_a_slug(path: Path) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.md", path.name)


def test_front_matter_is_complete(topic: Topic) -> None:
    assert isinstance(topic.title, str) and topic.title
    assert topic.tags and all(isinstance(tag, str) and tag == tag.lower() for tag in topic.tags)
    assert len(topic.questions) in QUESTIONS


def test_questions_are_short_lines(topic: Topic) -> None:
    for question in topic.questions:
        assert isinstance(question, str)
        assert 1 <= len(question.split()) <= MAX_WORDS_OF_A_QUESTION, question


def test_answer_has_the_length_of_an_answer(topic: Topic) -> None:
    assert len(topic.answer.split()) in WORDS


def test_first_paragraph_stands_alone(topic: Topic) -> None:
    first = topic.paragraphs[0]
    assert not first.startswith("- ")
    assert first.endswith("."), "a first paragraph that announces a list is no answer without it"
    sentences = re.split(r"[.!?](?:\s+|$)", first.strip())[:-1]
    assert len(sentences) <= MAX_SENTENCES_OF_THE_FIRST_PARAGRAPH


def test_answer_is_plain_paragraphs_and_lists(topic: Topic) -> None:
    assert not re.search(r"<\w|^#|^\s*\||^```|\n\n\n|^\d+\. ", topic.answer, re.MULTILINE)
    for paragraph in topic.paragraphs:
        if paragraph.startswith("- "):
            assert all(line.startswith(("- ", "  ")) for line in paragraph.split("\n")), paragraph
