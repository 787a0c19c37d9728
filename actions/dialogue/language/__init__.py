"""What of a language the dialogue must know by itself, from the folder of that language beside this file."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from spacy.tokens import Token


class Language:
    """Words, sentences and the language's own tokenizer.

    Args:
        code: ISO 639-1 code; there must be a folder of that name here.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._folder = Path(__file__).parent / code
        self._table = self._read("words")
        self._tokenizer = tokenizer(code)
        self._words = lru_cache(maxsize=4096)(self._split)

    def words(self, text: str) -> list[str]:
        """The text's words in lower case, punctuation and spaces left out."""
        return list(self._words(text))

    def _split(self, text: str) -> tuple[str, ...]:
        tokens = self._tokenizer(text.replace("’", "'"))
        spelt = self._table["misspelt"]
        words = (token.lower_ for token in tokens if not token.is_punct | token.is_space)
        return tuple(spelt.get(word, word) for word in words)

    def phrases(self, kind: str) -> list[str]:
        """The words and phrases of one kind (`affirm`, `hedge`, `except` …)."""
        return list(self._table[kind])

    def spelt_out(self, text: str) -> str:
        """A text with what is shortened on a phone ("u", "pls") written out."""
        shorthand = self._table["shorthand"]
        return " ".join(str(shorthand.get(word.lower(), word)) for word in text.split())

    def plural(self, word: str, other: str) -> bool:
        """Whether one of two words is the plural of the other."""
        return any(word + ending == other or other + ending == word for ending in self._table["plurals"])

    def several(self, kind: str) -> str:
        """A kind of thing as several of it are called: `tent` → `tents`."""
        *before, last = kind.split(" ")
        if last in self._table["uncountable"]:
            return kind
        endings: dict[str, str] = self._table["plural_endings"]
        ending = max((each for each in endings if last.endswith(each)), key=len, default="")
        return " ".join((*before, last.removesuffix(ending) + endings.get(ending, "")))

    def names(self, slot: str) -> list[str]:
        """What a shopper may call the thing that fills a slot."""
        return list(self._table["names"].get(slot, ()))

    def theme(self, form: str) -> str:
        """What is spoken of in a task, as questions about it would name it; empty where nothing is written about it."""
        return str(self._table["themes"].get(form, ""))

    @property
    def address_parts(self) -> dict[str, list[str]]:
        """Part of an address → what it may be called."""
        return dict(self._table["address_parts"])

    @property
    def profile_parts(self) -> dict[str, list[str]]:
        """Part of what is kept about a shopper → what it may be called."""
        return dict(self._table["profile_parts"])

    @property
    def details(self) -> dict[str, list[str]]:
        """What of an account can be changed → what it may be called; the more special names first."""
        return dict(self._table["details"])

    @cached_property
    def recipients(self) -> dict[str, list[str]]:
        """Audience, as titles of products name it → words for people who belong to it."""
        return {str(who): list(names) for who, names in self._table["recipients"].items()}

    @property
    def child(self) -> str:
        """The audience that children are."""
        return str(self._table["child"])

    @cached_property
    def company(self) -> dict[str, list[str]]:
        """For how many, as titles of products name it → words for those whom somebody goes with."""
        return {str(size): list(names) for size, names in self._table["company"].items()}

    @cached_property
    def counts(self) -> dict[str, int]:
        """Words that say how many ("twice"), beside those that are recognised as quantities: word → number."""
        return {str(word): int(count) for word, count in self._table["counts"].items()}

    @cached_property
    def wishes(self) -> dict[str, list[str]]:
        """Part of a wish for products (`colours`, `prices` … or `everything`) → what it may be called."""
        return {str(part): list(names) for part, names in self._table["wishes"].items()}

    def digits(self, text: str) -> str:
        """The text's words, those for the digits written as figures: `four eight two`."""
        figures = self._table["digits"]
        return " ".join(str(figures.get(word, word)) for word in self.words(text))

    @cached_property
    def feasts(self) -> dict[int, list[str]]:
        """Month → feasts in it, by which people name it."""
        return {int(month): list(names) for month, names in self._table["feasts"].items()}

    @cached_property
    def numbers(self) -> dict[str, float]:
        """Numbers in words, as they stand before a unit: word → number."""
        return {str(word): float(number) for word, number in self._table["numbers"].items()}

    def synonyms(self, value: str) -> list[str]:
        """Other ways to say a value by which variants of a product differ, or what it is a value of."""
        return list(self._values["synonyms"].get(value.lower(), ()))

    @property
    def ranks(self) -> list[list[str]]:
        """Values that stand for more and more of something, those that stand for as much together."""
        return list(self._values["ranks"])

    @property
    def units(self) -> dict[str, float]:
        """How much one of a unit is of the smallest of its kind."""
        return dict(self._values["units"])

    @cached_property
    def places(self) -> dict[str, Any]:
        """Words of addresses: `streets`, `units`, `boxes`, `states` by country …"""
        return self._read("places")

    @cached_property
    def _values(self) -> dict[str, Any]:
        return self._read("values")

    @cached_property
    def reasons(self) -> dict[str, list[str]]:
        """Return reasons: code → sentences that mean it."""
        return self._read("reasons")

    @cached_property
    def remarks(self) -> dict[str, list[str]]:
        """Words about suggestions: kind (`decline`, `own`, `why_suggested` …, `other` for none) → sentences."""
        return self._read("remarks")

    @property
    def asking_on(self) -> dict[str, list[str]]:
        """Questions about what was just said of an order: kind (`why`, `arrival` …, `other` for none) → sentences."""
        return {**self._asking_on["sentences"], **self.order_facts}

    @cached_property
    def order_facts(self) -> dict[str, list[str]]:
        """Questions that an order's data answer: kind (`carrier`, `packed` …) → sentences."""
        return self._read("order_facts")

    @property
    def in_full(self) -> dict[str, str]:
        """Kind of such a question → the question as the written answers know it."""
        return dict(self._asking_on["in_full"])

    @cached_property
    def _asking_on(self) -> dict[str, Any]:
        return self._read("asking_on")

    @cached_property
    def purchases(self) -> dict[str, list[str]]:
        """Questions about what was ordered: kind (`whereabouts`, `bought` …, `other` for none) → sentences, in which
        `thing` stands for what is named."""
        return self._read("purchases")

    @cached_property
    def problems(self) -> dict[str, list[str]]:
        """Problems with a delivery: code → sentences that mean it."""
        return self._read("problems")

    def ways(self, option: str) -> list[str]:
        """What a delivery option may be called; one that is not known by its own name."""
        return list(self._table["ways"].get(option, [option.replace("_", " ")]))

    @property
    def kinds_of_remedy(self) -> list[str]:
        """The codes of the remedies that have names."""
        return list(self._table["remedies"])

    def remedies(self, code: str) -> list[str]:
        """What a remedy for a problem may be called."""
        return list(self._table["remedies"].get(code, ()))

    @cached_property
    def steering(self) -> dict[str, list[str]]:
        """Words about a question just asked: kind (`ask_why`, `wait`, `skip` …) → sentences that say it."""
        return self._read("steering")

    def _read(self, name: str) -> dict[str, Any]:
        with (self._folder / f"{name}.yml").open(encoding="utf-8") as file:
            return dict(yaml.safe_load(file))

    def says(self, text: str, kind: str) -> bool:
        """Whether one of the phrases of a kind stands in the text, at word borders."""
        return self.find(text, self.phrases(kind)) is not None

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

    def without(self, text: str, kind: str) -> str:
        """A text without the phrases of a kind."""
        phrases = sorted(self.phrases(kind), key=len, reverse=True)
        return re.sub(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", " ", text, flags=re.IGNORECASE)

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

    def ends_with(self, text: str, kind: str) -> bool:
        """Whether the text's last words are a phrase of a kind."""
        words = self.words(text)
        return any(words[-len(phrase) :] == phrase for phrase in map(self.words, self.phrases(kind)))

    def begins_with(self, text: str, kind: str) -> bool:
        """Whether the text's first words are a phrase of a kind."""
        words = self.words(text)
        return any(words[: len(phrase)] == phrase for phrase in map(self.words, self.phrases(kind)))

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

    def find(self, text: str, phrases: Iterable[str]) -> int | None:
        """The index of the word at which the first of the phrases begins, or None."""
        words = self.words(text)
        starts = [_position(words, known) for known in map(self.words, phrases) if known]
        return min((start for start in starts if start is not None), default=None)

    def before(self, text: str, phrases: Iterable[str]) -> str:
        """The text before the word at which the first of the phrases begins; empty where none stands in it."""
        position = self.find(text, phrases)
        if not position:
            return ""
        starts = [token.idx for token in self._tokenizer(text) if not token.is_punct | token.is_space]
        return text[: starts[position]]

    @property
    def kinds_of_payment(self) -> list[str]:
        """The kinds of payment method that have names."""
        return list(self._table["payment_kinds"])

    def payment_kinds(self, kind: str) -> list[str]:
        """What a payment method of a kind (`card`, `paypal`, `gift_card`) may be called."""
        return list(self._table["payment_kinds"].get(kind, ()))

    def consists_of(self, text: str, *kinds: str) -> bool:
        """Whether the text is made of the phrases of these kinds and nothing else."""
        return self.made_of(text, [phrase for kind in kinds for phrase in self.phrases(kind)])

    def made_of(self, text: str, known: Iterable[str]) -> bool:
        """Whether the text is made of these phrases and nothing else."""
        words = self.words(text)
        phrases = [phrase for phrase in map(self.words, known) if phrase]
        reached = {0}
        for position in range(len(words)):
            if position in reached:
                fitting = (p for p in phrases if words[position : position + len(p)] == p)
                reached.update(position + len(phrase) for phrase in fitting)
        return bool(words) and len(words) in reached

    def beyond(self, text: str, known: Iterable[str]) -> list[str]:
        """The words of a text that are in none of these phrases, the longest of which counts wherever it stands."""
        words, rest, position = self.words(text), list[str](), 0
        phrases = sorted((p for p in map(self.words, known) if p), key=len, reverse=True)
        while position < len(words):
            fitting = next((p for p in phrases if words[position : position + len(p)] == p), None)
            rest += [] if fitting else [words[position]]
            position += len(fitting or words[position : position + 1])
        return rest

    def doing(self, task: str) -> list[str]:
        """The verbs for what a task of that name does."""
        return list(self._table["doing"].get(task, ()))

    def done_with(self, task: str) -> list[str]:
        """What else is spoken of where somebody wants that done: the parcel, the label, the money."""
        return [*self._table["done_with"]["any"], *self._table["done_with"].get(task, ())]


def tokenizer(code: str) -> Callable[[str], Iterable[Token]]:
    """spaCy's tokenizer of a language.

    spaCy imports torch wherever that is installed, which takes eight seconds and 300 MB that splitting words has no use
    for; so it is hidden for the time of the import.
    """
    hide = "torch" not in sys.modules
    if hide:
        sys.modules["torch"] = None  # type: ignore[assignment]  # Python's own way to say that it cannot be imported
    try:
        import spacy
    finally:
        if hide:
            del sys.modules["torch"]
    return spacy.blank(code).tokenizer


def _position(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    spans = range(len(words) - len(phrase) + 1)
    return next((start for start in spans if list(words[start : start + len(phrase)]) == list(phrase)), None)


@lru_cache
def language(code: str) -> Language:
    """The language of that code, loaded once."""
    return Language(code)
