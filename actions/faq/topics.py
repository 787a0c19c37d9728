"""The shop's written answers: one Markdown file a topic, with the questions it answers in its front matter.

---
title: Can I pay in instalments?
questions:
  - do you do klarna
tags: [payment, klarna]
tasks: [change_payment]  # may be left out: wishes that the assistant serves itself
kinds: [gift card]  # may be left out: the kinds of product that it is about
alarm: [hacked]  # may be left out: words of which those who are alarmed by it use one; it comes before every wish then
---

Yes: with Klarna you can split any order over $50 into four equal payments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

FILE = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<text>.*)", re.DOTALL)
SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
CLAUSE = re.compile(r"(?<=[.!?:;])\s+|(?<=[。！？])")
OPEN = (":", "：", "?", "？")
"""Ends of a sentence that states nothing by itself: what it leads to stands after it."""
FEWEST_WORDS = 3
"""A shorter sentence says nothing by itself."""


class TopicError(ValueError):
    """A file is not a topic; the message names every such file and what is wrong with it."""


@dataclass(frozen=True)
class Topic:
    """One written answer. `name` is the file's name without its ending, `text` the answer in Markdown, `tasks` the
    wishes (intents) that the assistant serves itself rather than answering with it, `kinds` the kinds of product that
    it is about: "under 50" right after it asks for such. `alarm` are words of which those
    use one who are alarmed by what it is about."""

    name: str
    title: str
    questions: tuple[str, ...]
    tags: tuple[str, ...]
    text: str
    tasks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    alarm: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """What can be said of the answer by itself, without Markdown: first its summary, then each sentence below."""
        summary, *rest = _blocks(self.text) or [""]
        return (summary, *_statements(rest))

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """The whole sentences of the answer, its summary's among them, without Markdown."""
        return tuple(_statements(_blocks(self.text)))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The answer's sentences without their Markdown, cut at colons too; those of one or two words left out."""
        return tuple(sentence for block in _blocks(self.text) for sentence in clauses(block))

    @cached_property
    def summary(self) -> str:
        """The answer's first paragraph, without Markdown."""
        return next(iter(_blocks(self.text)), "")


def clauses(text: str) -> list[str]:
    """The parts of a text, cut at colons too, that are long enough to say something by themselves."""
    return [part.strip() for part in CLAUSE.split(text) if len(part.split()) >= FEWEST_WORDS]


def _statements(blocks: Iterable[str]) -> list[str]:
    """Their whole sentences, as far as they state something; an item that only ends what leads to its list stands after
    that: "We can't match: auctions"."""
    said, lead = list[str](), ""
    for block in blocks:
        *before, last = (sentence.strip() for sentence in SENTENCE.split(block))
        said += [f"{lead} {each}" if lead and each[:1].islower() else each for each in (*before, last)]
        lead = last if last.endswith(OPEN) else lead
    return [sentence for sentence in said if sentence and not sentence.endswith(OPEN)]


def read_topics(folder: Path) -> list[Topic]:
    """The topics in a folder, by name; TopicError if any of its Markdown files is not one, or two share a title."""
    topics, problems = [], []
    for path in sorted(folder.glob("*.md")):
        try:
            topics.append(read_topic(path))
        except TopicError as error:
            problems.append(str(error))
    titles: dict[str, str] = {}
    for topic in topics:
        if other := titles.setdefault(topic.title, topic.name):
            problems += [f"{topic.name}.md has the title of {other}.md"] if other != topic.name else []
    if problems:
        raise TopicError(f"{folder}: " + "; ".join(problems))
    return topics


def read_topic(path: Path) -> Topic:
    """One file; TopicError where it lacks front matter, a title, or an answer."""
    try:
        match = FILE.fullmatch(path.read_text(encoding="utf-8").replace("\r\n", "\n").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise TopicError(f"{path.name} is not UTF-8") from None
    if match is None:
        raise TopicError(f"{path.name} does not begin with front matter between two lines of ---")
    try:
        front: Any = yaml.safe_load(match["front"])
    except yaml.YAMLError as error:
        raise TopicError(f"{path.name}: its front matter is not YAML ({error})") from error
    if not isinstance(front, dict) or not str(front.get("title") or "").strip():
        raise TopicError(f"{path.name}: its front matter has no title")
    if not match["text"].strip():
        raise TopicError(f"{path.name} has no answer below its front matter")
    return Topic(
        name=path.stem,
        title=str(front["title"]).strip(),
        questions=_listed(path, front, "questions"),
        tags=_listed(path, front, "tags"),
        text=match["text"].strip(),
        tasks=_listed(path, front, "tasks"),
        kinds=_listed(path, front, "kinds"),
        alarm=_listed(path, front, "alarm"),
    )


def _listed(path: Path, front: dict[str, Any], key: str) -> tuple[str, ...]:
    values = front.get(key) or []
    if not isinstance(values, list):
        raise TopicError(f"{path.name}: its {key} are not a list")
    return tuple(str(value).strip() for value in values if str(value).strip())


def _blocks(markdown: str) -> list[str]:
    """The text of each paragraph, heading and list item."""
    inline = (token for token in MarkdownIt().parse(markdown) if token.type == "inline")
    texts = ("".join(child.content or " " for child in token.children or ()) for token in inline)
    return [" ".join(text.split()) for text in texts if text.strip()]
