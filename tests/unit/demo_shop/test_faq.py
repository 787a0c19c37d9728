"""Questions in other words than the files', and things that no answer covers, on the demo shop's answers."""

from __future__ import annotations

from actions.faq import FaqIndex

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

OUTSIDE = (
    "who painted the mona lisa", "how do i change a diaper", "what is the boiling point of iron",
    "book me a flight to oslo", "what time is sunset today", "is my flight late", "recipe for pancakes",
    "how do i invest my money", "what is the best laptop", "tell me about ancient rome", "my printer is jammed",
    "can you write a poem", "how old are you", "what is 7 times 8", "why is the ocean salty",
    "how do i fix my car brakes", "find me a dentist", "which team won last night", "what is quantum entanglement",
    "how do you spell rhythm", "do you like music", "open the garage door", "translate cat to spanish",
    "what is a mortgage rate", "when was napoleon born",
)  # fmt: skip


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


def test_what_is_outside_is_refused(faq: FaqIndex) -> None:
    answered = {question: answer.topic for question in OUTSIDE if (answer := faq.answer(question))}
    assert len(answered) <= 0.08 * len(OUTSIDE), answered


def test_the_threshold_does_on_held_out_questions_what_it_should(faq: FaqIndex) -> None:
    """Of 141 topics' held-out questions .69 are answered rightly and .12 by a neighbour; .93 outside are refused."""
    found = faq.calibration
    assert found.right >= 0.6
    assert found.wrong <= 0.16
    assert found.refused >= 0.92
