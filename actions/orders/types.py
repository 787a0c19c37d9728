"""What the order desk answers with: frozen values, never sentences. Money is in the policy's currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from actions.shop.models import Address, OrderStatus

UNDER_WAY = (OrderStatus.PACKED, OrderStatus.SHIPPED, OrderStatus.OUT_FOR_DELIVERY)
CALLED_OFF = (OrderStatus.CANCELLED, OrderStatus.RETURNED)


class Why(StrEnum):
    """Why something was refused."""

    UNKNOWN_ORDER = "unknown_order"
    """No such order of this customer; whether it is somebody else's or nobody's is not said."""
    UNKNOWN_LINE = "unknown_line"
    """The order has no such line; `allowed` names those it has."""
    NOTHING_CHOSEN = "nothing_chosen"
    """No line was named."""
    BAD_QUANTITY = "bad_quantity"
    """Zero, less, or more pieces than can still go back; `available` says how many can."""
    UNKNOWN_REASON = "unknown_reason"
    """A return reason that the policy does not have; `allowed` names those it has."""
    WRONG_STATUS = "wrong_status"
    """The policy does not allow it while the order is in `status`; `allowed` names the statuses it needs, `window_days`
    for how long from its arrival some of it can go back."""
    NOT_DELIVERED = "not_delivered"
    """This line's parcel has not arrived yet."""
    PAST_WINDOW = "past_window"
    """The return window of `window_days` ended at `until`."""
    NOT_RETURNABLE = "not_returnable"
    """The policy takes back no product of this type; `because` is its code for why, such as `hygiene`."""
    ALREADY_SETTLED = "already_settled"
    """Something was done already about every piece of the line, or about something of the order: `because` is how
    (`on_its_way_back`, `exchanged`, `sent_again`, `paid_back`), `return_number` the number of what was done."""
    NOTHING_POSSIBLE = "nothing_possible"
    """None of the lines can be done, for different reasons; `lines` has each."""
    NO_RETURN = "no_return"
    """No money goes back, or went, to tell about."""
    ONCE_ONLY = "once_only"
    """The order has a return or exchange, `return_number`, and the policy allows one only."""
    NOT_OFFERED = "not_offered"
    """The shop does not do this by itself: a person may."""
    FINAL_CHANGE = "final_change"
    """The order's items were changed, and the policy allows no change after that."""
    SAME_ADDRESS = "same_address"
    """It goes there already: nothing would change."""
    SAME_PAYMENT = "same_payment"
    """It is paid so already; `payments` has the others."""
    INCOMPLETE_ADDRESS = "incomplete_address"
    """`allowed` names what the address lacks, such as `postcode`."""
    BAD_POSTCODE = "bad_postcode"
    """The country has no such postcodes."""
    NOT_DELIVERED_THERE = "not_delivered_there"
    """The order's delivery option does not reach that address; `allowed` names those that do."""
    UNKNOWN_OPTION = "unknown_option"
    """No such delivery option; `allowed` names those there are."""
    UNKNOWN_PAYMENT = "unknown_payment"
    """No such payment method of this customer; `payments` has those that may be named."""
    PAYMENT_NOT_ALLOWED = "payment_not_allowed"
    """Not by this method; `payments` has those that may be named."""
    BALANCE_TOO_LOW = "balance_too_low"
    """The gift card holds `balance`, less than the `needed`; `payments` has what would do."""
    UNKNOWN_VARIANT = "unknown_variant"
    """The product has no such variant; `variants` has those that can be had."""
    SAME_VARIANT = "same_variant"
    """It is that variant already; `variants` has the others that can be had."""
    OUT_OF_STOCK = "out_of_stock"
    """Only `available` pieces of it are left; `variants` has the others that can be had."""
    NO_TAKING_OUT = "no_taking_out"
    """The policy lets nothing be taken out of an order."""
    NOTHING_LEFT = "nothing_left"
    """Nothing would be left of the order: that is cancelling it."""
    UNKNOWN_PROBLEM = "unknown_problem"
    """A kind of problem that the policy does not have; `allowed` names those it has."""
    NOT_SHOWN = "not_shown"
    """The tracking does not bear it out: `status` says what it would have to show, `expected` when it comes."""
    EVIDENCE_NEEDED = "evidence_needed"
    """It has to be described first."""
    UNKNOWN_REMEDY = "unknown_remedy"
    """The policy does not give that; `allowed` names what it gives."""
    CHANGED_SINCE = "changed_since"
    """What it would do is no longer what was told, such as another price: to be quoted and asked anew."""
    NOTHING_DONE = "nothing_done"
    """Nothing was done to the order that could be undone."""
    NOT_UNDONE = "not_undone"
    """It stays done; `because` is the code of why, such as `cancelled_for_good`."""
    NO_INVOICE = "no_invoice"
    """There is none while the order is in `status`; `allowed` names the statuses it needs."""

    @property
    def about(self) -> str | None:
        """What of the wish it speaks of, so that another may do: `items`, `variants`, `payment` or `address`; None
        where no other would."""
        return next((what for what, several in _ABOUT.items() if self in several), None)


