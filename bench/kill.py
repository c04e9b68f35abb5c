"""Kill a run that fills a ledger, again and again, and see that nothing is lost or doubled.

    python -m bench.kill 50 FOLDER [--seed 1] [--command 'CMD … {folder} … {ledger}']

First one run is left alone: its head is what all others must come to. Then runs into a second ledger
are killed (SIGKILL, the whole process group) at moments drawn from the seed; after each kill the chain
must verify and still hold every entry that was there before. A ledger that got finished is compared
and begun anew, until the kills are used up; the last is left to finish. Exit code 1: something was wrong.
"""

import argparse
import os
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from makegood.errors import LedgerError
from makegood.ledger.entry import GENESIS
from makegood.ledger.store import Ledger
from makegood.ledger.verify import Verification
from makegood.resolution import resolve

COMMAND = f"{shlex.quote(sys.executable)} -m makegood read {{folder}} --ledger {{ledger}} --format jsonl"
EXPECTED_EXITS = (0, 1)
"""Exit code 1 says that some input could not be read, which is a part of the ledger like any other."""


class OrdealError(Exception):
    """Something was lost, doubled or broken."""


@dataclass(frozen=True, slots=True)
class Ordeal:
    """What is run, and for how long it runs when it is left alone."""

    command: str
    folder: Path

    def run(self, ledger: str, seconds: float | None = None) -> bool:
        """Fill a ledger; whether the run was killed after `seconds` rather than finished."""
        command = shlex.split(self.command.format(folder=shlex.quote(str(self.folder)), ledger=shlex.quote(ledger)))
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        try:
            _, said = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return True
        if process.returncode not in EXPECTED_EXITS:
            raise OrdealError(f"exit {process.returncode}: {said.decode(errors='replace').strip()[-500:]}")
        return False


@dataclass(frozen=True, slots=True)
class Reference:
    """The run left alone: its seconds, those of a second run that finds all done, and the ledger it made."""

    alone: float
    idle: float
    whole: Verification


def main(arguments: list[str]) -> int:
    """Run the ordeal that the arguments describe."""
    options = _options(arguments)
    ordeal = Ordeal(options.command, options.folder)
    with tempfile.TemporaryDirectory(prefix="makegood-kill-") as scratch:
        try:
            alone, whole = _timed(ordeal, f"{scratch}/whole.db")
            say(f"left alone: {whole.entries} entries, {whole.documents} documents, {alone:.1f} s, head {whole.head}")
            idle, again = _timed(ordeal, f"{scratch}/whole.db")
            say(f"once more: {again.entries - whole.entries} entries added, {idle:.1f} s, head {again.head}")
            endure(ordeal, options, Path(scratch), Reference(alone, idle, whole))
        except OrdealError as error:
            say(f"WRONG: {error}")
            return 1
    return 0


def endure(ordeal: Ordeal, options: argparse.Namespace, scratch: Path, reference: Reference) -> None:
    """Kill until the kills are used up.

    Raises:
        OrdealError: something was lost, doubled or broken.
    """
    chance = random.Random(options.seed)
    ledger, before = f"{scratch}/0.db", GENESIS
    kills = finished = 0
    while kills < options.kills:
        seconds = chance.uniform(0, reference.idle) + chance.uniform(0, 3 * reference.alone / options.kills)
        if not ordeal.run(ledger, seconds):
            _require_whole(ledger, reference.whole)
            finished += 1
            ledger, before = f"{scratch}/{finished}.db", GENESIS
            continue
        kills += 1
        after = look(ledger, before)
        before = after.head
        say(f"kill {kills} after {seconds:.2f} s: {after.entries} entries, {after.documents} documents, verified")
    ordeal.run(ledger)
    _require_whole(ledger, reference.whole)
    say(f"{kills} kills, {finished + 1} ledgers finished: each verifies and has the head of the run left alone")


def look(ledger: str, before: str = GENESIS) -> Verification:
    """The ledger's verification; one that was not made before the kill is empty.

    Raises:
        OrdealError: it does not verify, or no longer holds the head it had.
    """
    try:
        with Ledger.open(ledger, resolver=resolve) as kept:
            verification = kept.verify(before if before != GENESIS else None)
    except LedgerError as error:
        if before == GENESIS and "no ledger" in str(error):
            return Verification(entries=0, documents=0, head=GENESIS, seal=GENESIS)
        raise OrdealError(str(error)) from error
    if verification.findings:
        raise OrdealError(str(verification.findings))
    return verification


def say(line: str) -> None:
    """A line for the person who watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _timed(ordeal: Ordeal, ledger: str) -> tuple[float, Verification]:
    began = time.perf_counter()
    ordeal.run(ledger)
    return time.perf_counter() - began, look(ledger)


def _require_whole(ledger: str, whole: Verification) -> None:
    found = look(ledger)
    if (found.head, found.entries, found.documents) != (whole.head, whole.entries, whole.documents):
        raise OrdealError(
            f"finished with {found.entries} entries, head {found.head}; not {whole.entries}, {whole.head}"
        )
    with Ledger.open(ledger, resolver=resolve) as kept:
        kept.view()
        if kept.derived_digest() != kept.rebuild():
            raise OrdealError("the derived tables do not follow from the entries")


def _options(arguments: list[str]) -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="bench.kill", description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("kills", type=int)
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--command", default=COMMAND, help="what fills {ledger} from {folder}")
    return options.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
