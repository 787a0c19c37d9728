"""Starts a browser and a shop for it: the one at AISLE_TEST_URL, or else the channels' small assistant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.browser.page import Page
from tests.channels.assistant.running import ROOT, Assistant

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--window-size=1280,900",
)


@pytest.fixture(scope="session")
def shop_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running shop's page."""
    if running := os.environ.get("AISLE_TEST_URL"):
        yield running
        return
    if not (ROOT / "bot" / "widget" / "dist" / "index.html").exists():
        pytest.fail("The page is not built: run `npm ci && npm run build` in bot/widget.")
    assistant = Assistant(tmp_path_factory.mktemp("assistant"))
    assistant.train()
    assistant.start()
    yield f"{assistant.url}/shop"
    assistant.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Chrome]:
    """A headless Chromium."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.fail("Chromium is missing: install the packages chromium and chromium-driver.")
    options = ChromeOptions()
    options.binary_location = chromium
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with Chrome(options, ChromeService(driver)) as one:
        yield one


@pytest.fixture
def page(browser: Chrome, shop_url: str) -> Iterator[Page]:
    """The page as on a first visit, in a tab that remembers nothing."""
    before = browser.current_window_handle
    browser.switch_to.new_window("tab")
    one = Page(browser, shop_url)
    one.visit()
    yield one
    browser.execute_script("localStorage.clear()")
    browser.close()
    browser.switch_to.window(before)