_ABOUT = {
    "items": (Why.BAD_QUANTITY, Why.UNKNOWN_LINE, Why.NOTHING_CHOSEN),
    "variants": (Why.OUT_OF_STOCK, Why.UNKNOWN_VARIANT, Why.SAME_VARIANT, Why.NO_TAKING_OUT),
    "payment": (Why.BALANCE_TOO_LOW, Why.PAYMENT_NOT_ALLOWED, Why.UNKNOWN_PAYMENT, Why.SAME_PAYMENT),
    "address": (Why.INCOMPLETE_ADDRESS, Why.BAD_POSTCODE, Why.NOT_DELIVERED_THERE, Why.SAME_ADDRESS),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something cannot be done, and what can be instead. Only what `why` names is filled."""

    why: Why
    order_number: str | None = None
    line: int | None = None
    title: str | None = None
    """The line's product, where the refusal is about a line."""
    status: str | None = None
    wish: str | None = None
    """What was wanted, as a task (`return_item`, `cancel_order` …), where `status` forbids it."""
    because: str | None = None
    window_days: int | None = None
    until: datetime | None = None
    available: int | None = None
    return_number: str | None = None
    balance: Decimal | None = None
    needed: Decimal | None = None
    expected: Days | None = None
    payments: tuple[Payment, ...] = ()
    variants: tuple[VariantChoice, ...] = ()
    allowed: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    """The nearest things that are possible, best first, as codes of the policy (`warranty`, `repair`,
    `trade_in`, `person` …) or of a task (`cancel_order`, `track_order`)."""
    gone: Mapping[str, str] = field(default_factory=dict)
    """What has left the order for good and can be bought anew: product id → title."""
    lines: tuple[Refusal, ...] = ()
    """Each line's own refusal, where several were asked for and none can be done."""

    @property
    def is_under_way(self) -> bool:
        """Whether it is the status that forbids it, as the order can no longer be stopped and has not arrived."""
        return self.why is Why.WRONG_STATUS and self.status in UNDER_WAY

    @property
    def comes_yet(self) -> bool:
        """Whether the order comes to a status in which it can be done."""
        course = [str(status) for status in OrderStatus if status not in CALLED_OFF]
        ahead = course[course.index(self.status) :] if self.status in course else []
        return not set(ahead).isdisjoint(self.allowed)


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment method as it may be shown: never a full number."""

    payment_id: str
    kind: str
    """`card`, `paypal` or `gift_card`."""
    label: str
    """Such as `Visa ending 4242`."""
    balance: Decimal | None = None
    """What a gift card holds; None of anything else."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that is taken or given back because of a change."""

    kind: str
    """`payment` or `refund`."""
    amount: Decimal
    payment: Payment
    """As it is before; a gift card's `balance` is what it holds now."""
    working_days: tuple[int, int] | None = None
    """How long a refund takes, at least and at most; (0, 0) is at once."""


@dataclass(frozen=True, slots=True)
class VariantChoice:
    """A variant that a line could be changed to."""

    sku: str
    colour: str
    size: str
    options: Mapping[str, str]
    """What else tells it apart, by name."""
    unit_price: Decimal
    stock: int
    difference: Decimal
    """What one piece costs more (or, negative, less) than what was paid for one."""

    @property
    def traits(self) -> dict[str, str]:
        """All that tells it from the product's other variants."""
        return _traits(self)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order."""

    line: int
    sku: str
    product_id: str
    title: str
    type: str
    category: str
    colour: str
    size: str
    quantity: int
    unit_price: Decimal
    settled: int
    """Pieces that are on their way back or were taken back, exchanged, paid back or sent again."""
    shipment_id: str | None
    options: Mapping[str, str] = field(default_factory=dict)
    """What else tells the variant apart, by name."""

    @property
    def left(self) -> int:
        """Pieces about which something can still be done."""
        return self.quantity - self.settled

    @property
    def traits(self) -> dict[str, str]:
        """All that tells the variant from the product's others."""
        return _traits(self)


def _traits(variant: VariantChoice | OrderLine) -> dict[str, str]:
    named = {"colour": variant.colour, "size": variant.size, **variant.options}
    return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class DeedView:
    """A return, an exchange, a reported problem, a change of the items or a cancellation that stands."""

    number: str
    """Empty of a cancellation that was not made here."""
    kind: str
    """`return`, `exchange`, of a problem what is done about it (a remedy of the policy, or `person`), or the kind of
    the change: `cancel_order`, `change_order`."""
    order_number: str
    goods: tuple[str, ...]
    """Titles; empty of a change of the items."""
    refund: Decimal
    """What is paid back for it; zero where nothing is."""
    pieces: Mapping[int, int] = field(default_factory=dict)
    """Line → how many of it a return, exchange or problem is about."""


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order as its customer may see it."""

    order_number: str
    status: str
    placed: datetime
    delivered: datetime | None
    """When the last parcel arrived; None while any is on its way."""
    delivery: str
    """The delivery option, such as `standard`."""
    delivery_cost: Decimal
    payment: Payment
    items: tuple[OrderLine, ...]
    currency: str
    address: Address
    possible: tuple[str, ...] = ()
    """What the order's status allows now, as tasks: `cancel_order`, `change_order`, `return_item` …"""
    deeds: tuple[DeedView, ...] = ()
    """Returns and exchanges, then problems, then changes, the oldest first."""

    @property
    def is_open(self) -> bool:
        """Whether something is still to happen to it by itself."""
        return self.status not in (OrderStatus.DELIVERED, *CALLED_OFF)

    @property
    def comes_back(self) -> bool:
        """Whether something of it is, or was, on its way back."""
        return any(deed.kind in ("return", "exchange") for deed in self.deeds)

    @property
    def is_paid_back(self) -> bool:
        """Whether money for it goes, or went, back."""
        repaid = any(deed.refund for deed in self.deeds)
        return repaid or self.comes_back or self.status in CALLED_OFF

    @property
    def subtotal(self) -> Decimal:
        """The goods alone."""
        return sum((item.unit_price * item.quantity for item in self.items), Decimal(0))

    @property
    def total(self) -> Decimal:
        """Goods and delivery."""
        return self.subtotal + self.delivery_cost


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a parcel."""

    time: datetime
    place: str
    status: str
    description: str


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day on which something is expected, in the shop's time zone; often the same."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Parcel:
    """One shipment of an order, with its events, oldest first."""

    shipment_id: str
    carrier: str
    tracking_number: str
    status: str
    shipped: datetime | None
    expected: date | None
    delivered: datetime | None
    late: bool
    """The expected day has passed and the parcel has not arrived."""
    lost: bool
    """The carrier says so, or there was no news for as many working days as the policy allows."""
    lines: tuple[int, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where an order is."""

    order_number: str
    status: str
    parcels: tuple[Parcel, ...]
    last: Event | None
    """The latest event of any parcel; None before anything was sent."""
    expected: Days | None
    """When what has not arrived yet should; None once all has arrived, or where the order was called off."""
    delivered: datetime | None
    late: bool
    lost: bool

    @property
    def is_under_way(self) -> bool:
        """Whether it can no longer be stopped and has not arrived."""
        return self.status in UNDER_WAY

    @property
    def overdue(self) -> str | None:
        """What is wrong with its coming: `lost`, `late` or nothing."""
        return "lost" if self.lost else "late" if self.late else None

    @property
    def overdue_lines(self) -> frozenset[int]:
        """The lines in parcels that are late or lost."""
        return frozenset(
            line for parcel in self.parcels if parcel.late or parcel.lost for line in parcel.lines
        )
