"""The brands, all invented, and what each is known for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Brand:
    """`rating` is the mean that its products are rated at, from 1 to 5."""

    character: str
    rating: float


BRANDS = {
    "Tarn Basics": Brand("our own label: plain, honest, the cheapest that we would use ourselves", 4.1),
    "Brackenfell": Brand("bootmakers: leather, resoleable, slow to wear in and slower to wear out", 4.5),
    "Merlin Ridge": Brand("all-round hill clothing in the middle of the price range", 4.3),
    "Nightjar": Brand("lights, and only lights", 4.4),
}
