"""Aisle beside the bot that `rasa init` makes, in one run: start-up, memory, the time of a turn, messages a second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bench.bots import pictures
from bench.bots.aisle import KINDS, AisleBot
from bench.bots.measuring import AT_ONCE, LONG, Measured, measure, milliseconds
from bench.bots.parts import Parts, median_parts
from bench.bots.stock import StockBot
from bench.common.report import Report, at_least, at_most, shown
from bench.common.running import Out, progress, run

ENVIRONMENT = "actions"

# The design's budgets. A kind of turn's is in p50s of the stock bot's turn.
START_S = 40
MEMORY_GB = 1.5
TURN_RATIOS = {"no_action": 1.0, "one_action": 2.0, "form_question": 2.0, "form_completion": 3.0}
MESSAGES_RATIO = 2.0


def turns(
    out: Out = Path("report"),
    rounds: Annotated[int, typer.Option(min=1, help="How often each bot is measured, in turn.")] = 5,
) -> None:
    """Measure Aisle and the stock bot of `rasa init` side by side. The first run trains the stock bot (minutes)."""
    report = Report("Aisle beside the stock bot of `rasa init`", out, ("aisle", "stock"))
    with TemporaryDirectory(prefix="aisle-bench-") as folder, progress() as bar:
        aisle_bot, stock_bot = AisleBot(Path(folder)), StockBot()
        aisle, stock = measure([aisle_bot, stock_bot], rounds, bar)
        parts = median_parts(aisle.alone, aisle_bot.conversations)
    add_figures(report, aisle, stock)
    add_costs(report, aisle, stock, parts)
    explain_misses(report, parts)
    pictures.turns(report, aisle, stock, TURN_RATIOS, MESSAGES_RATIO)
    pictures.parts(report, parts)
    report.write()


def add_figures(report: Report, aisle: Measured, stock: Measured) -> None:
    """What the design has budgets for, and turns of a long conversation."""
    both = {"aisle": aisle, "stock": stock}
    starts = {name: bot.start.answered_s for name, bot in both.items()}
    memory = {name: sum(bot.memory_gb.values()) for name, bot in both.items()}
    messages = {name: bot.messages_per_s() for name, bot in both.items()}
    yardstick = milliseconds(stock.alone, 50, "turn")

    report.add("start_s", "to a first answer", starts, at_most(START_S))
    report.add("memory_gb", "after the load", memory, at_most(MEMORY_GB))
    report.add("turn_ms_p50", "one kind of turn", {"stock": yardstick})
    report.add("turn_ms_p95", "", {"stock": milliseconds(stock.alone, 95, "turn")})
    for kind in KINDS:
        p50 = milliseconds(aisle.alone, 50, kind)
        report.add(f"{kind}_ms_p50", "", p50)
        report.add(f"{kind}_ms_p95", "", milliseconds(aisle.alone, 95, kind))
        report.add(f"{kind}_ratio", "to turn_ms_p50", p50 / yardstick, at_most(TURN_RATIOS[kind]))
    report.add("messages_per_s", f"{AT_ONCE} at once", messages)
    report.add("messages_per_s_ratio", "", messages["aisle"] / messages["stock"], at_least(MESSAGES_RATIO))

    no_action = {
        "aisle": milliseconds(aisle.long, 50, "no_action"),
        "stock": milliseconds(stock.long, 50, "turn"),
    }
    report.add("long_no_action_ms_p50", f"from message {LONG + 1}", no_action)
    one_action = milliseconds(aisle.long, 50, "one_action")
    report.add("long_one_action_ms_p50", f"from message {LONG + 1}", one_action)


def add_costs(report: Report, aisle: Measured, stock: Measured, parts: Mapping[str, Parts]) -> None:
    """What those figures are made of."""
    for kind, split in parts.items():
        for part, seconds in vars(split).items():
            report.add(f"{kind}_{part}_ms", "median", seconds * 1000, section="Parts of a turn")
    for program in aisle.start.up_s:
        of_it = {name: bot for name, bot in (("aisle", aisle), ("stock", stock)) if program in bot.start.up_s}
        starts = {name: bot.start.up_s[program] for name, bot in of_it.items()}
        memory = {name: bot.memory_gb[program] for name, bot in of_it.items()}
        used = {name: bot.processor_s[program] / bot.busy_messages() * 1000 for name, bot in of_it.items()}
        report.add(f"start_{program}_s", "until it is up", starts, section="By program")
        report.add(f"memory_{program}_gb", "resident", memory, section="By program")
        report.add(f"processor_{program}_ms", "of it, a message", used, section="By program")


def explain_misses(report: Report, parts: Mapping[str, Parts]) -> None:
    """Say of each budget that is missed what it is spent on, the dearest first."""
    costs = {f"{kind}_ratio": f"{kind}_" for kind in parts}
    costs |= {"start_s": "start_", "memory_gb": "memory_", "messages_per_s_ratio": "processor_"}
    for missed in report.missed():
        of_it = [row for row in report.rows if row.section and row.name.startswith(costs[missed.name])]
        dearest = sorted(of_it, key=lambda row: row.values["aisle"], reverse=True)
        spent = ", ".join(f"{row.name} {shown(row.values['aisle'])}" for row in dearest)
        report.note(f"{missed.name} misses its budget. It is spent on {spent}.")


if __name__ == "__main__":
    run(turns)
