"""pycorrector as an engine, for real where it is installed.

``models/characters.arpa`` is a KenLM model of pairs of characters, counted over seven short sentences about
the weather; the BERT model is made and trained here.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.calls import call
from zhenlint.diagnostic import Applicability, Diagnostic, Edit, Fix
from zhenlint.markdown.document import Document
from zhenlint.rules import Context, NoOptions, all_rules
from zhenlint.rules.chinese.other_engine import corrections_by
from zhenlint.settings import EngineError, Pycorrector, Settings
from zhenlint.source import Source
from zhenlint.spelling.pycorrector_engine import LONGEST, Correction, corrections, engine

KENLM = Path(__file__).parent / "models" / "characters.arpa"

needs_pycorrector = pytest.mark.skipif(
    not (find_spec("pycorrector") and find_spec("ahocorasick")), reason="pycorrector is not installed"
)
needs_kenlm = pytest.mark.skipif(
    not (find_spec("pycorrector") and find_spec("kenlm")), reason="pycorrector or KenLM is not installed"
)
needs_torch = pytest.mark.skipif(
    not (find_spec("pycorrector") and find_spec("torch") and find_spec("transformers")),
    reason="pycorrector, torch or transformers is not installed",
)
needs_rule = pytest.mark.skipif("ZH002" not in all_rules(), reason="the rule is not built")
pytestmark = pytest.mark.filterwarnings("ignore")  # theirs, on import


class Swap:
    """An engine that wants 对题 for 错题, and keeps the sentences that it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def corrections(self, sentence: str, least_gain: float = 0) -> Iterator[Correction]:
        self.given.append(sentence)
        start = sentence.find("错题")
        if start >= 0:
            yield Correction(start, start + 2, "对题")


def test_corrections_are_placed_in_the_document_and_cut_to_what_changes() -> None:
    prose = "# 标题 abc\n\n一道错题。又一道错题，\ufdd2还有错题"
    found = list(corrections(prose, Swap()))
    assert [(prose[item.start : item.end], item.right) for item in found] == [("错", "对")] * 3
    assert [prose[: item.start].count("题") for item in found] == [1, 2, 3]


def test_marks_latin_and_line_ends_part_sentences() -> None:
    swap = Swap()
    list(corrections("用 Git 提交，然后\ufdd0推送\ufdd1。\n下一行、再下一行！1 个", swap))
    assert swap.given == ["提交，然后", "推送", "下一行、再下一行！"]


def test_a_long_sentence_is_cut() -> None:
    swap = Swap()
    text = "长" * (2 * LONGEST) + "错题"
    (found,) = corrections(text, swap)
    assert found == Correction(2 * LONGEST, 2 * LONGEST + 1, "对")
    assert [len(sentence) for sentence in swap.given] == [LONGEST, LONGEST, 2]


def reports(wanted: Pycorrector, text: str, words: frozenset[str] = frozenset()) -> list[Diagnostic]:
    """What is reported of a text with an engine."""
    settings = Settings(engine=wanted, words=words)
    rule = all_rules()["ZH001"]._replace(code="ZH002")
    document = Document.parse(Source("a.md", text))
    return list(corrections_by(wanted, document, Context(rule, NoOptions(), settings)))


def found_by(
    wanted: Pycorrector, text: str, words: frozenset[str] = frozenset()
) -> list[tuple[int, str, str]]:
    """Offset, text and suggestion of the reports."""
    found = reports(wanted, text, words)
    return [(item.start, text[item.start : item.end], item.suggestions[0]) for item in found]


@needs_pycorrector
class TestConfusionCorrector:
    """Confused words of a file, or those of the package."""

    @pytest.fixture
    def wanted(self, tmp_path: Path) -> Pycorrector:
        path = tmp_path / "words.txt"
        path.write_text("# 注释\n散子 伞子\n天器 天气\n", encoding="utf-8")
        return Pycorrector("ConfusionCorrector", str(path))

    def test_finds_them_in_prose_only(self, wanted: Pycorrector) -> None:
        text = "今天**天器**很好，`天器`。[请带上散子](天器.md)\n"
        assert found_by(wanted, text) == [(5, "器", "气"), (20, "散", "伞")]

    def test_fixes_are_unsafe(self, wanted: Pycorrector) -> None:
        (report,) = reports(wanted, "今天天器很好\n")
        assert report.fix == Fix((Edit(3, 4, "气"),), Applicability.UNSAFE)

    def test_is_silenced_like_the_built_in_engine(self, wanted: Pycorrector) -> None:
        assert found_by(wanted, "今天天器很好\n", frozenset({"天器"})) == []
        assert found_by(wanted, "“天器”应为“天气”。\n") == []
        assert found_by(wanted, "這個天器預報說會下雨，請帶傘。\n") == []

    def test_without_a_file_it_has_the_words_of_the_package(self) -> None:
        own = engine(Pycorrector("ConfusionCorrector"))
        assert list(own.corrections("可以既使如此")) == [Correction(2, 4, "即使")]
        assert found_by(Pycorrector("ConfusionCorrector"), "既使如此\n") == []  # ZH001 says it

    def test_runs_without_torch_and_leaves_nothing_behind(self, tmp_path: Path) -> None:
        script = (
            "import sys; from zhenlint.settings import Pycorrector;"
            "from zhenlint.spelling.pycorrector_engine import engine;"
            "engine(Pycorrector('ConfusionCorrector'));"
            "print([name for name in ('pycorrector', 'torch', 'transformers') if name in sys.modules])"
        )
        home = tmp_path / "home"
        home.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "HOME": str(home), "USERPROFILE": str(home)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert (done.stdout, done.stderr) == ("[]\n", "")
        assert list(home.iterdir()) == []


