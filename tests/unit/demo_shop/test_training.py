"""Training: everything is made once, only what changed is made again, and what is made runs without torch."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from actions import training
from actions.artefacts import ArtefactError, Manifest, verify
from actions.faq import TopicError
from actions.settings import ROOT, Settings, settings
from actions.shop.models import Interaction, Variant
from actions.shop.session import Sessions, ShopUnavailable
from tests.unit.demo_shop.conftest import CLOCK

STEPS = (
    training.build_encoder,
    training.build_search,
    training.build_vocabulary,
    training.build_recommender,
    training.build_faq,
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory, demo_database: Path) -> Settings:
    """Settings of a small copy of the demo shop, with the encoder that `make train` made."""
    root = tmp_path_factory.mktemp("workshop")
    shutil.copy(demo_database, root / "shop.db")
    (root / "data" / "shop").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "shop" / "synonyms.yml", root / "data" / "shop")
    (root / "data" / "faq").mkdir()
    for name in ("opening-hours", "gift-cards", "pay-in-instalments", "return-window"):
        shutil.copy(ROOT / "data" / "faq" / f"{name}.md", root / "data" / "faq")
    config = Settings(
        data_folder=root / "data",
        models_folder=root / "models",
        database_url=f"sqlite:///{root / 'shop.db'}",
    )
    training.build_encoder(settings())  # at once, where `make train` made it
    made = Manifest.load(settings().models_folder).entries["encoder"]
    shutil.copytree(settings().models_folder / "encoder", config.models_folder / "encoder")
    Manifest.load(config.models_folder).record(
        "encoder", [config.models_folder / "encoder"], made.inputs, made.settings
    )
    return config


def made(config: Settings) -> dict[str, bool]:
    return {step.__name__.removeprefix("build_"): step(config) for step in STEPS}


@pytest.fixture(scope="module")
def trained(workshop: Settings) -> Settings:
    """The workshop after its first training."""
    assert made(workshop) == {
        "encoder": False,
        "search": True,
        "vocabulary": True,
        "recommender": True,
        "faq": True,
    }
    return workshop


def test_everything_is_made_and_verified(trained: Settings) -> None:
    for name in ("encoder", "search", "vocabulary", "recommender", "faq"):
        verify(trained.models_folder, name)


def test_nothing_is_made_twice(trained: Settings) -> None:
    assert not any(made(trained).values())
    assert training.build_all(trained) is False


def test_only_what_changed_is_made_again(trained: Settings) -> None:
    sessions = Sessions(trained.database_url)
    with sessions.writing() as session:
        session.add(
            Interaction(id=10**6, customer_id="C0001", product_id="T1001", behaviour="Buy", time=CLOCK.now())
        )
    assert [name for name, again in made(trained).items() if again] == ["recommender"]
    with sessions.writing() as session:
        variant = session.query(Variant).filter(Variant.stock > 1).first()
        assert variant is not None
        variant.stock = 1
    sessions.close()
    assert [name for name, again in made(trained).items() if again] == ["search", "recommender"]
    topic = trained.data_folder / "faq" / "opening-hours.md"
    topic.write_text(topic.read_text(encoding="utf-8") + "\nDogs are welcome.\n", encoding="utf-8")
    assert [name for name, again in made(trained).items() if again] == ["faq"]
    synonyms = trained.data_folder / "shop" / "synonyms.yml"
    synonyms.write_text(
        synonyms.read_text(encoding="utf-8").replace("rucksack", "haversack"), encoding="utf-8"
    )
    assert [name for name, again in made(trained).items() if again] == ["search", "vocabulary", "recommender"]
    vocabulary = json.loads((trained.models_folder / "vocabulary.json").read_text(encoding="utf-8"))
    forms = {form: entry["value"] for entry in vocabulary["entries"] for form in entry["forms"]}
    assert forms["haversack"] == "backpack"


def test_a_broken_artefact_is_made_again(trained: Settings) -> None:
    (trained.models_folder / "vocabulary.json").write_text("{", encoding="utf-8")
    (trained.models_folder / "faq" / "index.json").unlink()
    with pytest.raises(ArtefactError, match=r"vocabulary\.json has changed.*make train"):
        verify(trained.models_folder, "vocabulary")
    with pytest.raises(ArtefactError, match=r"index\.json is missing.*make train"):
        verify(trained.models_folder, "faq")
    assert [name for name, again in made(trained).items() if again] == ["vocabulary", "faq"]


def test_bad_input_is_refused_and_the_old_artefact_stays(trained: Settings, tmp_path: Path) -> None:
    topic = trained.data_folder / "faq" / "broken.md"
    topic.write_text("no front matter", encoding="utf-8")
    with pytest.raises(TopicError, match=r"broken\.md"):
        training.build_faq(trained)
    topic.unlink()
    verify(trained.models_folder, "faq")
    nowhere = trained.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'none.db'}"})
    with pytest.raises(ShopUnavailable):
        training.build_search(nowhere)
    verify(trained.models_folder, "search")
    bare = trained.model_copy(update={"models_folder": tmp_path / "models"})
    with pytest.raises(ArtefactError, match=r"no encoder .*make train"):
        training.build_faq(bare)


SERVE = """
import psutil, sys
from pathlib import Path
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex
from actions.recommender import Recommender
from actions.search import ProductSearch

models = Path(sys.argv[1])
encoder = SentenceEncoder.load(models / "encoder")
search = ProductSearch.load(models / "search", encoder)
recommender = Recommender.load(models / "recommender")
faq = FaqIndex.load(models / "faq", encoder)
assert search.search("waterproof jacket for hiking in the rain")
assert recommender.recommend("C0001", ["T1001"])
assert recommender.goes_with("T1001") and recommender.similar("T1001")
assert faq.answer("can i pay in instalments")
print(psutil.Process().memory_info().rss // 2**20)  # ru_maxrss would count what the parent had before exec
print(*(name for name in ("torch", "transformers", "sentence_transformers", "spacy", "sklearn") if name in sys.modules))
"""


def test_serving_needs_neither_torch_nor_much_memory(trained: Settings) -> None:
    """All services together, loaded and asked, in a process of their own: no training library, under 300 MB."""
    made(trained)
    command = [sys.executable, "-c", SERVE, str(trained.models_folder)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    megabytes, *heavy = run.stdout.split()
    assert heavy == []
    assert int(megabytes) < 300
