"""The page in a real browser: what it shows, filters and obeys, and that nothing in a note runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.reporters.browser import BROWSER, DRIVER, MISSING, chromium, log, opened
from tests.reporters.results import found, result, written
from zhenlint.diagnostic import Edit, Severity
from zhenlint.messages import phrase
from zhenlint.reporters import View
from zhenlint.runner import FileResult
from zhenlint.terminal import escape

pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason=MISSING)

HOSTILE = [
    "<script>window.ran = 1</script>", "<img src=x onerror='window.ran = 1'>", "]]>", "</textarea>",
    "</script>", "</script><script>window.ran = 1</script>", "<!--<script>", "-->",
    "<svg onload='window.ran = 1'>",
    "javascript:window.ran=1", "{{7*7}}", "${window.ran = 1}", "\u202eevil", "\x1b[31m", "\x00", "\u2028",
    "&lt;b&gt;", "<base href='https://example.org/'>", "<meta http-equiv=refresh content='0;url=x'>",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    with chromium() as started:
        yield started


def _items() -> list[FileResult]:
    """Three files: ten problems, two, one."""
    text = "".join(f"# 第 {number} 行 **strong**\n\n" for number in range(10))
    starts = [at for at, char in enumerate(text) if char == "#"]
    many = [found(at + 3, at + 4, Edit(at + 3, at + 4, ""), severity=Severity.ERROR) for at in starts]
    return [
        result(text, *many, path="docs/many.md"),
        result(
            "👩的 新\n", found(2, 3, suggestions=("除去",)), found(4, 4, Edit(4, 4, "。")), path="notes/一.md"
        ),
        result("的 Needle 新\n", found(1, 2, severity=Severity.HINT), path="notes/b.md"),
    ]


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> webdriver.Chrome:
    """The page of those files, in English."""
    return opened(browser, written("html", *_items()), tmp_path)


def _count(page: webdriver.Chrome) -> str:
    return page.find_element(By.ID, "count").text


def _press(page: webdriver.Chrome, *keys: str) -> None:
    for key in keys:
        page.switch_to.active_element.send_keys(key)


def _focused(page: webdriver.Chrome) -> str:
    return str(page.switch_to.active_element.get_attribute("id"))


def _place(page: webdriver.Chrome) -> str:
    """The place of the problem that is shown in full."""
    return page.find_element(By.CSS_SELECTOR, "#chosen .place").text


def _choices(page: webdriver.Chrome, group: str) -> list[tuple[str, str]]:
    """The choices of a filter: what each is called, and its count."""
    return [
        (item.find_element(By.CLASS_NAME, "label").text, item.find_element(By.CLASS_NAME, "number").text)
        for item in page.find_elements(By.CSS_SELECTOR, f"#{group} .choice")
    ]


def _background(page: webdriver.Chrome) -> Any:
    return page.execute_script("return getComputedStyle(document.body).backgroundColor")


def test_all_problems_are_there(page: webdriver.Chrome) -> None:
    assert _count(page) == "13 of 13 problems"
    assert _choices(page, "severities") == [("Error", "10"), ("Warning", "2"), ("Hint", "1")]
    assert _choices(page, "files") == [("docs/many.md", "10"), ("notes/一.md", "2"), ("notes/b.md", "1")]
    rows = page.find_elements(By.CSS_SELECTOR, "[role=option]")
    assert rows[0].get_attribute("aria-setsize") == "13"
    assert rows[0].get_attribute("aria-selected") == "true"
    assert log(page) == []


def test_the_exact_characters_are_marked_and_the_fix_stands_beside(page: webdriver.Chrome) -> None:
    _press(page, Keys.END, "k", "k")
    assert _place(page) == "notes/一.md:1:3"
    marked = page.find_element(By.CSS_SELECTOR, "#chosen .inside mark")
    assert marked.get_property("textContent") == " "
    assert page.find_element(By.CSS_SELECTOR, "#chosen .chips").text == "除去"
    _press(page, "j")
    (caret,) = page.find_elements(By.CSS_SELECTOR, "#chosen .inside .caret")
    assert caret.is_displayed()
    assert page.find_element(By.CSS_SELECTOR, "#chosen .fixed .added").text == "。"
    link = page.find_element(By.CSS_SELECTOR, "#chosen a.rule")
    assert str(link.get_attribute("href")).endswith("/docs/rules/SP004.md")


def test_filters_by_severity_rule_file_path_and_text(page: webdriver.Chrome) -> None:
    page.find_elements(By.CSS_SELECTOR, "#severities .choice")[1].click()
    assert _count(page) == "2 of 13 problems"
    assert [count for _, count in _choices(page, "severities")] == ["10", "2", "1"]
    page.find_element(By.ID, "clear").click()
    page.find_element(By.CSS_SELECTOR, "#rules .choice").click()
    assert _count(page) == "13 of 13 problems"
    page.find_elements(By.CSS_SELECTOR, "#files .choice")[2].click()
    assert _count(page) == "1 of 13 problems"
    page.find_element(By.ID, "clear").click()
    page.find_element(By.ID, "path").send_keys("NOTES/")
    assert _count(page) == "3 of 13 problems"
    page.find_element(By.ID, "search").send_keys("needle")
    assert _count(page) == "1 of 13 problems"
    page.find_element(By.ID, "search").send_keys("x")
    assert _count(page) == "0 of 13 problems"
    assert page.find_element(By.ID, "empty").text == "No problem matches these filters."
    page.find_element(By.ID, "clear").click()
    assert _count(page) == "13 of 13 problems"


def test_keys(page: webdriver.Chrome) -> None:
    assert _focused(page) == "list"
    _press(page, "j", "j", "k", Keys.ARROW_DOWN)
    assert _place(page) == "docs/many.md:5:4"
    _press(page, Keys.ENTER)
    assert _focused(page) == "detail"
    _press(page, "j")
    assert _place(page) == "docs/many.md:7:4"
    _press(page, Keys.ESCAPE)
    assert _focused(page) == "list"
    selected = page.find_element(By.CSS_SELECTOR, "[aria-selected=true]").get_attribute("id")
    assert page.find_element(By.ID, "list").get_attribute("aria-activedescendant") == selected == "row-3"
    _press(page, "/")
    assert _focused(page) == "search"
    _press(page, "n", "e", "e", "j")
    assert _count(page) == "0 of 13 problems"
    _press(page, Keys.ESCAPE)
    assert _count(page) == "13 of 13 problems"
    _press(page, Keys.ESCAPE)
    assert _focused(page) == "list"


def test_light_and_dark(page: webdriver.Chrome) -> None:
    seen = []
    for theme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": theme}
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        seen.append(_background(page))
    assert seen == ["rgb(246, 247, 249)", "rgb(20, 22, 26)"]
    page.find_element(By.ID, "theme").click()
    assert _background(page) == seen[0]
    page.find_element(By.ID, "theme").click()
    assert _background(page) == seen[1]


def test_on_a_telephone_a_problem_takes_the_screen(page: webdriver.Chrome) -> None:
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        assert page.execute_script("return document.documentElement.scrollWidth") == 390
        assert not page.find_element(By.ID, "detail").is_displayed()
        patient = WebDriverWait(page, 5, ignored_exceptions=[StaleElementReferenceException])
        patient.until(_clicked)  # rows may be drawn anew at any moment, as the window has another size
        assert page.find_element(By.ID, "detail").rect["width"] == 390
        page.find_element(By.ID, "close").click()
        assert not page.find_element(By.ID, "detail").is_displayed()
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def _clicked(page: webdriver.Chrome) -> bool:
    page.find_element(By.CSS_SELECTOR, "[role=option]").click()
    return True


def test_nothing_in_a_note_runs(browser: webdriver.Chrome, tmp_path: Path) -> None:
    items = [
        result(
            f"{text} 中\n",
            found(0, len(text), Edit(0, len(text), text), suggestions=(text,)),
            path=f"{number}{text}.md",
        )
        for number, text in enumerate(HOSTILE)
    ]
    items.append(FileResult("x", failure=phrase("missing-path", path="".join(HOSTILE))))
    page = opened(browser, written("html", *items), tmp_path)
    for text in HOSTILE:
        marks = page.find_elements(By.CSS_SELECTOR, "#chosen .inside mark")
        assert "".join(str(mark.get_property("textContent")) for mark in marks) == escape(text)
        _press(page, "j")
    assert page.find_element(By.ID, "notices").is_displayed()
    assert page.execute_script("return [window.ran, document.scripts.length]") == [None, 1]
    assert page.find_elements(By.CSS_SELECTOR, "img, svg, base, iframe, textarea") == []
    assert log(page) == []


def test_the_policy_stops_what_is_not_the_page_itself(page: webdriver.Chrome) -> None:
    page.execute_script(
        "const made = document.createElement('script'); made.textContent = 'window.ran = 1';"
        "document.body.append(made);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.ran = 1\">');"
    )
    assert page.execute_script("return window.ran") is None
    assert "Content Security Policy" in str(log(page))


def test_a_list_taller_than_browsers_allow_is_reached_to_its_end(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    text = "的 新\n" * 130_000
    page = opened(
        browser,
        written("html", result(text, *(found(at, at + 1) for at in range(1, len(text), 4)))),
        tmp_path,
    )
    _press(page, Keys.END)
    assert _place(page) == "a.md:130000:2"
    last = page.find_element(By.ID, "row-129999")
    assert last.rect["y"] + last.rect["height"] <= 900
    page.execute_script("document.getElementById('list').scrollTop = 5e6")
    assert len(page.find_elements(By.CSS_SELECTOR, "[role=option]")) < 30


def test_in_chinese_and_without_problems(browser: webdriver.Chrome, tmp_path: Path) -> None:
    page = opened(browser, written("html", result("无事\n"), view=View("zh")), tmp_path)
    assert page.find_element(By.ID, "empty").text == "没有发现问题。"
    assert page.find_element(By.TAG_NAME, "html").get_attribute("lang") == "zh-CN"
    assert "已检查文件 1 个" in page.find_element(By.ID, "total").text
