"""The demo page's files and the headers that keep them to themselves."""

from __future__ import annotations

from html import escape
from pathlib import Path

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, file, html, raw

from bot.channels.demo import DemoShop

PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A picture opened by itself draws, and does nothing else."""

NOT_BUILT = """<!doctype html><html lang="en"><title>Not built yet</title>
<p>The page has not been built: <code>make run</code> does it, or <code>npm ci &amp;&amp; npm run build</code>
in <code>bot/widget</code>.</p></html>"""


CHECKOUT = """<!doctype html><html lang="en"><title>Checkout</title>
<h1>Here your shop's own checkout begins</h1>
<p>This is the demo shop: nothing can be paid here, and nothing is ordered. Where yours is, say with
<code>AISLE_CHECKOUT_URL</code>. The assistant has handed over:</p>
<ul>{items}</ul><p><a href="./">Back to the shop</a></p></html>"""


def serve(blueprint: Blueprint, page: Path, shop: DemoShop) -> None:
    """Adds `/`, `/chat.js`, `/checkout`, `/assets/…`, `/pictures/…` and `/exports/…` to a blueprint.

    Args:
        blueprint: what they are added to; its every answer gets the headers.
        page: the folder with the built `index.html` and `assets/`.
        shop: where the pictures are.
    """

    @blueprint.get("/")
    async def index(_: Request) -> HTTPResponse:
        built = page / "index.html"
        if not built.is_file():
            return html(NOT_BUILT, status=503)
        return await file(built, headers={"Content-Security-Policy": PAGE_POLICY})

    @blueprint.get("/chat.js")
    async def chat(_: Request) -> HTTPResponse:
        """The chat by itself, for a shop's own pages."""
        built = page / "chat.js"
        if not built.is_file():
            return html(NOT_BUILT, status=503)
        return await file(built, mime_type="text/javascript")

    @blueprint.get("/checkout")
    async def checkout(request: Request) -> HTTPResponse:
        """Where the demo's checkout link leads: what is in the cart, and that it ends here."""
        items = [item.rpartition(":") for item in request.args.get("items", "").split(",") if item]
        lines = "".join(f"<li>{escape(count)} × {escape(sku)}</li>" for sku, _, count in items)
        return html(CHECKOUT.format(items=lines), headers={"Content-Security-Policy": PAGE_POLICY})

    @blueprint.get(r"/pictures/<name:[A-Za-z0-9._-]+>")
    async def picture(_: Request, name: str) -> HTTPResponse:
        headers = {"Content-Security-Policy": PICTURE_POLICY, "Cache-Control": "public, max-age=3600"}
        return raw(shop.picture(name), content_type="image/svg+xml; charset=utf-8", headers=headers)

    @blueprint.get(r"/exports/<name:[A-Za-z0-9._-]+>")
    async def export(_: Request, name: str) -> HTTPResponse:
        """A customer's own data; whoever has the name was given it."""
        found = shop.export(name)
        if found is None:
            return html("", status=404)
        return await file(found, mime_type="application/json", filename="my-data.json")

    blueprint.static("/assets", page / "assets")

    @blueprint.middleware("response")  # type: ignore[untyped-decorator]
    async def guard(request: Request, response: HTTPResponse) -> None:
        hashed = response.status == 200 and "/assets/" in request.path
        response.headers.setdefault(
            "Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-store"
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
