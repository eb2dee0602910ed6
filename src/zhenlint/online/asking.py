"""Asking for all addresses of a run: each once, many at a time, by memory where it is young enough."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

from zhenlint.messages import ZhenlintError
from zhenlint.online.client import Client
from zhenlint.online.memory import Memory
from zhenlint.project import Answer, Facts
from zhenlint.rules.links.dead_url import CODE, Options

Progress = Callable[[int, int], None]
"""Told how many addresses are done, and of how many."""


class Answers:
    """What servers answered, as rules ask for it (:class:`zhenlint.project.Web`).

    ``offline`` is whether hosts could not be looked up because there is no network.
    """

    def __init__(self, answers: Mapping[str, Answer], *, offline: bool) -> None:
        self._answers = answers
        self.offline = offline

    def answer(self, address: str) -> Answer | None:
        """What came of asking for an address; None if it was not asked for."""
        return self._answers.get(address)


def ask(documents: Mapping[str, Facts], memory_path: Path | None, progress: Progress) -> Answers:
    """Ask for the addresses that the facts of documents hold.

    Of documents that name one address, the first by path says on what terms it is asked for.
    ``memory_path`` is the file that remembers answers; None: there is none.  What was answered before
    an interrupt is remembered, too.

    Raises:
        ZhenlintError: the terms or a proxy of the environment make no sense.
    """
    wanted: dict[str, Options] = {}
    for _, facts in sorted(documents.items(), key=lambda item: item[0]):
        if CODE in facts:
            terms = _checked(facts[CODE].terms)
            for item in facts[CODE].addresses:
                wanted.setdefault(item.address, terms)
    memory = Memory(memory_path) if memory_path is not None and wanted else None
    try:
        return _ask(wanted, memory, progress)
    finally:
        if memory is not None:
            memory.close()


def _checked(terms: Options) -> Options:
    """The terms, if servers can be asked on them."""
    if terms.timeout <= 0:
        raise ZhenlintError("online-timeout", key=f"rules.{CODE}.timeout", value=str(terms.timeout))
    return terms


def _ask(wanted: Mapping[str, Options], memory: Memory | None, progress: Progress) -> Answers:
    remembered = {
        address: answer
        for address, terms in wanted.items()
        if memory is not None and (answer := memory.answer(address, terms.max_age)) is not None
    }
    left = {address: terms for address, terms in wanted.items() if address not in remembered}
    if not left:
        return Answers(remembered, offline=False)
    asked, offline = asyncio.run(_ask_servers(left, memory, progress))
    return Answers({**remembered, **asked}, offline=offline)


async def _ask_servers(
    wanted: Mapping[str, Options], memory: Memory | None, progress: Progress
) -> tuple[Mapping[str, Answer], bool]:
    """The answers for addresses, and whether there is no network."""
    answers: dict[str, Answer] = {}

    async def one(address: str, terms: Options) -> None:
        answer = await client.ask(address, terms)
        answers[address] = answer
        if memory is not None:
            memory.keep(address, answer)
        progress(len(answers), len(wanted))

    progress(0, len(wanted))
    async with Client() as client, asyncio.TaskGroup() as tasks:
        for address, terms in wanted.items():
            tasks.create_task(one(address, terms))
    return answers, client.offline
