"""The recommender."""

from actions.recommender.recommender import Recommender
from actions.recommender.types import Context, Did, Event, Item, OwnSize, Reason, Suggestion

__all__ = ["Context", "Did", "Event", "Item", "OwnSize", "Reason", "Recommender", "Suggestion"]
