"""The simulated customer of the retail tasks: what they know and want, how they put it, what they answer.

It is honest. It knows what a task's instructions say of the customer, and of the task's own actions who it is,
which products of which order are meant, what they are to become, the reason, the address and the payment method.
It never says an id that no customer would know (of a variant, a product, a payment method, a user), and never
presses a button: it types. It is deterministic: the same task, shop and seed make the same customer, and another
seed other wordings.

Where a task's instructions hold several possibilities ("if there is none, cancel it"), the customer states what
the task's own actions do in the end, and does not try the others first.
"""

from bench.retail.customer.person import Customer

__all__ = ["Customer"]
