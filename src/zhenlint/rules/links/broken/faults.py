"""What can be wrong with the brackets of a link, by name.

A right link is ``[`` text ``](`` destination ``)``.  A form is what stands in those three places;
full-width brackets are first read as their ASCII twins, blanks are left out.
"""

from __future__ import annotations

from typing import Final, Literal

from zhenlint.diagnostic import Edit
from zhenlint.named_tuple import NamedTuple

Fault = Literal[
    "reversed",
    "square-brackets",
    "braces",
    "space",
    "image-space",
    "full-width",
    "full-width-image",
    "curly-quotes",
    "no-opening-bracket",
    "no-closing-bracket",
    "no-opening-parenthesis",
    "no-closing-parenthesis",
    "no-closing-angle",
    "no-closing-quote",
    "extra-bracket",
    "no-label-brackets",
    "no-title-quotes",
    "no-opening-quote",
    "open-autolink",
    "blank",
    "line-break",
    "control",
]
"""The name of what is wrong; also the key of the message of the rule that reports it."""

LOOSE_FAULTS: Final = frozenset(
    ["curly-quotes", "no-closing-parenthesis", "no-closing-angle", "no-closing-quote", "extra-bracket"]
)
"""Faults in which so much of a link's syntax stands that a vague destination will do."""

SITE_FAULTS: Final = frozenset(
    [
        "reversed",
        "square-brackets",
        "full-width",
        "no-opening-bracket",
        "no-closing-bracket",
        "no-opening-parenthesis",
        *LOOSE_FAULTS,
    ]
)
"""Faults in which a path is hardly anything but a destination."""

SAFE_FAULTS: Final = frozenset(
    [
        "reversed",
        "square-brackets",
        "braces",
        "space",
        "image-space",
        "full-width",
        "full-width-image",
        "curly-quotes",
    ]
)
"""Faults that leave no doubt of what was meant where the destination is clear."""

_HALF_WIDTH = str.maketrans("［］【】（）", "[][]()")
_FORMS: dict[tuple[str, str, str], Fault] = {
    ("(", ")[", "]"): "reversed",
    ("[", "][", "]"): "square-brackets",
    ("[", "]{", "}"): "braces",
    ("", "](", ")"): "no-opening-bracket",
    ("[]", "](", ")"): "no-opening-bracket",
    ("[", "(", ")"): "no-closing-bracket",
    ("[", ")(", ")"): "no-closing-bracket",
    ("[", "(", ")]"): "no-closing-bracket",
    ("[", "]", ")"): "no-opening-parenthesis",
    ("[", "](", ""): "no-closing-parenthesis",
    ("[", "](<", ""): "no-closing-parenthesis",
    ("[", "](<", ">"): "no-closing-parenthesis",
    ("[", "](", "]"): "no-closing-parenthesis",
    ("[", "](<", ")"): "no-closing-angle",
    ("[", "]](", ")"): "extra-bracket",
    ("", "([", "])"): "no-label-brackets",
    ("", "(", ")"): "no-label-brackets",
}


class Form(NamedTuple):
    """The brackets of a would-be link as they stand: before the text, between, at the end."""

    opening: str
    joint: str
    closing: str
    quotes: str = ""

    @property
    def half_width(self) -> tuple[str, str, str]:
        """The three with ASCII brackets and without blanks."""
        opening, joint, closing = (part.translate(_HALF_WIDTH) for part in self[:3])
        return opening, "".join(joint.split()), "".join(closing.split())

    @property
    def full_width(self) -> bool:
        """Whether one of the brackets is a Chinese one."""
        brackets = self.opening + self.joint + self.closing
        return brackets != brackets.translate(_HALF_WIDTH)

    @property
    def spaced(self) -> bool:
        """Whether a blank stands between the text and the destination."""
        return self.joint != "".join(self.joint.split())


class BrokenLink(NamedTuple):
    """A broken link on ``text[start:end]`` and its repair.

    ``destination`` is the one that the repaired link has to the parser; ``sure``: there is no
    other way to read what was meant.  ``place`` is where a destination stands that is itself what
    is wrong.
    """

    fault: Fault
    start: int
    end: int
    edits: tuple[Edit, ...]
    destination: str
    sure: bool
    place: tuple[int, int] | None = None


def fault_of(form: Form) -> Fault | None:
    """What is wrong with a form; None if it is right, or if too much is wrong to know."""
    if form.half_width in (("[", "](", ")"), ("[", "](<", ">)")):
        if form.full_width:
            return "full-width"
        if form.spaced:
            return "space"
        if len(form.quotes) == 1:
            return "no-closing-quote"
        return "curly-quotes" if form.quotes not in ("", '""', "''") else None
    return _FORMS.get(form.half_width)
