"""Named tuples made quickly are what ``typing.NamedTuple`` makes."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from zhenlint.named_tuple import NamedTuple


class Quick(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + 1


class Original(typing.NamedTuple):
    """The same."""

    line: int
    column: int = 1
    names: tuple[str, ...] = ()


class Bare(NamedTuple):
    """Without a field."""


Made = Callable[..., Any]


@pytest.mark.parametrize(
    "use",
    [
        lambda made: tuple(made(3)),
        lambda made: tuple(made(3, names=("a",))),
        lambda made: tuple(made(line=3, column=2)),
        lambda made: repr(made(3)).removeprefix(made.__name__),
        lambda made: made(3)._replace(column=7)._asdict(),
        lambda made: tuple(made._make(range(3))),
        lambda made: made(3) == (3, 1, ()),
        lambda made: made._fields,
        lambda made: made._field_defaults,
        lambda made: made.__match_args__,
        lambda made: made.__annotations__.keys(),
        lambda made: typing.get_type_hints(made),
        lambda made: hash(made(3)),
        lambda made: tuple(copy.copy(made(3))),
        lambda made: tuple(pickle.loads(pickle.dumps(made(3)))),
        lambda made: hasattr(made(3), "__dict__"),
    ],
)
def test_it_does_what_the_original_does(use: Callable[[Made], object]) -> None:
    assert use(Quick) == use(Original)


@pytest.mark.parametrize(
    ("use", "error"),
    [
        (lambda made: made(), TypeError),
        (lambda made: made(1, 2, (), 4), TypeError),
        (lambda made: made(1, line=1), TypeError),
        (lambda made: made(1, row=2), TypeError),
        (lambda made: made(1)._replace(row=2), ValueError),
        (lambda made: made._make([1]), TypeError),
        (lambda made: setattr(made(1), "line", 2), AttributeError),
        (lambda made: setattr(made(1), "row", 2), AttributeError),
    ],
)
def test_it_refuses_what_the_original_refuses(use: Callable[[Made], object], error: type[Exception]) -> None:
    for made in (Quick, Original):
        with pytest.raises(error):
            use(made)


def test_a_wrong_call_names_the_class_and_the_field() -> None:
    with pytest.raises(TypeError, match=r"Quick\.__new__\(\) missing .*'line'"):
        Quick()  # type: ignore[call-arg]


def test_methods_and_the_docstring_stay() -> None:
    assert Quick(3, 4).end == 5
    assert Quick.__doc__ == "A place."
    assert Bare() == ()


def test_a_field_without_a_default_after_one_with_a_default_is_refused() -> None:
    annotations = {"line": "int", "column": "int"}
    metaclass: Any = type(NamedTuple)
    with pytest.raises(TypeError, match="without a default"):
        metaclass("Wrong", (), {"__annotations__": annotations, "__module__": __name__, "line": 1})
