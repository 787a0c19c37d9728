"""The shop's written answers."""

from actions.faq.calibration import Calibration
from actions.faq.index import FaqIndex
from actions.faq.scores import Figure
from actions.faq.topics import Topic, TopicError, read_topics
from actions.faq.types import Answer, FollowedUp

__all__ = ["Answer", "Calibration", "FaqIndex", "Figure", "FollowedUp", "Topic", "TopicError", "read_topics"]
