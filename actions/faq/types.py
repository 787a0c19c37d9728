"""What questions about the shop lead to."""

from __future__ import annotations

from dataclasses import dataclass

from actions.faq.scores import Figure
from actions.faq.topics import Topic


@dataclass(frozen=True, slots=True)
class Answer:
    """A written answer: `topic` is its name, `text` its Markdown, `summary` its first paragraph in plain text, `source`
    its file below the data folder, `score` how sure it is meant (at most 1), `passage` what stands below the summary
    and speaks to the question more plainly (empty where nothing does), `tasks` the wishes that are served rather than
    answered with it, `kinds` the kinds of product that it is about. `to_the_point` says that the question names nothing
    that neither the topic's title and questions nor its first sentence name: a yes or no in that is one to it. `alarm`
    says that it is about what alarms people."""

    topic: str
    title: str
    text: str
    summary: str
    source: str
    score: float
    passage: str = ""
    tasks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    to_the_point: bool = False
    alarm: bool = False

    @classmethod
    def of(cls, topic: Topic, score: float, passage: str = "", to_the_point: bool = False) -> Answer:
        """A topic's answer."""
        return cls(
            topic=topic.name,
            title=topic.title,
            text=topic.text,
            summary=topic.summary,
            source=f"faq/{topic.name}.md",
            score=score,
            passage=passage,
            tasks=topic.tasks,
            kinds=topic.kinds,
            to_the_point=to_the_point,
            alarm=bool(topic.alarm),
        )


@dataclass(frozen=True)
class FollowedUp:
    """The question that a message goes on from: its words, and the topic with which it was answered.

    `other_thing` says that the message names another thing to ask the same about, and nothing else ("and for boots?"),
    `points` that it points at what was answered ("what does it cost"). `asks` is the kind of figure that it asks for,
    `subject` the message without the words that do ("how much is a tent": "is a tent"). `by_itself`
    says that it may be a question by itself.
    """

    question: str
    topic: str
    other_thing: bool = False
    points: bool = False
    asks: Figure | None = None
    subject: str | None = None
    by_itself: bool = True
