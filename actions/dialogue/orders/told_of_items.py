"""Reading what a message tells of each of several items: "the liner is too thin, the pillow has a hole"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise

from actions.dialogue.clause import Clause
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import PAUSE, Chosen, choose
from actions.dialogue.mechanism.questions import Option

Told = dict[str, str]
"""Item → what was told of it, as a code."""


@dataclass
class ToldOfItems:
    """What was told of items by their names."""

    codes: Told = field(default_factory=dict)
    silent: list[str] = field(default_factory=list)
    """The items that were named without anything being told of them."""
    spare: list[str] = field(default_factory=list)
    """What was told of no item by its name."""


def told_of_items(
    text: str, options: Sequence[Option], language: Language, literal: Callable[[str], str | None]
) -> ToldOfItems:
    """What is told of each of the options, as `literal` reads it.

    It is told of what is named in the same piece of the message ("bike damaged, mask missing"), or else of all that was
    named before without a word ("the boots and the jacket, both too small"). A bare name takes what was told before it
    ("the boots are torn, the jacket too").
    """
    told, last = ToldOfItems(), None
    listed: list[str] = []  # named one after the other, to be told of together
    likewise: Told = {}  # named after something was told, with nothing more
    for begins, piece in _each_piece(text, options, language, literal):
        if begins and not language.says(piece, "both"):
            listed = []
        chosen = _chosen(piece, options, language)
        named = [*chosen.keys] if chosen and (len(chosen.keys) < len(options) or len(options) == 1) else []
        bare = chosen is not None and chosen.coverage == 1.0
        code = literal(piece)
        if code and named:
            told.codes |= dict.fromkeys([*listed, *named], code)
            listed = []
        elif code and told.silent:
            told.codes |= dict.fromkeys(told.silent, code)
            listed = []
        elif code:
            told.spare.append(code)
        elif named:
            listed = [*listed, *named] if bare else []
            told.silent += [key for key in named if key not in told.codes]
            likewise |= dict.fromkeys(named, last) if bare and last else {}
        told.silent = [key for key in told.silent if key not in told.codes]
        last = code or last
    told.codes = {**likewise, **told.codes}
    told.silent = [key for key in told.silent if key not in told.codes]
    return told


def _each_piece(
    text: str, options: Sequence[Option], language: Language, literal: Callable[[str], str | None]
) -> Iterator[tuple[bool, str]]:
    """The pieces of a message, each with whether it begins after a mark."""
    for sentence in PAUSE.split(text):
        parts = (
            p for piece in pieces(sentence, language) for p in _by_names(piece, options, language, literal)
        )
        yield from ((at == 0, part) for at, part in enumerate(parts))


def _chosen(text: str, options: Sequence[Option], language: Language) -> Chosen | None:
    return choose(Clause(text, "", 1.0, ()), options, language, shown=False)


def _by_names(
    piece: str, options: Sequence[Option], language: Language, literal: Callable[[str], str | None]
) -> list[str]:
    """A piece that tells something of each of several items without a mark between them, cut before each name: "pillow
    leaks liner too long"."""
    cuts, last = list[int](), None
    for word in re.finditer(r"\S+", piece):
        chosen = _chosen(word[0], options, language)
        if chosen and len(chosen.keys) == 1 and chosen.keys != last:
            cuts.append(word.start())
            last = chosen.keys
    parts = [piece[start:end] for start, end in pairwise([0, *cuts[1:], len(piece)])]
    shares = [chosen.coverage for part in parts if (chosen := _chosen(part, options, language))]
    tells = literal(piece) is not None and all(share < 1 for share in shares)
    return parts if len(cuts) > 1 and tells else [piece]


def pieces(text: str, language: Language) -> Iterator[str]:
    """A message cut at marks and at the words that join its parts."""
    joints = sorted({*language.phrases("join"), *language.phrases("also_first")}, key=len, reverse=True)
    at_joint = re.compile(rf"\b(?:{'|'.join(map(re.escape, joints))})\b|[:–—]", re.IGNORECASE)
    for part in PAUSE.split(text):
        yield from filter(str.strip, at_joint.split(part))


def only(text: str, options: Sequence[Option], language: Language) -> str | None:
    """The piece of a message that lets nothing stand but what it names: "just the bike, the mask i'll find"."""
    limits, denials = {*language.phrases("only")}, {*language.phrases("denial")}
    beside = {word for kind in ("polite", "correction", "deny") for word in language.phrases(kind)}
    for piece in PAUSE.split(text):
        words = language.words(piece)
        begins = list(dropwhile(lambda word: word in beside - limits, words))[:1]
        denied = not denials.isdisjoint(words)
        if limits.intersection(begins) and not denied and _chosen(piece, options, language):
            return piece
    return None
