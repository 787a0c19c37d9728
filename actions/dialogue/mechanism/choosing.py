"""Reading which of the shown things is meant: by number, by name, all, all but one, or none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from actions.dialogue.clause import Clause
from actions.dialogue.language import Language
from actions.dialogue.mechanism.questions import Option

SIMILAR = 84
"""Least rapidfuzz ratio (0–100) at which two words count as the same, typed wrongly."""
PAUSE = re.compile(r"[,;，；、.!?\n]")
"""Ends what a "not" rules out."""
MARKS = ",;:()"
"""What may stand beside a word of a label."""
STORY = 15
"""Words from which a message is a story."""
NUMBER_AND_UNIT = re.compile(r"(\d+)[a-z]+")
LONG_ENOUGH = 5
"""Letters from which a word may be a mistyped one: `back` is not `black`."""
PART = 3
"""Letters from which a part of a word with a hyphen may stand for it."""
HEAD = 4
"""Letters from which a word may be the last part of a compound (`lamp`, `headlamp`)."""


@dataclass(frozen=True)
class Chosen:
    """The keys meant, the share of the message's words that named them or ruled others out, and the keys ruled out."""

    keys: tuple[str, ...]
    coverage: float
    excluded: tuple[str, ...] = ()


def choose(
    clause: Clause,
    options: Sequence[Option],
    language: Language,
    shown: bool = True,
    telling: Sequence[str] = (),
    rest: bool = False,
) -> Chosen | None:
    """What a message chooses among options, or None where it names none of them.

    Understood are buttons (entity `answer`), ordinals, the words of the labels with small typos, "all", "both",
    "all but X", "not X", "not X, Y"; of several options named by the same words, those that most of the words fit.

    Args:
        shown: the options were listed, so that a number among them means something.
        rest: to rule something out is to choose what is left of several.
        telling: phrases beside which a long story names what is meant ("too small").
    """
    keys = [option.key for option in options]
    pressed = clause.first("answer")
    if pressed is not None:
        return Chosen((str(pressed),), 1.0) if str(pressed) in keys else None

    words, text = language.words(clause.text), clause.text
    long = len(words) > STORY
    text = _gist(clause, options, language, telling) if long else _corrected(text, options, language)
    parts = list(_parts(text, options, language))
    named = _distinct(key for part in parts for key in _named(part.named, options, language))
    excluded = _distinct(key for part in parts for key in _named(part.excluded, options, language))
    if shown:
        numbered = _by_number(clause.values("ordinal") or _bare_numbers(words, language), keys)
        if not named or (numbered and (_counts(clause, language) or set(numbered) <= set(named))):
            named = numbered  # "is the first one waterproof?", where waterproof may name any of them
        excluded = [*excluded, *_by_number(clause.excluded("ordinal"), keys)]
    # In a long story "all" and "everything" speak of other things.
    every = language.phrases("all") + (language.phrases("both") if len(keys) == 2 else [])
    everything = len(words) <= STORY and _means_all(words, every, language)

    if everything and not excluded and any(part.excluded and part.strictly for part in parts):
        return None  # all but something that is not there
    kept = [key for key in named if key not in excluded]
    if excluded and not kept:
        left = tuple(key for key in keys if key not in excluded)
        # "all but the lamp" chooses what is left; "not the lamp" does so only where that is one thing, or wanted.
        return Chosen(left, 1.0) if left and (everything or rest or len(left) == 1) else None
    if kept and (len(kept) < len(keys) or len(keys) == 1 or _each_by_itself(parts, options, language)):
        telling_words = [word for word in words if word not in language.phrases("beside")]
        share = _coverage(telling_words, options, [*kept, *excluded], language) or 1.0
        return Chosen(tuple(kept), share, tuple(excluded))
    return Chosen(tuple(keys), 1.0) if everything else None


def _means_all(words: Sequence[str], every: Iterable[str], language: Language) -> bool:
    """Whether one of the phrases for all of them is said, other than in a word of consent ("all good")."""
    consent = [language.words(p) for kind in ("affirm", "acknowledge") for p in language.phrases(kind)]
    starts = {i for p in map(language.words, every) for i in range(len(words)) if words[i : i + len(p)] == p}
    return any(not any(len(p) > 1 and words[i : i + len(p)] == p for p in consent) for i in starts)


