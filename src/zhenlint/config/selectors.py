"""Code selectors: a rule's code, a prefix of one, or ``ALL``; and how layers of them add up."""

from __future__ import annotations

from collections.abc import Sequence

from zhenlint.messages import Phrase, phrase, remedy
from zhenlint.named_tuple import NamedTuple
from zhenlint.rules import all_rules, is_selector


class Selection(NamedTuple):
    """Which rules run, as :class:`zhenlint.settings.Settings` takes it."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def under(self, layer: Selection) -> Selection:
        """This selection with a later one on top, which wins wherever the two speak of one code.

        A later ``select`` starts afresh.
        """
        if layer.select is not None:
            return layer
        select = None if self.select is None else _without(self.select, layer.ignore)
        extend = _without(self.extend_select, layer.ignore) + layer.extend_select
        return Selection(select, extend, _without(self.ignore, layer.extend_select) + layer.ignore)


def _without(selectors: tuple[str, ...], overruled: Sequence[str]) -> tuple[str, ...]:
    return tuple(item for item in selectors if not any(_covers(wide, item) for wide in overruled))


def _covers(wide: str, narrow: str) -> bool:
    """Whether every code of one selector belongs to another."""
    return wide == "ALL" or (narrow != "ALL" and narrow.startswith(wide))


def codes_of(selectors: Sequence[str]) -> tuple[str, ...]:
    """Every rule code that selectors name."""
    return tuple(code for code in all_rules() if any(_covers(item, code) for item in selectors))


def nearest_code(text: str) -> Phrase:
    """What to say after an unknown code: the code of the rule of that name, or the nearest one."""
    names = {rule.name: code for code, rule in all_rules().items()}
    if text.lower() in names:
        return phrase("did-you-mean", nearest=names[text.lower()])
    return remedy(text, list(all_rules()), phrase("see-all-rules"))


def nearest_selector(text: str) -> Phrase:
    """What to say after an unknown selector: a family for something short, else a code.

    Several selectors in one string are told to be parted.
    """
    parts = text.replace(",", " ").split()
    if len(parts) > 1 and all(map(is_selector, parts)):
        return phrase("write-apart", parts=tuple(f'"{part}"' for part in parts))
    families = sorted({code[:2] for code in all_rules()})
    return remedy(text, [*families, "ALL"]) if 0 < len(text) <= 3 else nearest_code(text)
