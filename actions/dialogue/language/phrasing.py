"""How a message is put: whether it asks, adds, denies or goes on from what was said."""

from __future__ import annotations

import re
from itertools import dropwhile

from actions.dialogue.language.wording import Wording


class Phrasing(Wording):
    """What the shape of a message says, whatever it is about."""

    def adds(self, text: str) -> bool:
        """Whether a message adds to what was said before ("and the jacket too", "you left out the jacket")."""
        polite = [word for kind in ("polite", "correction", "affirm") for word in self.phrases(kind)]
        words = list(dropwhile(lambda word: word in polite, self.words(text)))
        while words and words[-1] in polite:
            words.pop()
        first, last = self.phrases("also_first"), self.phrases("also_last")
        pieces = [self.words(piece) for piece in re.split(r"[,;.!?]", text)]
        ends = any(each[-len(w) :] == w for w in map(self.words, last) for each in (words, *pieces))
        return bool(words) and (words[0] in first or ends or self.says(text, "adding"))

    def without_lead(self, text: str) -> str:
        """A text without the words that only join it to what was said before: "ok and"."""
        idle = {phrase for kind in ("acknowledge", "join", "hedge") for phrase in self.phrases(kind)}
        words = text.split()
        rest = list(dropwhile(lambda word: word.lower().strip(",.!") in idle, words))
        return " ".join(rest or words)

    def without_parcel(self, text: str) -> str:
        """A text without what says which parcel or order is spoken of, by something in it: "from my fleece parcel"."""
        leads, parcels, holding = (
            "|".join(map(re.escape, self.phrases(kind))) for kind in ("from_order", "parcels", "holding")
        )
        word = r"[\w'-]+"
        pattern = rf"\b(?:{leads})\s+(?:{word}\s+){{1,3}}?(?:{parcels})\b(?:\s+(?:{holding})\s+(?:{word}\s*){{1,2}})?"
        return re.sub(pattern, " ", text, flags=re.IGNORECASE)

    def denies(self, text: str, position: int) -> bool:
        """Whether the word at a position is denied by the one before it ("not too small")."""
        return position > 0 and self.words(text)[position - 1] in self.phrases("denial")

    def is_question(self, text: str) -> bool:
        """Whether a message is marked as a question."""
        return "?" in text or "？" in text

    def without_no(self, text: str) -> str:
        """A text without the "no" with which it begins, and what hesitates before that."""
        kinds = [phrase for kind in ("none_of", "hedge", "correction") for phrase in self.phrases(kind)]
        words = "|".join(re.escape(word) for word in sorted(kinds, key=len, reverse=True))
        return re.sub(rf"^(?:\W*\b(?:{words})\b)+[\s,.!]*", "", text, flags=re.IGNORECASE)

    def without_yes_or_no(self, text: str) -> str:
        """A text without the yes or no with which it begins: "Yes: choose Gift" → "Choose Gift"."""
        words = "|".join(map(re.escape, self.phrases("yes_or_no")))
        rest = re.sub(rf"^(?:{words})[,:.!]\s+", "", text, flags=re.IGNORECASE)
        return rest[:1].upper() + rest[1:]

    def asks(self, text: str) -> bool:
        """Whether a message begins as a question does."""
        return not set(self.words(text)[:1]).isdisjoint(self.phrases("question"))

    def asks_in_particular(self, text: str) -> bool:
        """Whether a message asks for something in particular, and not for all there is to say."""
        if text.startswith("/") or self.says(text, "tell_all"):
            return False
        words = list(dropwhile(lambda word: word in self.phrases("join"), self.words(text)))
        begins = (*self.phrases("asks_whether"), *self.phrases("question"))
        return not set(words[:1]).isdisjoint(begins) or self.is_question(text)

    def asks_whether(self, text: str) -> bool:
        """Whether a message asks what yes or no answers: "and is that free"."""
        words = list(dropwhile(lambda word: word in self.phrases("join"), self.words(text)))
        return not set(words[:1]).isdisjoint(self.phrases("asks_whether"))

    def asks_of_it(self, text: str) -> bool:
        """Whether a message asks something of "it", whatever it names besides: "does it fit in a tent bag"."""
        first, *rest = self.words(text) or [""]
        return first in self.phrases("asks_whether") and " ".join(rest[:1]) in self.phrases("refers")

    def either_or(self, text: str) -> tuple[str, str] | None:
        """The words right before and after what joins two things of which either may be meant: "down or synthetic", but
        not "2000 lumens or more"."""
        if self.says(text, "at_least_after") or self.says(text, "at_most_after"):
            return None
        words = self.words(text)
        at = next((i for i, word in enumerate(words) if word in self.phrases("either")), None)
        if at is None or not words[:at] or not words[at + 1 :]:
            return None
        return words[at - 1], " ".join(words[at + 1 : at + 3])

    def in_place_of_it(self, text: str, name: str) -> str:
        """A text with a name in place of the word that refers to the thing: "how do i wash the fleece"."""
        words = "|".join(re.escape(word) for word in sorted(self.phrases("refers"), key=len, reverse=True))
        return re.sub(rf"\b(?:{words})\b", lambda _: name, text, count=1, flags=re.IGNORECASE)

    def asks_how_much(self, text: str) -> bool:
        """Whether a message asks how much of something there is, rather than whether: "how waterproof is it"."""
        joints = self.phrases("join")
        words = list(dropwhile(lambda word: word in joints, self.words(text)))
        return words[:1] != [] and words[0] in self.phrases("asks_how_much")

    def goes_on(self, text: str) -> bool:
        """Whether a message begins as one that goes on from what was said: "and to norway?"."""
        words = self.words(text)
        return any(words[: len(phrase)] == phrase for phrase in map(self.words, self.phrases("follow_up")))

    def without_opening(self, text: str) -> list[str]:
        """The words of a text without the yes, the thanks or the "ok" with which it begins."""
        opening = {
            word for kind in ("affirm", "acknowledge", "polite", "hedge") for word in self.phrases(kind)
        }
        return list(dropwhile(lambda word: word in opening, self.words(text)))