def ruled_out(
    clause: Clause, options: Sequence[Option], language: Language, of_all: bool = False
) -> tuple[str, ...]:
    """The keys that a message excludes where it says nothing else: "not the boots", "without the lamp"; `of_all` asks
    for those excluded from all as well ("all but the lamp")."""
    if clause.text.startswith("/"):
        return ()
    parts = list(_parts(clause.text, options, language))
    others = any(_named(part.named, options, language) for part in parts)
    if others or (language.says(clause.text, "all") and not of_all):
        return ()
    return tuple(_distinct(key for part in parts for key in _named(part.excluded, options, language)))


def kept_of(clause: Clause, options: Sequence[Option], language: Language) -> Clause:
    """A message without what it rules out: of "the boots but not the jacket" the boots."""
    named = (" ".join(part.named) for part in _parts(clause.text, options, language))
    return clause.part(", ".join(filter(None, named)))


def _corrected(text: str, options: Sequence[Option], language: Language) -> str:
    """Of what takes its first words back the rest: "the spork … no wait, the pan"."""
    takes_back = "|".join(map(re.escape, language.phrases("takes_back")))
    *before, after = re.split(rf"\b(?:{takes_back})\b", text, flags=re.IGNORECASE)
    anew = (
        before
        and not language.adds(after)
        and all(_named(language.words(part), options, language) for part in (" ".join(before), after))
    )
    return after if anew else text


def _gist(clause: Clause, options: Sequence[Option], language: Language, telling: Sequence[str]) -> str:
    """Of all that a story names, what stands beside the order's number or a telling phrase is meant."""
    number = str(clause.first("order_number"))
    sentences = [piece for piece in PAUSE.split(clause.text) if len(language.words(piece)) <= STORY]
    joins = "|".join(map(re.escape, language.phrases("join")))
    pieces = [p for piece in PAUSE.split(clause.text) for p in re.split(rf"\b(?:{joins})\b", piece)]
    beside = (
        (piece for piece in sentences if number in piece),
        (piece for piece in pieces if language.find(piece, telling) is not None),
        (piece for piece in pieces if number in piece),
    )
    found = (text for text in map(", ".join, beside) if _named(language.words(text), options, language))
    return next(found, clause.text)


def _each_by_itself(parts: Iterable[Part], options: Sequence[Option], language: Language) -> bool:
    """Whether every option is named by words of its own: "the boots and the jacket", where there is nothing else."""
    words = [word for part in parts for word in part.named]
    return len({_matching(words, option, language) for option in options}) == len(options)


@dataclass(frozen=True)
class Part:
    """A part of a message: the words that may name things, those that rule things out, and whether they can only do so
    ("all but") or might say something else ("not")."""

    named: Sequence[str]
    excluded: Sequence[str] = ()
    strictly: bool = False


def _parts(text: str, options: Sequence[Option], language: Language) -> Iterator[Part]:
    """The message cut at marks and words such as "but": "not the boots but the lamp" rules out the boots alone."""
    always = [language.words(p) for p in language.phrases("except")]
    staying = [language.words(p) for p in language.phrases("leaves")]
    contrasts, negations = language.phrases("contrast"), language.phrases("negation")
    none_of = language.phrases("none_of")
    displeased = [language.words(phrase) for phrase in language.phrases("displeased")]
    nameless = {word for kind in ("deeds", "join", "linking") for word in language.phrases(kind)}
    labels = [language.words(name) for option in options for name in option.names]
    for piece in PAUSE.split(text):
        words, named, excluded, strictly = language.words(piece), list[str](), list[str](), False
        if language.ends_with(piece, "stays"):
            yield Part(named, words, strictly=True)  # "the shorts stay"
            continue
        stay = staying if not language.says(piece, "outwards") else []  # not "leave the boots out"
        exceptions = sorted([*always, *stay], key=len, reverse=True)
        target, position = named, 0
        while position < len(words):
            word = words[position]
            if unhappy := next((p for p in displeased if words[position : position + len(p)] == p), None):
                position += len(unhappy)  # "not happy with the boots" does not rule them out
                continue
            phrase = next((p for p in exceptions if words[position : position + len(p)] == p), None)
            if word in negations and _is_number(words[position + 1 : position + 2], language):
                position += 2  # "one towel, not two and the boots"
                continue
            if phrase and _in_a_label(words[position : position + len(phrase) + 1], labels):
                phrase = None  # "the one without a lid", where it is called so
                target.append(word)
            elif phrase:
                target, strictly = excluded, strictly or word not in negations
            elif word in none_of and _named(
                words[position + 1 : position + 2], options, language
            ):  # "no boots", not "no, the boots"
                target = excluded
            elif word in contrasts:
                yield Part(named, excluded, strictly)
                named, excluded, strictly = [], [], False
                target = named
            elif word not in nameless:
                target.append(word)
            position += len(phrase) if phrase else 1
        yield Part(named, excluded, strictly)


