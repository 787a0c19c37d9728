"""Recognising a question about the shop while products are spoken of: "can you gift wrap it?"."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue.answers.advice import PLAIN
from actions.dialogue.clause import WISH, Clause
from actions.dialogue.context import Context
from actions.dialogue.finding.filters import FIELDS, LIMITS
from actions.dialogue.finding.shown import spoken_of, the_one
from actions.dialogue.products import asking_about
from actions.dialogue.products.telling import open_fact
from actions.dialogue.talk import doubting
from actions.faq import Answer, FaqIndex
from actions.search import Facts, Filters
from actions.shop.catalogue import ProductView
from actions.text import Analyser

ANALYSER = Analyser()
TAKEN_FOR = asking_about.TAKEN_FOR | asking_about.OWN
"""Intents that such a question is taken for, beside the tasks that are doubted."""
OF_OWN = frozenset({"ask_goes_with", "ask_promotion", "ask_recommendation", "compare_products"})
"""Those among them that have an action of their own, which serves them where they are told surely."""
OF_GOODS = (FIELDS.keys() | LIMITS | {"product", "ordinal"}) - {"product_type", "attribute"}
"""Entities that say which products or variants are spoken of: the shop is asked about none of these."""


def refers(wish: Clause, context: Context) -> ProductView | None:
    """The product spoken of, where a question refers to it and nothing else was asked just now."""
    turn = context.turn
    other = wish.values("product_type") or wish.values("product") or wish.values("topic")
    answered = turn.slot("last_question", {}).get("turn") == turn.number - 1
    if other or answered or not context.language.says(wish.text, "refers"):
        return None
    return the_one(context)


def of_product(product: ProductView, question: str, context: Context) -> tuple[str, Answer | None]:
    """A question as it stands or with the product's name for "it", and its answer; none where that is on another kind
    of thing: what wool stands says nothing of cotton."""
    faq, name = context.services.faq, product.name.replace(product.brand, "").strip()
    of_shop = is_of_shop(question, faq, context.services.facts)
    named = context.language.in_place_of_it(question, name)
    answers = {question: faq.answer(question, of_shop), named: faq.answer(named)}
    plain = {text: each for text, each in answers.items() if each and not _only_advises(each)}
    on_it = {text: each for text, each in plain.items() if _is_on(product, each, text, context)}
    best = max(on_it, key=lambda text: on_it[text].score, default=named)
    return best, on_it.get(best)


def is_of_shop(question: str, faq: FaqIndex, facts: Facts) -> bool:
    """Whether a question is about the shop rather than about a product: a written answer speaks to it more plainly than
    it is like anything that is asked about products. Of the demo shop's questions, each held out, that tells 94 of 100
    about products (`data/shop/questions.yml`) and 88 of 100 that are answered in writing."""
    answer = faq.answer(question, expected=True)
    if answer is None or _only_advises(answer):
        return False
    return answer.score > facts.likeness(question)


def _only_advises(answer: Answer) -> bool:
    """Whether an answer is advice on a kind of product, and not plainly about what was asked."""
    return bool(answer.kinds) and answer.score < PLAIN


def asks(context: Context) -> bool:
    """Whether a message asks something about the shop while products are spoken of, whatever it was taken for; or of a
    product where there is none."""
    turn, language, services = context.turn, context.language, context.services
    there_is = turn.slot("focus") or turn.slot("shown") or turn.intent == "ask_product_detail"
    if turn.is_button or not there_is:
        return False
    if OF_GOODS & {entity.kind for entity in turn.entities}:
        return False
    if turn.intent not in TAKEN_FOR and not doubting.doubted(context):
        return False
    if turn.intent in OF_OWN and turn.confidence >= WISH:
        return False
    text = language.spelt_out(turn.text)
    of_it = any(language.says(text, kind) for kind in ("asks_variants", "reviews"))
    if of_it or not (language.asks_in_particular(text) or turn.intent == "ask_faq"):
        return False
    if not is_of_shop(text, services.faq, services.facts) or _asks_whether_it_has(text, context):
        return False
    return all(_is_asked_beside(product, text, context) for product in spoken_of(context)[:1])


def _asks_whether_it_has(text: str, context: Context) -> bool:
    """Whether a yes or no is wanted on what was shown that no written answer has: "does it come with gas"."""
    answer = context.services.faq.answer(text, expected=True)
    plain = answer is not None and (answer.to_the_point or answer.score >= PLAIN)
    return not plain and context.language.asks_of_it(text)


def _is_asked_beside(product: ProductView, text: str, context: Context) -> bool:
    """Whether the answer to a question is on a product, and speaks to it more plainly than what that states itself."""
    answer, fact = of_product(product, text, context)[1], open_fact(product, text, context)
    return answer is not None and not (fact and fact.stated and fact.likeness >= answer.score)


def _is_on(product: ProductView, answer: Answer, question: str, context: Context) -> bool:
    """Whether a product is of every kind and material that an answer's title names and the question does not; that it
    may be a gift makes no kind."""
    count, language = context.services.search.count, context.language
    said = ANALYSER.stems(question)
    words = [word for word in ANALYSER.content_words(answer.title) if ANALYSER.stem(word) not in said]
    words = [word for word in words if not language.says(word, "gift")]
    named = [Filters(types=(word,), in_stock=False) for word in words]
    named += [Filters(materials=(word,), in_stock=False) for word in words]
    of_kind = (replace(each, products=(product.product_id,)) for each in named if count("", each))
    return all(count("", each) for each in of_kind)
