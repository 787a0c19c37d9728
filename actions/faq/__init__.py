"""The shop's written answers."""

from actions.faq.calibration import Calibration
from actions.faq.index import Answer, FaqIndex, FollowedUp
from actions.faq.scores import Figure
from actions.faq.topics import Topic, TopicError, read_topics

__all__ = ["Answer", "Calibration", "FaqIndex", "Figure", "FollowedUp", "Topic", "TopicError", "read_topics"]
