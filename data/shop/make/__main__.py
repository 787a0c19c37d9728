"""`python -m data.shop.make [FOLDER]`: write the demo shop's CSV files (default: where this package lies)."""

from __future__ import annotations

import sys
from pathlib import Path

from .shop import shop_files


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in shop_files().items():
        (folder / name).write_bytes(content)
        print(f"{name:22} {len(content.splitlines()) - 1:6} rows {len(content) / 1024:8.0f} kB")


if __name__ == "__main__":
    main()
