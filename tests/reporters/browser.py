"""A real Chromium without a window, for the page that the format ``html`` makes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
MISSING = "needs Chromium and its driver (Debian: apt-get install chromium chromium-driver)"


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """A browser, which is closed at the end."""
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1440,900"):
        options.add_argument(argument)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # which Chromium does not have for root
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    try:
        yield browser
    finally:
        browser.quit()


def opened(browser: webdriver.Chrome, page: str, folder: Path) -> webdriver.Chrome:
    """The browser with a page from disk."""
    file = folder / "report.html"
    file.write_text(page, encoding="utf-8")
    browser.get(file.as_uri())
    return browser


def log(browser: webdriver.Chrome) -> list[dict[str, Any]]:
    """What the browser has complained of since it was last asked."""
    read: Any = browser.get_log
    return list(read("browser"))
