"""What a message of several clauses asks for, and which of its wishes it is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

FEW = 4
"""Parts up to which several wishes are taken at their word; more of them are a story."""


@dataclass(frozen=True)
class Reading:
    """A stretch of a message (`start` to `end`) and the intent it was understood as."""

    start: int
    end: int
    intent: str
    confidence: float

    def joined(self, other: Reading) -> Reading:
        """This reading, reaching over the other one too."""
        return replace(self, start=min(self.start, other.start), end=max(self.end, other.end))


@dataclass(frozen=True)
class WishReader:
    """Puts a message's meaning together from the readings of its parts.

    Attributes:
        unknown: intent of what was not understood.
        not_wishes: intents that ask for nothing (greetings, answers, chat); a wish in the same message outweighs them.
        moods: intents that only colour another wish, where there is one (`it is a shame, and …`).
        sure: least confidence of a clause that counts by itself.
    """

    unknown: str
    not_wishes: frozenset[str]
    moods: frozenset[str]
    sure: float

    def clauses(self, parts: Sequence[Reading]) -> list[Reading]:
        """The parts that are understood, in order; neighbours of one intent are one.

        What is not understood by itself belongs to what stands before it, or after it at the beginning.
        """
        clauses: list[Reading] = []
        unclear: Reading | None = None
        for part in parts:
            if part.intent == self.unknown or part.confidence < self.sure:
                if clauses:
                    clauses[-1] = clauses[-1].joined(part)
                else:
                    unclear = unclear.joined(part) if unclear else part
            elif clauses and clauses[-1].intent == part.intent:
                confidence = max(clauses[-1].confidence, part.confidence)
                clauses[-1] = replace(clauses[-1].joined(part), confidence=confidence)
            else:
                clauses.append(part.joined(unclear) if unclear else part)
                unclear = None
        return clauses

    def meant(self, whole: Reading, parts: Sequence[Reading]) -> Reading:
        """What the message is taken for: its first wish, where it utters several; else the whole, if that is sure.

        A wish buried in a long story may be clearer by itself than the whole, and so is the wish after a greeting. Of
        a story that seems to utter many wishes the whole tells best which of them it comes to; to a wish that no part
        utters it comes only where it is surer than the parts are.
        """
        clauses = self.clauses(parts)
        asking = [clause for clause in clauses if clause.intent not in self.not_wishes]
        wishes = [wish for wish in asking if wish.intent not in self.moods] or asking
        if not wishes:
            return whole
        if len({wish.intent for wish in wishes}) > 1 and len(parts) <= FEW:
            return wishes[0]
        surest = max(wishes, key=lambda wish: wish.confidence)
        asks = whole.intent not in self.not_wishes | self.moods | {self.unknown}
        uttered = whole.intent in {wish.intent for wish in wishes}
        least = min(self.sure, surest.confidence) if uttered else surest.confidence
        return whole if asks and whole.confidence >= least else surest
