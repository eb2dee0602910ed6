"""pycorrector, the deeper engine for Chinese: asked for by the configuration, imported only then.

It finds more than the built-in detector and costs a thousand times as much.  Three of its classes are
used, each with a model that lies on this machine: ``Corrector`` (a KenLM model of characters),
``ConfusionCorrector`` (a file of confused words, our own if none is named), ``MacBertCorrector`` (a
folder with a BERT model).  Nothing is ever downloaded: the first takes no model's name but a path,
the last is told to stay off the network.

``import pycorrector`` imports torch, transformers and datasets for classes that are not used here.  So its
modules are imported one by one below a package that is empty but lies in the same place; with that
``Corrector`` and ``ConfusionCorrector`` run where torch is not installed, and start in a tenth of the time.

What the engine says is taken only if it is clear enough: a language model must find the corrected
sentence :data:`LEAST_GAIN` times ten as likely, a BERT model must be :data:`LEAST_PROBABILITY` sure.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any, Final, Protocol

from zhenlint.named_tuple import NamedTuple
from zhenlint.settings import EngineError, Pycorrector

LEAST_GAIN: Final = 4.0
"""How much likelier a KenLM model must find the corrected sentence, as a power of ten."""

LEAST_PROBABILITY: Final = 0.9
"""How sure a BERT model must be of a character."""

LONGEST: Final = 120
"""How many characters are given to an engine at once; a BERT model knows 512."""

_HAN: Final = "\u4e00-\u9fff"
_SENTENCE: Final = re.compile(rf"[{_HAN}][{_HAN}，、；：“”‘’（）《》]*[{_HAN}][。！？]?")


class Correction(NamedTuple):
    """Where an engine wants something else: ``prose[start:end]`` should be ``right``."""

    start: int
    end: int
    right: str


class Engine(Protocol):
    """Finds the corrections of one sentence, their places counted from its first character."""

    def corrections(self, sentence: str, least_gain: float = LEAST_GAIN) -> Iterator[Correction]:
        """What should be different."""


def corrections(prose: str, engine: Engine, least_gain: float = LEAST_GAIN) -> Iterator[Correction]:
    """The corrections of a document's prose, in order, each as short as it can be.

    ``least_gain`` is how much likelier a KenLM model must find a corrected sentence, as a power of ten.
    Sentences of Han are given to the engine one by one; marks, Latin words and digits end a sentence.
    """
    for match in _SENTENCE.finditer(prose):
        for start in range(match.start(), match.end(), LONGEST):
            sentence = prose[start : min(start + LONGEST, match.end())]
            found = sorted(set(engine.corrections(sentence, least_gain)))
            yield from (_shortened(item, sentence, start) for item in found)


def _shortened(correction: Correction, sentence: str, offset: int) -> Correction:
    """A correction without the characters at its ends that stay, placed in the document."""
    start, end, right = correction
    while start < end and right and sentence[start] == right[0]:
        start, right = start + 1, right[1:]
    while start < end and right and sentence[end - 1] == right[-1]:
        end, right = end - 1, right[:-1]
    return Correction(offset + start, offset + end, right)


@cache
def engine(wanted: Pycorrector) -> Engine:
    """The engine that the settings ask for, loaded once.

    Raises:
        EngineError: a package or the model cannot be loaded.
    """
    try:
        return _ENGINES[wanted.kind](wanted.model)
    except ImportError as error:
        raise EngineError(
            "engine-import", package="pycorrector", extra="pycorrector", detail=str(error)
        ) from error
    except Exception as error:  # whatever KenLM, torch or transformers say of a file they cannot use
        raise EngineError("engine-model", model=wanted.model, detail=str(error) or repr(error)) from error


class _KenLm:
    """``Corrector`` with a KenLM model of characters."""

    def __init__(self, model: str) -> None:
        corrector = _module("corrector", model).Corrector(language_model_path=model)
        corrector.check_corrector_initialized()
        corrector.check_detector_initialized()
        self._corrector = corrector

    def corrections(self, sentence: str, least_gain: float = LEAST_GAIN) -> Iterator[Correction]:
        for found in _found(self._corrector.correct(sentence), sentence):
            corrected = sentence[: found.start] + found.right + sentence[found.end :]
            if self._likelihood(corrected) - self._likelihood(sentence) >= least_gain:
                yield found

    def _likelihood(self, sentence: str) -> float:
        """How likely the model finds a sentence, as a power of ten."""
        return float(self._corrector.lm.score(" ".join(sentence), bos=False, eos=False))


class _Confusion:
    """``ConfusionCorrector`` with a file of pairs, or with the confused words of the package."""

    def __init__(self, model: str) -> None:
        words: str | Mapping[str, str] = model or _confused_words()
        self._corrector = _module("confusion_corrector", model).ConfusionCorrector(words)

    def corrections(self, sentence: str, least_gain: float = LEAST_GAIN) -> Iterator[Correction]:
        return _found(self._corrector.correct(sentence), sentence)


class _MacBert:
    """``MacBertCorrector`` with a folder that holds a BERT model for masked words."""

    def __init__(self, model: str) -> None:
        os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
        from transformers.utils import logging

        logging.set_verbosity_error()
        logging.disable_progress_bar()
        self._corrector = _module("macbert.macbert_corrector", model).MacBertCorrector(model)

    def corrections(self, sentence: str, least_gain: float = LEAST_GAIN) -> Iterator[Correction]:
        return _found(self._corrector.correct(sentence, threshold=LEAST_PROBABILITY), sentence)


_ENGINES: Final[Mapping[str, Callable[[str], Engine]]] = {
    "Corrector": _KenLm,
    "ConfusionCorrector": _Confusion,
    "MacBertCorrector": _MacBert,
}


def _found(answer: Mapping[str, Any], sentence: str) -> Iterator[Correction]:
    """The errors of an answer of pycorrector, those left out that do not stand where it says."""
    for wrong, right, start in answer["errors"]:
        if wrong and right and wrong != right and sentence.startswith(wrong, start):
            yield Correction(start, start + len(wrong), right)


def _confused_words() -> dict[str, str]:
    """The words of ZH001 that are wrong anywhere: this engine knows nothing of what may stand beside them."""
    from zhenlint.spelling.chinese.confused_words import confused_words

    entries = (item for item in confused_words().entries() if all(guard.forbids for guard in item.guards))
    return {item.wrong: item.right[0] for item in entries}


def _module(name: str, model: str) -> ModuleType:
    """A module of pycorrector, which logs nothing.

    On import it makes a folder for models that it downloads, in the user's own; the folder of the
    model stands in for it, so that nothing is made.
    """
    from loguru import logger

    logger.disable("pycorrector")
    os.environ.setdefault("PYCORRECTOR_DATA_DIR", os.path.dirname(model) or os.getcwd())
    with _bare_package("pycorrector"):
        return importlib.import_module(f"pycorrector.{name}")


@contextmanager
def _bare_package(name: str) -> Iterator[None]:
    """A package of which modules can be imported without running its ``__init__``.

    A package that is imported already is used as it is.
    """
    if name in sys.modules:
        yield
        return
    spec = PathFinder.find_spec(name)
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    package = ModuleType(name)
    package.__path__ = list(spec.submodule_search_locations)
    package.__spec__ = spec
    sys.modules[name] = package
    try:
        yield
    finally:
        del sys.modules[name]
