"""The probability that a customer has left: from how often they used to buy and how long they have been silent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import gammaln

from actions.customers.buying import Buying

FEWEST = 30
"""Customers with an order that a model can be learned from."""
TIME = 100.0
"""Days that count as one, so that the parameters are of a like size."""
PENALTY = 0.001
"""On the squares of the logarithms of the parameters, which keeps them finite where the data leave them open."""


@dataclass(frozen=True)
class Leaving:
    """The modified beta-geometric/NBD model (Batislam, Denizel & Filiztekin 2007).

    Each customer buys at random at a rate of their own (gamma: `r`, `alpha`) and after every purchase, the first one
    too, may leave for good with a probability of their own (beta: `a`, `b`). It knows recency and frequency alone.
    """

    r: float
    alpha: float
    a: float
    b: float

    @classmethod
    def fit(cls, customers: Iterable[Buying]) -> Self | None:
        """The most likely parameters; None where too few customers have bought to learn any."""
        bought = [one for one in customers if one.frequency]
        if len(bought) < FEWEST:
            return None
        x, t, total = (np.array(column) for column in zip(*map(_counted, bought), strict=True))

        def cost(logarithms: NDArray[np.float64]) -> float:
            likelihood = _log_likelihood(np.exp(logarithms), x, t, total)
            return float(PENALTY * (logarithms**2).sum() - likelihood.mean())

        return cls(*np.exp(minimize(cost, np.zeros(4), method="L-BFGS-B", bounds=[(-8, 8)] * 4).x).tolist())

    def probability(self, customer: Buying) -> float | None:
        """That the customer has left for good; None for who has not bought yet."""
        if not customer.frequency:
            return None
        x, t, total = _counted(customer)
        silence = np.log((self.alpha + total) / (self.alpha + t))
        odds = self.a / (self.b + x) * np.exp((self.r + x) * silence)
        return float(odds / (1 + odds))


def _counted(customer: Buying) -> tuple[int, float, float]:
    """Repeat purchases, the time of the last one and the time until now, both since the first one."""
    span = customer.span / TIME
    return customer.frequency - 1, span, span + (customer.recency or 0.0) / TIME


def _log_likelihood(
    parameters: NDArray[np.float64],
    x: NDArray[np.int_],
    t: NDArray[np.float64],
    total: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Of each customer's purchases, by the model's four parameters."""
    r, alpha, a, b = parameters
    rate = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stays = gammaln(a + b) + gammaln(b + x + 1) - gammaln(b) - gammaln(a + b + x + 1)
    here = -(r + x) * np.log(alpha + total)
    gone = np.log(a) - np.log(b + x) - (r + x) * np.log(alpha + t)
    found: NDArray[np.float64] = rate + stays + np.logaddexp(here, gone)
    return found
