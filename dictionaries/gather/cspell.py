"""The word lists of cspell: plain text, or a trie written as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dictionaries.gather.archives import files
from dictionaries.gather.counting import IDENTIFIER

LEFT_OUT = ("cpp-compound-words.txt", "bash-words.txt")
"""Lists of words glued together, and one that only includes others."""

_NO_WORDS = re.compile(r"(?:^|/)(?:src|node_modules)/|README|LICENSE")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_RUN = re.compile(r"(?<![^\W\d_])(?<!')[A-Za-z]{2,}+(?![^\W\d_])(?!')")
_LONG = 12
_TRIE = "TrieXv3"


def words_of_package(package: Path) -> frozenset[str]:
    """All words of a package's lists in lower case, and the humps of camelCase ones."""
    entries = (entry for name, content in files(package, _is_list) for entry in entries_of(content))
    return frozenset(word for entry in entries for word in pieces(entry))


def _is_list(name: str) -> bool:
    path = Path(name)
    return path.suffix in (".txt", ".trie") and path.name not in LEFT_OUT and not _NO_WORDS.search(name)


def pieces(entry: str) -> Iterator[str]:
    """The runs of ASCII letters of an entry, and their humps of three letters and more.

    No word is part of one with an apostrophe or with other letters (``isn't``, ``café``), nor a long
    identifier as a whole (``getElementById``).
    """
    for run in _RUN.findall(entry):
        if len(run) < _LONG or not IDENTIFIER.match(run):
            yield run.lower()
        yield from (hump.lower() for hump in _PIECE.findall(run) if len(hump) > 2)


def entries_of(content: bytes) -> Iterator[str]:
    """The entries of a list: lines without comments, forbidden words and the signs around a word."""
    text = content.decode("utf-8")
    if _TRIE in text[:200]:
        yield from trie_words(text)
        return
    for line in text.splitlines():
        entry = line.split("#")[0].strip()
        if not entry.startswith("!"):
            yield entry.strip("*+~")


@dataclass
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    is_word: bool = False


_LEAF = _Node(is_word=True)
_TOKEN = re.compile(r"\$|<|[2-9]|#([0-9a-v]+);|\\(.)|(.)", re.DOTALL)


def trie_words(text: str) -> Iterator[str]:
    """The words of a trie in cspell's text format, version 3.

    After the line ``__DATA__`` a character goes down to a new child, ``$`` says that a word ends here
    and goes up, ``<`` goes up, and a digit after either tells how many steps it goes up in all.
    ``#n;`` puts the node of number n (to the base of the header) here.  A backslash takes away a
    character's special meaning; line ends have none.  Nodes are numbered as they come, the root is 0;
    ends of words without children and places for references get no number.
    """
    header, _, data = text.partition("__DATA__\n")
    base = int(re.search(r"^base=(\d+)$", header, re.MULTILINE)[1])  # type: ignore[index]
    nodes = [_Node()]
    path = [(nodes[0], "")]
    for token in _TOKEN.finditer(data.replace("\n", "")):
        sign, reference, character = token[0], token[1], token[2] or token[3]
        if character:
            node = _Node()
            path[-1][0].children[character] = node
            nodes.append(node)
            path.append((node, character))
        elif reference:
            _replace_last(path, nodes, nodes[int(reference, base)])
        elif sign == "$":
            path[-1][0].is_word = True
            if not path[-1][0].children:
                _replace_last(path, nodes, _LEAF)
            path.pop()
        else:
            del path[len(path) - (1 if sign == "<" else int(sign) - 1) :]
    yield from _walk(nodes[0], "")


def _replace_last(path: list[tuple[_Node, str]], nodes: list[_Node], node: _Node) -> None:
    """Let the last node, which has no children yet, be another one; its number is free again."""
    character = path.pop()[1]
    nodes.pop()
    path[-1][0].children[character] = node
    path.append((node, character))


def _walk(node: _Node, word: str) -> Iterator[str]:
    if node.is_word:
        yield word
    for character, child in node.children.items():
        yield from _walk(child, word + character)
