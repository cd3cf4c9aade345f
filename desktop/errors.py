"""Problem: an error with a sentence for the user; every other exception is a bug."""

from __future__ import annotations


class Problem(Exception):
    """Something a person can understand and act on.

    `sentence` and `next_step` are English source texts with named placeholders (`{file}`); whoever shows
    the problem translates them through `texts.Texts.problem`. Values never hold client data: a file name, a
    key, a line number, a date is allowed, a name or an answer is not.
    """

    exit_code = 2  # bad input

    def __init__(self, sentence: str, next_step: str = "", **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step
        self.values = values

    def __str__(self) -> str:
        """English, for logs and tests."""
        parts = (self.sentence, self.next_step)
        return " ".join(part.format(**self.values) for part in parts if part)


class CannotOpen(Problem):
    """A file, a folder, a printer or a display that is needed cannot be opened."""

    exit_code = 3


class Problems(Problem):
    """Several problems of one input, all told at once (a case document, a rule pack)."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.sentence, first.next_step, **first.values)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
