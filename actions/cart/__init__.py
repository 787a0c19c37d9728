"""What shoppers mean to buy, and the way to the shop's own checkout. Free of Rasa."""

from actions.cart.checkout import Checkout
from actions.cart.desk import CartDesk
from actions.cart.types import Added, Cart, CartLine, NotAdded, Owner

__all__ = ["Added", "Cart", "CartDesk", "CartLine", "Checkout", "NotAdded", "Owner"]
