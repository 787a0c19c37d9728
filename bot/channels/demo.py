"""What the demo page shows of the shop: products for its tiles, customers to sign in as.

The bot never opens the shop's database; whoever seeds that writes these few things to `var/demo.json` and the
pictures to `var/pictures/`.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_EXPORT_NAME = re.compile(r"[A-Za-z0-9_-]{43}\.json")
_PICTURE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}\.svg")

NO_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img" aria-label="No picture">
<rect width="240" height="240" fill="#eef1ee"/>
<g fill="none" stroke="#9aa89f" stroke-width="6" stroke-linejoin="round">
<path d="M40 172 98 84l32 48 18-26 52 66Z"/><circle cx="164" cy="74" r="14"/>
</g>
</svg>
"""


@dataclass(frozen=True)
class DemoShop:
    """The demo shop's things under one folder, read anew each time: seeding may replace them while we run."""

    folder: Path

    def products(self) -> list[dict[str, Any]]:
        """Each with `product_id`, `title`, `price`, `picture` (a path on this server), `type`."""
        return self._listed("products")

    def customers(self) -> list[dict[str, Any]]:
        """Each with `customer_id`, `name`, `note`: what makes this customer worth trying."""
        return self._listed("customers")

    def customer(self, customer_id: str) -> dict[str, Any] | None:
        """The customer of that id, None if there is none to sign in as."""
        return next((one for one in self.customers() if one.get("customer_id") == customer_id), None)

    def picture(self, name: str) -> str:
        """The SVG drawing of this name; a neutral one where there is none by that name."""
        if not _PICTURE_NAME.fullmatch(name):
            return NO_PICTURE
        try:
            return (self.folder / "pictures" / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return NO_PICTURE

    def export(self, name: str) -> Path | None:
        """The file of that name with a customer's data, until the end that its time of modification states."""
        path = self.folder / "exports" / name
        if not _EXPORT_NAME.fullmatch(name) or not path.is_file():
            return None
        return path if time.time() <= path.stat().st_mtime else None

    def _listed(self, name: str) -> list[dict[str, Any]]:
        try:
            content: dict[str, list[dict[str, Any]]] = json.loads(
                (self.folder / "demo.json").read_text(encoding="utf-8")
            )
        except FileNotFoundError:
            return []
        return content.get(name, [])
