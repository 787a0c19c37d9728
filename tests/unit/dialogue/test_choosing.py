"""Which of the shown things a message means."""

from __future__ import annotations

import pytest

from actions.dialogue.clause import Clause, Entity
from actions.dialogue.language import language
from actions.dialogue.mechanism.choosing import choose, ruled_out
from actions.dialogue.mechanism.questions import PLAIN, Option

OPTIONS = [
    Option("1", ("Blue Ridge Waterproof Jacket – blue – M", "jacket")),
    Option("2", ("Corrie Mid Hiking Boots – brown – 8", "hiking boots")),
    Option("3", ("Ember 300 Headlamp – black", "headlamp")),
]


DUFFELS = [Option("35", ("Slipway 35 L Duffel Bag",)), Option("60", ("Slipway 60 L Duffel Bag",))]
TOWELS = [Option("1", ("Linen Towel", "towel")), Option("2", ("Woven Beach Towel", "towel"))]


def said(text: str, *entities: Entity) -> Clause:
    return Clause(text, "inform", 0.9, entities)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the jacket", ("1",)),
        ("the boots please", ("2",)),
        ("teh jaket", ("1",)),
        ("the brown ones", ("2",)),
        ("blue jacket and the headlamp", ("1", "3")),
        ("1 and 3", ("1", "3")),
        ("2, 3 please", ("2", "3")),
        ("all of it", ("1", "2", "3")),
        ("everything", ("1", "2", "3")),
        ("all good, the boots", ("2",)),
        ("all but the headlamp", ("1", "2")),
        ("all but the lamp", ("1", "2")),
        ("the lamp only", ("3",)),
        ("not the boots but the lamp", ("3",)),
        ("lamp not boots", ("3",)),
        ("no, the boots", ("2",)),
        ("no the boots", ("2",)),
        ("everything but not the boots", ("1", "3")),
        (
            "we were all out in the rain with everything packed, no dry place was found, so the boots",
            ("2",),
        ),
        ("everything, its not for me", ("1", "2", "3")),
        ("everything except the jacket and the boots", ("3",)),
        ("the jacket, the boots stay", ("1",)),
        ("the jacket, leave the boots", ("1",)),
        ("leave the boots out", ("2",)),
    ],
)
def test_names_choose(text: str, keys: tuple[str, ...]) -> None:
    chosen = choose(said(text), OPTIONS, language("en"))
    assert chosen is not None
    assert chosen.keys == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("the bottle without a lid", ("2",)),
        ("i mean the bottle with the lid", ("1",)),
        ("everything without the stove", ("1", "2")),
        ("not the one without a lid", ("1", "3")),
    ],
)
def test_without_is_part_of_what_is_called_so(text: str, keys: tuple[str, ...]) -> None:
    options = [
        Option("1", ("Tarn Bottle – blue – with lid",)),
        Option("2", ("Tarn Bottle – blue – without a lid",)),
        Option("3", ("Ember Stove",)),
    ]
    chosen = choose(said(text), options, language("en"), rest=True)
    assert chosen is not None
    assert chosen.keys == keys


def test_not_liking_a_thing_names_it() -> None:
    options = [Option("1", ("1001: Tent and Lamp",)), Option("2", ("1002: Stove and Pan",))]
    for text in (
        "i'm not happy with the tent. how do i give it back and get my money?",
        "the tent did not work out for me and i want my money back",
        "i'm not satisfied with the tent, it leaks",
    ):
        chosen = choose(said(text), options, language("en"), shown=False)
        assert chosen is not None and chosen.keys == ("1",)


