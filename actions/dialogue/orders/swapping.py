"""What exchanging and changing items share: lines of an order, for each the variant that it should become, the payment
method for the difference, and a confirmation that lists it all."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, NoReturn

from actions.dialogue.clause import GOODS, Clause
from actions.dialogue.context import Context
from actions.dialogue.intents import BROWSING
from actions.dialogue.language import Language
from actions.dialogue.mechanism.choosing import Chosen, ruled_out
from actions.dialogue.mechanism.questions import Option, Reading, Taken
from actions.dialogue.mechanism.state import HandOver, Leave, TaskState
from actions.dialogue.mechanism.task import Confirmation
from actions.dialogue.messages import Table
from actions.dialogue.orders.lacking import takes_out
from actions.dialogue.orders.lines import Items, Lines, kinds_named, line_options, of_named, ordered
from actions.dialogue.orders.payments import PaymentMethod
from actions.dialogue.orders.refusals import refused, variant_name
from actions.dialogue.orders.settling import soon
from actions.dialogue.orders.tasks import OrderTask
from actions.dialogue.orders.variants import VariantsWanted, undecided
from actions.orders.changing import terms
from actions.orders.exchanging import ExchangeQuote
from actions.orders.swapping import ItemsQuote, SwappedLine
from actions.orders.types import OrderLine, OrderView, Refusal, VariantChoice

Quote = ItemsQuote | ExchangeQuote
FORMS = {"change_order": "change_items_form", "exchange_item": "exchange_form"}


class SwapItems(Items):
    """Which items. They are called by their products: a colour or size named is as likely what is wanted instead,
    unless something is taken out."""

    def options(self, clause: Clause, state: TaskState) -> list[Option]:
        if any(takes_out(clause.text, line, state.context.language) for line in ordered(state)):
            return super().options(clause, state)
        return [
            Option(str(line.line), (line.title,), kinds_named(line, clause, state)) for line in ordered(state)
        ]

    def read(self, clause: Clause, state: TaskState, asked: bool) -> Reading:
        """Of an order "without the towel" the towel, which is to be taken out."""
        language, lines = state.context.language, {str(line.line): line for line in ordered(state)}
        lacking = [phrase for phrase in language.phrases("take_out") if phrase in language.phrases("except")]
        opens = bool(lines) and state[self.slot] is None and language.find(clause.text, lacking) is not None
        out = ruled_out(clause, line_options(state), language) if opens else ()
        if out:
            return Taken({key: lines[key].quantity for key in out})
        return super().read(clause, state, asked)

    def _kept(self, chosen: Chosen, clause: Clause, state: TaskState) -> Lines:
        """Beside what stands to be confirmed, one more thing to be changed comes in addition, unless it corrects."""
        says = state.context.language.says
        stands = state.open == ConfirmSwap.slot and not set(chosen.keys) & set(state[self.slot] or {})
        adds = state.context.language.adds(clause.text)
        corrects = chosen.excluded or any(says(clause.text, kind) for kind in ("correction", "amend"))
        return (
            state[self.slot] or {}
            if stands and (adds or not corrects)
            else super()._kept(chosen, clause, state)
        )

    def title(self, line: OrderLine, state: TaskState) -> str:
        return line.title  # what it is now is not what it becomes

    def fits(self, clause: Clause, chosen: Sequence[OrderLine]) -> bool:
        return True

    def naming(self, clause: Clause, state: TaskState) -> str:
        """Of "the blue shirt for a red one" what stands before "for"."""
        return of_what_is_had(clause, state.context.language).text


class PaymentForDifference(PaymentMethod):
    """How a difference in price is settled, where there is one and the policy leaves a choice."""

    def needed(self, state: TaskState) -> bool:
        task = state.task
        if state[self.slot] is not None or not isinstance(task, SwapTask) or not ready(state):
            return False
        quote = task.quote(state)
        return not isinstance(quote, Refusal) and quote.difference != 0 and len(self.allowed(state)) > 1


class ConfirmSwap(Confirmation):
    """Lists what becomes what, and what that costs or pays."""

    def ask(self, state: TaskState) -> None:
        task, context = state.task, state.context
        quote = task.quote(state) if isinstance(task, SwapTask) else None
        if quote is None or isinstance(quote, Refusal):
            return
        state["told"] = terms(quote)
        rows = [_row(item, state) for item in quote.items]
        table = Table(context.text("utter_columns_swap").split("|"), rows)
        state.say(f"utter_{task.name}_summary", order_number=quote.order_number, show=table)
        for item in quote.items:
            if item.new and _turns_otherwise(item.line, item.new, state):
                state.say("utter_only_comes_in", title=item.title, variant=variant_name(item.new, context))
        if isinstance(quote, ItemsQuote) and quote.final:
            state.say("utter_final_change")
        difference = difference_sentence(quote, state)
        state.say(f"utter_question_confirmed_{task.name}", difference=difference, choices=self.choices(state))

    def says(self, state: TaskState) -> str:
        quote = state.task.quote(state) if isinstance(state.task, SwapTask) else None
        return "" if quote is None or isinstance(quote, Refusal) else quote.payment.label


class SwapTask(OrderTask):
    """A task that turns lines of an order into other variants of their products."""

    twin: ClassVar[str]
    """The intent of what is done about the same wish where the order has come further, or not so far."""

    def speaks_to(self, clause: Clause) -> bool:
        """A description of a product that is not named ("a black one with more storage") is of what is wanted."""
        named = any(entity.kind in ("product_type", "product", "brand") for entity in clause.entities)
        described = clause.intent in BROWSING and not named
        return super().speaks_to(clause) or described or clause.intent == "change_payment"

    def takes(self, clause: Clause, context: Context) -> bool:
        """ "… and make the daypack black", which sounds like a search, is one more wish of the kind."""
        sets = clause.intent in BROWSING and context.language.begins_with(clause.text, "sets")
        return sets or super().takes(clause, context)

    @abstractmethod
    def lines(self, state: TaskState) -> tuple[Lines, Mapping[str, Refusal]] | Refusal:
        """The lines that can be changed, each with its pieces, and why the others can't; one refusal where nothing of
        the order can."""

    @abstractmethod
    def quote(self, state: TaskState) -> Quote | Refusal:
        """What it would do."""

    def calls_off(self, clause: Clause, state: TaskState) -> bool:
        """ "Leave the helmet", of which it was asked what it should become, or whether it should."""
        chosen, language = state[Items.slot] or {}, state.context.language
        out = ruled_out(clause, line_options(state), language) if chosen else ()
        return language.says(clause.text, "keeps") and bool(out) and set(chosen) <= set(out)

    def of_what_is_had(self, clause: Clause, language: Language) -> Clause:
        """Of "the blue tent for a green one" what stands before "for": there may be an order with a green one, too."""
        return of_what_is_had(clause, language)

    def concerns(self, order: OrderView) -> bool:
        return not {self.intent, self.twin}.isdisjoint(order.possible)

    def check_order(self, order: OrderView, state: TaskState) -> None:
        if self.intent not in order.possible:
            self._hand_over(order, state)
        lines = self.lines(state)
        if isinstance(lines, Refusal):
            self.refuse([lines], state)
        else:
            self._drop_refused(*lines, state)
        self._drop_variants(state)
        self._drop_sold_out(state)
        if not ready(state):
            return
        quote = self.quote(state)
        if isinstance(quote, Refusal):
            self.settle(quote, state)

    def changed(self, slot: str, state: TaskState) -> None:
        if slot == "order_number":
            state["items"] = state["variants"] = state["payment"] = None
        elif slot == "items":
            self._drop_variants(state)

    def _hand_over(self, order: OrderView, state: TaskState) -> None:
        """Whoever "changes" what has arrived already wants to exchange it, and the other way round."""
        if self.twin in order.possible:
            state.say(f"utter_rather_{self.twin}", order_number=order.order_number)
            kept = {slot: state[slot] for slot in ("order_number", "proof", "items", "said") if state[slot]}
            raise HandOver(FORMS[self.twin], kept)

    def refuse(self, refusals: Sequence[Refusal], state: TaskState) -> NoReturn:
        super().refuse(of_named(refusals, state), state)

    def _drop_refused(self, possible: Lines, others: Mapping[str, Refusal], state: TaskState) -> None:
        """Say of which of the chosen lines nothing can be done; leave where that is all of them, or of the order."""
        chosen = state["items"] or possible
        refused_lines = [refusal for line, refusal in others.items() if line in chosen or not possible]
        if not refused_lines:
            return
        if not possible or not any(line in possible for line in chosen):
            self.refuse(refused_lines, state)
        state.say("utter_refused", reason="\n".join(refused(each, state.context) for each in refused_lines))
        state["items"] = {line: pieces for line, pieces in chosen.items() if line in possible}

    def _drop_variants(self, state: TaskState) -> None:
        """Keep what was said of the lines that are still chosen."""
        if state["variants"]:
            chosen = state["items"] or {}
            state["variants"] = {k: v for k, v in state["variants"].items() if k in chosen} or None

    def _drop_sold_out(self, state: TaskState) -> None:
        """Say of which of the lines there is no other variant, and leave those as they are."""
        question = self.question(VariantsWanted.slot)
        assert isinstance(question, VariantsWanted)
        gone = [line for line in undecided(state) if not question.variants(line, state)]
        for line in gone:
            state.say("utter_no_other_variant", title=line.title)
        if gone:
            left = {str(line.line) for line in gone}
            state["items"] = {k: v for k, v in state["items"].items() if k not in left} or None
            if state["items"] is None and not self._as_it_stood(state):
                raise Leave

    def _as_it_stood(self, state: TaskState) -> bool:
        """Go back to what stood before a correction that cannot be; whether anything did."""
        before = state.before
        if not before.get(Items.slot) or not before.get(VariantsWanted.slot):
            return False
        for slot in (Items.slot, VariantsWanted.slot):
            state[slot] = before[slot]
        return True

    def settle(self, refusal: Refusal, state: TaskState) -> None:
        """Of several variants only that which cannot be had is asked for anew."""
        if refusal.why.about != VariantsWanted.slot:
            return super().settle(refusal, state)
        state.say("utter_refused", reason=refused(refusal, state.context))
        rest = {k: v for k, v in state["variants"].items() if k != str(refusal.line)}
        state["variants"], state["said"] = rest or None, None


def of_what_is_had(clause: Clause, language: Language) -> Clause:
    """What of a message speaks of what is had: of "i need to swap the tent (the blue one) for a green one" what stands
    before "for"; all of it, where no such word comes after a thing."""
    start = min((e.end for e in clause.entities if e.kind in GOODS and e.role != "not"), default=0)
    rest, into = clause.text[start:], language.phrases("into")
    plainly = [phrase for phrase in into if phrase not in language.phrases("holding")]
    leading = plainly if language.find(rest, plainly) is not None else into
    if language.find(rest, leading) is None:
        return clause
    return clause.part(clause.text[:start] + language.before(rest, leading))


def ready(state: TaskState) -> bool:
    """Whether it is known what should become what."""
    return bool(state["items"]) and bool(state["variants"]) and not undecided(state)


def difference_sentence(quote: Quote, state: TaskState) -> str:
    """What the change costs or pays in all, how and when."""
    if quote.difference == 0:
        return state.text("utter_no_difference")
    later = isinstance(quote, ExchangeQuote) and quote.settled == "received"
    way = "pay" if quote.difference > 0 else "get"
    days = next((movement.working_days for movement in quote.movements if movement.kind == "refund"), None)
    return state.text(
        f"utter_difference_{way}",
        amount=state.context.formats.money(abs(quote.difference), quote.currency),
        payment=quote.payment.label,
        when=state.text("utter_once_received") if later else soon(days, state.context),
    )


def _turns_otherwise(number: int, new: VariantChoice, state: TaskState) -> bool:
    """Whether a line becomes otherwise in what was not spoken of, as what was wanted comes in nothing else."""
    wish = (state[VariantsWanted.slot] or {}).get(str(number), {}).get("wish")
    line = next(line for line in ordered(state) if line.line == number)
    spoken_of = (
        {name for part in ("wanted", "excluded", "compared") for name in wish[part]} if wish else set()
    )
    untouched = new.traits.keys() - spoken_of
    return bool(spoken_of) and any(new.traits[name] != line.traits.get(name) for name in untouched)


def _row(item: SwappedLine, state: TaskState) -> list[str]:
    context = state.context
    before = variant_name(item, context)
    after = variant_name(item.new, context) if item.new else context.text("utter_taken_out")
    amount = item.difference
    sign = "+" if amount > 0 else "−" if amount < 0 else "±"
    money = context.formats.money(abs(amount) if amount else Decimal(0))
    return [item.title, str(item.quantity), before, after, f"{sign}{money}"]
