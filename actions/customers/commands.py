"""The shop developer's command about one customer: `./aisle profile CUSTOMER`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from babel.numbers import format_currency, format_percent
from rich.console import Console
from rich.table import Table
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from actions.customers.buying import Buying, buying
from actions.customers.leaving import Leaving
from actions.customers.pictures import draw_groups
from actions.customers.profiles import profile_of
from actions.customers.segments import Segments
from actions.settings import settings
from actions.shop.clock import SystemClock
from actions.shop.models import Customer, Interaction, Product
from actions.shop.policy import Policy, PolicyError
from actions.shop.session import Sessions, ShopUnavailable

profile = typer.Typer(add_completion=False)
console = Console()


@profile.command()
def show_profile(
    who: Annotated[str, typer.Argument(help="A customer's id or e-mail.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="A folder for the picture of how the groups were chosen.")
    ] = None,
) -> None:
    """What the shop knows about a customer, and what it makes of that; personal data is shown in full."""
    try:
        with closing(Sessions(settings().database_url)) as sessions, sessions.reading() as session:
            everybody = buying(session, SystemClock().now())
            if (customer := _find(session, who)) is None:
                _stop(f"There is no customer {who}.")
            groups = Segments.fit(everybody)
            table = Table(
                title=f"{customer.first_name} {customer.last_name}", show_header=False, title_justify="left"
            )
            for name, value in _rows(session, customer, everybody, groups):
                table.add_row(name, value)
    except PolicyError as error:
        _stop(str(error))
    except ShopUnavailable as error:
        _stop(f"{error} ./aisle db status says more; ./aisle db create sets it up.")
    console.print(table)
    if out is not None and groups is not None:
        console.print(f"In {draw_groups(groups, out)}: how many groups there are, and why.", markup=False)


def _find(session: Session, who: str) -> Customer | None:
    named = or_(Customer.customer_id == who, Customer.email_key == func.lower(who.strip()))
    return session.scalars(select(Customer).where(named)).first()


def _rows(
    session: Session, customer: Customer, everybody: list[Buying], groups: Segments | None
) -> Iterator[tuple[str, str]]:
    own = next(one for one in everybody if one.customer_id == customer.customer_id)
    known, locale = profile_of(session, customer), settings().locale
    currency = Policy.load(settings().policy_file).currency

    def money(amount: float) -> str:
        return format_currency(amount, currency, locale=locale)

    yield (
        "group",
        groups.by_customer[own.customer_id] if groups else "too few customers have ordered for groups",
    )
    if groups and own.customer_id in groups.outliers:
        yield "unlike others", f"anomaly score {groups.outliers[own.customer_id]:.2f}: staff or a bot perhaps"
    if missing := _missing(session, customer):
        yield "missing", ", ".join(missing)
    if own.frequency == 1:
        yield (
            "one order",
            "which is too little to tell habits by: group and chance of having left are guesses",
        )
    yield "last order", "none" if own.recency is None else f"{own.recency:.0f} days ago"
    yield "orders", f"on {own.frequency} days, {format_percent(own.returned, locale=locale)} sent back whole"
    yield "money", f"{money(own.money)}, {money(own.order_value)} an order"
    if (leaving := Leaving.fit(everybody)) and (gone := leaving.probability(own)) is not None:
        yield "has left", format_percent(gone, locale=locale)
    yield "looked at", f"{own.views} products, {own.busiest} on the busiest day"
    for name, liked in (
        ("favourite types", known.favourite_types),
        ("favourite brands", known.favourite_brands),
        ("favourite colours", known.favourite_colours),
        ("sizes", [f"{type} {size}" for type, size in known.sizes.items()]),
    ):
        yield name, ", ".join(liked) or "none known"
    if known.price_band:
        yield "pays", "mostly " + " to ".join(map(money, known.price_band))
    yield "suggested", f"{known.suggested} products, {known.turned_down} turned down"
    yield "personal suggestions", "on" if known.personal_suggestions else "off"


def _missing(session: Session, customer: Customer) -> list[str]:
    """What the shop's data do not say of the customer, and of the products with which they had to do."""
    fields = ("first_name", "last_name", "email", "phone", "street", "city", "postcode")
    found = [field.replace("_", " ") for field in fields if not getattr(customer, field)]
    theirs = select(Interaction.product_id).where(Interaction.customer_id == customer.customer_id)
    for trait in (Product.type, Product.brand):
        bare = select(func.count()).where(Product.product_id.in_(theirs), trait == "")
        if count := session.scalars(bare).one():
            found.append(f"the {trait.key} of {count} of their products")
    return found


def _stop(sentence: str) -> NoReturn:
    console.print(sentence, style="red", markup=False)
    raise typer.Exit(1)
