"""The page as a visitor uses it: what can be pressed, written and seen."""

from __future__ import annotations

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 30
"""Seconds within which anything may appear."""


class Page:
    """The demo shop's page with the chat in its corner, whose elements live in a shadow root."""

    def __init__(self, browser: Chrome, url: str) -> None:
        self.browser = browser
        self.url = url

    def visit(self) -> None:
        """Loads the page, as a first visit or a reload."""
        self.browser.get(self.url)

    def all(self, selector: str) -> list[WebElement]:
        """The chat's elements that match a CSS selector, in order."""
        return self.browser.find_element(By.TAG_NAME, "aisle-chat").shadow_root.find_elements(
            By.CSS_SELECTOR, selector
        )

    def one(self, selector: str) -> WebElement:
        """The first such element, waited for."""
        return self.wait_for(selector, 1)[0]

    def wait_for(self, selector: str, count: int) -> list[WebElement]:
        """At least `count` such elements, waited for until they can be seen: a page that loads shows them later."""

        def shown() -> list[WebElement]:
            return [element for element in self.all(selector) if element.is_displayed()]

        waiting = WebDriverWait(self.browser, PATIENCE, ignored_exceptions=[StaleElementReferenceException])
        return waiting.until(
            lambda _: found if len(found := shown()) >= count else False,
            f"fewer than {count} of {selector}",
        )

    def wait_gone(self, selector: str) -> None:
        """Waits until there is no such element."""
        WebDriverWait(self.browser, PATIENCE).until_not(lambda _: self.all(selector), f"{selector} stays")

    def open_chat(self) -> None:
        """Unfolds the chat and waits until it can be talked to."""
        self.one(".launcher").click()
        self.one("textarea")
        self.wait_for(".welcome, article", 1)

    def say(self, text: str) -> None:
        """Writes a message and waits for its answer."""
        answered = len(self.all(".theirs"))
        self.one("textarea").send_keys(text, Keys.ENTER)
        self.wait_for(".theirs", answered + 1)
        self.wait_gone(".typing")

    def press(self, button: WebElement) -> None:
        """Presses a button in the conversation and waits for its answer."""
        answered = len(self.all(".theirs"))
        button.click()
        self.wait_for(".theirs", answered + 1)
        self.wait_gone(".typing")

    def said(self) -> list[str]:
        """The texts of the conversation, the shopper's and the assistant's, in order."""
        return [bubble.text for bubble in self.all(".bubble")]

    def sign_in(self, index: int) -> str:
        """Chooses an entry of the switch (0 is the guest) and says which."""
        switch = Select(self.browser.find_element(By.CSS_SELECTOR, ".sign-in select"))
        switch.select_by_index(index)
        return switch.first_selected_option.text
