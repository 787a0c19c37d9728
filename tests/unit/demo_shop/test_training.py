"""Training: everything is made once, only what changed is made again, and what is made runs without torch."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from actions import training
from actions.artefacts import ArtefactError, verify
from actions.faq import TopicError
from actions.recommender import Event, Item, Recommender
from actions.settings import ROOT, Settings
from actions.shop.clock import FixedClock
from actions.shop.models import Interaction, Product, Variant
from actions.shop.session import Sessions, ShopUnavailable
from tests.unit.demo_shop.conftest import CLOCK, made


def test_everything_is_made_and_verified(trained: Settings) -> None:
    for name in ("encoder", "search", "vocabulary", "names", "recommender", "faq", "meanings"):
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
        variant = session.query(Variant).filter(Variant.stock > 1).first()
        assert variant is not None
        variant.stock, variant.price = 0, variant.price / 2
    assert not any(made(trained).values()), "a few deeds, prices and stock make nothing stale"
    tomorrow = FixedClock(datetime.now(UTC) + timedelta(days=1))
    assert training.build_recommender(trained, tomorrow), "what customers did is learned within a day"
    assert not training.build_recommender(trained, tomorrow)
    deeds = [
        Interaction(customer_id="C0001", product_id="T1001", behaviour="Buy", time=CLOCK.now())
        for _ in range(2_000)
    ]
    with sessions.writing() as session:
        session.add_all(deeds)
    assert [name for name, again in made(trained).items() if again] == ["recommender"]
    with sessions.writing() as session:
        session.get_one(Product, "T1001").title = "Ember Boots"
    sessions.close()
    assert [name for name, again in made(trained).items() if again] == ["search", "vocabulary", "recommender"]
    topic = trained.data_folder / "faq" / "opening-hours.md"
    topic.write_text(topic.read_text(encoding="utf-8") + "\nDogs are welcome.\n", encoding="utf-8")
    assert [name for name, again in made(trained).items() if again] == ["names", "faq"]
    (trained.data_folder / "shop" / "needs.yml").write_text("tent: [we sleep outdoors]\n", encoding="utf-8")
    assert [name for name, again in made(trained).items() if again] == ["meanings"]
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


def test_nothing_is_learned_from_who_is_no_shopper(
    trained: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions = Sessions(trained.database_url)
    assert training.unlike_shoppers(sessions, CLOCK) == frozenset()
    with sessions.writing() as session:
        session.add_all(
            Interaction(customer_id="C0002", product_id="T1002", behaviour="Browse", time=CLOCK.now())
            for _ in range(5_000)
        )
    assert training.unlike_shoppers(sessions, CLOCK) == {"C0002"}
    sessions.close()
    learned_from: set[str] = set()

    class SeenEnough(Exception):
        pass

    def build(products: list[Item], deeds: list[Event], *_: object, **__: object) -> None:
        learned_from.update(deed.customer for deed in deeds)
        raise SeenEnough

    monkeypatch.setattr(Recommender, "build", build)
    with pytest.raises(SeenEnough):
        training.build_recommender(trained, FixedClock(datetime.now(UTC) + timedelta(days=3)))
    assert len(learned_from) > 200 and "C0002" not in learned_from
