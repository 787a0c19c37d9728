"""Words and stems: how the search and the answers read a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer
from bm25s.stopwords import STOPWORDS_EN_PLUS

WORD = re.compile(r"\d+(?:\.\d+)?|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+")
"""A number, one Han or Kana character, or a run of letters: `45L` is `45` and `l`, `t-shirt` is `t` and `shirt`."""
ENGLISH = frozenset({"im", "ive", *STOPWORDS_EN_PLUS, *(word.replace("'", "") for word in STOPWORDS_EN_PLUS)})
"""English stop words, with and without their apostrophes."""
POSSESSIVE = re.compile(r"['’]s?\b")


class Analyser:
    """Splits texts into stemmed words without stop words.

    Args:
        language: name of a Snowball stemmer, such as `english`; stop words are known for English alone, elsewhere
            their rarity value has to do.
        ignoring: further words to leave out.

    Not spaCy's tokenizer: importing spaCy where torch is installed imports torch too (320 MB, 8 s).
    """

    def __init__(self, language: str = "english", ignoring: frozenset[str] = frozenset()) -> None:
        self._stemmer = Stemmer.Stemmer(language)
        self._stop = ignoring | (ENGLISH if language == "english" else frozenset())
        self.stem = lru_cache(maxsize=100_000)(self._stem)

    def words(self, text: str) -> list[str]:
        """Every word in lower case, without accents."""
        plain = unicodedata.normalize("NFKD", text.lower())
        return WORD.findall(POSSESSIVE.sub("", "".join(c for c in plain if not unicodedata.combining(c))))

    def content_words(self, text: str) -> list[str]:
        """The words that say what is meant: all but stop words."""
        return [word for word in self.words(text) if word not in self._stop]

    def stems(self, text: str) -> list[str]:
        """The stems of the content words."""
        return [self.stem(word) for word in self.content_words(text)]

    def phrase(self, text: str) -> tuple[str, ...]:
        """The stems of all words: what two spellings of one name have in common (`Hiking Boots`, `hiking boot`)."""
        return tuple(self.stem(word) for word in self.words(text))

    def _stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word))
