"""Sentences as vectors: a sentence-transformers model that `encoder_export` wrote as ONNX.

Both programs use this module, so it needs nothing but numpy, onnxruntime and tokenizers, and runs on Python
3.10.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from actions.artefacts import MEND, ArtefactError

GRAPH, TOKENIZER, DESCRIPTION = "model.onnx", "tokenizer.json", "encoder.json"
VECTORS, DEEP_VECTORS = "vectors", "deep_vectors"
"""The graph's outputs."""

MAX_CHARACTERS = 4000
"""Read of a text before it is tokenised; far more than any model's max_length, and it bounds what a novel
costs."""
LATELY = 256
"""Texts whose vectors are kept: one message is compared with many things."""


class SentenceEncoder:
    """Turns texts into vectors of length one whose dot product says how near their meanings are.

    Texts are encoded one at a time. The quantised graph scales its numbers to the whole batch, so a text's
    vector would otherwise depend on the texts beside it (cosine down to .98); a batch of 16 gains a third on
    questions of ten words and loses a third on paragraphs of sixty. Safe to share between threads.

    There are two kinds of vectors. `encode` gives those the model was trained for: near where texts mean the same.
    `encode_deep` gives those for telling classes of texts apart, in which the layers before the last have a share.
    """

    def __init__(
        self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, name: str, dimension: int
    ) -> None:
        self.name = name
        self.dimension = dimension
        self._session = session
        self._tokenizer = tokenizer
        self._inputs = [node.name for node in session.get_inputs()]
        self._encode = lru_cache(maxsize=LATELY)(self._encode_now)

    @classmethod
    def load(cls, folder: str | Path, threads: int = 1) -> SentenceEncoder:
        """The encoder in `folder`, working with so many threads; ArtefactError if the folder is not whole."""
        folder = Path(folder)
        for name in (GRAPH, TOKENIZER, DESCRIPTION):
            if not (folder / name).is_file():
                raise ArtefactError(f"There is no sentence encoder in {folder}, {name} is missing: {MEND}.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        try:
            description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
            tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            tokenizer.no_padding()
            tokenizer.enable_truncation(int(description["max_length"]))
            session = onnxruntime.InferenceSession(
                str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
            )
            encoder = cls(session, tokenizer, str(description["name"]), int(description["dimension"]))
            encoder.encode_deep(["a first sentence shows that graph, tokenizer and description fit together"])
        except Exception as error:  # onnxruntime and tokenizers raise bare Exception subclasses of their own
            raise ArtefactError(f"The sentence encoder in {folder} is broken ({error}): {MEND}.") from error
        return encoder

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """L2-normalised vectors, shape (len(texts), dimension). What exceeds the model's max_length is cut
        off."""
        return self._encode_all(texts, VECTORS)

    def encode_deep(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors for telling classes of texts apart, of the same shape and length."""
        return self._encode_all(texts, DEEP_VECTORS)

    def knows(self, word: str) -> bool:
        """Whether the model has the word whole in its vocabulary: common words are, misspelt ones are not."""
        return len(self._tokenizer.encode(word, add_special_tokens=False).ids) == 1

    def _encode_all(self, texts: Sequence[str], kind: str) -> NDArray[np.float32]:
        if isinstance(texts, str):
            raise TypeError("encode takes a sequence of texts, not one text")
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._encode(text, kind)
        return vectors

    def _encode_now(self, text: str, kind: str) -> NDArray[np.float32]:
        whole = text[:MAX_CHARACTERS].encode(errors="replace").decode()  # half a surrogate pair is no text
        encoding = self._tokenizer.encode(whole)
        available = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        feed = {name: np.array([available[name]], dtype=np.int64) for name in self._inputs}
        vector: NDArray[np.float32] = self._session.run([kind], feed)[0][0]
        return vector