def test_what_is_done_names_nothing() -> None:
    options = [Option("1", ("Water Bottle – blue",)), Option("2", ("Office Chair – high-back",))]
    chosen = choose(said("a refund for the water bottle, i'd send it back"), options, language("en"))
    assert chosen is not None and chosen.keys == ("1",)


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("and the jacket", True),
        ("the jacket too please", True),
        ("wait, the jacket as well thanks", True),
        ("you left out the jacket", True),
        ("it should include the jacket", True),
        ("too small", False),
        ("the jacket is too small", False),
        ("no, the jacket", False),
        ("please", False),
    ],
)
def test_what_adds_to_what_was_said(text: str, adds: bool) -> None:
    assert language("en").adds(text) is adds


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("not the boots", ("2",)),
        ("without the lamp and the jacket please", ("1", "3")),
        ("i keep the boots", ("2",)),
        ("not the boots but the lamp", ()),
        ("all but the lamp", ()),
        ("the jacket", ()),
        ("not that", ()),
    ],
)
def test_what_is_only_ruled_out(text: str, keys: tuple[str, ...]) -> None:
    assert set(ruled_out(said(text), OPTIONS, language("en"))) == set(keys)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("add the jacket too", True),
        ("oh the boots then", True),
        ("and the headlamp as well please", True),
        ("do you have another jacket that is warmer", False),
        ("show me some headlamps for my next trip", False),
    ],
)
def test_words_that_only_stand_beside_a_name_do_not_count(text: str, plain: bool) -> None:
    chosen = choose(said(text), OPTIONS, language("en"))
    assert chosen is not None
    assert (chosen.coverage >= PLAIN) is plain


def test_of_all_that_a_story_names_what_stands_beside_the_order_is_meant() -> None:
    story = "the boots are lovely really, and the lamp too, but the jacket from order 1042 is not for me, so it goes"
    chosen = choose(said(story, Entity("order_number", "1042")), OPTIONS, language("en"))
    assert chosen is not None
    assert chosen.keys == ("1",)


@pytest.mark.parametrize(("ordinal", "key"), [(1, "1"), (2, "2"), (-1, "3"), (3, "3")])
def test_numbers_choose(ordinal: int, key: str) -> None:
    chosen = choose(said("that one", Entity("ordinal", ordinal)), OPTIONS, language("en"))
    assert chosen is not None
    assert chosen.keys == (key,)


@pytest.mark.parametrize(
    "text",
    [
        "the purple tent",
        "",
        "what?",
        "🎒",
        "do you ship to norway",
        "both",
        "all but the tent",
        "no boots",
        "not the lamp",
    ],
)
def test_what_is_not_there_is_not_chosen(text: str) -> None:
    assert choose(said(text), OPTIONS, language("en")) is None


def test_a_number_beyond_the_list_chooses_nothing() -> None:
    assert choose(said("the ninth", Entity("ordinal", 9)), OPTIONS, language("en")) is None


def test_ruling_one_of_two_out_chooses_the_other() -> None:
    chosen = choose(said("not the jacket"), OPTIONS[:2], language("en"))
    assert chosen is not None
    assert chosen.keys == ("2",)


def test_ruling_one_of_three_out_chooses_nothing_yet() -> None:
    assert choose(said("not the jacket"), OPTIONS, language("en")) is None


def test_a_button_means_its_own_key_only() -> None:
    pressed = said('/inform{"answer":"2"}', Entity("answer", "2"))
    chosen = choose(pressed, OPTIONS, language("en"))
    assert chosen is not None
    assert chosen.keys == ("2",)
    stale = said('/inform{"answer":"7"}', Entity("answer", "7"))
    assert choose(stale, OPTIONS, language("en")) is None


def test_coverage_tells_an_answer_from_a_mention() -> None:
    answer = choose(said("the headlamp"), OPTIONS, language("en"))
    mention = choose(said("do you sell any other kind of headlamp"), OPTIONS, language("en"))
    assert answer is not None
    assert mention is not None
    assert answer.coverage > 0.4 > mention.coverage


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("not the lamp", ("1", "2")),
        ("anything but the boots", ("1", "3")),
        ("not the lamp or the boots", ("1",)),
    ],
)
def test_what_is_left_counts_where_that_is_wanted(text: str, keys: tuple[str, ...]) -> None:
    chosen = choose(said(text), OPTIONS, language("en"), rest=True)
    assert chosen is not None
    assert chosen.keys == keys


def test_not_the_first_of_several_leaves_open_which() -> None:
    assert choose(said("not the lamp"), OPTIONS, language("en")) is None


def test_a_number_with_its_unit_names() -> None:
    chosen = choose(said("the 60l"), DUFFELS, language("en"))
    assert chosen and chosen.keys == ("60",)


def test_each_is_no_beach() -> None:
    assert choose(said("2 of those, one each colour"), TOWELS, language("en")) is None
