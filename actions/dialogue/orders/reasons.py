"""Asking for a reason, where the policy knows a few and decides by them."""

from __future__ import annotations

from collections.abc import Sequence

from actions.dialogue.clause import Clause
from actions.dialogue.mechanism.questions import CodedQuestion, Reading, Taken, Unusable
from actions.dialogue.mechanism.state import TaskState

NEAR = 0.45
"""Least cosine similarity at which an answer to "why?" means a known reason."""
BETWEEN = "/"
"""Stands between the reasons that a vague one ("wrong size") may be."""


class Reason(CodedQuestion):
    """Why. The one reason of a policy that has no other is not asked for."""

    slot = label = "reason"
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

    def known(self, state: TaskState) -> str | None:
        codes = self.codes(state)
        return codes[0] if len(codes) == 1 else None

    def read_words(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        reasons, codes = state.context.services.reasons, self.codes(state)
        if state.context.language.asks(clause.text):
            return None  # "what does not as described mean"
        said = reasons.literal(clause.text, codes)
        if said and (asked or not state.context.language.says(clause.text, "of_other_case")):
            return Taken(said)
        if not asked or clause.first("order_number") is not None:
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


def _known(code: str, codes: Sequence[str]) -> list[str]:
    """Those of the reasons that a vague one may be which the policy has."""
    return [each for each in code.split(BETWEEN) if each in codes]
