"""A problem in one line of words."""

from __future__ import annotations

from zhenlint.problem import Problem


def with_suggestions(problem: Problem) -> str:
    """The message, with the suggestions after it where it does not name the first one itself."""
    if not problem.suggestions or problem.suggestions[0] in problem.message:
        return problem.message
    return f"{problem.message} ({', '.join(problem.suggestions)})"
