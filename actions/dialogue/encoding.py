"""Makes the vectors of the sentences by which the dialogue tells meanings, so that no start has to encode them."""

from __future__ import annotations

from actions.artefacts import Manifest, inputs_hash
from actions.dialogue.language import language
from actions.dialogue.meanings import read_needs, save_vectors
from actions.dialogue.suggesting.purposes import read_purposes
from actions.search import read_questions, sentences_of
from actions.settings import Settings
from actions.training import ENCODER, content_of, digest, encoder_of

MEANINGS = "meanings"


def build_meanings(config: Settings) -> bool:
    """Encode the language's sentences and those of the shop's needs, purposes and data sheets, if need be."""
    manifest, words = Manifest.load(config.models_folder), language(config.locale.split("_")[0])
    purposes = {name: list(purpose.told) for name, purpose in read_purposes(config.data_folder).items()}
    needs = read_needs(config.data_folder)
    of_orders = (words.asking_on, words.purchases)
    told = (words.reasons, words.problems, words.steering, *of_orders, words.remarks, needs, purposes)
    sentences = [sentence for codes in told for each in codes.values() for sentence in each]
    sentences += sentences_of(read_questions(config.data_folder))
    settings = {"encoder": content_of(manifest, ENCODER), "sentences": digest(sentences)}
    inputs = inputs_hash([], settings)
    if manifest.is_current(MEANINGS, inputs):
        return False
    path = config.models_folder / f"{MEANINGS}.npz"
    save_vectors(path, sentences, encoder_of(config))
    manifest.record(MEANINGS, [path], inputs, settings)
    return True
