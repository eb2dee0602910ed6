"""The text of a project's first ``zhenlint.toml``, with a comment on every key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from zhenlint.config.schema import ADDRESS, DESCRIPTIONS
from zhenlint.language import Language
from zhenlint.messages import Phrase, phrase
from zhenlint.named_tuple import NamedTuple
from zhenlint.setup.survey import Survey
from zhenlint.setup.taken import Taken

_EXAMPLES: Mapping[str, str] = {
    "extend-select": '["PU007"]',
    "ignore": '["PU006"]',
    "exclude": '["vendor/"]',
    "dictionaries": '["dictionaries/team.txt"]',
    "lang": '"zh"',
    "baseline": '"zhenlint-baseline.json"',
}
"""Keys at the top, each with an example that stands commented out where there is nothing to write."""


class First(NamedTuple):
    """What the file is to say: values of the keys at the top, entries of ``terms``, options of rules."""

    values: Mapping[str, Sequence[str]]
    terms: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]


def first(survey: Survey, taken: Sequence[Taken], dictionaries: Iterable[str]) -> First:
    """What to write: what other checkers were told, and where they are silent what documents show."""
    options: dict[str, dict[str, str]] = {}
    if survey.latin.style:
        options["SP001"] = {"style": survey.latin.style}
    for item in taken:
        for code, given in item.options.items():
            options.setdefault(code, {}).update(given)
    return First(
        {
            "ignore": _once(code for item in taken for code in item.ignore),
            "exclude": _once(pattern for item in taken for pattern in item.exclude),
            "dictionaries": _once(dictionaries),
        },
        {wrong: right for item in taken for wrong, right in item.terms.items()},
        options,
    )


def _once(items: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(items))


def text(said: First, survey: Survey, taken: Sequence[Taken], language: Language) -> str:
    """The file; comments in one language."""
    return "\n".join(_lines(said, survey, taken, language)) + "\n"


def _lines(said: First, survey: Survey, taken: Sequence[Taken], language: Language) -> Iterator[str]:
    yield f"#:schema {ADDRESS}"
    yield _comment(phrase("init-head"), language)
    if taken:
        names = tuple(item.file for item in taken)
        yield _comment(phrase("init-taken", files=names), language)
    for key, example in _EXAMPLES.items():
        yield ""
        yield f"# {DESCRIPTIONS[key][language == 'zh']}"
        given = said.values.get(key)
        yield f"{key} = {_list(given)}" if given else f"# {key} = {example}"
    yield ""
    yield f"# {DESCRIPTIONS['per-file-ignores'][language == 'zh']}"
    yield from ("# [per-file-ignores]", '# "drafts/**" = ["ZH"]', "")
    yield f"# {DESCRIPTIONS['terms'][language == 'zh']}"
    if said.terms:
        yield "[terms]"
        yield from (f"{_string(wrong)} = {_string(right)}" for wrong, right in said.terms.items())
    else:
        yield from ("# [terms]", '# "登陆" = "登录"', '# "Javascript" = "JavaScript"')
    yield from _rules(said, survey, language)
    yield ""
    yield f"# {DESCRIPTIONS['severity'][language == 'zh']}"
    yield from ("# [severity]", '# SP007 = "hint"')


def _rules(said: First, survey: Survey, language: Language) -> Iterator[str]:
    """The options of rules, with what was seen of spacing and wikilinks."""
    options = {code: dict(given) for code, given in said.options.items()}
    latin, numbers = survey.latin, survey.numbers
    yield ""
    yield _comment(phrase("init-latin", spaced=latin.spaced, close=latin.close), language)
    yield from _table("SP001", options.pop("SP001", {}), '# style = "consistent"')
    yield ""
    yield _comment(phrase("init-numbers", spaced=numbers.spaced, close=numbers.close), language)
    yield from _table("SP002", options.pop("SP002", {}), f'# style = "{numbers.style or "consistent"}"')
    for code, given in options.items():
        yield ""
        yield from _table(code, given, "")
    yield ""
    key = "init-wikilinks" if survey.wikilinks else "init-no-wikilinks"
    yield _comment(phrase(key, count=survey.wikilinks), language)


def _table(code: str, given: Mapping[str, str], otherwise: str) -> Iterator[str]:
    """A rule's table; commented out if it has nothing to say."""
    if not given:
        yield from (f"# [rules.{code}]", otherwise)
        return
    yield f"[rules.{code}]"
    yield from (f"{key} = {_string(value)}" for key, value in given.items())


def _comment(message: Phrase, language: Language) -> str:
    return "\n".join(f"# {line}" for line in message.words(language).split("\n"))


def _list(items: Sequence[str]) -> str:
    """A list on one line, or on several if it is long."""
    line = ", ".join(map(_string, items))
    if len(line) <= 90:
        return f"[{line}]"
    return "[\n" + "".join(f"  {_string(item)},\n" for item in items) + "]"


def _string(text: str) -> str:
    """A TOML basic string: JSON's escapes are among its own, but DEL has to be escaped as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
