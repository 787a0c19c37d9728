"""Order numbers as people write them."""

from __future__ import annotations

import unicodedata


def plain_order_number(text: str) -> str:
    """The number as it is stored: without spaces and `#`, in upper case, full-width digits made plain."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lstrip("#").upper()
