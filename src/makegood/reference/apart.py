"""Rows of the reference ledger that were put together though its compilers tell them apart: verdicts against it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.reference.pledges import History
from makegood.reference.retelling import READER, SCHEME

BY = f"machine:{READER}"
"""By whom these verdicts are: a person's goes before them."""


def apart(history: History, pledges: Iterable[Pledge], refs: Mapping[str, str], at: str) -> list[Judgement]:
    """Verdicts `different` on statements of two rows that stand in one pledge and do not revise one another.

    Args:
        refs: statement id → the ref of its document.
        at: the day or time of the verdicts.
    """
    lines = _lines(history)
    found = []
    for pledge in pledges:
        rows = sorted((refs[one].removeprefix(SCHEME), one) for one in pledge.statements if _is_row(refs.get(one, "")))
        found += [
            _verdict(first, second, at)
            for (slug, first), (other, second) in combinations(rows, 2)
            if lines.get(slug) != lines.get(other)
        ]
    return found


def _is_row(ref: str) -> bool:
    return ref.startswith(SCHEME) and "/" not in ref


def _lines(history: History) -> dict[str, str]:
    """Slug → the first pledge of the line that it revises, its own if it revises none."""
    revises = {pledge.slug: pledge.revises for pledge in history.pledges}
    return {slug: _first(slug, revises, ()) for slug in revises}


def _first(slug: str, revises: Mapping[str, str], seen: Sequence[str]) -> str:
    before = revises.get(slug)
    return _first(before, revises, (*seen, slug)) if before and before not in seen else slug


def _verdict(one: str, other: str, at: str) -> Judgement:
    return Judgement(
        verdict="different",
        subject=one,
        other=other,
        by=BY,
        at=at,
        reason="two rows of the reference ledger, which its compilers tell apart",
    )
