"""The page in a real browser: talking, pressing, coming back, and what goes wrong on the way."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.browser.page import PATIENCE, Page

BOOTS = "waterproof hiking boots under $150"


def severe(page: Page) -> list[str]:
    log = page.browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in log if entry["level"] == "SEVERE"]


def test_open_write_see_a_card_and_press_its_button(page: Page) -> None:
    page.open_chat()
    page.say(BOOTS)
    cards = page.wait_for(".card", 1)
    assert all(card.find_element("css selector", "h3").text for card in cards)
    assert all("$" in card.find_element("css selector", ".price").text for card in cards)
    picture = cards[0].find_element("css selector", "img")
    WebDriverWait(page.browser, PATIENCE).until(lambda _: picture.get_property("naturalWidth"))
    button = cards[0].find_element("css selector", "button")
    title = button.text
    page.press(button)
    assert page.said()[0] == BOOTS
    assert page.said()[2] == title
    assert page.said()[3]
    assert severe(page) == []


def test_greeting_has_buttons_which_give_way_to_the_next(page: Page) -> None:
    page.open_chat()
    page.say("hi")
    choices = page.wait_for(".theirs > .buttons button", 3)
    page.press(choices[0])
    greeting = page.all(".theirs")[0]
    assert greeting.find_elements("css selector", ".buttons") == []


def test_a_reload_keeps_the_conversation_and_the_open_chat(page: Page) -> None:
    page.open_chat()
    page.say("hi")
    page.say(BOOTS)
    said, cards = page.said(), len(page.all(".card"))
    page.visit()
    page.wait_for(".theirs", 2)
    assert page.said() == said
    assert len(page.all(".card")) == cards
    page.press(page.all(".card button")[0])


def test_markup_is_shown_as_text(page: Page) -> None:
    page.open_chat()
    markup = "<img src=x onerror=\"document.title='broken in'\"> <b>hello</b>"
    page.say(markup)
    assert page.said()[0] == markup
    page.visit()
    page.wait_for(".theirs", 1)
    assert page.said()[0] == markup
    assert page.browser.title != "broken in"
    assert page.all(".bubble img, .bubble b") == []


def test_text_with_a_slash_is_text(page: Page) -> None:
    page.open_chat()
    page.say("hi")
    page.say("/restart")
    page.visit()
    page.wait_for(".theirs", 2)
    assert "/restart" in page.said()


def test_without_a_connection_the_message_is_kept_and_sent_again(page: Page) -> None:
    page.open_chat()
    page.browser.set_network_conditions(offline=True, latency=0, throughput=0)
    page.one("textarea").send_keys("hi", Keys.ENTER)
    retry = page.one(".failed .notice button")
    assert page.said() == ["hi"]
    page.browser.delete_network_conditions()
    page.press(retry)
    assert page.all(".failed") == []
    assert page.said()[0] == "hi"


def test_too_long_a_message_is_kept_and_its_limit_named(page: Page) -> None:
    page.open_chat()
    page.browser.execute_script("arguments[0].value = 'x'.repeat(10001)", page.one("textarea"))
    page.one("textarea").send_keys(Keys.ENTER)
    assert "10,000" in page.one(".failed .notice").text
    page.say("hi")


def test_signing_in_keeps_a_guests_conversation_and_signing_out_begins_a_new_one(page: Page) -> None:
    page.open_chat()
    page.say("hi")
    name = page.sign_in(1)
    header = page.one(".panel header")
    WebDriverWait(page.browser, PATIENCE).until(lambda _: header.text.split("\n")[-1] in name)
    assert page.said()[0] == "hi"
    page.sign_in(0)
    page.one(".welcome")
    assert page.said() == []


def test_it_works_by_keyboard_alone(page: Page) -> None:
    launcher = page.one(".launcher")
    page.browser.execute_script("arguments[0].focus()", launcher)
    launcher.send_keys(Keys.ENTER)
    field = page.one("textarea")
    active = "return document.querySelector('aisle-chat').shadowRoot.activeElement?.className"
    tag = "return document.querySelector('aisle-chat').shadowRoot.activeElement?.tagName"
    WebDriverWait(page.browser, PATIENCE).until(lambda b: b.execute_script(tag) == "TEXTAREA")
    field.send_keys("one", Keys.SHIFT, Keys.ENTER, Keys.NULL, "two", Keys.ENTER)
    page.wait_for(".theirs", 1)
    assert page.said()[0] == "one\ntwo"
    page.one("textarea").send_keys(Keys.ESCAPE)
    WebDriverWait(page.browser, PATIENCE).until(lambda b: b.execute_script(active) == "launcher")
    assert page.all(".panel") == []


def test_a_screen_reader_is_told_what_is_said(page: Page) -> None:
    page.open_chat()
    page.say("hi")
    assert page.one(".messages").get_attribute("role") == "log"
    assert page.one(".panel").get_attribute("aria-label")
    unnamed = [b for b in page.all("button") if not (b.text or b.get_attribute("aria-label"))]
    assert unnamed == []


def test_it_fits_a_phone(page: Page) -> None:
    metrics = {"width": 375, "height": 700, "deviceScaleFactor": 2, "mobile": True}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    page.visit()
    page.open_chat()
    page.say(BOOTS)
    panel = page.one(".panel").rect
    assert (panel["x"], panel["width"]) == (0, 375)
    overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.browser.execute_script(overflow) <= 0


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    page.open_chat()
    page.say(BOOTS)
    fetched = page.browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    origin = page.browser.execute_script("return location.origin")
    assert fetched
    assert [address for address in fetched if not address.startswith((origin, "data:"))] == []


def test_a_product_of_the_shelves_can_be_asked_about(page: Page) -> None:
    tiles = WebDriverWait(page.browser, PATIENCE).until(
        lambda browser: browser.find_elements("css selector", ".tile")
    )
    title = tiles[0].find_element("css selector", "h3").text
    tiles[0].find_element("css selector", "button").click()
    page.wait_for(".theirs", 1)
    assert title in page.said()[0]


OWN_PAGE = """
const [answer, done] = arguments;
window.sent = [];
const real = window.fetch;
window.fetch = (address, options) => {
  if (address === "/chat-token") return answer ? Promise.resolve(Response.json(answer)) : Promise.reject();
  if (address.endsWith("/session")) window.sent.push(JSON.parse(options.body));
  return real(address, options);
};
document.body.innerHTML = '<aisle-chat server="/shop" name="My shop" sign-in="/chat-token"></aisle-chat>';
const script = document.createElement("script");
Object.assign(script, { type: "module", src: "/shop/chat.js", onload: done });
document.head.append(script);
"""
"""Makes of a page of this server one of a shop's own, with what that shop answers about who is signed in."""


@pytest.mark.parametrize(
    ("answer", "sent"), [({"customer_token": None}, {"customer_token": None}), (None, {})]
)
def test_a_shops_own_page_says_who_is_signed_in(
    page: Page, answer: dict[str, None] | None, sent: dict[str, None]
) -> None:
    page.browser.get(f"{page.url}/checkout")
    page.browser.execute_async_script(OWN_PAGE, answer)
    page.open_chat()
    assert page.one("header strong").text == "My shop"
    page.say("hi")
    assert page.said()[0] == "hi"
    assert page.browser.execute_script("return window.sent") == [sent]
    page.browser.execute_script("document.querySelector('aisle-chat').renew()")
    WebDriverWait(page.browser, PATIENCE).until(
        lambda browser: browser.execute_script("return window.sent.length") == 2
    )
