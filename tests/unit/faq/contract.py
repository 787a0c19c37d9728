"""What every index of written answers must do: inherit `FaqContract` and say how to build one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from actions.artefacts import ArtefactError
from actions.faq import FaqIndex, Figure, FollowedUp, Topic
from actions.faq.index import EXPECTED

TOPICS = (
    Topic(
        "pay-in-instalments",
        "Can I pay in instalments?",
        ("do you do klarna", "can i split the payment", "buy now pay later"),
        ("payment", "klarna"),
        "Yes: with Klarna you can split any order over $50 into four equal payments.\n\n- There is no interest.",
    ),
    Topic(
        "wash-a-down-jacket",
        "How do I wash a down jacket?",
        ("can i put down in the washing machine", "how to dry a down jacket", "my down jacket is clumpy"),
        ("care", "down"),
        "Wash it at 30 degrees with down soap.\n\nDry it in a tumble dryer with two tennis balls.",
    ),
    Topic(
        "how-long-refunds-take",
        "How long do refunds take?",
        ("when will i get my money back", "refund time", "still no refund on my card"),
        ("refunds", "money"),
        "Card refunds take five business days after the parcel reaches our warehouse.",
    ),
    Topic(
        "opening-hours",
        "What are your opening hours?",
        ("when do you open", "are you open on sunday", "what time do you close"),
        ("stores",),
        "The stores open at 9 am and close at 7 pm from Monday to Saturday.",
    ),
)


class FaqContract:
    """The contract, on four topics."""

    @classmethod
    @abstractmethod
    def build(cls, topics: Iterable[Topic]) -> FaqIndex:
        """The index under test over these topics."""

    @classmethod
    @abstractmethod
    def load(cls, folder: Path) -> FaqIndex:
        """The index under test as it was saved."""

    @pytest.fixture(scope="class")
    @classmethod
    def faq(cls) -> FaqIndex:
        return cls.build(TOPICS)

    @pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
    def test_its_own_questions_are_answered_by_it(self, faq: FaqIndex, topic: Topic) -> None:
        for question in (topic.title, *topic.questions, topic.title.upper().replace("?", "!!")):
            answer = faq.answer(question)
            assert answer is not None
            assert (answer.topic, answer.title, answer.text) == (topic.name, topic.title, topic.text)
            assert answer.score == 1

    @pytest.mark.parametrize(
        ("question", "topic"),
        [
            ("can i pay in 4 instalments please", "pay-in-instalments"),
            ("is there interest on klarna payments", "pay-in-instalments"),
            ("how should i wash my down coat", "wash-a-down-jacket"),
            ("tennis balls in the dryer with a down jacket?", "wash-a-down-jacket"),
            ("how many days until the refund is on my card", "how-long-refunds-take"),
            ("which hours are your stores open", "opening-hours"),
        ],
    )
    def test_other_words_find_it_too(self, faq: FaqIndex, question: str, topic: str) -> None:
        answer = faq.answer(question)
        assert answer is not None
        assert answer.topic == topic
        assert faq.calibration.threshold < answer.score <= 1

    @pytest.mark.parametrize(
        "question",
        [
            "who won the world cup", "how do i bake bread", "what is my bank balance", "my cat is ill", "", "   ", "?!",
            "🤷", "雨", "x" * 10_000, "'; DROP TABLE answers; --", "<script>alert(1)</script>", "/ask_faq",
        ],
    )  # fmt: skip
    def test_what_no_answer_covers_gets_none(self, faq: FaqIndex, question: str) -> None:
        assert faq.answer(question) is None

    def test_what_the_summary_leaves_out_is_said_with_it(self, faq: FaqIndex) -> None:
        answer = faq.answer("can my down jacket go in the dryer")
        assert answer is not None
        assert answer.summary == "Wash it at 30 degrees with down soap."
        assert answer.passage == "Dry it in a tumble dryer with two tennis balls."
        plain = faq.answer("how hot can i wash my down jacket, 30 degrees?")
        assert plain is not None
        assert plain.passage == ""

    def test_less_is_enough_where_the_shop_is_asked_about(self, faq: FaqIndex) -> None:
        question = "are you there when it reaches me"
        score = faq.related(question, 1)[0].score
        assert EXPECTED * faq.calibration.threshold < score <= faq.calibration.threshold
        assert faq.answer(question) is None
        assert (
            found := faq.answer(question, expected=True)
        ) is not None and found.topic == "how-long-refunds-take"
        assert faq.answer("who won the world cup", expected=True) is None

    def test_more_is_needed_with_a_word_that_no_answer_has(self, faq: FaqIndex) -> None:
        question = "when can i come"
        assert faq.related(question, 1)[0].score > EXPECTED * faq.calibration.threshold
        assert faq.answer(question, expected=True) is None

    def test_a_yes_is_to_the_point_where_the_question_names_nothing_else(self, faq: FaqIndex) -> None:
        plain, beside = faq.answer("can i split payments"), faq.answer("can i split the payment for a camel")
        assert plain is not None and plain.to_the_point
        assert beside is not None and beside.topic == plain.topic and not beside.to_the_point

    def test_what_alarms_is_heard_by_its_words(self, faq: FaqIndex) -> None:
        alarming = replace(TOPICS[2], alarm=("still no",))
        index = self.build((*TOPICS[:2], alarming, *TOPICS[3:]))
        found = index.alarm("there is still no refund on my account")
        assert found is not None and found.topic == alarming.name and found.alarm
        assert index.alarm("how long do refunds take") is None
        assert faq.alarm("there is still no refund on my account") is None

    def test_related_are_the_nearest_in_order(self, faq: FaqIndex) -> None:
        related = faq.related("how long until i get my money back", k=3)
        assert related[0].topic == "how-long-refunds-take"
        scores = [answer.score for answer in related]
        assert len(scores) == 3
        assert scores == sorted(scores, reverse=True)
        assert len(faq.related("anything", k=100)) == len(TOPICS)
        assert faq.related("", k=3) == []

    @pytest.mark.parametrize(
        ("message", "before", "asks", "topic", "passage"),
        [
            ("tumble dryer?", "wash-a-down-jacket", None, "wash-a-down-jacket", "Dry it in a tumble dryer"),
            ("what does it cost", "pay-in-instalments", Figure.COST, "pay-in-instalments", "over $50"),
            ("and on sundays?", "how-long-refunds-take", None, "opening-hours", ""),
            ("or in one go", "pay-in-instalments", None, "pay-in-instalments", ""),
        ],
    )
    def test_a_message_goes_on_from_an_answer(
        self, faq: FaqIndex, message: str, before: str, asks: Figure | None, topic: str, passage: str
    ) -> None:
        followed = FollowedUp(before, before, points="it" in message.split(), asks=asks)
        answer = faq.follow_up(message, followed)
        assert answer is not None
        assert answer.topic == topic
        assert passage in answer.passage
        assert bool(answer.passage) == bool(passage)

    def test_another_thing_is_asked_the_same_about(self, faq: FaqIndex) -> None:
        before = FollowedUp("can i put down in the washing machine", "wash-a-down-jacket", other_thing=True)
        answer = faq.follow_up("and the opening flap?", before)
        assert answer is not None
        assert answer.topic == "wash-a-down-jacket"
        assert answer.passage == "Wash it at 30 degrees with down soap."

    def test_what_goes_on_to_nothing_that_is_written_gets_no_answer(self, faq: FaqIndex) -> None:
        before = FollowedUp("when do you open", "opening-hours")
        assert faq.follow_up("my cat jumped over the wall of the neighbours and is ill", before) is None
        assert faq.follow_up("do you do klarna", before) == faq.answer("do you do klarna")

    def test_what_may_be_meant_as_well_is_close(self) -> None:
        refund = replace(TOPICS[2], name="refund-times", title="How long does a refund take?")
        faq = self.build([*TOPICS, refund])
        question = "how many days until i have the refund"
        answer = faq.answer(question)
        assert answer is not None
        close = [other.topic for other in faq.close(question)]
        assert {answer.topic, *close} == {"how-long-refunds-take", "refund-times"}
        assert faq.close("when do you open") == []  # said in its very words
        assert faq.close("who won the world cup") == faq.close("") == []

    def test_an_answer_names_its_source(self, faq: FaqIndex) -> None:
        answer = faq.topic("opening-hours")
        assert answer is not None
        assert answer.source == "faq/opening-hours.md"
        assert answer.summary == "The stores open at 9 am and close at 7 pm from Monday to Saturday."
        assert faq.topic("no-such-topic") is None

    def test_the_calibration_is_measured(self, faq: FaqIndex) -> None:
        found = faq.calibration
        assert 0 < found.threshold < 1
        assert found.refused >= 0.9
        assert found.right + found.wrong <= 1
        assert found.right > found.wrong

    def test_takes_up_changes(self) -> None:
        faq = self.build(TOPICS)
        dogs = Topic(
            "dogs", "Are dogs welcome?", ("can i bring my dog",), (), "Dogs are welcome in our stores."
        )
        changed = replace(TOPICS[0], title="Do you take Klarna?", questions=("klarna yes or no",))
        faq.update([changed, dogs])
        assert len(faq) == 2
        assert (found := faq.answer("may i bring my dog?")) is not None and found.topic == "dogs"
        assert (found := faq.answer("klarna, yes or no")) is not None and found.title == "Do you take Klarna?"
        assert faq.topic("opening-hours") is None

    def test_changes_equal_a_new_index(self) -> None:
        faq = self.build(TOPICS[:2])
        faq.update(TOPICS)
        fresh = self.build(TOPICS)
        question = "how long do i wait for my money"
        assert [a.topic for a in faq.related(question, 4)] == [a.topic for a in fresh.related(question, 4)]
        assert faq.calibration == fresh.calibration

    def test_empty(self) -> None:
        faq = self.build([])
        assert faq.answer("can i pay in instalments") is None
        assert faq.related("can i pay in instalments") == []
        faq.update(TOPICS)
        assert faq.answer("can i pay in instalments") is not None

    def test_a_topic_with_a_title_alone_is_found(self) -> None:
        faq = self.build([*TOPICS, Topic("dogs", "Are dogs welcome in your stores?", (), (), "Yes.")])
        assert (found := faq.answer("are dogs welcome in the stores")) is not None and found.topic == "dogs"

    def test_readers_see_one_state_while_it_changes(self) -> None:
        faq = self.build(TOPICS)
        failures: list[object] = []

        def read() -> None:
            for _ in range(50):
                answer = faq.answer("How long do refunds take?")
                if answer is None or len(faq.related("refund", 10)) not in (1, 4):
                    failures.append(answer)

        readers = [Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for _ in range(3):
            faq.update(TOPICS[2:3])
            faq.update(TOPICS)
        for reader in readers:
            reader.join()
        assert failures == []

    def test_saved_and_loaded_it_answers_the_same(self, faq: FaqIndex, tmp_path: Path) -> None:
        faq.save(tmp_path / "faq")
        loaded = self.load(tmp_path / "faq")
        assert loaded.calibration == faq.calibration
        for question in ("how should i wash my down coat", "refund", "who won the world cup"):
            assert loaded.answer(question) == faq.answer(question)
            assert loaded.related(question, 4) == faq.related(question, 4)

    def test_a_broken_folder_is_refused(self, faq: FaqIndex, tmp_path: Path) -> None:
        with pytest.raises(ArtefactError, match="make train"):
            self.load(tmp_path / "nothing")
        faq.save(tmp_path / "faq")
        for path in list((tmp_path / "faq").iterdir()):
            faq.save(tmp_path / "faq")
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            with pytest.raises(ArtefactError, match="make train"):
                self.load(tmp_path / "faq")
