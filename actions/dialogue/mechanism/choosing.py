"""Reading which of the shown things is meant: by number, by name, all, all but one, or none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from actions.dialogue.language import Language
from actions.dialogue.mechanism.questions import Option
from actions.dialogue.turn import Clause

SIMILAR = 84
"""Least rapidfuzz ratio (0–100) at which two words count as the same, typed wrongly."""
PAUSE = re.compile(r"[,;，；、]")
"""Ends what a "not" rules out."""
LONG_ENOUGH = 5
"""Letters from which a word may be a mistyped one: `back` is not `black`."""
HEAD = 4
"""Letters from which a word may be the last part of a compound (`lamp`, `headlamp`)."""


@dataclass(frozen=True)
class Chosen:
    """The keys meant, and the share of the message's words that named them."""

    keys: tuple[str, ...]
    coverage: float


def choose(clause: Clause, options: Sequence[Option], language: Language) -> Chosen | None:
    """What a message chooses among options, or None where it names none of them.

    Understood are buttons (entity `answer`), ordinals, the words of the labels with small typos, "all", "both",
    "all but X", "not X", "not X, Y"; of several options named by the same words, those that most of the words fit.
    """
    keys = [option.key for option in options]
    pressed = clause.first("answer")
    if pressed is not None:
        return Chosen((str(pressed),), 1.0) if str(pressed) in keys else None

    words = language.words(clause.text)
    cut = language.find(clause.text, language.phrases("except"))
    every = language.phrases("all") + (language.phrases("both") if len(keys) == 2 else [])
    everything = language.find(clause.text, every)
    before, after = (words, []) if cut is None else (words[:cut], words[cut + 1 :])
    if cut is not None and everything is None:  # "not the jacket, the lamp" rules out no more than the jacket
        parts = [part for part in PAUSE.split(clause.text) if not language.says(part, "except")]
        before = [word for part in parts for word in language.words(part)] or before

    excluded = _named(after, options)
    if (
        after
        and everything is not None
        and not excluded
        and words[cut or 0] not in language.phrases("negation")
    ):
        return None  # all but something that is not there; "all, it's not for me" is all
    if excluded and not _named(before, options):
        kept = tuple(key for key in keys if key not in excluded)
        # "all but the lamp" chooses the rest; "not the lamp" does so only where that leaves one thing.
        return Chosen(kept, 1.0) if kept and (everything is not None or len(kept) == 1) else None

    positions = [int(value) for value in clause.values("ordinal")]
    by_number = [keys[_index(p)] for p in positions if 0 < abs(p) <= len(keys)]
    named = _named(before, options)
    if named and len(named) < len(keys):
        return Chosen(tuple(named), _coverage(before, options, named))
    if by_number:
        return Chosen(tuple(dict.fromkeys(by_number)), 1.0)
    if everything is not None:
        return Chosen(tuple(keys), 1.0)
    return Chosen(tuple(named), _coverage(before, options, named)) if len(keys) == 1 and named else None


def _index(position: int) -> int:
    return position - 1 if position > 0 else position


def _named(words: Sequence[str], options: Sequence[Option]) -> list[str]:
    """The options that the words name: of those sharing a word, only the ones that match most words."""
    matches = {option.key: _matching(words, option) for option in options}
    return [
        key for key, mine in matches.items() if mine and not any(mine < others for others in matches.values())
    ]


def _matching(words: Sequence[str], option: Option) -> frozenset[str]:
    label_words = {word for label in option.labels for word in label.lower().replace("–", " ").split()}
    return frozenset(word for word in words if any(_same(word, other) for other in label_words))


def _same(word: str, other: str) -> bool:
    if len(word) < 3 or len(other) < 3:
        return word == other and word.isdigit()
    if word == other or (len(word) >= HEAD and other.endswith(word)):
        return True
    return min(len(word), len(other)) >= LONG_ENOUGH and fuzz.ratio(word, other) >= SIMILAR


def _coverage(words: Sequence[str], options: Sequence[Option], keys: Sequence[str]) -> float:
    matched = frozenset[str]().union(*(_matching(words, option) for option in options if option.key in keys))
    return sum(word in matched for word in words) / max(len(words), 1)