def _is_number(words: Sequence[str], language: Language) -> bool:
    """Whether a word is a figure of a count, and no number of an order."""
    counts = language.numbers.keys() - set(language.phrases("articles"))
    return any(word in counts or (word.isdecimal() and len(word) < PART) for word in words)


def _in_a_label(said: Sequence[str], labels: Iterable[Sequence[str]]) -> bool:
    """Whether some label holds these words, one after the other; more than one of them."""
    spans = (label[i : i + len(said)] for label in labels for i in range(len(label)))
    return len(said) > 1 and any(list(span) == list(said) for span in spans)


def _bare_numbers(words: Sequence[str], language: Language) -> list[int]:
    """The numbers of a message that is made of nothing else: "1 and 3"."""
    numbers = [word for word in words if word.isdecimal()]
    plain = language.made_of(
        " ".join(words), [*numbers, *language.phrases("polite"), *language.phrases("join")]
    )
    return [int(number) for number in numbers] if plain and len(numbers) > 1 else []


def _counts(clause: Clause, language: Language) -> bool:
    """Whether a message counts things whatever they are called: "the first one", not "the first jacket"."""
    following = (language.words(clause.text[e.end :])[:1] for e in clause.entities if e.kind == "ordinal")
    return any(word in language.phrases("counted") for words in following for word in words)


def _distinct(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))


def _by_number(positions: Sequence[object], keys: Sequence[str]) -> list[str]:
    numbers = [int(str(position)) for position in positions]
    return [keys[_index(number)] for number in numbers if 0 < abs(number) <= len(keys)]


def _index(position: int) -> int:
    return position - 1 if position > 0 else position


def _named(words: Sequence[str], options: Sequence[Option], language: Language) -> list[str]:
    """The options that the words name: of those sharing a word, only the ones that match most words, and of those with
    equally many the ones that are called so and not merely of that kind."""
    matches = {o.key: (_matching(words, o, language), _called(words, o, language)) for o in options}

    def better(
        one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]
    ) -> bool:
        return other[0] < one[0] or (other[0] == one[0] and other[1] < one[1])

    return [
        key
        for key, mine in matches.items()
        if mine[0] and not any(better(each, mine) for each in matches.values())
    ]


def _matching(words: Sequence[str], option: Option, language: Language) -> frozenset[str]:
    """The words that name an option or its kind; only of a kind the last part may stand for the whole (`lamp`,
    `headlamp`): what a maker is called is no such word."""
    names, kinds = _label_words(option.names), _label_words(option.kinds or option.labels)
    return frozenset(
        word
        for word in words
        if any(_same(word, other, language) for other in names)
        or any(_ends(word, other, language) for other in kinds)
    )


def _called(words: Sequence[str], option: Option, language: Language) -> frozenset[str]:
    names = _label_words(option.labels)
    return frozenset(
        word
        for word in words
        if any(_same(word, other, language) or _ends(word, other, language) for other in names)
    )


def _label_words(labels: Iterable[str]) -> set[str]:
    words = {word.strip(MARKS) for label in labels for word in label.lower().replace("–", " ").split()}
    return words | {part for word in words for part in word.split("-") if len(part) >= PART}


def _same(word: str, other: str, language: Language) -> bool:
    if (number := NUMBER_AND_UNIT.fullmatch(word)) and other.isdigit():
        return number[1] == other  # "the 60l", of "60 L"
    if len(word) < 3 or len(other) < 3:
        return word == other and word.isdigit()
    if word == other or language.plural(word, other):
        return True
    return min(len(word), len(other)) >= LONG_ENOUGH and fuzz.ratio(word, other) >= SIMILAR


def _ends(word: str, other: str, language: Language) -> bool:
    """Whether a word is the last part of a compound; "each" is none of "beach"."""
    return len(word) >= HEAD and other.endswith(word) and word not in language.phrases("several")


def _coverage(
    words: Sequence[str], options: Sequence[Option], keys: Sequence[str], language: Language
) -> float:
    matched = frozenset[str]().union(
        *(_matching(words, option, language) for option in options if option.key in keys)
    )
    return sum(word in matched for word in words) / max(len(words), 1)
