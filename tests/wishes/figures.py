"""How the written wishes fare, as the README beside this has it: `.venv-actions/bin/python -m tests.wishes.figures`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.assistant import Assistant
from tests.support.wishes import Answer, asked


def main() -> None:
    """Say all of them to the assistant as it is trained, and print the table."""
    with TemporaryDirectory() as folder, Assistant(Path(folder)) as assistant:
        answers = asked(assistant)
    parts = {
        "odd (development)": [answer for answer in answers if answer.wish.number % 2],
        "even (unseen)": [answer for answer in answers if not answer.wish.number % 2],
        "both": answers,
    }
    for name, part in parts.items():
        print(f"| {name} | {' | '.join(row(part))} |")
    for kind in sorted({answer.wish.kind for answer in answers if answer.wish.right}):
        print(f"{kind}: {row([answer for answer in answers if answer.wish.kind == kind])[0]}")


def row(answers: Sequence[Answer]) -> list[str]:
    """With a right product among the first, the products shown that fit, and where there is none and that is said."""
    possible = [answer for answer in answers if answer.wish.right]
    fits = [answer.wish.is_met_by(each) for answer in possible for each in answer.shown]
    none = [answer.is_right for answer in answers if not answer.wish.right]
    return [share([answer.is_right for answer in possible]), share(fits), f"{sum(none)} of {len(none)}"]


def share(held: Sequence[bool]) -> str:
    """`3 of 4 (.75)`."""
    return f"{sum(held)} of {len(held)} ({sum(held) / max(len(held), 1):.2f})".replace("(0.", "(.")


if __name__ == "__main__":
    main()
