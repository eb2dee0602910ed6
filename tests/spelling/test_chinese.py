"""Chinese words as the rules ask for them: segmentation, confused words, what is loaded when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jieba
import pytest

from zhenlint.spelling.chinese.confused_words import ConfusedWord, confused_words
from zhenlint.spelling.chinese.runs import han_runs
from zhenlint.spelling.chinese.script import is_simplified
from zhenlint.spelling.chinese.segmentation import segmenter, word_counts
from zhenlint.spelling.chinese.short_cuts import ShortCuts

DOCUMENTS = Path(__file__).parent.parent / "documents"
NOTES = Path(__file__).parent.parent / "notes"
TEXTS = [*sorted(DOCUMENTS.rglob("*.md")), *sorted(NOTES.rglob("*.md"))]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> jieba.Tokenizer:
    """jieba's tokenizer with its own dictionary, its cache kept out of the shared temporary folder."""
    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return tokenizer


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_cuts_are_those_of_jieba(path: Path, own: jieba.Tokenizer) -> None:
    text = path.read_text(encoding="utf-8")
    assert segmenter().words(text) == list(own.cut(text, HMM=False))


def test_counts_are_those_of_jieba(own: jieba.Tokenizer) -> None:
    own.initialize()
    assert word_counts().total == own.total
    for word in ("的", "分布式", "吉祥物", "配置文件", "也不", "B超"):
        assert word_counts().get(word) == (own.FREQ.get(word) or None)


@pytest.mark.parametrize(
    ("text", "word", "alone"), [("旨在仅管理几种", "仅管", False), ("仅管如此也行", "仅管", True)]
)
def test_a_word_that_crosses_an_edge_counts(text: str, word: str, alone: bool) -> None:
    start = text.index(word)
    assert segmenter().stands_alone(text, start, start + len(word)) is alone


def test_every_confused_word_is_found_by_its_pair() -> None:
    words = list(confused_words().entries())
    assert len(words) > 2000
    for word in words:
        if not word.guards:
            assert word.wrong in [
                item.word.wrong for item in confused_words().sightings(word.wrong, han_runs(word.wrong))
            ]


def test_no_right_word_holds_a_wrong_one() -> None:
    words = list(confused_words().entries())
    wrong = {word.wrong for word in words}
    right = {item for word in words for item in word.right}
    assert not wrong & right
    for text in right:
        found = confused_words().sightings(text, han_runs(text))
        assert not [item for item in found if segmenter().stands_alone(text, item.start, item.end)]


@pytest.mark.parametrize(
    ("guards", "text", "allowed"),
    [
        ("!大_", "大甲乙", False),
        ("!大_", "小甲乙", True),
        ("_丙 _丁", "甲乙丁", True),
        ("_丙 _丁", "甲乙", False),
        ("![一二]_", "甲乙", True),
    ],
)
def test_guards(guards: str, text: str, allowed: bool) -> None:
    word = ConfusedWord.parse(f"甲乙 甲丙 {guards}")
    start = text.index("甲乙")
    assert word.allowed(text, start, start + 2) is allowed


@pytest.mark.parametrize(
    ("line", "simplified"),
    [("这里有一個字", True), ("這裡有兩個", False), ("データの反応", False), ("没有什么", True)],
)
def test_script(line: str, simplified: bool) -> None:
    assert is_simplified(line) is simplified


@pytest.mark.parametrize(("text", "loaded"), [("没有什么可疑的。", "set()"), ("既使没有", "{'jieba'}")])
def test_jieba_is_imported_for_candidates_only(text: str, loaded: str) -> None:
    program = (
        "import sys; from zhenlint import check_text, Settings;"
        f"check_text({text!r}, settings=Settings(select=('ZH',)));"
        "unneeded = {'numpy', 'pkg_resources', 'hashlib', 'tempfile', 'jieba.finalseg'};"
        "print(({'jieba'} | unneeded) & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == loaded
    assert result.stderr == ""


def test_whoever_else_uses_jieba_finds_all_of_it(tmp_path: Path) -> None:
    program = (
        "import sys; from zhenlint.spelling.chinese.segmentation import segmenter;"
        "segmenter().words('没有'); import jieba; jieba.setLogLevel('ERROR');"
        f"jieba.dt.tmp_dir = {str(tmp_path)!r};"
        "print(jieba.lcut('他来到了网易杭研大厦'));"
        "import hashlib, tempfile, jieba.finalseg;"
        "print(jieba.finalseg is sys.modules['jieba.finalseg'], hashlib.sha256, tempfile.mkdtemp)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    cut, others = result.stdout.splitlines()
    assert cut == "['他', '来到', '了', '网易', '杭研', '大厦']"
    assert others.startswith("True <built-in function openssl_sha256> <function mkdtemp")


@pytest.mark.parametrize(
    "text",
    ["所以有两个线程线程之间的通信", "在国内内的比赛中", "研究生命的起源", "参数数量", "喵", "提供供水管理"],
)
def test_short_texts_are_cut_as_by_jieba(text: str) -> None:
    words, likelihood = ShortCuts(word_counts()).cut(text)
    assert words == segmenter().words(text)
    assert likelihood < 0


def test_texts_that_end_alike_are_cut_as_each_alone() -> None:
    cuts, heads, tail = ShortCuts(word_counts()), ("所以有两个线程", "提供供", ""), "线程之间的通信"
    assert cuts.cuts(heads, tail) == [cuts.cut(head + tail) for head in heads]
