"""Recognising a message in another language than the assistant's: by the words that nearly every sentence has."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from bm25s import stopwords

from actions.dialogue.language import Language

FEWEST = 2
"""Words of another language from which a message is in that."""
LISTED = {
    "da": stopwords.STOPWORDS_DANISH,
    "de": stopwords.STOPWORDS_GERMAN,
    "en": stopwords.STOPWORDS_EN_PLUS,
    "es": stopwords.STOPWORDS_SPANISH,
    "fr": stopwords.STOPWORDS_FRENCH,
    "it": stopwords.STOPWORDS_ITALIAN,
    "nb": stopwords.STOPWORDS_NORWEGIAN,
    "nl": stopwords.STOPWORDS_DUTCH,
    "pt": stopwords.STOPWORDS_PORTUGUESE,
    "ru": stopwords.STOPWORDS_RUSSIAN,
    "sv": stopwords.STOPWORDS_SWEDISH,
    "tr": stopwords.STOPWORDS_TURKISH,
}
"""Stop words by language, as the search library lists them."""


def is_foreign(text: str, language: Language) -> bool:
    """Whether a message is in another language, or names one in its own words ("hablas español?")."""
    words, own = language.words(text), frozenset(LISTED[language.code])
    if not own.isdisjoint(words) or not words:
        return False
    others = {code: frozenset(listed) for code, listed in LISTED.items() if code != language.code}
    return any(
        sum(word in listed for word in words) >= FEWEST or _own_name(code) in words
        for code, listed in others.items()
    )


@lru_cache
def _own_name(code: str) -> str:
    """What a language is called in itself: `español`."""
    return str(Locale.parse(code).get_language_name(code)).lower()


def name(language: Language) -> str:
    """What the assistant's language is called in itself."""
    return str(Locale.parse(language.code).get_language_name(language.code))
