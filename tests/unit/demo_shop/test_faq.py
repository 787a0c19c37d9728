"""Questions in other words than the files', and things that no answer covers, on the demo shop's answers."""

from __future__ import annotations

import pytest

from actions.dialogue.answers import asking_shop
from actions.encoder import SentenceEncoder
from actions.faq import FaqIndex, read_topics
from actions.search import Facts, read_questions
from actions.settings import ROOT
from actions.shop.catalogue import ProductView

ASKED = {
    "could i pay for it in several parts": "pay-in-instalments",
    "i want to wash my puffy down jacket, how": "wash-a-down-jacket",
    "how many days until my money is back": "how-long-refunds-take",
    "shipping to norway possible?": "countries-we-deliver-to",
    "what does shipping cost": "delivery-options-and-costs",
    "how fast do you deliver": "delivery-times",
    "i cant remember my password": "reset-my-password",
    "the coupon code is not accepted": "promo-codes",
    "can i bring a gas stove on an airplane": "fly-with-a-stove",
    "is there a shop i can visit in denver": "stores",
    "can i send back boots that i wore outside": "worn-or-used-items",
    "do i get a discount as a student": "student-discount",
    "will you match a lower price from another shop": "price-match",
    "which lumens for a head torch": "headlamp-lumens",
    "what does r value mean": "sleeping-pad-r-values",
    "the parcel is broken": "damaged-parcels",
    "i lost my parcel, it says delivered": "lost-parcels",
    "how do i get an invoice for my order": "invoices-and-vat",
    "do gift cards run out": "gift-cards",
    "can i get a job in your shop": "careers",
    "who can repair my zipper": "repairs",
    "how to reproof a rain jacket": "wash-and-reproof-a-waterproof-jacket",
    "are your down jackets animal friendly": "animal-welfare",
    "do you take american express": "payment-methods",
}

OF_SHOP = {
    "do you put presents in nice paper": ["gift-wrapping"],
    "can you make a present out of it": ["gift-wrapping"],
    "could a little note go in the box": ["gift-wrapping"],
    "would you leave the price off when you post it": ["gift-wrapping"],
    "last day to order so it gets here for christmas": ["holiday-delivery"],
    "do i have it under the tree if i order now": ["holiday-delivery"],
    "can it be at my place by saturday": ["weekend-and-dated-delivery", "delivery-times"],
    "how quickly would it get to me": ["delivery-times"],
    "can you hold one for me at the shop": ["reserve-in-store"],
    "order online and pick it up in the store?": ["reserve-in-store", "pick-up-points"],
    "may i try them before i pay": ["reserve-in-store"],
    "can i come to the store and try boots": ["reserve-in-store", "stores"],
    "what are your addresses": ["stores", "contact"],
    "which towns are your shops in": ["stores"],
    "how late are you open on a saturday": ["opening-hours"],
    "how long should a bike helmet last": ["climbing-gear-lifespan"],
    "is your wool free of mulesing": ["animal-welfare"],
    "can i pay with two gift cards": ["gift-card-balance", "gift-cards"],
    "when does a gift voucher run out": ["gift-cards"],
    "is it covered if it breaks after four years": ["warranty"],
    "does it come with a guarantee": ["warranty"],
    "do i need an account to buy it": ["guest-checkout", "create-an-account"],
    "what happens when nobody is home": ["missed-delivery"],
    "do i pay if i swap it for another size": ["exchanges", "who-pays-return-postage"],
    "can it go to my office": ["delivery-to-work-or-another-address"],
    "do you mend zips": ["repairs"],
    "are there any discounts for nurses": ["military-discount"],
    "can i send it back if it doesnt fit": ["return-window", "how-to-return", "return-in-store"],
    "how many days do i have to return them": ["return-window"],
    "do you ship it to canada": ["countries-we-deliver-to", "delivery-options-and-costs"],
    "can i pay it off monthly": ["pay-in-instalments"],
    "is delivery free for this": ["delivery-options-and-costs"],
    "can you engrave my name on it": ["personalisation"],
    "i found it cheaper on another site": ["price-match"],
    "will there be a sale on it soon": ["sale-dates"],
    "can i hire one instead": ["rental"],
    "do you take my old one back": ["second-hand-and-trade-in", "recycling"],
    "can i pay when it arrives": ["payment-methods"],
    "does someone have to sign for it": ["missed-delivery", "delivery-times"],
    "where was it made": ["where-products-are-made"],
}
"""What may be asked while a product is spoken of, or out of nothing, and the answers that are right."""

