"""Asking for a reason, where the policy knows a few and decides by them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from actions.dialogue.mechanism.questions import Question, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState
from actions.dialogue.messages import Choice, payload
from actions.dialogue.turn import Clause

NEAR = 0.45
"""Least cosine similarity at which an answer to "why?" means a known reason."""
BETWEEN = "/"
"""Stands between the reasons that a vague one ("wrong size") may be."""


class Reason(Question):
    """Why. The one reason of a policy that has no other is not asked for."""

    slot = "reason"
    sounds_like = frozenset(
        {
            "report_problem",
            "complain",
            "give_feedback",
            "exchange_item",
            "ask_product_detail",
            "refine_search",
            "return_item",
            "chitchat",
            "nlu_fallback",
        }
    )

    @abstractmethod
    def codes(self, state: TaskState) -> tuple[str, ...]:
        """The reasons of the policy."""

    def known(self, state: TaskState) -> str | None:
        codes = self.codes(state)
        return codes[0] if len(codes) == 1 else None

    def choices(self, state: TaskState) -> Sequence[Choice]:
        return [
            Choice(state.text(f"utter_reason_{code}"), payload("inform", answer=code))
            for code in self.codes(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        reasons, codes = state.context.services.reasons, self.codes(state)
        pressed = clause.first("answer")
        if pressed is not None:
            return Taken(str(pressed)) if str(pressed) in codes else None
        if state.context.language.asks(clause.text):
            return None  # "what does not as described mean"
        if said := reasons.literal(clause.text, codes):
            return Taken(said)
        if not asked:
            return None
        vague = [each for each in state.context.language.reasons if BETWEEN in each and _known(each, codes)]
        if said := reasons.literal(clause.text, vague):
            return self._unclear(said, state)
        nearest = reasons.nearest(clause.text, [*codes, *vague])
        if nearest is None or nearest.likeness < NEAR:
            return None
        return self._unclear(nearest.code, state) if nearest.code in vague else Taken(nearest.code, 0.0)

    def _unclear(self, code: str, state: TaskState) -> Unusable:
        """What may be one of several reasons: which of them is it?"""
        named = [self.describe(each, state) for each in _known(code, self.codes(state))]
        return Unusable("utter_unclear_reason", {"reasons": state.context.formats.choice(named)}, 1.0)

    def describe(self, value: str, state: TaskState) -> str:
        return state.text(f"utter_reason_{value}")


def _known(code: str, codes: Sequence[str]) -> list[str]:
    """Those of the reasons that a vague one may be which the policy has."""
    return [each for each in code.split(BETWEEN) if each in codes]
