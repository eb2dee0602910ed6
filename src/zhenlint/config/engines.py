"""The engine for Chinese that a configuration asks for: whether all that it needs is there.

Everything that can be told without loading it is told here, with the file and key: a missing package, a
model that is not there or is no model.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from zhenlint.config.toml_file import TomlFile
from zhenlint.messages import ZhenlintError
from zhenlint.settings import Engine, Pycorrector

if TYPE_CHECKING:
    from zhenlint.config.layers import Layer

_MODEL: Final = "engines.pycorrector.model"
_KENLM_STARTS: Final = (b"mmap lm ", b"\\data\\", b"\x1f\x8b")
"""How KenLM's binary files, ARPA files and compressed ARPA files begin."""


_SHARED: Final = {"pycorrector": "pycorrector", "loguru": "loguru", "ahocorasick": "pyahocorasick"}
_WORDS: Final = {"jieba": "jieba", "pypinyin": "pypinyin", "numpy": "numpy", "six": "six"}
_NEEDS_OF_NEURAL: Final = {"numpy": "numpy"}
_NEEDS: Final[Mapping[str, Mapping[str, str]]] = {
    "Corrector": {**_SHARED, **_WORDS, "kenlm": "ufal.kenlm"},
    "ConfusionCorrector": _SHARED,
    "MacBertCorrector": {**_SHARED, **_WORDS, "transformers": "transformers", "torch": "torch"},
}
"""The modules that a class of pycorrector needs, each with the package that holds it."""

_THREADS: Final = "OMP_NUM_THREADS"
"""The variable by which OpenBLAS and MKL, which multiply for numpy, are told how many threads to start."""


_NO_MODEL: Final = {
    "Corrector": "engine-no-kenlm-model",
    "ConfusionCorrector": "engine-no-list-of-words",
    "MacBertCorrector": "engine-no-bert-model",
}
"""What is said of a model that is there but is none for a class."""


def chinese_engine(layers: Sequence[Layer]) -> Engine:
    """The engine that layers of files ask for, the last word on each key counting.

    Raises:
        ZhenlintError: a package is not installed, or the model is missing or no model of its kind.
    """
    chosen = _last(layers, "chinese")
    if chosen is None or chosen.keys.engines.chinese == "builtin":
        return "builtin"
    if chosen.keys.engines.chinese == "pycorrector":
        return _pycorrector(layers, chosen.file)
    _require(_NEEDS_OF_NEURAL, chosen.file, "engine-neural-package", "neural")
    # A document is too little work to share: on two free processors two threads are a sixth faster and take
    # 1.7 times the processor time, on busy ones they wait for each other and take eight times as long.
    os.environ.setdefault(_THREADS, "1")
    return "neural"


def _pycorrector(layers: Sequence[Layer], file: TomlFile) -> Pycorrector:
    """pycorrector as layers of files want it; ``file`` is the one that asks for it."""
    by_class = _last_of_pycorrector(layers, "class_")
    by_model = _last_of_pycorrector(layers, "model")
    kind = (by_class.keys.engines.pycorrector.class_ if by_class else None) or "Corrector"
    if by_model is None and kind != "ConfusionCorrector":
        raise ZhenlintError("engine-needs-model", place=file.place("engines", "chinese"), kind=kind)
    model = _model(kind, by_model) if by_model else ""
    _require(_NEEDS[kind], file, "engine-package", "pycorrector", kind=kind)
    return Pycorrector(kind, model)


def _last(layers: Sequence[Layer], key: str) -> Layer | None:
    return next((layer for layer in reversed(layers) if getattr(layer.keys.engines, key) is not None), None)


def _last_of_pycorrector(layers: Sequence[Layer], key: str) -> Layer | None:
    found = (layer for layer in reversed(layers) if getattr(layer.keys.engines.pycorrector, key) is not None)
    return next(found, None)


def _require(needs: Mapping[str, str], file: TomlFile, reason: str, extra: str, **more: str) -> None:
    """See that packages are installed; where one is not, ``reason`` names what is said."""
    missing = tuple(package for module, package in needs.items() if find_spec(module) is None)
    if missing:
        place, command = file.place("engines", "chinese"), f"pip install 'zhenlint[{extra}]'"
        raise ZhenlintError(reason, place=place, packages=missing, command=command, **more)


def _model(kind: str, layer: Layer) -> str:
    """The absolute path of a model, which is there and looks like one."""
    name = layer.keys.engines.pycorrector.model or ""
    path = os.path.normpath(os.path.join(layer.folder, os.path.expanduser(name)))
    place = layer.file.place("engines", "pycorrector", "model")
    if not os.path.exists(path):
        raise ZhenlintError("engine-missing-model", place=place, key=_MODEL, file=name)
    if kind == "MacBertCorrector":
        right = os.path.isfile(os.path.join(path, "config.json"))
    elif kind == "Corrector":
        right = os.path.isfile(path) and _begins(path, _KENLM_STARTS)
    else:
        right = os.path.isfile(path)
    if not right:
        raise ZhenlintError(_NO_MODEL[kind], place=place, key=_MODEL, file=name)
    return path


def _begins(path: str, starts: tuple[bytes, ...]) -> bool:
    with open(path, "rb") as file:
        return file.read(8).startswith(starts)