OF_PRODUCT = (
    "how much does it weigh", "is it heavy to carry", "does it have pockets", "how many litres is it",
    "is it properly waterproof", "can i wear it in the rain", "does it breathe well", "how warm is it",
    "will i freeze in it at night", "how small does it get when packed", "does it fold up", "how long is it folded",
    "how bright is it", "how long does the battery go", "how long to charge it", "is it rechargeable",
    "how many people fit inside", "is it quick to put up", "what is the floor area", "how tall is it inside",
    "does it have a hood", "is there a zip at the bottom", "does the hood come off", "is the sole grippy",
    "how high are they at the ankle", "what is the heel drop", "are they padded", "do they stretch",
    "how much weight will it hold", "is there a cup holder", "does it have gears", "what is the range of it",
    "does it float", "is it vegan", "is it recycled", "does it have a reflective strip", "how thick is it",
    "how hot does it get", "how fast does it boil", "does it have wheels",
)  # fmt: skip

OUTSIDE = (
    "who painted the mona lisa", "how do i change a diaper", "what is the boiling point of iron",
    "book me a flight to oslo", "what time is sunset today", "is my flight late", "recipe for pancakes",
    "how do i invest my money", "what is the best laptop", "tell me about ancient rome", "my printer is jammed",
    "can you write a poem", "how old are you", "what is 7 times 8", "why is the ocean salty",
    "how do i fix my car brakes", "find me a dentist", "which team won last night", "what is quantum entanglement",
    "how do you spell rhythm", "do you like music", "open the garage door", "translate cat to spanish",
    "what is a mortgage rate", "when was napoleon born",
)  # fmt: skip


@pytest.fixture(scope="module")
def facts(encoder: SentenceEncoder) -> Facts:
    return Facts(read_questions(ROOT / "data"), encoder, {})


def test_other_words_find_the_answer(faq: FaqIndex) -> None:
    found = {question: faq.answer(question) for question in ASKED}
    wrong = {
        question: answer and answer.topic
        for question, answer in found.items()
        if not answer or answer.topic != ASKED[question]
    }
    assert len(wrong) <= 0.15 * len(ASKED), wrong
    near = {
        question for question, topic in ASKED.items() if topic in [a.topic for a in faq.related(question, 3)]
    }
    assert len(near) >= 0.95 * len(ASKED), set(ASKED) - near


def test_what_is_asked_of_the_shop_is_answered(faq: FaqIndex) -> None:
    found = {question: faq.answer(question, expected=True) for question in OF_SHOP}
    wrong = {
        q: found and found.topic for q, found in found.items() if not found or found.topic not in OF_SHOP[q]
    }
    assert len(wrong) <= 0.15 * len(OF_SHOP), wrong


def test_the_shop_is_told_from_its_products(faq: FaqIndex, facts: Facts) -> None:
    taken_for_product = {question for question in OF_SHOP if not asking_shop.is_of_shop(question, faq, facts)}
    taken_for_shop = {question for question in OF_PRODUCT if asking_shop.is_of_shop(question, faq, facts)}
    assert len(taken_for_product) <= 0.15 * len(OF_SHOP), taken_for_product
    assert len(taken_for_shop) <= 0.05 * len(OF_PRODUCT), taken_for_shop


def test_answers_name_kinds_that_are_sold(products: dict[str, ProductView]) -> None:
    kinds = {kind for topic in read_topics(ROOT / "data" / "faq") for kind in topic.kinds}
    assert kinds
    assert kinds <= {product.type for product in products.values()}


def test_what_is_outside_is_refused(faq: FaqIndex) -> None:
    answered = {question: answer.topic for question in OUTSIDE if (answer := faq.answer(question))}
    assert len(answered) <= 0.08 * len(OUTSIDE), answered


def test_the_threshold_does_on_held_out_questions_what_it_should(faq: FaqIndex) -> None:
    """Of 141 topics' held-out questions .69 are answered rightly and .12 by a neighbour; .93 outside are refused."""
    found = faq.calibration
    assert found.right >= 0.6
    assert found.wrong <= 0.16
    assert found.refused >= 0.92