@needs_kenlm
class TestCorrector:
    """A KenLM model of characters."""

    def test_finds_what_the_model_finds_much_likelier(self) -> None:
        text = "> 听说：昨天的天器预报很好。\n>\n> 天器\n"
        assert found_by(Pycorrector("Corrector", str(KENLM)), text) == [(9, "器", "气")]

    def test_leaves_what_is_not_so_much_likelier(self) -> None:
        kenlm = engine(Pycorrector("Corrector", str(KENLM)))
        assert list(kenlm.corrections("昨天的天器预报很好")) == [Correction(3, 5, "天气")]
        assert list(kenlm.corrections("昨天的天器预报很好", least_gain=20)) == []
        assert list(corrections("昨天的天器预报很好", kenlm, least_gain=20)) == []

    @needs_rule
    def test_a_model_that_cannot_be_read_fails_the_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "bad.klm").write_bytes(b"mmap lm http://kheafield.com/code format version 5\n\x00broken")
        (tmp_path / "a.md").write_text("今天天气很好\n", encoding="utf-8")
        (tmp_path / "zhenlint.toml").write_text(
            '[engines]\nchinese = "pycorrector"\n[engines.pycorrector]\nmodel = "bad.klm"\n', encoding="utf-8"
        )
        result = call("check", "--lang", "en", "a.md")
        assert result.code == 2
        assert f"a.md: the model `{tmp_path / 'bad.klm'}` cannot be loaded: " in result.err
        assert result.err.endswith("; name another in `engines.pycorrector.model`\n")

    @needs_rule
    def test_the_command_line_reports_with_the_place(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.md").write_text("# 天气\n\n昨天的天器预报很好。\n", encoding="utf-8")
        (tmp_path / "zhenlint.toml").write_text(
            f'[engines]\nchinese = "pycorrector"\n[engines.pycorrector]\nmodel = "{KENLM.as_posix()}"\n',
            encoding="utf-8",
        )
        result = call("check", "--lang", "en", "--output-format", "concise", "-q", "a.md")
        assert result.code == 1
        assert result.out == (
            "a.md:3:5: ZH002 `器` is unlikely here; did you mean `气`? (`天器预` → `天气预`)\n"
        )


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "loguru", None)
    with pytest.raises(EngineError) as caught:
        engine(Pycorrector("ConfusionCorrector", "any.txt"))
    assert caught.value.reason == "engine-import"
    assert "loguru" in caught.value.arguments["detail"]


@needs_torch
class TestMacBertCorrector:
    """A tiny BERT model, trained to write 气 for 器 behind 天 and every other character as it is."""

    @pytest.fixture(scope="class")
    def wanted(self, tmp_path_factory: pytest.TempPathFactory) -> Pycorrector:
        return Pycorrector("MacBertCorrector", str(tiny_bert(tmp_path_factory.mktemp("bert"))))

    def test_corrects_in_place(self, wanted: Pycorrector) -> None:
        text = "- 今天的天器很好，武器很好。\n- 今天的天器\n"
        assert found_by(wanted, text) == [(6, "器", "气"), (22, "器", "气")]

    def test_stays_off_the_network(self, wanted: Pycorrector) -> None:
        engine(wanted)
        assert os.environ["HF_HUB_OFFLINE"] == "1"

    def test_a_folder_without_weights_fails_the_run(self, tmp_path: Path, wanted: Pycorrector) -> None:
        (tmp_path / "config.json").write_bytes((Path(wanted.model) / "config.json").read_bytes())
        with pytest.raises(EngineError) as caught:
            engine(Pycorrector("MacBertCorrector", str(tmp_path)))
        assert caught.value.reason == "engine-model"


def tiny_bert(folder: Path) -> Path:
    """A BERT model for masked words with one layer and the characters of a few sentences."""
    import torch
    from transformers import BertConfig, BertForMaskedLM, BertTokenizerFast

    torch.manual_seed(1)
    pairs = [
        ("今天的天器很好", "今天的天气很好"),
        ("武器很好", "武器很好"),
        ("昨天的天气", "昨天的天气"),
        ("今天的天器", "今天的天气"),
        ("今天的天器很好，武器很好。", "今天的天气很好，武器很好。"),
        ("昨天", "昨天"),
    ]
    characters = sorted({character for pair in pairs for character in pair[0] + pair[1]})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    tokenizer = BertTokenizerFast.from_pretrained(folder)
    model = BertForMaskedLM(
        BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=160,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
    )
    given = tokenizer([wrong for wrong, _ in pairs], padding=True, return_tensors="pt")
    wanted = tokenizer([right for _, right in pairs], padding=True, return_tensors="pt")["input_ids"]
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(150):
        optimizer.zero_grad()
        model(**given, labels=wanted).loss.backward()
        optimizer.step()
    model.save_pretrained(folder)

    return folder
